package name

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"dossier/extract/document"
)

// floors are what the stage must reach on the development sets: F1 in percent
// of exact spans, with the class right or (untyped) whatever it is. They stand
// a point or two under what it does.
var floors = []struct {
	set            string
	typed, untyped float64
}{
	{"worldwide", 74.5, 79},
	{"uner_ewt", 74.5, 78},
	{"gum_news", 66, 81.5},
	{"crossner_politics", 85.5, 87.5},
}

func TestDevelopmentSets(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data", "dev", "ner")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("SKIPPED: the development sets in ../shared are not here, so the names are NOT scored: %v", err)
	}
	for _, f := range floors {
		typed, untyped := f1(t, filepath.Join(folder, f.set+".jsonl"))
		t.Logf("%s: typed %.1f, untyped %.1f", f.set, typed, untyped)
		if typed < f.typed || untyped < f.untyped {
			t.Errorf("%s: typed %.1f, untyped %.1f, want %g and %g at least", f.set, typed, untyped, f.typed, f.untyped)
		}
	}
}

var classOfType = map[document.EntityType]string{
	document.Person: "PER", document.Organization: "ORG", document.Country: "LOC", document.Place: "LOC",
}

func f1(t *testing.T, file string) (typed, untyped float64) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var right, span, found, marked float64
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var r struct {
			Text     string
			Entities []struct {
				Start, End int
				Label      string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var offsets []int
		for i := range r.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(r.Text))
		gold := map[document.Span]string{}
		for _, e := range r.Entities {
			if e.Label != "MISC" {
				gold[document.Span{Start: offsets[e.Start], End: offsets[e.End]}] = e.Label
			}
		}
		marked += float64(len(gold))
		for _, m := range testStages.read(r.Text).Mentions {
			class := classOfType[m.Type]
			if class == "" || m.Kind == document.Demonym {
				continue
			}
			found++
			if g := gold[m.Span]; g != "" {
				span++
				if g == class {
					right++
				}
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return 200 * right / (found + marked), 200 * span / (found + marked)
}
