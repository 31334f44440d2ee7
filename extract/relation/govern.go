package relation

// govern finds the infinitives that a verb governs across a date or phrase:
// "threatened today to impose", "agreed in principle to send".
func (s *sentence) govern() {
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind != verbGroup || !c.infinitive {
			continue
		}
		i, crossed := k-1, false
		for i >= 0 {
			switch {
			case s.chunks[i].kind == adverb || s.chunks[i].kind == when:
				i--
				continue
			case s.chunks[i].kind == prep && i+1 < k && s.chunks[i+1].kind == when:
				i--
				continue
			case s.chunks[i].kind == nounGroup && i > 0 && s.chunks[i-1].kind == prep:
				crossed = true
				i -= 2
				continue
			}
			break
		}
		if i > 0 && s.chunks[i].kind == nounGroup && s.chunks[i-1].kind == verbGroup && s.is(s.chunks[i-1].head, isUse) {
			i-- // "used tear gas to disperse"
		}
		if i >= 0 && i < k-1 && s.chunks[i].kind == verbGroup && s.governing(s.chunks[i].head, crossed) {
			s.chunks[k].governor = i
		}
	}
}

// governing tells whether the verb at token i makes something of an event
// below it. One that asks has somebody else do it when a phrase was crossed:
// "called on Tarn to leave".
func (s *sentence) governing(i int, crossed bool) bool {
	e := s.entry(i)
	if len(e.verbs) == 0 {
		return false
	}
	if e.class&isUse != 0 {
		return true
	}
	switch e.verbs[len(e.verbs)-1].operator {
	case opAgree, opRefuse, opThreaten, opIntend:
		return true
	case opAsk:
		return !crossed
	}
	return false
}

// coordinate finds the noun groups that "and", "or" and commas join. A person
// may have his country between: "President Lorn of Tarn and President Brandt of
// Orvel".
func (s *sentence) coordinate() {
	for i := range s.chunks {
		s.chunks[i].group = group{i, i}
	}
	for i := 0; i < len(s.chunks); i++ {
		if s.chunks[i].kind != nounGroup {
			continue
		}
		to, joined := i, false
		for {
			k := s.past(to)
			if k < len(s.chunks) && s.chunks[k].kind == comma {
				k++
			}
			if k < len(s.chunks) && s.chunks[k].kind == conj {
				if k+1 < len(s.chunks) && s.chunks[k+1].kind == nounGroup && !(k == i+2 && s.newClause(i, k+1)) {
					to, joined = k+1, true
				}
				break
			}
			if k == s.past(to) || k >= len(s.chunks) || s.chunks[k].kind != nounGroup || s.headName(k) == 0 && s.chunks[i].head >= 0 && s.headName(i) != 0 {
				break
			}
			to = k
		}
		if !joined {
			continue
		}
		for k := i; k <= to; k++ {
			if k == i || s.chunks[k-1].kind != prep {
				s.chunks[k].group = group{i, to}
			}
		}
		i = to
	}
}

// past is the chunk after noun group k, and after the country or body of a person
// there when another person is joined to him.
func (s *sentence) past(k int) int {
	if s.headPerson(k) < 0 || k+3 >= len(s.chunks) || s.chunks[k+1].kind != prep || s.chunks[k+1].entry.preposition&pOf == 0 || s.chunks[k+2].kind != nounGroup || s.headName(k+2) == 0 {
		return k + 1
	}
	i := k + 3
	if s.chunks[i].kind == comma {
		i++
	}
	if i < len(s.chunks) && s.chunks[i].kind == conj {
		i++
	}
	if i > k+3 && i < len(s.chunks) && s.chunks[i].kind == nounGroup && s.headPerson(i) >= 0 {
		return k + 3
	}
	return k + 1
}

// newClause tells whether noun group k, which a comma and "and" part from the
// object i of a verb, begins another clause: "imposed sanctions, and Orvel and
// Tarn followed".
func (s *sentence) newClause(i, k int) bool {
	if i == 0 || s.chunks[i-1].kind != prep && (s.chunks[i-1].kind != verbGroup || s.chunks[i-1].entry.class&isSay != 0) {
		return false
	}
	for k+2 < len(s.chunks) && s.chunks[k+1].kind == conj && s.chunks[k+2].kind == nounGroup {
		k += 2
	}
	k = s.skipRight(k + 1)
	return k < len(s.chunks) && s.chunks[k].kind == verbGroup && (s.chunks[k].finite || s.chunks[k].modal != 0)
}

// member tells whether chunk i is a member of the coordination g.
func (s *sentence) member(i int, g group) bool {
	return s.chunks[i].kind == nounGroup && (i == g.from || s.chunks[i-1].kind != prep)
}

// headName is the mention of a name that covers the head of noun group k, plus
// one; 0 for none.
func (s *sentence) headName(k int) int32 { return s.names[s.chunks[k].head] }
