package name

import (
	"errors"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/name/recurrent"
	"dossier/extract/sparse"
)

// tiny is a model of two words and two features.
func tiny() *Parts {
	p := &Parts{
		Notice:      "made up for a test",
		WordKeys:    []uint32{HashLower("Accra"), HashLower("ministry")},
		WordClasses: []uint8{7, 9},
		Keys:        []uint32{3, 1 << 31},
		Rows:        [][Weights]int8{{0: 5, 15: -127}, {8: 1}},
	}
	p.Transitions[LabelOf(Person, 1, 2)][LabelOf(Person, 0, 2)] = -300
	if p.WordKeys[0] > p.WordKeys[1] {
		p.WordKeys[0], p.WordKeys[1] = p.WordKeys[1], p.WordKeys[0]
		p.WordClasses[0], p.WordClasses[1] = p.WordClasses[1], p.WordClasses[0]
	}
	return p
}

func TestModelRoundTrip(t *testing.T) {
	m, err := Decode(Encode(tiny()))
	if err != nil {
		t.Fatal(err)
	}
	if m.Notice() != "made up for a test" {
		t.Errorf("notice %q", m.Notice())
	}
	if a, b, c := m.clusters.find(HashLower("ACCRA")), m.clusters.find(HashLower("ministry")), m.clusters.find(HashLower("market")); a != 7 || b != 9 || c != 0 {
		t.Errorf("classes %d, %d, %d, want 7, 9 and none: looked up in lower case", a, b, c)
	}
	var w [Labels]int32
	m.weights.sum([]uint32{3, 4, 1 << 31, 3}, &w)
	for l, v := range w {
		want := map[int]int32{1: 10, 16: -254, 9: 1}[l]
		if v != want {
			t.Errorf("label %d weighs %d, want %d: a feature that stands twice counts twice, an unknown one nothing", l, v, want)
		}
	}
	if v := m.transitions[LabelOf(Person, 1, 2)][LabelOf(Person, 0, 2)]; v != -300 {
		t.Errorf("transition %d, want -300", v)
	}
}

// TestWeightsFull fills every lane of a sum to its brim.
func TestWeightsFull(t *testing.T) {
	for _, v := range []int8{-127, 127} {
		p := tiny()
		for k := range p.Rows[0] {
			p.Rows[0][k] = v
		}
		m, err := Decode(Encode(p))
		if err != nil {
			t.Fatal(err)
		}
		features := make([]uint32, most)
		for i := range features {
			features[i] = 3
		}
		var w [Labels]int32
		m.weights.sum(features, &w)
		for l := 1; l < Labels; l++ {
			if w[l] != int32(v)*most {
				t.Errorf("label %d weighs %d, want %d", l, w[l], int32(v)*most)
			}
		}
	}
}

func TestModelDamage(t *testing.T) {
	of := func(change func(f *sparse.File)) []byte {
		f, err := sparse.Decode(magic, version, Encode(tiny()))
		if err != nil {
			t.Fatal(err)
		}
		change(f)
		return sparse.Encode(magic, version, f)
	}
	for _, c := range []struct {
		why  string
		file []byte
		want error
	}{
		{"another kind of file", []byte(strings.Repeat("PK\x03\x04", 20)), sparse.ErrFormat},
		{"a transition too few", of(func(f *sparse.File) { f.Numbers = f.Numbers[1:] }), sparse.ErrContent},
		{"no features", of(func(f *sparse.File) { f.Parts = f.Parts[:1] }), sparse.ErrContent},
		{"a network without numbers", of(func(f *sparse.File) { f.Parts = append(f.Parts, f.Parts[0]) }), sparse.ErrContent},
		{"a network that is none", of(func(f *sparse.File) { f.Numbers = append(f.Numbers, 1, 2, 3) }), sparse.ErrContent},
		{"another number of labels", of(func(f *sparse.File) { f.Parts[1] = f.Parts[0] }), sparse.ErrContent},
	} {
		if _, err := Decode(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.why, err, c.want)
		}
	}
}

// flat is a network without weights that gives each label but Outside the score of
// its bias.
func flat(widths []int, bias [Weights]float32) *recurrent.Parts {
	const hidden = 16
	matrix := func(rows, columns int) recurrent.Weights {
		return recurrent.Weights{Rows: rows, Columns: columns, W: make([]float32, rows*columns)}
	}
	p := &recurrent.Parts{Out: matrix(2*hidden, Weights), OutBias: matrix(1, Weights)}
	copy(p.OutBias.W, bias[:])
	in := 0
	for _, w := range widths {
		p.Tables = append(p.Tables, recurrent.Vectors{Width: w, Keys: []uint32{recurrent.Unknown}, Rows: make([]float32, w)})
		in += w
	}
	p.Layers = []recurrent.Layer{{Input: matrix(in, 8*hidden), Forward: matrix(hidden, 4*hidden), Backward: matrix(hidden, 4*hidden), Bias: matrix(1, 8*hidden)}}
	return p
}

// TestNetwork adds the scores of a network to the weights of the features.
func TestNetwork(t *testing.T) {
	var bias [Weights]float32
	bias[LabelOf(Location, 0, 1)-1] = 2
	p := tiny()
	p.Net, p.Share = flat(Widths[:], bias), 5<<8
	m, err := Decode(Encode(p))
	if err != nil {
		t.Fatal(err)
	}
	s := With(testStages.names.lex, m)
	d := &document.Document{Article: document.Article{Text: "Then Okafor left. Rain fell, said Lin. " + strings.Repeat("Busan is far. ", 300)}}
	testStages.tokens.Apply(d)
	x := new(scratch)
	s.firstPass(x, d)
	for i, w := range x.weights {
		if w[LabelOf(Location, 0, 1)] != 10 || w[LabelOf(Person, 0, 1)] != 0 || w[Outside] != 0 {
			t.Fatalf("token %d of the stretches has weights %v, want 10 for a place", i, w)
		}
	}
	found := 0
	s.Names(d, func(first, last int, c Class) {
		if c == Location && last-first == 1 {
			found++
		}
	})
	if want := 2 + 3 + 300 - 2; found < want {
		t.Errorf("%d places, want %d at least", found, want)
	}
	p.Net = flat([]int{64, 16}, bias)
	if _, err := Decode(Encode(p)); !errors.Is(err, sparse.ErrContent) {
		t.Errorf("a network of other inputs: %v, want an error of content", err)
	}
}

// TestNotice is what the licences of the sources ask for.
func TestNotice(t *testing.T) {
	m, err := Decode(embedded)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"CC BY-SA 4.0", "GUM", "Universal NER", "Re-DocRED", "CrossNER", "Commonwealth of Australia", "Tehran Times"} {
		if !strings.Contains(m.Notice(), s) {
			t.Errorf("the model's notice does not name %s", s)
		}
	}
}
