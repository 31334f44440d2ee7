package graph

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// rank is where the subject of a quad stands among those that have the same
// object by the same predicate: subjects with a [Ref] sort newest first, those
// of one document together. It is what [Ref.Compare] goes by first, so that the
// newest of a hub are found without looking at the others.
type rank []byte

// The first byte of a rank tells whether it is one; then come the day, counted
// backwards, and the first half of the hash of the document.
const (
	unranked  = 0
	isRanked  = 1
	rankBytes = 1 + 4 + 4
)

// rankOf is the rank of a subject.
func rankOf(id ID) rank {
	r, ok := ParseRef(id)
	if !ok {
		return rank{unranked}
	}
	var half [hashLen / 4]byte
	if _, err := hex.Decode(half[:], []byte(r.Hash[:hashLen/2])); err != nil {
		return rank{unranked} // a hash that no document has
	}
	return append(rankOfDay(r.Day, 0), half[:]...)
}

// rankOfDay is where the ranks of a day begin, or of one so many days of the
// calendar earlier; unknown days come last.
func rankOfDay(iso string, earlier uint32) rank {
	day, err := strconv.ParseUint(strings.ReplaceAll(iso, "-", ""), 10, 32)
	if err != nil {
		day = 0
	}
	return binary.BigEndian.AppendUint32(rank{isRanked}, math.MaxUint32-uint32(day)+earlier)
}

// cutRank takes a rank off a key.
func cutRank(k []byte) (r rank, rest []byte, ok bool) {
	n := 1
	if len(k) > 0 && k[0] != unranked {
		n = rankBytes
	}
	if len(k) < n {
		return nil, nil, false
	}
	return rank(k[:n]), k[n:], true
}

// ranks is where the ranks of the days from since until until begin and end. An
// empty end is open; with both open the unknown days are among them.
func ranks(since, until string) (from, to rank) {
	from, to = rank{isRanked}, rank{isRanked + 1}
	if until != "" {
		from, to = rankOfDay(until, 0), rankOfDay("", 0)
	}
	if since != "" {
		to = rankOfDay(since, 1)
	}
	return from, to
}

// rankedNode is a subject as the store numbers it.
type rankedNode struct {
	node  cayley.Ref
	label uint64
	rank  string
}

// day is the day of a rank, as [Ref] has it.
func (r rankedNode) day() string {
	return isoDay(fmt.Sprintf("%08d", math.MaxUint32-binary.BigEndian.Uint32([]byte(r.rank[1:5]))))
}

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
				func(rankedNode) bool { return true }, func(batch []rankedNode) ([]rankedRef, error) { return h.refs(ctx, batch) }, g.add)
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

// rankedRef is a subject with its rank.
type rankedRef struct {
	Ref
	rank string
}

// refs names subjects, of which those that have no [Ref] are left out.
func (h *hop) refs(ctx context.Context, nodes []rankedNode) ([]rankedRef, error) {
	refs := make([]cayley.Ref, len(nodes))
	for i, n := range nodes {
		refs[i] = n.node
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
			out = append(out, rankedRef{r, nodes[i].rank})
		}
	}
	return out, nil
}

// group is the refs that have the same rank, which are put in order once they
// are all there: mostly those of one document.
type group struct {
	yield func(Ref) bool
	rank  string
	refs  []Ref
}

func (g *group) add(refs []rankedRef) (more bool, err error) {
	for _, r := range refs {
		if r.rank != g.rank {
			if !g.flush() {
				return false, nil
			}
			g.rank = r.rank
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
