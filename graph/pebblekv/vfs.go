package pebblekv

import (
	"io"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// unlocked is a file system without locks: Pebble locks a store even to read
// it, which takes the right to write and keeps out a second reader.
type unlocked struct{ vfs.FS }

func (unlocked) Lock(string) (io.Closer, error) { return io.NopCloser(nil), nil }

// Unwrap is the file system below.
func (u unlocked) Unwrap() vfs.FS { return u.FS }

// stopping is a file system that stops whoever can't write to a file of the
// store. Pebble isn't up to that everywhere: it ends the program, or panics in
// goroutines of its own, or while it unlocks what it hasn't locked, which ends
// the program whatever is recovered. Other folders (a checkpoint) aren't
// concerned.
type stopping struct {
	vfs.FS
	d   *DB
	dir string
}

// Unwrap is the file system below.
func (s stopping) Unwrap() vfs.FS { return s.FS }

func (s stopping) Create(name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	return s.file(name)(s.FS.Create(name, c))
}

func (s stopping) ReuseForWrite(from, name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	return s.file(name)(s.FS.ReuseForWrite(from, name, c))
}

func (s stopping) file(name string) func(vfs.File, error) (vfs.File, error) {
	return func(f vfs.File, err error) (vfs.File, error) {
		if s.FS.PathDir(name) != s.FS.PathDir(s.FS.PathJoin(s.dir, "x")) {
			return f, err
		}
		s.d.stopOn(err)
		return written{f, s.d}, nil
	}
}

// written is a file of the store that is being written.
type written struct {
	vfs.File
	d *DB
}

func (f written) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	f.d.stopOn(err)
	return n, err
}

func (f written) Sync() error {
	err := f.File.Sync()
	f.d.stopOn(err)
	return err
}

func (f written) SyncData() error {
	err := f.File.SyncData()
	f.d.stopOn(err)
	return err
}

func (f written) SyncTo(length int64) (bool, error) {
	full, err := f.File.SyncTo(length)
	f.d.stopOn(err)
	return full, err
}

func (f written) Close() error {
	err := f.File.Close()
	f.d.stopOn(err)
	return err
}
