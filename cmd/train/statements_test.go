package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/statement"
	"dossier/extract/statement/chain"
)

// reportData writes a folder with made-up articles whose reports are marked: in
// them, "held" reports and "said" does not.
func reportData(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	who := []string{"Ada Okafor", "The élan club", "Petra Nowak", "A clerk"}
	what := []string{"the bridge was old", "nobody had crossed it", "it would open in May", "the piers had cracks"}
	for i := range 60 {
		w, c := who[i%4], what[i/4%4]
		text := fmt.Sprintf("%s held that %s. The river said nothing. %s is a name.", w, c, w)
		runes := func(s string) int { return len([]rune(text[:strings.Index(text, s)])) }
		from := runes("that " + c)
		article := map[string]any{"id": fmt.Sprint(i), "text": text, "quotes": []map[string]any{{
			"content": [][]int{{from, from + len("that ") + len(c)}}, "speaker": []int{0, len([]rune(w))},
			"cue": []int{runes("held"), runes("held") + 4}, "class": "say",
		}}}
		if err := e.Encode(article); err != nil {
			t.Fatal(err)
		}
	}
	file := quotesOf(folder, "train", "polnear")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder
}

func tinyStatements(data, out string) statementsOptions {
	s := settings{epochs: 6, rate: .1, dropout: .3, seed: 1, runs: 2}
	return statementsOptions{data: data, out: filepath.Join(data, out), least: 2, cues: s, rows: s, last: s}
}

// TestStatementsTwice learns from the same articles twice: the bytes are the same,
// and the model reads as they are marked, not as the rules would.
func TestStatementsTwice(t *testing.T) {
	data := reportData(t)
	var files [2][]byte
	for i := range files {
		o := tinyStatements(data, fmt.Sprint(i))
		if err := trainStatements(o, io.Discard); err != nil {
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
	m, err := chain.Decode(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(m.Notice(), "PolNeAR") {
		t.Error("the model doesn't say what it was learned from")
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	s, err := statement.With(lex, m)
	if err != nil {
		t.Fatal(err)
	}
	h, err := newHearing()
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: "Lin Haoran held that the port was open."}}
	for _, stage := range h.before {
		stage.Apply(d)
	}
	s.Apply(d)
	if len(d.Statements) != 1 || d.Slice(d.Statements[0].Content[0]) != "that the port was open" || d.Slice(d.Statements[0].Speaker.Span) != "Lin Haoran" {
		t.Errorf("the model has not learned what it was shown: %+v", d.Statements)
	}
}

func TestStatementsErrors(t *testing.T) {
	data := reportData(t)
	file := quotesOf(data, "train", "polnear")
	for _, c := range []struct{ why, line, want string }{
		{"a line that is no JSON", "{", "polnear.jsonl:1: "},
		{"a span past the end", `{"id":"m","text":"Abc","quotes":[{"content":[[0,9]],"class":"say"}]}`, "polnear.jsonl:1: m: "},
		{"a class that is none", `{"id":"m","text":"Abc","quotes":[{"content":[[0,2]],"class":"sing"}]}`, "polnear.jsonl:1: m: "},
	} {
		if err := os.WriteFile(file, []byte(c.line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		o := tinyStatements(data, "x")
		if err := trainStatements(o, io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that names %s", c.why, err, c.want)
		}
		if _, err := os.Stat(o.out); err == nil {
			t.Errorf("%s: a training that failed left a model behind", c.why)
		}
	}
}

// TestField checks the gradient of the field against the change of the likelihood
// of all labellings, written out.
func TestField(t *testing.T) {
	r := random(5)
	const n = 4
	x := lesson{cue: 1, labels: []chain.Label{chain.Speaker, chain.Outside, chain.Content, chain.Content}}
	for i := 0; i <= n; i++ {
		x.units = append(x.units, []uint32{uint32(i % 3), 3})
		x.edges = append(x.edges, []uint32{uint32(i % 2), 2})
		x.side = append(x.side, uint8(i/2%2))
	}
	f := &field{units: newGradient(4, int(chain.Labels)-1), edges: newGradient(3, chain.Turns)}
	for _, w := range [][]float32{f.units.w, f.edges.w, f.turns[0][:], f.turns[1][:]} {
		for i := range w {
			w[i] = float32(r.float() - .5)
		}
	}
	none := settings{}
	likelihood := func() float64 {
		f.grow(n)
		f.score(&x, &none, &r)
		total, marked := 0.0, 0.0
		for code := range 81 {
			p, before, same := 1.0, 0, true
			for i := range n {
				b := code % 3
				code /= 3
				p *= f.turn[i][before*3+b] * f.emission[i][b]
				same = same && chain.Label(b) == x.labels[i]
				before = b
			}
			p *= f.turn[n][before*3]
			total += p
			if same {
				marked = p
			}
		}
		return math.Log(marked / total)
	}
	// A step down a gradient whose squares are summed from nothing goes as far as
	// the rate allows, in the direction of the gradient.
	before := likelihood()
	step := settings{rate: 1e-3}
	f.grow(n)
	f.learn(&x, &step, &r)
	if after := likelihood(); after <= before {
		t.Errorf("a small step made the marked labels less likely: %g, then %g", before, after)
	}
	for range 400 {
		f.learn(&x, &settings{rate: .05}, &r)
	}
	if p := math.Exp(likelihood()); p < .9 {
		t.Errorf("after 400 steps the marked labels have probability %g", p)
	}
	f.score(&x, &none, &r)
	f.sum(n)
	for i := range n {
		sum := 0.0
		for b := range chain.Labels {
			sum += f.forward[i][b] * f.backward[i][b]
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("the labels of unit %d sum to %g", i, sum)
		}
	}
}

func TestCalibration(t *testing.T) {
	var said, truth []float64
	for i := range 1000 {
		said = append(said, float64(i)/1000)
		truth = append(truth, math.Pow(float64(i)/1000, 2)) // less sure than it says
	}
	got := calibration(said, truth)
	if len(got) != steps+1 {
		t.Fatalf("%d steps, want %d", len(got), steps+1)
	}
	for k, v := range got {
		want := 1000 * math.Pow(float64(k)/steps, 2)
		if math.Abs(float64(v)-want) > 30 {
			t.Errorf("step %d is %d thousandths, want about %.0f", k, v, want)
		}
		if k > 0 && v < got[k-1] {
			t.Errorf("it falls at step %d: %d", k, got)
		}
	}
}

// TestRuns holds a field of several runs to the mean of fields of one run each.
func TestRuns(t *testing.T) {
	const n = 4
	x := lesson{cue: 1, labels: []chain.Label{chain.Speaker, chain.Outside, chain.Content, chain.Content}}
	for i := 0; i <= n; i++ {
		x.units = append(x.units, []uint32{uint32(i % 3), 3})
		x.edges = append(x.edges, []uint32{uint32(i % 2), 2})
		x.side = append(x.side, uint8(i/2%2))
	}
	learn := func(seed uint64, runs int) *field {
		return learnField([]lesson{x, x}, 4, 3, settings{epochs: 4, rate: .1, dropout: .4, seed: seed, runs: runs})
	}
	mean, a, b := learn(5, 2), learn(5, 1), learn(6, 1)
	differ := false
	for i, w := range mean.units.w {
		if d := w - (a.units.w[i]+b.units.w[i])/2; d > 1e-6 || d < -1e-6 {
			t.Errorf("weight %d is %g, of the runs %g and %g", i, w, a.units.w[i], b.units.w[i])
		}
		differ = differ || a.units.w[i] != b.units.w[i]
	}
	for i, w := range mean.turns[0] {
		if d := w - (a.turns[0][i]+b.turns[0][i])/2; d > 1e-6 || d < -1e-6 {
			t.Errorf("turn %d is %g, of the runs %g and %g", i, w, a.turns[0][i], b.turns[0][i])
		}
	}
	if !differ {
		t.Error("runs from two seeds learn the same")
	}
}
