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
	if strings.EqualFold(r.text(first), "the") {
		return end, false
	}
	start = first
	for t := first; t < end; t++ {
		if r.word(t).Is(lexicon.Role | lexicon.Honorific) {
			start = t + 1
			isName = true
		}
	}
	for start < end && !isCapital(r.text(start)) && r.text(start)[0] < 0x80 {
		start++ // the stop of MS.
	}
	if start < end && !isName {
		isName = r.lex.Of(titled(r.text(end - 1))).Has(lexicon.Surname)
	}
	for t := start; t < end; t++ {
		isName = isName && !r.word(t).Is(lexicon.Function|lexicon.OrgHead)
	}
	return start, isName
}

// officers finds who bears the offices that label turns: the headline names
// them. Their labels are mentions of them.
func (r *reader) officers() {
	if len(r.calls) == 0 || r.doc.Title == "" {
		return
	}
	words := titleWords(r.doc.Title)
	holders := make(map[string]int32)
	for _, c := range r.calls {
		office := r.doc.Text[r.doc.Tokens[c.first].Start:r.doc.Tokens[c.last-1].End]
		e, ok := holders[office]
		if !ok {
			e = r.holder(words, strings.Fields(office))
			holders[office] = e
		}
		if e >= 0 {
			k := &r.known[e]
			if len(k.roles) == 0 {
				r.addRole(k, c.first, c.last-1, c.last)
			}
			r.add(e, c.first, c.last, document.Nominal)
		}
	}
}

// holder is the person whom a headline names with an office, made when the text
// doesn't name him otherwise; -1 when it names nobody with it.
func (r *reader) holder(words, office []string) int32 {
	if len(office) > 0 && strings.EqualFold(office[0], "the") {
		office = office[1:]
	}
	n := len(office)
	if n == 0 || !offices[r.lex.Word(office[n-1]).Detail] && !r.lex.Word(office[n-1]).Is(lexicon.Honorific) {
		return -1 // an official, a lady
	}
	for i := 0; i+n < len(words); i++ {
		if i > 0 && lesser[strings.ToLower(words[i-1])] || !slices.EqualFunc(words[i:i+n], office, strings.EqualFold) {
			continue
		}
		name := r.nameAt(words, i+n)
		if name == "" {
			continue
		}
		r.buf = appendKey(r.buf[:0], name)
		key := wordsOf(string(r.buf))
		if len(key) == 1 && !r.lex.Of(name).Has(lexicon.Surname) {
			continue
		}
		for _, e := range r.byWord[surnameOf(key)] {
			known := r.known[e].words
			if len(key) == 1 && r.rivals(name, &r.known[e]) {
				continue
			}
			if len(key) > 1 && len(known) > 1 && samePersonName(key, known) || len(key) == 1 && surnameOf(known) == key[0] && !r.besides(words, i+n, known[0]) {
				return e
			}
		}
		e := r.make(document.Entity{Type: document.Person, Name: name})
		r.known[e].words, r.known[e].full = key, len(key) > 1
		for _, w := range key {
			if same := r.byWord[w]; len(same) < maxNamesakes {
				r.byWord[w] = append(same, e)
			}
		}
		return e
	}
	return -1
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
