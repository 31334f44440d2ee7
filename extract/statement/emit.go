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
	words, quotes := 0, 0
	for _, p := range c.content {
		if p.empty() {
			continue
		}
		for i := p.from; i < p.to; i++ {
			switch u := &r.units[i]; {
			case u.is(quoted) || u.folded:
				quotes++
			case !u.is(punctuation):
				words++
			}
		}
		st.Content = append(st.Content, r.trim(p))
	}
	if words+quotes == 0 {
		return // nothing but marks
	}
	st.Type = typeOf(words, quotes)
	r.append(st)
}

// typeOf is the type of content with so many words outside and so many quoted
// regions or words inside quotation marks.
func typeOf(words, quotes int) document.StatementType {
	switch {
	case quotes == 0:
		return document.Indirect
	case words == 0:
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
	return document.Statement{
		Cue: c.cue, Speaker: r.source(c.who), Addressee: r.source(c.addressee), Negated: c.negated,
		Rule: rules[c.rule].name, Confidence: rules[c.rule].confidence,
	}
}

func (r *reader) append(st document.Statement) int {
	r.doc.Statements = append(r.doc.Statements, st)
	return len(r.doc.Statements) - 1
}
