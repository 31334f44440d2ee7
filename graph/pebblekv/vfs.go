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
