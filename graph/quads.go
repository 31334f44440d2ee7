package graph

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/extract/document"
)

// Quads is what a document says as quads, all under its own label, sorted and
// each once. It depends on the document alone: whichever program reads the same
// article makes the same quads.
//
// Statements, events and facts are nodes, since each has evidence of its own;
// what people walk by (speaker, subject, type) are quads of their own, what only
// its row shows is packed into one. An entity that many documents name gets no
// quads that differ by document: they would be found from it one by one.
func Quads(d *document.Document) []Quad {
	b := newBuilder(d)
	b.entities()
	for i := range d.Statements {
		s := &d.Statements[i]
		id := b.statement(s, nil, "")
		b.said = append(b.said, id)
		b.contents.Statements++
		for k := range s.Reports {
			b.statement(&s.Reports[k], s.Speaker, id)
		}
	}
	for i := range d.Relations {
		if d.Relations[i].Type != "" {
			b.relation(&d.Relations[i])
		}
	}
	b.document()
	slices.SortFunc(b.quads, Quad.Compare)
	return slices.Compact(b.quads)
}

type builder struct {
	doc      *document.Document
	label    ID
	ids      ids
	quads    []Quad
	contents contents
	node     []int // of each entity its index in contents.Entities
	said     []ID  // of each statement its node
}

func newBuilder(d *document.Document) *builder {
	hash := documentHash(&d.Article)
	return &builder{
		doc:   d,
		label: ID(DocumentNode + "/" + hash),
		ids:   ids{day: compactDay(d.Date), hash: hash, seen: make(map[string]int)},
		quads: make([]Quad, 0, 64+12*(len(d.Entities)+len(d.Statements)+len(d.Relations))),
	}
}

func (b *builder) add(s ID, p Predicate, o Term) {
	b.quads = append(b.quads, Quad{s, p, o, b.label})
}

// addText adds a literal, unless there is nothing to say.
func (b *builder) addText(s ID, p Predicate, text string) {
	if text != "" {
		b.add(s, p, Text(text))
	}
}

// document adds the document itself.
func (b *builder) document() {
	d := b.doc
	b.addText(b.label, Identifier, d.ID)
	b.addText(b.label, Title, d.Title)
	b.addText(b.label, Date, d.Date)
	b.addText(b.label, Publisher, d.Publisher)
	b.addText(b.label, URL, d.URL)
	b.addText(b.label, Content, d.Text)
	b.add(b.label, Words, Number(float64(countWords(d.Text))))
	end := 0
	for _, s := range d.Sentences {
		b.contents.Sentences = append(b.contents.Sentences, s.Start-end, s.Len())
		end = s.End
	}
	b.add(b.label, Contents, pack(b.contents))
	b.add(ID(ListingNode+"/"+b.ids.day+"/"+b.ids.hash), In, Node(Catalogue))
}

// countWords is the number of runs of what isn't white space.
func countWords(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// slice is the words of a span, as much of it as lies in the text.
func (b *builder) slice(s document.Span) string {
	text := b.doc.Text
	start := min(max(s.Start, 0), len(text))
	return text[start:max(start, min(s.End, len(text)))]
}

// entity is the node of an entity by its index in the document; ok is false
// for none.
func (b *builder) entity(i int) (ID, bool) {
	if i < 0 || i >= len(b.node) {
		return "", false
	}
	return b.contents.Entities[b.node[i]].ID, true
}

// instance is the index of an entity among the contents, nil for none.
func (b *builder) instance(i int) *int {
	if i < 0 || i >= len(b.node) {
		return nil
	}
	return &b.node[i]
}

func (b *builder) source(s *document.Source) *party {
	if s == nil {
		return nil
	}
	p := &party{Entity: b.instance(s.Entity), Span: optional(s.Span), Plural: s.Plural}
	if p.Entity == nil || s.Name != b.contents.Entities[*p.Entity].Name {
		p.Name = s.Name
	}
	return p
}

func (b *builder) arguments(as []document.Argument) []party {
	out := make([]party, 0, len(as))
	for _, a := range as {
		if e := b.instance(a.Entity); e != nil {
			out = append(out, party{Entity: e, Span: optional(a.Span)})
		}
	}
	return out
}

// statement adds a statement, and returns its node. One that another tells has who
// tells it, and inside which.
func (b *builder) statement(s *document.Statement, by *document.Source, inside ID) ID {
	id := b.ids.node(StatementNode, max(s.Start(), 0))
	e := said{
		Stance: unless(usualStance, string(s.Stance)), Content: []span{}, Cue: optional(s.Cue),
		Speaker: b.source(s.Speaker), OnBehalfOf: b.source(s.OnBehalfOf), Addressee: b.source(s.Addressee), ToldBy: b.source(by),
		Negated: s.Negated, Rule: s.Rule, Confidence: finite(s.Confidence),
	}
	for _, c := range s.Content {
		e.Content = append(e.Content, spanOf(c))
	}
	b.addText(id, Type, string(s.Type))
	b.addText(id, Class, unless(usualClass, string(s.Class)))
	speaker := b.known(s.Speaker)
	speakers := []ID{speaker}
	for k := range s.Joint {
		e.Joint = append(e.Joint, *b.source(&s.Joint[k]))
		speakers = append(speakers, b.known(&s.Joint[k]))
	}
	for _, who := range speakers {
		b.addNode(id, Speaker, who)
	}
	b.addNode(id, OnBehalfOf, b.known(s.OnBehalfOf))
	b.addNode(id, Addressee, b.known(s.Addressee))
	b.addNode(id, Inside, inside)
	for _, a := range s.About {
		about, ok := b.entity(a)
		if !ok || slices.Contains(e.About, b.node[a]) {
			continue
		}
		e.About = append(e.About, b.node[a])
		b.addNode(id, About, about)
		for _, who := range speakers {
			if who != "" && who != about {
				b.add(id, Pair, Node(PairID(who, about)))
			}
		}
	}
	b.add(id, Evidence, pack(e))
	who := string(speaker)
	if e.Speaker != nil && who == "" {
		who = e.Speaker.Name
	}
	b.copied(id, b.words(s.Content), who)
	return id
}

// known is the node of a party, "" when it is no entity.
func (b *builder) known(s *document.Source) (id ID) {
	if s != nil {
		id, _ = b.entity(s.Entity)
	}
	return id
}

func (b *builder) addNode(s ID, p Predicate, o ID) {
	if o != "" {
		b.add(s, p, Node(o))
	}
}

// finite is a number that JSON has: a confidence that isn't a number is none.
func finite(f float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return f
}

func (b *builder) words(spans []document.Span) string {
	var w strings.Builder
	for _, s := range spans {
		w.WriteString(b.slice(s))
		w.WriteByte(' ')
	}
	return w.String()
}

// copyLeast is how many words make a copy: fewer are said again by chance.
const copyLeast = 5

// copied adds the hash by which copies of id in other documents are found.
func (b *builder) copied(id ID, words string, rest ...string) {
	folded := Fold(words)
	if strings.Count(folded, " ")+1 >= copyLeast {
		b.add(id, Copy, Text(hashOf(append([]string{folded}, rest...)...)))
	}
}

// relation adds an event or a fact. A fact of several subjects or objects is
// several facts.
func (b *builder) relation(r *document.Relation) {
	e := related{
		Context: r.Context, Reciprocal: r.Reciprocal, Location: b.instance(r.Location),
		Trigger: optional(r.Trigger), ValueSpan: optional(r.ValueSpan), Sentence: spanOf(r.Evidence), Rule: r.Rule, Confidence: finite(r.Confidence),
	}
	if r.Date != nil {
		e.Date = &when{r.Date.Start, r.Date.End, r.Date.Precision, optional(r.Date.Text)}
	}
	if r.ClaimedBy >= 0 && r.ClaimedBy < len(b.said) {
		e.Claim = b.source(b.doc.Statements[r.ClaimedBy].Speaker)
	}
	position := r.Trigger.Start
	if r.Trigger.Empty() {
		position = r.Evidence.Start
	}
	subjects, objects := b.arguments(r.Subject), b.arguments(r.Object)
	if r.Layer == document.LayerEvent {
		b.contents.Events++
		e.Subject, e.Object = subjects, objects
		b.related(b.ids.event(max(position, 0), r), r, e)
		return
	}
	for _, s := range subjects {
		e.Subject, e.Object = []party{s}, nil
		if len(objects) == 0 {
			b.fact(position, r, e)
		}
		for _, o := range objects {
			e.Object = []party{o}
			b.fact(position, r, e)
		}
	}
}

func (b *builder) fact(position int, r *document.Relation, e related) {
	b.contents.Facts++
	b.related(b.ids.node(FactNode, max(position, 0), r.Type), r, e)
}

// related adds the node of an event or fact with its actors.
func (b *builder) related(id ID, r *document.Relation, e related) {
	b.addText(id, Type, r.Type)
	b.addText(id, Value, r.Value)
	asserted := r.Modality == document.Asserted || r.Modality == ""
	if !asserted {
		b.addText(id, Modality, string(r.Modality))
	}
	if e.Claim != nil || r.ClaimedBy >= 0 && r.ClaimedBy < len(b.said) {
		b.add(id, ClaimedBy, Node(b.said[r.ClaimedBy]))
	}
	if e.Location != nil {
		b.addNode(id, Location, b.contents.Entities[*e.Location].ID)
	}
	subjects, objects := b.nodes(e.Subject), b.nodes(e.Object)
	for _, s := range subjects {
		b.addNode(id, Subject, s)
	}
	for _, o := range objects {
		b.addNode(id, Object, o)
	}
	between := Pair
	if !asserted {
		between = Unsure
	}
	for _, p := range pairs(subjects, objects, r.Reciprocal) {
		b.add(id, between, Node(PairID(p[0], p[1])))
		if asserted {
			b.add(p[0], Predicate(r.Type), Node(p[1]))
		}
	}
	if r.Layer == document.LayerEvent {
		for _, p := range b.behind(e.Subject, e.Object, r.Reciprocal) {
			b.add(id, between, Node(PairID(p[0], p[1])))
		}
	}
	b.add(id, Evidence, pack(e))
	b.copied(id, b.slice(r.Evidence), r.Type, r.Value, join(subjects), join(objects))
}

// behind is the pairs of an event that the countries are in for which its actors
// act: what a minister does to a foreign army is between their two countries,
// between him and its country, and between his country and it. Nobody is paired
// with a country by what he does at home.
func (b *builder) behind(subjects, objects []party, reciprocal bool) (out [][2]ID) {
	if reciprocal && len(objects) == 0 {
		objects = subjects
	}
	ends := func(p party) []ID {
		e := b.contents.Entities[*p.Entity]
		if e.Country == "" {
			return []ID{e.ID}
		}
		return []ID{e.ID, CountryID(e.Country)}
	}
	for _, s := range subjects {
		for _, o := range objects {
			if b.contents.Entities[*s.Entity].Country != b.contents.Entities[*o.Entity].Country {
				out = append(out, pairs(ends(s), ends(o), reciprocal)...)
			}
		}
	}
	return out
}

func (b *builder) nodes(ps []party) []ID {
	out := make([]ID, 0, len(ps))
	for _, p := range ps {
		if id := b.contents.Entities[*p.Entity].ID; !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func join(ids []ID) string {
	var w strings.Builder
	for _, id := range ids {
		w.WriteString(string(id) + " ")
	}
	return w.String()
}

// pairs is who acts on whom. Those that do something together do it to each
// other.
func pairs(subjects, objects []ID, reciprocal bool) (out [][2]ID) {
	if reciprocal && len(objects) == 0 {
		objects = subjects
	}
	for _, s := range subjects {
		for _, o := range objects {
			if s == o {
				continue
			}
			out = append(out, [2]ID{s, o})
			if reciprocal {
				out = append(out, [2]ID{o, s})
			}
		}
	}
	return out
}

// mentionLine is a name as the text has it, on one line.
func mentionLine(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.Join(strings.Fields(s), " ")
}
