package relation

// clause is a verb group with what belongs to it.
type clause struct {
	verb    int // chunk
	subject int // a noun group of the subject's coordination, -1 when none is near
	// only the members of the subject's coordination from here on belong to it
	from  int
	begin int // first chunk of the clause
	end   int // past its last chunk
}

// clause finds subject and extent of the clause of verb group v.
func (s *sentence) clause(v int) clause {
	c := clause{verb: v, subject: -1, begin: v, end: s.clauseEnd(v)}
	c.subject, c.begin = s.subject(v, 0)
	if c.subject >= 0 {
		c.from = s.chunks[c.subject].group.from
		if split := s.objectBefore(c.subject); split {
			c.from = c.subject
		}
	}
	return c
}

// objectBefore tells whether the coordination to which noun group k belongs
// begins as the object of a verb before it, so that k alone is the subject of
// what follows: "bombed the port and Orvel protested".
func (s *sentence) objectBefore(k int) bool {
	from := s.chunks[k].group.from
	if from == k || from == 0 {
		return false
	}
	p := &s.chunks[from-1]
	return p.kind == prep || p.kind == verbGroup && p.entry.class&isSay == 0
}

// maxNesting bounds the chain of verbs that share one subject.
const maxNesting = 4

// subject finds the noun group that is the subject of verb group v, and the
// first chunk of the clause; -1 when there is none.
func (s *sentence) subject(v, depth int) (int, int) {
	if depth > maxNesting || s.chunks[v].infinitive {
		return -1, v
	}
	i := s.skipLeft(v - 1)
	if i < 0 {
		return -1, v
	}
	switch s.chunks[i].kind {
	case comma, dash, closing:
		if s.chunks[v].gerund || s.chunks[v].participle && !s.chunks[v].passive {
			if p := s.verbBefore(i); p >= 0 && s.chunks[v].gerund && s.chunks[p].entry.class&isAccident == 0 {
				k, _ := s.subject(p, depth+1)
				return k, i
			}
			return -1, v
		}
		open := s.openingOf(i)
		if open <= 0 {
			// "Ada Lorn who arrived on Monday, said": no comma opens it
			for open = i - 1; open > 0 && s.chunks[open].kind != relative; open-- {
				if s.chunks[open].kind == mark {
					return -1, v
				}
			}
			if open <= 0 || s.chunks[open-1].kind != nounGroup {
				return -1, v
			}
			return s.run(open - 1)
		}
		inserted := open + 1
		single := inserted == i-1 && s.chunks[inserted].kind == nounGroup && s.headPerson(inserted) >= 0
		i = s.skipLeft(open - 1)
		if i < 0 || s.chunks[i].kind != nounGroup {
			return -1, v
		}
		k, begin := s.run(i)
		if single && k >= 0 && s.headName(k) == 0 {
			return inserted, begin // "the head of the bank, Ada Lorn, said"
		}
		return k, begin
	case relative:
		k := s.skipLeft(i - 1)
		if k >= 0 && s.chunks[k].kind == comma {
			k = s.skipLeft(k - 1)
		}
		if k < 0 || s.chunks[k].kind != nounGroup {
			return -1, v
		}
		near := k
		if k, _ = s.run(near); k >= 0 && k != near && s.tag(s.chunks[k].head) == "PRP" {
			return -1, v // "thanked him for the raid that killed": he killed nobody
		}
		return k, i
	case conj:
		p := s.parallel(v, i)
		if p < 0 {
			return -1, v
		}
		k, _ := s.subject(p, depth+1)
		return k, i
	case nounGroup:
		if s.chunks[v].participle && s.chunks[v].links == 0 && !s.chunks[v].passive {
			return i, i
		}
		if s.chunks[v].gerund {
			return -1, v
		}
		return s.run(i)
	}
	return -1, v
}

// skipLeft goes left over adverbs and dates.
func (s *sentence) skipLeft(i int) int {
	for i >= 0 && (s.chunks[i].kind == adverb || s.chunks[i].kind == when) {
		i--
		if i >= 0 && s.chunks[i].kind == prep && s.chunks[i+1].kind == when {
			i--
		}
	}
	return i
}

// verbBefore is the nearest finite verb group to the left of chunk i in the same
// clause, or -1.
func (s *sentence) verbBefore(i int) int {
	for i--; i >= 0; i-- {
		switch s.chunks[i].kind {
		case verbGroup:
			if s.chunks[i].finite || s.chunks[i].modal != 0 {
				return i
			}
		case subordSign, relative, mark:
			return -1
		}
	}
	return -1
}

// parallel is the verb group before chunk i that shares its subject with verb
// group v, which "and" joins to it: the nearest of the same form.
func (s *sentence) parallel(v, i int) int {
	c := &s.chunks[v]
	plain := c.finite && c.modal == 0
	for i--; i >= 0; i-- {
		switch p := &s.chunks[i]; p.kind {
		case verbGroup:
			switch {
			case plain && p.finite && p.modal == 0 && p.past == c.past:
				return i
			case !plain && (p.finite || p.modal != 0) && !c.gerund && !c.participle:
				return i
			case !plain && p.finite && c.participle && p.passive:
				return i
			case c.participle && p.finite && !p.passive:
				return i // "has kidnapped ten and exploded a bomb"
			}
		case mark:
			return -1
		}
	}
	return -1
}

// openingOf is the comma, dash or bracket that opens the insertion closed at
// chunk i, or -1.
func (s *sentence) openingOf(i int) int {
	want := s.chunks[i].kind
	if want == closing {
		want = opening
	}
	for k := i - 1; k > 0; k-- {
		switch s.chunks[k].kind {
		case want:
			if s.chunks[k+1].group.from < k {
				continue // a comma between members of a list
			}
			if s.chunks[k-1].kind == nounGroup || s.chunks[k-1].kind == when || s.chunks[k-1].kind == closing {
				return k
			}
		case mark:
			return -1
		}
	}
	return -1
}

// run goes left from noun group i over the noun groups and phrases that may
// stand between a subject and its verb, and returns the subject: the first
// group outside a prepositional phrase.
func (s *sentence) run(i int) (int, int) {
	subject, begin := -1, i
	for k := i; k >= 0; {
		c := &s.chunks[k]
		switch c.kind {
		case nounGroup:
			from := c.group.from
			if k == i && from > 0 && s.objectBefore(k) && s.afterVerb(from-1) {
				return k, k
			}
			if from > 0 && s.chunks[from-1].kind == prep {
				if s.chunks[from-1].entry.class&isWhile != 0 && k == i && subject < 0 {
					return k, from // "after crowds burned it": opens a clause
				}
				k = from - 2
				continue
			}
			if from > 0 && k == i && s.chunks[from-1].kind == verbGroup && s.chunks[from-1].gerund && from > 1 && s.chunks[from-2].kind == nounGroup {
				k = from - 2
				continue
			}
			if from > 0 && s.chunks[from-1].kind == verbGroup && s.chunks[from-1].gerund && k == i && s.chunks[from-1].entry.class&isSay == 0 {
				return -1, k // "hosting Orvel will": the hosting is the subject
			}
			subject, begin = k, from
			// An earlier group is the subject only when a phrase or insertion
			// joins it to this one.
			return subject, begin
		case adverb, when:
			k--
			continue
		case prep:
			k--
			continue
		case verbGroup:
			// "forces operating in the north said": a clause inside the subject
			if k < i && (c.gerund || c.participle) && k > 0 && s.chunks[k-1].kind == nounGroup {
				k--
				continue
			}
			return subject, begin
		case closing:
			if open := s.openingOf(k); open > 0 {
				k = open - 1
				continue
			}
			return subject, begin
		}
		return subject, begin
	}
	return subject, begin
}

// afterVerb tells whether a verb stands left of chunk i with nothing but phrases
// in between.
func (s *sentence) afterVerb(i int) bool {
	for ; i >= 0; i-- {
		switch s.chunks[i].kind {
		case verbGroup:
			return true
		case nounGroup, prep, adverb, when:
		default:
			return false
		}
	}
	return false
}

// clauseEnd is the chunk after the last one that may belong to verb group v:
// the next finite verb, clause sign or stop. A comma ends it, unless a date or
// a phrase follows.
func (s *sentence) clauseEnd(v int) int {
	for i := v + 1; i < len(s.chunks); i++ {
		switch c := &s.chunks[i]; c.kind {
		case verbGroup, subordSign, relative, mark, dash:
			return i
		case prep:
			if c.entry.class&isWhile != 0 && c.entry.preposition == 0 && s.opensClause(i) {
				return i
			}
		case conj:
			if i+1 < len(s.chunks) && s.chunks[i+1].group.from > i {
				return i
			}
		case comma:
			if i+1 < len(s.chunks) && s.chunks[i+1].kind != when && s.chunks[i+1].group.from > i && s.chunks[i+1].kind != prep {
				return i
			}
		}
	}
	return len(s.chunks)
}

// opensClause tells whether a finite verb follows chunk i before a comma.
func (s *sentence) opensClause(i int) bool {
	for i++; i < len(s.chunks); i++ {
		switch s.chunks[i].kind {
		case verbGroup:
			return s.chunks[i].finite || s.chunks[i].modal != 0
		case comma, mark:
			return false
		}
	}
	return false
}

// nextSubject tells whether the last member of the coordination of noun group k
// is the subject of the verb behind it: "attacked Tarn and Orvel protested".
func (s *sentence) nextSubject(k int) bool {
	to := s.chunks[k].group.to
	if to == k && s.chunks[k].group.from == k || to+1 >= len(s.chunks) {
		return false
	}
	n := s.skipRight(to + 1)
	return n < len(s.chunks) && s.chunks[n].kind == verbGroup && (s.chunks[n].finite || s.chunks[n].modal != 0)
}

// skipRight goes right over adverbs and dates.
func (s *sentence) skipRight(i int) int {
	for i < len(s.chunks) && (s.chunks[i].kind == adverb || s.chunks[i].kind == when) {
		i++
	}
	return i
}

// object is the noun group that is the direct object of verb group v, or -1.
func (s *sentence) object(c clause) int {
	for i := c.verb + 1; i < c.end; i++ {
		switch s.chunks[i].kind {
		case nounGroup:
			return i
		case adverb, when:
		case prep:
			// "denounced as a crime the suppression": a phrase in between
			if s.chunks[i].entry.preposition&pAs != 0 && i+2 < c.end && s.chunks[i+1].kind == nounGroup && s.chunks[i+2].kind == nounGroup {
				return i + 2
			}
			if i+1 < c.end && s.chunks[i+1].kind == when {
				continue
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// phraseOf is phrase for the noun of event at token noun: it stops at another
// noun that takes the same preposition for an event of another type ("made a vow
// during talks with Orvel").
func (s *sentence) phraseOf(noun int, kind string, p preposition, from, end int) int {
	for i := from; i+1 < end; i++ {
		switch c := &s.chunks[i]; {
		case c.kind == nounGroup && c.head != noun:
			if n := s.nounFrame(i, true); n != nil && n.takes(p) && n.event.kind != kind {
				return -1
			}
		case c.kind == prep && c.entry.preposition&p != 0 && s.chunks[i+1].kind == nounGroup:
			return i + 1
		}
	}
	return -1
}

// takes tells whether p marks the recipient of a noun of event.
func (n *noun) takes(p preposition) bool {
	for _, q := range n.slots {
		if q == p {
			return true
		}
	}
	return false
}

// phrase is the noun group after the first of the prepositions p in chunks
// [from, end), or -1.
func (s *sentence) phrase(p preposition, from, end int) int {
	for i := from; i+1 < end; i++ {
		if s.chunks[i].kind == prep && s.chunks[i].entry.preposition&p != 0 && s.chunks[i+1].kind == nounGroup {
			return i + 1
		}
	}
	return -1
}
