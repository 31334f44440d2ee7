package lexicon

import "strings"

// Class is the set of things that a common word does.
type Class uint32

// The classes.
const (
	Reporting   Class = 1 << iota // verb that reports speech, thought or evidence; see Report
	Utterance                     // noun for something said: statement, remark
	Role                          // noun for what a person is or does: minister, spokesman, expert; Detail says what
	Family                        // noun for a relative: wife, son
	Honorific                     // Mr, Dr, Sir: stands before a name only
	OrgHead                       // noun that heads the name of an organisation; Detail is its kind
	NameHead                      // noun that heads the name of a place, a work or an event (see Detail): airport, act, battle
	Agent                         // noun for a body of people that acts: troops, rebels, lawmakers; Sector says for whom
	Human                         // noun for a person by sex or age alone: man, girl
	State                         // country, nation, side …: stands for a country or a party
	PronounWord                   // personal pronoun
	Calendar                      // month or day of the week
	Function                      // closed-class word: article, preposition, conjunction …
)

// Gender is the grammatical gender that a word gives a person.
type Gender byte

// The genders; a word used for both is Neutral, and one for things only is Thing.
const (
	Neutral Gender = iota
	Feminine
	Masculine
	Thing
)

// Report is how a verb reports.
type Report byte

// The ways of reporting.
const (
	NoReport Report = iota
	Say
	Ask     // urge, demand, order: wants somebody to do something
	Promise // vow, threaten, offer: says what the speaker will do
	Judge   // criticize, praise, accuse: says and evaluates at once
	Think   // believe, want, fear
	Show    // suggest, reveal: subject may be a thing, as a report or a poll
)

// Stance is what the writer who picks a verb takes a side on.
type Stance byte

// The stances (Recasens et al. 2013, Linguistic models for analyzing and
// detecting biased language, tells the classes).
const (
	Plain    Stance = iota
	Doubting        // claim, allege
	Factive         // admit, reveal, note
)

// Form is the set of verb forms that a word can be.
type Form byte

// The forms.
const (
	Base Form = 1 << iota
	Third
	Past
	Participle
	Gerund
)

// Case is the grammatical case of a pronoun.
type Case byte

// The cases.
const (
	NoCase Case = iota
	Subject
	Object
	Possessive
	Reflexive
)

// Word is what is known of a common word.
type Word struct {
	Class  Class
	Lemma  string
	Gender Gender
	Plural bool
	Detail string // of a role: spokes, head, minister …; of an organisation's head word: its kind
	Sector string // of an agent: its PLOVER sector, GOV MIL REB COP …

	Report Report
	Stance Stance
	Rate   float32 // share of the verb's uses that report, counted in news; 0 when not counted
	Form   Form

	Person byte // of a pronoun: 1 to 3
	Case   Case
}

// Is tells whether the word has a class in common with any.
func (w *Word) Is(any Class) bool { return w.Class&any != 0 }

// Word is what is known of a word, in any capitalisation; a word that is in no
// table has no class. Who a word is for stays the same behind a prefix: co-chair,
// ex-minister.
func (l *Lexicon) Word(s string) *Word {
	sl := l.words.find(NewKey.AddLower(s))
	if sl.ref == 0 {
		if i := strings.IndexByte(s, '-'); i > 0 && i <= maxPrefix {
			if w := &l.word[l.words.find(NewKey.AddLower(s[i+1:])).ref]; w.Is(Role | Family) {
				return w
			}
		}
	}
	return &l.word[sl.ref]
}

// maxPrefix is how long a prefix is at most that a hyphen follows.
const maxPrefix = len("vice")
