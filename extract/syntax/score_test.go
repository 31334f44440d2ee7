package syntax

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are what the model must reach on the development sets, with the tokens and
// sentences of the treebanks and all words counted: right heads, right heads with the
// full relation, and right Penn tags, in percent. They stand half a point under what
// it does.
var floors = []struct {
	set            string
	uas, las, xpos float64
}{
	{"ewt", 88.6, 85.8, 95.0},
	{"gum", 89.0, 86.2, 96.7},
	{"gum_news", 87.3, 84.8, 95.8},
}

func TestDevelopmentSets(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data", "dev", "dep")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("SKIPPED, the development sets are not here: %v", err)
	}
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range floors {
		gold := readTreebank(t, filepath.Join(folder, f.set+".conllu"))
		sentences := make([]Sentence, len(gold))
		for i := range gold {
			for _, w := range gold[i] {
				sentences[i].Words = append(sentences[i].Words, w[1])
			}
		}
		m.NewReader().Parse(sentences)
		var words, heads, both, tags float64
		for i := range gold {
			for k, w := range gold[i] {
				a := sentences[i].Arcs[k]
				words++
				if a.Tag.Penn() == w[4] {
					tags++
				}
				if strconv.Itoa(a.Head+1) == w[6] {
					heads++
					if a.Relation.String() == w[7] {
						both++
					}
				}
			}
		}
		uas, las, xpos := 100*heads/words, 100*both/words, 100*tags/words
		t.Logf("%s: UAS %.2f, LAS %.2f, Penn tags %.2f", f.set, uas, las, xpos)
		if uas < f.uas || las < f.las || xpos < f.xpos {
			t.Errorf("%s: UAS %.2f, LAS %.2f, Penn tags %.2f, want %g, %g and %g at least", f.set, uas, las, xpos, f.uas, f.las, f.xpos)
		}
	}
}

// readTreebank gives the columns of the words of each sentence.
func readTreebank(t *testing.T, file string) [][][]string {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := [][][]string{{}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		c := strings.Split(lines.Text(), "\t")
		if len(c) != 10 && len(out[len(out)-1]) > 0 && lines.Text() == "" {
			out = append(out, nil)
		}
		if len(c) == 10 && !strings.ContainsAny(c[0], "-.") {
			out[len(out)-1] = append(out[len(out)-1], c)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return out
}
