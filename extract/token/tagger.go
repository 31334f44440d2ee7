package token

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// tagger decodes prose's averaged perceptron: fourteen features a word, greedy
// from left to right. Its weights have three decimals, so they are held as
// integers of thousandths: sums are exact, and a tie goes to the first tag of
// the model's list, whatever the machine.
type tagger struct {
	tags  []string // first those of the model, then those that only marks have
	index map[string]int32
	known int              // tags of the model
	fixed map[string]int32 // words that have one tag without looking
	table table
}

// table maps the hash of a feature to its weights: open addressing, a power of
// two of slots, each with a run of weights.
type table struct {
	mask  uint64
	slots []slot
	runs  []weight
}

type slot struct {
	key        uint64
	from, size uint32
}

type weight struct {
	tag   int32
	value int32 // thousandths
}

func newTagger() (*tagger, error) {
	var classes []string
	var fixed map[string]string
	var weights map[string]map[string]float64
	for name, into := range map[string]any{"classes": &classes, "tags": &fixed, "weights": &weights} {
		b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return nil, fmt.Errorf("reading %s of prose's tagger: %w", name, err)
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(into); err != nil {
			return nil, fmt.Errorf("decoding %s of prose's tagger: %w", name, err)
		}
	}
	slices.Sort(classes)
	t := &tagger{known: len(classes), fixed: make(map[string]int32, len(fixed)), index: make(map[string]int32, len(classes))}
	for _, c := range classes {
		t.number(c)
	}
	for w, c := range fixed {
		t.fixed[w] = t.index[c]
	}
	for _, c := range []string{startTag, startTag2, "CD", "JJ", "NN", "NNP", "SYM", "VBD", "VBN"} {
		t.number(c)
	}
	for _, w := range slices.Sorted(maps.Keys(punctuation)) {
		t.fixed[w] = t.number(punctuation[w])
	}
	t.table = newTable(weights, t.index)
	return t, nil
}

// What the model knows before and after a sentence.
const (
	startTag, startTag2   = "-START-", "-START2-"
	startWord, startWord2 = "-START2-", "-START-" // in this order
	endWord, endWord2     = "-END-", "-END2-"
)

// number is the number of a tag, a new one when it has none.
func (t *tagger) number(tag string) int32 {
	n, ok := t.index[tag]
	if !ok {
		n = int32(len(t.tags))
		t.tags, t.index[tag] = append(t.tags, tag), n
	}
	return n
}

// set is the numbers of some tags, which are less than 64, as bits.
func (t *tagger) set(tags ...string) uint64 {
	set := uint64(0)
	for _, c := range tags {
		set |= 1 << t.index[c]
	}
	return set
}

func newTable(weights map[string]map[string]float64, index map[string]int32) table {
	size := 1
	for size < 2*len(weights) {
		size *= 2
	}
	t := table{mask: uint64(size - 1), slots: make([]slot, size), runs: make([]weight, 0, 4*len(weights))}
	for f, ws := range weights { // where a feature lands decides nothing
		from := len(t.runs)
		for c, w := range ws {
			if v := int32(math.Round(w * 1000)); v != 0 {
				t.runs = append(t.runs, weight{index[c], v})
			}
		}
		if len(t.runs) == from {
			continue
		}
		key := hash(offset, f)
		i := key & t.mask
		for t.slots[i].size != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{key, uint32(from), uint32(len(t.runs) - from)}
	}
	return t
}

// add adds the weights of a feature to the scores.
func (t *table) add(scores []int32, key uint64) {
	for i := key & t.mask; t.slots[i].size != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.key == key {
			for _, w := range t.runs[s.from : s.from+s.size] {
				scores[w.tag] += w.value
			}
			return
		}
	}
}

// FNV-1a, 64 bits: features are hashed piece by piece, never built.
const (
	offset uint64 = 14695981039346656037
	prime  uint64 = 1099511628211
)

func hash(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// The names of the model's features, hashed once.
var (
	fBias     = hash(offset, "bias")
	fSuffix   = hash(offset, "i suffix ")
	fPrefix   = hash(offset, "i pref1 ")
	fTag1     = hash(offset, "i-1 tag ")
	fTag2     = hash(offset, "i-2 tag ")
	fTags     = hash(offset, "i tag+i-2 tag ")
	fWord     = hash(offset, "i word ")
	fTagWord  = hash(offset, "i-1 tag+i word ")
	fWord1    = hash(offset, "i-1 word ")
	fSuffix1  = hash(offset, "i-1 suffix ")
	fWord2    = hash(offset, "i-2 word ")
	fNext     = hash(offset, "i+1 word ")
	fNextSuff = hash(offset, "i+1 suffix ")
	fNext2    = hash(offset, "i+2 word ")
)

// particles begin Arabic names, before a hyphen.
var particles = set("al el ul as ar ad an ash at az Al El Ul As Ar Ad An Ash At Az")

// best is the index of the best tag of the word in the middle of its context of
// five, after the tags p2 and p1.
func (t *tagger) best(scores []int32, ctx [5]string, w, p1, p2 string) int32 {
	clear(scores)
	t.table.add(scores, fBias)
	t.table.add(scores, hash(fSuffix, suffix(w)))
	t.table.add(scores, hash(fPrefix, w[:firstLen(w)]))
	t.table.add(scores, hash(fTag1, p1))
	t.table.add(scores, hash(fTag2, p2))
	t.table.add(scores, hash(hash(hash(fTags, p1), " "), p2))
	t.table.add(scores, hash(fWord, ctx[2]))
	t.table.add(scores, hash(hash(hash(fTagWord, p1), " "), ctx[2]))
	t.table.add(scores, hash(fWord1, ctx[1]))
	t.table.add(scores, hash(fSuffix1, suffix(ctx[1])))
	t.table.add(scores, hash(fWord2, ctx[0]))
	t.table.add(scores, hash(fNext, ctx[3]))
	t.table.add(scores, hash(fNextSuff, suffix(ctx[3])))
	t.table.add(scores, hash(fNext2, ctx[4]))
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return int32(best)
}

// suffix is the last three bytes of a word, as the model has them.
func suffix(w string) string { return w[max(0, len(w)-3):] }

// firstLen is the length of a word's first piece: the model took one byte and
// made a string of its code point.
func firstLen(w string) int {
	_, n := utf8.DecodeRuneInString(w)
	return n
}

// plain is the word with the marks that the model knows.
func plain(w string) string {
	switch w {
	case "“", "”", "„", "‟", "«", "»", "``", "''", ",,", "＂":
		return `"`
	case "‘", "’", "‚", "‹", "›", "`":
		return "'"
	case "–", "—", "―":
		return "--"
	case "‐", "‑":
		return "-"
	case "…":
		return "..."
	}
	if i := strings.IndexByte(w, '-'); i > 0 && i+1 < len(w) && transparent[w[:i]] {
		w = w[i+1:]
	}
	if strings.Contains(w, "’") {
		return strings.ReplaceAll(w, "’", "'")
	}
	return w
}

// transparent are prefixes behind which a word has the tag that it has without.
var transparent = set("co ex re over under Co Ex Re Over Under")

// normal is the class under which the model knows the context word.
func normal(w string) string {
	switch {
	case w == "":
		return w
	case strings.IndexByte(w, '-') > 0:
		return "!HYPHEN"
	case len(w) == 4 && isDigits(w):
		return "!YEAR"
	case w[0] >= '0' && w[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(w)
}

func isDigits(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}

// punctuation are the tokens whose tag needs no model.
var punctuation = map[string]string{
	".": ".", "?": ".", "!": ".", ",": ",", ":": ":", ";": ":", "--": ":", "...": ":", "-": ":",
	"(": "(", ")": ")", "[": "(", "]": ")", "{": "(", "}": ")", `"`: `"`,
	"$": "$", "£": "$", "€": "$", "¥": "$", "#": "#", "%": "NN", "&": "CC",
}

// treebank is the Penn Treebank's tag for a tag of the model and a word as it is
// written.
func treebank(tag, w string) string {
	switch tag {
	case "(":
		return "-LRB-"
	case ")":
		return "-RRB-"
	case `"`:
		if w == "“" || w == "``" || w == "„" || w == "«" || w == ",," {
			return "``"
		}
		return "''"
	}
	switch w {
	case "-", "‐", "‑":
		return "HYPH"
	case "‘", "‚":
		return "``"
	}
	return tag
}
