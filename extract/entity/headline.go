package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// maxTitle is how many words of a headline are looked at.
const maxTitle = 64

// titleWords are the words of a headline without possessives, and an empty word
// for each mark or possessive behind one: Oldland's Example is no Oldland Example.
func titleWords(title string) []string {
	words := make([]string, 0, 32)
	for w := range strings.FieldsSeq(title) {
		if len(words) >= maxTitle {
			break
		}
		bare := strings.TrimLeft(w, "(“\"‘'")
		w = strings.TrimRight(bare, ",;:!?)”\"’'")
		name := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		words = append(words, name)
		if len(name) < len(bare) {
			words = append(words, "")
		}
	}
	return words
}

// headline gives people whom the text names by their surname alone the full name
// that the headline has, as press releases do: "Readout of Advisor Ann Example's
// Meeting"; or that the one has whose office publishes them.
func (r *reader) headline() {
	if r.doc.Title == "" && r.doc.Publisher == "" {
		return
	}
	var words, office []string
	for i := range r.known {
		k := &r.known[i]
		if k.Type != document.Person || k.full || strings.IndexByte(k.Name, ' ') > 0 || r.lex.Word(k.Name).Is(lexicon.Role) {
			continue
		}
		if kinds := r.lex.Of(k.Name); kinds.Has(lexicon.Given) && !kinds.Has(lexicon.Surname) {
			continue
		}
		if words == nil {
			words, office = titleWords(r.doc.Title), titleWords(r.doc.Publisher)
		}
		name := r.nameIn(words, k.Name)
		if name == "" {
			name = r.nameOfOffice(office, k.Name)
		}
		if name != "" && !r.presides(i, name) {
			k.Name, k.full = name, true
			r.buf = appendKey(r.buf[:0], name)
			k.words = wordsOf(string(r.buf))
		}
	}
}

// nameOfOffice is the full name that a publisher gives a surname which it ends with,
// "" when it gives none: Office of Senator Ann B. Example.
func (r *reader) nameOfOffice(words []string, surname string) string {
	last := len(words) - 1
	if last < 2 || !strings.EqualFold(words[last], surname) {
		return ""
	}
	for first := last; first > 1 && isCapital(words[first]); first-- {
		if r.isAddressed(words[first-1]) && first < last {
			return strings.Join(words[first:], " ")
		}
	}
	return ""
}

// presides tells whether a person of known number i is called president by his
// surname alone, which is that of one of the day, and a name isn't his: the
// president's wife has the headline.
func (r *reader) presides(i int, name string) bool {
	other := known{Entity: document.Entity{Name: name}, full: true}
	if !r.rivals(r.known[i].Name, &other) {
		return false
	}
	for j := range r.doc.Mentions {
		if m := &r.doc.Mentions[j]; m.Entity == i && strings.EqualFold(r.text(m.First-1), "president") && r.text(m.First-2) != "Vice" {
			return true
		}
	}
	return false
}

// nameIn is the full name that a headline gives a surname, "" when it gives none
// or has the surname alone too: President Example and First Lady Ann Example.
func (r *reader) nameIn(words []string, surname string) string {
	full := ""
	for at, w := range words {
		if !strings.EqualFold(w, surname) {
			continue
		}
		name := r.nameEnding(words, at)
		if name == "" {
			name = r.nameBeginning(words, at)
		}
		if name == "" || full != "" && name != full {
			return ""
		}
		full = name
	}
	return full
}

// nameEnding is the full name in a headline that ends with its word at, "" when
// no given name stands before it.
func (r *reader) nameEnding(words []string, at int) string {
	first := at - 1
	if first < 0 {
		return ""
	}
	if first > 0 && isInitial(words[first]) {
		first--
	}
	for start := first; start > 0 && at-start < maxFullName && r.isNameWord(words[start]); start-- {
		if r.isAddressed(words[start-1]) {
			return strings.Join(words[start:at+1], " ") // President Abdel Example Other
		}
	}
	if !r.isGiven(words[first]) && !(first > 0 && r.isRare(words[first]) && r.isAddressed(words[first-1])) {
		return ""
	}
	return strings.Join(words[first:at+1], " ")
}

// nameBeginning is the full name of somebody known in a headline that begins with the
// surname at a word behind a title, as Korean and Japanese ones do; "" when there is
// none.
func (r *reader) nameBeginning(words []string, at int) string {
	if at == 0 || !r.isAddressed(words[at-1]) {
		return ""
	}
	for end := min(len(words), at+maxFullName); end > at+1; end-- {
		if name := strings.Join(words[at:end], " "); r.lex.Of(name).Has(lexicon.Person) {
			return name
		}
	}
	return ""
}

// isNameWord tells whether a word of a headline is one of which names of people are
// made and no other.
func (r *reader) isNameWord(w string) bool {
	kinds := r.lex.Of(w)
	return isCapital(w) && !lexicon.Capitals(w) && kinds.Has(lexicon.Given|lexicon.Surname) && !kinds.Has(lexicon.Country|lexicon.Adjective) && r.lex.Word(w).Class == 0
}

// nameAt is the name in a headline that begins with its word i: a given name, an
// initial and a surname, or a surname alone.
func (r *reader) nameAt(words []string, i int) string {
	last := i
	if r.isGiven(words[i]) {
		if last+1 < len(words) && isInitial(words[last+1]) {
			last++
		}
		if last+1 < len(words) && r.isSurname(words[last+1]) {
			last++
		}
	}
	if !r.isSurname(words[last]) {
		return ""
	}
	return strings.Join(words[i:last+1], " ")
}

// isRare tells whether a word of a headline that no list has as a given name can
// be one behind a title: Congresswoman [Kit] Example.
func (r *reader) isRare(w string) bool {
	return isCapital(w) && !lexicon.Capitals(w) && r.lex.Of(w).Has(lexicon.Surname) && r.lex.Word(w).Class == 0
}

// isAddressed tells whether a word of a headline is a title written before one
// person's name.
func (r *reader) isAddressed(w string) bool {
	title := r.lex.Word(w)
	return isCapital(w) && title.Is(lexicon.Role|lexicon.Honorific) && !title.Plural
}

func isInitial(w string) bool { return isCapital(w) && len(strings.TrimSuffix(w, ".")) == 1 }

func (r *reader) isGiven(w string) bool {
	return isCapital(w) && !lexicon.Capitals(w) && r.lex.Of(w).Has(lexicon.Given) && !r.lex.Word(w).Is(lexicon.Function|lexicon.Role|lexicon.Honorific|lexicon.Calendar)
}

// isSurname tells whether a word can be one: it is written as a name and isn't
// a word that headlines are made of.
func (r *reader) isSurname(w string) bool {
	return isCapital(w) && len(w) > 1 && r.lex.Word(w).Class&^lexicon.Honorific == 0
}
