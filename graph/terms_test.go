package graph

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hidal-go/hidalgo/kv/flat"

	"dossier/extract/document"
	"dossier/graph/sample"
)

// entriesOf is all keys and values of a table.
func entriesOf(t *testing.T, b *kvBackend, table byte) (keys, values [][]byte) {
	t.Helper()
	v, done := b.view()
	defer done()
	err := v.entries(t.Context(), table, func(key, value []byte) {
		keys, values = append(keys, slices.Clone(key)), append(values, slices.Clone(value))
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys, values
}

// Check sees what is wrong with a table that Cayley doesn't know, or with what it
// doesn't know of one of its own.
func TestCheckTables(t *testing.T) {
	s := mustOpen(t, Memory, Options{})
	if _, err := s.Apply(t.Context(), sampled()); err != nil {
		t.Fatal(err)
	}
	b := s.back.(memory).kvBackend
	terms, positions := entriesOf(t, b, termTable)
	objects, values := entriesOf(t, b, objectTable)
	noted := slices.IndexFunc(values, func(v []byte) bool { _, n := cutNote(v); return len(n) == 2 })
	held := slices.IndexFunc(positions, func(v []byte) bool { return len(v) > 0 })
	ranked := slices.IndexFunc(objects, func(k []byte) bool { return bytes.Contains(k, rankBytes(t, k)) && len(rankBytes(t, k)) > 0 })
	other := slices.Clone(objects[ranked])
	other[bytes.Index(other, rankBytes(t, other))+4]++ // another day
	for _, tt := range []struct {
		why      string
		del, put []byte
		value    []byte
		want     string
	}{
		{"a word is missing", terms[held], nil, nil, "entries of words"},
		{"a word of no document", nil, append(slices.Clone(terms[held]), 1), nil, "entries of words"},
		{"another statement holds it", nil, terms[held], []byte{99}, "entries of words"},
		{"a quad stands with another day", objects[ranked], other, values[ranked], "entries of objects"},
		{"a statement is more likely right", nil, objects[noted], append(slices.Clone(values[noted][:len(values[noted])-2]), 100, 0), "entries of objects"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			tamper := func(del, put, value []byte) {
				err := b.update(func(applier) error {
					tx, err := b.db.Tx(true)
					if err != nil {
						return err
					}
					defer tx.Close()
					if del != nil {
						err = tx.Del(del)
					}
					if put != nil && err == nil {
						err = tx.Put(put, value)
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			tamper(tt.del, tt.put, tt.value)
			problems, err := s.Check(t.Context())
			if err != nil || len(problems) != 1 || !strings.Contains(fmt.Sprint(problems), tt.want) {
				t.Errorf("%v, %v", problems, err)
			}
			tamper(tt.put, nil, nil)
			for i, k := range append(slices.Clone(terms), objects...) {
				if bytes.Equal(k, tt.del) || bytes.Equal(k, tt.put) {
					tamper(nil, k, append(slices.Clone(positions), values...)[i])
				}
			}
			if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
				t.Errorf("put right again: %v, %v", problems, err)
			}
		})
	}
}

// rankBytes is the bytes of the rank of a key of the table of objects, none when
// it has none.
func rankBytes(t *testing.T, k []byte) []byte {
	t.Helper()
	_, r, err := readObjectKey(k)
	if err != nil {
		t.Fatal(err)
	}
	if r == (rank{}) {
		return nil
	}
	return r.appendTo(nil)
}

func sampled() []*document.Document { return append(sample.News(), sample.Spoken(), sample.Told()) }

// What holds a word is what a look at every text and every statement finds, after
// documents were changed, taken out and put in again.
func TestTerms(t *testing.T) {
	s := mustOpen(t, Memory, Options{})
	docs := sampled()
	apply := func() {
		if _, err := s.Apply(t.Context(), docs); err != nil {
			t.Fatal(err)
		}
	}
	apply()
	first, firstValues := entriesOf(t, s.back.(memory).kvBackend, termTable)
	title := docs[0].Title
	docs[0].Title, docs[0].Text = "Changed", docs[0].Text+" Zebras came."
	apply()
	if keys, _ := entriesOf(t, s.back.(memory).kvBackend, termTable); len(keys) != len(first)+2 { // zebras and came
		t.Errorf("%d words with two more, of %d", len(keys), len(first))
	}
	docs[0].Title, docs[0].Text = title, strings.TrimSuffix(docs[0].Text, " Zebras came.")
	if _, err := s.Retract(t.Context(), []ID{DocumentID(&docs[1].Article), DocumentID(&docs[2].Article)}); err != nil {
		t.Fatal(err)
	}
	apply()
	if keys, values := entriesOf(t, s.back.(memory).kvBackend, termTable); len(keys) != len(first) || len(slices.Concat(values...)) != len(slices.Concat(firstValues...)) {
		t.Errorf("%d words after changes that came to nothing, of %d", len(keys), len(first))
	}
	if err := s.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("compacted: %v, %v", problems, err)
	}
	r := NewReader(s)
	words := make(map[string]bool)
	for _, d := range docs {
		for w := range strings.FieldsSeq(Fold(d.Text + " " + d.Publisher)) {
			words[w] = true
		}
	}
	listings := [][]Edge{{{In, Node(Catalogue)}}}
	var statements []Edge
	for _, kind := range []string{"direct", "indirect", "mixed", "none"} {
		statements = append(statements, Edge{Type, Text(kind)})
	}
	for w := range words {
		var in, by, said []string
		for _, d := range docs {
			id := string(DocumentID(&d.Article))
			if slices.Contains(strings.Fields(Fold(d.Text)), w) {
				in = append(in, id)
			}
			if slices.Contains(strings.Fields(Fold(d.Publisher)), w) {
				by = append(by, id)
			}
			all := slices.Clone(d.Statements)
			for i := range d.Statements {
				all = append(all, d.Statements[i].Reports...)
			}
			for i := range all {
				var text []string
				for _, c := range all[i].Content {
					text = append(text, d.Slice(c))
				}
				if slices.Contains(strings.Fields(Fold(strings.Join(text, " "))), w) {
					said = append(said, fmt.Sprint(id, " ", all[i].Start()))
				}
			}
		}
		for _, tt := range []struct {
			ask  Selection
			want []string
		}{{Selection{All: listings, Text: []string{w}}, in}, {Selection{All: listings, Publisher: []string{w}}, by}, {Selection{All: [][]Edge{statements}, Said: []string{w}}, said}} {
			var got []string
			for ref, err := range r.Select(t.Context(), tt.ask) {
				if err != nil {
					t.Fatal(err)
				}
				one := string(ref.Document())
				if ref.Kind == StatementNode {
					one = fmt.Sprint(one, " ", ref.Position)
				}
				got = append(got, one)
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s: %v, want %v", w, got, tt.want)
			}
		}
	}
	if _, err := s.Retract(context.Background(), all(t, s.Labels(t.Context()))); err != nil {
		t.Fatal(err)
	}
	if keys, _ := entriesOf(t, s.back.(memory).kvBackend, termTable); len(keys) != 0 {
		t.Errorf("%d words are left in an empty store", len(keys))
	}
}

// Words that are longer than those of the keys are found with others that begin
// alike, and damage of a key is an error, no answer.
func TestTermKeys(t *testing.T) {
	long := strings.Repeat("ab", termMost)
	if k := termKey(wordOfText, long); !bytes.Equal(k, termKey(wordOfText, long[:termMost]+"x")) || len(k) != 2+termMost+1 {
		t.Errorf("%q", k)
	}
	if bytes.HasPrefix(termKey(wordOfText, "abc"), termKey(wordOfText, "ab")) {
		t.Error("a word is found by one that it begins with")
	}
	s, b := testedKV(t)
	err := b.update(func(applier) error {
		tx, err := b.db.Tx(true)
		if err != nil {
			return err
		}
		defer tx.Close()
		return tx.Put(append(termKey(wordOfText, "cut"), 1, 2, 3, 4, 5, 6, 7, 8), flat.Value{})
	})
	if err != nil {
		t.Fatal(err)
	}
	v, done := s.back.view()
	defer done()
	h, err := v.holding(t.Context(), termKey(wordOfText, "cut"), true, always)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := h.at(); ok {
		t.Error("a key without a label is read")
	}
	if err := h.close(); err == nil {
		t.Error("a key without a label is no error")
	}
}
