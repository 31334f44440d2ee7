package statement

import (
	_ "embed"
	"fmt"
	"strings"
)

// frame is the set of ways in which a reporting verb takes its content.
type frame uint16

const (
	bare        frame = 1 << iota // a clause without that: said he would
	clause                        // a clause with that
	quotes                        // a quotation, before or after
	trailing                      // follows its content: …, he said
	addressee                     // an object before the content: told reporters that
	asking                        // whether, if, how, why, to
	nounPhrases                   // a noun phrase is what was said: cited the cost
	naming                        // an object and what it is called: called it a farce
	nounish                       // more often a noun: the tag must say verb
	denial                        // the content is denied
	wanting                       // to do something: urged them to leave, vowed to stay
)

var frameLetters = map[byte]frame{
	's': bare, 't': clause, 'q': quotes, 'b': trailing, 'o': addressee, 'w': asking,
	'p': nounPhrases, 'n': naming, 'x': nounish, 'd': denial, 'i': wanting,
}

// verb is what one form of a reporting verb does.
type verb struct {
	frame    frame
	particle string // the word that must follow: out, to, about; "" for none
}

// verbTable lists reporting verbs: lemma, frame letters, the particle or "-",
// and irregular forms (third person, past, past participle, gerund; "-" for the
// regular one). Which verbs report at all is counted in PolNeAR; their frames
// are grammar.
//
//go:embed verbs.tsv
var verbTable string

// addVerbs enters every form of every verb.
func (v vocabulary) addVerbs() error {
	for i, line := range strings.Split(strings.TrimSpace(verbTable), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 3 {
			return fmt.Errorf("statement: verbs.tsv line %d: want lemma, frames and particle, have %q", i+1, line)
		}
		e := verb{particle: strings.TrimPrefix(f[2], "-")}
		for _, letter := range []byte(f[1]) {
			bit, ok := frameLetters[letter]
			if !ok {
				return fmt.Errorf("statement: verbs.tsv line %d: unknown frame %q", i+1, letter)
			}
			e.frame |= bit
		}
		for _, form := range inflect(f[0], f[3:]) {
			w := v[form]
			w.verbs = append(w.verbs, e)
			v[form] = w
		}
	}
	return nil
}

// inflect gives the distinct forms of a verb: base, third person, past,
// participle, gerund. Given forms other than "-" replace the regular ones.
func inflect(lemma string, given []string) []string {
	last := lemma[len(lemma)-1]
	third, past, gerund := lemma+"s", lemma+"ed", lemma+"ing"
	switch {
	case strings.HasSuffix(lemma, "ee"):
		past = lemma + "d"
	case last == 'e':
		past, gerund = lemma+"d", lemma[:len(lemma)-1]+"ing"
	case last == 'y' && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
		stem := lemma[:len(lemma)-1]
		third, past = stem+"ies", stem+"ied"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"):
		third = lemma + "es"
	}
	forms := []string{lemma, third, past, past, gerund}
	for i, g := range given {
		if g == "-" || i >= 4 {
			continue
		}
		forms[i+1] = g
		if i == 1 && len(given) < 3 {
			forms[3] = g
		}
	}
	out := forms[:0]
	for _, f := range forms {
		seen := false
		for _, o := range out {
			seen = seen || o == f
		}
		if !seen {
			out = append(out, f)
		}
	}
	return out
}
