package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/syntax"
)

// diet is what a network learns from, pass by pass.
type diet [][]tree

// goldDiet is the same trees in every pass.
func goldDiet(trees []tree, passes int) diet {
	d := make(diet, passes)
	for i := range d {
		d[i] = trees
	}
	return d
}

// mixedDiet has all of the gold trees in every pass, and of the silver ones so many
// that each comes rounds times in all; and of both some as they may look elsewhere.
func mixedDiet(gold, silver []tree, passes int, rounds, variety float64, seed uint64) diet {
	r := random(seed*0x9E3779B97F4A7C15 + 7)
	each := int(rounds * float64(len(silver)) / float64(passes))
	next := 0
	d := make(diet, passes)
	for i := range d {
		d[i] = varied(gold, variety, &r)
		if len(silver) == 0 {
			continue
		}
		var part []tree
		for range each {
			part = append(part, silver[next])
			next = (next + 1) % len(silver)
		}
		d[i] = append(d[i], varied(part, variety, &r)...)
	}
	return d
}

// looks are the ways in which a sentence may look otherwise than in a treebank: all
// in capitals or with capitals on its words, as headings are; all in small letters,
// as hasty writers have it; without its last mark; and with the next sentence, the
// end of which was missed.
var looks = [...]func(t, next tree) tree{inCapitalLetters, inSmallLetters, titled, unmarked, joined, joined}

// varied are the trees and, of a share of them, copies that look otherwise.
func varied(trees []tree, share float64, r *random) []tree {
	out := trees[:len(trees):len(trees)]
	for i, t := range trees {
		if r.float() >= share {
			continue
		}
		var next tree
		if i+1 < len(trees) {
			next = trees[i+1]
		}
		if copy := looks[r.next()%uint64(len(looks))](t, next); copy != nil {
			out = append(out, copy)
		}
	}
	return out
}

// spelled is a copy with other forms.
func (t tree) spelled(form func(string) string) tree {
	out := make(tree, len(t))
	for i, w := range t {
		w.form = form(w.form)
		w.keys = syntax.KeysOf(w.form, i == 0)
		out[i] = w
	}
	return out
}

func inCapitalLetters(t, _ tree) tree { return t.spelled(strings.ToUpper) }
func inSmallLetters(t, _ tree) tree   { return t.spelled(strings.ToLower) }

func titled(t, _ tree) tree {
	return t.spelled(func(form string) string {
		r, n := utf8.DecodeRuneInString(form)
		if len(form) < 4 || !unicode.IsLower(r) {
			return form
		}
		return string(unicode.ToUpper(r)) + form[n:]
	})
}

// unmarked is the tree without its last word where that is a mark, nil otherwise.
func unmarked(t, _ tree) tree {
	last := len(t) - 1
	if last < 2 || t[last].rel != punctuation {
		return nil
	}
	for _, w := range t {
		if w.head == last+1 {
			return nil
		}
	}
	out := append(tree(nil), t[:last]...)
	for i := range out {
		if out[i].soft != nil {
			out[i].soft = out[i].soft.without(last + 1)
		}
	}
	return out
}

// without is what is held of a word when another, no likely head, has gone.
func (s *softWord) without(head int) *softWord {
	out := *s
	for i := range out.heads {
		if int(out.heads[i].what) == head {
			out.heads[i] = guess{}
		}
	}
	return &out
}

var (
	punctuation, _ = syntax.RelationOf("punct")
	parataxis, _   = syntax.RelationOf("parataxis")
)

// joined is both sentences as one, the second beside the first; nil when that would
// be long.
func joined(t, next tree) tree {
	if len(next) == 0 || len(t)+len(next) > longestSilver {
		return nil
	}
	root := 0
	for i, w := range t {
		if w.head == 0 {
			root = i + 1
		}
	}
	if root == 0 {
		return nil
	}
	out := append(tree(nil), t...)
	for _, w := range next {
		if w.head == 0 {
			w.head, w.rel = root, parataxis
		} else {
			w.head += len(t)
		}
		if w.soft != nil {
			w.soft = w.soft.moved(len(t), root)
		}
		w.keys = syntax.KeysOf(w.form, false)
		out = append(out, w)
	}
	return out
}

// moved is what is held of a word of a sentence that so many words now stand before,
// the root of which is given.
func (s *softWord) moved(by, root int) *softWord {
	out := *s
	for i := range out.heads {
		g := &out.heads[i]
		if g.what > 0 {
			g.what += uint16(by)
			continue
		}
		g.what = uint16(root)
		if i == 0 {
			out.relations = [3]guess{{what: uint16(parataxis), share: whole}}
		}
	}
	return &out
}
