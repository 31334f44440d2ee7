package name

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
	"testing"
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
	good := Encode(tiny())
	resealed := func(b []byte) []byte {
		binary.LittleEndian.PutUint32(b[len(magic)+4:], crc32.Checksum(b[len(magic)+8:], checksums))
		return b
	}
	change := func(f func(b []byte) []byte) []byte { return f(append([]byte(nil), good...)) }
	head := len(magic) + 8 + 1 + len(tiny().Notice)
	repacked := func(f func(b []byte) []byte) []byte {
		b, err := unpack(good[head:])
		if err != nil {
			t.Fatal(err)
		}
		return resealed(pack(append([]byte(nil), good[:head]...), f(b)))
	}
	for _, c := range []struct {
		why  string
		file []byte
		want error
	}{
		{"an empty file", nil, ErrFormat},
		{"another kind of file", []byte(strings.Repeat("PK\x03\x04", 20)), ErrFormat},
		{"cut inside the header", good[:10], ErrFormat},
		{"of a later version", change(func(b []byte) []byte { b[len(magic)]++; return b }), ErrVersion},
		{"one bit flipped in a weight", change(func(b []byte) []byte { b[len(b)-1] ^= 1; return b }), ErrChecksum},
		{"cut short", good[:len(good)-1], ErrChecksum},
		{"something after its end", change(func(b []byte) []byte { return resealed(append(b, 0)) }), ErrContent},
		{"cut short, with a fitting checksum", change(func(b []byte) []byte { return resealed(b[:len(b)-1]) }), ErrContent},
		{"a notice longer than the file", change(func(b []byte) []byte { b[len(magic)+8] = 0xff; return resealed(b) }), ErrContent},
		{"weights missing inside", repacked(func(b []byte) []byte { return b[:len(b)-1] }), ErrContent},
		{"something after the weights", repacked(func(b []byte) []byte { return append(b, 0) }), ErrContent},
		{"only transitions", repacked(func(b []byte) []byte { return b[:2*Labels*Labels] }), ErrContent},
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

// FuzzDecode reads any content under a header that fits it.
func FuzzDecode(f *testing.F) {
	good := Encode(tiny())
	head := len(magic) + 8 + 1 + len(tiny().Notice)
	content, err := unpack(good[head:])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		b := pack(append([]byte(nil), good[:head]...), content)
		binary.LittleEndian.PutUint32(b[len(magic)+4:], crc32.Checksum(b[len(magic)+8:], checksums))
		m, err := Decode(b)
		if err != nil {
			return
		}
		var w [Labels]int32
		m.weights.sum([]uint32{0, 1, 1 << 31, 1<<32 - 1}, &w)
		m.clusters.find(1 << 31)
	})
}
