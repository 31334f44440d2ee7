package statement

import (
	"dossier/extract/document"
)

// unit is what the rules see of a sentence: a word or a mark outside quotation,
// or a whole quoted region, which no rule looks into. The marks around a few
// words that are no speech (a nickname, a title, a word held at arm's length)
// belong to the words beside them.
type unit struct {
	document.Span
	class    class
	ending   class  // of a quoted region: the class of its last mark
	first    int    // index of its first token
	folded   bool   // inside marks that are no speech
	unclosed bool   // a quoted region without its closing mark
	last     int    // index after its last token
	verbs    []verb // what it may report as
}

func (u *unit) is(c class) bool  { return u.class&c != 0 }
func (u *unit) all(c class) bool { return u.class&c == c }

// shortest is how many words make a quoted region speech whatever ends it.
const shortest = 4

// load makes the units of a sentence, and the class of every unit by tag, word
// and mark together.
func (r *reader) load(s document.Sentence) {
	d := r.doc
	r.units = r.all[:0]
	for q := r.nextQuote; q < len(d.Quotes) && d.Quotes[q].First < s.First; q++ {
		r.nextQuote = q + 1
	}
	for i := s.First; i < s.Last; {
		if r.nextQuote < len(d.Quotes) && d.Quotes[r.nextQuote].First == i {
			q := d.Quotes[r.nextQuote]
			r.nextQuote++
			if q.Last > s.Last {
				q.Last, q.End = s.Last, s.End
			}
			if r.spoken(q) {
				r.units = append(r.units, unit{Span: q.Span, class: quoted, ending: r.regionEnd(q), unclosed: !q.Closed, first: q.First, last: q.Last})
			} else {
				r.fold(q)
			}
			i = q.Last
			continue
		}
		r.units = append(r.units, r.unit(i))
		i++
	}
	r.all = r.units
}

func (r *reader) unit(i int) unit {
	t := r.doc.Tokens[i]
	if r.inName(i) {
		return unit{Span: t.Span, class: proper, first: i, last: i + 1}
	}
	w := r.words.find(r.doc.Slice(t.Span))
	u := unit{Span: t.Span, class: w.class, first: i, last: i + 1, verbs: w.verbs}
	if t.Tag == "HYPH" {
		if r.apart(t.Span) {
			u.class = dash
			return u
		}
		u.class = noun // the hyphen of a compound
		return u
	}
	if u.class&punctuation == 0 {
		u.class |= r.tagged(i, t.Tag, &w)
		if r.hyphenated(i) && u.is(verbal) {
			u.class, u.verbs = u.class&^verbal|adjective, nil // president-elect, long-awaited
		}
		if w.class&that != 0 {
			u.class &^= relative // which it is, the rules judge
		}
		if r.qualifies(i) {
			u.class = u.class&^(participle|gerund|finite) | adjective
		}
		if t.Tag != "NNP" && t.Tag != "NNPS" {
			return u
		}
		// A capitalised word that the tagger takes for a name isn't a verb.
		u.class &^= relative | subordinate
	}
	return u
}

// hyphenated tells whether a hyphen joins token i to the word before it.
func (r *reader) hyphenated(i int) bool {
	t := r.doc.Tokens
	return i >= 2 && t[i-1].Tag == "HYPH" && t[i-1].End == t[i].Start && t[i-2].End == t[i-1].Start
}

// inName tells whether token i belongs to a name; tokens are asked for in order.
func (r *reader) inName(i int) bool {
	ms := r.doc.Mentions
	for r.nextName < len(ms) && (ms[r.nextName].Last <= i || ms[r.nextName].Kind != document.Name) {
		r.nextName++
	}
	return r.nextName < len(ms) && ms[r.nextName].First <= i
}

// tagged is the class that a tag gives a word. A capitalised word that no closed
// class holds is a name where its tag would make it a participle, a relative or a
// preposition: taggers stumble over surnames like Weaver and Schilling.
func (r *reader) tagged(i int, tag string, w *word) class {
	c := tagClasses[tag]
	if c&(gerund|base|relative|preposition|participle) == 0 || w.class != 0 || w.verbs != nil {
		return c
	}
	first := r.doc.Text[r.doc.Tokens[i].Start]
	if first < 'A' || first > 'Z' || len(r.units) == 0 && c&relative == 0 {
		return c
	}
	return proper
}

// qualifies tells whether token i is a participle that stands before a noun as its
// adjective: "the closed pier".
func (r *reader) qualifies(i int) bool {
	if i >= len(r.doc.Arcs) || r.doc.Arcs[i].Relation != "amod" {
		return false
	}
	tag := r.doc.Tokens[i].Tag
	return tag == "VBN" || tag == "VBG"
}

// fold adds the words of a region that is no speech, its marks joined to them.
func (r *reader) fold(q document.Quote) {
	from, to := q.First, q.Last
	title := r.entitles(q)
	if q.Opened && to-from > 1 {
		from++
	}
	if q.Closed && to-from > 1 {
		to--
	}
	for i := from; i < to; i++ {
		u := r.unit(i)
		if u.verbs, u.folded = nil, true; title && !u.is(punctuation) {
			u.class = proper
		}
		if i == from {
			u.Start, u.first = q.Start, q.First
		}
		if i == to-1 && u.is(punctuation) && i > from {
			// “a farce,” is one piece: its comma and mark go with the word.
			r.units[len(r.units)-1].End, u.Start = q.End, q.End
		}
		if i == to-1 {
			u.End, u.last = q.End, q.Last
		}
		r.units = append(r.units, u)
	}
}

// spoken tells whether a region may be speech: it has four words and isn't a
// title, or it ends like a sentence and no noun phrase leads into it.
func (r *reader) spoken(q document.Quote) bool {
	words, end := 0, class(0)
	for i := q.First; i < q.Last && words < shortest; i++ {
		t := r.doc.Tokens[i]
		if c := marks[r.doc.Slice(t.Span)]; c == 0 {
			words, end = words+1, 0
			if d := r.doc.Slice(t.Span); d[len(d)-1] == '.' {
				end = stop // “No.” has been taken for an abbreviation
			}
		} else if c != mark {
			end = c
		}
	}
	if words >= shortest {
		return !r.entitles(q)
	}
	if words == 0 || end&(comma|stop|dash) == 0 {
		return false
	}
	if len(r.units) == 0 {
		return true
	}
	last := &r.units[len(r.units)-1]
	return last.is(comma|colon|stop|dash|mark|quoted) || last.verbs != nil && last.is(verbal)
}

// regionEnd is the class of the last mark inside a region.
func (r *reader) regionEnd(q document.Quote) class {
	for i := q.Last - 1; i > q.First; i-- {
		c := marks[r.doc.Slice(r.doc.Tokens[i].Span)]
		if c&(comma|stop|dash) != 0 {
			return c & (comma | stop | dash)
		}
		if c == 0 {
			break
		}
	}
	return 0
}

// apart tells whether a hyphen stands between spaces, for a dash.
func (r *reader) apart(s document.Span) bool {
	text := r.doc.Text
	return s.Start > 0 && text[s.Start-1] == ' ' && s.End < len(text) && text[s.End] == ' '
}
