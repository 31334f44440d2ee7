package document

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// Schema names the version of the wire format; no field changes its meaning
// without a new one.
const Schema = "dossier/1"

// Key is the article's identifier: as given, else the first 16 hexadecimal
// digits of the SHA-256 of its text.
func (a *Article) Key() string {
	if a.ID != "" {
		return a.ID
	}
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:8])
}

// Encoder writes documents as JSON Lines, one object a document, keys in a fixed
// order, offsets in Unicode code points: the same document gives the same
// bytes.
type Encoder struct {
	Tokens bool // write the tokens too
	Text   bool // write the text too

	w *bufio.Writer
	j *json.Encoder
}

// NewEncoder makes an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder {
	e := &Encoder{w: bufio.NewWriterSize(w, 1<<16)}
	e.j = json.NewEncoder(e.w)
	e.j.SetEscapeHTML(false)
	return e
}

// Encode writes one document and flushes it.
func (e *Encoder) Encode(d *Document) error {
	if err := e.j.Encode(e.wire(d)); err != nil {
		return fmt.Errorf("writing document %s: %w", d.Key(), err)
	}
	if err := e.w.Flush(); err != nil {
		return fmt.Errorf("writing document %s: %w", d.Key(), err)
	}
	return nil
}

type (
	wireSpan = [2]int

	wireDocument struct {
		Schema     string          `json:"schema"`
		ID         string          `json:"id"`
		Title      string          `json:"title"`
		URL        string          `json:"url"`
		Publisher  string          `json:"publisher"`
		Date       string          `json:"date"`
		Text       *string         `json:"text,omitempty"`
		Sentences  []wireSpan      `json:"sentences"`
		Tokens     []wireToken     `json:"tokens,omitempty"`
		Entities   []wireEntity    `json:"entities"`
		Statements []wireStatement `json:"statements"`
		Relations  []wireRelation  `json:"relations"`
	}
	wireToken struct {
		Span wireSpan `json:"span"`
		POS  string   `json:"pos"`
		Head int      `json:"head"`
		Dep  string   `json:"dep"`
	}
	wireEntity struct {
		ID       string        `json:"id"`
		Type     EntityType    `json:"type"`
		Name     string        `json:"name"`
		Country  string        `json:"country"`
		Wikidata string        `json:"wikidata"`
		Mentions []wireMention `json:"mentions"`
	}
	wireMention struct {
		Span wireSpan    `json:"span"`
		Kind MentionKind `json:"kind"`
	}
	wireSource struct {
		Entity string    `json:"entity"`
		Span   *wireSpan `json:"span"`
		Name   string    `json:"name"`
		Plural bool      `json:"plural,omitempty"`
	}
	wireStatement struct {
		ID         string         `json:"id"`
		Type       StatementType  `json:"type"`
		Class      StatementClass `json:"class"`
		Stance     Stance         `json:"stance"`
		Content    []wireSpan     `json:"content"`
		Cue        *wireSpan      `json:"cue"`
		Speaker    *wireSource    `json:"speaker"`
		Joint      []wireSource   `json:"joint,omitempty"`
		OnBehalfOf *wireSource    `json:"on_behalf_of,omitempty"`
		Addressee  *wireSource    `json:"addressee"`
		About      []string       `json:"about"`
		Negated    bool           `json:"negated"`
		Rule       string         `json:"rule"`
		Confidence float64        `json:"confidence"`

		Reports []wireStatement `json:"reports,omitempty"`
	}
	wireArgument struct {
		Entity string   `json:"entity"`
		Span   wireSpan `json:"span"`
	}
	wirePeriod struct {
		Start     string    `json:"start"`
		End       string    `json:"end"`
		Precision Precision `json:"precision"`
		Text      *wireSpan `json:"text"`
	}
	wireRelation struct {
		ID         string         `json:"id"`
		Layer      Layer          `json:"layer"`
		Type       string         `json:"type"`
		Mode       string         `json:"mode"`
		Context    []string       `json:"context"`
		Subject    []wireArgument `json:"subject"`
		Object     []wireArgument `json:"object"`
		Value      string         `json:"value"`
		ValueSpan  *wireSpan      `json:"value_span"`
		Quad       int            `json:"quad"`
		Intensity  float64        `json:"intensity"`
		Reciprocal bool           `json:"reciprocal"`
		Modality   Modality       `json:"modality"`
		ClaimedBy  string         `json:"claimed_by"`
		Date       *wirePeriod    `json:"date"`
		Location   string         `json:"location"`
		Trigger    *wireSpan      `json:"trigger"`
		Evidence   wireSpan       `json:"evidence"`
		Rule       string         `json:"rule"`
		Confidence float64        `json:"confidence"`
	}
)

// ref is the name on the wire of the i-th thing of a kind; "" for none.
func ref(kind string, i int) string {
	if i < 0 {
		return ""
	}
	return kind + strconv.Itoa(i+1)
}

func (e *Encoder) wire(d *Document) wireDocument {
	c := NewCodePoints(d.Text)
	w := wireDocument{
		Schema: Schema, ID: d.Key(), Title: d.Title, URL: d.URL, Publisher: d.Publisher, Date: d.Date,
		Sentences:  make([]wireSpan, len(d.Segments)),
		Entities:   make([]wireEntity, len(d.Entities)),
		Statements: make([]wireStatement, len(d.Statements)),
		Relations:  make([]wireRelation, len(d.Relations)),
	}
	if e.Text {
		w.Text = &d.Text
	}
	for i, s := range d.Segments {
		w.Sentences[i] = c.Span(s.Span)
	}
	if e.Tokens {
		w.Tokens = make([]wireToken, len(d.Tokens))
		for i, t := range d.Tokens {
			w.Tokens[i] = wireToken{Span: c.Span(t.Span), POS: t.Tag, Head: -1}
			if d.Arcs != nil {
				a := d.Arcs[i]
				w.Tokens[i].Head, w.Tokens[i].Dep = a.Head, a.Relation
			}
		}
	}
	for i, n := range d.Entities {
		w.Entities[i] = wireEntity{ID: ref("E", i), Type: n.Type, Name: n.Name, Country: n.Country, Wikidata: n.Wikidata, Mentions: []wireMention{}}
	}
	for _, m := range d.Mentions {
		if m.Entity >= 0 {
			n := &w.Entities[m.Entity]
			n.Mentions = append(n.Mentions, wireMention{c.Span(m.Span), m.Kind})
		}
	}
	for i := range d.Statements {
		w.Statements[i] = statement(c, ref("S", i), &d.Statements[i])
	}
	for i, r := range d.Relations {
		quad, intensity := 0, 0.0
		if r.Layer == LayerEvent {
			quad, intensity = EventQuad(r.Type, r.Mode)
		}
		w.Relations[i] = wireRelation{
			ID: ref("R", i), Layer: r.Layer, Type: r.Type, Mode: r.Mode, Context: append([]string{}, r.Context...),
			Subject: arguments(c, r.Subject), Object: arguments(c, r.Object),
			Value: r.Value, ValueSpan: span(c, r.ValueSpan), Quad: quad, Intensity: intensity,
			Reciprocal: r.Reciprocal, Modality: r.Modality, ClaimedBy: ref("S", r.ClaimedBy), Date: period(c, r.Date),
			Location: ref("E", r.Location), Trigger: span(c, r.Trigger), Evidence: c.Span(r.Evidence),
			Rule: r.Rule, Confidence: r.Confidence,
		}
	}
	return w
}

// statement is a statement as the wire has it; what it reports are numbered behind
// its own id.
func statement(c CodePoints, id string, s *Statement) wireStatement {
	w := wireStatement{
		ID: id, Type: s.Type, Class: s.Class, Stance: s.Stance, Content: spans(c, s.Content), Cue: span(c, s.Cue),
		Speaker: source(c, s.Speaker), Joint: sources(c, s.Joint), OnBehalfOf: source(c, s.OnBehalfOf), Addressee: source(c, s.Addressee), About: refs("E", s.About),
		Negated: s.Negated, Rule: s.Rule, Confidence: s.Confidence,
	}
	for i := range s.Reports {
		w.Reports = append(w.Reports, statement(c, ref(id+".", i), &s.Reports[i]))
	}
	return w
}

func span(c CodePoints, s Span) *wireSpan {
	if s.Empty() {
		return nil
	}
	w := c.Span(s)
	return &w
}

func spans(c CodePoints, ss []Span) []wireSpan {
	w := make([]wireSpan, len(ss))
	for i, s := range ss {
		w[i] = c.Span(s)
	}
	return w
}

func refs(kind string, is []int) []string {
	w := make([]string, len(is))
	for k, i := range is {
		w[k] = ref(kind, i)
	}
	return w
}

func source(c CodePoints, s *Source) *wireSource {
	if s == nil {
		return nil
	}
	return &wireSource{Entity: ref("E", s.Entity), Span: span(c, s.Span), Name: s.Name, Plural: s.Plural}
}

func sources(c CodePoints, ss []Source) []wireSource {
	var w []wireSource
	for i := range ss {
		w = append(w, *source(c, &ss[i]))
	}
	return w
}

func arguments(c CodePoints, as []Argument) []wireArgument {
	w := make([]wireArgument, len(as))
	for i, a := range as {
		w[i] = wireArgument{Entity: ref("E", a.Entity), Span: c.Span(a.Span)}
	}
	return w
}

func period(c CodePoints, p *Period) *wirePeriod {
	if p == nil {
		return nil
	}
	return &wirePeriod{Start: p.Start, End: p.End, Precision: p.Precision, Text: span(c, p.Text)}
}
