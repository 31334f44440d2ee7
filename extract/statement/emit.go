package statement

import (
	"strings"

	"dossier/extract/document"
)

func lower(s string) string { return strings.ToLower(s) }

// span is the text of units [from, to).
func (r *reader) span(from, to int) document.Span {
	return document.Span{Start: r.units[from].Start, End: r.units[to-1].End}
}

// emit turns a candidate into a statement of the document.
func (r *reader) emit(c *candidate) {
	st := r.statement(c)
	said := false
	for _, p := range append(c.content[:], c.more...) {
		if p.empty() {
			continue
		}
		for i := p.from; i < p.to; i++ {
			said = said || !r.units[i].is(punctuation)
		}
		st.Content = append(st.Content, r.trim(p))
	}
	if said { // else it is nothing but marks
		r.append(st)
	}
}

// typeOf is the type of content by how many of its words are quoted.
func (r *reader) typeOf(content []document.Span) document.StatementType {
	d := r.doc
	words, quoted := 0, 0
	for _, c := range content {
		q := r.quoteAt(c.Start)
		for i := r.tokenAt(c.Start); i < len(d.Tokens) && d.Tokens[i].Start < c.End; i++ {
			if marks[d.Slice(d.Tokens[i].Span)] != 0 {
				continue
			}
			for q < len(d.Quotes) && d.Quotes[q].Last <= i {
				q++
			}
			words++
			if q < len(d.Quotes) && d.Quotes[q].First <= i {
				quoted++
			}
		}
	}
	switch quoted {
	case 0:
		return document.Indirect
	case words:
		return document.Direct
	}
	return document.Mixed
}

// trim is the text of content units without the commas around it.
func (r *reader) trim(p phrase) document.Span {
	for p.to-1 > p.from && r.units[p.to-1].is(comma|dash|semicolon) {
		p.to--
	}
	for p.to-1 > p.from && r.units[p.from].is(comma|dash|colon) {
		p.from++
	}
	return r.span(p.from, p.to)
}

// statement makes a statement without its content.
func (r *reader) statement(c *candidate) document.Statement {
	r.fronted = document.Span{}
	if p := c.content[0]; !p.empty() && p.to <= c.who.from {
		r.fronted = r.span(p.from, p.to)
	}
	st := document.Statement{
		Cue: c.cue, Speaker: r.source(c.who), Addressee: r.source(c.addressee), Negated: c.negated,
		Rule: rules[c.rule].name, Confidence: rules[c.rule].confidence,
	}
	if c.borrowed {
		st.Confidence *= borrowed
	}
	if c.likely > 0 {
		st.Confidence = c.likely
	}
	r.act(&st, c)
	return st
}

func (r *reader) append(st document.Statement) int {
	if st.Type == "" {
		st.Type = r.typeOf(st.Content)
	}
	if st.Class == "" {
		st.Class, st.Stance = document.Say, document.Neutral
	}
	r.doc.Statements = append(r.doc.Statements, st)
	return len(r.doc.Statements) - 1
}
