package graph

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockAt is a byte beyond what is written to the file, which a lock would keep
// others from reading.
const lockAt = 1 << 30

// tryLock locks an open file, for one alone or together with others, until it
// is closed; the system lets go of it also when the process dies. It is false
// at once when somebody else's lock is in the way.
func tryLock(f *os.File, alone bool) (bool, error) {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if alone {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{Offset: lockAt})
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return false, nil
	}
	return false, &os.PathError{Op: "lock", Path: f.Name(), Err: err}
}
