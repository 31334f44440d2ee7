package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv/flat"

	"dossier/graph/pebblekv"
)

// kvWriter writes what Cayley reads. Cayley's own writer looks each quad up
// three times that the ledger knows to be new, keeps a count of references with
// each node, under a key of its own, and leaves removed quads in all indexes.
type kvWriter struct{ db *pebblekv.DB }

// ApplyDeltas removes and adds quads, in this order. What is there already or
// isn't there is ignored.
func (w kvWriter) ApplyDeltas(deltas []cayley.Delta, _ cayley.IgnoreOpts) error {
	tx, err := w.db.Tx(true)
	if err != nil {
		return err
	}
	defer tx.Close()
	ctx := context.Background()
	c := kvChange{tx: tx, numbers: make(map[quad.Value]uint64), uses: make(map[uint64]int64)}
	for _, step := range []func(context.Context, []cayley.Delta) error{c.begin, c.unterm, c.remove, c.add, c.term, c.end} {
		if err := step(ctx, deltas); err != nil {
			return err
		}
	}
	return tx.Commit(ctx)
}

// kvChange is one change of the store.
type kvChange struct {
	tx            *pebblekv.Tx
	numbers       map[quad.Value]uint64 // of all values of the change, 0 while one isn't in the store
	uses          map[uint64]int64      // by how much the number of quads with a predicate changes
	size, horizon uint64                // quads, and the last number given away
	first         uint64                // the first number that this change gives away
	papers        map[quad.Value]*paper // the documents that are added, by label
	buf           [2 * binary.MaxVarintLen64]byte
}

// The names of Cayley's counters.
const (
	sizeKey    = "size"
	horizonKey = "horizon"
)

func metaKey(name string) flat.Key { return append(flat.Key{metaTable}, name...) }

func valueKey(v quad.Value) flat.Key {
	return append(flat.Key{valueTable}, quad.HashOf(v)[:hashBytes]...)
}

// begin reads the counters and looks all values up, each once.
func (c *kvChange) begin(ctx context.Context, deltas []cayley.Delta) error {
	meta, err := c.tx.GetBatch(ctx, []flat.Key{metaKey(sizeKey), metaKey(horizonKey)})
	if err != nil {
		return err
	}
	for i, n := range []*uint64{&c.size, &c.horizon} {
		if len(meta[i]) == 8 {
			*n = binary.LittleEndian.Uint64(meta[i])
		}
	}
	c.first = c.horizon + 1
	var values []quad.Value
	var keys []flat.Key
	for i := range deltas {
		for _, v := range parts(&deltas[i].Quad) {
			if _, ok := c.numbers[v]; !ok {
				c.numbers[v] = 0
				values, keys = append(values, v), append(keys, valueKey(v))
			}
		}
	}
	found, err := c.tx.GetBatch(ctx, keys)
	if err != nil {
		return err
	}
	for i, b := range found {
		if b != nil {
			c.numbers[values[i]], _ = binary.Uvarint(b)
		}
	}
	return nil
}

func parts(q *quad.Quad) [4]quad.Value {
	return [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label}
}

// numbered is a quad of the change; ok is false when a part of it isn't in the
// store.
func (c *kvChange) numbered(q *quad.Quad) (n numberedQuad, ok bool) {
	n = numberedQuad{c.numbers[q.Subject], c.numbers[q.Predicate], c.numbers[q.Object], c.numbers[q.Label]}
	return n, n.subject != 0 && n.predicate != 0 && n.object != 0 && n.label != 0
}

func subjectOf(q *quad.Quad) ID {
	iri, _ := q.Subject.(quad.IRI)
	return ID(iri)
}

// next gives a number away.
func (c *kvChange) next() uint64 {
	c.horizon++
	return c.horizon
}

func (c *kvChange) putNumber(k flat.Key, n uint64) error {
	return c.tx.Put(k, c.buf[:binary.PutUvarint(c.buf[:], n)])
}

// putLog writes a node or a quad where it is found by its number.
func (c *kvChange) putLog(p *proto.Primitive) error {
	b, err := p.Marshal()
	if err != nil {
		return err
	}
	return c.tx.Put(tableKey(logTable, p.ID), b)
}

// add adds the quads that are to be added. The new nodes are numbered in the
// order in which they come, so that those of one document lie together.
func (c *kvChange) add(ctx context.Context, deltas []cayley.Delta) error {
	for i := range deltas {
		if deltas[i].Action != cayley.Add {
			continue
		}
		for _, v := range parts(&deltas[i].Quad) {
			if c.numbers[v] != 0 {
				continue
			}
			if err := c.addNode(v); err != nil {
				return err
			}
		}
	}
	last := c.horizon // of the nodes
	c.papers = papersOf(deltas, cayley.Add)
	lists := make(map[uint64][]byte)
	for i := range deltas {
		if deltas[i].Action != cayley.Add {
			continue
		}
		q, _ := c.numbered(&deltas[i].Quad)
		there, err := c.has(ctx, q)
		if err != nil {
			return err
		}
		if there {
			continue
		}
		id := c.next()
		if err := c.addQuad(q, id, &deltas[i].Quad); err != nil {
			return err
		}
		lists[q.label] = binary.AppendUvarint(lists[q.label], id)
	}
	for label, list := range lists {
		k := tableKey(labelTable, label)
		if label < c.first || label > last {
			old, err := c.tx.Get(ctx, k)
			if err != nil && !errors.Is(err, flat.ErrNotFound) {
				return err
			}
			list = append(old, list...)
		}
		if err := c.tx.Put(k, list); err != nil {
			return err
		}
	}
	return nil
}

func (c *kvChange) addNode(v quad.Value) error {
	b, err := pquads.MarshalValue(v)
	if err != nil {
		return err
	}
	n := c.next()
	c.numbers[v] = n
	if err := c.putNumber(valueKey(v), n); err != nil {
		return err
	}
	return c.putLog(&proto.Primitive{ID: n, Value: b})
}

// has tells whether a quad is there already. One with a part that is new isn't.
func (c *kvChange) has(ctx context.Context, q numberedQuad) (bool, error) {
	if max(q.subject, q.predicate, q.object, q.label) >= c.first {
		return false, nil
	}
	_, err := c.tx.Get(ctx, q.subjectKey())
	if errors.Is(err, flat.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

func (c *kvChange) addQuad(q numberedQuad, id uint64, named *quad.Quad) error {
	c.size++
	c.uses[q.predicate]++
	if err := c.putNumber(q.subjectKey(), id); err != nil {
		return err
	}
	subject := subjectOf(named)
	value := append(binary.AppendUvarint(c.buf[:0], id), c.papers[named.Label].note(subject)...)
	if err := c.tx.Put(q.objectKey(subject), value); err != nil {
		return err
	}
	return c.putLog(&proto.Primitive{ID: id, Subject: q.subject, Predicate: q.predicate, Object: q.object, Label: q.label})
}

// remove removes the quads that are to be removed, and the nodes that are in no
// other.
func (c *kvChange) remove(ctx context.Context, deltas []cayley.Delta) error {
	gone := make(map[uint64]map[uint64]bool) // quads, by their label
	for i := range deltas {
		if deltas[i].Action != cayley.Delete {
			continue
		}
		q, ok := c.numbered(&deltas[i].Quad)
		if !ok {
			continue
		}
		b, err := c.tx.Get(ctx, q.subjectKey())
		if errors.Is(err, flat.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		id, _ := binary.Uvarint(b)
		for _, k := range []flat.Key{q.subjectKey(), q.objectKey(subjectOf(&deltas[i].Quad)), tableKey(logTable, id)} {
			if err := c.tx.Del(k); err != nil {
				return err
			}
		}
		c.size--
		c.uses[q.predicate]--
		if gone[q.label] == nil {
			gone[q.label] = make(map[uint64]bool)
		}
		gone[q.label][id] = true
	}
	for label, ids := range gone {
		if err := c.unlist(ctx, label, ids); err != nil {
			return err
		}
	}
	if len(gone) == 0 {
		return nil
	}
	if err := c.count(ctx); err != nil {
		return err
	}
	return c.removeNodes(ctx)
}

// unlist takes quads off the list of a label.
func (c *kvChange) unlist(ctx context.Context, label uint64, gone map[uint64]bool) error {
	k := tableKey(labelTable, label)
	list, err := c.tx.Get(ctx, k)
	if err != nil {
		return err
	}
	kept := list[:0]
	err = eachNumber(list, func(id uint64) error {
		if !gone[id] {
			kept = binary.AppendUvarint(kept, id)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(kept) == 0 {
		return c.tx.Del(k)
	}
	return c.tx.Put(k, kept)
}

// removeNodes removes those nodes of the change that are in no quad.
func (c *kvChange) removeNodes(ctx context.Context) error {
	tables := []byte{subjectTable, objectTable, labelTable, usesTable}
	var values []quad.Value
	var prefixes []flat.Key
	for v, n := range c.numbers {
		if n == 0 {
			continue
		}
		values = append(values, v)
		for _, t := range tables {
			prefixes = append(prefixes, tableKey(t, n))
		}
	}
	found, err := c.tx.Any(ctx, prefixes)
	if err != nil {
		return err
	}
	for i, v := range values {
		at := i * len(tables)
		if found[at] || found[at+1] || found[at+2] || found[at+3] {
			continue
		}
		if err := errors.Join(c.tx.Del(valueKey(v)), c.tx.Del(tableKey(logTable, c.numbers[v]))); err != nil {
			return err
		}
		c.numbers[v] = 0
	}
	return nil
}

// count writes how many quads have each predicate: there is no index by which
// they would be found.
func (c *kvChange) count(ctx context.Context) error {
	for p, n := range c.uses {
		k := tableKey(usesTable, p)
		b, err := c.tx.Get(ctx, k)
		if err != nil && !errors.Is(err, flat.ErrNotFound) {
			return err
		}
		old, _ := binary.Uvarint(b)
		if n += int64(old); n < 0 {
			return fmt.Errorf("%w: fewer quads are counted than there are", ErrDamaged)
		}
		if n == 0 {
			err = c.tx.Del(k)
		} else {
			err = c.putNumber(k, uint64(n))
		}
		if err != nil {
			return err
		}
	}
	clear(c.uses)
	return nil
}

// end writes the counters.
func (c *kvChange) end(ctx context.Context, _ []cayley.Delta) error {
	if err := c.count(ctx); err != nil {
		return err
	}
	for _, m := range []struct {
		name string
		n    uint64
	}{{sizeKey, c.size}, {horizonKey, c.horizon}} {
		if err := c.tx.Put(metaKey(m.name), binary.LittleEndian.AppendUint64(nil, m.n)); err != nil {
			return err
		}
	}
	return nil
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
