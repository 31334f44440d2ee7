package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// heading makes a circle of those with whom a headline begins, as press releases
// name who wrote together: "Okoro, Imani Call on …", and of those of whose meeting
// or statement it tells: "Readout of Mayor Okoro's Call with Governor Imani".
func (r *reader) heading() {
	if r.doc.Title == "" || len(r.doc.Sentences) == 0 {
		return
	}
	words := titleWords(r.doc.Title)
	common := isShared(words)
	var list []int32
	begun, broken := false, false
	for i := 0; i < len(words); i++ {
		w := words[i]
		e, n := r.inHeadline(words, i)
		switch {
		case e >= 0:
			if (!begun || !broken || common) && !has(list, e) {
				list = append(list, e)
			}
			begun, broken = true, false
			i += n - 1
		case w == "" || w == "&" || w == "and":
		case isCapital(w) && (r.lex.Word(w).Is(lexicon.Role|lexicon.Honorific) || strings.HasSuffix(w, ".") && !broken): // Reps. Okoro, Imani
		default:
			if !begun && !common {
				return
			}
			if !common {
				i = len(words)
			}
			broken = true
		}
	}
	if len(list) > 1 && len(list) <= maxMembers {
		r.circles = append(r.circles, circle{members: list, opening: true, headline: true, token: -1, sentence: -1})
	}
}

// isShared tells whether a headline is that of what several people did together: a
// meeting with somebody, a joint statement.
func isShared(words []string) bool {
	for i, w := range words {
		w = strings.ToLower(w)
		if jointly[w] {
			return true
		}
		if next := i + 1; next < len(words) {
			switch words[next] {
			case "with", "between", "With", "Between":
				if encounters[w] {
					return true
				}
			}
		}
	}
	return false
}

var (
	jointly    = set("readout", "joint", "communique", "communiqué")
	encounters = set("call", "meeting", "conversation", "talks", "summit", "discussion", "discussions")
)

// inHeadline is the person whose name, in full or the surname, begins with a word of
// a headline, and how many words it has; -1 when none does.
func (r *reader) inHeadline(words []string, i int) (int32, int) {
	if !isCapital(words[i]) {
		return -1, 0
	}
	for n := min(maxFullName, len(words)-i); n > 1; n-- {
		last := strings.ToLower(words[i+n-1])
		for _, e := range r.byWord[last] {
			k := &r.known[e]
			if k.Type != document.Person || len(k.words) < 2 || n < 2 {
				continue
			}
			r.buf = appendKey(r.buf[:0], strings.Join(words[i:i+n], " "))
			if samePersonName(wordsOf(string(r.buf)), k.words) {
				return e, n
			}
		}
	}
	r.buf = appendKey(r.buf[:0], words[i])
	found := int32(-1)
	for _, e := range r.byWord[string(r.buf)] {
		if k := &r.known[e]; surnameOf(k.words) == string(r.buf) {
			if found >= 0 {
				return -1, 0 // which of them?
			}
			found = e
		}
	}
	return found, 1
}
