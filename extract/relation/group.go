package relation

// quantifier is the number of tokens before a number that only hedge it: "up
// to", "more than", "about". 0 when none stand at token i.
func (s *sentence) quantifier(i int) int {
	number := func(k int) bool { return k < s.last && (s.tag(k) == "CD" || s.tag(k) == "$") }
	switch {
	case s.is(i, isVague) && number(i+1):
		return 1
	case s.is(i, isComparison) && number(i+2):
		switch s.text(i + 1) {
		case "to", "than", "least", "most":
			return 2
		}
	}
	return 0
}

// possessive tells whether token i is a possessive mark.
func (s *sentence) possessive(i int) bool { return s.tagAt(i) == "POS" }

// infinitive tells whether a verb in its base form stands at token i, adverbs
// before it left out.
func (s *sentence) infinitive(i int) bool {
	i = s.skipAdverbs(i)
	return i < s.last && s.tag(i) == "VB" && s.names[i] == 0
}

func (s *sentence) skipAdverbs(i int) int {
	for i < s.last && (s.tag(i) == "RB" || s.tag(i) == "RBR") && s.names[i] == 0 {
		i++
	}
	return i
}

func isVerbTag(tag string) bool { return tag == "MD" || len(tag) >= 2 && tag[:2] == "VB" }

func isNounTag(tag string) bool { return len(tag) >= 2 && tag[:2] == "NN" }

// nounGroup reads a noun group: determiner, modifiers, names, heads; possessors
// stay inside it.
func (s *sentence) nounGroup(i int) chunk {
	c := chunk{kind: nounGroup, first: i, head: -1}
	j := i
	for j < s.last {
		if k := s.names[j]; k != 0 {
			last := max(min(s.doc.Mentions[k-1].Last, s.last), j+1)
			if c.head >= 0 && s.possessive(last) && !s.possessive(j-1) && s.names[c.head] == 0 && j > i && isNounTag(s.tag(j-1)) {
				break // "denounced as a crime Tarn's policy"
			}
			c.head = last - 1
			j = s.junior(last)
			continue
		}
		if e := s.dateAt(j); e != nil {
			if j == i && s.possessive(e.Last) || j > i && e.Last < s.last && c.head < 0 && isNounTag(s.tag(e.Last)) {
				j = e.Last
				continue
			}
			break
		}
		if !s.inNounGroup(i, j, c.head) {
			break
		}
		switch tag := s.tag(j); {
		case isNounTag(tag), tag == "PRP", tag == "EX", tag == "FW":
			c.head = j
		}
		j++
		if s.tag(j-1) == "PRP" || s.tag(j-1) == "EX" {
			break
		}
	}
	if c.head < 0 {
		c.head = max(j-1, i)
	}
	c.last = max(j, i+1)
	c.entry = s.entry(c.head)
	return c
}

// junior is the token after "Jr." and its commas when that stands at token j
// behind a name, else j.
func (s *sentence) junior(j int) int {
	at := j
	if s.isText(at, ",") {
		at++
	}
	if !s.is(at, isJunior) {
		return j
	}
	at++
	if at > j+1 && s.isText(at, ",") && isVerbTag(s.tagAt(at+1)) {
		at++
	}
	return at
}

// isText tells whether token i of the sentence is w.
func (s *sentence) isText(i int, w string) bool { return i < s.last && s.text(i) == w }

// inNounGroup tells whether token j carries on the noun group that began at i;
// head is the last head so far.
func (s *sentence) inNounGroup(i, j, head int) bool {
	next := func() string {
		if j+1 < s.last {
			return s.tag(j + 1)
		}
		return ""
	}
	switch tag := s.tag(j); tag {
	case "NN", "NNS", "NNP", "NNPS", "CD", "$", "FW", "POS":
		return true
	case "JJ", "JJR", "JJS":
		if j > i && s.is(j, isWilling|isUnwilling|isDue|isAble) && next() == "TO" {
			return false
		}
		return true
	case "DT", "PDT", "PRP$", "PRP", "EX":
		return j == i || s.tag(j-1) == "PDT" || s.tag(j-1) == "DT" && tag != "PRP"
	case "VBN", "VBG":
		n := next()
		if s.is(j, isAdjectival) {
			return head < 0
		}
		if j == i {
			return s.mentionAt(j + 1)
		}
		return head < j && (isNounTag(n) || n == "JJ" || s.mentionAt(j+1)) && (s.tag(j-1) != "NNS" && (!isNounTag(s.tag(j-1)) || s.glued(j)))
	case "RB":
		n := next()
		return j > i && head < 0 && (n == "JJ" || n == "VBN")
	case "CC":
		return j > i && head < 0 && (s.tag(j-1) == "JJ" || s.tag(j-1) == "VBN") && (next() == "JJ" || next() == "VBN")
	}
	if t := s.text(j); t == "-" || t == "–" {
		return j > i && s.glued(j) && s.glued(j+1) && (next() != "" && next() != "CD")
	}
	return false
}

// mentionAt tells whether a name covers token j.
func (s *sentence) mentionAt(j int) bool { return j < s.last && s.names[j] != 0 }

// glued tells whether no space stands before token j.
func (s *sentence) glued(j int) bool {
	return j > s.first && j < s.last && s.doc.Tokens[j-1].End == s.doc.Tokens[j].Start
}

// verbGroup reads auxiliaries, adverbs, the main verb and the verbs that it
// governs without a subject of their own: "has not agreed to send".
func (s *sentence) verbGroup(i int) chunk {
	c := chunk{kind: verbGroup, first: i, head: -1, verbs: verbs{governor: -1}}
	j := i
	negated := false
	be := false // the auxiliary before is "be"
	for j < s.last {
		if s.names[j] != 0 {
			break
		}
		tag := s.tag(j)
		e := s.entry(j)
		next := s.skipAdverbs(j + 1)
		switch {
		case tag == "RB" || tag == "RBR":
			if e.class&isNot != 0 {
				negated = true
			}
			if v := s.skipAdverbs(j); v >= s.last || !isVerbTag(s.tag(v)) && s.tag(v) != "TO" && !s.governs(v) {
				return s.endVerbs(c, j, negated)
			}
		case tag == "MD":
			if c.head >= 0 {
				return s.endVerbs(c, j, negated)
			}
			c.finite = true
			c.modal |= e.class & (isWill | isWould | isMust | isMay)
		case tag == "TO":
			if !s.infinitive(j + 1) {
				return s.endVerbs(c, j, negated)
			}
			if c.head < 0 && j == i {
				c.infinitive = true
			}
			if c.head >= 0 {
				c.governed(s, negated)
				negated, be = false, false
			}
		case s.governs(j) && be && next < s.last && s.tag(next) == "TO" && s.infinitive(next+1):
			c.head = j
		case isVerbTag(tag):
			if c.head >= 0 {
				if tag != "VBG" || !s.takesGerund(c.head) || c.passive {
					return s.endVerbs(c, j, negated)
				}
				c.governed(s, negated)
				negated, be = false, false
			}
			if j == i || c.first == j {
				c.finite = tag == "VBD" || tag == "VBZ" || tag == "VBP"
				c.participle, c.gerund = tag == "VBN", tag == "VBG"
			}
			c.past = c.past || tag == "VBD"
			if c.head < 0 && !c.finite && c.modal == 0 && (tag == "VBD" || tag == "VBZ" || tag == "VBP") {
				c.finite = true
			}
			if e.class&(isBe|isHave|isDo|isGet) != 0 && s.auxiliary(j, next) {
				be = e.class&(isBe|isGet) != 0
				if e.class&isHave != 0 && s.tag(next) == "TO" {
					c.modal |= isMust
				}
				break
			}
			if be && tag == "VBN" {
				c.passive = true
			}
			be = false
			c.head = j
		default:
			return s.endVerbs(c, j, negated)
		}
		j++
	}
	return s.endVerbs(c, j, negated)
}

// auxiliary tells whether the be, have, do or get at token j helps the verb or
// the ready-to adjective at next.
func (s *sentence) auxiliary(j, next int) bool {
	if next >= s.last || s.names[next] != 0 {
		return false
	}
	switch tag := s.tag(next); tag {
	case "VBN", "VBG", "VB":
		return true
	case "VBD":
		return s.is(j, isBe|isHave)
	case "TO":
		return s.is(j, isBe|isHave) && s.infinitive(next+1)
	}
	to := s.skipAdverbs(next + 1)
	return s.is(j, isBe|isGet) && s.governs(next) && to < s.last && s.tag(to) == "TO"
}

// governs tells whether token j is ready, due, about or the like: what stands
// between "be" and an infinitive.
func (s *sentence) governs(j int) bool {
	return j < s.last && s.is(j, isWilling|isUnwilling|isDue|isAble)
}

// takesGerund tells whether the verb at token j may govern a verb in -ing:
// "began shelling", "stopped sending".
func (s *sentence) takesGerund(j int) bool {
	for i := range s.entry(j).verbs {
		switch s.entry(j).verbs[i].operator {
		case opBegin, opStop, opConclude, opIntend, opRefuse:
			return true
		}
	}
	return false
}

// governed makes the main verb so far a link of the chain above the next one.
func (c *chunk) governed(s *sentence, negated bool) {
	if c.links == len(c.chain) {
		c.head = -1
		return
	}
	l := link{token: c.head, negated: negated}
	switch e := s.entry(c.head); {
	case e.class&isWilling != 0:
		l.op, l.event.kind = opAgree, "agree"
	case e.class&isUnwilling != 0:
		l.op, l.event.kind = opRefuse, "reject"
	case e.class&isDue != 0:
		l.op = opPredict
	case e.class&isAble != 0:
		l.op = opBegin
	default:
		for i := range e.verbs {
			if v := &e.verbs[i]; v.particle == "" || v.particle == "to" {
				l.op, l.event = v.operator, v.event
				break
			}
		}
	}
	c.chain[c.links] = l
	c.links++
	c.head = -1
	c.passive = false
}

// endVerbs closes a verb group before token j.
func (s *sentence) endVerbs(c chunk, j int, negated bool) chunk {
	c.negated = negated
	if c.head < 0 { // auxiliaries alone: "did", "is"
		for k := j - 1; k >= c.first; k-- {
			if isVerbTag(s.tag(k)) {
				c.head = k
				break
			}
		}
	}
	if c.head < 0 {
		return chunk{kind: adverb, first: c.first, last: max(j, c.first+1), head: c.first, entry: s.entry(c.first)}
	}
	c.last = max(j, c.first+1)
	c.entry = s.entry(c.head)
	return c
}
