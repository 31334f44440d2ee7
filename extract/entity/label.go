package entity

import (
	"slices"
	"sort"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// call is the label of a turn in a transcript that names an office and nobody:
// THE VICE PRESIDENT.
type call struct{ first, last int }

// maxLabel is how many tokens a label may have.
const maxLabel = 9

// labels reads the labels in capitals that turns of a transcript begin with: MS.
// EXAMPLE: and SECRETARY EXAMPLE: name a person, whatever a reader of names made of
// them, THE PRESIDENT: is remembered as an office.
func (r *reader) labels() {
	paragraph := -1
	var names []document.Mention
	for _, s := range r.doc.Sentences {
		if s.Paragraph == paragraph {
			continue
		}
		paragraph = s.Paragraph
		end := r.labelEnd(s.First)
		if end < 0 {
			continue
		}
		first, titled := r.labelName(s.First, end)
		if first == end {
			r.calls = append(r.calls, call{s.First, end})
		} else if titled {
			names = append(names, document.Mention{
				Span:  document.Span{Start: r.doc.Tokens[first].Start, End: r.doc.Tokens[end-1].End},
				First: first, Last: end, Kind: document.Name, Type: document.Person, Entity: -1,
			})
		}
	}
	if names == nil {
		return
	}
	r.called = make(map[int]bool, len(names))
	all := make([]document.Mention, 0, len(r.doc.Mentions)+len(names))
	ms := r.doc.Mentions
	for _, n := range names {
		r.called[n.First] = true
		at := sort.Search(len(ms), func(i int) bool { return ms[i].Last > n.First })
		all = append(append(all, ms[:at]...), n)
		for ms = ms[at:]; len(ms) > 0 && ms[0].First < n.Last; {
			ms = ms[1:]
		}
	}
	r.doc.Mentions = append(all, ms...)
	r.groupOf = sized(r.groupOf, len(r.doc.Mentions))
}

// labelEnd is the colon that ends a label in capitals, -1 when a token begins
// none.
func (r *reader) labelEnd(first int) int {
	if len(r.text(first)) < 2 {
		return -1 // Q
	}
	for t := first; t < min(first+maxLabel, len(r.doc.Tokens)); t++ {
		w := r.text(t)
		if w == ":" {
			return t
		}
		for i := 0; i < len(w); i++ {
			if 'a' <= w[i] && w[i] <= 'z' || '0' <= w[i] && w[i] <= '9' {
				return -1
			}
		}
	}
	return -1
}

// labelName is where in a label the name begins, behind the titles, and whether
// a title or a list of names makes it one; an office has none.
func (r *reader) labelName(first, end int) (start int, isName bool) {
	if strings.EqualFold(r.text(first), "the") || end == first+1 && called[strings.ToLower(r.text(first))] != "" {
		return end, false
	}
	start = first
	for t := first; t < end; t++ {
		if r.word(t).Is(lexicon.Role|lexicon.Honorific) || t+1 < end && shortTitles[strings.ToLower(strings.TrimSuffix(r.text(t), "."))] {
			start = t + 1
			isName = true
		}
	}
	for start < end && !isCapital(r.text(start)) && r.text(start)[0] < 0x80 {
		start++ // the stop of MS.
	}
	if start < end && !isName {
		isName = r.lex.Of(titled(r.text(end-1))).Has(lexicon.Surname) || end == start+1 && r.nameIn(titleWords(r.doc.Title), r.text(start)) != ""
	}
	for t := start; t < end; t++ {
		isName = isName && !r.word(t).Is(lexicon.Function|lexicon.OrgHead)
	}
	return start, isName
}

// officers finds whom the headline names with an office. The labels of turns with
// the office are mentions of them, and so will be "the President".
func (r *reader) officers() {
	words := titleWords(r.doc.Title)
	for i := range words {
		// The office may have a word before its noun: Vice President.
		for n := 2; n > 0; n-- {
			if i+n >= len(words) || !r.isOffice(words[i:i+n]) {
				continue
			}
			office := strings.ToLower(strings.Join(words[i:i+n], " "))
			if _, ok := r.offices[office]; ok || i > 0 && lesser[strings.ToLower(words[i-1])] {
				continue
			}
			if e := r.holder(words, i+n); e >= 0 {
				if r.offices == nil {
					r.offices = make(map[string]int32)
				}
				r.offices[office] = e
			}
			break
		}
	}
	for _, c := range r.calls {
		office := strings.TrimPrefix(strings.ToLower(r.doc.Text[r.doc.Tokens[c.first].Start:r.doc.Tokens[c.last-1].End]), "the ")
		e := r.ownOffice(office)
		ok := e >= 0
		if !ok {
			e, ok = r.offices[office]
		}
		if !ok && c.last == c.first+1 {
			e, ok = r.titledSurname(words, r.text(c.first))
		}
		if !ok {
			continue
		}
		if k := &r.known[e]; len(k.roles) == 0 {
			r.addRole(k, c.first, c.last-1, c.last)
		}
		r.add(e, c.first, c.last, document.Nominal)
	}
}

// titledSurname is the person whose surname in a headline is the word of a label that
// is a title too: KING, in the interview with Ann King.
func (r *reader) titledSurname(words []string, label string) (int32, bool) {
	name := r.nameIn(words, label)
	if name == "" {
		return -1, false
	}
	r.buf = appendKey(r.buf[:0], name)
	key := wordsOf(string(r.buf))
	for _, e := range r.byWord[surnameOf(key)] {
		if samePersonName(key, r.known[e].words) {
			return e, true
		}
	}
	return r.person(name, key), true
}

// isOffice tells whether words of a headline are a title.
func (r *reader) isOffice(words []string) bool {
	w := r.lex.Word(words[len(words)-1])
	if !(w.Is(lexicon.Role) && offices[w.Detail] || w.Is(lexicon.Honorific) && len(words) > 1) || w.Plural {
		return false
	}
	return len(words) == 1 || lesser[strings.ToLower(words[0])] || r.lex.Of(strings.Join(words, " ")).Has(lexicon.Title) || w.Is(lexicon.Honorific)
}

// holder is the person whose name begins with word i of a headline, made when the
// text doesn't name him; -1 when no name begins there.
func (r *reader) holder(words []string, i int) int32 {
	for _, e := range r.byWord[strings.ToLower(words[i])] {
		known := r.known[e].words
		if n := len(known); n > 1 && i+n <= len(words) && slices.EqualFunc(words[i:i+n], known, strings.EqualFold) {
			return e // wherever the surname stands
		}
	}
	name := r.nameAt(words, i)
	if name == "" || strings.IndexByte(name, ' ') < 0 && !r.lex.Of(name).Has(lexicon.Surname) {
		return -1
	}
	r.buf = appendKey(r.buf[:0], name)
	key := wordsOf(string(r.buf))
	for _, e := range r.byWord[surnameOf(key)] {
		known := r.known[e].words
		if len(key) == 1 && r.rivals(name, &r.known[e]) {
			continue
		}
		if len(key) > 1 && len(known) > 1 && samePersonName(key, known) || len(key) == 1 && surnameOf(known) == key[0] && !r.besides(words, i, known[0]) {
			return e
		}
	}
	return r.person(name, key)
}

// person makes a person of a headline whom the text doesn't name.
func (r *reader) person(name string, key []string) int32 {
	e := r.make(document.Entity{Type: document.Person, Name: name})
	r.known[e].words, r.known[e].full = key, len(key) > 1
	for _, w := range key {
		if same := r.byWord[w]; len(same) < maxNamesakes {
			r.byWord[w] = append(same, e)
		}
	}
	return e
}

// rivals tells whether a surname by itself is that of a head of state or
// government of the day, and a person of the surname is somebody else: the
// president's wife.
func (r *reader) rivals(surname string, k *known) bool {
	if !k.full {
		return false
	}
	for s := range r.lex.Senses(surname) {
		if s.Kind.Has(lexicon.Leader) && heads(&known{roles: headOfState}, s, r.doc.Date) {
			return !r.sharesPerson(surname, k.Name)
		}
	}
	return false
}

// besides tells whether a headline names somebody else of the surname at word i
// by that given name: President Example and First Lady Ann Example.
func (r *reader) besides(words []string, i int, given string) bool {
	for j := 1; j < len(words); j++ {
		if j != i && strings.EqualFold(words[j], words[i]) && strings.EqualFold(words[j-1], given) {
			return true
		}
	}
	return false
}

var headOfState = []role{{head: "president", detail: "head"}}

// lesser are words that make another office of an office.
var lesser = set("vice", "deputy", "former", "ex", "assistant", "associate", "acting", "under", "elect", "next", "future")
