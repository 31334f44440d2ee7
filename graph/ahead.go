package graph

import (
	"cmp"
	"context"
	"errors"
	"runtime"
)

// firstBatch is how many are read at once at first, since some questions need
// one answer only. Each batch is a quarter larger than the one before, up to
// hopBatch: the first rows of an answer are soon there, and what was read ahead of
// them in vain is little.
const firstBatch = 16

// ahead reads what is wanted of what find comes upon, in batches, several at the
// same time, and hands what was read to give in the order of the batches, until
// that has had enough or ctx is cancelled. Only read is called from other goroutines; none is left
// when it returns.
func ahead[T, R any](ctx context.Context, find func(func(T) bool) error, wanted func(T) bool, read func([]T) (R, error), give func(R) (more bool, err error)) error {
	type reading struct {
		result R
		err    error
	}
	var under []chan reading // way, the first begun first
	more, failed := true, error(nil)
	next := func() {
		r := <-under[0]
		under = under[1:]
		if more && failed == nil {
			if failed = cmp.Or(r.err, ctx.Err()); failed == nil {
				more, failed = give(r.result)
			}
		}
	}
	batch := make([]T, 0, firstBatch)
	begin := func() {
		b, c := batch, make(chan reading, 1)
		batch = make([]T, 0, min(cap(b)+cap(b)/4, hopBatch))
		under = append(under, c)
		go func() {
			result, err := read(b)
			c <- reading{result, err}
		}()
	}
	err := find(func(t T) bool {
		if !wanted(t) {
			return true
		}
		if batch = append(batch, t); len(batch) == cap(batch) {
			begin()
			for len(under) > runtime.GOMAXPROCS(0) {
				next()
			}
		}
		return more && failed == nil
	})
	if err == nil && more && failed == nil && len(batch) > 0 {
		begin()
	}
	for len(under) > 0 {
		next()
	}
	return errors.Join(err, failed)
}
