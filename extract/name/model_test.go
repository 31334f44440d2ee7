package name

import (
	"errors"
	"strings"
	"testing"

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
		{"another number of labels", of(func(f *sparse.File) { f.Parts[1] = f.Parts[0] }), sparse.ErrContent},
	} {
		if _, err := Decode(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.why, err, c.want)
		}
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
