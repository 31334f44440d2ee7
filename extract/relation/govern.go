package relation

func (s *sentence) govern() {
	for k := range s.chunks {
		if c := &s.chunks[k]; c.kind != verbGroup || !c.infinitive {
			continue
		}
		i := k - 1
		for i >= 0 {
			switch {
			case s.chunks[i].kind == adverb || s.chunks[i].kind == when:
				i--
				continue
			case s.chunks[i].kind == prep && i+1 < k && s.chunks[i+1].kind == when:
				i--
				continue
			case s.chunks[i].kind == nounGroup && i > 0 && s.chunks[i-1].kind == prep:
				i -= 2
				continue
			}
			break
		}
		if i > 0 && s.chunks[i].kind == nounGroup && s.chunks[i-1].kind == verbGroup && s.is(s.chunks[i-1].head, isUse) {
			i-- // "used tear gas to disperse"
		}
		if i >= 0 && i < k-1 && s.chunks[i].kind == verbGroup && s.governing(s.chunks[i].head) {
			s.chunks[k].governor = i
		}
	}
}

func (s *sentence) governing(i int) bool {
	e := s.entry(i)
	if len(e.verbs) == 0 {
		return false
	}
	if e.class&isUse != 0 {
		return true
	}
	switch e.verbs[len(e.verbs)-1].operator {
	case opAgree, opAsk, opRefuse, opThreaten, opIntend:
		return true
	}
	return false
}

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
			k := to + 1
			if k < len(s.chunks) && s.chunks[k].kind == comma {
				k++
			}
			if k < len(s.chunks) && s.chunks[k].kind == conj {
				if k+1 < len(s.chunks) && s.chunks[k+1].kind == nounGroup {
					to, joined = k+1, true
				}
				break
			}
			if k == to+1 || k >= len(s.chunks) || s.chunks[k].kind != nounGroup || s.headName(k) == 0 && s.chunks[i].head >= 0 && s.headName(i) != 0 {
				break
			}
			to = k
		}
		if !joined {
			continue
		}
		for k := i; k <= to; k++ {
			s.chunks[k].group = group{i, to}
		}
		i = to
	}
}

func (s *sentence) headName(k int) int32 { return s.names[s.chunks[k].head] }
