package syntax

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/sparse"
	"dossier/extract/token"
)

// randomParts are a network with random weights, whose trees mean nothing but must
// be trees all the same.
func randomParts(hidden int) *Parts {
	r := rand.New(rand.NewPCG(1, uint64(hidden)))
	weights := func(rows, columns int, spread float32) Weights {
		w := Weights{Rows: rows, Columns: columns, W: make([]float32, rows*columns)}
		for i := range w.W {
			w.W[i] = (float32(r.IntN(2001))/1000 - 1) * spread
		}
		return w
	}
	arc, relation := 96, 64
	p := &Parts{Notice: "learned from nothing", TagLayer: 1}
	for i := range p.Tables {
		keys := []uint32{Unknown, BeforeFirst}
		if i == int(Form) {
			for _, w := range strings.Fields(someWords) {
				keys = append(keys, KeysOf(w, false)[Form])
			}
			slices.Sort(keys)
			keys = slices.Compact(keys)
			for k := 1; k < len(keys); k += 2 { // in any order
				keys[k-1], keys[k] = keys[k], keys[k-1]
			}
		}
		p.Tables[i] = Vectors{keys, weights(len(keys), Widths[i], 1).W}
	}
	in := inputWidth
	for l := range p.Layers {
		p.Layers[l] = Layer{
			Input: weights(in, 8*hidden, .3), Forward: weights(hidden, 4*hidden, .3), Backward: weights(hidden, 4*hidden, .3), Bias: weights(1, 8*hidden, 1),
		}
		in = 2 * hidden
	}
	p.Project, p.ProjectBias = weights(in, 2*arc+2*relation, .3), weights(1, 2*arc+2*relation, .5)
	p.Arc, p.ArcBias = weights(arc, arc, .3), weights(1, arc, .5)
	p.Relation, p.RelationBias = weights(relation, relationsWide, .3), weights(1, relationsWide, .5)
	p.Tag, p.TagBias = weights(in, tagsWide, .3), weights(1, tagsWide, .5)
	return p
}

func randomModel(t testing.TB, hidden int) *Model {
	t.Helper()
	m, err := NewModel(randomParts(hidden))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const someWords = `The harbour board of Riga , which met on Tuesday , said that its divers had found three
boats and that nobody knew whose they were . " We don 't know , " Ada Okafor told reporters in the U.S. ;
she 's their new head - 2,000 people work there ( more or less ) .`

// texts are sentences of many lengths, the empty one among them.
func texts() []Sentence {
	words := strings.Fields(someWords)
	var out []Sentence
	for i := range 60 {
		var s Sentence
		for k := range i * 7 % 61 {
			s.Words = append(s.Words, words[(i*13+k*(1+i%5))%len(words)])
		}
		out = append(out, s)
	}
	return out
}

// checkArcs tells what is wrong with the arcs of a sentence, if anything.
func checkArcs(s *Sentence) string {
	if len(s.Arcs) != len(s.Words) {
		return fmt.Sprintf("%d arcs for %d words", len(s.Arcs), len(s.Words))
	}
	heads := []int32{0}
	for i, a := range s.Arcs {
		if a.Relation >= Relations || a.Tag >= Tags || (a.Relation == Root) != (a.Head < 0) {
			return fmt.Sprintf("word %d: %+v", i, a)
		}
		heads = append(heads, int32(a.Head+1))
	}
	return isTree(heads)
}

// TestParse: trees for all, the same ones alone as together with others, and with
// the memory of a reader that has read other things.
func TestParse(t *testing.T) {
	m := randomModel(t, 64)
	all := texts()
	r := m.NewReader()
	r.Parse(all)
	for i := range all {
		if wrong := checkArcs(&all[i]); wrong != "" {
			t.Errorf("%q: %s", all[i].Words, wrong)
		}
		alone := []Sentence{{Words: all[i].Words}}
		r.Parse(alone)
		if !slices.Equal(alone[0].Arcs, all[i].Arcs) {
			t.Errorf("%q: other arcs when read alone", all[i].Words)
		}
	}
}

// TestSameEverywhere: the trees of a model with random weights, as one number. It is
// the same on every machine, with vector instructions and without.
func TestSameEverywhere(t *testing.T) {
	all := texts()
	randomModel(t, 64).NewReader().Parse(all)
	h := fnv.New64a()
	for _, s := range all {
		fmt.Fprintln(h, s.Arcs)
	}
	const want = 0x96ba02796f1757fe
	if got := h.Sum64(); got != want {
		t.Errorf("trees have the number %#x, want %#x", got, uint64(want))
	}
}

// TestLongSentence: pieces end at marks, and all hang together.
func TestLongSentence(t *testing.T) {
	words := strings.Fields(strings.Repeat(someWords+" ", 100))
	if n := pieceLength(words); n > longest || n <= longest/2 || words[n-1] != "." {
		t.Errorf("the first piece has %d words and ends with %q", n, words[n-1])
	}
	s := []Sentence{{Words: words}, {Words: slices.Repeat([]string{"boats"}, 5000)}, {Words: slices.Repeat([]string{","}, longest+1)}}
	randomModel(t, 16).NewReader().Parse(s)
	for i := range s {
		if wrong := checkArcs(&s[i]); wrong != "" {
			t.Errorf("sentence %d: %s", i, wrong)
		}
	}
}

func TestKeysOf(t *testing.T) {
	for _, c := range []struct {
		why, a, b string
		same      []Input
	}{
		{"capitals show in the shape alone", "Boats", "boats", []Input{Form, Ending2, Ending3, Ending4, Begin3}},
		{"all figures are alike", "1984", "2025", []Input{Form, Ending2, Ending3, Ending4, Begin3, Shape}},
		{"typographic marks are plain ones", "n’t", "n't", []Input{Form, Ending2, Ending3, Ending4, Begin3, Shape}},
		{"an ending", "landing", "standing", []Input{Ending2, Ending3, Ending4, Shape}},
		{"a beginning", "banker", "bandit", []Input{Begin3, Shape}},
		{"a short word is all of its beginning", "at", "att", []Input{}},
	} {
		a, b := KeysOf(c.a, false), KeysOf(c.b, false)
		for in := range Inputs {
			if (a[in] == b[in]) != slices.Contains(c.same, in) {
				t.Errorf("%s: input %d of %q and %q: %d and %d", c.why, in, c.a, c.b, a[in], b[in])
			}
		}
	}
	if KeysOf("a", true)[Shape] == KeysOf("a", false)[Shape] {
		t.Error("a first word has the shape of any other")
	}
}

func TestFile(t *testing.T) {
	p := randomParts(16)
	file, err := Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if m.Notice() != p.Notice {
		t.Errorf("notice %q", m.Notice())
	}
	a, b := texts(), texts()
	m.NewReader().Parse(a)
	randomModel(t, 16).NewReader().Parse(b)
	for i := range a {
		if !slices.Equal(a[i].Arcs, b[i].Arcs) {
			t.Fatalf("%q: the model reads otherwise after it was written and read", a[i].Words)
		}
	}
	change := func(change func(p *Parts)) []byte {
		p := randomParts(16)
		change(p)
		return sparse.Encode(magic, version, p.round())
	}
	other := p.round()
	other.Numbers[0]++
	flipped := slices.Clone(file)
	flipped[len(flipped)-1] ^= 1
	for _, c := range []struct {
		why  string
		file []byte
		want error
	}{
		{"a model of something else", sparse.Encode("DOSSNAME", version, p.round()), sparse.ErrFormat},
		{"another version", sparse.Encode(magic, version+1, p.round()), sparse.ErrVersion},
		{"a bit flipped", flipped, sparse.ErrChecksum},
		{"other relations, tags or inputs", sparse.Encode(magic, version, other), sparse.ErrContent},
		{"nothing in it", sparse.Encode(magic, version, &sparse.File{}), sparse.ErrContent},
		{"a layer that tags can't be read from", change(func(p *Parts) { p.TagLayer = 3 }), sparse.ErrContent},
		{"no vector for the unknown", change(func(p *Parts) { p.Tables[Shape].Keys[0] = 77 }), sparse.ErrContent},
		{"a matrix of another size", change(func(p *Parts) { p.Arc.Rows, p.Arc.W = 95, p.Arc.W[96:] }), sparse.ErrContent},
		{"a bias too short", change(func(p *Parts) { p.TagBias.W = p.TagBias.W[1:] }), sparse.ErrContent},
		{"layers that no step of the kernels fits", sparse.Encode(magic, version, oddHidden(p)), sparse.ErrContent},
		{"weights with too many bits", change(func(p *Parts) {
			for i := range p.Tag.W {
				p.Tag.W[i] = 1e9
			}
		}), sparse.ErrContent},
	} {
		if _, err := Decode(c.file); !errors.Is(err, c.want) || err == nil || !strings.Contains(err.Error(), "syntax") {
			t.Errorf("%s: error %v, want %v of the model of syntax", c.why, err, c.want)
		}
	}
}

// oddHidden is a file that says its layers are of 24.
func oddHidden(p *Parts) *sparse.File {
	f := p.round()
	f.Numbers[5] = 24
	return f
}

// TestDefault reads sentences that nobody could get wrong, and the notice.
func TestDefault(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"CC BY-SA 4.0", "UD_English-EWT", "GUM", "Tehran Times", "Commonwealth of Australia", "Wikinews"} {
		if !strings.Contains(m.Notice(), s) {
			t.Errorf("the model's notice does not name %s", s)
		}
	}
	for _, c := range []struct{ text, want string }{
		{"The minister said that divers found three boats .", "2/det/DT 3/nsubj/NN 0/root/VBD 6/mark/IN 6/nsubj/NNS 3/ccomp/VBD 8/nummod/CD 6/obj/NNS 3/punct/."},
		{"Her boats were seen by Petra Novak .", "2/nmod:poss/PRP$ 4/nsubj:pass/NNS 4/aux:pass/VBD 0/root/VBN 6/case/IN 4/obl:agent/NNP 6/flat/NNP 4/punct/."},
	} {
		s := []Sentence{{Words: strings.Fields(c.text)}}
		m.NewReader().Parse(s)
		var got []string
		for _, a := range s[0].Arcs {
			got = append(got, fmt.Sprintf("%d/%s/%s", a.Head+1, a.Relation, a.Tag.Penn()))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// TestStage: heads are tokens of the document, of the same sentence.
func TestStage(t *testing.T) {
	const text = "Boats left. Divers found her boats."
	d := &document.Document{Article: document.Article{Text: text}}
	for _, span := range [][2]int{{0, 5}, {6, 10}, {10, 11}, {12, 18}, {19, 24}, {25, 28}, {29, 34}, {34, 35}} {
		d.Tokens = append(d.Tokens, document.Token{Span: document.Span{Start: span[0], End: span[1]}})
	}
	d.Segments = []document.Segment{{First: 0, Last: 3}, {First: 3, Last: 8}}
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	s.Apply(d)
	var got []string
	for _, a := range d.Arcs {
		got = append(got, fmt.Sprintf("%d/%s/%s", a.Head, a.Relation, a.Universal))
	}
	const want = "1/nsubj/NOUN -1/root/VERB 1/punct/PUNCT 4/nsubj/NOUN -1/root/VERB 6/nmod:poss/PRON 4/obj/NOUN 4/punct/PUNCT"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

// TestNoAllocation: a reader that has grown to its texts takes no more memory.
func TestNoAllocation(t *testing.T) {
	all := texts()
	r := randomModel(t, 16).NewReader()
	if n := testing.AllocsPerRun(3, func() { r.Parse(all) }); n > 0 {
		t.Errorf("%g allocations for each reading", n)
	}
}

// FuzzParse: every word has one head and there is no cycle, whatever the words.
func FuzzParse(f *testing.F) {
	m := randomModel(f, 16)
	r := m.NewReader()
	f.Add(someWords, 3)
	f.Add("", 0)
	f.Add("\xff\xfe ⟨ نص ⟩ 文", 400)
	f.Add("\u0345 ǅ -–- ’s “ ”", 90)
	f.Fuzz(func(t *testing.T, text string, times int) {
		words := strings.Split(text, " ")
		words = slices.Repeat(words, max(1, min(times, 3000/len(words))))
		s := []Sentence{{Words: words}, {}, {Words: words[len(words)/2:]}}
		r.Parse(s)
		for i := range s {
			if wrong := checkArcs(&s[i]); wrong != "" {
				t.Errorf("%q: %s", s[i].Words, wrong)
			}
		}
	})
}

// BenchmarkParse reads sentences of all lengths up to 60 words, which the cache knows.
func BenchmarkParse(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	r := m.NewReader()
	all := texts()
	words := 0
	for _, s := range all {
		words += len(s.Words)
	}
	r.Parse(all)
	b.ReportAllocs()
	for b.Loop() {
		r.Parse(all)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLong shows that time grows with the length of a sentence, no faster.
func BenchmarkLong(b *testing.B) {
	words := strings.Fields(strings.Repeat(someWords+" ", 400))
	r := randomModel(b, 64).NewReader()
	for _, n := range []int{50, 500, 5000, 20000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := []Sentence{{Words: words[:n]}}
			for b.Loop() {
				r.Parse(s)
			}
			b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkStage reads articles, with words that the cache doesn't know.
func BenchmarkStage(b *testing.B) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatal(files, err)
	}
	tokens, err := token.New()
	if err != nil {
		b.Fatal(err)
	}
	stage, err := New()
	if err != nil {
		b.Fatal(err)
	}
	var articles []*document.Document
	words := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		d := &document.Document{Article: document.Article{Text: string(text)}}
		tokens.Apply(d)
		articles = append(articles, d)
		words += len(d.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range articles {
			stage.Apply(d)
		}
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkDefault loads the model.
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
