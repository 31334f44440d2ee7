package graph

import (
	"errors"
	"fmt"

	"dossier/graph/pebblekv"
)

// What can be wrong with a store; test with errors.Is.
var (
	ErrNoStore  = errors.New("no store there")
	ErrVersion  = errors.New("store of another version")
	ErrDamaged  = errors.New("store damaged")
	ErrReadOnly = errors.New("store opened for reading only")
	ErrClosed   = errors.New("store is closed")
)

// LockedError says that another process is writing to the store.
type LockedError struct {
	Where string
	PID   int // the process, 0 when it can't be told
}

func (e *LockedError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("store %s is in use by another writer: wait for it to end", e.Where)
	}
	return fmt.Sprintf("store %s is in use by process %d, which writes to it: wait for it to end", e.Where, e.PID)
}

// damaged marks what the engine found to be damage as [ErrDamaged].
func damaged(err error) error {
	if err == nil || errors.Is(err, ErrDamaged) || !errors.Is(err, pebblekv.ErrDamaged) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}
