package graph

import (
	"cmp"
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv/flat"

	"dossier/extract/document"
)

// What holds a word is found by a table beside Cayley's: no quads, which would be
// as many again as all others, but one key for each word of a document, newest
// first, with the statements of that document that hold the word. It is made from
// a document's quads when these come, and goes with them, so that those of one
// document have to be in one change; see [Store.Check].

// The kinds of terms.
const (
	wordOfText = 'w' // of a document's text, or of one of its statements
	wordOfName = 'n' // of the name of its publisher
)

// termMost bounds the length of a word in a key, in bytes: longer ones are found
// with others that begin alike.
const termMost = 24

// termKey is the beginning of the keys of a word. Words have no zero byte.
func termKey(kind byte, word string) flat.Key {
	k := append(make(flat.Key, 0, 2+termMost+1+8+5), termTable, kind)
	return append(append(k, word[:min(len(word), termMost)]...), 0)
}

// readTermKey is the label of a document by what follows the beginning of a key.
func readTermKey(rest []byte) (label uint64, ok bool) {
	if len(rest) < 8 {
		return 0, false
	}
	label, _, ok = cutNumber(rest[8:])
	return label, ok
}

// paper is what of a document's quads the keys and values of tables tell beside
// the quads themselves.
type paper struct {
	rank
	listed          bool
	text, publisher string
	statements      map[ID]*uttered
}

// uttered is what they tell of a statement.
type uttered struct {
	position   uint64
	spans      []span
	class      string
	confidence float64
}

// ofPaper tells whether quads with a predicate are of those that a paper is made
// from.
func ofPaper(p Predicate) bool {
	return p == In || p == Content || p == Publisher || p == Evidence || p == Class
}

// read takes in what a quad tells, of those that [ofPaper] names.
func (d *paper) read(subject ID, p Predicate, object string) {
	switch p {
	case In:
		if strings.HasPrefix(string(subject), ListingNode+"/") {
			d.rank, d.listed = rankOf(subject)
		}
	case Content:
		d.text = object
	case Publisher:
		d.publisher = object
	case Class:
		if s := d.statement(subject); s != nil {
			s.class = object
		}
	case Evidence:
		var e struct {
			Content    []span  `json:"content"`
			Confidence float64 `json:"confidence"`
		}
		if s := d.statement(subject); s != nil && unpack(subject, Text(object), &e) == nil { // who reads it is told what is wrong
			s.spans, s.confidence = e.Content, e.Confidence
		}
	}
}

// statement is a statement of the document, nil when the node is none.
func (d *paper) statement(id ID) *uttered {
	if s := d.statements[id]; s != nil {
		return s
	}
	if !strings.HasPrefix(string(id), StatementNode+"/") {
		return nil
	}
	r, ok := rankOf(id)
	if !ok {
		return nil
	}
	if d.statements == nil {
		d.statements = make(map[ID]*uttered)
	}
	s := &uttered{position: r.position}
	d.statements[id] = s
	return s
}

// note is what is told of a subject wherever it is found by an object, so that
// it needn't be looked at to be counted or left out.
func (d *paper) note(subject ID) note {
	if s := d.statements[subject]; s != nil {
		return note{percent(s.confidence), classNumber(s.class)}
	}
	switch r, _ := ParseRef(subject); r.Kind {
	case MentionNode:
		return binary.AppendUvarint(nil, uint64(max(r.Count, 0)))
	case EventNode:
		return binary.AppendUvarint(nil, dayNumber(r.Happened))
	}
	return nil
}

// terms calls f with each key of the document with that label, and its value.
func (d *paper) terms(label uint64, f func(key flat.Key, value []byte) error) error {
	if !d.listed {
		return nil
	}
	for word := range strings.FieldsSeq(Fold(d.publisher)) {
		if err := f(d.termKey(wordOfName, word, label), nil); err != nil {
			return err
		}
	}
	in := make(map[string][]uint64)
	for word := range strings.FieldsSeq(Fold(d.text)) {
		in[word[:min(len(word), termMost)]] = nil
	}
	for _, s := range slices.SortedFunc(maps.Values(d.statements), func(a, b *uttered) int { return cmp.Compare(a.position, b.position) }) {
		for word := range strings.FieldsSeq(Fold(wordsOf(d.text, s.spans))) {
			word = word[:min(len(word), termMost)]
			if at := in[word]; len(at) == 0 || at[len(at)-1] != s.position {
				in[word] = append(at, s.position)
			}
		}
	}
	var value []byte
	for word, positions := range in {
		value = value[:0]
		last := uint64(0)
		for _, p := range positions {
			value, last = binary.AppendUvarint(value, p-last), p
		}
		if err := f(d.termKey(wordOfText, word, label), value); err != nil {
			return err
		}
	}
	return nil
}

func (d *paper) termKey(kind byte, word string, label uint64) flat.Key {
	return appendNumber(binary.BigEndian.AppendUint64(termKey(kind, word), d.document), label)
}

// wordsOf is the words of a statement, its parts parted by a space.
func wordsOf(text string, spans []span) string {
	r := DocumentRecord{Text: text}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = r.Slice(document.Span{Start: s[0], End: s[1]})
	}
	return strings.Join(parts, " ")
}

// eachPosition calls f with the positions of the value of a term, in order.
func eachPosition(value []byte, f func(uint64)) error {
	at := uint64(0)
	return eachNumber(value, func(n uint64) error {
		at += n
		f(at)
		return nil
	})
}

// papersOf are the documents of which a change adds or removes quads, by label.
func papersOf(deltas []cayley.Delta, does cayley.Procedure) map[quad.Value]*paper {
	out := make(map[quad.Value]*paper)
	for i := range deltas {
		if deltas[i].Action != does {
			continue
		}
		q := &deltas[i].Quad
		d := out[q.Label]
		if d == nil {
			d = &paper{}
			out[q.Label] = d
		}
		if p, _ := q.Predicate.(quad.IRI); ofPaper(Predicate(p)) {
			object, _ := q.Object.(quad.String)
			d.read(subjectOf(q), Predicate(p), string(object))
		}
	}
	return out
}

// term adds the terms of the documents that are added.
func (c *kvChange) term(_ context.Context, deltas []cayley.Delta) error {
	for label, d := range c.papers {
		err := d.terms(c.numbers[label], func(k flat.Key, v []byte) error { return c.tx.Put(k, v) })
		if err != nil {
			return err
		}
	}
	return nil
}

// unterm removes those of the documents that are removed.
func (c *kvChange) unterm(_ context.Context, deltas []cayley.Delta) error {
	for label, d := range papersOf(deltas, cayley.Delete) {
		err := d.terms(c.numbers[label], func(k flat.Key, _ []byte) error { return c.tx.Del(k) })
		if err != nil {
			return err
		}
	}
	return nil
}
