package lexicon

import (
	"bytes"
	"strings"
	"testing"
)

func testPart() Part {
	return Part{Name: "test", Sources: "made up", Records: []byte("" +
		"country\tOldland\tKingdom of Oldland|Old Land\tOLD\tQ1\n" +
		"org\tOldland Herald\tThe Oldland Herald\tOLD\t\tmedia\tOH\n" +
		"leader\tAda Example\tExample\tOLD\tQ2\t\thead_of_state;2001-01-01;2005;;President\n" +
		"surname\t\tExample|Samples\n")}
}

func encoded(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := testPart().Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPartRoundTrip(t *testing.T) {
	data := encoded(t)
	if !bytes.Equal(data, encoded(t)) {
		t.Error("the same part gave other bytes")
	}
	p, err := DecodePart("test.lex", data)
	if err != nil {
		t.Fatal(err)
	}
	want := testPart()
	if p.Name != want.Name || p.Sources != want.Sources || !bytes.Equal(p.Records, want.Records) {
		t.Errorf("read back %+v", p)
	}
	l, err := load([]Part{p})
	if err != nil {
		t.Fatal(err)
	}
	if p.Keys != l.names.used {
		t.Errorf("header counts %d keys, the table has %d", p.Keys, l.names.used)
	}
	for phrase, kind := range map[string]Kind{
		"Kingdom of Oldland": Country, "Kingdom": Prefix, "Kingdom of": Prefix, "Oldland": Country | Prefix,
		"OH": Acronym, "Example": Leader | Short | Surname, "Nowhere": 0,
	} {
		if got := l.Of(phrase); got != kind {
			t.Errorf("Of(%q) = %b, want %b", phrase, got, kind)
		}
	}
}

func TestDecodePartRefuses(t *testing.T) {
	good := encoded(t)
	flipped := bytes.Clone(good)
	flipped[len(flipped)-3] ^= 1
	for _, tt := range []struct {
		why  string
		data []byte
		want string
	}{
		{"empty", nil, "not a part"},
		{"another file", []byte("%PDF-1.7\n\n"), "not a part"},
		{"another version", bytes.Replace(good, []byte("version: 1"), []byte("version: 9"), 1), `version "9"`},
		{"cut short", good[:len(good)-5], "damaged"},
		{"a flipped bit", flipped, "damaged"},
		{"a size that is not its own", bytes.Replace(good, []byte("records: "), []byte("records: 9"), 1), "damaged"},
		{"a size beyond all bounds", bytes.Replace(good, []byte("records: "), []byte("records: 99999999"), 1), "out of range"},
	} {
		_, err := DecodePart("broken.lex", tt.data)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "broken.lex") {
			t.Errorf("%s: error %v, want one with %q that names the file", tt.why, err, tt.want)
		}
	}
}

func FuzzLexiconDecode(f *testing.F) {
	f.Add(encoded(f), "Kingdom of Oldland")
	f.Add([]byte(magic+"\nversion: 1\n\n"), "")
	f.Fuzz(func(t *testing.T, data []byte, phrase string) {
		if p, err := DecodePart("fuzz.lex", data); err == nil {
			if _, err := load([]Part{p}); err != nil {
				return // refused, as it should be
			}
		}
		// Any records that load must answer any question.
		l, err := load([]Part{{Records: data}})
		if err != nil {
			return
		}
		l.Of(phrase)
		for s := range l.Senses(phrase) {
			s.Population()
			for range s.Offices() {
			}
			s.InOffice(phrase, 1)
		}
		spans := tokens(phrase)
		for i := range spans {
			n, _ := l.Longest(len(spans), i, func(i int) (int, int) { return spans[i][0], spans[i][1] }, phrase)
			if n < 0 || i+n > len(spans) {
				t.Fatalf("Longest at %d of %d tokens gives %d", i, len(spans), n)
			}
		}
	})
}
