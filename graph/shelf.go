package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// Shelf is all documents of the store as they were at one moment, newest first,
// to be read by the thousand: they are known by their numbers, so that none is
// looked up by its name. It has to be closed.
type Shelf struct {
	Listings []Ref // of kind [ListingNode]

	nodes []cayley.Ref // of the documents of the listings
	hop   hop
	where string
	done  func()
}

// Shelf is the documents of the store.
func (s *Store) Shelf(ctx context.Context) (*Shelf, error) {
	v, done, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	shelf := &Shelf{hop: hop{v, make(map[cayley.Ref]quad.Value)}, where: s.where, done: done}
	if err := shelf.list(ctx); err != nil {
		done()
		return nil, fmt.Errorf("read store %s: %w", s.where, damaged(err))
	}
	return shelf, nil
}

// Close lets go of the documents.
func (s *Shelf) Close() { s.done() }

// list finds the documents. The label of a listing is its document.
func (s *Shelf) list(ctx context.Context) error {
	p, ok, err := s.hop.pattern(ctx, want{predicate: In, object: Node(Catalogue)})
	if err != nil || !ok {
		return err
	}
	type listed struct {
		Ref
		node cayley.Ref
	}
	var all []listed
	err = ahead(ctx, func(f func(link) bool) error { return s.hop.scan(ctx, p, f) }, p.fits, func(batch []link) ([]listed, error) {
		refs := make([]cayley.Ref, len(batch))
		for i, l := range batch {
			refs[i] = l.subject
		}
		values, err := cayley.ValuesOf(ctx, s.hop.quads(), refs)
		if err != nil {
			return nil, err
		}
		out := make([]listed, 0, len(batch))
		for i, v := range values {
			iri, _ := v.(quad.IRI)
			if r, ok := ParseRef(ID(iri)); ok {
				out = append(out, listed{r, batch[i].label})
			}
		}
		return out, nil
	}, func(some []listed) (bool, error) {
		all = append(all, some...)
		return true, nil
	})
	slices.SortFunc(all, func(a, b listed) int { return a.Compare(b.Ref) })
	for _, l := range all {
		s.Listings, s.nodes = append(s.Listings, l.Ref), append(s.nodes, l.node)
	}
	return err
}

// shelfChunk is how many documents are read at once, whose entities are all in
// memory then.
const shelfChunk = 64

// Entities calls f with the entities of the documents of Listings[from:to], in no
// order and from several goroutines at the same time. They are read in the
// order in which they are stored, which for many documents takes a fraction of
// what it takes one by one.
func (s *Shelf) Entities(ctx context.Context, from, to int, f func(listing int, entities []EntityInstance) error) error {
	return s.each(ctx, from, to, Contents, func(i int, t Term) error {
		c, err := unpackContents(s.Listings[i].Document(), t)
		if err != nil {
			return err
		}
		return f(i, c.Entities)
	})
}

// each calls f with the objects of documents by predicate p.
func (s *Shelf) each(ctx context.Context, from, to int, p Predicate, f func(int, Term) error) error {
	listings := make([]int, to-from)
	for i := range listings {
		listings[i] = from + i
	}
	return s.some(ctx, listings, p, f)
}

// some calls f with the objects of some documents by predicate p. It changes the
// order of the listings.
func (s *Shelf) some(ctx context.Context, listings []int, p Predicate, f func(int, Term) error) error {
	found, ok, err := s.hop.pattern(ctx, want{predicate: p})
	if err == nil && ok {
		err = s.chunks(ctx, listings, found.predicate, f)
	}
	if err != nil {
		return fmt.Errorf("read store %s: %w", s.where, damaged(err))
	}
	return nil
}

func (s *Shelf) chunks(ctx context.Context, order []int, p cayley.Ref, f func(int, Term) error) error {
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(nodeNumber(s.nodes[a]), nodeNumber(s.nodes[b])) })
	chunks := slices.Collect(slices.Chunk(order, shelfChunk))
	var next atomic.Int64
	errs := make([]error, min(runtime.GOMAXPROCS(0), len(chunks)))
	var wait sync.WaitGroup
	for w := range errs {
		wait.Go(func() {
			for errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= len(chunks) {
					return
				}
				errs[w] = s.chunk(ctx, chunks[i], p, f)
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}

// nodeNumber is the number of a node, by which it is stored; 0 when a store has
// none.
func nodeNumber(r cayley.Ref) kv.Int64Value {
	n, _ := r.(kv.Int64Value)
	return n
}

// chunk reads some documents.
func (s *Shelf) chunk(ctx context.Context, listings []int, p cayley.Ref, f func(int, Term) error) error {
	var whose []int
	var objects []cayley.Ref
	for _, i := range listings {
		err := s.hop.scan(ctx, pattern{subject: s.nodes[i], predicate: p}, func(l link) bool {
			whose, objects = append(whose, i), append(objects, l.object)
			return true
		})
		if err != nil {
			return err
		}
	}
	values, err := cayley.ValuesOf(ctx, s.hop.quads(), objects)
	if err != nil {
		return err
	}
	for i, v := range values {
		t, err := termOf(v)
		if err == nil {
			err = f(whose[i], t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
