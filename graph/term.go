package graph

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/cayleygraph/quad"
)

// ID is an IRI: the name of a node. It is kept exactly as given, without a
// namespace in front; an exporter that needs absolute IRIs adds one.
type ID string

// Predicate is an IRI that says how an object belongs to a subject.
type Predicate string

// TermKind says what a term is.
type TermKind byte

// The kinds of term, in the order in which terms sort.
const (
	KindID     TermKind = iota + 1 // a node
	KindText                       // a literal: words, a date, a code
	KindNumber                     // a literal: a count, an offset, a weight
)

// Term is the object of a quad: a node or a literal. Only the field that its
// kind names is set, so that terms compare with ==.
type Term struct {
	ID   ID
	Text string
	Num  float64
	Kind TermKind
}

// Node is the term that refers to the node id.
func Node(id ID) Term { return Term{ID: id, Kind: KindID} }

// Text is a literal of words.
func Text(s string) Term { return Term{Text: s, Kind: KindText} }

// Number is a numeric literal.
func Number(n float64) Term { return Term{Num: n, Kind: KindNumber} }

// Compare orders terms by kind, then by value: IDs and text by their bytes,
// numbers by size. It is 0 only for equal terms.
func (t Term) Compare(u Term) int {
	return cmp.Or(
		cmp.Compare(t.Kind, u.Kind),
		strings.Compare(string(t.ID), string(u.ID)),
		strings.Compare(t.Text, u.Text),
		cmp.Compare(t.Num, u.Num),
	)
}

// String shows the term as N-Quads would, but for escapes; it is for messages.
func (t Term) String() string {
	switch t.Kind {
	case KindID:
		return "<" + string(t.ID) + ">"
	case KindText:
		return fmt.Sprintf("%q", t.Text)
	case KindNumber:
		return fmt.Sprint(t.Num)
	}
	return "nothing"
}

// Quad says that Object belongs to Subject by Predicate, according to Label,
// the document that it was read in.
type Quad struct {
	Subject   ID
	Predicate Predicate
	Object    Term
	Label     ID
}

// Compare orders quads by label, subject, predicate and object, so that the
// quads of one document stand together. It is 0 only for equal quads.
func (q Quad) Compare(r Quad) int {
	return cmp.Or(
		strings.Compare(string(q.Label), string(r.Label)),
		strings.Compare(string(q.Subject), string(r.Subject)),
		strings.Compare(string(q.Predicate), string(r.Predicate)),
		q.Object.Compare(r.Object),
	)
}

// String shows the quad with its label; it is for messages.
func (q Quad) String() string {
	return fmt.Sprintf("<%s> <%s> %v <%s>", q.Subject, q.Predicate, q.Object, q.Label)
}

// valid tells what is wrong with a quad that can't be stored, or nil.
func (q Quad) valid() error {
	switch {
	case q.Subject == "":
		return fmt.Errorf("quad %v has no subject", q)
	case q.Predicate == "":
		return fmt.Errorf("quad %v has no predicate", q)
	case q.Label == "":
		return fmt.Errorf("quad %v has no label", q)
	case q.Object.Kind < KindID || q.Object.Kind > KindNumber:
		return fmt.Errorf("quad %v has no object", q)
	case q.Object.Kind == KindID && q.Object.ID == "":
		return fmt.Errorf("quad %v has an empty object", q)
	case q.Object.Kind == KindNumber && (math.IsNaN(q.Object.Num) || math.IsInf(q.Object.Num, 0)):
		return fmt.Errorf("quad %v has an object that is no number", q)
	}
	return nil
}

// maxInteger bounds the whole numbers that a float64 holds exactly.
const maxInteger = 1 << 53

// value is the term as Cayley holds it. Whole numbers are integers there, so
// that one number has one node however it was computed.
func (t Term) value() quad.Value {
	switch t.Kind {
	case KindID:
		return quad.IRI(t.ID)
	case KindNumber:
		if t.Num == math.Trunc(t.Num) && math.Abs(t.Num) < maxInteger {
			return quad.Int(t.Num)
		}
		return quad.Float(t.Num)
	}
	return quad.String(t.Text)
}

// termOf is the term that Cayley holds as v.
func termOf(v quad.Value) (Term, error) {
	switch v := v.(type) {
	case quad.IRI:
		return Node(ID(v)), nil
	case quad.String:
		return Text(string(v)), nil
	case quad.Int:
		return Number(float64(v)), nil
	case quad.Float:
		return Number(float64(v)), nil
	}
	return Term{}, fmt.Errorf("value %v of a type that no quad of ours has (%T)", v, v)
}

// cayley is the quad as Cayley takes it.
func (q Quad) cayley() quad.Quad {
	return quad.Quad{
		Subject:   quad.IRI(q.Subject),
		Predicate: quad.IRI(q.Predicate),
		Object:    q.Object.value(),
		Label:     quad.IRI(q.Label),
	}
}
