package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// Newest is the refs of all that has the object by predicate p, in the order of
// [Ref.Compare], of the days of publication from since until until, both
// included (ISO 8601, "" is open; with both open those of unknown days come
// last). They are found in that order: the first of a hub cost no more than
// those of anybody else. It ends with the error that kept it from being
// complete; a cancelled context is one.
func (r *Reader) Newest(ctx context.Context, p Predicate, object Term, since, until string) iter.Seq2[Ref, error] {
	return r.Select(ctx, Selection{All: [][]Edge{{{p, object}}}, Since: since, Until: until})
}

// Select is the refs of all that is selected, as Newest has them: nothing is
// named to find them but what is given, and a little of what comes next.
func (r *Reader) Select(ctx context.Context, s Selection) iter.Seq2[Ref, error] {
	return func(yield func(Ref, error) bool) {
		going := true
		err := r.st.hop(ctx, want{}, func(h hop, _ pattern) error {
			g := group{yield: func(ref Ref) bool {
				going = yield(ref, nil)
				return going
			}}
			err := ahead(ctx, func(f func(rankedNode) bool) error { return h.joined(ctx, s, f) },
				func(rankedNode) bool { return true }, func(batch []rankedNode) ([]rankedRef, error) { return h.refs(ctx, batch) },
				func(refs []rankedRef) (bool, error) {
					for _, x := range refs {
						r.met.add(h.view, x.ID, x.node)
						r.met.add(h.view, x.Document(), x.label)
					}
					return g.add(refs)
				})
			if err == nil && going {
				g.flush()
			}
			return err
		})
		if err != nil && going {
			yield(Ref{}, err)
		}
	}
}

// Mentions is how many documents name an entity, and how often they do in all;
// it may stop at enough mentions, where more don't matter, 0 is at none. Nothing
// is named to count them.
func (r *Reader) Mentions(ctx context.Context, entity ID, enough int) (documents, mentions int, err error) {
	err = r.st.hop(ctx, want{predicate: Of, object: Node(entity)}, func(h hop, p pattern) error {
		c, err := h.ranked(ctx, p.object, p.predicate, always, nil)
		if err != nil {
			return err
		}
		for ; c.ok && (enough == 0 || mentions < enough); c.next() {
			n, err := c.note().count()
			if err != nil {
				return errors.Join(err, c.close())
			}
			documents++
			mentions += n
		}
		return c.close()
	})
	return documents, mentions, err
}

// Glimpse is what is told of an event or a fact without naming it.
type Glimpse struct {
	Event    bool
	Happened string // of an event, as [Ref] has it

	rankedNode
}

// Compare orders as [Ref.Compare] does, but for documents of one day whose hashes
// begin alike; it is 0 for the same only.
func (g Glimpse) Compare(o Glimpse) int {
	return cmp.Or(g.rankedNode.compare(o.rankedNode), cmp.Compare(g.node, o.node))
}

// SameDocument tells whether two may be of one document.
func (g Glimpse) SameDocument(o Glimpse) bool { return g.document == o.document }

// Glimpses is the events and facts in which an entity has a part, as their
// subject or object, in the order of [Glimpse.Compare].
func (r *Reader) Glimpses(ctx context.Context, part Predicate, entity ID) iter.Seq2[Glimpse, error] {
	return func(yield func(Glimpse, error) bool) {
		err := r.st.hop(ctx, want{predicate: part, object: Node(entity)}, func(h hop, p pattern) error {
			c, err := h.ranked(ctx, p.object, p.predicate, always, nil)
			if err != nil {
				return err
			}
			for last := uint64(0); c.ok; c.next() {
				g := Glimpse{rankedNode: c.head}
				g.Happened, g.Event = c.note().happened()
				if g.node != last && !yield(g, nil) { // whatever documents say it
					break
				}
				last = g.node
			}
			return c.close()
		})
		if err != nil {
			yield(Glimpse{}, err)
		}
	}
}

// Named is the refs of some, in their order.
func (r *Reader) Named(ctx context.Context, some []Glimpse) (refs []Ref, err error) {
	nodes := make([]rankedNode, len(some))
	for i, g := range some {
		nodes[i] = g.rankedNode
	}
	err = r.st.hop(ctx, want{}, func(h hop, _ pattern) error {
		named, err := h.refs(ctx, nodes)
		for _, x := range named {
			r.met.add(h.view, x.ID, x.node)
			r.met.add(h.view, x.Document(), x.label)
			refs = append(refs, x.Ref)
		}
		return err
	})
	return refs, err
}

// Copies is the refs of what is a copy of something, by [StatementRecord.Copy] or
// that of a relation, newest first. Mostly there is none, which is told without
// naming anything.
func (r *Reader) Copies(ctx context.Context, of Ref, hash string) (copies []Ref, err error) {
	if hash == "" {
		return nil, nil
	}
	several := false
	err = r.st.hop(ctx, want{predicate: Copy, object: Text(hash)}, func(h hop, p pattern) error {
		n := 0
		err := h.subjectsOf(ctx, p.object, p.predicate, func(rankedNode) bool {
			n++
			return n < 2
		})
		several = n > 1
		return err
	})
	if err != nil || !several {
		return nil, err
	}
	all, err := r.Refs(ctx, Copy, Text(hash))
	return slices.DeleteFunc(all, func(o Ref) bool { return o.ID == of.ID }), err
}

// rankedRef is a subject with where it was found.
type rankedRef struct {
	Ref
	rankedNode
}

// refs names subjects, of which those that have no [Ref] are left out.
func (h *hop) refs(ctx context.Context, nodes []rankedNode) ([]rankedRef, error) {
	refs := make([]cayley.Ref, len(nodes))
	for i, n := range nodes {
		refs[i] = kv.Int64Value(n.node)
	}
	values, err := cayley.ValuesOf(ctx, h.quads(), refs)
	if err != nil {
		return nil, err
	}
	out := make([]rankedRef, 0, len(nodes))
	for i, v := range values {
		iri, ok := v.(quad.IRI)
		if !ok {
			return nil, fmt.Errorf("%w: subject %v is no node", ErrDamaged, v)
		}
		if r, ok := ParseRef(ID(iri)); ok {
			out = append(out, rankedRef{r, nodes[i]})
		}
	}
	return out, nil
}

// group is the refs of the documents of one rank, mostly one, which are put in
// order once they are all there.
type group struct {
	yield    func(Ref) bool
	document uint64
	refs     []Ref
}

func (g *group) add(refs []rankedRef) (more bool, err error) {
	for _, r := range refs {
		if r.document != g.document {
			if !g.flush() {
				return false, nil
			}
			g.document = r.document
		}
		g.refs = append(g.refs, r.Ref)
	}
	return true, nil
}

// flush hands out the group, each once, whatever documents say it.
func (g *group) flush() (more bool) {
	sortRefs(g.refs)
	for _, r := range slices.Compact(g.refs) {
		if !g.yield(r) {
			return false
		}
	}
	g.refs = g.refs[:0]
	return true
}
