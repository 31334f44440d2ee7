package statement

import (
	"sort"
	"strings"

	"dossier/extract/document"
)

// longestTree is how many tokens a sentence may have whose tree is asked. Longer ones
// are lists and texts without stops, whose trees are no good, and asking is bounded.
const longestTree = 256

// tree is the syntax of the sentence at hand. It is an arbiter: it is asked when the
// chain has decided, where grammar alone tells (whose subject, which verb's object),
// and a sentence without a tree is read as if nothing spoke against it. Parsers get
// one arc in seven wrong, and more where marks and quotations crowd, so that every
// question wants its own evidence beside the tree's.
type tree struct {
	first, last int     // tokens [first, last), empty when there is none
	left, right []int32 // how far what hangs on each token reaches, marks left out
}

// plant takes the tree of a sentence.
func (r *reader) plant(s document.Sentence) {
	t, d := &r.tree, r.doc
	t.first, t.last = s.First, s.First
	if len(d.Arcs) != len(d.Tokens) || s.Last-s.First > longestTree {
		return
	}
	t.last = s.Last
	t.left, t.right = t.left[:0], t.right[:0]
	for i := t.first; i < t.last; i++ {
		t.left, t.right = append(t.left, int32(i)), append(t.right, int32(i))
	}
	for i := t.first; i < t.last; i++ {
		if d.Arcs[i].Relation == "punct" {
			continue
		}
		for h := d.Arcs[i].Head; h >= t.first && h < t.last; h = d.Arcs[h].Head {
			at, k := int32(i), h-t.first
			if at >= t.left[k] && at <= t.right[k] {
				break
			}
			t.left[k], t.right[k] = min(t.left[k], at), max(t.right[k], at)
		}
	}
}

// reach is the tokens [from, to) of all that hangs on a token.
func (t *tree) reach(token int) (from, to int) {
	return int(t.left[token-t.first]), int(t.right[token-t.first]) + 1
}

// holds tells whether a token's tree is known.
func (t *tree) holds(token int) bool { return t.first <= token && token < t.last }

// is tells whether a token hangs on another by a relation or a kind of it:
// "nsubj" is "nsubj:pass" too.
func (r *reader) hangs(token int, relation string) bool {
	have := r.doc.Arcs[token].Relation
	return strings.HasPrefix(have, relation) && (len(have) == len(relation) || have[len(relation)] == ':')
}

// hanging is the first token that hangs on another by a relation, -1 for none.
func (r *reader) hanging(on int, relation string) int {
	for i := r.tree.first; i < r.tree.last; i++ {
		if r.doc.Arcs[i].Head == on && r.hangs(i, relation) {
			return i
		}
	}
	return -1
}

// climbs is how many verbs up a verb without a subject may look for one.
const climbs = 4

// treeSubject is the head of the subject of the verb at a token: its own, or that of
// the verb it is joined to or depends on; -1 when there is none.
func (r *reader) treeSubject(verb int) int {
	for range climbs {
		if !r.tree.holds(verb) {
			return -1
		}
		if s := r.ownSubject(verb); s >= 0 {
			return s
		}
		switch a := r.doc.Arcs[verb]; {
		case a.Relation == "conj", a.Relation == "xcomp", r.hangs(verb, "advcl") && r.doc.Tokens[verb].Tag == "VBG":
			verb = a.Head
		default:
			return -1
		}
	}
	return -1
}

// ownSubject is the head of the subject that hangs on the verb at a token, -1 for none.
// What a preposition governs is none, nor is a dateline, whatever the tree says.
func (r *reader) ownSubject(verb int) int {
	for i := r.tree.first; i < r.tree.last; i++ {
		if r.doc.Arcs[i].Head != verb || !r.hangs(i, "nsubj") || r.floor < len(r.units) && i < r.units[r.floor].first {
			continue
		}
		if c := r.hanging(i, "case"); c < 0 || r.doc.Tokens[c].Tag == "POS" || upper(r.doc.Text[r.doc.Tokens[c].Start:r.doc.Tokens[c].Start+1]) {
			return i // "Under Secretary Okoro" is behind no preposition
		}
	}
	return -1
}

// unitAt is the unit at hand that holds a token, -1 for none.
func (r *reader) unitAt(token int) int {
	i := sort.Search(len(r.units), func(i int) bool { return r.units[i].last > token })
	if i == len(r.units) || r.units[i].first > token {
		return -1
	}
	return i
}
