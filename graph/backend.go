package graph

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv/flat"
)

// backend is where a store keeps its quads. Another one is one more
// implementation and one more line in conformance_test.go.
type backend interface {
	updater

	// view is the quads as last committed, until done is called.
	view() (v view, done func())

	// rewrite has fill load an empty store of the same kind, and returns it
	// once it has taken the place of this one, which goes on answering until it
	// is closed. Nothing changes when anything fails.
	rewrite(fill func(empty updater) error) (backend, error)

	// bytes is the room that the store takes, 0 when unknown.
	bytes() (int64, error)

	// close waits until all views are done with.
	close() error
}

// view is quads that don't change, whatever is written meanwhile, for any
// number of goroutines.
type view interface {
	// quads is Cayley's store.
	quads() cayley.QuadStore

	// scan calls f with the quads that fit p, until it returns false. It ends
	// with the error that kept it from being complete.
	scan(ctx context.Context, p pattern, f func(link) bool) error

	// ranked is a walk through the subjects that have an object by a predicate,
	// in the order of their ranks; fits is asked of the notes of those that are
	// taken. It has to be closed.
	ranked(ctx context.Context, object, predicate cayley.Ref, s stretch, fits func(note) bool) (*cursor, error)

	// holding is a walk through the documents that hold a word, by the
	// beginning of its keys, or their statements. It has to be closed.
	holding(ctx context.Context, word flat.Key, whole bool, s stretch) (*holding, error)

	// entries calls f with all keys of a table, and their values.
	entries(ctx context.Context, table byte, f func(key, value []byte)) error

	// subjects calls f with the quads of the subjects whose numbers are from
	// one up to another, both included, in order.
	subjects(ctx context.Context, from, to uint64, f func(numberedQuad)) error

	// every calls f with all quads, as they are found in the given direction.
	every(ctx context.Context, d quad.Direction, f func(link)) error

	// size is the number of quads.
	size(ctx context.Context) (int64, error)
}

// updater is a store that can be changed.
type updater interface {
	// update lets f change the quads, and keeps all its changes or none. There
	// is never more than one at a time.
	update(f func(w applier) error) error
}

// applier changes quads; a Cayley store is one.
type applier interface {
	ApplyDeltas(deltas []cayley.Delta, o cayley.IgnoreOpts) error
}

// link is a quad as a store numbers it.
type link struct{ subject, predicate, object, label cayley.Ref }

// pattern is a link with holes: nil is anything.
type pattern link

func (p pattern) fits(l link) bool {
	return (p.subject == nil || p.subject == l.subject) &&
		(p.predicate == nil || p.predicate == l.predicate) &&
		(p.object == nil || p.object == l.object) &&
		(p.label == nil || p.label == l.label)
}

// scan is how any Cayley store finds what fits a pattern: by its most telling
// direction.
func scan(ctx context.Context, v cayley.QuadStore, p pattern, f func(link) bool) error {
	var it cayley.Iterator
	switch {
	case p.subject != nil:
		it = v.QuadIterator(quad.Subject, p.subject)
	case p.label != nil:
		it = v.QuadIterator(quad.Label, p.label)
	case p.object != nil:
		it = v.QuadIterator(quad.Object, p.object)
	case p.predicate != nil:
		it = v.QuadIterator(quad.Predicate, p.predicate)
	default:
		it = v.QuadsAllIterator()
	}
	more := true
	for more && it.Next(ctx) {
		r := it.Result()
		l := link{
			v.QuadDirection(r, quad.Subject), v.QuadDirection(r, quad.Predicate),
			v.QuadDirection(r, quad.Object), v.QuadDirection(r, quad.Label),
		}
		if p.fits(l) {
			more = f(l)
		}
	}
	err := errors.Join(it.Err(), it.Close())
	if more && err == nil {
		err = ctx.Err() // an iteration that was cancelled looks complete
	}
	return err
}

// every is how any Cayley store finds all quads in a direction: node by node.
func every(ctx context.Context, v cayley.QuadStore, d quad.Direction, f func(link)) error {
	all := func(l link) bool { f(l); return true }
	nodes := v.NodesAllIterator()
	var err error
	for err == nil && nodes.Next(ctx) {
		r := nodes.Result()
		switch d {
		case quad.Subject:
			err = scan(ctx, v, pattern{subject: r}, all)
		case quad.Object:
			err = scan(ctx, v, pattern{object: r}, all)
		case quad.Label:
			err = scan(ctx, v, pattern{label: r}, all)
		}
	}
	return errors.Join(err, nodes.Err(), nodes.Close(), ctx.Err())
}
