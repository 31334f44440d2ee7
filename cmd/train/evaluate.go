package main

import (
	"path/filepath"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/name"
	"dossier/extract/token"
)

// tally counts names right, found and marked.
type tally struct{ right, found, marked int }

// f1 is the harmonic mean of precision and recall, in percent.
func (t tally) f1() float64 {
	if t.right == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(t.found+t.marked)
}

// evaluate scores the model on each development set: exact span and class of
// persons, places and organisations, and exact span alone.
func evaluate(s *name.Stage, tokens *token.Stage, folder string, log *protocol) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, f := range files {
		texts, err := readCorpus(f, tokens)
		if err != nil {
			return err
		}
		var all, spans tally
		var by [name.Misc]tally
		for i := range texts {
			score(s, &texts[i], &all, &spans, &by)
		}
		log.printf("dev %-20s F1 %5.1f, spans %5.1f, persons %5.1f, places %5.1f, organisations %5.1f",
			strings.TrimSuffix(filepath.Base(f), ".jsonl"), all.f1(), spans.f1(),
			by[name.Person].f1(), by[name.Location].f1(), by[name.Organization].f1())
	}
	return nil
}

func score(s *name.Stage, t *text, all, spans *tally, by *[name.Misc]tally) {
	gold := map[document.Span]name.Class{}
	for _, n := range t.names {
		if n.class == name.Misc {
			continue
		}
		gold[n.Span] = n.class
		all.marked++
		spans.marked++
		by[n.class].marked++
	}
	s.Names(t.Document, func(first, last int, c name.Class) {
		if c == name.Misc {
			return
		}
		all.found++
		spans.found++
		by[c].found++
		g, ok := gold[document.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}]
		if ok {
			spans.right++
		}
		if ok && g == c {
			all.right++
			by[c].right++
		}
	})
}
