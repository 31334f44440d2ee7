package token

import (
	"strings"
	"unicode/utf8"
)

// fused are words that are written together though the treebanks part them, with the
// bytes at which they do. An apostrophe that was left out parts them as one would.
var fused = map[string][]int{
	"cannot": {3}, "gonna": {3}, "gotta": {3}, "wanna": {3}, "wana": {3}, "outta": {3}, "dunno": {2, 3}, "gimme": {3}, "lemme": {3}, "alot": {1},
	"dont": {2}, "doesnt": {4}, "didnt": {3}, "wont": {2}, "cant": {2}, "couldnt": {5}, "wouldnt": {5}, "shouldnt": {6},
	"isnt": {2}, "arent": {3}, "arnt": {2}, "aint": {2}, "wasnt": {3}, "werent": {4}, "havent": {4}, "hasnt": {3}, "hadnt": {3},
	"im": {1}, "ive": {1}, "youre": {3}, "youve": {3}, "youll": {3}, "theyre": {4}, "theyve": {4}, "theyll": {4}, "itll": {2},
	"hes": {2}, "shes": {3}, "thats": {4}, "theres": {5}, "whats": {4}, "heres": {4}, "lets": {3},
}

// trailing are what is left of a verb in words that are words of their own as well:
// "its" and "your" for "it's" and "you're". They are parted before a word that
// can't follow the other one, see notOwned.
var trailing = map[string]string{"its": "s", "your": "r", "ur": "r"}

// notOwned are words that no possessive stands before.
var notOwned = set(`a an the not been gonna going trying getting just so very really too always never still also only that this these those
	what how hard easy because in on at my his her our their welcome it i you he she we they`)

// unowned tells whether what follows the word that ends at a byte shows that it is a
// pronoun with its verb, and no possessive.
func (c *cutter) unowned(end int) bool {
	r, n := c.rune(end)
	return r == ' ' && notOwned[c.letters(end+n)]
}

// cliticAt is where the clitic of a word begins, 0 without one.
func cliticAt(w string) int {
	i := strings.LastIndexAny(w, "'’`")
	if i <= 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(w[i:])
	rest := w[i+n:]
	if len(rest) > 2 || rest == "" {
		return 0
	}
	if (rest == "t" || rest == "T") && i >= 2 && (w[i-1] == 'n' || w[i-1] == 'N') {
		return i - 1
	}
	if rest == "s" && decade(w[:i]) {
		return 0
	}
	switch rest {
	case "s", "S", "m", "M", "d", "D", "ll", "LL", "re", "RE", "ve", "VE":
		return i
	}
	return 0
}

// decade tells whether an s after the figures of w makes a decade: the 1970's.
func decade(w string) bool {
	return (len(w) == 2 || len(w) == 4) && isDigits(w) && w[len(w)-1] == '0'
}
