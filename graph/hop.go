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
func (s *Store) Out(ctx context.Context, subject ID, p Predicate) (out []Term, err error) {
	err = s.hop(ctx, want{subject: subject, predicate: p}, func(h hop, p pattern) error {
		return h.once(ctx, func(f func(cayley.Ref) bool) error {
			return h.scan(ctx, p, func(l link) bool { return f(l.object) })
		}, func(v quad.Value) (bool, error) {
			t, err := termOf(v)
			out = append(out, t)
			return true, err
		})
	})
	return out, err
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
		err := s.hop(ctx, want{predicate: p, object: object}, func(h hop, p pattern) error {
			return h.once(ctx, func(f func(cayley.Ref) bool) error {
				return h.scan(ctx, p, func(l link) bool { return f(l.subject) })
			}, func(v quad.Value) (bool, error) {
				iri, ok := v.(quad.IRI)
				if !ok {
					return false, fmt.Errorf("%w: subject %v is no node", ErrDamaged, v)
				}
				return yield(ID(iri), nil), nil
			})
		})
		if err != nil {
			yield("", err)
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
		err := s.hop(ctx, w, func(h hop, p pattern) error {
			return h.each(ctx, p, func(q Quad) bool { return yield(q, nil) })
		})
		if err != nil {
			yield(Quad{}, err)
		}
	}
}

// hop calls f with what fits w as the store numbers it, unless a part of it
// isn't in the store, so that nothing can fit.
func (s *Store) hop(ctx context.Context, w want, f func(hop, pattern) error) error {
	v, done, err := s.read(ctx)
	if err != nil {
		return err
	}
	defer done()
	h := hop{v, make(map[cayley.Ref]quad.Value)}
	p, ok, err := h.pattern(ctx, w)
	if err == nil && ok {
		err = f(h, p)
	}
	if err != nil {
		return fmt.Errorf("read store %s: %w", s.where, damaged(err))
	}
	return nil
}

// hop is one step through the graph.
type hop struct {
	view
	names map[cayley.Ref]quad.Value // of the nodes met so far
}

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

// once calls f with the value of each node that nodes comes upon, once, until
// it returns false or an error.
func (h *hop) once(ctx context.Context, nodes func(func(cayley.Ref) bool) error, f func(quad.Value) (bool, error)) error {
	seen := make(map[cayley.Ref]bool)
	return ahead(ctx, nodes, func(r cayley.Ref) bool {
		again := seen[r]
		seen[r] = true
		return !again
	}, func(batch []cayley.Ref) ([]quad.Value, error) {
		return cayley.ValuesOf(ctx, h.quads(), batch)
	}, func(values []quad.Value) (more bool, err error) {
		for _, v := range values {
			if more, err := f(v); err != nil || !more {
				return false, err
			}
		}
		return true, nil
	})
}

// each calls f with the quads that fit p, until it returns false.
func (h *hop) each(ctx context.Context, p pattern, f func(Quad) bool) error {
	return h.numbered(ctx, p, func(_ link, q Quad) bool { return f(q) })
}

// numbered is each with the quads as they are numbered too.
func (h *hop) numbered(ctx context.Context, p pattern, f func(link, Quad) bool) error {
	return inBatches(func(g func(link) bool) error { return h.scan(ctx, p, g) }, p.fits, func(batch []link) (more bool, err error) {
		quads, err := h.resolve(ctx, batch)
		if err != nil {
			return false, err
		}
		for i, q := range quads {
			if !f(batch[i], q) {
				return false, nil
			}
		}
		return true, nil
	})
}

// inBatches hands what is wanted of what find comes upon to f, many at a time,
// until f has had enough.
func inBatches[T any](find func(func(T) bool) error, wanted func(T) bool, f func([]T) (more bool, err error)) error {
	batch := make([]T, 0, hopBatch)
	more, failed := true, error(nil)
	err := find(func(t T) bool {
		if !wanted(t) {
			return true
		}
		if batch = append(batch, t); len(batch) == cap(batch) {
			more, failed = f(batch)
			batch = batch[:0]
		}
		return more
	})
	if err == nil && more && len(batch) > 0 {
		_, failed = f(batch)
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
