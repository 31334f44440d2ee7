package statement

import (
	"hash/fnv"

	"dossier/extract/document"
	"dossier/extract/statement/chain"
)

// watcher sees each sentence as the chain does, with where its units lie.
type watcher func(s *chain.Sentence, units []unit)

// Watch reads d by the rules alone and shows each sentence as the chain sees it;
// spans are where its units lie. It is what the chain learns from.
func (s *Stage) Watch(d *document.Document, visit func(x *chain.Sentence, spans []document.Span)) {
	var spans []document.Span
	rules := Stage{words: s.words, terms: s.terms, lexicon: s.lexicon}
	rules.read(d, func(x *chain.Sentence, units []unit) {
		spans = spans[:0]
		for i := range units {
			spans = append(spans, units[i].Span)
		}
		visit(x, spans)
	})
}

// observe tells the chain of the units at hand and of what the rules make of
// them.
func (r *reader) observe(s document.Sentence, first bool) *chain.Sentence {
	x := &r.seen
	x.Units, x.Guesses = x.Units[:0], x.Guesses[:0]
	for i := range r.units {
		x.Units = append(x.Units, r.observed(i))
	}
	r.hang(x.Units)
	r.suppose()
	for i := range r.guesses {
		g := &r.guesses[i]
		guess := chain.Guess{Cue: g.verb, Rule: uint32(g.rule), Who: chain.Phrase{From: g.who.from, To: g.who.to}}
		for _, p := range g.content {
			if !p.empty() {
				guess.Content = append(guess.Content, chain.Phrase{From: p.from, To: p.to})
			}
		}
		for j := range r.found {
			guess.Kept = guess.Kept || r.found[j].verb == g.verb && r.found[j].rule == g.rule
		}
		x.Guesses = append(x.Guesses, guess)
	}
	x.First = first && s.Paragraph != r.paragraph
	x.After = !x.First && s.First > 0 && r.insideQuote(r.doc.Tokens[s.First-1].Start)
	x.Before = s.Last < len(r.doc.Tokens) && r.insideQuote(r.doc.Tokens[s.Last].Start)
	return x
}

// hang tells the chain how the units hang together: of a unit of several words, by
// the first that hangs on a word outside it.
func (r *reader) hang(seen []chain.Unit) {
	if len(r.units) == 0 || r.doc.Arcs == nil {
		return
	}
	from, to := r.units[0].first, r.units[len(r.units)-1].last
	r.unitOf = append(r.unitOf[:0], make([]int, to-from)...)
	for i := range r.units {
		for k := r.units[i].first; k < r.units[i].last; k++ {
			r.unitOf[k-from] = i + 1
		}
	}
	for i := range r.units {
		for k := r.units[i].first; k < r.units[i].last; k++ {
			a := &r.doc.Arcs[k]
			head := 0
			if from <= a.Head && a.Head < to {
				head = r.unitOf[a.Head-from]
			}
			if head == i+1 || a.Relation == "punct" && r.units[i].last > r.units[i].first+1 {
				continue
			}
			seen[i].Head, seen[i].Relation = head, hashed(a.Relation)
			if head == 0 {
				seen[i].Relation = hashed("root") // of what is read by itself
			}
			break
		}
	}
}

// suppose adds what each verb that the rules make nothing of would report if it
// reported anything: the phrase before it would speak, and the clause after it be
// said.
func (r *reader) suppose() {
	told := make(map[int]bool, len(r.guesses))
	for i := range r.guesses {
		told[r.guesses[i].verb] = true
	}
	for i := range r.units {
		u := &r.units[i]
		if !u.is(verbal) || u.is(quoted|auxiliary|modal) || u.folded || told[i] {
			continue
		}
		c := cue{verb: i, from: i, to: i + 1, verbs: bare | clause | quotes, begin: -1}
		r.group(&c)
		c.who = r.phraseBefore(c.from, r.floor)
		g := candidate{verb: i, cue: r.cueSpan(&c), who: c.who, rule: ruleNone}
		if at, _ := r.after(&c); at < len(r.units) {
			g.content[0] = phrase{at, r.clauseEnd(at, &c)}
		}
		r.guesses = append(r.guesses, g)
	}
}

// observed is unit i as the chain sees it: the words of closed classes and of
// reporting as themselves, of all others what kind of word they are.
func (r *reader) observed(i int) chain.Unit {
	u := &r.units[i]
	out := chain.Unit{Words: 1}
	if u.is(quoted) {
		return r.regionSeen(u)
	}
	t := &r.doc.Tokens[u.first]
	text := r.doc.Slice(t.Span)
	if u.last > u.first+1 && u.folded {
		// A mark is joined to the word.
		if marks[text] != 0 && u.first+1 < u.last {
			t = &r.doc.Tokens[u.first+1]
			text = r.doc.Slice(t.Span)
		}
	}
	if c := marks[text]; c != 0 && u.is(punctuation) {
		out.Words = 0
		out.Word, out.Tag = hashed(text), hashed("mark"+text)
		out.Flags = markFlags(u.class)
		return out
	}
	out.Tag = hashed(t.Tag)
	kind := r.kindAt(u.first)
	if kind != "" {
		out.Tag = hashed("name " + string(kind))
	}
	low := lower(text)
	cue := r.terms.cues[low]
	switch {
	case cue.lemma != 0 && kind == "":
		out.Lemma, out.Class = cue.lemma, cue.class
		out.Word = cue.lemma*31 + out.Tag
		if cue.noun {
			out.Word = cue.lemma
		}
	case r.terms.words[low]:
		out.Word = hashed(low)
	default:
		out.Word = out.Tag*31 + uint32((u.class&grouped)>>16)
	}
	out.Flags = wordFlags(u)
	if u.is(verbal) && cue.class == chain.Say {
		out.Flags |= chain.Saying
	}
	if low == "according" {
		out.Flags |= chain.According
	}
	return out
}

// region is a quoted region as the chain sees it.
func (r *reader) regionSeen(u *unit) chain.Unit {
	out := chain.Unit{Flags: chain.Quoted, Word: hashed("region"), Tag: hashed("region")}
	first := ""
	for i := u.first; i < u.last; i++ {
		w := r.doc.Slice(r.doc.Tokens[i].Span)
		if marks[w] == 0 {
			if out.Words == 0 {
				first = w
			}
			out.Words++
		}
	}
	switch {
	case u.ending == 0:
	case u.ending&comma != 0:
		out.End = 1
	case u.ending&stop != 0:
		out.End = 2
	default:
		out.End = 3
	}
	out.Word += out.End
	if first != "" && 'A' <= first[0] && first[0] <= 'Z' {
		out.Flags |= chain.Upper
		out.Word += 8
	}
	if u.unclosed {
		out.Flags |= chain.Open
	}
	out.Words = max(out.Words, 1)
	return out
}

// grouped are the classes of words that the chain knows as such, without telling
// their members apart.
const grouped = when | occasion | listeners | measure | issuing

func markFlags(c class) (f chain.Flags) {
	if c&(comma|dash|open|close) != 0 {
		f |= chain.Comma
	}
	if c&dash != 0 {
		f |= chain.Dash
	}
	if c&(colon|semicolon) != 0 {
		f |= chain.Colon
	}
	if c&stop != 0 {
		f |= chain.Stop
	}
	return f
}

func wordFlags(u *unit) (f chain.Flags) {
	for _, x := range []struct {
		class class
		flag  chain.Flags
	}{
		{base | participle | gerund, chain.Verb}, {nominal, chain.Nominal}, {that, chain.That}, {coordinator, chain.Coordinator},
	} {
		if u.is(x.class) {
			f |= x.flag
		}
	}
	if u.is(finite) {
		if u.is(modal) {
			f |= chain.Modal
		} else {
			f |= chain.Verb
		}
	}
	if u.all(personal | subject) {
		f |= chain.Pronoun
	}
	if u.folded {
		f |= chain.Folded
	}
	return f
}

// kindAt is the type of the name that token i belongs to, "" for none.
func (r *reader) kindAt(i int) document.EntityType {
	at := r.doc.Tokens[i].Start
	ms := r.doc.Mentions
	for k := r.mentionAt(at+1) - 1; k >= 0 && k >= r.mentionAt(at+1)-4; k-- {
		if ms[k].First <= i && i < ms[k].Last && ms[k].Kind == document.Name {
			return ms[k].Type
		}
	}
	return ""
}

func hashed(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
