package graph

import (
	"context"
	"iter"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
)

// Edge is a predicate with where it leads.
type Edge struct {
	By Predicate
	To Term
}

// Selection is what has an edge of each of some lists: one of several of a list.
type Selection struct {
	All          [][]Edge
	Since, Until string                 // days of publication, as [Reader.Newest] has them
	Publisher    func(name string) bool // whose documents count, nil is all; "" is of a document without one
}

// lane is subjects in the order of their ranks.
type lane interface {
	at() (rank string, ok bool)    // the rank of the next, not ok after the last
	seek(rank string)              // leaves out those of earlier ranks
	take(rank string) []rankedNode // those of a rank, which is that of the next
	close() error
}

// cursor is the subjects of one edge.
type cursor struct {
	open func(from rank, f func(rankedNode) bool) error
	next func() (rankedNode, bool)
	stop func()
	head rankedNode
	ok   bool
	err  error
}

func (h *hop) cursor(ctx context.Context, object, predicate cayley.Ref, from, to rank) *cursor {
	c := &cursor{open: func(from rank, f func(rankedNode) bool) error { return h.ranked(ctx, object, predicate, from, to, f) }}
	c.begin(from)
	return c
}

func (c *cursor) begin(from rank) {
	c.next, c.stop = iter.Pull(func(yield func(rankedNode) bool) {
		if err := c.open(from, yield); err != nil {
			c.err = err
		}
	})
	c.head, c.ok = c.next()
}

func (c *cursor) at() (string, bool) { return c.head.rank, c.ok }

// near is how many are passed by before it is cheaper to search.
const near = 32

func (c *cursor) seek(to string) {
	for n := 0; c.ok && c.head.rank < to; n++ {
		if n < near {
			c.head, c.ok = c.next()
			continue
		}
		c.stop()
		c.begin(rank(to))
	}
}

func (c *cursor) take(rank string) (some []rankedNode) {
	for c.ok && c.head.rank == rank {
		some = append(some, c.head)
		c.head, c.ok = c.next()
	}
	return some
}

func (c *cursor) close() error {
	c.stop()
	return c.err
}

// union is the subjects of any of several edges.
type union []*cursor

func (u union) at() (first string, ok bool) {
	for _, c := range u {
		if c.ok && (!ok || c.head.rank < first) {
			first, ok = c.head.rank, true
		}
	}
	return first, ok
}

func (u union) seek(rank string) {
	for _, c := range u {
		c.seek(rank)
	}
}

func (u union) take(rank string) (some []rankedNode) {
	for _, c := range u {
		some = append(some, c.take(rank)...)
	}
	return some
}

func (u union) close() error {
	var first error
	for _, c := range u {
		if err := c.close(); first == nil {
			first = err
		}
	}
	return first
}

// published is the listings of the documents of some publishers. Documents have
// no rank, so that those of a publisher can't be found newest first; but all
// those of one who isn't wanted are known once a few of them are met.
type published struct {
	*cursor
	ctx       context.Context
	hop       *hop
	predicate cayley.Ref // nil when no document has a publisher
	wanted    func(name string) bool
	no        map[uint64]bool // documents that aren't wanted
	known     map[cayley.Ref]*publisher
}

// publisher is one whose documents were met.
type publisher struct {
	wanted bool
	met    int // documents
}

// often is how many documents of a publisher who isn't wanted are met before it
// is cheaper to find all of them.
const often = 8

// at passes by those that are known not to be wanted; whether others are is
// looked up when all other lanes have come to them.
func (p *published) at() (string, bool) {
	for p.ok && p.no[p.head.label] {
		p.head, p.ok = p.next()
	}
	return p.head.rank, p.ok && p.err == nil
}

func (p *published) take(rank string) []rankedNode {
	return slices.DeleteFunc(p.cursor.take(rank), func(n rankedNode) bool { return !p.wants(n.label) })
}

func (p *published) wants(document uint64) bool {
	ok, err := p.find(document)
	if err != nil {
		p.err = err
	}
	return ok && err == nil
}

func (p *published) find(document uint64) (bool, error) {
	var by cayley.Ref
	if p.predicate != nil {
		err := p.hop.scan(p.ctx, pattern{subject: kv.Int64Value(document), predicate: p.predicate}, func(l link) bool {
			by = l.object
			return false
		})
		if err != nil {
			return false, err
		}
	}
	if by == nil {
		return p.wanted(""), nil
	}
	one := p.known[by]
	if one == nil {
		values, err := cayley.ValuesOf(p.ctx, p.hop.quads(), []cayley.Ref{by})
		if err != nil {
			return false, err
		}
		name, err := termOf(values[0])
		if err != nil {
			return false, err
		}
		one = &publisher{wanted: p.wanted(name.Text)}
		p.known[by] = one
	}
	if one.met++; one.wanted || one.met != often {
		return one.wanted, nil
	}
	return false, p.hop.scan(p.ctx, pattern{object: by, predicate: p.predicate}, func(l link) bool {
		p.no[number64(l.subject)] = true
		return true
	})
}

// joined calls f with what is selected in the order of ranks, those of one rank
// in no order, some perhaps several times, until it returns false.
func (h *hop) joined(ctx context.Context, s Selection, f func(rankedNode) bool) (err error) {
	from, to := ranks(s.Since, s.Until)
	var lanes []lane
	defer func() {
		for _, l := range lanes {
			if e := l.close(); err == nil {
				err = e
			}
		}
	}()
	for _, edges := range s.All {
		var u union
		for _, e := range edges {
			p, ok, err := h.pattern(ctx, want{predicate: e.By, object: e.To})
			if err != nil {
				return err
			}
			if ok {
				u = append(u, h.cursor(ctx, p.object, p.predicate, from, to))
			}
		}
		lanes = append(lanes, u)
	}
	if s.Publisher != nil {
		p, err := h.published(ctx, s.Publisher, from, to)
		if p == nil || err != nil {
			return err
		}
		lanes = append(lanes, p)
	}
	for {
		rank, ok := align(lanes)
		if !ok {
			return nil
		}
		some := lanes[0].take(rank)
		for _, l := range lanes[1:] {
			some = among(some, l.take(rank), s.Publisher != nil && l == lanes[len(lanes)-1])
		}
		for _, n := range some {
			if !f(n) {
				return nil
			}
		}
	}
}

// align takes lanes to the next rank that all of them have.
func align(lanes []lane) (string, bool) {
	last := ""
	for same := 0; same < len(lanes); {
		for _, l := range lanes {
			l.seek(last)
			rank, ok := l.at()
			if !ok {
				return "", false
			}
			if rank > last {
				last, same = rank, 0
			}
			same++
		}
	}
	return last, true
}

// among is those of some subjects that are among others, or in their documents.
func among(some, others []rankedNode, documents bool) []rankedNode {
	return slices.DeleteFunc(some, func(n rankedNode) bool {
		return !slices.ContainsFunc(others, func(o rankedNode) bool {
			return documents && o.label == n.label || !documents && o.node == n.node
		})
	})
}

// published is nil when the store lists no documents.
func (h *hop) published(ctx context.Context, wanted func(string) bool, from, to rank) (*published, error) {
	in, ok, err := h.pattern(ctx, want{predicate: In, object: Node(Catalogue)})
	if err != nil || !ok {
		return nil, err
	}
	by, _, err := h.pattern(ctx, want{predicate: Publisher})
	if err != nil {
		return nil, err
	}
	return &published{
		cursor: h.cursor(ctx, in.object, in.predicate, from, to), ctx: ctx, hop: h, predicate: by.predicate, wanted: wanted,
		no: make(map[uint64]bool), known: make(map[cayley.Ref]*publisher),
	}, nil
}
