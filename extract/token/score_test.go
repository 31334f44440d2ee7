package token

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dossier/extract/document"
)

// floors are what the stage must reach on the development sets, read as one line a
// document: F1 of tokens and of the ends of segments, and right Penn tags of the tokens that
// are right, in percent. They stand a little under what it does.
var floors = []struct {
	set                     string
	tokens, sentences, tags float64
}{
	{"ewt", 99.2, 92, 86.5},
	{"gum", 99.8, 96.5, 92.5},
	{"gum_news", 99.5, 95.5, 92.5},
}

func TestScores(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data", "dev", "dep")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("SKIPPED: the development sets in ../shared are not here, so the tokens are NOT scored: %v", err)
	}
	for _, f := range floors {
		tokens, sentences, tags := scores(readTreebank(t, filepath.Join(folder, f.set+".conllu")))
		t.Logf("%s: tokens %.2f, sentences %.2f, tags %.2f", f.set, tokens, sentences, tags)
		if tokens < f.tokens || sentences < f.sentences || tags < f.tags {
			t.Errorf("%s: tokens %.2f, sentences %.2f, tags %.2f, want %g, %g and %g at least", f.set, tokens, sentences, tags, f.tokens, f.sentences, f.tags)
		}
	}
}

func scores(texts []goldText) (tokens, sentences, tags float64) {
	var gold, found, right, goldEnds, foundEnds, rightEnds, tagged int
	for _, g := range texts {
		d := read(g.text)
		gold, found = gold+len(g.words), found+len(d.Tokens)
		goldEnds, foundEnds = goldEnds+len(g.ends), foundEnds+len(d.Segments)
		for _, k := range d.Tokens {
			if w, ok := g.words[k.Span]; ok {
				right++
				if w.tag == k.Tag {
					tagged++
				}
			}
		}
		for _, s := range d.Segments {
			if g.ends[s.End] {
				rightEnds++
			}
		}
	}
	f1 := func(right, a, b int) float64 { return 200 * float64(right) / float64(a+b) }
	return f1(right, gold, found), f1(rightEnds, goldEnds, foundEnds), 100 * float64(tagged) / float64(right)
}

type goldWord struct{ tag, lemma string }

// goldText is a document of a treebank, its sentences joined by spaces.
type goldText struct {
	text  string
	words map[document.Span]goldWord
	ends  map[int]bool // of sentences
}

// readTreebank reads a file in the CoNLL-U format.
func readTreebank(t *testing.T, file string) []goldText {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []goldText
	var at, until, whole int // in the text; the last word of a multiword token and its end
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "# newdoc") {
			out = append(out, goldText{words: map[document.Span]goldWord{}, ends: map[int]bool{}})
		}
		if text, ok := strings.CutPrefix(line, "# text = "); ok {
			g := &out[len(out)-1]
			if g.text != "" {
				g.text += " "
			}
			at, until = len(g.text), 0
			g.text += text
			g.ends[len(g.text)] = true
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 || strings.Contains(c[0], ".") {
			continue
		}
		g := &out[len(out)-1]
		if _, last, ok := strings.Cut(c[0], "-"); ok {
			if i := strings.Index(g.text[at:], c[1]); i >= 0 {
				at += i
			}
			until, _ = strconv.Atoi(last)
			whole = at + len(c[1])
			continue
		}
		if i := strings.Index(g.text[at:], c[1]); i >= 0 {
			at += i
		}
		end := at + len(c[1])
		if n, _ := strconv.Atoi(c[0]); n == until {
			end = whole
		}
		g.words[document.Span{Start: at, End: end}] = goldWord{c[4], c[2]}
		at = end
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return out
}
