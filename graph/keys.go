package graph

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/cayleygraph/cayley/graph/kv"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"

	"dossier/extract/document"
	"dossier/graph/pebblekv"
)

// Cayley's graph/kv reads the store through [packed], which gives its keys the
// form that they have in the engine: a letter for the table, then numbers of as
// few bytes as they need, in the order of the numbers. That is half of what
// Cayley's own keys take, all of which goes through the log, the memory tables
// and every compaction. The values are Cayley's, but for the notes of objects.
const (
	metaTable    = 'm' // name → a counter or setting of Cayley's
	logTable     = 'g' // number → a node or a quad
	valueTable   = 'v' // hash of a value → number of its node
	subjectTable = 's' // subject, predicate, object, label → number of the quad
	objectTable  = 'o' // object, predicate, rank, subject, label → number of the quad, note of the subject
	labelTable   = 'l' // label → numbers of its quads
	usesTable    = 'p' // predicate → how many quads have it
	termTable    = 't' // word, rank of a document, label → where it stands in it, see terms.go
	bucketTable  = 'b' // marks of Cayley's that its tables are there
)

// hashBytes is how much of the hash of a value tells it: of a thousand million
// values two have the same with a chance of one in a hundred thousand million.
const hashBytes = 12

// appendNumber appends a number such that keys sort as their numbers do: how
// many bytes it has, and those, the highest first.
func appendNumber(k []byte, n uint64) []byte {
	size := (bits.Len64(n) + 7) / 8
	k = append(k, byte(size))
	for i := size - 1; i >= 0; i-- {
		k = append(k, byte(n>>(8*i)))
	}
	return k
}

// cutNumber takes the first number off a key.
func cutNumber(k []byte) (n uint64, rest []byte, ok bool) {
	if len(k) == 0 || k[0] > 8 || len(k) <= int(k[0]) {
		return 0, nil, false
	}
	size := int(k[0])
	for _, b := range k[1 : 1+size] {
		n = n<<8 | uint64(b)
	}
	return n, k[1+size:], true
}

func tableKey(table byte, numbers ...uint64) flat.Key {
	k := make([]byte, 1, 1+5*len(numbers))
	k[0] = table
	for _, n := range numbers {
		k = appendNumber(k, n)
	}
	return k
}

// numberedQuad is a quad as the store numbers it.
type numberedQuad struct{ subject, predicate, object, label uint64 }

func (q numberedQuad) subjectKey() flat.Key {
	return tableKey(subjectTable, q.subject, q.predicate, q.object, q.label)
}

func (q numberedQuad) objectKey(subject ID) flat.Key {
	k := appendRank(tableKey(objectTable, q.object, q.predicate), subject)
	return appendNumber(appendNumber(k, q.subject), q.label)
}

// note is what the table of objects tells of a subject: of a mention how often the
// document names the entity; of a statement how likely it is right in per cent,
// rounded down, and its class; of an event the day on which it happened, 0 when
// unknown; of a fact nothing. See [paper.note].
type note []byte

// classes of statements, by their numbers in notes.
var classes = [...]string{usualClass, string(document.Ask), string(document.Promise), string(document.Think)}

// otherClass is the number of a class that isn't one of them.
const otherClass = byte(len(classes))

func classNumber(class string) byte {
	if i := slices.Index(classes[:], cmp.Or(class, usualClass)); i >= 0 {
		return byte(i)
	}
	return otherClass
}

// percent is a confidence in per cent, rounded down, so that it is never more
// than that of another which is at least as large.
func percent(confidence float64) byte { return byte(100 * min(max(confidence, 0), 1)) }

// count is how many mentions a note tells.
func (n note) count() (int, error) {
	c, size := binary.Uvarint(n)
	if size <= 0 || c > math.MaxInt32 {
		return 0, fmt.Errorf("%w: a mention doesn't tell how many it is", ErrDamaged)
	}
	return int(c), nil
}

// happened is the day that the note of an event tells, "" when it is unknown; event
// is false for what has no such note.
func (n note) happened() (day string, event bool) {
	d, size := binary.Uvarint(n)
	return dayOf(d), size > 0
}

// fits tells whether it may be that of a statement that is at least so likely
// right and of one of some classes, of any when none is named.
func (n note) fits(confidence float64, of []string) bool {
	if confidence <= 0 && len(of) == 0 {
		return true
	}
	return len(n) == 2 && n[0] >= percent(confidence) && (len(of) == 0 || n[1] >= otherClass || slices.Contains(of, classes[n[1]]))
}

// cutNote parts a value of the table of objects before the note.
func cutNote(v []byte) (number []byte, of note) {
	_, n := binary.Uvarint(v)
	n = max(n, 0)
	return v[:n], v[n:]
}

func (q numberedQuad) link() link {
	return link{kv.Int64Value(q.subject), kv.Int64Value(q.predicate), kv.Int64Value(q.object), kv.Int64Value(q.label)}
}

// numbers is the quad as the store numbers it.
func (l link) numbers() numberedQuad {
	return numberedQuad{number64(l.subject), number64(l.predicate), number64(l.object), number64(l.label)}
}

var errKey = fmt.Errorf("%w: a key of an index can't be read", ErrDamaged)

// readSubjectKey is the quad of a key of the table of subjects.
func readSubjectKey(k []byte) (q numberedQuad, err error) {
	k = k[1:]
	for _, n := range []*uint64{&q.subject, &q.predicate, &q.object, &q.label} {
		var ok bool
		if *n, k, ok = cutNumber(k); !ok {
			return q, errKey
		}
	}
	return q, nil
}

// readObjectKey is the quad of a key of the table of objects, and the rank of
// its subject.
func readObjectKey(k []byte) (q numberedQuad, r rank, err error) {
	k = k[1:]
	var ok [5]bool
	q.object, k, ok[0] = cutNumber(k)
	q.predicate, k, ok[1] = cutNumber(k)
	r, _, k, ok[2] = cutRank(k)
	q.subject, k, ok[3] = cutNumber(k)
	q.label, _, ok[4] = cutNumber(k)
	if ok != [5]bool{true, true, true, true, true} {
		return q, r, errKey
	}
	return q, r, nil
}

// packed is the store as Cayley reads it. It is written by [kvWriter] alone, but
// for the settings that Cayley writes into a new one.
type packed struct {
	begin func(write bool) (*pebblekv.Tx, error)
}

func (packed) Close() error { return nil }

func (p packed) Tx(write bool) (hidalgo.Tx, error) {
	tx, err := p.begin(write)
	if err != nil {
		return nil, err
	}
	return packedTx{tx}, nil
}

type packedTx struct{ *pebblekv.Tx }

// flatKey is the key of the engine for one of Cayley's, or the prefix of keys
// for one of its prefixes.
func flatKey(k hidalgo.Key) (flat.Key, error) {
	var bucket, name []byte
	if len(k) > 0 {
		bucket = k[0]
	}
	if len(k) > 1 {
		name = k[1]
	}
	table, numbered := map[string]byte{"log": logTable, "spoc": subjectTable, "opsc": objectTable, "c": labelTable}[string(bucket)]
	switch {
	case numbered && len(name)%8 == 0:
		f := flat.Key{table}
		for ; len(name) > 0; name = name[8:] {
			f = appendNumber(f, binary.BigEndian.Uint64(name))
		}
		return f, nil
	case string(bucket) == "meta":
		return append(flat.Key{metaTable}, name...), nil
	case len(bucket) == 3 && bucket[0] == 'v' && len(name) >= hashBytes:
		return append(flat.Key{valueTable}, name[:hashBytes]...), nil
	}
	return nil, fmt.Errorf("graph: Cayley has no key %q", k)
}

// partial tells whether a key of Cayley's goes on behind the rank in a key of
// the table of objects, which Cayley doesn't know.
func partial(k hidalgo.Key) bool { return len(k) > 1 && string(k[0]) == "opsc" && len(k[1]) > 16 }

func (t packedTx) Get(ctx context.Context, k hidalgo.Key) (hidalgo.Value, error) {
	if partial(k) {
		it := t.Scan(k)
		defer it.Close()
		if it.Next(ctx) {
			return append(hidalgo.Value{}, it.Val()...), nil
		}
		return nil, cmp.Or(it.Err(), hidalgo.ErrNotFound)
	}
	f, err := flatKey(k)
	if err != nil {
		return nil, err
	}
	return t.Tx.Get(ctx, f)
}

func (t packedTx) GetBatch(ctx context.Context, keys []hidalgo.Key) ([]hidalgo.Value, error) {
	fs := make([]flat.Key, len(keys))
	for i, k := range keys {
		var err error
		if fs[i], err = flatKey(k); err != nil {
			return nil, err
		}
	}
	return t.Tx.GetBatch(ctx, fs)
}

func (t packedTx) Put(k hidalgo.Key, v hidalgo.Value) error {
	if len(k) == 2 && len(k[1]) == 0 {
		return t.Tx.Put(append(flat.Key{bucketTable}, k[0]...), v)
	}
	f, err := flatKey(k)
	if err != nil {
		return err
	}
	return t.Tx.Put(f, v)
}

func (t packedTx) Del(k hidalgo.Key) error {
	f, err := flatKey(k)
	if err != nil {
		return err
	}
	return t.Tx.Del(f)
}

func (t packedTx) Scan(prefix hidalgo.Key) hidalgo.Iterator {
	p := prefix
	var rest []byte
	if partial(prefix) {
		p, rest = hidalgo.Key{prefix[0], prefix[1][:16]}, prefix[1][16:]
	}
	f, err := flatKey(p)
	if err != nil {
		return &packedIterator{err: err}
	}
	return &packedIterator{Iterator: t.Tx.Scan(f), rest: rest, noted: f[0] == objectTable}
}

// packedIterator walks the keys with a prefix of Cayley's.
type packedIterator struct {
	flat.Iterator
	rest  []byte // of a prefix, what comes behind the rank
	noted bool   // the values have notes, which Cayley doesn't know
	err   error
}

func (i *packedIterator) Next(ctx context.Context) bool {
	for i.err == nil && i.Iterator.Next(ctx) {
		if len(i.rest) == 0 {
			return true
		}
		var q numberedQuad
		if q, _, i.err = readObjectKey(i.Iterator.Key()); i.err == nil && q.subject == binary.BigEndian.Uint64(i.rest) &&
			(len(i.rest) == 8 || q.label == binary.BigEndian.Uint64(i.rest[8:])) {
			return true
		}
	}
	return false
}

func (i *packedIterator) Err() error {
	if i.err != nil || i.Iterator == nil {
		return i.err
	}
	return i.Iterator.Err()
}

func (i *packedIterator) Close() error {
	if i.Iterator == nil {
		return i.err
	}
	return errors.Join(i.err, i.Iterator.Close())
}

// Val is the value as Cayley wrote it.
func (i *packedIterator) Val() hidalgo.Value {
	v := i.Iterator.Val()
	if i.noted {
		v, _ = cutNote(v)
	}
	return v
}

// Key is the key as the engine has it: Cayley never asks.
func (i *packedIterator) Key() hidalgo.Key { return hidalgo.Key{i.Iterator.Key()} }
