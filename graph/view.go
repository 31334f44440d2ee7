package graph

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// reader is a store in a folder, opened to be read: its newest view.
type reader struct {
	*kvBackend
	dir  string
	held *os.File // locked, so that the writer leaves the view alone
}

func openView(where string) (backend, error) {
	if err := checkVersion(where); err != nil {
		return nil, err
	}
	view, held, err := holdView(where)
	if err != nil {
		return nil, err
	}
	b, err := openHeld(view)
	if err != nil {
		return nil, errors.Join(err, held.Close())
	}
	return &reader{b, view, held}, nil
}

// holdView holds the newest view. One that goes before it is held has been
// replaced by a newer one.
func holdView(where string) (string, *os.File, error) {
	for {
		view, err := newestView(where)
		if err != nil {
			return "", nil, err
		}
		f, err := os.Open(filepath.Join(view, sumFile))
		if errors.Is(err, fs.ErrNotExist) {
			if again, err := newestView(where); err == nil && again == view {
				return "", nil, fmt.Errorf("%w: %s has no %s", ErrDamaged, view, sumFile)
			}
			continue
		}
		if err != nil {
			return "", nil, err
		}
		ok, err := tryLock(f, false)
		if err != nil {
			return "", nil, errors.Join(err, f.Close())
		}
		if _, err := os.Stat(view); ok && err == nil {
			return view, f, nil
		}
		if err := f.Close(); err != nil {
			return "", nil, err
		}
	}
}

func openHeld(view string) (*kvBackend, error) {
	if err := checkSums(view); err != nil {
		return nil, err
	}
	return openKV(view, true)
}

func (r *reader) update(func(applier) error) error { return ErrReadOnly }

func (r *reader) rewrite(func(updater) error) (backend, error) { return nil, ErrReadOnly }

func (r *reader) bytes() (int64, error) { return folderBytes(r.dir) }

func (r *reader) close() error { return errors.Join(r.kvBackend.close(), r.held.Close()) }
