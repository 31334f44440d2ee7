package graph

import (
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// backend is where a store keeps its quads. Another one is one more
// implementation and one more line in backends_test.go.
type backend interface {
	// view is the quads as committed, for any number of readers at once. It
	// has to be asked for again for each question: the one given out before a
	// retraction may remember nodes that are gone.
	view() cayley.QuadStore

	// scan iterates over the quads of v that fit p and perhaps others.
	scan(v cayley.QuadStore, p pattern) cayley.Iterator

	updater

	// rewrite has fill load an empty store of the same kind, and returns it
	// once it has taken the place of this one, which goes on answering until it
	// is closed. Nothing changes when anything fails.
	rewrite(fill func(empty updater) error) (backend, error)

	// bytes is the room that the store takes, 0 when unknown.
	bytes() (int64, error)

	close() error
}

// updater is a store that can be changed.
type updater interface {
	// update lets f change the quads, and keeps all its changes or none. There
	// is never more than one at a time.
	update(f func(w cayley.QuadStore) error) error
}

// pattern is a quad with holes: nil is anything.
type pattern struct{ subject, predicate, object, label cayley.Ref }

// scan is the iterator that any Cayley store offers for a pattern: by its most
// telling direction.
func scan(v cayley.QuadStore, p pattern) cayley.Iterator {
	switch {
	case p.subject != nil:
		return v.QuadIterator(quad.Subject, p.subject)
	case p.label != nil:
		return v.QuadIterator(quad.Label, p.label)
	case p.object != nil:
		return v.QuadIterator(quad.Object, p.object)
	case p.predicate != nil:
		return v.QuadIterator(quad.Predicate, p.predicate)
	}
	return v.QuadsAllIterator()
}
