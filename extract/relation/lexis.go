package relation

import (
	"embed"
	"fmt"
	"strings"

	"dossier/extract/lexicon"
)

//go:embed verbs.tsv nouns.tsv facts.tsv words.tsv irregular.tsv
var files embed.FS

// lexis is all that the rules know of words, by lower-case form.
type lexis struct {
	words  map[string]*entry
	common *lexicon.Lexicon
	money  noun // what a sum of money or goods is
	drill  noun // what a joint show of force is
	talk   noun // what a call with somebody is
}

// entry is what is known of one word form.
type entry struct {
	class class
	preposition
	verbs []verb // frames, those with a particle first
	nouns []noun // frames, those of several words first
	facts []factVerb
}

// class is a set of closed classes of words.
type class uint64

const (
	isBe class = 1 << iota
	isHave
	isDo
	isGet
	isWill
	isWould
	isMust
	isMay
	isNot
	isComplementizer
	isCondition
	isWhile
	isRelative
	isWilling
	isUnwilling
	isDue
	isAble
	isTransparent
	isLed
	isSay
	isRival
	isAdjectival
	isPrepositional
	isVague
	isComparison
	isThird
	isUse
	isFormer
	isPeople
	isOffer
	isAccident
	isAmount
	isPlanned
	isClaim
	isJunior
	isBreakaway
	isRestoration
	isFounder
	isAssistant
	isDenial
	isPast       // a past tense that is no participle: spoke, withdrew
	isParticiple // a participle that is no past tense: spoken, withdrawn
)

var classNames = map[string]class{
	"be": isBe, "have": isHave, "do": isDo, "get": isGet, "will": isWill, "would": isWould, "must": isMust, "may": isMay, "not": isNot,
	"complementizer": isComplementizer, "condition": isCondition, "while": isWhile, "relative": isRelative,
	"willing": isWilling, "unwilling": isUnwilling, "due": isDue, "able": isAble, "transparent": isTransparent, "led": isLed,
	"say": isSay, "rival": isRival, "adjectival": isAdjectival, "prepositional": isPrepositional,
	"vague": isVague, "comparison": isComparison, "third": isThird, "use": isUse, "former": isFormer, "people": isPeople, "offer": isOffer, "accident": isAccident, "amount": isAmount, "planned": isPlanned, "claim": isClaim,
	"junior": isJunior, "breakaway": isBreakaway, "restoration": isRestoration, "founder": isFounder, "assistant": isAssistant, "denial": isDenial,
}

// preposition is a set of prepositions: of one word, or of a frame.
type preposition uint32

// The slots of a frame: the direct object, and the prepositions that tables
// and rules name.
const (
	pDirect preposition = 1 << iota
	pOf
	pTo
	pFrom
	pWith
	pOn
	pAgainst
	pIn
	pAt
	pBy
	pBetween
	pFor
	pInto
	pOver
	pNear
	pAlong
	pAbout
	pTowards
	pUpon
	pOutside
	pAs
	pAmong
	pUnder
	pAcross
	pThrough
)

var prepositionNames = map[string]preposition{
	"o": pDirect, "of": pOf, "to": pTo, "from": pFrom, "with": pWith, "on": pOn, "against": pAgainst, "in": pIn, "at": pAt, "by": pBy,
	"between": pBetween, "for": pFor, "into": pInto, "over": pOver, "near": pNear, "along": pAlong, "about": pAbout,
	"towards": pTowards, "toward": pTowards, "upon": pUpon, "outside": pOutside, "as": pAs, "among": pAmong, "amongst": pAmong,
	"under": pUnder, "across": pAcross, "through": pThrough,
}

// verb is a frame of a verb: one line of verbs.tsv.
type verb struct {
	lemma       string
	particle    string // the word after it, "" when none
	operator    operator
	event       event
	slots       []preposition // best first
	reciprocal  bool
	swapped     bool // the subject is the recipient of the noun of event below
	alone       bool // stands with one actor alone
	place       bool // the object may be a place
	needsObject bool // means nothing without a direct object
	noObject    bool // means something else with a direct object
	somebody    bool // the direct object must be somebody by its head
	active      bool // its passive means the active: "is opposed to"
}

// noun is a frame of a noun: one line of nouns.tsv.
type noun struct {
	words      []string // the words before the head, for frames of several words
	event      event
	slots      []preposition
	reciprocal bool
	actorOf    bool // "of" marks the actor
	light      bool // counts only below a verb
	alone      bool // mobilize when done by one actor alone
}

// event is what a frame says of an event.
type event struct {
	kind    string // PLOVER type in lower case, "" when none
	mode    string
	context string
}

// newLexis reads the embedded tables.
func newLexis(common *lexicon.Lexicon) (*lexis, error) {
	x := &lexis{words: map[string]*entry{}, common: common}
	irregular := map[string][2]string{}
	err := lines("irregular.tsv", 3, func(f []string) error {
		irregular[f[0]] = [2]string{f[1], f[2]}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, forms := range irregular {
		if forms[0] != forms[1] && forms[0] != "" {
			x.entry(forms[0]).class |= isPast
			x.entry(forms[1]).class |= isParticiple
		}
	}
	for name, p := range prepositionNames {
		if p != pDirect {
			x.entry(name).preposition = p
		}
	}
	if err := lines("words.tsv", 2, x.addClass); err != nil {
		return nil, err
	}
	if err := lines("nouns.tsv", 6, x.addNoun); err != nil {
		return nil, err
	}
	if m := x.words["money"]; m != nil && len(m.nouns) > 0 {
		x.money = m.nouns[0]
	}
	if m := x.words["drill"]; m != nil && len(m.nouns) > 0 {
		x.drill = m.nouns[0]
	}
	if m := x.words["talk"]; m != nil && len(m.nouns) > 0 {
		x.talk = m.nouns[0]
	}
	err = lines("verbs.tsv", 7, func(f []string) error { return x.addVerb(f, irregular) })
	if err != nil {
		return nil, err
	}
	err = lines("facts.tsv", 6, func(f []string) error { return x.addFact(f, irregular) })
	if err != nil {
		return nil, err
	}
	return x, nil
}

// lines calls add with the fields of each line of an embedded table.
func lines(name string, fields int, add func([]string) error) error {
	text, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading table %s: %w", name, err)
	}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) > fields {
			return fmt.Errorf("table %s, line %d: %d fields, want at most %d", name, n+1, len(f), fields)
		}
		f = append(f, make([]string, fields-len(f))...) // empty ones at the end may be left out
		if err := add(f); err != nil {
			return fmt.Errorf("table %s, line %d: %w", name, n+1, err)
		}
	}
	return nil
}

func (x *lexis) entry(form string) *entry {
	e := x.words[form]
	if e == nil {
		e = &entry{}
		x.words[form] = e
	}
	return e
}

func (x *lexis) addClass(f []string) error {
	c, ok := classNames[f[0]]
	if !ok {
		return fmt.Errorf("unknown class %q", f[0])
	}
	for _, w := range strings.Fields(f[1]) {
		x.entry(w).class |= c
	}
	return nil
}

func (x *lexis) addNoun(f []string) error {
	slots, err := slots(f[4])
	if err != nil {
		return err
	}
	w := strings.Fields(f[0])
	head := w[len(w)-1]
	n := noun{words: w[:len(w)-1], event: event{f[1], f[2], f[3]}, slots: slots}
	for _, c := range f[5] {
		switch c {
		case 'r':
			n.reciprocal = true
		case 'o':
			n.actorOf = true
		case 'l':
			n.light = true
		case 'j':
			n.alone = true
		default:
			return fmt.Errorf("unknown flag %q", c)
		}
	}
	for _, form := range []string{head, plural(head)} {
		e := x.entry(form)
		if len(n.words) > 0 {
			e.nouns = append([]noun{n}, e.nouns...)
		} else {
			e.nouns = append(e.nouns, n)
		}
	}
	return nil
}

func (x *lexis) addVerb(f []string, irregular map[string][2]string) error {
	slots, err := slots(f[5])
	if err != nil {
		return err
	}
	op, ok := operatorNames[f[1]]
	if !ok {
		return fmt.Errorf("unknown operator %q", f[1])
	}
	lemma, particle, _ := strings.Cut(f[0], " ")
	v := verb{lemma: lemma, particle: particle, operator: op, event: event{f[2], f[3], f[4]}, slots: slots}
	for _, c := range f[6] {
		switch c {
		case 'r':
			v.reciprocal = true
		case 's':
			v.swapped = true
		case '1':
			v.alone = true
		case 'p':
			v.place = true
		case 'v':
			v.active = true
		case 't':
			v.needsObject = true
		case 'n':
			v.noObject = true
		case 'h':
			v.somebody = true
		default:
			return fmt.Errorf("unknown flag %q", c)
		}
	}
	for _, form := range inflect(lemma, irregular) {
		e := x.entry(form)
		if particle != "" {
			e.verbs = append([]verb{v}, e.verbs...)
		} else {
			e.verbs = append(e.verbs, v)
		}
	}
	return nil
}

// slots reads a list of prepositions, in order.
func slots(s string) ([]preposition, error) {
	var out []preposition
	for _, w := range strings.Fields(s) {
		p, ok := prepositionNames[w]
		if !ok {
			return nil, fmt.Errorf("unknown preposition %q", w)
		}
		out = append(out, p)
	}
	return out, nil
}

// find looks a form up, whatever its case; nil when it is not known.
func (x *lexis) find(form string) *entry {
	var buf [24]byte
	if len(form) > len(buf) {
		return nil
	}
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return x.words[string(buf[:len(form)])]
}
