package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// kvWriter is Cayley's store, with removals that leave nothing behind. Cayley
// only flags a removed quad in its log, and leaves it in all indexes, which
// grow with each update of a document, and have to be read past for ever.
type kvWriter struct {
	cayley.QuadStore
	db hidalgo.KV
}

func (w kvWriter) ApplyDeltas(deltas []cayley.Delta, o cayley.IgnoreOpts) error {
	labels := make(map[quad.Value]bool)
	for _, d := range deltas {
		if d.Action == cayley.Delete {
			labels[d.Quad.Label] = true
		}
	}
	if len(labels) == 0 {
		return w.QuadStore.ApplyDeltas(deltas, o)
	}
	ctx := context.Background()
	tx, err := w.db.Tx(true)
	if err != nil {
		return err
	}
	defer tx.Close()
	ids, err := w.labelled(ctx, tx, labels)
	if err != nil {
		return err
	}
	if err := w.QuadStore.ApplyDeltas(deltas, o); err != nil {
		return err
	}
	return errors.Join(purge(ctx, tx, ids), tx.Commit(ctx))
}

// labelled is the numbers of the quads with any of the labels.
func (w kvWriter) labelled(ctx context.Context, tx hidalgo.Tx, labels map[quad.Value]bool) (ids []hidalgo.Key, err error) {
	for l := range labels {
		ref := w.ValueOf(l)
		if ref == nil {
			continue
		}
		list, err := tx.Get(ctx, byLabel.Key(numbers(ref)))
		if errors.Is(err, hidalgo.ErrNotFound) {
			continue
		}
		if err == nil {
			err = eachNumber(list, func(id uint64) error {
				ids = append(ids, logKey(id))
				return nil
			})
		}
		if err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// purge takes those of the quads that are deleted out of the indexes and the
// log.
func purge(ctx context.Context, tx hidalgo.Tx, ids []hidalgo.Key) error {
	values, err := tx.GetBatch(ctx, ids)
	if err != nil {
		return err
	}
	gone := make(map[uint64]bool, len(ids))
	var entries []hidalgo.Key
	seen := make(map[string]bool)
	for i, v := range values {
		var q proto.Primitive
		if err := q.Unmarshal(v); err != nil {
			return fmt.Errorf("%w: a quad can't be decoded: %w", ErrDamaged, err)
		}
		if !q.Deleted {
			continue
		}
		gone[q.ID] = true
		for _, index := range indexes {
			k := index.KeyFor(&q)
			if name := string(k[0]) + string(k[1]); !seen[name] {
				seen[name] = true
				entries = append(entries, k)
			}
		}
		if err := tx.Del(ids[i]); err != nil {
			return err
		}
	}
	lists, err := tx.GetBatch(ctx, entries)
	if err != nil {
		return err
	}
	for i, list := range lists {
		if err := without(tx, entries[i], list, gone); err != nil {
			return err
		}
	}
	return nil
}

// without writes an entry of an index anew, without what is gone.
func without(tx hidalgo.Tx, entry hidalgo.Key, list []byte, gone map[uint64]bool) error {
	kept := make([]byte, 0, len(list))
	err := eachNumber(list, func(id uint64) error {
		if !gone[id] {
			kept = binary.AppendUvarint(kept, id)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(kept) == 0 {
		return tx.Del(entry)
	}
	return tx.Put(entry, kept)
}

// eachNumber calls f with the numbers of a list of an index.
func eachNumber(list []byte, f func(uint64) error) error {
	for len(list) > 0 {
		id, n := binary.Uvarint(list)
		if n <= 0 {
			return fmt.Errorf("%w: a list of quads ends in the middle of a number", ErrDamaged)
		}
		list = list[n:]
		if err := f(id); err != nil {
			return err
		}
	}
	return nil
}
