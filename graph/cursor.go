package graph

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/hidal-go/hidalgo/kv/flat"

	"dossier/graph/pebblekv"
)

// rankedNode is a subject, as the store numbers it, with where it stands.
type rankedNode struct {
	rank
	node, label uint64 // node is 0 where only the document is known
	fits        bool   // what was asked for of its note
}

// lane is subjects in the order of their ranks.
type lane interface {
	at() (next rank, ok bool)                           // not ok after the last
	seek(to rank)                                       // passes by those of earlier ranks
	take(r rank, some []rankedNode) (more []rankedNode) // appends those of a rank, which is that of the next
	close() error
}

// keys are the keys with a prefix, which a rank follows in each, in order.
type keys struct {
	ctx    context.Context
	it     *pebblekv.Iterator
	prefix flat.Key
	ok     bool // there is one
}

// near is how many are passed by before it is cheaper to search.
const near = 8

func (v *kvView) keys(ctx context.Context, prefix, first, last flat.Key) (*keys, error) {
	tx, err := v.snapshot.Tx() // which needn't be closed
	if err != nil {
		return nil, err
	}
	k := &keys{ctx: ctx, it: tx.Range(first, last), prefix: slices.Clip(prefix)}
	k.next()
	return k, nil
}

func (k *keys) next() { k.ok = k.it.Next(k.ctx) }

func (k *keys) search(rest []byte) { k.ok = k.it.Seek(k.ctx, append(k.prefix, rest...)) }

func (k *keys) close() error { return cmp.Or(k.it.Err(), k.it.Close()) }

// cursor is the subjects that have an object by a predicate.
type cursor struct {
	*keys
	fits func(note) bool
	head rankedNode
	err  error
}

// ranked is a walk through what has an object by a predicate, of some ranks; fits
// is asked of the notes of those that are taken.
func (v *kvView) ranked(ctx context.Context, object, predicate cayley.Ref, s stretch, fits func(note) bool) (*cursor, error) {
	prefix := tableKey(objectTable, number64(object), number64(predicate))
	first := binary.BigEndian.AppendUint64(append(slices.Clip(prefix), isRanked), s.first)
	last := pebblekv.After(binary.BigEndian.AppendUint64(append(slices.Clip(prefix), isRanked), s.last))
	k, err := v.keys(ctx, prefix, first, last)
	if err != nil {
		return nil, err
	}
	c := &cursor{keys: k, fits: fits}
	c.read()
	return c, nil
}

// read takes the key apart to which it has come.
func (c *cursor) read() {
	if !c.ok {
		return
	}
	q, r, err := readObjectKey(c.it.Key())
	if err != nil {
		c.err, c.ok = err, false
	}
	c.head = rankedNode{rank: r, node: q.subject, label: q.label}
}

func (c *cursor) next() {
	c.keys.next()
	c.read()
}

// note is what is told of the subject.
func (c *cursor) note() note {
	_, note := cutNote(c.it.Val())
	return note
}

func (c *cursor) at() (rank, bool) { return c.head.rank, c.ok }

func (c *cursor) seek(to rank) {
	for n := 0; c.ok && c.head.before(to); n++ {
		if n < near {
			c.next()
			continue
		}
		c.search(to.appendTo(nil))
		c.read()
	}
}

func (c *cursor) take(r rank, some []rankedNode) []rankedNode {
	for c.ok && c.head.rank == r {
		c.head.fits = c.fits(c.note())
		some = append(some, c.head)
		c.next()
	}
	return some
}

func (c *cursor) close() error { return errors.Join(c.err, c.keys.close()) }

// union is the subjects of any of several edges.
type union []*cursor

func (u union) at() (first rank, ok bool) {
	for _, c := range u {
		if c.ok && (!ok || c.head.before(first)) {
			first, ok = c.head.rank, true
		}
	}
	return first, ok
}

func (u union) seek(to rank) {
	for _, c := range u {
		c.seek(to)
	}
}

func (u union) take(r rank, some []rankedNode) []rankedNode {
	for _, c := range u {
		some = c.take(r, some)
	}
	return some
}

func (u union) close() (err error) {
	for _, c := range u {
		err = errors.Join(err, c.close())
	}
	return err
}

// holding is what holds a word: documents, or statements by their documents and
// where they begin.
type holding struct {
	*keys
	whole bool         // it is documents, any position of which counts
	group []rankedNode // of one rank of documents, those that are still to come
	from  rank         // what was searched for last
	err   error
}

// holding is a walk through what holds a word.
func (v *kvView) holding(ctx context.Context, prefix flat.Key, whole bool, s stretch) (*holding, error) {
	first := binary.BigEndian.AppendUint64(slices.Clip(prefix), s.first)
	last := pebblekv.After(binary.BigEndian.AppendUint64(slices.Clip(prefix), s.last))
	k, err := v.keys(ctx, prefix, first, last)
	if err != nil {
		return nil, err
	}
	h := &holding{keys: k, whole: whole}
	h.load()
	return h, nil
}

// document is the rank of the document of the key to which it has come.
func (h *holding) document() uint64 {
	rest := h.it.Key()[len(h.prefix):]
	if len(rest) < 8 {
		return 0 // which load finds wrong
	}
	return binary.BigEndian.Uint64(rest)
}

// load reads the next documents of one rank, mostly one, that have anything.
func (h *holding) load() {
	h.group = h.group[:0]
	for h.ok && len(h.group) == 0 {
		for d := h.document(); h.ok && h.document() == d; h.next() {
			label, ok := readTermKey(h.it.Key()[len(h.prefix):])
			if !ok {
				h.err, h.ok = errKey, false
				return
			}
			if h.whole {
				h.group = append(h.group, rankedNode{rank: rank{document: d}, label: label})
				continue
			}
			if h.err = eachPosition(h.it.Val(), func(at uint64) {
				h.group = append(h.group, rankedNode{rank: rank{d, at}, label: label})
			}); h.err != nil {
				h.ok = false
				return
			}
		}
	}
	if !h.whole {
		slices.SortFunc(h.group, rankedNode.compare)
	}
}

func (r rankedNode) compare(o rankedNode) int {
	switch {
	case r.before(o.rank):
		return -1
	case o.before(r.rank):
		return 1
	}
	return 0
}

func (h *holding) at() (rank, bool) {
	switch {
	case len(h.group) == 0:
		return rank{}, false
	case h.whole && h.from.document == h.group[0].document:
		return h.from, true
	}
	return h.group[0].rank, true
}

func (h *holding) seek(to rank) {
	h.from = to
	for len(h.group) > 0 && h.group[0].document < to.document {
		for n := 0; h.ok && h.document() < to.document; n++ {
			if n < near {
				h.next()
				continue
			}
			h.search(binary.BigEndian.AppendUint64(nil, to.document))
		}
		h.load()
	}
	for !h.whole && len(h.group) > 0 && h.group[0].before(to) {
		if h.group = h.group[1:]; len(h.group) == 0 {
			h.load()
		}
	}
}

// take leaves the documents where they are, since more may be asked for of them.
func (h *holding) take(r rank, some []rankedNode) []rankedNode {
	if h.whole {
		return append(some, h.group...)
	}
	for len(h.group) > 0 && h.group[0].rank == r {
		some = append(some, h.group[0])
		if h.group = h.group[1:]; len(h.group) == 0 {
			h.load()
		}
	}
	return some
}

func (h *holding) close() error { return errors.Join(h.err, h.keys.close()) }
