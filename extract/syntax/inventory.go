package syntax

import (
	"fmt"
	"hash/fnv"
)

// Relation is a relation of Universal Dependencies between a word and its head, as
// a place in the list of those that English has.
type Relation uint8

// Root is the relation of the word that stands under no other.
const Root Relation = 0

// String is the name of the relation, with its subtype.
func (r Relation) String() string { return relations[r] }

// Relations are how many relations there are.
const Relations = Relation(len(relations))

// relations are all that UD_English-EWT and GUM have, the root's first.
var relations = [...]string{
	"root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
	"case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
	"csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
	"fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
	"nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
	"obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
}

// RelationOf finds a relation by its name.
func RelationOf(name string) (Relation, bool) {
	for i, r := range relations {
		if r == name {
			return Relation(i), true
		}
	}
	return 0, false
}

// Tag is a part of speech: a tag of the Penn Treebank together with one of
// Universal Dependencies, as a place in the list of those pairs.
type Tag uint8

// Penn is the tag of the Penn Treebank.
func (t Tag) Penn() string { return tags[t].penn }

// Universal is the part of speech of Universal Dependencies.
func (t Tag) Universal() string { return tags[t].universal }

// Tags are how many tags there are.
const Tags = Tag(len(tags))

// tags are the pairs that UD_English-EWT and GUM have ten times or more.
var tags = [...]struct{ penn, universal string }{
	{"$", "SYM"}, {"''", "PUNCT"}, {",", "PUNCT"}, {",", "SYM"}, {"-LRB-", "PUNCT"},
	{"-RRB-", "PUNCT"}, {".", "PUNCT"}, {":", "PUNCT"}, {"ADD", "PROPN"}, {"ADD", "X"},
	{"AFX", "ADV"}, {"AFX", "X"}, {"CC", "CCONJ"}, {"CD", "NUM"}, {"DT", "DET"}, {"DT", "PRON"},
	{"EX", "PRON"}, {"FW", "ADV"}, {"FW", "NOUN"}, {"FW", "X"}, {"GW", "ADV"}, {"GW", "NOUN"},
	{"GW", "PROPN"}, {"GW", "X"}, {"HYPH", "PUNCT"}, {"IN", "ADP"}, {"IN", "SCONJ"}, {"JJ", "ADJ"},
	{"JJR", "ADJ"}, {"JJS", "ADJ"}, {"LS", "NUM"}, {"LS", "X"}, {"MD", "AUX"}, {"NFP", "PUNCT"},
	{"NFP", "SYM"}, {"NN", "NOUN"}, {"NN", "PRON"}, {"NN", "SYM"}, {"NN", "X"}, {"NNP", "ADJ"},
	{"NNP", "NUM"}, {"NNP", "PROPN"}, {"NNP", "VERB"}, {"NNPS", "PROPN"}, {"NNS", "NOUN"},
	{"PDT", "DET"}, {"POS", "PART"}, {"PRP", "PRON"}, {"PRP$", "PRON"}, {"RB", "ADV"}, {"RB", "PART"},
	{"RB", "X"}, {"RBR", "ADV"}, {"RBS", "ADV"}, {"RP", "ADP"}, {"SYM", "PUNCT"}, {"SYM", "SYM"},
	{"TO", "PART"}, {"UH", "INTJ"}, {"VB", "AUX"}, {"VB", "VERB"}, {"VBD", "AUX"}, {"VBD", "VERB"},
	{"VBG", "AUX"}, {"VBG", "VERB"}, {"VBN", "AUX"}, {"VBN", "VERB"}, {"VBP", "AUX"}, {"VBP", "VERB"},
	{"VBZ", "AUX"}, {"VBZ", "VERB"}, {"WDT", "DET"}, {"WDT", "PRON"}, {"WP", "PRON"}, {"WP$", "PRON"},
	{"WRB", "ADV"}, {"``", "PUNCT"},
}

// TagOf finds a tag by its two names.
func TagOf(penn, universal string) (Tag, bool) {
	for i, t := range tags {
		if t.penn == penn && t.universal == universal {
			return Tag(i), true
		}
	}
	return 0, false
}

// inventory tells the relations, tags and inputs from those of another version of
// this package, whose models mean other things by their numbers.
func inventory() int16 {
	h := fnv.New32a()
	fmt.Fprint(h, relations, tags, Widths)
	return int16(h.Sum32() >> 8)
}
