package cmd

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/extract/syntax"
	"dossier/extract/syntax/treebank"
)

var update = flag.Bool("update", false, "write the golden files anew")

const (
	scoresFile = root + "/testdata/scores.json"
	scorer     = root + "/../shared/eval/run.py"
	devSets    = root + "/../shared/data/dev"

	// slack is how far a figure, in points, may fall before the test fails: the
	// scorers print one or two decimals.
	slack = 0.05
)

// figures says where the scorers print the figures that we keep. A pattern
// captures one number; several sets share the patterns of their kind.
var figures = []struct {
	kind, name, pattern string
	scale               float64 // makes it points of 100
}{
	{"quotes", "speaker", `(?m)^all .*?\|.*?\|.*?\|.*?\|[^|]*/ *([\d.]+) \|`, 1},
	{"quotes", "speaker, direct", `(?m)^direct .*?\|.*?\|.*?\|.*?\|[^|]*/ *([\d.]+) \|`, 1},
	{"quotes", "speaker, indirect", `(?m)^indirect .*?\|.*?\|.*?\|.*?\|[^|]*/ *([\d.]+) \|`, 1},
	{"quotes", "speaker, mixed", `(?m)^mixed .*?\|.*?\|.*?\|.*?\|[^|]*/ *([\d.]+) \|`, 1},
	{"quotes", "exact", `(?m)^all .*?\|.*?\|[^|]*/ *([\d.]+) \|`, 1},
	{"quotes", "resolved", `(?m)^all .*?\|.*?\|.*?\|.*?\|.*?\|[^|]*/ *([\d.]+) \|`, 1},
	{"quotes", "tokens with speaker", `(?m)^all .*/ *([\d.]+)$`, 1},
	{"ner", "typed", `(?m)^ALL .*F1 +([\d.]+)`, 1},
	{"ner", "untyped", `(?m)^untyped .*F1 +([\d.]+)`, 1},
	{"ner", "person", `(?m)^PER .*F1 +([\d.]+)`, 1},
	{"ner", "place", `(?m)^LOC .*F1 +([\d.]+)`, 1},
	{"ner", "organization", `(?m)^ORG .*F1 +([\d.]+)`, 1},
	{"coref", "CoNLL", `CoNLL avg F1 ([\d.]+)`, 1},
	{"coref", "named clusters", `NAMED-CLUSTER .*?F1 ([\d.]+)`, 1},
	{"coref", "names linked", `name-linked ([\d.]+)`, 1},
	{"dep", "tokens", `tokens ([\d.]+)`, 1},
	{"dep", "tags", `XPOS ([\d.]+)`, 1},
	{"dep", "heads (UAS)", `UAS ([\d.]+)`, 1},
	{"dep", "heads and relations (LAS)", `LAS ([\d.]+)`, 1},
	{"dep", "sentences", `sentences ([\d.]+)`, 1},
	{"events", "dyad", `(?m)^dyad .*F1 ([\d.]+)`, 100},
	{"events", "dyad and quad", `(?m)^quad .*F1 ([\d.]+)`, 100},
	{"events", "dyad and type", `(?m)^plover .*F1 ([\d.]+)`, 100},
	{"events", "type of the sentence", `any-event hit ([\d.]+)`, 100},
	{"events", "words of subjects", `sources span overlap: .*F1 ([\d.]+)`, 100},
	{"events", "words of objects", `targets span overlap: .*F1 ([\d.]+)`, 100},
	{"relations", "precision", `MICRO +P ([\d.]+)`, 100},
	{"relations", "F1", `MICRO .*F1 ([\d.]+)`, 100},
}

// scores are points of 100, by set and figure.
type scores map[string]map[string]float64

// parseScores reads what the scorer printed: a heading a set, then its lines.
func parseScores(t *testing.T, out string) scores {
	t.Helper()
	got := scores{}
	for _, part := range strings.Split("\n"+out, "\n== ")[1:] {
		set, lines, _ := strings.Cut(part, ":")
		kind, _, _ := strings.Cut(set, ".")
		got[set] = map[string]float64{}
		for _, f := range figures {
			if f.kind != kind {
				continue
			}
			if m := regexp.MustCompile(f.pattern).FindStringSubmatch(lines); m != nil {
				v, err := strconv.ParseFloat(m[1], 64)
				if err != nil {
					t.Fatalf("%s, %s: %v", set, f.name, err)
				}
				got[set][f.name] = float64(int64(v*f.scale*100+.5)) / 100
			}
		}
		if len(got[set]) == 0 {
			t.Errorf("no figure found for %s in:\n%s", set, lines)
		}
	}
	return got
}

// TestScores reads every development set with a fresh build and compares the
// figures with testdata/scores.json: none may drop. After a change for the
// better, write them anew with -update.
func TestScores(t *testing.T) {
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("SKIPPED: the development sets in ../shared are not here, so the scores are NOT checked")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Fatal("the development sets are here, but not the python3 that the scorer needs")
	}
	binary := filepath.Join(t.TempDir(), "dossier")
	if out, err := exec.Command("go", "build", "-o", binary, "./dossier").CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	kept := t.TempDir()
	out, err := exec.Command(python, scorer, "--bin", binary, "--keep", kept).CombinedOutput()
	if err != nil {
		t.Fatalf("scoring: %v\n%s", err, out)
	}
	t.Logf("%s", out)
	got := parseScores(t, string(out))
	for _, set := range []string{"polnear", "wikinews"} {
		gold := filepath.Join(devSets, "quotes", set+".jsonl")
		got["reliability."+set] = reliability(t, gold, filepath.Join(kept, "quotes."+set+".out.jsonl"))
		t.Logf("%s, by a bootstrap over documents:\n%s", set, bootstrap(t, python, gold, filepath.Join(kept, "quotes."+set+".pred.jsonl")))
	}
	parser, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{"ewt", "gum", "gum_news"} {
		gold, err := treebank.Read(filepath.Join(devSets, "dep", set+".conllu"))
		if err != nil {
			t.Fatal(err)
		}
		got["trees."+set] = treebank.Score(parser.NewReader(), gold)
	}
	if *update {
		b, err := json.MarshalIndent(got, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(scoresFile, append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(scoresFile)
	if err != nil {
		t.Fatal(err)
	}
	var want scores
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatalf("%s: %v", scoresFile, err)
	}
	for _, set := range slices.Sorted(maps.Keys(want)) {
		for _, name := range slices.Sorted(maps.Keys(want[set])) {
			switch g, w := got[set][name], want[set][name]; {
			case strings.HasPrefix(set, "reliability."):
				if g < w-slack || g > w+slack {
					t.Errorf("%s, %s: %.1f %% are right, were %.1f: if that is as it should be, write it with -update", set, name, g, w)
				}
			case g < w-slack:
				t.Errorf("%s, %s: %.2f, was %.2f", set, name, g, w)
			case g > w+slack:
				t.Logf("%s, %s: %.2f, was %.2f: write the better figure with -update", set, name, g, w)
			}
		}
	}
}
