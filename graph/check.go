package graph

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
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

// invariants is what must be so of the quads of each document, which are
// handed over in order. A check returns what is wrong.
var invariants = []struct {
	name  string
	check func(label ID, quads []Quad) []string
}{
	{"ledger", checkEntry},
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
// number and some quad, that each document has its record in the ledger, and
// what [invariants] says of each document. An error says that it couldn't be
// finished.
func (s *Store) Check(ctx context.Context) ([]Problem, error) {
	v, done, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	c := checker{view: v, seed: maphash.MakeSeed(), predicates: make(map[cayley.Ref]bool)}
	if err := c.graph(ctx); err != nil {
		return nil, fmt.Errorf("check store %s: %w", s.where, damaged(err))
	}
	if err := c.documents(ctx, s); err != nil {
		return nil, fmt.Errorf("check store %s: %w", s.where, err)
	}
	return c.problems, nil
}

type checker struct {
	view
	seed       maphash.Seed
	predicates map[cayley.Ref]bool
	problems   []Problem
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

// directions are the ways by which quads are looked up.
var directions = [...]struct {
	name    string
	pattern func(cayley.Ref) pattern
}{
	{"subject", func(r cayley.Ref) pattern { return pattern{subject: r} }},
	{"object", func(r cayley.Ref) pattern { return pattern{object: r} }},
	{"label", func(r cayley.Ref) pattern { return pattern{label: r} }},
}

// graph compares what is found by each index with all quads, node by node.
func (c *checker) graph(ctx context.Context) error {
	var whole tally
	err := c.links(ctx, pattern{}, func(l link) {
		c.add(&whole, l)
		c.predicates[l.predicate] = true
	})
	if err != nil {
		return err
	}
	var found [len(directions)]tally
	err = c.nodes(ctx, func(r cayley.Ref) error {
		used := c.predicates[r]
		for i, d := range directions {
			before := found[i].n
			if err := c.links(ctx, d.pattern(r), func(l link) { c.add(&found[i], l) }); err != nil {
				return err
			}
			used = used || found[i].n > before
		}
		if !used {
			c.say("", "node %v is in no quad", c.quads().NameOf(r))
		}
		return nil
	})
	for i, d := range directions {
		if found[i] != whole {
			c.say("", "%d quads are found by their %s, of %d", found[i].n, d.name, whole.n)
		}
	}
	return err
}

// links calls f with each quad that fits p.
func (c *checker) links(ctx context.Context, p pattern, f func(link)) error {
	return c.scan(ctx, p, func(l link) bool { f(l); return true })
}

// nodes calls f with each node, and reports those that aren't found by their
// value again.
func (c *checker) nodes(ctx context.Context, f func(cayley.Ref) error) error {
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
		if err == nil {
			err = f(r)
		}
	}
	if err == nil {
		err = flush()
	}
	return errors.Join(err, it.Err(), it.Close(), ctx.Err())
}

// documents looks at the quads of each document, and for quads of none.
func (c *checker) documents(ctx context.Context, s *Store) error {
	labels, err := s.sortedLabels(ctx)
	if err != nil {
		return err
	}
	n := int64(0)
	for _, l := range labels {
		var quads []Quad
		for q, err := range s.Labelled(ctx, l) {
			if err != nil {
				return err
			}
			quads = append(quads, q)
		}
		slices.SortFunc(quads, Quad.Compare)
		for i := range quads {
			if i > 0 && quads[i] == quads[i-1] {
				c.say(l, "quad %v is there twice", quads[i])
			}
		}
		for _, inv := range invariants {
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
	return nil
}
