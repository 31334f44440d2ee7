// Package sample makes documents by hand for the tests of the store and of the
// questions: what a document says is written down, not read out of its text, so
// that these tests hold however well the reader reads.
package sample

import (
	"fmt"
	"strings"

	"dossier/extract/document"
)

// Document is a document in the making. A mistake in a sample panics: it is one
// of the test's author.
type Document struct{ document.Document }

// New makes a document from a text in which what it names is marked:
//
//	[Mara Lind|person RUR] met the [envoy=Otto Falk|person].
//
// Inside the brackets stand the words, behind = the name that they stand for
// when it is another, behind | the type and, when it has one, the country; a
// wikidata item may follow. Type and country need to be told only once.
// Sentences end with a full stop, an exclamation or question mark before a space,
// or with a line.
func New(a document.Article, marked string) *Document {
	d := &Document{document.Document{Article: a}}
	var text strings.Builder
	for marked != "" {
		before, rest, found := strings.Cut(marked, "[")
		text.WriteString(before)
		if !found {
			break
		}
		mark, after, _ := strings.Cut(rest, "]")
		d.mention(&text, mark)
		marked = after
	}
	d.Text = text.String()
	d.sentences()
	return d
}

func (d *Document) mention(text *strings.Builder, mark string) {
	words, about, _ := strings.Cut(mark, "|")
	words, name, other := strings.Cut(words, "=")
	kind := document.Nominal
	if !other {
		name = words
	}
	if other && strings.ToLower(words) != words {
		kind = document.Name
	}
	if !other {
		kind = document.Name
	}
	i := d.find(name)
	if i < 0 {
		i = len(d.Entities)
		d.Entities = append(d.Entities, document.Entity{Name: name})
	}
	e := &d.Entities[i]
	for k, field := range strings.Fields(about) {
		switch {
		case k == 0:
			e.Type = document.EntityType(field)
		case field[0] == 'Q':
			e.Wikidata = field
		default:
			e.Country = field
		}
	}
	if other && e.Type == document.Country && kind == document.Name {
		kind = document.Demonym
	}
	start := text.Len()
	text.WriteString(words)
	d.Mentions = append(d.Mentions, document.Mention{
		Span: document.Span{Start: start, End: text.Len()}, Kind: kind, Type: e.Type, Entity: i,
	})
}

func (d *Document) sentences() {
	start := 0
	for i := 0; i <= len(d.Text); i++ {
		end := i == len(d.Text) || d.Text[i] == '\n' || d.Text[i] == ' ' && i > 0 && strings.ContainsRune(".!?", rune(d.Text[i-1]))
		if !end {
			continue
		}
		if i > start {
			d.Sentences = append(d.Sentences, document.Sentence{Span: document.Span{Start: start, End: i}})
		}
		start = i + 1
	}
}

func (d *Document) find(name string) int {
	for i, e := range d.Entities {
		if e.Name == name {
			return i
		}
	}
	return -1
}

// Entity is the index of an entity by its name, -1 for "".
func (d *Document) Entity(name string) int {
	i := d.find(name)
	if i < 0 && name != "" {
		panic(fmt.Sprintf("sample: nobody is named %q in %q", name, d.Text))
	}
	return i
}

// Span is where words stand in the text for the first time; "" is nowhere.
func (d *Document) Span(words string) document.Span {
	i := strings.Index(d.Text, words)
	if i < 0 {
		panic(fmt.Sprintf("sample: %q isn't in %q", words, d.Text))
	}
	return document.Span{Start: i, End: i + len(words)}
}

// Said adds a statement: who says it, with which verb, in which words. What the
// words name is what it is about.
func (d *Document) Said(who, cue string, words ...string) *document.Statement {
	s := document.Statement{Type: document.Indirect, Cue: d.Span(cue), Rule: "sample", Confidence: 0.9}
	if strings.HasPrefix(words[0], "“") {
		s.Type = document.Direct
	}
	for _, w := range words {
		s.Content = append(s.Content, d.Span(w))
	}
	if who != "" {
		s.Speaker = &document.Source{Entity: d.find(who), Span: d.Span(who), Name: who}
	}
	for _, m := range d.Mentions {
		for _, c := range s.Content {
			if c.Contains(m.Span) {
				s.About = append(s.About, m.Entity)
			}
		}
	}
	d.Statements = append(d.Statements, s)
	return &d.Statements[len(d.Statements)-1]
}

// Event adds an event: what some did to others, lists of names parted by +, in
// the sentence of its trigger.
func (d *Document) Event(subjects, kind, objects, trigger string) *document.Relation {
	kind, mode, _ := strings.Cut(kind, ".")
	return d.relation(document.Relation{Layer: document.LayerEvent, Type: kind, Mode: mode}, subjects, objects, trigger)
}

// Fact adds a fact. A value is words of the text.
func (d *Document) Fact(subjects, kind, objects, value, trigger string) *document.Relation {
	r := document.Relation{Layer: document.LayerFact, Type: kind, Value: value}
	if value != "" {
		r.ValueSpan = d.Span(value)
	}
	return d.relation(r, subjects, objects, trigger)
}

func (d *Document) relation(r document.Relation, subjects, objects, trigger string) *document.Relation {
	r.Modality, r.ClaimedBy, r.Location, r.Rule, r.Confidence = document.Asserted, -1, -1, "sample", 0.8
	r.Trigger = d.Span(trigger)
	for _, s := range d.Sentences {
		if s.Contains(r.Trigger) {
			r.Evidence = s.Span
		}
	}
	r.Subject, r.Object = d.arguments(subjects), d.arguments(objects)
	d.Relations = append(d.Relations, r)
	return &d.Relations[len(d.Relations)-1]
}

func (d *Document) arguments(names string) (out []document.Argument) {
	if names == "" {
		return nil
	}
	for name := range strings.SplitSeq(names, "+") {
		i := d.Entity(name)
		for _, m := range d.Mentions {
			if m.Entity == i {
				out = append(out, document.Argument{Entity: i, Span: m.Span})
				break
			}
		}
	}
	return out
}

// On dates a relation with one day.
func On(r *document.Relation, day string) {
	r.Date = &document.Period{Start: day, End: day, Precision: document.Day}
}
