package statement

import (
	"strings"

	"dossier/extract/document"
)

func lower(s string) string { return strings.ToLower(s) }

func (r *reader) cueSpanOf(from, to int) document.Span {
	return document.Span{Start: r.units[from].Start, End: r.units[to-1].End}
}

// emit turns a candidate into a statement of the document.
func (r *reader) emit(c *candidate) {
	st := r.statement(c)
	words, quotes := 0, 0
	for _, p := range c.content {
		if p.empty() {
			continue
		}
		for i := p.from; i < p.to; i++ {
			switch u := &r.units[i]; {
			case u.is(quoted), u.last-u.first > 1 && !u.is(nominal):
				quotes++
			case !u.is(punctuation):
				words++
			}
		}
		st.Content = append(st.Content, r.trim(p))
	}
	switch {
	case words == 0:
		st.Type = document.Direct
	case quotes == 0:
		st.Type = document.Indirect
	default:
		st.Type = document.Mixed
	}
	r.doc.Statements = append(r.doc.Statements, st)
}

// trim is the text of content units, without the comma that ends it.
func (r *reader) trim(p phrase) document.Span {
	for p.to-1 > p.from && r.units[p.to-1].is(comma|dash|semicolon) {
		p.to--
	}
	for p.to-1 > p.from && r.units[p.from].is(comma|dash|colon) {
		p.from++
	}
	return r.cueSpanOf(p.from, p.to)
}

// statement makes a statement without its content.
func (r *reader) statement(c *candidate) document.Statement {
	st := document.Statement{
		Cue: c.cue, Negated: c.negated,
		Rule: rules[c.rule].name, Confidence: rules[c.rule].confidence,
	}
	st.Speaker = r.source(c.who)
	st.Addressee = r.source(c.addressee)
	return st
}

// source names the party that a phrase of the sentence stands for.
func (r *reader) source(p phrase) *document.Source {
	for p.to-1 > p.from && r.units[p.to-1].is(comma|dash) {
		p.to--
	}
	if p.empty() {
		return nil
	}
	return r.named(r.cueSpanOf(p.from, p.to))
}

// named is the party that the words of a span name.
func (r *reader) named(s document.Span) *document.Source {
	return &document.Source{Entity: -1, Span: s, Name: r.doc.Slice(s)}
}
