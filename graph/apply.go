package graph

import (
	"context"
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
)

// Report counts what became of documents that were applied, and the quads that
// were added for them.
type Report struct {
	New, Unchanged, Updated int
	Quads                   int
}

// Add adds the counts of r to the report.
func (t *Report) Add(r Report) {
	t.New += r.New
	t.Unchanged += r.Unchanged
	t.Updated += r.Updated
	t.Quads += r.Quads
}

// content is what a document says.
type content struct {
	label ID
	hash  string
	quads []Quad // all of them labelled so; the ledger's are added
}

// apply makes each label hold what its content says: what is unchanged by its
// hash is left alone, what changed is taken out and put in again. All of it is
// one transaction. A label that comes twice counts as its last content.
func (s *Store) apply(ctx context.Context, contents []content) (Report, error) {
	b, done, err := s.write(ctx)
	if err != nil {
		return Report{}, err
	}
	defer done()
	if len(contents) == 0 {
		return Report{}, nil
	}
	var r Report
	var added, removed []cayley.Delta
	last := make(map[ID]int, len(contents))
	for i, c := range contents {
		last[c.label] = i
	}
	for i, c := range contents {
		if last[c.label] != i {
			continue
		}
		old, err := s.hash(ctx, c.label)
		switch {
		case err != nil:
			return Report{}, err
		case old == c.hash:
			r.Unchanged++
			continue
		case old == "":
			r.New++
		default:
			r.Updated++
			if removed, err = s.removals(ctx, removed, c.label); err != nil {
				return Report{}, err
			}
		}
		n := len(added)
		if added, err = additions(added, c); err != nil {
			return Report{}, err
		}
		r.Quads += len(added) - n
	}
	if err := change(b, removed, added); err != nil {
		return Report{}, fmt.Errorf("write store %s: %w", s.where, err)
	}
	return r, nil
}

// additions appends the quads of a document to deltas, each once: Cayley counts
// the references to a node also for a quad that it has already, and never gives
// the count back, so that the node would stay when the quad goes.
func additions(deltas []cayley.Delta, c content) ([]cayley.Delta, error) {
	e := entry(c.label, c.hash)
	quads := append(slices.Clone(c.quads), e[:]...)
	slices.SortFunc(quads, Quad.Compare)
	quads = slices.Compact(quads)
	for _, q := range quads {
		if err := q.valid(); err != nil {
			return nil, fmt.Errorf("document %s: %w", c.label, err)
		}
		if q.Label != c.label {
			return nil, fmt.Errorf("document %s: quad %v has another label", c.label, q)
		}
		deltas = append(deltas, cayley.Delta{Quad: q.cayley(), Action: cayley.Add})
	}
	return deltas, nil
}

// removals appends the removal of all quads of a label to deltas.
func (s *Store) removals(ctx context.Context, deltas []cayley.Delta, label ID) ([]cayley.Delta, error) {
	for q, err := range s.Labelled(ctx, label) {
		if err != nil {
			return nil, err
		}
		deltas = append(deltas, cayley.Delta{Quad: q.cayley(), Action: cayley.Delete})
	}
	return deltas, nil
}

// ignore keeps Cayley from failing in the middle of a batch.
var ignore = cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}

// change removes and adds quads as one change of the store. Cayley is asked
// twice: a batch that both adds and removes can fail halfway, with node numbers
// kept that were given to nobody.
func change(b updater, removed, added []cayley.Delta) error {
	if len(removed) == 0 && len(added) == 0 {
		return nil
	}
	return b.update(func(w applier) error {
		for _, deltas := range [][]cayley.Delta{removed, added} {
			if len(deltas) == 0 {
				continue
			}
			if err := w.ApplyDeltas(deltas, ignore); err != nil {
				return err
			}
		}
		return nil
	})
}

// Retract takes documents out of the store, and all that came from them alone.
// It returns how many were there.
func (s *Store) Retract(ctx context.Context, labels []ID) (int, error) {
	b, done, err := s.write(ctx)
	if err != nil {
		return 0, err
	}
	defer done()
	n := 0
	for _, l := range labels {
		removed, err := s.removals(ctx, nil, l)
		if err != nil {
			return n, err
		}
		if len(removed) == 0 {
			continue
		}
		if err := change(b, removed, nil); err != nil {
			return n, fmt.Errorf("write store %s: %w", s.where, err)
		}
		n++
	}
	return n, nil
}
