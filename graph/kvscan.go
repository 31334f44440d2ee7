package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// absent is the number that Cayley gives to a value that is not in the store.
const absent = kv.Int64Value(0)

// scan goes by the index that fits the pattern best. Cayley's own iterator
// knows no index for an object with a predicate, and looks each quad up by
// itself: see the package comment for what that costs.
func (v *kvView) scan(ctx context.Context, p pattern, f func(link) bool) error {
	switch {
	case p.subject != nil && p.predicate != nil:
		return v.walk(ctx, bySubject, numbers(p.subject, p.predicate), p, f)
	case p.subject != nil:
		return v.walk(ctx, bySubject, numbers(p.subject), p, f)
	case p.object != nil && p.predicate != nil:
		return v.walk(ctx, byObject, numbers(p.object, p.predicate), p, f)
	case p.label != nil:
		return v.lookUp(ctx, byLabel.Key(numbers(p.label)), p, f)
	case p.object != nil:
		return v.walk(ctx, byObject, numbers(p.object), p, f)
	}
	return scan(ctx, v.qs, p, f)
}

// every reads the whole of an index.
func (v *kvView) every(ctx context.Context, d quad.Direction, f func(link)) error {
	all := func(l link) bool { f(l); return true }
	switch d {
	case quad.Subject:
		return v.walk(ctx, bySubject, nil, pattern{}, all)
	case quad.Object:
		return v.walk(ctx, byObject, nil, pattern{}, all)
	case quad.Label:
		return v.lookUp(ctx, byLabel.Key(nil), pattern{}, all)
	}
	return every(ctx, v.qs, d, f)
}

// walk reads quads off an index whose keys begin with the given numbers. The
// keys hold all parts of a quad, so that none is looked up. That takes that a
// quad which is gone has left the index, see [kvWriter].
func (v *kvView) walk(ctx context.Context, index kv.QuadIndex, first []uint64, p pattern, f func(link) bool) error {
	tx, err := v.snapshot.KV().Tx(false)
	if err != nil {
		return err
	}
	it := tx.Scan(index.Key(first))
	for more := true; more && err == nil && it.Next(ctx); {
		if len(it.Val()) == 0 { // the mark of the index itself
			continue
		}
		var l link
		if l, err = linkOf(index, it.Key()); err == nil && p.fits(l) {
			err = eachNumber(it.Val(), func(uint64) error {
				more = more && f(l)
				return nil
			})
		}
	}
	return errors.Join(err, it.Close(), tx.Close())
}

// linkOf is the quad of a key of an index.
func linkOf(index kv.QuadIndex, k hidalgo.Key) (l link, err error) {
	if len(k) != 2 || len(k[1]) != 8*len(index.Dirs) {
		return l, fmt.Errorf("%w: a key of an index has not %d numbers", ErrDamaged, len(index.Dirs))
	}
	for i, d := range index.Dirs {
		n := kv.Int64Value(binary.BigEndian.Uint64(k[1][8*i:]))
		switch d {
		case quad.Subject:
			l.subject = n
		case quad.Predicate:
			l.predicate = n
		case quad.Object:
			l.object = n
		case quad.Label:
			l.label = n
		}
	}
	return l, nil
}

// lookUp finds quads by an index whose keys don't hold all parts of them, in
// Cayley's log.
func (v *kvView) lookUp(ctx context.Context, prefix hidalgo.Key, p pattern, f func(link) bool) error {
	tx, err := v.snapshot.KV().Tx(false)
	if err != nil {
		return err
	}
	s := scanner{tx: tx, p: p, f: f, ids: make([]hidalgo.Key, 0, hopBatch)}
	return errors.Join(s.run(ctx, prefix), tx.Close())
}

// numbers are the refs as graph/kv keeps them.
func numbers(refs ...cayley.Ref) []uint64 {
	out := make([]uint64, len(refs))
	for i, r := range refs {
		out[i] = uint64(r.(kv.Int64Value))
	}
	return out
}

// scanner reads a part of an index, whose values are lists of numbers of quads
// (as varints), and looks the quads up in Cayley's log.
type scanner struct {
	tx   hidalgo.Tx
	p    pattern
	f    func(link) bool
	ids  []hidalgo.Key // the quads to be looked up
	done bool          // f has had enough
}

func (s *scanner) run(ctx context.Context, prefix hidalgo.Key) error {
	it := s.tx.Scan(prefix)
	err := s.index(ctx, it)
	if err == nil {
		err = s.flush(ctx)
	}
	return errors.Join(err, it.Close())
}

func (s *scanner) index(ctx context.Context, it hidalgo.Iterator) error {
	for !s.done && it.Next(ctx) {
		err := eachNumber(it.Val(), func(id uint64) error {
			s.ids = append(s.ids, logKey(id))
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

// logKey is where Cayley's log has the quad of that number.
func logKey(id uint64) hidalgo.Key {
	return hidalgo.Key{[]byte("log"), binary.BigEndian.AppendUint64(nil, id)}
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
