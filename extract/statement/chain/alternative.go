package chain

import "slices"

// Alternative is one thing that a cue may report.
type Alternative struct {
	Cue     int // index of a possible cue
	Content []Phrase
	Who     Phrase
	Rank    int
	P       float64 // of the labellings that say so
	Likely  float64 // of its content and speaker, other labellings weighed in
	Alone   float64 // of its content, whoever is named
	Empty   float64 // of the labellings without content
	Guess   int     // the guess for the same cue, -1 for none
	Right   float64 // how likely it was said so
	Belief  float64 // how likely it was thought so
	Worth   float64 // by which it is chosen before others
}

// alternatives adds what a cue may report: its best labellings and the rules'
// guess.
func (r *Reader) alternatives(s *Sentence, k int) {
	w := &r.window
	w.Look(s, k)
	r.lattice.score(r.model, w)
	from := len(r.found)
	guess := -1
	for g := range s.Guesses {
		if s.Guesses[g].Cue == s.Cues[k].Unit {
			guess = g
		}
	}
	empty := 0.0
	r.lattice.best(w, func(l labelling) {
		a := Alternative{Cue: k, P: l.p, Guess: guess}
		a.Content, a.Who = r.spans(s, w, l.labels)
		if len(a.Content) == 0 {
			empty += l.p
			return
		}
		for i := from; i < len(r.found); i++ {
			if r.found[i].same(&a) {
				r.found[i].P += a.P
				return
			}
		}
		r.found = append(r.found, a)
	})
	if guess >= 0 && s.Guesses[guess].Rule != 0 {
		g := &s.Guesses[guess]
		a := Alternative{Cue: k, Content: g.Content, Who: g.Who, Guess: guess}
		if !slices.ContainsFunc(r.found[from:], func(o Alternative) bool { return o.same(&a) }) && s.words(g.Content) > 0 {
			r.found = append(r.found, a)
		}
	}
	mine := r.found[from:]
	slices.SortStableFunc(mine, func(a, b Alternative) int {
		switch {
		case a.P > b.P:
			return -1
		case a.P < b.P:
			return 1
		}
		return 0
	})
	for i := range mine {
		a := &mine[i]
		a.Rank, a.Empty = i, empty
		for j := range mine {
			o := &mine[j]
			match := float64(s.Alike(a.Content, o.Content) * o.P)
			a.Alone += match
			if a.Who == o.Who || !a.Who.overlap(o.Who).Empty() {
				a.Likely += match
			}
		}
	}
}

func (a *Alternative) same(o *Alternative) bool {
	return a.Who == o.Who && slices.Equal(a.Content, o.Content)
}

// spans reads the content and the speaker of a labelling: of several speakers the
// one nearest the cue, of content what holds a word.
func (r *Reader) spans(s *Sentence, w *Window, labels []Label) (said []Phrase, who Phrase) {
	nearest, first := 1<<30, len(r.pieces)
	for i := 0; i < len(labels); {
		j := i
		for j < len(labels) && labels[j] == labels[i] {
			j++
		}
		p := Phrase{i + w.From, j + w.From}
		switch labels[i] {
		case Content:
			if p = s.Trim(p); !p.Empty() {
				r.pieces = append(r.pieces, p)
			}
		case Speaker:
			if far := max(i-w.Cue, w.Cue-j); far < nearest && s.within(p) > 0 {
				nearest, who = far, s.Trim(p)
			}
		}
		i = j
	}
	return r.pieces[first:len(r.pieces):len(r.pieces)], who
}

// Trim leaves out the marks at the ends of a phrase.
func (s *Sentence) Trim(p Phrase) Phrase {
	for !p.Empty() && s.Units[p.From].Words == 0 && !s.Units[p.From].is(Quoted) {
		p.From++
	}
	for !p.Empty() && s.Units[p.To-1].Words == 0 && !s.Units[p.To-1].is(Quoted) {
		p.To--
	}
	return p
}

// Alike is the share of words that two contents have in common (Dice).
func (s *Sentence) Alike(a, b []Phrase) float64 {
	common := 0
	for _, p := range a {
		for _, q := range b {
			common += s.within(p.overlap(q))
		}
	}
	all := s.words(a) + s.words(b)
	if all == 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}

// steps are where one bucket of probabilities ends and the next begins.
var steps = []float32{.001, .003, .01, .02, .04, .07, .1, .15, .2, .3, .4, .5, .6, .7, .8, .87, .92, .95, .97, .985, .995}

func steep(p float64) uint32 { return level(float32(p), steps) }

// rough is the same in fewer buckets.
func rough(p float64) uint32 { return steep(p) / 3 }

// features adds what bears on whether the i-th of the alternatives found is right.
func (r *Reader) features(s *Sentence, i int, b *features) {
	a := &r.found[i]
	c := &s.Cues[a.Cue]
	u := &s.Units[c.Unit]
	lemma, kind := u.lemma(), uint32(c.Kind)
	say, reports := steep(float64(c.P[Say])), steep(float64(c.any()))
	b.Add(1, say)
	b.Add(2, reports)
	b.Add(3, say, lemma)
	b.Add(4, lemma)
	b.Add(5, kind, u.Tag)
	b.Add(6, rough(float64(c.P[Act])), rough(float64(c.P[Thought])))
	b.Add(7, rough(float64(c.P[Evidence])), rough(float64(c.P[Other])))
	b.Add(10, steep(a.P))
	b.Add(11, steep(a.Likely))
	b.Add(12, steep(a.Alone))
	b.Add(13, steep(a.Empty))
	b.Add(14, uint32(a.Rank), rough(a.P))
	b.Add(15, rough(a.Likely), say/2)
	b.Add(16, rough(a.Alone), rough(a.Likely))
	b.Add(17, uint32(a.Rank))
	b.Add(18, rough(a.P), lemma)
	r.rivals(s, i, b)
	for n, p := range a.Content {
		s.contentFeatures(c, p, n, b)
	}
	b.Add(20, uint32(len(a.Content)), kind)
	b.Add(21, bucket(s.words(a.Content)), kind)
	b.Add(22, bucket(s.words(a.Content)), lemma)
	if len(a.Content) > 1 {
		p, q := a.Content[0], a.Content[1]
		gap := Phrase{p.To, q.From}
		first, second := &s.Units[p.To-1], &s.Units[q.From]
		b.Add(140, bucket(s.within(gap)), bit(gap.From <= c.Unit && c.Unit < gap.To), bit(first.is(Quoted)), bit(second.is(Quoted)))
		b.Add(141, first.Word, second.Word)
	}
	s.speakerFeatures(c, a, b)
	s.agreement(a, b)
}

// rivals tells how the alternative stands to what other cues report at best.
func (r *Reader) rivals(s *Sentence, i int, b *features) {
	a := &r.found[i]
	cue := s.Cues[a.Cue].Unit
	var inside, holds, crosses float64 // the likeliest of each kind
	var outer Phrase
	for _, j := range r.best {
		o := &r.found[j]
		if o.Cue == a.Cue {
			continue
		}
		other := &s.Cues[o.Cue]
		p := o.Likely * float64(other.P[Say])
		within, around := in(o.Content, cue), in(a.Content, other.Unit)
		switch {
		case within && !around && p > inside:
			inside, outer = p, o.Content[0]
		case around && !within && p > holds:
			holds = p
		case !within && !around && s.Alike(a.Content, o.Content) > 0 && p > crosses:
			crosses = p
		}
	}
	say := rough(float64(s.Cues[a.Cue].P[Say]))
	b.Add(30, rough(inside))
	b.Add(31, rough(holds))
	b.Add(32, rough(crosses))
	b.Add(33, rough(inside), rough(holds), say)
	if inside > .1 {
		b.Add(34, rough(inside), bit(outer.From > cue), s.Units[cue].lemma())
		b.Add(35, rough(inside), bit(s.Alike(a.Content, []Phrase{outer}) > .5))
	}
}

func in(ps []Phrase, unit int) bool {
	for _, p := range ps {
		if p.From <= unit && unit < p.To {
			return true
		}
	}
	return false
}

// contentFeatures tells of the n-th piece of content.
func (s *Sentence) contentFeatures(c *Cue, p Phrase, n int, b *features) {
	us := s.Units
	u, lemma := &us[c.Unit], us[c.Unit].lemma()
	first, last, before, after := &us[p.From], &us[p.To-1], at(us, p.From-1), at(us, p.To)
	side, piece := bit(p.From > c.Unit), uint32(min(n, 1))
	verbs, modals, cues, quoted := 0, 0, 0, 0
	for i := p.From; i < p.To; i++ {
		v := &us[i]
		verbs += int(bit(v.is(Verb)))
		modals += int(bit(v.is(Modal)))
		quoted += int(bit(v.is(Quoted)))
	}
	for i := range s.Cues {
		if x := &s.Cues[i]; p.From <= x.Unit && x.Unit < p.To && x.P[Say] > .4 {
			cues++
		}
	}
	words := s.within(p)
	b.Add(110, bucket(verbs), bit(modals > 0), side, bit(quoted > 0))
	b.Add(111, bucket(cues), side, piece)
	b.Add(113, bucket(words), bucket(verbs), side)
	b.Add(114, before.Word, first.Word, side)
	b.Add(115, last.Word, after.Word, side)
	b.Add(116, before.Word, side, lemma)
	b.Add(117, after.Word, side, bucket(verbs))
	b.Add(118, first.Word, at(us, p.From+1).Word)
	b.Add(119, after.Word, at(us, p.To+1).Word, side)
	b.Add(120, lemma, side, bucket(verbs))
	b.Add(126, lemma, side, bucket(words))
	b.Add(127, lemma, first.Tag, side, bit(verbs > 0))
	if side == 1 {
		b.Add(121, bucket(p.From-c.Unit), before.Tag, first.Tag, u.Tag)
		b.Add(122, lemma, bucket(s.within(Phrase{c.Unit + 1, p.From})))
	} else {
		b.Add(123, bucket(c.Unit-p.To), after.Word, u.Tag)
		b.Add(124, bit(p.From == 0), first.Word)
		b.Add(125, bit(p.From == 0), lemma)
	}
	b.Add(136, after.Tag, at(us, p.To+1).Tag, last.Tag, side)
	b.Add(137, before.Tag, first.Tag, at(us, p.From+1).Tag, side)
	b.Add(138, bit(p.To+1 >= len(us)), bit(p.From == 0), side, piece)
	roots, leaks, root := s.stray(p)
	on := at(us, root.Head-1)
	hangs := bit(root.Head == c.Unit+1) | bit(u.Head > 0 && on == at(us, u.Head-1))<<1 | bit(root == at(us, u.Head-1))<<2
	b.Add(180, bucket(roots), bucket(leaks), side)
	b.Add(181, root.Relation, hangs, u.Relation)
	b.Add(182, root.Relation, hangs, lemma)
	b.Add(183, bucket(roots), hangs, bit(leaks > 0), piece)
}

// speakerFeatures tells of who is named.
func (s *Sentence) speakerFeatures(c *Cue, a *Alternative, b *features) {
	us := s.Units
	u := &us[c.Unit]
	p := a.Who
	if p.Empty() {
		b.Add(157, u.lemma(), u.Tag)
		b.Add(159, rough(a.Likely))
		return
	}
	side := bit(p.From > c.Unit)
	b.Add(150, at(us, p.From-1).Word, us[p.From].Word, side)
	b.Add(151, us[p.To-1].Word, at(us, p.To).Word, side)
	b.Add(152, bucket(p.To-p.From), us[p.To-1].Tag, side)
	between := Phrase{p.To, c.Unit}
	if side == 1 {
		between = Phrase{c.Unit + 1, p.From}
	}
	verbs, marks := 0, 0
	for i := between.From; i < between.To; i++ {
		verbs += int(bit(us[i].is(Verb)))
		marks += int(bit(us[i].Words == 0))
	}
	b.Add(156, bucket(verbs), bucket(marks), u.Tag, side)
	b.Add(158, us[p.From].Word, u.lemma())
	roots, leaks, root := s.stray(p)
	b.Add(184, bucket(roots), bucket(leaks), side)
	b.Add(185, root.Relation, bit(root.Head == c.Unit+1), u.Relation, side)
	b.Add(186, root.Relation, bit(root.Head == c.Unit+1), bit(leaks > 0), bit(roots > 1))
}

// agreement tells how the alternative stands to the rules' guess.
func (s *Sentence) agreement(a *Alternative, b *features) {
	say := rough(float64(s.Cues[a.Cue].P[Say]))
	if a.Guess < 0 {
		b.Add(170, say, uint32(a.Rank))
		return
	}
	g := &s.Guesses[a.Guess]
	content := uint32(4 * s.Alike(a.Content, g.Content))
	if slices.Equal(a.Content, g.Content) {
		content = 5
	}
	who := bit(a.Who.overlap(g.Who).Empty())
	if a.Who == g.Who {
		who = 2
	}
	kept := bit(g.Kept)
	b.Add(171, content, who, kept)
	b.Add(172, content, who, g.Rule, kept)
	b.Add(173, content, who, say, uint32(a.Rank))
	b.Add(174, g.Rule, kept)
	b.Add(175, content, who, rough(a.Likely))
}
