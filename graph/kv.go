package graph

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"

	"dossier/graph/pebblekv"
)

// The indexes that Cayley keeps. Subjects are found by object and predicate,
// so that a hub costs what it answers; the subject at the end keeps the entries
// of a hub apart, which would otherwise be one value, written anew with every
// batch. Labels are found by their own index, or forgetting a document would
// read the whole store.
var (
	bySubject = kv.QuadIndex{Dirs: []quad.Direction{quad.Subject, quad.Predicate}}
	byObject  = kv.QuadIndex{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}}
	byLabel   = kv.QuadIndex{Dirs: []quad.Direction{quad.Label}}
)

// setIndexes tells Cayley the indexes of new stores, for which it has a
// variable only; the environment variable that it documents has no effect. An
// existing store keeps the ones it was made with.
var setIndexes = sync.OnceFunc(func() {
	kv.DefaultQuadIndexes = []kv.QuadIndex{bySubject, byObject, byLabel}
})

// kvBackend is Cayley's graph/kv on Pebble.
//
// Cayley remembers the numbers of nodes (2,000 IRIs in an LRU), also those of
// a transaction that failed, and of nodes that are deleted while somebody
// reads; a number remembered wrongly ends in quads that say what nobody said.
// So the writer has a Cayley store of its own, given up after any error, and
// readers get a new one after each retraction.
type kvBackend struct {
	db      *pebblekv.DB
	writer  cayley.QuadStore
	readers atomic.Pointer[cayley.QuadStore]
}

// initKV makes an empty Cayley store in db.
func initKV(db *pebblekv.DB) error {
	setIndexes()
	err := kv.Init(db.KV(), nil)
	if errors.Is(err, cayley.ErrDatabaseExists) {
		return nil
	}
	return err
}

func newKV(db *pebblekv.DB) (*kvBackend, error) {
	b := &kvBackend{db: db}
	return b, b.renew()
}

// openKV is Cayley's store in db. Its Bloom filters take 300 MB whatever the
// size of the store, and reading all of it at each opening; Pebble has its own.
func openKV(db *pebblekv.DB) (cayley.QuadStore, error) {
	qs, err := kv.New(db.KV(), cayley.Options{kv.OptNoBloom: true})
	if errors.Is(err, cayley.ErrNotInitialized) {
		return nil, fmt.Errorf("%w: it holds no graph", ErrDamaged)
	}
	return qs, damaged(err)
}

// renew forgets all that Cayley remembers.
func (b *kvBackend) renew() (err error) {
	if b.writer, err = openKV(b.db); err != nil {
		return err
	}
	return b.renewReaders()
}

func (b *kvBackend) renewReaders() error {
	r, err := openKV(b.db)
	if err != nil {
		return err
	}
	b.readers.Store(&r)
	return nil
}

func (b *kvBackend) view() cayley.QuadStore { return *b.readers.Load() }

func (b *kvBackend) update(f func(cayley.QuadStore) error) error {
	err := b.db.Atomic(func() error { return f(b.writer) })
	switch {
	case err == nil:
		return b.renewReaders()
	case b.db.Err() == nil:
		return damaged(errors.Join(err, b.renew()))
	}
	return damaged(err)
}

func (b *kvBackend) close() error { return damaged(b.db.Close()) }

// memory is a store that is gone with the process: Pebble on a file system in
// memory, so that whatever holds for the one holds for the other. (Cayley's own
// memstore has no locks, and takes the time of all quads to retract one.)
type memory struct{ *kvBackend }

func openMemory() (backend, error) {
	db, err := pebblekv.Open("", pebblekv.Options{FS: vfs.NewMem(), Create: true})
	if err != nil {
		return nil, err
	}
	if err := initKV(db); err != nil {
		return nil, err
	}
	b, err := newKV(db)
	return memory{b}, err
}

func (m memory) rewrite(fill func(updater) error) (backend, error) {
	b, err := openMemory()
	if err != nil {
		return nil, err
	}
	if err := fill(b); err != nil {
		return nil, errors.Join(err, b.close())
	}
	return b, nil
}

func (m memory) bytes() (int64, error) { return 0, nil }
