package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// publishEvery bounds how far readers lag behind a writer, and how much
// writing is spent on them.
const publishEvery = 5 * time.Second

// writer is a store in a folder, opened to be changed.
type writer struct {
	*kvBackend
	where     string
	lock      *os.File
	work      string // the folder of the working copy
	changed   bool   // since the newest view was made
	written   bool   // since the working copy was made
	published time.Time
	replaced  bool // by another writer of this process, which has the lock
}

func openWork(where string, create bool) (backend, error) {
	err := checkVersion(where)
	if errors.Is(err, ErrNoStore) && create {
		err = mayCreate(where)
	}
	if err != nil {
		return nil, err
	}
	lock, err := lockStore(where)
	if err != nil {
		return nil, err
	}
	w := &writer{where: where, lock: lock, published: time.Now()}
	switch err = checkVersion(where); { // again, since others might have made it
	case err == nil:
		err = w.open()
	case errors.Is(err, ErrNoStore) && create:
		err = w.create()
	}
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return w, nil
}

func (w *writer) path(name string) string { return filepath.Join(w.where, name) }

// create makes an empty store. It is one when it has its STORE file, so that
// comes last.
func (w *writer) create() error {
	err := w.remove(func(name string) bool { return name != lockName })
	if err != nil {
		return err
	}
	w.work = w.path(workPrefix + "1")
	if w.kvBackend, err = createKV(w.work, nil); err != nil {
		return err
	}
	err = w.publish()
	if err == nil {
		err = writeFile(w.path(storeFile), sealed("dossier store "+storeVersion+"\nengine pebble\n"))
	}
	if err != nil {
		return errors.Join(err, w.kvBackend.close())
	}
	return nil
}

// open makes a working copy of the newest view, unless a crash left one.
func (w *writer) open() error {
	works, err := numbered(w.where, workPrefix)
	if err != nil {
		return err
	}
	crashed := len(works) > 0
	if crashed { // before the last one was in its place it had the same content
		w.work = works[len(works)-1]
	}
	err = w.remove(func(name string) bool {
		return strings.HasSuffix(name, tmpSuffix) || strings.HasPrefix(name, workPrefix) && w.path(name) != w.work
	})
	if err != nil {
		return err
	}
	if !crashed {
		view, err := newestView(w.where)
		if err != nil {
			return err
		}
		w.work = w.path(workPrefix + strconv.Itoa(number(view)))
		if err := copyView(view, w.work); err != nil {
			return err
		}
	}
	w.kvBackend, err = openKV(w.work, false)
	if err != nil && !crashed {
		return errors.Join(err, removeFolder(w.work))
	}
	if crashed && errors.Is(damaged(err), ErrDamaged) {
		return fmt.Errorf("%w; a writer crashed here: remove the folder %s to go back to what readers see", err, w.work)
	}
	w.changed, w.written = crashed, crashed
	return err
}

// remove removes the files and folders of the store that are unwanted.
func (w *writer) remove(unwanted func(name string) bool) error {
	entries, err := os.ReadDir(w.where)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if unwanted(e.Name()) {
			if err := os.RemoveAll(w.path(e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) update(f func(applier) error) error {
	if err := w.kvBackend.update(f); err != nil {
		return err
	}
	w.changed, w.written = true, true
	if time.Since(w.published) < publishEvery {
		return nil
	}
	return w.publish()
}

// publish makes a view of what is committed.
func (w *writer) publish() error {
	view, err := putView(w.where, w.db)
	if err != nil {
		return err
	}
	w.changed, w.published = false, time.Now()
	return removeViews(w.where, view)
}

// rewrite loads a new working copy under a temporary name, and makes a view of
// it. From then on it is the store: the old copy has the same content, so that
// a crash may leave both.
func (w *writer) rewrite(fill func(updater) error) (backend, error) {
	tmp := w.path("compact" + tmpSuffix)
	if err := os.RemoveAll(tmp); err != nil {
		return nil, err
	}
	if err := w.load(tmp, fill); err != nil {
		return nil, errors.Join(err, os.RemoveAll(tmp))
	}
	if err := os.RemoveAll(tmp); err != nil {
		return nil, err
	}
	next := &writer{where: w.where, lock: w.lock, published: time.Now()}
	view, err := newestView(w.where)
	if err != nil {
		return nil, err
	}
	next.work = w.path(workPrefix + strconv.Itoa(number(view)))
	if err := copyView(view, next.work); err != nil {
		return nil, err
	}
	if next.kvBackend, err = openKV(next.work, false); err != nil {
		return nil, err
	}
	w.replaced = true
	return next, removeViews(w.where, view)
}

// load fills a new store in the folder dir, and makes a view of it.
func (w *writer) load(dir string, fill func(updater) error) error {
	b, err := createKV(dir, nil)
	if err != nil {
		return err
	}
	if err = fill(b); err == nil {
		err = b.db.Compact(context.Background())
	}
	if err == nil {
		_, err = putView(w.where, b.db)
	}
	return errors.Join(err, b.close())
}

// close publishes what was changed. The working copy goes, unless the engine
// failed after something was written: then the next writer finds in it what was
// committed.
func (w *writer) close() error {
	if w.replaced {
		return errors.Join(w.kvBackend.close(), removeFolder(w.work))
	}
	failed := w.db.Err() != nil
	if failed && w.written {
		return w.lock.Close()
	}
	var err error
	if w.changed && !failed {
		err = w.publish()
	}
	if err = errors.Join(err, w.kvBackend.close()); err == nil {
		err = removeFolder(w.work)
	}
	return errors.Join(err, w.lock.Close())
}

func (w *writer) bytes() (int64, error) { return folderBytes(w.work) }
