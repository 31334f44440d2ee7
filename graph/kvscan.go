package graph

import (
	"context"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv/flat"

	"dossier/graph/pebblekv"
)

// absent is the number that Cayley gives to a value that is not in the store.
const absent = kv.Int64Value(0)

// scan goes by the index that fits the pattern best. Cayley's own iterator
// knows no index for an object with a predicate, and looks each quad up by
// itself: see the package comment for what that costs.
func (v *kvView) scan(ctx context.Context, p pattern, f func(link) bool) error {
	switch {
	case p.subject != nil && p.predicate != nil:
		return v.bySubject(ctx, tableKey(subjectTable, number64(p.subject), number64(p.predicate)), p, f)
	case p.subject != nil:
		return v.bySubject(ctx, tableKey(subjectTable, number64(p.subject)), p, f)
	case p.object != nil && p.predicate != nil:
		return v.byObject(ctx, tableKey(objectTable, number64(p.object), number64(p.predicate)), p, f)
	case p.label != nil:
		return v.byLabel(ctx, tableKey(labelTable, number64(p.label)), p, f)
	case p.object != nil:
		return v.byObject(ctx, tableKey(objectTable, number64(p.object)), p, f)
	}
	return scan(ctx, v.qs, p, f)
}

// every reads the whole of an index.
func (v *kvView) every(ctx context.Context, d quad.Direction, f func(link)) error {
	all := func(l link) bool { f(l); return true }
	switch d {
	case quad.Subject:
		return v.bySubject(ctx, tableKey(subjectTable), pattern{}, all)
	case quad.Object:
		return v.byObject(ctx, tableKey(objectTable), pattern{}, all)
	case quad.Label:
		return v.byLabel(ctx, tableKey(labelTable), pattern{}, all)
	}
	return every(ctx, v.qs, d, f)
}

// number64 is a ref as graph/kv keeps it.
func number64(r cayley.Ref) uint64 { return uint64(r.(kv.Int64Value)) }

// The keys of both tables hold all parts of a quad, so that none is looked up.
// That takes that a quad which is gone has left them, see [kvWriter].

func (v *kvView) bySubject(ctx context.Context, prefix flat.Key, p pattern, f func(link) bool) error {
	return v.walk(ctx, prefix, pebblekv.After(prefix), func(key, _ []byte) (bool, error) {
		q, err := readSubjectKey(key)
		l := q.link()
		return err == nil && (!p.fits(l) || f(l)), err
	})
}

func (v *kvView) subjects(ctx context.Context, from, to uint64, f func(numberedQuad)) error {
	return v.walk(ctx, tableKey(subjectTable, from), pebblekv.After(tableKey(subjectTable, to)), func(key, _ []byte) (bool, error) {
		q, err := readSubjectKey(key)
		if err == nil {
			f(q)
		}
		return true, err
	})
}

func (v *kvView) byObject(ctx context.Context, prefix flat.Key, p pattern, f func(link) bool) error {
	return v.walk(ctx, prefix, pebblekv.After(prefix), func(key, _ []byte) (bool, error) {
		q, _, err := readObjectKey(key)
		l := q.link()
		return err == nil && (!p.fits(l) || f(l)), err
	})
}

func (v *kvView) entries(ctx context.Context, table byte, f func(key, value []byte)) error {
	return v.walk(ctx, flat.Key{table}, flat.Key{table + 1}, func(key, value []byte) (bool, error) {
		f(key, value)
		return true, nil
	})
}

// walk calls f with each key from the first up to the last, which isn't one of
// them, and with its value, until f has had enough.
func (v *kvView) walk(ctx context.Context, first, last flat.Key, f func(key, value []byte) (more bool, err error)) error {
	tx, err := v.snapshot.Tx()
	if err != nil {
		return err
	}
	it := tx.Range(first, last)
	for more := true; more && err == nil && it.Next(ctx); {
		more, err = f(it.Key(), it.Val())
	}
	return errors.Join(err, it.Close(), tx.Close())
}

// byLabel finds quads by an index whose keys don't hold all parts of them, in
// Cayley's log.
func (v *kvView) byLabel(ctx context.Context, prefix flat.Key, p pattern, f func(link) bool) error {
	tx, err := v.snapshot.Tx()
	if err != nil {
		return err
	}
	s := scanner{tx: tx, p: p, f: f, ids: make([]flat.Key, 0, hopBatch)}
	return errors.Join(s.run(ctx, prefix), tx.Close())
}

// scanner reads a part of an index, whose values are lists of numbers of quads
// (as varints), and looks the quads up in Cayley's log.
type scanner struct {
	tx   *pebblekv.Tx
	p    pattern
	f    func(link) bool
	ids  []flat.Key // the quads to be looked up
	done bool       // f has had enough
}

func (s *scanner) run(ctx context.Context, prefix flat.Key) error {
	it := s.tx.Scan(prefix)
	err := s.index(ctx, it)
	if err == nil {
		err = s.flush(ctx)
	}
	return errors.Join(err, it.Close())
}

func (s *scanner) index(ctx context.Context, it flat.Iterator) error {
	for !s.done && it.Next(ctx) {
		err := eachNumber(it.Val(), func(id uint64) error {
			s.ids = append(s.ids, tableKey(logTable, id))
			if len(s.ids) < cap(s.ids) {
				return nil
			}
			return s.flush(ctx)
		})
		if err != nil {
			return err
		}
	}
	return errors.Join(it.Err(), ctx.Err())
}

// flush hands out the quads that were found.
func (s *scanner) flush(ctx context.Context) error {
	values, err := s.tx.GetBatch(ctx, s.ids)
	s.ids = s.ids[:0]
	if err != nil {
		return err
	}
	for _, v := range values {
		if s.done {
			return nil
		}
		var q proto.Primitive
		if v == nil {
			return fmt.Errorf("%w: an index has a quad that the log has not", ErrDamaged)
		}
		if err := q.Unmarshal(v); err != nil {
			return fmt.Errorf("%w: a quad can't be decoded: %w", ErrDamaged, err)
		}
		l := link{kv.Int64Value(q.Subject), kv.Int64Value(q.Predicate), kv.Int64Value(q.Object), kv.Int64Value(q.Label)}
		if s.p.fits(l) {
			s.done = !s.f(l)
		}
	}
	return nil
}
