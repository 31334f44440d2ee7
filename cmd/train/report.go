package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/entity"
	"dossier/extract/lexicon"
	"dossier/extract/name"
	"dossier/extract/statement"
	"dossier/extract/statement/chain"
	"dossier/extract/syntax"
	"dossier/extract/token"
)

// heard is a sentence with the reports that are marked in it.
type heard struct {
	*chain.Sentence
	fold   int
	marked []marked
}

// marked is a report as the corpus marks it, as far as it lies in the sentence.
type marked struct {
	cue    int // a unit, -1 when it is none that could be a cue, or in another sentence
	class  chain.Class
	labels []chain.Label
	pieces []chain.Phrase // runs of content without the marks at their ends
	who    chain.Phrase
}

// folds is into how many parts the documents are cut, so that each is read by a
// model that has not seen it. Papers are kept whole, since other papers are what
// the model will read.
const folds = 4

// foldsOf gives the fold of each text, by its paper, which is what its ID begins
// with.
func foldsOf(texts []reports) []int {
	papers := map[string]int{}
	out := make([]int, len(texts))
	for i := range texts {
		paper, _, _ := strings.Cut(texts[i].article.ID, "_")
		if _, ok := papers[paper]; !ok {
			papers[paper] = len(papers)
		}
		out[i] = papers[paper] % folds
	}
	return out
}

var markedClass = map[string]chain.Class{
	"say": chain.Say, "act": chain.Act, "thought": chain.Thought, "evidence": chain.Evidence, "other": chain.Other,
}

// reports is what is marked in an article, its spans in bytes.
type reports struct {
	article document.Article
	quotes  []quote
}

type quote struct {
	content      []document.Span
	speaker, cue document.Span
	class        chain.Class
}

// readReports reads a file of articles with reports, whose offsets are in code
// points.
func readReports(file string) ([]reports, error) {
	var out []reports
	err := jsonLines(file, func(line []byte) error {
		var r struct {
			ID, Text string
			Quotes   []struct {
				Content      [][2]int
				Speaker, Cue *[2]int
				Class        string
			}
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		offsets := byteOffsets(r.Text)
		bad := false
		span := func(s *[2]int) document.Span {
			if s == nil {
				return document.Span{}
			}
			if s[0] < 0 || s[0] > s[1] || s[1] >= len(offsets) {
				bad = true
				return document.Span{}
			}
			return document.Span{Start: offsets[s[0]], End: offsets[s[1]]}
		}
		t := reports{article: document.Article{ID: r.ID, Text: r.Text}}
		for _, q := range r.Quotes {
			x := quote{speaker: span(q.Speaker), cue: span(q.Cue), class: markedClass[q.Class]}
			for i := range q.Content {
				x.content = append(x.content, span(&q.Content[i]))
			}
			if x.class == chain.NoCue || bad {
				return fmt.Errorf("%s: a report of class %q with spans outside the text or of no such class", r.ID, q.Class)
			}
			t.quotes = append(t.quotes, x)
		}
		out = append(out, t)
		return nil
	})
	return out, err
}

// hearing is what reads articles up to their statements.
type hearing struct {
	before []interface{ Apply(*document.Document) }
	rules  *statement.Stage
}

func newHearing() (*hearing, error) {
	lex, err := lexicon.Default()
	if err != nil {
		return nil, err
	}
	tokens, err := token.New()
	if err != nil {
		return nil, err
	}
	trees, err := syntax.New()
	if err != nil {
		return nil, err
	}
	names, err := name.New(lex)
	if err != nil {
		return nil, err
	}
	rules, err := statement.With(lex, nil)
	if err != nil {
		return nil, err
	}
	return &hearing{[]interface{ Apply(*document.Document) }{tokens, names, trees, entity.New(lex)}, rules}, nil
}

// read gives the sentences of some articles with what is marked in them.
func (h *hearing) read(texts []reports) []*heard {
	var out []*heard
	fold := foldsOf(texts)
	for n := range texts {
		t := &texts[n]
		d := &document.Document{Article: t.article}
		for _, s := range h.before {
			s.Apply(d)
		}
		h.rules.Watch(d, func(x *chain.Sentence, spans []document.Span) {
			s := &heard{Sentence: copied(x), fold: fold[n]}
			s.Find()
			for i := range t.quotes {
				if m, ok := s.align(&t.quotes[i], spans); ok {
					s.marked = append(s.marked, m)
				}
			}
			out = append(out, s)
		})
	}
	return out
}

func copied(x *chain.Sentence) *chain.Sentence {
	c := *x
	c.Units, c.Cues = slices.Clone(x.Units), nil
	c.Guesses = slices.Clone(x.Guesses)
	return &c
}

// align finds the units of a report; ok is false when none of it lies in the
// sentence. A unit belongs to a span that has more than half of it.
func (s *heard) align(q *quote, spans []document.Span) (m marked, ok bool) {
	mostly := func(u, x document.Span) bool {
		return 2*(min(u.End, x.End)-max(u.Start, x.Start)) > u.Len()
	}
	m = marked{cue: -1, class: q.class, labels: make([]chain.Label, len(spans))}
	best := 0
	for _, c := range s.Cues {
		if !mostly(spans[c.Unit], q.cue) {
			continue
		}
		if w := cueWeight[c.Kind]; w >= best {
			best, m.cue = w, c.Unit
		}
	}
	for i, u := range spans {
		if mostly(u, q.speaker) {
			m.labels[i] = chain.Speaker
		}
		for _, c := range q.content {
			if mostly(u, c) {
				m.labels[i] = chain.Content
			}
		}
	}
	if m.cue >= 0 {
		m.labels[m.cue] = chain.Outside
	}
	for i := 0; i < len(m.labels); {
		j := i
		for j < len(m.labels) && m.labels[j] == m.labels[i] {
			j++
		}
		p := s.Trim(chain.Phrase{From: i, To: j})
		switch m.labels[i] {
		case chain.Content:
			if !p.Empty() {
				m.pieces = append(m.pieces, p)
			}
			for k := i; k < j; k++ {
				if k < p.From || k >= p.To {
					m.labels[k] = chain.Outside
				}
			}
		case chain.Speaker:
			if m.who.Empty() {
				m.who = p
			}
		}
		i = j
	}
	return m, m.cue >= 0 || len(m.pieces) > 0
}

// cueWeight says which of several units of a marked cue bears it: "in a statement,
// has said that" is borne by its verb.
var cueWeight = map[chain.Kind]int{chain.Reporting: 6, chain.Accord: 5, chain.OtherVerb: 4, chain.Noun: 3, chain.Sign: 2, chain.Break: 1}

// outcome says how right an alternative is: the share of its pieces that are
// marked, with its speaker, as contents of class say by an overlap of .8 (Dice),
// the share of those that are marked unit by unit, and the share of those that
// are marked as thoughts.
func (s *heard) outcome(a *chain.Alternative) (judged [chain.Judgements]float32) {
	for _, p := range a.Content {
		var found [chain.Judgements]float32
		for i := range s.marked {
			m := &s.marked[i]
			if m.class != chain.Say && m.class != chain.Thought || m.who.Empty() != a.Who.Empty() || !m.who.Empty() && min(m.who.To, a.Who.To) <= max(m.who.From, a.Who.From) {
				continue
			}
			for _, q := range m.pieces {
				switch like := s.Alike([]chain.Phrase{p}, []chain.Phrase{q}) >= .8; {
				case like && m.class == chain.Thought:
					found[chain.Belief] = 1
				case like:
					found[chain.Right] = 1
					if p == q {
						found[chain.Exact] = 1
					}
				}
			}
		}
		for k := range found {
			judged[k] += found[k] / float32(len(a.Content))
		}
	}
	return judged
}

func quotesOf(data, part, set string) string {
	return filepath.Join(data, part, "quotes", set+".jsonl")
}
