package graph

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"

	"dossier/graph/pebblekv"
)

// Keys sort as their numbers, and are read back as they were written.
func TestKeys(t *testing.T) {
	numbers := []uint64{0, 1, 46, 47, 92, 255, 256, 47 << 8, 1<<16 - 1, 1 << 16, 1 << 24, 1<<56 + 3, math.MaxUint64}
	for i, n := range numbers {
		k := appendNumber(nil, n)
		if got, rest, ok := cutNumber(append(k, 9)); got != n || !ok || !slices.Equal(rest, []byte{9}) {
			t.Errorf("%d is read as %d, %v, %v", n, got, rest, ok)
		}
		if i > 0 && bytes.Compare(appendNumber(nil, numbers[i-1]), k) >= 0 {
			t.Errorf("%d sorts before %d", n, numbers[i-1])
		}
		for cut := range k {
			if _, _, ok := cutNumber(k[:cut]); ok {
				t.Errorf("%d is read from %d of %d bytes", n, cut, len(k))
			}
		}
	}
	q := numberedQuad{1 << 20, 7, 300, 1<<20 + 5}
	if got, err := readSubjectKey(q.subjectKey()); got != q || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	for _, id := range []ID{"country/RUS", "statement/20210305/0123456789abcdef/7", "listing/00000000/fedcba9876543210"} {
		k := q.objectKey(id)
		got, r, err := readObjectKey(k)
		if want, _ := rankOf(id); got != q || r != want || err != nil {
			t.Errorf("%s: %v, %v, %v", id, got, r, err)
		}
		for cut := range k {
			if _, _, err := readObjectKey(append([]byte{objectTable}, k[1:max(cut, 1)]...)); err == nil {
				t.Errorf("%s: read from %d of %d bytes", id, cut, len(k))
			}
		}
	}
}

// The value of an object is the number of the quad, as Cayley has it, and behind
// it the note of the subject.
func TestNotes(t *testing.T) {
	const spoken ID = "statement/20210305/0123456789abcdef/7"
	var d paper
	d.read(spoken, Evidence, pack(said{Confidence: .29}).Text)
	d.read(spoken, Class, "promise")
	for id, want := range map[ID]int{"mention/20210305/0123456789abcdef/5/person/x/300": 300, "mention/20210305/0123456789abcdef/5/person/x/0": 0, "country/RUS": -1, "fact/20210305/0123456789abcdef/7/employer": -1} {
		number, n := cutNote(append(binary.AppendUvarint(nil, 1<<20), d.note(id)...))
		if n, size := binary.Uvarint(number); n != 1<<20 || size != len(number) {
			t.Errorf("%s: the number is %d", id, n)
		}
		if n, err := n.count(); (err == nil) != (want >= 0) || err == nil && n != want {
			t.Errorf("%s: %d, %v, want %d", id, n, err, want)
		}
	}
	if number, n := cutNote([]byte{0x80}); len(number) != 0 || len(n) != 1 {
		t.Errorf("a number that is cut short: %v, %v", number, n)
	}
	for id, want := range map[ID]string{
		"event/20210305/0123456789abcdef/7/consult": "2021-03-05", "event/20210305/0123456789abcdef/7/consult.visit/00990101": "0099-01-01",
		"event/00000000/0123456789abcdef/7/consult": "", "event/20210305/0123456789abcdef/7/consult/00000000": "",
	} {
		if day, event := d.note(id).happened(); !event || day != want {
			t.Errorf("%s: happened on %q, %v", id, day, event)
		}
	}
	if _, event := d.note("fact/20210305/0123456789abcdef/7/employer").happened(); event {
		t.Error("a fact happened")
	}
	for _, tt := range []struct {
		note       note
		confidence float64
		classes    []string
		want       bool
	}{
		{d.note(spoken), 0, nil, true},
		{d.note(spoken), .29, nil, true}, // 100 * .29 is less than 29
		{d.note(spoken), .3, nil, false},
		{d.note(spoken), .2, []string{"say", "promise"}, true},
		{d.note(spoken), .2, []string{"say", "ask"}, false},
		{note{100, otherClass}, 1, []string{"say"}, true}, // is looked at
		{note{100, classNumber("")}, 0, []string{"say"}, true},
		{nil, 0, nil, true},
		{nil, .1, nil, false}, // no statement
		{note{50}, 0, []string{"say"}, false},
	} {
		if got := tt.note.fits(tt.confidence, tt.classes); got != tt.want {
			t.Errorf("%v with %v, %v: %v", tt.note, tt.confidence, tt.classes, got)
		}
	}
}

// Ranks sort as refs do, as far as they tell them apart, and so do their keys.
func TestRank(t *testing.T) {
	ids := []ID{ // newest first
		"statement/20210306/0000000000000000/0",
		"mention/20210305/0000000000000000/5/person/x/1",
		"statement/20210305/00000000ffffffff/5", // the same rank
		"statement/20210305/00000000ffffffff/300",
		"statement/20210305/2f00000000000000/0",
		"event/20210305/3000000000000000/0/consult",
		"statement/19000101/0000000000000000/0",
		"statement/00000000/0000000000000000/0",
	}
	for i := 1; i < len(ids); i++ {
		a, _ := rankOf(ids[i-1])
		b, _ := rankOf(ids[i])
		if b.before(a) || a != b && (!a.before(b) || bytes.Compare(a.appendTo(nil), b.appendTo(nil)) >= 0) {
			t.Errorf("%s ranks behind %s", ids[i-1], ids[i])
		}
		if r, _ := ParseRef(ids[i]); b.day() != r.Day {
			t.Errorf("%s is of day %q", ids[i], b.day())
		}
	}
	for _, id := range []ID{"person/x", "document/0123456789abcdef", "statement/20210305/xyzxyzxyzxyzxyzx/0", "statement/20210305/01/0", "statement/20210305/0123456789abcdef/-1"} {
		if r, ok := rankOf(id); ok || !bytes.Equal(appendRank(nil, id), []byte{unranked}) {
			t.Errorf("%s has the rank %v", id, r)
		}
	}
}

// Cayley finds a quad by any number of its parts in the order of each index,
// though the rank stands between them in our keys.
func TestPacked(t *testing.T) {
	_, b := testedKV(t, made("document/0123456789abcdef",
		Quad{"statement/20210305/0123456789abcdef/7", "about", Node("hub"), ""}, Quad{"statement/20210306/0123456789abcdef/9", "about", Node("hub"), ""},
		Quad{"mention/20210306/0123456789abcdef/9/person/x/300", "of", Node("hub"), ""})) // which has a note
	v, done := b.view()
	defer done()
	q := v.quads()
	var n []uint64
	for _, x := range []string{"hub", "about", "statement/20210305/0123456789abcdef/7", "document/0123456789abcdef"} {
		n = append(n, number64(q.ValueOf(quad.IRI(x))))
	}
	tx, err := packed{func(bool) (*pebblekv.Tx, error) { return b.db.Tx(false) }}.Tx(false)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	count := func(index kv.QuadIndex, of ...uint64) (found int) {
		it := tx.Scan(index.Key(of))
		defer it.Close()
		for it.Next(t.Context()) {
			found++
			if _, n := binary.Uvarint(it.Val()); n <= 0 || n != len(it.Val()) {
				t.Errorf("Cayley reads %v for the number of a quad", it.Val())
			}
		}
		if it.Err() != nil {
			t.Error(it.Err())
		}
		return found
	}
	for parts, want := range []int{5, 3, 2, 1, 1} { // the ledger has two
		if got := count(byObject, n[:parts]...); got != want {
			t.Errorf("%d parts: %d quads, want %d", parts, got, want)
		}
	}
	if got := count(byObject, n[0], n[1], n[3]); got != 0 {
		t.Errorf("another subject: %d quads", got)
	}
	if _, err := tx.Get(t.Context(), byObject.Key(n)); err != nil {
		t.Error(err)
	}
	if _, err := tx.Get(t.Context(), byObject.Key([]uint64{n[0], n[1], n[3], n[3]})); err != hidalgo.ErrNotFound {
		t.Error(err)
	}
	if _, err := tx.Get(t.Context(), hidalgo.SKey("what", "ever")); err == nil {
		t.Error("a key that Cayley doesn't have")
	}
}

// Whatever bytes a damaged store gives for a key or a value, they are read or
// refused.
func FuzzKeys(f *testing.F) {
	f.Add([]byte(numberedQuad{1 << 20, 7, 300, 1<<20 + 5}.objectKey("statement/20210305/0123456789abcdef/7")), []byte{1, 2})
	f.Add([]byte{objectTable, 1, 1, 1, 1, isRanked}, []byte{0x80})
	f.Add([]byte{0}, []byte{})
	f.Add([]byte{0}, []byte{1, 90, 246}) // a class that is none
	f.Fuzz(func(t *testing.T, k, v []byte) {
		if len(k) == 0 {
			return
		}
		if q, r, err := readObjectKey(k); err == nil && r == (rank{}) && k[0] == objectTable {
			if again, _, err := readObjectKey(q.objectKey("country/RUS")); err != nil || again != q {
				t.Errorf("%v is read again as %v, %v", q, again, err)
			}
		}
		readSubjectKey(k)
		readTermKey(k)
		number, n := cutNote(v)
		if len(number)+len(n) != len(v) {
			t.Errorf("%v is cut into %v and %v", v, number, n)
		}
		n.count()
		n.happened()
		n.fits(.5, []string{"say"})
		eachPosition(v, func(uint64) {})
	})
}
