package chain

import "slices"

// highest is how many steps up the tree are followed. The trees of units are made
// from those of words, in which a quoted region may hang on several, so that steps
// can lead in a circle.
const highest = 40

// place is where a unit stands in the tree, seen from the cue: both hang on some
// unit, which may be one of them.
type place struct {
	up           uint32 // how many steps the cue is below that: none, one, more
	above, below uint32 // by which relations the cue and the unit hang there
	down         int    // how many steps the unit is below it
}

// strange is the place of a unit that hangs on nothing that the cue hangs on.
var strange = place{up: 3}

// climb fills v.places.
func (v *view) climb() {
	us := v.s.Units
	v.line = v.line[:0]
	for i := v.cue.Unit; len(v.line) < highest; i = us[i].Head - 1 {
		v.line = append(v.line, i)
		if us[i].Head == 0 {
			break
		}
	}
	for k := range v.N {
		v.places[k] = v.placeOf(k + v.From)
	}
}

func (v *view) placeOf(unit int) place {
	us := v.s.Units
	below := uint32(0)
	for i, down := unit, 0; down < highest; i, down = us[i].Head-1, down+1 {
		switch up := slices.Index(v.line, i); {
		case up == 0:
			return place{below: below, down: down}
		case up > 0:
			return place{uint32(min(up, 2)), us[v.line[up-1]].Relation, below, down}
		}
		if us[i].Head == 0 {
			break
		}
		below = us[i].Relation
	}
	return strange
}

// branch is one number for a place, however deep.
func (p place) branch() uint32 { return (p.above*31+p.below)*4 + p.up }

// stray counts, of a phrase, the words that hang on none of its own, and those
// outside it that hang on one of them. Marks hang anywhere.
func (s *Sentence) stray(p Phrase) (roots, leaks int, root *Unit) {
	for i := range s.Units {
		u := &s.Units[i]
		if u.Words == 0 && !u.is(Quoted) {
			continue
		}
		inside := p.From <= i && i < p.To
		held := u.Head > 0 && p.From <= u.Head-1 && u.Head-1 < p.To
		switch {
		case inside && !held:
			if roots++; root == nil {
				root = u
			}
		case held && !inside:
			leaks++
		}
	}
	if root == nil {
		root = &edge
	}
	return roots, leaks, root
}

// hanging tells which relations hang on a unit, one bit each of some.
func (s *Sentence) hanging(unit int) (known uint32) {
	for i := range s.Units {
		if s.Units[i].Head == unit+1 {
			known |= 1 << (s.Units[i].Relation & 31)
		}
	}
	return known
}
