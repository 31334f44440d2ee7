package graph

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv/flat"
)

// Problem is something in a store that must not be.
type Problem struct {
	Where ID // a document, or "" when it concerns the store
	What  string
}

// String shows the problem on one line.
func (p Problem) String() string {
	if p.Where == "" {
		return p.What
	}
	return fmt.Sprintf("%s: %s", p.Where, p.What)
}

// invariant is something that must be so of the quads of each document, which
// are handed over in order. Its check returns what is wrong.
type invariant struct {
	name  string
	check func(label ID, quads []Quad) []string
}

// invariants is what [Store.Check] looks for in each document.
var invariants = []invariant{
	{"ledger", checkEntry},
	{"vocabulary", checkVocabulary},
}

// checkEntry wants one entry and one hash of a document in the ledger.
func checkEntry(label ID, quads []Quad) (wrong []string) {
	entries, hashes := 0, 0
	for _, q := range quads {
		switch {
		case q.Predicate == LedgerEntry && q.Subject == label && q.Object == Node(Ledger):
			entries++
		case q.Predicate == LedgerHash && q.Subject == label:
			hashes++
			if b, err := hex.DecodeString(q.Object.Text); err != nil || len(b) != 32 {
				wrong = append(wrong, fmt.Sprintf("content hash %v is none", q.Object))
			}
		case q.Predicate == LedgerEntry, q.Predicate == LedgerHash:
			wrong = append(wrong, fmt.Sprintf("quad %v is no record of it", q))
		}
	}
	if entries != 1 || hashes != 1 {
		wrong = append(wrong, fmt.Sprintf("the ledger has %d entries and %d content hashes of it", entries, hashes))
	}
	return wrong
}

// Check verifies that everything in the store is as it must be: that each quad
// is found by its subject, its object and its label, that each node has one
// number and some quad, that each document has its record in the ledger and is
// found by the words that it holds and no others, and what [invariants] says of
// each document. An error says that it couldn't be
// finished.
func (s *Store) Check(ctx context.Context) ([]Problem, error) { return s.check(ctx, invariants) }

func (s *Store) check(ctx context.Context, of []invariant) ([]Problem, error) {
	v, done, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	c := checker{view: v, seed: maphash.MakeSeed(), used: make(map[cayley.Ref]bool)}
	if err := c.graph(ctx); err != nil {
		return nil, fmt.Errorf("check store %s: %w", s.where, damaged(err))
	}
	if err := c.documents(ctx, s, of); err != nil {
		return nil, fmt.Errorf("check store %s: %w", s.where, err)
	}
	return c.problems, nil
}

type checker struct {
	view
	seed     maphash.Seed
	bits     []uint64            // the nodes that are in a quad, of those that are numbered
	used     map[cayley.Ref]bool // and others
	problems []Problem

	ranked, termed tally // the entries of the tables of objects and of terms as the documents have them
}

// use notes that a node is in a quad.
func (c *checker) use(r cayley.Ref) {
	n, ok := r.(kv.Int64Value)
	if !ok {
		c.used[r] = true
		return
	}
	if need := int(n/64) + 1; need > len(c.bits) {
		c.bits = append(c.bits, make([]uint64, need+need/4-len(c.bits))...)
	}
	c.bits[n/64] |= 1 << (n % 64)
}

func (c *checker) isUsed(r cayley.Ref) bool {
	if n, ok := r.(kv.Int64Value); ok {
		return int(n/64) < len(c.bits) && c.bits[n/64]&(1<<(n%64)) != 0
	}
	return c.used[r]
}

func (c *checker) say(where ID, format string, args ...any) {
	c.problems = append(c.problems, Problem{where, fmt.Sprintf(format, args...)})
}

// tally is a number for a set of quads that doesn't depend on their order, with
// which two ways to the same quads are compared.
type tally struct {
	n   int
	sum uint64
}

func (c *checker) add(t *tally, l link) {
	t.n++
	t.sum += maphash.Comparable(c.seed, l)
}

// addEntry adds an entry of a table.
func (c *checker) addEntry(t *tally, key, value []byte) {
	t.n++
	t.sum += maphash.Comparable(c.seed, [2]uint64{maphash.Bytes(c.seed, key), maphash.Bytes(c.seed, value)})
}

// graph compares what is found by each index with all quads, and looks for nodes
// that are in none.
func (c *checker) graph(ctx context.Context) error {
	var whole tally
	err := c.scan(ctx, pattern{}, func(l link) bool {
		c.add(&whole, l)
		c.use(l.subject)
		c.use(l.predicate)
		c.use(l.object)
		c.use(l.label)
		return true
	})
	if err != nil {
		return err
	}
	for _, d := range []quad.Direction{quad.Subject, quad.Object, quad.Label} {
		var found tally
		if err := c.every(ctx, d, func(l link) { c.add(&found, l) }); err != nil {
			return err
		}
		if found != whole {
			c.say("", "%d quads are found by their %v, of %d", found.n, d, whole.n)
		}
	}
	return c.nodes(ctx, func(r cayley.Ref) {
		if !c.isUsed(r) {
			c.say("", "node %v is in no quad", c.quads().NameOf(r))
		}
	})
}

// nodes calls f with each node, and reports those that aren't found by their
// value again.
func (c *checker) nodes(ctx context.Context, f func(cayley.Ref)) error {
	it := c.quads().NodesAllIterator()
	batch := make([]cayley.Ref, 0, hopBatch)
	flush := func() error {
		values, err := cayley.ValuesOf(ctx, c.quads(), batch)
		if err != nil {
			return err
		}
		refs, err := cayley.RefsOf(ctx, c.quads(), values)
		if err != nil {
			return err
		}
		for i, r := range batch {
			if refs[i] != r {
				c.say("", "node %v has the number %v, and is found as %v", values[i], r, refs[i])
			}
		}
		batch = batch[:0]
		return nil
	}
	var err error
	for err == nil && it.Next(ctx) {
		r := it.Result()
		batch = append(batch, r)
		if len(batch) == cap(batch) {
			err = flush()
		}
		f(r)
	}
	if err == nil {
		err = flush()
	}
	return errors.Join(err, it.Err(), it.Close(), ctx.Err())
}

// documents looks at the quads of each document, and for quads of none.
func (c *checker) documents(ctx context.Context, s *Store, of []invariant) error {
	labels, err := s.sortedLabels(ctx)
	if err != nil {
		return err
	}
	n := int64(0)
	for _, l := range labels {
		quads, err := c.document(ctx, l)
		if err != nil {
			return damaged(err)
		}
		slices.SortFunc(quads, Quad.Compare)
		for i := range quads {
			if i > 0 && quads[i] == quads[i-1] {
				c.say(l, "quad %v is there twice", quads[i])
			}
		}
		for _, inv := range of {
			for _, what := range inv.check(l, quads) {
				c.say(l, "%s: %s", inv.name, what)
			}
		}
		n += int64(len(quads))
	}
	size, err := c.size(ctx)
	if err != nil {
		return damaged(err)
	}
	if size != n {
		c.say("", "the store counts %d quads, and the documents of the ledger have %d", size, n)
	}
	return c.tables(ctx)
}

// document is the quads of a document. What is to be found by them is added up.
func (c *checker) document(ctx context.Context, label ID) (quads []Quad, err error) {
	h := hop{c.view, make(map[cayley.Ref]quad.Value)}
	p, ok, err := h.pattern(ctx, want{label: label})
	if err != nil || !ok {
		return nil, err
	}
	var d paper
	var links []link
	err = h.numbered(ctx, p, func(l link, q Quad) bool {
		quads, links = append(quads, q), append(links, l)
		if ofPaper(q.Predicate) {
			d.read(q.Subject, q.Predicate, q.Object.Text)
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	for i, q := range quads {
		c.addEntry(&c.ranked, links[i].numbers().objectKey(q.Subject), d.note(q.Subject))
	}
	return quads, d.terms(number64(p.label), func(key flat.Key, value []byte) error {
		c.addEntry(&c.termed, key, value)
		return nil
	})
}

// tables compares the tables whose keys tell of documents with what these say.
func (c *checker) tables(ctx context.Context) error {
	var ranked, termed tally
	err := c.entries(ctx, objectTable, func(key, value []byte) {
		_, note := cutNote(value)
		c.addEntry(&ranked, key, note)
	})
	if err == nil {
		err = c.entries(ctx, termTable, func(key, value []byte) { c.addEntry(&termed, key, value) })
	}
	if ranked != c.ranked {
		c.say("", "of %d entries of objects with their ranks and notes some are not as the %d of the documents", ranked.n, c.ranked.n)
	}
	if termed != c.termed {
		c.say("", "of %d entries of words some are not as the %d of the documents", termed.n, c.termed.n)
	}
	return damaged(err)
}
