// Package chain decides, among the units of a sentence, which of them are the
// cues of reports, what each reports, and who is named as the source.
//
// A chain of sparse linear models does it: a classifier looks for cues; for each
// cue a conditional random field labels the sentence with content and speaker,
// and gives its best labellings; a last classifier says of each whether it is
// right; a consistent set of the surest is kept. It knows nothing of words: a
// unit is what the statement stage tells of it, and what the stage's rules make
// of the same sentence is evidence like any other.
//
// The method is that of Pareti (2015), a cue first and a span for each cue, with
// a classifier over the best labellings after Collins (2000).
package chain

import "dossier/extract/sparse"

// Flags are what is known of a unit.
type Flags uint16

// The flags.
const (
	Quoted Flags = 1 << iota // a whole quoted region
	Folded                   // inside marks that are no speech
	Verb                     // any form of a verb but a modal
	Modal
	Nominal // noun or name
	Pronoun // one that may be a subject
	That
	Coordinator
	Comma // or dash or bracket
	Colon // or semicolon
	Stop
	According
	Dash   // a dash, which is a comma too
	Upper  // of a quoted region: its first letter is a capital
	Open   // of a quoted region: it lacks its closing mark
	Saying // a form of a verb of speech
	Mark   = Comma | Colon | Stop
)

// Unit is a word or mark of the sentence, or a whole quoted region.
type Unit struct {
	Word  uint32 // which word of a closed class or of reporting, else what kind of word
	Tag   uint32 // what kind of word
	Lemma uint32 // of a word of reporting, 0 for others
	Class Class  // of such a word
	Flags Flags
	Words int    // 1 for a word, 0 for a mark
	End   uint32 // the last mark inside a quoted region, 0 for none

	Head     int    // on which unit it hangs, counted from 1; 0 when on none
	Relation uint32 // by which relation
}

func (u *Unit) is(f Flags) bool { return u.Flags&f != 0 }

// Class is what kind of report a cue makes.
type Class uint8

// The classes of PolNeAR's cues; Other is what is none of the four.
const (
	NoCue Class = iota
	Say
	Act
	Thought
	Evidence
	Other
	Classes
)

// Phrase is a run of units, [From, To).
type Phrase struct{ From, To int }

// Empty tells whether the phrase has no units.
func (p Phrase) Empty() bool { return p.To <= p.From }

func (p Phrase) overlap(q Phrase) Phrase {
	return Phrase{max(p.From, q.From), min(p.To, q.To)}
}

// Guess is what a rule makes of a cue.
type Guess struct {
	Cue     int
	Rule    uint32   // 0 for a mere supposition, which is evidence but no alternative
	Content []Phrase // in order
	Who     Phrase   // empty when nobody is named
	Kept    bool     // no other rule contradicts it
}

// Sentence is what is read at once.
type Sentence struct {
	Units   []Unit
	Guesses []Guess
	First   bool // the first of its paragraph
	After   bool // the sentence before it in the paragraph ends in a quoted region
	Before  bool // the sentence after it in the paragraph begins with one
	Cues    []Cue

	before []int // how many words come before each unit, and in all
}

// Cue is a unit that may be one.
type Cue struct {
	Unit int
	Kind Kind
	P    [Classes]float32 // how likely it is of which class
}

// any is the probability that the cue reports anything.
func (c *Cue) any() float32 { return 1 - c.P[NoCue] }

// Kind is what makes a unit a possible cue.
type Kind uint8

// The kinds.
const (
	Reporting Kind = iota + 1 // a verb of reporting
	OtherVerb
	Noun // a noun of reporting
	Accord
	Sign // a colon
	Break
)

// Find lists the possible cues of the sentence in s.Cues. It must be called when
// the units have changed.
func (s *Sentence) Find() {
	s.Cues = s.Cues[:0]
	s.before = append(s.before[:0], 0)
	for i := range s.Units {
		s.before = append(s.before, s.before[i]+s.Units[i].Words)
	}
	for i := range s.Units {
		if k := kindOf(&s.Units[i]); k != 0 {
			s.Cues = append(s.Cues, Cue{Unit: i, Kind: k})
		}
	}
}

func kindOf(u *Unit) Kind {
	switch {
	case u.is(Quoted | Folded):
		return 0
	case u.is(According):
		return Accord
	case u.is(Verb) && u.Lemma != 0:
		return Reporting
	case u.is(Verb):
		return OtherVerb
	case u.Lemma != 0:
		return Noun
	case u.is(Colon):
		return Sign
	case u.is(Dash):
		return Break
	}
	return 0
}

// Report is what the chain finds.
type Report struct {
	Cue     int      // a unit
	Class   Class    // Say or Thought
	Content []Phrase // in order, at least one
	Who     Phrase   // empty when nobody is named
	P       float64  // how likely it is right
	Guess   int      // index of the guess of the same cue, -1 for none
}

// before is the unit that many places away; beyond the ends stands an empty one.
func at(us []Unit, i int) *Unit {
	if i < 0 || i >= len(us) {
		return &edge
	}
	return &us[i]
}

// edge stands before the first unit and after the last.
var edge = Unit{Word: 11, Tag: 12}

// bucket makes few values of a number that isn't negative.
func bucket(n int) uint32 {
	switch {
	case n <= 3:
		return uint32(n)
	case n <= 5:
		return 4
	case n <= 8:
		return 5
	case n <= 14:
		return 6
	case n <= 25:
		return 7
	}
	return 8
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// level makes few values of a probability.
func level(p float32, steps []float32) uint32 {
	for i, s := range steps {
		if p < s {
			return uint32(i)
		}
	}
	return uint32(len(steps))
}

type features = sparse.Features
