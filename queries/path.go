package queries

import (
	"cmp"
	"context"
	"slices"

	"dossier/graph"
)

// PathRequest asks how two entities are connected.
type PathRequest struct {
	A, B    string // as [Resolve] takes them
	MaxHops int    // 0 is 3
	First   bool   // take the best of several that a name fits
	Limit   int    // of paths, 0 is no limit
}

// Bounds of the search for a path, by which one between two hubs ends too.
const (
	defaultHops = 3
	pathNodes   = 300 // entities whose neighbours are looked at
	pathSaid    = 100 // statements of an entity that count as ties, the newest
	pathMost    = 200 // paths of the least length that are weighed
)

// Path lists the shortest ways from A to B over statements, and over events and
// facts that are asserted; the best evidenced first, which is the one whose
// weakest step rests on most.
func Path(ctx context.Context, st *graph.Store, r PathRequest) Rows[PathRow] {
	return rows(func(yield func(PathRow) bool) error {
		p, err := openPair(ctx, st, BetweenRequest{A: r.A, B: r.B, First: r.First})
		if err != nil {
			return err
		}
		if r.MaxHops == 0 {
			r.MaxHops = defaultHops
		}
		ways, err := newWalk(p).ways(r.MaxHops)
		if err != nil {
			return err
		}
		var found []PathRow
		for _, nodes := range ways {
			row, err := p.weigh(nodes)
			if err != nil {
				return err
			}
			found = append(found, row)
		}
		slices.SortStableFunc(found, func(a, b PathRow) int { return cmp.Compare(b.Evidence, a.Evidence) })
		yield = limited(r.Limit, yield)
		for _, row := range found {
			if err := p.steps(&row); err != nil {
				return err
			}
			if !yield(row) {
				break
			}
		}
		return nil
	})
}

// walk is a search from both ends.
type walk struct {
	pair
	from, to frontier
	looked   int
}

// frontier is what has been reached from one end.
type frontier struct {
	edge []graph.ID              // reached last
	back map[graph.ID][]graph.ID // of each entity reached those one step nearer
	far  map[graph.ID]int        // and how many steps it is away
}

func newWalk(p pair) *walk {
	start := func(id graph.ID) frontier {
		return frontier{[]graph.ID{id}, make(map[graph.ID][]graph.ID), map[graph.ID]int{id: 0}}
	}
	return &walk{pair: p, from: start(p.a), to: start(p.b)}
}

// ways is the shortest paths of at most so many steps, in order of their nodes.
func (w *walk) ways(most int) ([][]graph.ID, error) {
	if w.a == w.b {
		return nil, nil
	}
	for step := 0; step < most && len(w.from.edge) > 0 && len(w.to.edge) > 0; step++ {
		near, far := &w.from, &w.to
		if len(w.to.edge) < len(w.from.edge) {
			near, far = far, near
		}
		if err := w.advance(near); err != nil {
			return nil, err
		}
		var met []graph.ID
		for _, id := range near.edge {
			if _, ok := far.far[id]; ok {
				met = append(met, id)
			}
		}
		if len(met) > 0 {
			return w.join(met), nil
		}
	}
	return nil, nil
}

// advance reaches one step further.
func (w *walk) advance(f *frontier) error {
	var edge []graph.ID
	for _, id := range f.edge {
		if w.looked++; w.looked > pathNodes {
			break
		}
		next, err := w.neighbours(id)
		if err != nil {
			return err
		}
		for _, n := range next {
			d, reached := f.far[n]
			if !reached {
				d = f.far[id] + 1
				f.far[n] = d
				edge = append(edge, n)
			}
			if d == f.far[id]+1 {
				f.back[n] = append(f.back[n], id)
			}
		}
	}
	slices.Sort(edge)
	f.edge = edge
	return nil
}

// neighbours is whom an entity has to do with, each once.
func (w *walk) neighbours(id graph.ID) ([]graph.ID, error) {
	found := make(map[graph.ID]bool)
	for _, p := range graph.Shortcuts() {
		out, err := w.st.Out(w.ctx, id, p)
		if err != nil {
			return nil, err
		}
		for _, t := range out {
			found[t.ID] = true
		}
		for n, err := range w.st.In(w.ctx, p, graph.Node(id)) {
			if err != nil {
				return nil, err
			}
			found[n] = true
		}
	}
	for _, s := range []struct{ here, there graph.Predicate }{{graph.Speaker, graph.About}, {graph.About, graph.Speaker}} {
		refs, err := w.refs(id, s.here)
		if err != nil {
			return nil, err
		}
		for _, r := range refs[:min(len(refs), pathSaid)] {
			out, err := w.st.Out(w.ctx, r.ID, s.there)
			if err != nil {
				return nil, err
			}
			for _, t := range out {
				found[t.ID] = true
			}
		}
	}
	delete(found, id)
	out := make([]graph.ID, 0, len(found))
	for n := range found {
		out = append(out, n)
	}
	slices.Sort(out)
	return out, nil
}

// join is the paths that lead over the entities in which the two ends met.
func (w *walk) join(met []graph.ID) (out [][]graph.ID) {
	for _, m := range met {
		for _, before := range w.from.trails(m) {
			slices.Reverse(before)
			for _, after := range w.to.trails(m) {
				out = append(out, slices.Concat(before, after[1:]))
				if len(out) == pathMost {
					return out
				}
			}
		}
	}
	slices.SortFunc(out, slices.Compare[[]graph.ID])
	return out
}

// trails is the ways back from an entity to where the frontier began.
func (f *frontier) trails(id graph.ID) (out [][]graph.ID) {
	if f.far[id] == 0 {
		return [][]graph.ID{{id}}
	}
	for _, b := range f.back[id] {
		for _, t := range f.trails(b) {
			out = append(out, slices.Concat([]graph.ID{id}, t))
			if len(out) == pathMost {
				return out
			}
		}
	}
	return out
}

// weigh counts what the steps of a path rest on.
func (p pair) weigh(nodes []graph.ID) (PathRow, error) {
	row := PathRow{Schema: Schema, Kind: "path", Hops: len(nodes) - 1, Steps: []Row{}}
	for i, id := range nodes {
		row.Nodes = append(row.Nodes, Entity{ID: string(id)})
		if i == 0 {
			continue
		}
		refs, err := p.step(nodes[i-1], id)
		if err != nil {
			return row, err
		}
		if i == 1 || len(refs) < row.Evidence {
			row.Evidence = len(refs)
		}
	}
	return row, nil
}

// step is the refs of what connects two, the newest first.
func (p pair) step(a, b graph.ID) ([]graph.Ref, error) {
	var all []graph.Ref
	for _, way := range (pair{p.asking, a, b}).ways(false) {
		refs, err := p.refs(way, graph.Pair)
		if err != nil {
			return nil, err
		}
		all = append(all, refs...)
	}
	slices.SortFunc(all, byDay)
	return slices.Compact(all), nil
}

// steps fills in the names of a path, and the newest evidence of each step.
func (p pair) steps(row *PathRow) error {
	for i := range row.Nodes {
		id := graph.ID(row.Nodes[i].ID)
		e, err := p.entity(id)
		if err != nil {
			return err
		}
		row.Nodes[i] = e
		if i == 0 {
			continue
		}
		refs, err := p.step(graph.ID(row.Nodes[i-1].ID), id)
		if err != nil {
			return err
		}
		// A fact tells more of a tie than an event, and that more than a statement.
		slices.SortStableFunc(refs, func(a, b graph.Ref) int { return cmp.Compare(telling(a.Kind), telling(b.Kind)) })
		if len(refs) == 0 {
			continue
		}
		step, err := p.row(refs[0])
		if err != nil {
			return err
		}
		row.Steps = append(row.Steps, step)
	}
	return nil
}

func telling(kind string) int {
	return slices.Index([]string{graph.FactNode, graph.EventNode, graph.StatementNode}, kind)
}
