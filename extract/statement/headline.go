package statement

import (
	"strings"

	"dossier/extract/document"
)

// headings are labels that name a kind of text, not a speaker.
var headings = map[string]bool{
	"analysis": true, "opinion": true, "editorial": true, "exclusive": true, "video": true, "watch": true, "live": true,
	"breaking": true, "update": true, "updated": true, "photos": true, "photo": true, "image": true, "review": true,
	"factbox": true, "timeline": true, "explainer": true, "interview": true, "profile": true, "note": true,
	"correction": true, "source": true, "related": true, "read": true, "background": true, "topic": true, "subject": true,
	"date": true, "time": true, "location": true, "place": true, "contact": true, "who": true, "what": true, "when": true,
	"where": true, "why": true, "how": true, "fact": true, "statement": true, "re": true, "from": true, "to": true, "tags": true,
	"latest": true, "dear": true, "fax": true, "phone": true, "tel": true, "email": true, "e-mail": true, "website": true, "release": true, "look": true, "wow": true, "quiz": true, "poem": true, "obituary": true,
}

// heading tells whether a label names a kind of text, or counts the parts of one:
// "B: Public Safety".
func heading(text string) bool {
	if len(text) == 1 && text != "Q" && text != "A" {
		return true
	}
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if headings[word] {
			return true
		}
	}
	return false
}

// dateline is the first unit after the place, date and agency with which an
// article opens, "GENEVA (AP) — ", or 0.
func (r *reader) dateline() int {
	for i := range r.units {
		u := &r.units[i]
		switch {
		case i > 12:
			return 0
		case i > 0 && (u.is(dash) || r.text(i) == "-" && i+1 < len(r.units) && (r.units[i+1].Start > u.End || r.shouted(i))):
			return i + 1
		case i == 0 && !upper(r.doc.Slice(u.Span)) && !u.is(proper):
			return 0
		case i == 0 && u.is(nominal): // in capitals, whatever its tag
		case !u.is(proper | number | comma | open | close | stop | when):
			return 0
		}
	}
	return 0
}

// shouted tells whether the hyphen at unit i ends a dateline though nothing but the
// capitals of the name before it tells: "OLDTOWN-The bridge".
func (r *reader) shouted(i int) bool {
	name, next := r.doc.Slice(r.units[i-1].Span), r.doc.Slice(r.units[i+1].Span)
	return i == 1 && len(name) > 4 && upper(name) && next[0] >= 'A' && next[0] <= 'Z' && !upper(next)
}

// wordy tells whether tokens [from, to) are more than a figure or a single word.
func (r *reader) wordy(from, to int) bool {
	words := 0
	for i := from; i < to && words < 2; i++ {
		if c := r.doc.Text[r.doc.Tokens[i].Start]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			words++
		}
	}
	return words > 1
}

// place tells whether a sentence begins with the name of a place, as a dateline
// does. Countries are not among them, since they speak.
func (r *reader) place(s document.Sentence) bool {
	i := r.mentionAt(s.Start)
	return i < len(r.doc.Mentions) && r.doc.Mentions[i].First == s.First && r.doc.Mentions[i].Type == document.Place
}

// headline reads sentence k as a headline that names its speaker first: "Report:
// Rates fell". It tells whether it is one.
func (r *reader) headline(k int) bool {
	d, s := r.doc, r.doc.Sentences[k]
	l, ok := r.label(k)
	if !ok || l.quoted || tagClasses[d.Tokens[s.First].Tag]&preposition != 0 || l.after != l.last+1 || s.Last-l.after < 3 || heading(l.text) || strings.ContainsAny(l.text, "0123456789") || r.place(s) {
		return false
	}
	end := s.End
	if last := d.Tokens[s.Last-1]; marks[d.Slice(last.Span)]&stop != 0 {
		end = d.Tokens[s.Last-2].End
	}
	content := document.Span{Start: d.Tokens[l.after].Start, End: end}
	if content.Empty() {
		return false
	}
	r.append(document.Statement{
		Content: []document.Span{content},
		Cue:     d.Tokens[l.after-1].Span,
		Speaker: r.named(document.Span{Start: s.Start, End: d.Tokens[l.last-1].End}),
		Rule:    rules[ruleHeadline].name, Confidence: rules[ruleHeadline].confidence,
	})
	return true
}
