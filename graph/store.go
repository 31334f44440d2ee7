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
	back *lease // nil once closed
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
	return &Store{where: where, options: o, back: &lease{backend: b}}
}

// Close waits for those who are reading or writing, and lets go of the store.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	old := s.back
	s.back = nil
	s.mu.Unlock()
	if old == nil {
		return nil
	}
	if err := old.retire(); err != nil {
		return fmt.Errorf("close store %s: %w", s.where, err)
	}
	return nil
}

// lease counts the readers of a backend, so that it isn't closed under them.
type lease struct {
	backend
	readers sync.WaitGroup
}

// retire closes the backend when its last reader is done. Nobody may begin to
// read it any more.
func (l *lease) retire() error {
	l.readers.Wait()
	return l.close()
}

// read is the backend to read from, until done is called.
func (s *Store) read(ctx context.Context) (b backend, done func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.back == nil {
		return nil, nil, ErrClosed
	}
	s.back.readers.Add(1)
	return s.back.backend, s.back.readers.Done, nil
}

// write is the backend to change, until done is called.
func (s *Store) write(ctx context.Context) (b backend, done func(), err error) {
	if s.options.ReadOnly {
		return nil, nil, ErrReadOnly
	}
	s.writing.Lock()
	b, read, err := s.read(ctx)
	if err != nil {
		s.writing.Unlock()
		return nil, nil, err
	}
	return b, func() { read(); s.writing.Unlock() }, nil
}
