package graph

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// A store is a folder:
//
//	STORE    its version, written once
//	LOCK     locked by the writer, with the number of its process
//	view-N   the store as it was at some moment; the newest is the one to read
//	work-N   the writer's copy of view-N, while there is a writer or after it crashed
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
	workPrefix = "work-"
	tmpSuffix  = ".tmp" // of what isn't whole yet
)

// storeVersion changes when an older program would misread a store.
const storeVersion = "4"

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
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
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
		if n := e.Name(); !strings.HasPrefix(n, storeFile) && n != lockName && !strings.HasPrefix(n, workPrefix) && !strings.HasPrefix(n, viewPrefix) {
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
