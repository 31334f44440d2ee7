//go:build unix

package graph

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks an open file, for one alone or together with others, until it
// is closed; the kernel lets go of it also when the process dies. It is false
// at once when somebody else's lock is in the way.
func tryLock(f *os.File, alone bool) (bool, error) {
	how := syscall.LOCK_SH
	if alone {
		how = syscall.LOCK_EX
	}
	for {
		err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case !errors.Is(err, syscall.EINTR):
			return false, &os.PathError{Op: "lock", Path: f.Name(), Err: err}
		}
	}
}
