//go:build linux || darwin || freebsd

package main

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// freeSpace is how many bytes the user can still write where path is, or in the
// nearest folder above it that exists.
func freeSpace(path string) (uint64, error) {
	for {
		var st unix.Statfs_t
		err := unix.Statfs(path, &st)
		if err == nil {
			return uint64(st.Bavail) * uint64(st.Bsize), nil
		}
		up := filepath.Dir(path)
		if !os.IsNotExist(err) || up == path {
			return 0, &os.PathError{Op: "statfs", Path: path, Err: err}
		}
		path = up
	}
}
