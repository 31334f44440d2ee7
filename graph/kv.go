package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	hidalgo "github.com/hidal-go/hidalgo/kv"

	"dossier/graph/pebblekv"
)

// The indexes that Cayley keeps. All four parts of a quad are in the first two,
// so that an entry is one quad: an index by fewer has a list of quads for a
// value, which is written anew with every batch that adds to it, and a hub's
// (who says the same of Russia in 10,000 documents) is long. What comes first
// is what is asked for: the quads of a subject, by predicate or all, and the
// subjects of a predicate and an object. Labels are found by their own index, or
// forgetting a document would read the whole store.
var (
	bySubject = kv.QuadIndex{Dirs: []quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}}
	byObject  = kv.QuadIndex{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject, quad.Label}}
	byLabel   = kv.QuadIndex{Dirs: []quad.Direction{quad.Label}}
	indexes   = []kv.QuadIndex{bySubject, byObject, byLabel}
)

// setIndexes tells Cayley the indexes of new stores, for which it has a
// variable only; the environment variable that it documents has no effect. An
// existing store keeps the ones it was made with.
var setIndexes = sync.OnceFunc(func() {
	kv.DefaultQuadIndexes = indexes
})

// kvBackend is Cayley's graph/kv on Pebble, read by Cayley and written by
// [kvWriter].
//
// Cayley remembers the numbers of nodes (2,000 IRIs in an LRU), also of nodes
// that are deleted while somebody reads; a number remembered wrongly ends in
// quads that say what nobody said. So readers have a Cayley store for each state
// of the store, which remembers that state, and the writer remembers nothing.
type kvBackend struct {
	db      *pebblekv.DB
	reading sync.WaitGroup // all views given out

	mu      sync.Mutex
	current *kvView
}

// kvView is what was committed at some moment.
type kvView struct {
	qs       cayley.QuadStore
	snapshot *pebblekv.Snapshot
	readers  int  // guarded by the backend's mu
	old      bool // there is a newer one
}

// createKV makes an empty store in the folder dir.
func createKV(dir string, files vfs.FS) (*kvBackend, error) {
	db, err := pebblekv.Open(dir, pebblekv.Options{FS: files, Create: true})
	if err != nil {
		return nil, err
	}
	setIndexes()
	if err := kv.Init(packed{db.Tx}, nil); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return newKV(db)
}

// openKV opens the store in the folder dir.
func openKV(dir string, readOnly bool) (*kvBackend, error) {
	db, err := pebblekv.Open(dir, pebblekv.Options{ReadOnly: readOnly})
	if err != nil {
		return nil, err
	}
	return newKV(db)
}

// newKV closes db when it fails.
func newKV(db *pebblekv.DB) (*kvBackend, error) {
	b := &kvBackend{db: db}
	err := checkIndexes(packed{db.Tx})
	if err == nil {
		err = b.show()
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return b, nil
}

// checkIndexes tells whether a store was made with the indexes that this
// program reads it by; with others it would find nothing.
func checkIndexes(db hidalgo.KV) error {
	want, err := json.Marshal(indexes)
	if err != nil {
		return err
	}
	return hidalgo.View(db, func(tx hidalgo.Tx) error {
		got, err := tx.Get(context.Background(), hidalgo.SKey("meta", "indexes"))
		switch {
		case errors.Is(err, hidalgo.ErrNotFound):
			return fmt.Errorf("%w: it holds no graph", ErrDamaged)
		case err == nil && !bytes.Equal(got, want):
			return fmt.Errorf("%w: it was made with other indexes than this program reads it by; export it with the program that made it, or ingest its articles into a new store", ErrVersion)
		}
		return err
	})
}

// cayleyStore is Cayley's store in db. Its Bloom filters take 300 MB whatever the
// size of the store, and reading all of it at each opening; Pebble has its own.
func cayleyStore(db hidalgo.KV) (cayley.QuadStore, error) {
	qs, err := kv.New(db, cayley.Options{kv.OptNoBloom: true})
	if errors.Is(err, cayley.ErrNotInitialized) {
		return nil, fmt.Errorf("%w: it holds no graph", ErrDamaged)
	}
	return qs, damaged(err)
}

// show lets readers see what is committed.
func (b *kvBackend) show() error {
	s := b.db.Snapshot()
	qs, err := cayleyStore(packed{func(write bool) (*pebblekv.Tx, error) {
		if write {
			return nil, hidalgo.ErrReadOnly
		}
		return s.Tx()
	}})
	if err != nil {
		return errors.Join(err, s.Close())
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	err = b.current.retire()
	b.current = &kvView{qs: qs, snapshot: s}
	return err
}

// retire lets go of a view when nobody reads it any more.
func (v *kvView) retire() error {
	if v == nil {
		return nil
	}
	v.old = true
	if v.readers > 0 {
		return nil
	}
	return v.snapshot.Close()
}

func (b *kvBackend) view() (view, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	v := b.current
	v.readers++
	b.reading.Add(1)
	return v, func() {
		defer b.reading.Done()
		b.mu.Lock()
		defer b.mu.Unlock()
		if v.readers--; v.old && v.readers == 0 {
			if err := v.snapshot.Close(); err != nil {
				b.db.Fail(err)
			}
		}
	}
}

func (v *kvView) quads() cayley.QuadStore { return v.qs }

func (v *kvView) size(ctx context.Context) (int64, error) {
	st, err := v.qs.Stats(ctx, false)
	if errors.Is(err, kv.ErrNoBucket) { // nothing was ever written
		return 0, nil
	}
	return st.Quads.Size, err
}

func (b *kvBackend) update(f func(applier) error) error {
	if err := b.db.Atomic(func() error { return f(kvWriter{b.db}) }); err != nil {
		return damaged(err)
	}
	return b.show()
}

func (b *kvBackend) close() error {
	b.reading.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	err := b.current.retire()
	return damaged(errors.Join(err, b.db.Close()))
}

// memory is a store that is gone with the process: Pebble on a file system in
// memory, so that whatever holds for the one holds for the other. (Cayley's own
// memstore has no locks, and takes the time of all quads to retract one.)
type memory struct{ *kvBackend }

func openMemory() (backend, error) {
	b, err := createKV("", vfs.NewMem())
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
