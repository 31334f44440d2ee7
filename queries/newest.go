package queries

import (
	"iter"
	"slices"

	"dossier/graph"
)

// end is where an edge leads.
type end struct {
	by graph.Predicate
	to graph.Term
}

// ends are edges by some predicates to one node.
func ends(node graph.ID, by ...graph.Predicate) []end {
	out := make([]end, len(by))
	for i, p := range by {
		out[i] = end{p, graph.Node(node)}
	}
	return out
}

// texts are edges by one predicate to some texts.
func texts(by graph.Predicate, words []string) []end {
	out := make([]end, len(words))
	for i, w := range words {
		out[i] = end{by, graph.Text(w)}
	}
	return out
}

// newest is all that has an edge to one of the ends, of some days of
// publication, each once, newest first. It is found as it is asked for.
func (a *asking) newest(d days, ends ...end) iter.Seq2[graph.Ref, error] {
	seqs := make([]iter.Seq2[graph.Ref, error], len(ends))
	for i, e := range ends {
		seqs[i] = a.Newest(a.ctx, e.by, e.to, d.since, d.until)
	}
	if len(seqs) == 1 {
		return seqs[0]
	}
	return merged(seqs)
}

// merged is sequences in the order of [graph.Ref.Compare] as one, in which each
// ref comes once.
func merged(seqs []iter.Seq2[graph.Ref, error]) iter.Seq2[graph.Ref, error] {
	return func(yield func(graph.Ref, error) bool) {
		type head struct {
			graph.Ref
			next func() (graph.Ref, error, bool)
		}
		var heads []*head
		for _, s := range seqs {
			next, stop := iter.Pull2(s)
			defer stop()
			heads = append(heads, &head{next: next})
		}
		var last graph.ID
		for fresh := heads; ; {
			for _, h := range fresh {
				ref, err, ok := h.next()
				if err != nil {
					yield(graph.Ref{}, err)
					return
				}
				h.Ref = ref
				if !ok {
					h.next = nil
				}
			}
			var first *head
			for _, h := range heads {
				if h.next != nil && (first == nil || h.Compare(first.Ref) < 0) {
					first = h
				}
			}
			if first == nil {
				return
			}
			if first.ID != last && !yield(first.Ref, nil) {
				return
			}
			last, fresh = first.ID, []*head{first}
		}
	}
}

// among is the refs that are among others too, both in order.
func among(refs, others iter.Seq2[graph.Ref, error]) iter.Seq2[graph.Ref, error] {
	return func(yield func(graph.Ref, error) bool) {
		next, stop := iter.Pull2(others)
		defer stop()
		other, err, ok := next()
		if err == nil && !ok {
			return
		}
		for r, rerr := range refs {
			if rerr != nil {
				yield(r, rerr)
				return
			}
			for err == nil && ok && other.Compare(r) < 0 {
				other, err, ok = next()
			}
			switch {
			case err != nil:
				yield(graph.Ref{}, err)
				return
			case !ok:
				return
			case other.ID == r.ID && !yield(r, nil):
				return
			}
		}
	}
}

// How many refs are looked at at once: at first about as many as are asked for,
// then ever more.
const (
	batchFirst = 64
	batchMost  = 256
)

// batched is what f makes of a sequence, in batches that grow from n.
func batched[T, R any](seq iter.Seq2[T, error], n int, f func([]T) ([]R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		var none R
		var batch []T
		flush := func() bool {
			made, err := f(batch)
			if err != nil {
				yield(none, err)
				return false
			}
			for _, r := range made {
				if !yield(r, nil) {
					return false
				}
			}
			batch, n = batch[:0], min(2*n, batchMost)
			return true
		}
		for t, err := range seq {
			if err != nil {
				yield(none, err)
				return
			}
			if batch = append(batch, t); len(batch) >= n && !flush() {
				return
			}
		}
		if len(batch) > 0 {
			flush()
		}
	}
}

// records reads the statements among some refs that are wanted; limit is how
// many the one who asks wants, 0 all.
func (a *asking) records(refs iter.Seq2[graph.Ref, error], limit int, wanted func(graph.Sketch) bool) iter.Seq2[*graph.StatementRecord, error] {
	n := batchFirst
	if limit > 0 {
		n = min(limit, n)
	}
	return batched(refs, n, func(some []graph.Ref) ([]*graph.StatementRecord, error) {
		return a.Statements(a.ctx, slices.DeleteFunc(some, func(r graph.Ref) bool { return r.Kind != graph.StatementNode }), wanted)
	})
}

// collect is all refs of a sequence.
func collect(seq iter.Seq2[graph.Ref, error]) (all []graph.Ref, err error) {
	for r, err := range seq {
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}
