package export

import (
	"bufio"
	"cmp"
	"slices"

	"dossier/queries"
)

// network gathers nodes and edges, and writes them when all are there. It holds
// one edge in memory for all relations of one type between two entities.
type network struct {
	w     *bufio.Writer
	write func(*bufio.Writer, []queries.EntityRow, []edge) error
	nodes []queries.EntityRow
	known map[string]bool
	edges map[key]weight
}

// key says what makes relations one edge.
type key struct{ from, to, kind string }

type weight struct {
	times     int
	intensity float64 // the sum
}

// edge is all relations of one type from one entity to another.
type edge struct {
	key
	times     int
	intensity float64 // the mean
}

func newNetwork(w *bufio.Writer, write func(*bufio.Writer, []queries.EntityRow, []edge) error) *network {
	return &network{w: w, write: write, known: map[string]bool{}, edges: map[key]weight{}}
}

// Write takes a row.
func (g *network) Write(row any) error {
	switch r := row.(type) {
	case queries.EntityRow:
		g.nodes = append(g.nodes, r)
		g.known[r.ID] = true
	case queries.EventRow:
		if r.Modality == "asserted" {
			g.connect(r.Subject, r.Object, r.Type, r.Intensity)
		}
	case queries.FactRow:
		if r.Modality == "asserted" && r.Subject != nil && r.Object != nil {
			g.connect([]queries.Entity{*r.Subject}, []queries.Entity{*r.Object}, r.Type, 0)
		}
	case queries.StatementRow:
		if r.Speaker != nil {
			g.connect([]queries.Entity{r.Speaker.Entity}, r.About, "said_about", 0)
		}
	}
	return nil
}

func (g *network) connect(from, to []queries.Entity, kind string, intensity float64) {
	for _, a := range from {
		for _, b := range to {
			if a.ID == b.ID || !g.known[a.ID] || !g.known[b.ID] {
				continue
			}
			k := key{a.ID, b.ID, kind}
			w := g.edges[k]
			g.edges[k] = weight{w.times + 1, w.intensity + intensity}
		}
	}
}

// Close writes the graph.
func (g *network) Close() error {
	edges := make([]edge, 0, len(g.edges))
	for k, w := range g.edges {
		edges = append(edges, edge{k, w.times, w.intensity / float64(w.times)})
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.kind, b.kind))
	})
	slices.SortFunc(g.nodes, func(a, b queries.EntityRow) int { return cmp.Compare(a.ID, b.ID) })
	if err := g.write(g.w, g.nodes, edges); err != nil {
		return err
	}
	return g.w.Flush()
}
