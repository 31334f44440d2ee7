package statement

import "strings"

// class is a set of things that are known of a word or mark without its
// context: what its tag says, and which of the closed classes below hold it.
type class uint64

const (
	// By tag.
	noun class = 1 << iota // NN, NNS
	proper
	adjective
	number
	possessive // 's
	finite     // VBD, VBZ, VBP, MD
	base       // VB
	participle // VBN
	gerund     // VBG
	adverb
	determiner
	preposition
	coordinator
	personal // PRP
	owner    // PRP$

	// By word.
	subject     // a pronoun that can be a subject
	firstPerson // I, we
	ours        // my, our, us
	relative    // who, which
	that
	question    // how, whether
	subordinate // because, although
	condition   // may open a reported clause: if, when
	auxiliary
	be
	have
	modal
	negation
	infinitive // to
	when       // Monday, night, week
	occasion   // interview, statement: where words are said
	listeners  // reporters, supporters
	measure    // what things go by: schedule, needs
	issuing    // issued, released: what is done with a statement

	// By mark.
	comma
	semicolon
	colon
	dash
	open  // an opening bracket
	close // a closing bracket
	stop  // . ? ! …
	mark  // a quotation mark outside every region

	// By place.
	quoted // a whole quoted region
)

const (
	nominal     = noun | proper
	verbal      = finite | base | participle | gerund
	punctuation = comma | semicolon | colon | dash | open | close | stop | mark
)

// tagClasses maps Penn Treebank tags to what the rules distinguish.
var tagClasses = map[string]class{
	"NN": noun, "NNS": noun, "NNP": proper, "NNPS": proper, "FW": noun,
	"JJ": adjective, "JJR": adjective, "JJS": adjective, "CD": number, "POS": possessive,
	"VBD": finite, "VBZ": finite, "VBP": finite, "MD": finite | modal, "VB": base, "VBN": participle, "VBG": gerund,
	"RB": adverb, "RBR": adverb, "RBS": adverb, "DT": determiner, "PDT": determiner, "IN": preposition, "TO": preposition,
	"CC": coordinator, "PRP": personal, "PRP$": owner, "WP": relative, "WDT": relative, "WRB": question,
	",": comma, ":": colon, ".": stop, "(": open, ")": close, "-LRB-": open, "-RRB-": close,
}

// closed lists the words whose class matters more than their tag.
var closed = []struct {
	class class
	words string
}{
	{subject, "he she they it we i you who one both everyone someone nobody"},
	{firstPerson, "i we"},
	{ours, "my our us me myself ourselves"},
	{relative, "who which whom whose"},
	{that, "that"},
	{question, "how why whether if what when where"},
	{subordinate, "because although though while when if after before since as unless until whereas despite once even"},
	{condition, "if when although even since"},
	{coordinator, "and but or nor yet so plus"},
	{auxiliary, "has have had having is was were are am be been being do does did will would can could may might must shall should 'll 'd 've 're wo ca"},
	{be, "is was were are am be been being 're"},
	{have, "has have had having 've 'd"},
	{modal, "will would can could may might must shall should 'll wo ca"},
	{negation, "not n't n’t never"},
	{adverb, "also then later still already now just again once only even previously recently repeatedly first further often frequently publicly reportedly separately earlier meanwhile himself herself itself themselves"},
	{determiner, "the a an this that these those some many several most few another any no each every both all one two three"},
	{infinitive, "to"},
	{preposition, "of in on at by for from with about to into over under during against via after before between through without within among amid as like per than since until near across"},
	{when, "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight night morning afternoon evening week weekend month year earlier recently later mon tue wed thu fri sat sun january february march april june july august september october november december day days hours minutes weeks months years ago"},
	{occasion, "interview statement tweet tweets speech conference letter email e-mail post posts rally debate release call hearing testimony remarks briefing address video message memo interviews statements remark phone twitter facebook television tv radio podcast blog column article essay editorial report response reply note appearance meeting event ceremony press news ad session forum lecture notice text filing lawsuit complaint brief opinion ruling book monologue"},
	{listeners, "reporters journalists supporters him her them us me you lawmakers voters viewers readers parliament crowd audience"},
	{issuing, "issued issues released releases delivered made gave"},
	{measure, "schedule need needs demand demands wish wishes taste tastes custom merit size age standard standards criteria principles"},
}

// marks lists the punctuation that the rules tell apart.
var marks = map[string]class{
	",": comma, ";": semicolon, ":": colon, "—": dash, "–": dash, "--": dash, "―": dash, "-": dash,
	"(": open, "[": open, ")": close, "]": close, ".": stop, "?": stop, "!": stop, "…": stop, "...": stop, "?!": stop,
	"“": mark, "”": mark, "\"": mark, "``": mark, "''": mark, "«": mark, "»": mark, "„": mark, "‘": mark, "’": mark, "'": mark, "�": mark, "‘‘": mark, "’’": mark,
}

// vocabulary is what the stage knows of words: closed classes, marks and
// reporting verbs, in one look-up.
type vocabulary map[string]word

// word is a vocabulary entry.
type word struct {
	class class
	verbs []verb // one for each particle that the form takes
}

func newVocabulary() (vocabulary, error) {
	v := make(vocabulary, 2048)
	for _, c := range closed {
		for _, w := range strings.Fields(c.words) {
			e := v[w]
			e.class |= c.class
			v[w] = e
		}
	}
	for w, c := range marks {
		v[w] = word{class: c}
	}
	return v, v.addVerbs()
}

// longest is the length in bytes of the longest word that a look-up considers.
const longest = 24

// find looks a word up whatever its case, without allocating.
func (v vocabulary) find(s string) word {
	var low [longest]byte
	if len(s) > longest {
		return word{}
	}
	for i := 0; i < len(s); i++ {
		b := s[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		low[i] = b
	}
	return v[string(low[:len(s)])]
}
