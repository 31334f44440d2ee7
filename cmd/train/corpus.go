package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"dossier/extract/document"
	"dossier/extract/name"
	"dossier/extract/token"
)

// corpus is a set of texts in which names are marked.
type corpus struct {
	file   string
	weight float64 // share of its texts that an epoch uses
	silent bool    // says nothing about names of class Misc
}

// corpora are what the model of names learns from, all under data/train/ner.
// The Groningen Meaning Bank is silver: its names were marked by rule.
var corpora = []corpus{
	{"gum", 1, true},
	{"uner_ewt", 1, false},
	{"crossner", 1, false},
	{"redocred", 1, false},
	{"docred", 1, false},
	{"masc", 1, true},
	{"gmb_silver", .3, false},
}

// text is one document of a corpus, read by the token stage.
type text struct {
	*document.Document
	names []goldName
}

// goldName is a marked name.
type goldName struct {
	document.Span
	first, last int // tokens; the same number when the span cuts a token
	class       name.Class
}

var classOf = map[string]name.Class{
	"PER": name.Person, "LOC": name.Location, "ORG": name.Organization, "MISC": name.Misc,
}

// readCorpus reads a file of texts with names, whose offsets are in code points.
func readCorpus(file string, tokens *token.Stage) ([]text, error) {
	var out []text
	err := jsonLines(file, func(line []byte) error {
		var r struct {
			ID, Text string
			Entities []struct {
				Start, End int
				Label      string
			}
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		t := text{Document: &document.Document{Article: document.Article{ID: r.ID, Text: r.Text}}}
		tokens.Apply(t.Document)
		offsets := byteOffsets(r.Text)
		for _, e := range r.Entities {
			c, ok := classOf[e.Label]
			if !ok || e.Start < 0 || e.End >= len(offsets) || e.Start >= e.End {
				return fmt.Errorf("%s: name %q [%d, %d) is not one", r.ID, e.Label, e.Start, e.End)
			}
			t.names = append(t.names, goldName{Span: document.Span{Start: offsets[e.Start], End: offsets[e.End]}, class: c})
		}
		slices.SortStableFunc(t.names, func(a, b goldName) int { return a.Start - b.Start })
		t.align()
		out = append(out, t)
		return nil
	})
	return out, err
}

// byteOffsets are the offsets of the code points of a text, and its length.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// align finds the tokens of the names. An article before the name is taken off:
// most sources leave it outside, and so do we.
func (t *text) align() {
	k := 0
	for i := range t.names {
		n := &t.names[i]
		for k > 0 && t.Tokens[k-1].End > n.Start {
			k--
		}
		for k < len(t.Tokens) && t.Tokens[k].End <= n.Start {
			k++
		}
		from := k
		for k < len(t.Tokens) && t.Tokens[k].Start < n.End {
			k++
		}
		if k-from > 1 && t.Slice(t.Tokens[from].Span) == "the" {
			from++
			n.Start = t.Tokens[from].Start
		}
		if from < k && t.Tokens[from].Start == n.Start && t.Tokens[k-1].End == n.End {
			n.first, n.last = from, k
		}
	}
}

// labels gives, for each token, the set of labels that it may have: one of them
// where the corpus is certain.
func (t *text) labels(silent bool) []uint32 {
	out := make([]uint32, len(t.Tokens))
	none := uint32(1) << name.Outside
	if silent {
		for _, p := range []struct{ i, n int }{{0, 1}, {0, 2}, {1, 3}, {1, 2}} {
			none |= 1 << name.LabelOf(name.Misc, p.i, p.n)
		}
	}
	for i := range out {
		out[i] = none
	}
	for _, n := range t.names {
		for i := n.first; i < n.last; i++ {
			out[i] = 1 << name.LabelOf(n.class, i-n.first, n.last-n.first)
		}
	}
	return out
}

const anyLabel = 1<<name.Labels - 1

// clip makes the labels of a stretch agree with its ends: tokens of a name that
// reaches out of it, or that cuts a token, may have any label.
func (t *text) clip(labels []uint32, first, last int) []uint32 {
	out := slices.Clone(labels[first:last])
	for _, n := range t.names {
		span := document.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
		if !n.Overlaps(span) || n.first < n.last && first <= n.first && n.last <= last {
			continue
		}
		for i := first; i < last; i++ {
			if t.Tokens[i].Overlaps(n.Span) {
				out[i-first] = anyLabel
			}
		}
	}
	return out
}

// files gives the paths of the corpora under a folder of data.
func (c corpus) path(data string) string {
	return filepath.Join(data, "train", "ner", c.file+".jsonl")
}

// words is the number of words of a text, for the protocol.
func words(texts []text) (n int) {
	for _, t := range texts {
		inside := false
		for _, r := range t.Text {
			space := r == ' ' || r == '\n'
			if !space && !inside {
				n++
			}
			inside = !space && r != utf8.RuneError
		}
	}
	return n
}
