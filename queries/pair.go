package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dossier/extract/document"
	"dossier/graph"
)

// Pair is the index of A and B: how many asserted events there are between
// them, by class and intensity. An event counts once however many documents
// carry it: those of one type, mode and direction that happened on the same day
// or on the next are one. An event without any date is told from others by its
// document. Layers, Modalities and Limit of the request don't bear on it.
func Pair(ctx context.Context, st *graph.Store, r BetweenRequest) (PairRow, error) {
	p, err := openPair(ctx, st, r)
	if err != nil {
		return PairRow{}, err
	}
	row := PairRow{Schema: Schema, Kind: "pair", From: r.Since, To: r.Until}
	var events []happening
	var newest graph.Ref
	for i, way := range p.ways(r.Directed) {
		refs, err := p.refs(way, graph.Pair)
		if err != nil {
			return row, err
		}
		if len(refs) > 0 && (newest.ID == "" || refs[0].Compare(newest) < 0) {
			newest = refs[0]
		}
		for _, ref := range refs {
			if ref.Kind == graph.EventNode && r.asksRef(graph.Ref{Kind: ref.Kind, Type: ref.Type, Happened: ref.Happened}) {
				events = append(events, happening{ref, direction(i)})
			}
		}
	}
	row.count(events)
	for _, x := range []struct {
		id  graph.ID
		row *Entity
	}{{p.a, &row.A}, {p.b, &row.B}} {
		// Names are as the newest document has them in which the two meet: that
		// is found already.
		name := p.entity
		if newest.ID != "" {
			name = func(id graph.ID) (Entity, error) { return p.entityIn(id, newest.Document()) }
		}
		if *x.row, err = name(x.id); err != nil {
			return row, err
		}
	}
	return row, nil
}

// direction is which way an event goes between two.
type direction int

const (
	there direction = iota
	back
	both
)

// happening is an event between two.
type happening struct {
	graph.Ref
	way direction
}

// count fills the counts of the row.
func (row *PairRow) count(events []happening) {
	in := make(map[string]bool)
	for _, e := range events {
		in[e.Hash] = true
	}
	row.Documents = len(in)
	for _, e := range distinct(events) {
		quad, intensity := document.EventQuad(e.Type, e.Mode)
		row.Events++
		row.IntensitySum += intensity
		switch quad {
		case document.VerbalCooperation:
			row.VerbalCooperation++
		case document.MaterialCooperation:
			row.MaterialCooperation++
		case document.VerbalConflict:
			row.VerbalConflict++
		case document.MaterialConflict:
			row.MaterialConflict++
		}
	}
	if row.Events > 0 {
		row.IntensityMean = row.IntensitySum / float64(row.Events)
	}
	first, last := "", ""
	for _, e := range events {
		if d := e.Happened; d != "" {
			if first == "" || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	row.From, row.To = cmp.Or(row.From, first), cmp.Or(row.To, last)
}

// distinct is one of each event. Events that stand in both directions are one
// that goes both ways.
func distinct(events []happening) []happening {
	slices.SortFunc(events, func(a, b happening) int { return strings.Compare(string(a.ID), string(b.ID)) })
	single := events[:0:0]
	for _, e := range events {
		if n := len(single); n > 0 && single[n-1].ID == e.ID {
			single[n-1].way = both
			continue
		}
		single = append(single, e)
	}
	slices.SortFunc(single, func(a, b happening) int {
		return cmp.Or(a.alike(b), strings.Compare(a.Happened, b.Happened), strings.Compare(string(a.ID), string(b.ID)))
	})
	var out []happening
	var until string // the last day on which the last one is still the same
	for _, e := range single {
		n := len(out)
		if n > 0 && out[n-1].alike(e) == 0 && out[n-1].same(e, until) {
			continue
		}
		out = append(out, e)
		until = nextDay(e.Happened)
	}
	return out
}

// alike compares what has to be the same of two that are one event, but for the
// day. Without a day nothing tells the events of two documents apart but that.
func (h happening) alike(o happening) int {
	c := cmp.Or(strings.Compare(h.Type, o.Type), strings.Compare(h.Mode, o.Mode), cmp.Compare(h.way, o.way))
	if c == 0 && h.Happened == "" && o.Happened == "" {
		return strings.Compare(h.Hash, o.Hash)
	}
	return c
}

func (h happening) same(o happening, until string) bool {
	if h.Happened == "" || o.Happened == "" {
		return h.Happened == o.Happened
	}
	return o.Happened <= until
}

func nextDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}
