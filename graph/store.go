package graph

import (
	"context"
	"fmt"
	"sync"
)

// Memory is the place of a store that is gone with the process.
const Memory = ":memory:"

// Options says how a store is opened.
type Options struct {
	ReadOnly bool // many may read while one writes
	Create   bool // make the store when there is none

	// Reader names the version of what reads articles; a document that
	// another version read counts as changed when it comes in again.
	Reader string
}

// Store holds the quads of documents. Its methods may be called from any number
// of goroutines; changes wait for each other, readers for nobody.
type Store struct {
	where   string
	options Options

	writing sync.Mutex // held by whoever changes the store

	mu   sync.Mutex
	back backend // nil once closed
}

// Open opens the store at where, a folder or [Memory]. Errors: [ErrNoStore]
// when it isn't there and is not to be created, [*LockedError] when another
// process writes to it, [ErrVersion] and [ErrDamaged].
func Open(ctx context.Context, where string, o Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var b backend
	var err error
	switch where {
	case Memory:
		b, err = openMemory()
	default:
		b, err = openFolder(where, o)
	}
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", where, damaged(err))
	}
	return newStore(where, o, b), nil
}

func newStore(where string, o Options, b backend) *Store {
	return &Store{where: where, options: o, back: b}
}

// Close waits for those who are reading or writing, and lets go of the store.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	old := s.replace(nil)
	if old == nil {
		return nil
	}
	if err := old.close(); err != nil {
		return fmt.Errorf("close store %s: %w", s.where, err)
	}
	return nil
}

// read is the quads to read, until done is called.
func (s *Store) read(ctx context.Context) (v view, done func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.back == nil {
		return nil, nil, ErrClosed
	}
	v, done = s.back.view()
	return v, done, nil
}

// write is the backend to change, until done is called.
func (s *Store) write(ctx context.Context) (b backend, done func(), err error) {
	if s.options.ReadOnly {
		return nil, nil, ErrReadOnly
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	s.writing.Lock()
	if s.back == nil { // set by holders of writing only
		s.writing.Unlock()
		return nil, nil, ErrClosed
	}
	return s.back, s.writing.Unlock, nil
}

// replace makes b the store, and gives back what was.
func (s *Store) replace(b backend) (old backend) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old, s.back = s.back, b
	return old
}
