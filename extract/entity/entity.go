// Package entity decides who is who. It takes the names that stage name found
// and makes the entities of the article out of them: full names, surnames,
// acronyms, adjectives and seats of government of one entity come together. It
// knows for whom an actor acts, and it adds the mentions that aren't names:
// "the spokesperson", "the two countries", "she".
//
// The steps, in the order in which they run:
//
//	cut, bearer   mentions that hold two names, offices that nobody bears
//	label         who takes turns in a transcript: MS. EXAMPLE, THE PRESIDENT
//	trim, group   mentions written alike are one group; titles stay outside
//	spelling      a name in capitals as a running text writes it
//	country, act  names, adjectives, peoples, capitals and palaces that act
//	person        full names, then surnames in all spellings, one mention at a time
//	organization  full names, acronyms, short forms, with or without a country
//	headline      full names and offices that only the headline has
//	land, place   whose they are: "China's … Commission"; a place in doubt has
//	              no country
//	office        who holds the offices of the country whose page it is on the day
//	role          what people are, and for whom: "Russian General …"
//	link          Wikidata's numbers, where only one fits name, country and time
//	body          bodies that every state has, among office holders of one state
//	merge         two names of one Wikidata item are one entity
//	resolve       one walk through the text for roles, pairs, circles of people
//	              and pronouns
//
// How well it does, on development sets with the names of stage name: of the
// mentions that it puts into a named cluster of GUM's news, 96 % are right, and
// it finds 54 % of all (of names 72 %, of pronouns 42 %, nine tenths of he and
// she); names joined to another name of the same entity 72 %; 61 % of GAP's
// pronouns, which lean on what stands between two names of one gender. Read by
// eye in news: of he and she beside verbs of reporting 19 in 20 are right, of
// nouns joined to people and bodies nine in ten, of capitals that stand for their
// country nineteen in twenty. It does badly at nouns that describe (the team, the
// boy) and at most of it, which it leaves alone; they it takes for people who are
// named together, else for nobody.
package entity

import (
	"sync"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// Stage resolves mentions. It is safe for concurrent use.
type Stage struct {
	lex     *lexicon.Lexicon
	readers sync.Pool // of *reader, whose slices are worth keeping
}

// New makes the stage on top of a lexicon.
func New(lex *lexicon.Lexicon) *Stage {
	return &Stage{lex: lex, readers: sync.Pool{New: func() any { return new(reader) }}}
}

// Apply sets the Entity of each of d's mentions, fills d.Entities in the order
// of their first mention, and adds nominal and pronoun mentions.
func (s *Stage) Apply(d *document.Document) {
	r := s.readers.Get().(*reader)
	defer s.readers.Put(r)
	r.reset(s.lex, d)
	r.join()
	r.cut()
	r.labels()
	r.gather()
	r.cover()
	r.classify()
	r.countries()
	r.persons()
	r.incumbents()
	r.officers()
	r.others()
	r.surnames()
	r.headline()
	r.lands()
	r.roles()
	r.link()
	r.merge()
	r.resolve()
	r.finish()
	r.doc = nil
}

// reader is the state of reading one document. Entities are numbered as they
// are made and put into the order of the text at the end.
type reader struct {
	lex *lexicon.Lexicon
	doc *document.Document

	calls   []call           // the labels of a transcript that name an office
	called  map[int]bool     // by token: a name begins that labels a turn
	offices map[string]int32 // whom the headline names with them
	own     map[string]int32 // who held them on the day, in the country whose page the article is on

	homeland string // that country
	cabinet  int32  // its government, -1 before it is looked for

	groups  []group
	groupOf []int32 // by mention
	kins    map[string]kinship
	keys    map[string]int32
	titles  map[string]int32 // people of a surname that several have, by title and surname
	alone   map[string]bool  // surnames of people that stand alone

	spellings map[string][]int32 // people named in full, by what other spellings of their surnames have

	names  []int32 // by token: the mention that covers it plus one, 0 for none
	sents  []int32 // by token: its sentence
	quoted []bool  // by token: inside a quoted region

	known    []known
	byISO    map[string]int32
	about    map[string]bool    // countries that the places of the article lie in
	nations  int                // how many countries are named by name or adjective
	politics map[string]company // by country
	byWord   map[string][]int32 // entities of persons by each word of their names
	byFirst  map[string][]int32 // organisations by the first word of their names
	initials map[string]int32   // organisations by the first letters of their names
	shorts   map[string]int32   // entities by shorter forms of their names

	added  []document.Mention // nominals and pronouns
	recent []int32            // persons, the last mentioned first
	pairs  []pair
	two    two

	stranger stranger
	circles  []circle
	listing  listing

	speaker int32 // who spoke last
	actor   int32 // the person who is the subject of the sentence, -1 for none so far
	saying  int   // a verb of saying whose subject is to come, -1 for none
	buf     []byte
}

// group is all mentions that are written alike, but for case, stops and
// hyphens.
type group struct {
	key     string
	words   []string // of the key
	kinds   lexicon.Kind
	typ     document.EntityType
	votes   [4]int32 // person, place, organisation, other
	text    string   // as first written
	first   int32    // its first mention
	demonym bool
	entity  int32 // -1 while the mentions are to be settled one by one
}

// known is an entity with what the stage remembers of it.
type known struct {
	document.Entity
	words  []string
	detail string // of an organisation: its kind in the lexicon
	roles  []role
	full   bool // named by more than a surname

	// Where it was mentioned last, as the resolution of nominals and pronouns
	// goes through the text.
	token, sentence                     int32
	subject, quoted, genitive, governed bool
	count                               int32
	place                               place
}

func (r *reader) reset(lex *lexicon.Lexicon, d *document.Document) {
	r.lex, r.doc = lex, d
	clear(r.groups)
	r.groups = r.groups[:0]
	clear(r.known)
	r.known = r.known[:0]
	r.added, r.recent, r.pairs, r.calls = r.added[:0], r.recent[:0], r.pairs[:0], r.calls[:0]
	r.called, r.offices, r.two = nil, nil, two{}
	r.keys = emptied(r.keys)
	r.kins = emptied(r.kins)
	r.alone = emptied(r.alone)
	r.titles = emptied(r.titles)
	r.spellings = nil
	r.byISO = emptied(r.byISO)
	r.byWord = emptied(r.byWord)
	r.byFirst = emptied(r.byFirst)
	r.initials = emptied(r.initials)
	r.shorts = emptied(r.shorts)
	r.groupOf = sized(r.groupOf, len(d.Mentions))
	r.names = sized(r.names, len(d.Tokens))
	r.sents = sized(r.sents, len(d.Tokens))
	r.quoted = sized(r.quoted, len(d.Tokens))
	for i, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			r.sents[t] = int32(i)
		}
	}
	for _, q := range d.Quotes {
		for t := q.First; t < q.Last; t++ {
			r.quoted[t] = true
		}
	}
}

// cover says which mention each token belongs to.
func (r *reader) cover() {
	for i, m := range r.doc.Mentions {
		for t := m.First; t < m.Last; t++ {
			r.names[t] = int32(i + 1)
		}
	}
}

func emptied[V any](m map[string]V) map[string]V {
	if m == nil || len(m) > 4096 { // a map keeps the size of its largest document
		return make(map[string]V)
	}
	clear(m)
	return m
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// token texts and tags, empty outside the document.

func (r *reader) text(t int) string {
	if t < 0 || t >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Slice(r.doc.Tokens[t].Span)
}

func (r *reader) tag(t int) string {
	if t < 0 || t >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Tokens[t].Tag
}

func (r *reader) word(t int) *lexicon.Word { return r.lex.Word(r.text(t)) }

// mentionAt is the name mention that covers a token, nil when none does.
func (r *reader) mentionAt(t int) *document.Mention {
	if t < 0 || t >= len(r.names) || r.names[t] == 0 {
		return nil
	}
	return &r.doc.Mentions[r.names[t]-1]
}

// sentence is the token range of the sentence that holds a token.
func (r *reader) sentence(t int) (first, last int) {
	if len(r.doc.Sentences) == 0 {
		return 0, len(r.doc.Tokens)
	}
	s := r.doc.Sentences[r.sents[t]]
	return s.First, s.Last
}

func (r *reader) make(e document.Entity) int32 {
	r.known = append(r.known, known{Entity: e, token: -1, sentence: -1})
	return int32(len(r.known) - 1)
}
