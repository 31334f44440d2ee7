package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// hopBatch is how many quads are resolved at once: a look-up of many values is
// cheaper than many look-ups.
const hopBatch = 256

// Out is the objects of a subject by one predicate, each once.
func (s *Store) Out(ctx context.Context, subject ID, p Predicate) ([]Term, error) {
	var out []Term
	seen := make(map[Term]bool)
	for q, err := range s.match(ctx, want{subject: subject, predicate: p}) {
		if err != nil {
			return nil, err
		}
		if !seen[q.Object] {
			seen[q.Object] = true
			out = append(out, q.Object)
		}
	}
	return out, nil
}

// Node is all that is said of a subject. What several documents say comes once
// for each of them, told apart by the label.
func (s *Store) Node(ctx context.Context, subject ID) ([]Quad, error) {
	var out []Quad
	for q, err := range s.match(ctx, want{subject: subject}) {
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	return out, nil
}

// In is the subjects that have the object by predicate p, each once, in no
// order that means anything.
func (s *Store) In(ctx context.Context, p Predicate, object Term) iter.Seq2[ID, error] {
	return func(yield func(ID, error) bool) {
		seen := make(map[ID]bool)
		for q, err := range s.match(ctx, want{predicate: p, object: object}) {
			if err != nil {
				yield("", err)
				return
			}
			if seen[q.Subject] {
				continue
			}
			seen[q.Subject] = true
			if !yield(q.Subject, nil) {
				return
			}
		}
	}
}

// Labelled is the quads of one document.
func (s *Store) Labelled(ctx context.Context, label ID) iter.Seq2[Quad, error] {
	return s.match(ctx, want{label: label})
}

// want is a quad with holes, which its zero values are.
type want struct {
	subject   ID
	predicate Predicate
	object    Term
	label     ID
}

// match is the quads that fit w. It ends with the error that kept it from
// being complete; a cancelled context is one.
func (s *Store) match(ctx context.Context, w want) iter.Seq2[Quad, error] {
	return func(yield func(Quad, error) bool) {
		v, done, err := s.read(ctx)
		if err != nil {
			yield(Quad{}, err)
			return
		}
		defer done()
		h := newHop(v)
		p, ok, err := h.pattern(ctx, w)
		if err == nil && ok {
			err = h.each(ctx, p, func(q Quad) bool { return yield(q, nil) })
		}
		if err != nil {
			yield(Quad{}, fmt.Errorf("read store %s: %w", s.where, damaged(err)))
		}
	}
}

// hop is one step through the graph.
type hop struct {
	view
	names map[cayley.Ref]quad.Value // of the nodes met so far
}

func newHop(v view) hop { return hop{v, make(map[cayley.Ref]quad.Value)} }

// pattern finds the nodes of w; ok is false when one isn't in the store, so
// that nothing can fit.
func (h *hop) pattern(ctx context.Context, w want) (p pattern, ok bool, err error) {
	var values []quad.Value
	var refs []*cayley.Ref
	add := func(wanted bool, v quad.Value, r *cayley.Ref) {
		if wanted {
			values, refs = append(values, v), append(refs, r)
		}
	}
	add(w.subject != "", quad.IRI(w.subject), &p.subject)
	add(w.predicate != "", quad.IRI(w.predicate), &p.predicate)
	add(w.object.Kind != 0, w.object.value(), &p.object)
	add(w.label != "", quad.IRI(w.label), &p.label)
	found, err := cayley.RefsOf(ctx, h.view.quads(), values)
	if err != nil {
		return pattern{}, false, err
	}
	for i, r := range found {
		if r == nil || r == absent {
			return pattern{}, false, nil
		}
		*refs[i] = r
	}
	return p, true, nil
}

// each calls f with the quads that fit p, until it returns false.
func (h *hop) each(ctx context.Context, p pattern, f func(Quad) bool) error {
	batch := make([]link, 0, hopBatch)
	var failed error
	flush := func() bool {
		quads, err := h.resolve(ctx, batch)
		batch = batch[:0]
		for _, q := range quads {
			if !f(q) {
				return false
			}
		}
		failed = err
		return err == nil
	}
	more := true
	err := h.scan(ctx, p, func(l link) bool {
		if batch = append(batch, l); len(batch) == cap(batch) {
			more = flush()
		}
		return more
	})
	if more && err == nil {
		flush()
	}
	return errors.Join(err, failed)
}

// resolve names what the links number, in one look-up. Names are kept, since
// predicates, labels and entities come again.
func (h *hop) resolve(ctx context.Context, links []link) ([]Quad, error) {
	refs := make([]cayley.Ref, 0, 2*len(links)+8)
	fetch := func(r cayley.Ref) {
		if r == nil {
			return
		}
		if _, ok := h.names[r]; !ok {
			h.names[r] = nil
			refs = append(refs, r)
		}
	}
	for _, l := range links {
		fetch(l.subject)
		fetch(l.predicate)
		fetch(l.object)
		fetch(l.label)
	}
	values, err := cayley.ValuesOf(ctx, h.view.quads(), refs)
	if err != nil {
		return nil, err
	}
	for i, r := range refs {
		h.names[r] = values[i]
	}
	out := make([]Quad, 0, len(links))
	for _, l := range links {
		q, err := quadOf(h.names[l.subject], h.names[l.predicate], h.names[l.object], h.names[l.label])
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		out = append(out, q)
	}
	h.trim()
	return out, nil
}

// trim bounds the memory of a long iteration.
func (h *hop) trim() {
	if len(h.names) > 64*hopBatch {
		clear(h.names)
	}
}

// quadOf is the quad with the given values.
func quadOf(subject, predicate, object, label quad.Value) (Quad, error) {
	s, ok1 := subject.(quad.IRI)
	p, ok2 := predicate.(quad.IRI)
	l, ok3 := label.(quad.IRI)
	if !ok1 || !ok2 || !ok3 || object == nil {
		return Quad{}, fmt.Errorf("quad %v %v %v %v lacks a part", subject, predicate, object, label)
	}
	o, err := termOf(object)
	return Quad{ID(s), Predicate(p), o, ID(l)}, err
}
