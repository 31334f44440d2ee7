package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
	"dossier/extract/sparse"
	"dossier/extract/token"

	"github.com/spf13/cobra"
)

// sentencesOptions are those of the command sentences.
type sentencesOptions struct {
	data, out  string
	settings   settings
	bound      float64 // sum above which a segment ends
	linesBound float64 // the same of documents in several lines
	prune      float64 // a weight below it is left out
	silver     int     // words of each paper of the news
	least      int     // a feature seen less often is left out
	errors     bool    // print the wrong ends
}

func newSentencesCommand() *cobra.Command {
	o := sentencesOptions{settings: settings{epochs: 6, rate: .1, dropout: .3, seed: 1}}
	c := &cobra.Command{
		Use:     "sentences",
		Short:   "Learns the model of sentence ends",
		Example: "  go run ./cmd/train sentences --data ../shared/data --out extract/token/boundaries.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainSentences(o, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	dataFlags(f, &o.data, &o.out, "extract/token/boundaries.model")
	f.IntVar(&o.settings.epochs, "epochs", o.settings.epochs, "passes over the data")
	f.Float64Var(&o.settings.rate, "rate", o.settings.rate, "how far a step goes")
	f.Float64Var(&o.settings.dropout, "dropout", o.settings.dropout, "share of features left out at random")
	f.Uint64Var(&o.settings.seed, "seed", o.settings.seed, "where chance begins")
	f.IntVar(&o.silver, "silver", 200000, "words of each paper of the news")
	f.Float64Var(&o.bound, "bound", -.6, "sum of weights above which a segment ends")
	f.Float64Var(&o.linesBound, "lines-bound", .4, "the same of documents in several lines")
	f.Float64Var(&o.prune, "prune", .1, "leave out weights below")
	f.IntVar(&o.settings.runs, "runs", 5, "times that it is learned; the weights are the mean")
	f.BoolVar(&o.errors, "errors", false, "print the wrong ends on the development sets")
	f.IntVar(&o.least, "least", 3, "leave out features seen less often")
	return c
}

// divided is a text with the places where its sentences end.
type divided struct {
	text string
	ends map[int]bool
}

// readDivided reads the documents of a treebank. Their sentences are joined by spaces,
// or by line breaks where a paragraph begins.
func readDivided(file string, breaks bool) ([]divided, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []divided
	gap := " "
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			out = append(out, divided{ends: map[int]bool{}})
		case strings.HasPrefix(line, "# newpar") && breaks:
			gap = "\n"
		}
		text, ok := strings.CutPrefix(line, "# text = ")
		if !ok {
			continue
		}
		d := &out[len(out)-1]
		if d.text != "" {
			d.text += gap
		}
		gap = " "
		d.text += text
		d.ends[len(d.text)] = true
	}
	return out, lines.Err()
}

func trainSentences(o sentencesOptions, w io.Writer) error {
	log := &protocol{w, time.Now()}
	stage, err := token.New()
	if err != nil {
		return err
	}
	var cases []instance
	for _, set := range []string{"ewt", "gum"} {
		for _, breaks := range []bool{false, true} {
			texts, err := readDivided(filepath.Join(o.data, "train", "dep", set+".conllu"), breaks)
			if err != nil {
				return err
			}
			n := len(cases)
			for _, t := range texts {
				cases = append(cases, placesOf(stage, t)...)
			}
			log.printf("%s: %d texts, %d places", set, len(texts), len(cases)-n)
		}
	}
	if o.silver > 0 {
		n := len(cases)
		if err := silverPlaces(o, stage, func(more []instance) { cases = append(cases, more...) }); err != nil {
			return err
		}
		log.printf("silver: %d places", len(cases)-n)
	}
	v := index(cases, o.least)
	log.printf("%d features; learning %d times, %d epochs each", len(v.keys), max(o.settings.runs, 1), o.settings.epochs)
	g := decide(cases, len(v.keys), 1, o.settings)
	scale := scaleOf(g.largest())
	for i, w := range g.w {
		if math.Abs(float64(w)) < o.prune {
			g.w[i] = 0
		}
	}
	part := g.part(v, scale)
	file := token.EncodeBoundaries(sentencesNotice, part, [2]int16{int16(math.Round(o.bound * scale)), int16(math.Round(o.linesBound * scale))})
	log.printf("%d features with weights, %d bytes", len(part.Keys), len(file))
	b, err := token.DecodeBoundaries(file)
	if err != nil {
		return err
	}
	if err := scoreSentences(o, stage.With(b), log); err != nil {
		return err
	}
	return os.WriteFile(o.out, file, 0o644)
}

// placesOf are the places of a text where a segment may end, with whether one does.
func placesOf(stage *token.Stage, t divided) []instance {
	var out []instance
	d := &document.Document{Article: document.Article{Text: t.text}}
	stage.Divide(d, func(i int, features sparse.Features, _ bool) bool {
		y := t.ends[d.Tokens[i].End]
		target := []float32{0}
		if y {
			target[0] = 1
		}
		out = append(out, instance{slices.Clone(features), target})
		return y
	})
	return out
}

// scoreSentences prints how many of the ends of segments are those of sentences on the
// development sets, and vice versa.
func scoreSentences(o sentencesOptions, stage *token.Stage, log *protocol) error {
	for _, set := range []string{"ewt", "gum", "gum_news"} {
		for _, breaks := range []bool{false, true} {
			texts, err := readDivided(filepath.Join(o.data, "dev", "dep", set+".conllu"), breaks)
			if err != nil {
				return err
			}
			var gold, found, right float64
			for _, t := range texts {
				d := &document.Document{Article: document.Article{Text: t.text}}
				stage.Apply(d)
				gold, found = gold+float64(len(t.ends)), found+float64(len(d.Segments))
				missed := maps.Clone(t.ends)
				for _, s := range d.Segments {
					if t.ends[s.End] {
						right++
					} else if o.errors && !breaks {
						log.printf("%s, none: %s", set, around(t.text, s.End))
					}
					delete(missed, s.End)
				}
				for _, end := range slices.Sorted(maps.Keys(missed)) {
					if o.errors && !breaks {
						log.printf("%s, missed: %s", set, around(t.text, end))
					}
				}
			}
			layout := "one line"
			if breaks {
				layout = "paragraphs"
			}
			log.printf("%s, %s: precision %.1f, recall %.1f, F1 %.2f", set, layout, 100*right/found, 100*right/gold, 200*right/(gold+found))
		}
	}
	return nil
}

// around is what stands around a place of a text.
func around(text string, at int) string {
	const wide = 40
	return fmt.Sprintf("%.*q | %.*q", wide, text[max(0, at-wide):at], wide, text[at:min(len(text), at+wide)])
}

// papers are the news whose paragraphs are lines.
var papers = []string{"tehran_times.jsonl.gz", "us_congress.jsonl.gz", "white_house.jsonl.gz"}

// headDates are ways to write the date between a title and the text, as the pages of many
// papers do; in the files it stands apart.
var headDates = []string{"Monday, January 2, 2006", "", "January 2, 2006", "Monday, 2 January 2006", "", "2 January 2006", "Jan 2, 2006"}

// silverPlaces reads the places after words of news whose headings and paragraphs are
// put behind one another: where one ends is known, and that none ends elsewhere after a
// word that no mark follows nearly so.
func silverPlaces(o sentencesOptions, stage *token.Stage, add func([]instance)) error {
	for _, p := range papers {
		words, k := 0, 0
		err := jsonLines(filepath.Join(o.data, "news", p), func(line []byte) error {
			if k++; k%7 != 0 || words > o.silver {
				return nil
			}
			var a struct{ Title, Date, Text string }
			if err := json.Unmarshal(line, &a); err != nil {
				return err
			}
			head := []string{a.Title}
			if day, err := time.Parse(time.DateOnly, a.Date); err == nil {
				head = append(head, day.Format(headDates[k/7%len(headDates)]))
			}
			t := divided{ends: map[int]bool{}}
			for _, line := range append(head, strings.Split(a.Text, "\n")...) {
				if line = strings.TrimSpace(line); line == "" {
					continue
				}
				if t.text != "" {
					t.text += " "
				}
				t.text += line
				t.ends[len(t.text)] = true
			}
			words += len(strings.Fields(t.text))
			add(silverOf(stage, t))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func silverOf(stage *token.Stage, t divided) []instance {
	var out []instance
	d := &document.Document{Article: document.Article{Text: t.text}}
	stage.Divide(d, func(i int, features sparse.Features, _ bool) bool {
		end := d.Tokens[i].End
		r, _ := utf8.DecodeLastRuneInString(d.Text[:end])
		n, _ := utf8.DecodeRuneInString(d.Slice(d.Tokens[i+1].Span))
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return t.ends[end] || strings.ContainsRune(".?!", r) && unicode.IsUpper(n)
		}
		target := []float32{0}
		if t.ends[end] {
			target[0] = 1
		}
		out = append(out, instance{slices.Clone(features), target})
		return t.ends[end]
	})
	return out
}
