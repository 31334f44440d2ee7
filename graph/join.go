package graph

import (
	"context"
	"errors"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
)

// Edge is a predicate with where it leads.
type Edge struct {
	By Predicate
	To Term
}

// Selection is what has an edge of each of some lists, one of several of a list,
// and holds some words, all of them as [Fold] makes them.
type Selection struct {
	All          [][]Edge // at least one list
	Since, Until string   // days of publication, as [Reader.Newest] has them
	Said         []string // words of a statement
	Text         []string // words of the text of its document
	Publisher    []string // words of the name of the publisher of its document

	// Of statements how likely right they are at least, and their classes, none
	// for all. Some may come that are less than one per cent less likely.
	Confidence float64
	Classes    []string
}

// joined calls f with what is selected in the order of ranks, those of one rank
// in no order, some perhaps several times, until it returns false. Of words that
// are longer than those of the keys, others come too that begin alike.
func (h *hop) joined(ctx context.Context, s Selection, f func(rankedNode) bool) (err error) {
	held, err := h.held(ctx, s)
	ends, e := h.ends(ctx, s)
	lanes := append(held, ends...) // those that tell most with least effort come first
	defer func() {
		for _, l := range lanes {
			err = errors.Join(err, l.close())
		}
	}()
	if err = errors.Join(err, e); err != nil {
		return err
	}
	var some, others []rankedNode
	for {
		next, ok := align(lanes)
		if !ok {
			return nil
		}
		some = lanes[len(held)].take(next, some[:0])
		for i, l := range lanes {
			if i != len(held) {
				others = l.take(next, others[:0])
				some = among(some, others)
			}
		}
		for _, n := range some {
			if n.fits && !f(n) {
				return nil
			}
		}
	}
}

// ends is what the lists of edges of a selection lead to.
func (h *hop) ends(ctx context.Context, s Selection) (lanes []lane, err error) {
	days := between(s.Since, s.Until)
	fits := func(n note) bool { return n.fits(s.Confidence, s.Classes) }
	for _, edges := range s.All {
		var u union
		for _, e := range edges {
			p, ok, err := h.pattern(ctx, want{predicate: e.By, object: e.To})
			if err != nil {
				return append(lanes, u), err
			}
			if !ok {
				continue
			}
			c, err := h.ranked(ctx, p.object, p.predicate, days, fits)
			if err != nil {
				return append(lanes, u), err
			}
			u = append(u, c)
		}
		lanes = append(lanes, u)
	}
	return lanes, nil
}

// held is what holds the words of a selection.
func (h *hop) held(ctx context.Context, s Selection) (lanes []lane, err error) {
	days := between(s.Since, s.Until)
	for _, held := range []struct {
		kind  byte
		words []string
		whole bool
	}{{wordOfName, s.Publisher, true}, {wordOfText, s.Text, true}, {wordOfText, s.Said, false}} {
		for _, w := range held.words {
			l, err := h.holding(ctx, termKey(held.kind, w), held.whole, days)
			if err != nil {
				return lanes, err
			}
			lanes = append(lanes, l)
		}
	}
	return lanes, nil
}

// align takes lanes to the next rank that all of them have. It goes on to a lane
// when those before it agree.
func align(lanes []lane) (last rank, ok bool) {
	for i := 0; i < len(lanes); i++ {
		lanes[i].seek(last)
		next, ok := lanes[i].at()
		if !ok {
			return rank{}, false
		}
		if last.before(next) && i > 0 {
			i = -1 // those before it are behind
		}
		last = next
	}
	return last, true
}

// among is those of some subjects that are among others, or in their documents.
func among(some, others []rankedNode) []rankedNode {
	return slices.DeleteFunc(some, func(n rankedNode) bool {
		return !slices.ContainsFunc(others, func(o rankedNode) bool {
			return o.node == n.node || o.node == 0 && o.label == n.label
		})
	})
}

// subjectsOf calls f with the subjects that have an object by a predicate, in the
// order of their ranks, until it returns false.
func (h *hop) subjectsOf(ctx context.Context, object, predicate cayley.Ref, f func(rankedNode) bool) error {
	c, err := h.ranked(ctx, object, predicate, always, nil)
	if err != nil {
		return err
	}
	for c.ok && f(c.head) {
		c.next()
	}
	return c.close()
}
