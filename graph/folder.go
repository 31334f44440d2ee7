package graph

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"

	"dossier/graph/pebblekv"
)

// A store is a folder:
//
//	STORE    its version, written once
//	LOCK     locked by the writer, with the number of its process
//	view-N   the store as it was at some moment; the newest is the one to read
//	work     the writer's copy, while there is a writer or after it crashed
//
// Pebble lets one process at a time have a store, even to read it. So readers
// open a view, which never changes; the writer works on a copy, and every few
// seconds and at the end puts another view beside the last, whole before it
// gets its name. Copies share their files by hard links and cost next to
// nothing. A view is removed when it isn't the newest and nobody holds the lock
// on its sum file. After a crash the next writer goes on with the copy, in
// which the engine's log has all that was committed.
const (
	storeFile  = "STORE"
	lockName   = "LOCK"
	viewPrefix = "view-"
	workName   = "work"
	tmpSuffix  = ".tmp" // of what isn't whole yet
)

// storeVersion changes when an older program would misread a store.
const storeVersion = "1"

// publishEvery bounds how far readers lag behind a writer, and how much
// writing is spent on them.
const publishEvery = 5 * time.Second

func openFolder(where string, o Options) (backend, error) {
	if o.ReadOnly {
		return openView(where)
	}
	return openWork(where, o.Create)
}

// checkVersion tells whether where is a store that this program can read.
func checkVersion(where string) error {
	path := filepath.Join(where, storeFile)
	lines, err := readSealed(path)
	var pathErr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &pathErr) && !errors.Is(err, fs.ErrPermission):
		return ErrNoStore
	case err != nil:
		return err
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "dossier store ") {
		return fmt.Errorf("%w: %s doesn't say what store it is", ErrDamaged, path)
	}
	if v := strings.TrimPrefix(lines[0], "dossier store "); v != storeVersion {
		return fmt.Errorf("%w: it is version %s, this program reads version %s; export it with the program that wrote it, or ingest its articles into a new store", ErrVersion, v, storeVersion)
	}
	return nil
}

// writer is a store in a folder, opened to be changed.
type writer struct {
	*kvBackend
	where     string
	lock      *os.File
	changed   bool // since the newest view was made
	published time.Time
}

func openWork(where string, create bool) (backend, error) {
	err := checkVersion(where)
	made := errors.Is(err, ErrNoStore) && create
	if err != nil && !made {
		return nil, err
	}
	if made {
		if err := mayCreate(where); err != nil {
			return nil, err
		}
	}
	w := &writer{where: where, published: time.Now()}
	if w.lock, err = lockStore(where); err != nil {
		return nil, err
	}
	if err := w.open(made); err != nil {
		return nil, errors.Join(err, w.lock.Close())
	}
	return w, nil
}

// mayCreate makes the folder of a new store, unless something else is there. A
// store whose making was cut short has no STORE file, and is made again.
func mayCreate(where string) error {
	if err := os.MkdirAll(where, 0o777); err != nil {
		return err
	}
	entries, err := os.ReadDir(where)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if n := e.Name(); !strings.HasPrefix(n, storeFile) && n != lockName && !strings.HasPrefix(n, workName) && !strings.HasPrefix(n, viewPrefix) {
			return fmt.Errorf("%w, and none can be made in a folder that holds other things (%s)", ErrNoStore, n)
		}
	}
	return nil
}

// lockStore makes this process the writer.
func lockStore(where string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(where, lockName), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	ok, err := tryLock(f, true)
	if err == nil && !ok {
		data, _ := os.ReadFile(f.Name()) // the number is only told when it can be
		pid, _ := strconv.Atoi(strings.TrimSpace(string(data)))
		err = &LockedError{Where: where, PID: pid}
	}
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

func (w *writer) path(name string) string { return filepath.Join(w.where, name) }

// open makes the working copy, unless a crash left one, and opens it. A store
// that is being made gets its STORE file last.
func (w *writer) open(made bool) error {
	if err := w.tidy(made); err != nil {
		return err
	}
	work := w.path(workName)
	_, err := os.Stat(work)
	crashed := err == nil
	if !crashed && !made {
		views, err := w.views()
		if err != nil {
			return err
		}
		if err := copyView(views[len(views)-1], work); err != nil {
			return err
		}
	}
	db, err := pebblekv.Open(work, pebblekv.Options{Create: made})
	if err != nil {
		if crashed && errors.Is(err, pebblekv.ErrDamaged) {
			err = fmt.Errorf("%w; a writer crashed here: remove the folder %s to go back to what readers see", err, work)
		}
		return err
	}
	if made {
		err = initKV(db)
	}
	if err == nil {
		w.kvBackend, err = newKV(db)
	}
	if err != nil {
		return errors.Join(err, db.Close())
	}
	w.changed = crashed || made
	if made {
		return errors.Join(w.publish(), writeFile(w.path(storeFile), sealed("dossier store "+storeVersion+"\nengine pebble\n")))
	}
	return nil
}

// tidy removes what a crash left unfinished.
func (w *writer) tidy(all bool) error {
	entries, err := os.ReadDir(w.where)
	if err != nil {
		return err
	}
	for _, e := range entries {
		n := e.Name()
		if strings.HasSuffix(n, tmpSuffix) || all && n != lockName {
			if err := os.RemoveAll(w.path(n)); err != nil {
				return err
			}
		}
	}
	return nil
}

// views is the folders of the views, oldest first; there is always one.
func (w *writer) views() ([]string, error) { return views(w.where) }

func views(where string) ([]string, error) {
	entries, err := os.ReadDir(where)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if n := e.Name(); strings.HasPrefix(n, viewPrefix) && !strings.HasSuffix(n, tmpSuffix) {
			out = append(out, filepath.Join(where, n))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: %s holds no view", ErrDamaged, where)
	}
	slices.SortFunc(out, func(a, b string) int { return number(a) - number(b) })
	return out, nil
}

// number is the N of view-N.
func number(view string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(filepath.Base(view), viewPrefix)) // another name sorts first
	return n
}

// copyView makes a copy of a view that may be written to: tables never change
// once written, and are shared; the rest is copied.
func copyView(view, to string) error {
	if err := checkSums(view); err != nil {
		return err
	}
	entries, err := os.ReadDir(view)
	if err != nil {
		return err
	}
	tmp := to + tmpSuffix
	if err := os.Mkdir(tmp, 0o777); err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == sumFile {
			continue
		}
		from, to := filepath.Join(view, e.Name()), filepath.Join(tmp, e.Name())
		if filepath.Ext(from) == ".sst" && os.Link(from, to) == nil {
			continue
		}
		if err := copyFile(from, to); err != nil {
			return err
		}
	}
	return os.Rename(tmp, to)
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o666)
}

func (w *writer) update(f func(cayley.QuadStore) error) error {
	if err := w.kvBackend.update(f); err != nil {
		return err
	}
	w.changed = true
	if time.Since(w.published) < publishEvery {
		return nil
	}
	return w.publish()
}

// publish makes a view of what is committed, and removes old ones.
func (w *writer) publish() error {
	n := 1
	if views, err := w.views(); err == nil {
		n = number(views[len(views)-1]) + 1
	}
	view := w.path(viewPrefix + strconv.Itoa(n))
	if err := w.db.Checkpoint(view + tmpSuffix); err != nil {
		return damaged(err)
	}
	if err := putView(view); err != nil {
		return err
	}
	w.changed, w.published = false, time.Now()
	return w.removeViews()
}

// putView gives a finished view its name.
func putView(view string) error {
	if err := writeSums(view + tmpSuffix); err != nil {
		return err
	}
	if err := os.Rename(view+tmpSuffix, view); err != nil {
		return err
	}
	return syncDir(filepath.Dir(view))
}

// removeViews removes all views but the newest and those that are being read.
func (w *writer) removeViews() error {
	views, err := w.views()
	if err != nil {
		return err
	}
	for _, v := range views[:len(views)-1] {
		f, err := os.Open(filepath.Join(v, sumFile))
		if err != nil {
			return err
		}
		free, err := tryLock(f, true)
		if err == nil && free {
			err = errors.Join(os.Rename(v, v+tmpSuffix), os.RemoveAll(v+tmpSuffix))
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// close publishes what was changed. The working copy goes, unless the engine
// failed: then the next writer finds in it what was committed.
func (w *writer) close() error {
	if w.db.Err() != nil {
		return w.lock.Close()
	}
	var err error
	if w.changed {
		err = w.publish()
	}
	if err = errors.Join(err, w.kvBackend.close()); err == nil {
		err = w.removeWork()
	}
	return errors.Join(err, w.lock.Close())
}

func (w *writer) removeWork() error {
	work := w.path(workName)
	if err := os.Rename(work, work+tmpSuffix); err != nil {
		return err
	}
	return os.RemoveAll(work + tmpSuffix)
}

func (w *writer) rewrite(fill func(backend) error) (backend, error) {
	return nil, errors.New("not yet")
}

func (w *writer) bytes() (int64, error) { return folderBytes(w.path(workName)) }

// folderBytes is the room that the files of a folder take.
func folderBytes(dir string) (n int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		i, err := e.Info()
		if err == nil {
			n += i.Size()
		}
		return err
	})
	return n, err
}
