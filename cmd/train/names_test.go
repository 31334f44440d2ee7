package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/extract/name"
	"dossier/extract/sparse"
)

// tinyData writes a data folder in the layout of the real one, with a few dozen
// made-up texts in each file.
func tinyData(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	persons := []string{"Ada Okafor", "Lin Haoran", "Petra Nowak", "Tomas Reyes"}
	places := []string{"Accra", "Quito", "Riga", "Busan"}
	bodies := []string{"Harbour Board", "Ministry of Canals", "Nowak Holdings", "Union of Divers"}
	text := func(i int) (string, []map[string]any) {
		p, l, o := persons[i%4], places[i/2%4], bodies[i/3%4]
		s := fmt.Sprintf("Yesterday %s of the %s said in %s that the élan was gone. %s left.", p, o, l, p[strings.Index(p, " ")+1:])
		var names []map[string]any
		for label, n := range map[string]string{"PER": p, "ORG": o, "LOC": l} {
			at := strings.Index(s, n)
			names = append(names, map[string]any{"start": at, "end": at + len(n), "label": label})
		}
		return s, names
	}
	write := func(path string, lines int) {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		for i := range lines {
			s, names := text(i)
			if err := e.Encode(map[string]any{"id": fmt.Sprint(path, i), "text": s, "entities": names}); err != nil {
				t.Fatal(err)
			}
		}
		path = filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range corpora {
		write(filepath.Join("train", "ner", c.file+".jsonl"), 24)
	}
	write("news/made_up.jsonl", 60)
	write("dev/ner/made_up.jsonl", 10)
	return folder
}

// tinyNet are options for a network of the tiny data.
var tinyNet = nameNetOptions{
	hidden: 16, deep: 2, passes: 4, step: 100, rate: .01, dropout: .1, hide: .1, share: 1, average: .9,
	vectors: vectorOptions{least: 2, rounds: 1, others: 2, rate: .025, common: 1},
}

// TestTrainTwice trains a tiny model twice: the same data gives the same bytes,
// and the model has learned its data.
func TestTrainTwice(t *testing.T) {
	data := tinyData(t)
	o := namesOptions{
		data: data, least: 2, prune: .02, classes: 8, rounds: 3, leastClassWord: 3,
		settings: settings{epochs: 4, rate: .06, dropout: .3, seed: 7},
		net:      tinyNet,
	}
	var files [2][]byte
	var log strings.Builder
	for i := range files {
		o.out = filepath.Join(data, fmt.Sprint(i, ".model"))
		log.Reset()
		if err := trainNames(o, &log); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(o.out)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings of the same data differ")
	}
	if _, err := name.Decode(files[0]); err != nil {
		t.Error(err)
	}
	if !strings.Contains(log.String(), "dev made_up              F1 100.0") {
		t.Errorf("the model has not learned what it was shown:\n%s", log.String())
	}
}

func TestTrainErrors(t *testing.T) {
	data := tinyData(t)
	o := namesOptions{data: data, out: filepath.Join(data, "x.model"), least: 2, classes: 4, rounds: 1, leastClassWord: 3, settings: settings{epochs: 1, rate: .1}}
	for _, c := range []struct{ why, file, line, want string }{
		{"a line that is no JSON", "train/ner/gum.jsonl", "{", "gum.jsonl:1: "},
		{"a name past the end of its text", "train/ner/masc.jsonl", `{"id":"m","text":"Abc","entities":[{"start":0,"end":9,"label":"PER"}]}`, "masc.jsonl:1: m: name"},
		{"a label that is none", "train/ner/docred.jsonl", `{"id":"d","text":"Abc","entities":[{"start":0,"end":3,"label":"TIME"}]}`, "docred.jsonl:1: d: name"},
	} {
		path := filepath.Join(data, c.file)
		good, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(c.line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := trainNames(o, io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that names %s", c.why, err, c.want)
		}
		if err := os.WriteFile(path, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(o.out); err == nil {
		t.Error("a training that failed left a model behind")
	}
	if err := trainNames(namesOptions{data: filepath.Join(data, "absent")}, io.Discard); err == nil {
		t.Error("a folder that is not there is no error")
	}
}

// TestLattice checks the sums of the field against all its paths, written out.
func TestLattice(t *testing.T) {
	c := newCRF(1)
	for b := range name.Labels {
		for _, a := range name.Before[b] {
			c.tw[b][a] = float32(int(a)*7%5-b%3) / 4
		}
	}
	c.exponents()
	emission := make([][name.Labels]float64, 3)
	for i := range emission {
		for b := range emission[i] {
			emission[i][b] = sparse.Exp(float64((i*5+b*3)%7)/3 - 1)
		}
	}
	allowed := []uint32{anyLabel, 1<<name.Outside | 1<<name.LabelOf(name.Person, 0, 1), anyLabel}
	for _, mask := range [][]uint32{nil, allowed} {
		var want [3][name.Labels]float64
		total := 0.0
		for x := range name.Label(name.Labels) {
			for y := range name.Label(name.Labels) {
				for z := range name.Label(name.Labels) {
					if !name.Follows(name.Outside, x) || !name.Follows(x, y) || !name.Follows(y, z) || !name.Follows(z, name.Outside) {
						continue
					}
					if mask != nil && mask[1]>>y&1 == 0 {
						continue
					}
					p := c.transition[x][name.Outside] * emission[0][x] * c.transition[y][x] * emission[1][y] * c.transition[z][y] * emission[2][z]
					total += p
					want[0][x] += p
					want[1][y] += p
					want[2][z] += p
				}
			}
		}
		var l lattice
		l.run(emission, &c.transition, mask)
		for i := range want {
			for b := range want[i] {
				if got := l.label(i, b); got-want[i][b]/total > 1e-9 || want[i][b]/total-got > 1e-9 {
					t.Fatalf("token %d, label %d: probability %g, want %g", i, b, got, want[i][b]/total)
				}
			}
		}
	}
}

func TestClusterWords(t *testing.T) {
	// Words 0 to 9, 10 to 19 and 20 to 29 follow each other in this order.
	var words []int32
	r := random(1)
	for range 3000 {
		for group := range 3 {
			words = append(words, int32(10*group)+int32(r.next()%10))
		}
	}
	classes := clusterWords(words, 30, 3, 10)
	for w, k := range classes {
		if k != classes[w/10*10] || w%10 == 0 && w > 0 && k == classes[w-10] {
			t.Fatalf("classes %v: words with the same neighbours belong together, others apart", classes)
		}
	}
}

func TestPlainWords(t *testing.T) {
	var got []string
	plainWords("“Okafor’s 3 boats,” she said.", func(w string) { got = append(got, w) })
	if g, want := strings.Join(got, " "), "“ okafor 's 0 boats , ” she said ."; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}
