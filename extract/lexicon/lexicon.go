// Package lexicon holds what the reader knows before it reads: names of
// countries, places, organisations and people of politics, compiled into a pack
// by cmd/train, and small tables of the words that news hangs on (who says,
// who is called what, who is whose), kept as text in the folder tables.
//
// Two look-ups answer everything.
//
// [Lexicon.Kinds] and [Lexicon.Senses] say what a phrase can be. A phrase is
// looked up by its [Key], a hash that grows word by word; [Lexicon.Longest]
// does that from a token on:
//
//	n, kinds := lex.Longest(len(tokens), i, func(j int) (int, int) { return tokens[j].Start, tokens[j].End }, text)
//	for s := range lex.Senses(text[tokens[i].Start:tokens[i+n-1].End]) {
//		fmt.Println(s.Kind, s.Name, s.Country)
//	}
//
// [Lexicon.Word] says what a common word does: whether it reports speech, names
// an office, a relative or an armed force, is a pronoun, and of which gender and
// number:
//
//	w := lex.Word("spokeswomen") // Role, detail spokes, Feminine, Plural, lemma spokeswoman
//	w := lex.Word("urged")       // Reporting, lemma urge, Report Ask, Form Past|Participle
//
// Names match as they are written; a phrase in capitals also matches as it would
// be written in a running text. Neither look-up allocates; one costs some 25 ns a
// word.
//
// The pack holds 221,000 records and 330,000 names, 4.5 MB in the program. It is
// unpacked on first use, in about a tenth of a second on one core, and then takes
// 36 MB. The header of each of its parts tells its sources and their licences.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"strings"
	"sync"
)

// Lexicon is immutable and safe for concurrent use.
type Lexicon struct {
	blob  string // the records of all parts
	names *table
	words *table
	word  []Word

	countries map[string]uint32   // where the record of a code is
	heads     map[string][]uint32 // where the records of those are who led or were second in a country
}

//go:embed pack/*.lex
var packFiles embed.FS

// parts are the files of the pack, those with the most likely senses first.
var parts = []string{"words", "people", "organizations", "places"}

// Default is the lexicon that the program carries, unpacked on first use.
func Default() (*Lexicon, error) { return loadDefault() }

var loadDefault = sync.OnceValues(func() (*Lexicon, error) { return Load(packFiles) })

// Load reads the lexicon from a file system that holds pack/*.lex.
func Load(files fs.FS) (*Lexicon, error) {
	read := make([]Part, 0, len(parts))
	for _, name := range parts {
		file := "pack/" + name + ".lex"
		data, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, fmt.Errorf("lexicon: reading %s: %w", file, err)
		}
		p, err := DecodePart(file, data)
		if err != nil {
			return nil, err
		}
		read = append(read, p)
	}
	l, err := load(read)
	if err != nil {
		return nil, err
	}
	if err := l.loadWords(); err != nil {
		return nil, err
	}
	return l, nil
}

// Kinds is what the phrase of the key can be, with [Prefix] when a longer
// phrase begins with it.
func (l *Lexicon) Kinds(k Key) Kind { return l.names.kinds(k) }

// Senses are the things that the phrase can name, the likeliest kind first. A
// phrase in capitals that names nothing as written is read as a running text
// would write it.
func (l *Lexicon) Senses(phrase string) iter.Seq[Sense] {
	// Small enough to be inlined, so that ranging over it allocates nothing.
	return func(yield func(Sense) bool) { l.each(phrase, yield) }
}

// Country is the country, or the body of states, of a code.
func (l *Lexicon) Country(code string) (Sense, bool) {
	at, ok := l.countries[code]
	if !ok {
		return Sense{}, false
	}
	kind := Country
	if isUnion(code) {
		kind = Organization
	}
	return l.sense(ref{kind: kind, at: at}), true
}

// Heads are the people who have been head of state or government of a country, or
// their deputies, in the order of the pack.
func (l *Lexicon) Heads(country string) iter.Seq[Sense] {
	return func(yield func(Sense) bool) {
		all := l.heads[country]
		for i := len(all) - 1; i >= 0; i-- {
			if !yield(l.sense(ref{kind: Leader, at: all[i]})) {
				return
			}
		}
	}
}

func (l *Lexicon) each(phrase string, yield func(Sense) bool) {
	for i := l.lookup(phrase).ref; i != 0; i = l.names.refs[i].next {
		if !yield(l.sense(l.names.refs[i])) {
			return
		}
	}
}

// Of is what the whole phrase can be, as [Lexicon.Senses] reads it but without
// the things.
func (l *Lexicon) Of(phrase string) Kind { return l.lookup(phrase).kinds }

func (l *Lexicon) lookup(phrase string) *slot {
	s := l.names.find(KeyOf(phrase))
	if s.kinds&^Prefix == 0 && len(phrase) > maxAcronym && Capitals(phrase) {
		s = l.names.find(titled(phrase))
	}
	return s
}

func titled(phrase string) Key {
	k := NewKey
	for phrase != "" {
		word, rest, more := strings.Cut(phrase, " ")
		if k = k.AddTitled(word); more {
			k = k.byte(' ')
		}
		phrase = rest
	}
	return k
}

// maxAcronym is how long, in bytes, a word in capitals is that never is a name
// in capitals: WA is no town called Wa.
const maxAcronym = 3

// maxWords bounds the length of a phrase in tokens.
const maxWords = 16

// Longest finds the longest phrase of the lexicon that starts with token at, of
// n tokens whose bytes in text are told by span. It returns how many tokens the
// phrase has and what it can be, or 0, 0.
func (l *Lexicon) Longest(n, at int, span func(i int) (start, end int), text string) (int, Kind) {
	length, kinds := l.longest(n, at, span, text, false)
	if length == 0 && at < n {
		if start, end := span(at); end-start > maxAcronym && Capitals(text[start:end]) {
			return l.longest(n, at, span, text, true)
		}
	}
	return length, kinds
}

func (l *Lexicon) longest(n, at int, span func(i int) (start, end int), text string, capitals bool) (length int, kinds Kind) {
	k := NewKey
	last := -1
	for i := at; i < n && i < at+maxWords; i++ {
		start, end := span(i)
		if last >= 0 && start > last {
			k = k.byte(' ')
		}
		if capitals {
			k = k.AddTitled(text[start:end])
		} else {
			k = k.Add(text[start:end])
		}
		last = end
		found := l.Kinds(k)
		if found&^Prefix != 0 {
			length, kinds = i-at+1, found&^Prefix
		}
		if found&Prefix == 0 {
			break
		}
	}
	return length, kinds
}
