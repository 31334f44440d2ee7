package chain

// lookout is how many words away a quoted region still bears on a cue.
const lookout = 14

// CueFeatures adds what bears on the class of the k-th possible cue to b. The
// templates follow the prototype's experience: the words and tags around, the
// nearest quoted regions, a "that", what other verbs there are, and the rules'
// guess.
func (s *Sentence) CueFeatures(k int, b *features) {
	us, c := s.Units, &s.Cues[k]
	i, kind := c.Unit, uint32(c.Kind)
	u := &us[i]
	word := func(o int) uint32 { return at(us, i+o).Word }
	tag := func(o int) uint32 { return at(us, i+o).Tag }
	lemma := u.lemma()
	b.Add(1, kind)
	b.Add(2, u.Word)
	b.Add(3, lemma)
	b.Add(4, u.Tag, kind)
	b.Add(5, lemma, u.Tag)
	for o := -3; o <= 3; o++ {
		if o != 0 {
			b.Add(6, uint32(o+8), word(o))
			b.Add(7, uint32(o+8), word(o), kind)
			b.Add(8, uint32(o+8), tag(o), u.Tag)
		}
	}
	b.Add(9, word(-1), lemma)
	b.Add(10, word(1), lemma)
	b.Add(11, word(1), word(2), kind)
	b.Add(12, word(-2), word(-1), kind)
	b.Add(13, word(-1), word(1), u.Tag)
	b.Add(14, tag(-1), u.Tag, tag(1))
	b.Add(15, word(1), word(2), word(3))
	b.Add(16, uint32(u.Class), u.Tag)
	b.Add(17, bit(s.First), bit(s.After), bit(s.Before), kind)
	b.Add(18, bit(s.After), lemma)
	b.Add(19, bit(i == 0), kind, u.Tag)
	b.Add(20, bit(i+2 >= len(us)), kind, u.Tag)
	s.regions(i, kind, lemma, b)
	for j := i + 1; j < len(us) && j < i+12; j++ {
		v := &us[j]
		if v.is(Verb | Quoted) {
			break
		}
		if v.is(That) {
			b.Add(30, bucket(j-i), v.Word)
			b.Add(31, lemma, v.Word)
			break
		}
	}
	known := s.hanging(i)
	b.Add(60, u.Relation, kind)
	b.Add(61, u.Relation, lemma)
	b.Add(62, known, kind)
	b.Add(63, known, u.Relation)
	b.Add(64, at(us, u.Head-1).lemma(), u.Relation, kind)
	b.Add(65, at(us, u.Head-1).Tag, u.Relation, lemma)
	s.surroundings(i, kind, b)
	s.guesses(i, kind, lemma, b)
}

func (u *Unit) lemma() uint32 {
	if u.Lemma != 0 {
		return u.Lemma
	}
	return u.Word
}

// regions looks for the nearest quoted region on either side.
func (s *Sentence) regions(i int, kind, lemma uint32, b *features) {
	us := s.Units
	u := &us[i]
	for side, step := range [2]int{-1, 1} {
		x := uint32(side)
		words, verbs, commas, found := 0, 0, 0, false
		for j := i + step; j >= 0 && j < len(us) && words < lookout; j += step {
			v := &us[j]
			if v.is(Quoted) {
				b.Add(21, x, bucket(words), v.End, bit(v.is(Upper)))
				b.Add(22, x, bucket(words), lemma)
				b.Add(23, x, bucket(words), bucket(verbs), bucket(commas), kind)
				b.Add(24, x, at(us, j-step).Word, kind)
				b.Add(25, x, u.Tag, bucket(verbs), bucket(words), bucket(v.Words))
				found = true
				break
			}
			words += v.Words
			verbs += int(bit(v.is(Verb)))
			commas += int(bit(v.is(Comma | Colon)))
		}
		if !found {
			b.Add(26, x, lemma)
			b.Add(27, x, kind, u.Tag)
		}
	}
}

// surroundings counts the verbs and commas on either side.
func (s *Sentence) surroundings(i int, kind uint32, b *features) {
	us := s.Units
	u := &us[i]
	var verbs, sayings [2]int
	nearest := -1
	for j := range us {
		v, side := &us[j], bit(j > i)
		if j == i || v.is(Quoted) {
			continue
		}
		verbs[side] += int(bit(v.is(Verb)))
		if v.is(Saying | According) {
			sayings[side]++
			if j < i {
				nearest = j
			}
		}
	}
	b.Add(32, bucket(verbs[0]), bucket(sayings[0]), kind)
	b.Add(33, bucket(sayings[0]), u.Tag)
	b.Add(34, bucket(verbs[1]), kind, u.Tag)
	b.Add(35, bucket(sayings[1]), bucket(sayings[0]), kind)
	b.Add(36, bucket(i), bucket(len(us)-i), kind)
	if nearest >= 0 {
		b.Add(37, us[nearest].Lemma, bucket(i-nearest))
		b.Add(38, us[nearest].Lemma, u.Tag, kind)
	}
}

// guesses tells what the rules make of unit i: their guess for it as a cue, and
// whether it lies inside what they take for content or speaker of another.
func (s *Sentence) guesses(i int, kind, lemma uint32, b *features) {
	own, inside := -1, uint32(0)
	for g := range s.Guesses {
		x := &s.Guesses[g]
		if x.Cue == i {
			own = g
			continue
		}
		if l := x.label(i); l != Outside && x.Rule != 0 {
			inside |= uint32(l) << (2 * bit(x.Kept))
		}
	}
	b.Add(50, inside, kind)
	b.Add(51, inside, lemma)
	if own < 0 {
		b.Add(52, kind, lemma)
		return
	}
	x := &s.Guesses[own]
	b.Add(53, x.Rule, bit(x.Kept))
	b.Add(54, x.Rule, bit(x.Kept), lemma)
	b.Add(55, x.Rule, inside, bit(x.Kept))
	b.Add(56, x.Rule, at(s.Units, x.Who.From).Tag, bit(x.Who.Empty()))
	b.Add(57, x.Rule, bucket(s.words(x.Content)), bit(x.Kept))
}

// words counts the words of some phrases.
func (s *Sentence) words(ps []Phrase) int {
	n := 0
	for _, p := range ps {
		n += s.within(p)
	}
	return n
}

// within counts the words of a phrase.
func (s *Sentence) within(p Phrase) int {
	if p.Empty() {
		return 0
	}
	return s.before[p.To] - s.before[p.From]
}
