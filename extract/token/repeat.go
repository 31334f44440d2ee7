package token

// pairs holds which words that may be parts of names stand beside each other in a
// document, and which do more than once, by a hash: what does is likely one name, and
// what never does else may be the end of a heading and the beginning of a sentence.
type pairs struct{ once, again [128]uint64 }

func (p *pairs) place(l, r *look) (slot uint32, bit uint64) {
	h := uint32(fnv(l.word).add(r.word))
	h ^= h >> 15
	return h >> 6 & 127, 1 << (h & 63)
}

// see takes two words in that stand beside each other.
func (p *pairs) see(l, r *look) {
	if !l.named() || !r.named() {
		return
	}
	slot, bit := p.place(l, r)
	p.again[slot] |= p.once[slot] & bit
	p.once[slot] |= bit
}

// repeated tells whether two words that may be parts of a name stand beside each other
// more than once: 1 for no, 2 for yes, 0 for words that may not.
func (p *pairs) repeated(l, r *look) uint32 {
	if !l.named() || !r.named() {
		return 0
	}
	slot, bit := p.place(l, r)
	return 1 + number(p.again[slot]&bit != 0)
}

// named tells whether a token may be a part of a name.
func (l *look) named() bool { return l.kind == upperWord || l.kind == capsWord || l.kind == figureWord }

// longestRow is how many words beside one another that may be parts of names are told
// apart.
const longestRow = 5

// row is how many tokens from i to last may be parts of names, one beside another.
func (v *divider) row(i, last int) uint32 {
	n := 0
	for n < longestRow && i+n < last && v.looks[i+n+margin].named() {
		n++
	}
	return uint32(n)
}

// echo tells how what follows token i repeats the segment that begins at token first, as
// the first sentence of a page repeats its title: whether it begins with the same word,
// or the same two, and whether the last word is soon said again.
func (v *divider) echo(first, i, last int) uint32 {
	const soon = 4
	at := func(k int) *look { return &v.looks[k+margin] }
	e := uint32(0)
	if r := at(i + 1); r.named() && r.word == at(first).word {
		e = 1
		if first+1 < i && i+2 < last && at(first+1).word == at(i+2).word {
			e = 2
		}
	}
	if l := at(i); l.named() && l.kind != figureWord && i > first {
		for k := i + 1; k < min(last, i+1+soon); k++ {
			if at(k).word == l.word {
				return e + 3
			}
		}
	}
	return e
}
