package queries

import (
	"context"
	"fmt"
	"slices"

	"dossier/graph"
)

// TimelineRequest asks for what happened when.
type TimelineRequest struct {
	Who          []string // one or two names, as [Resolve] takes them
	By           string   // day, month or year: within which what is alike comes once; "" is day
	Since, Until string   // ISO 8601, both included
	First        bool     // take the best of several that a name fits
	Limit        int      // 0 is no limit
}

// cuts is how much of a day tells one stretch of a timeline from another.
var cuts = map[string]int{"": len("2006-01-02"), "day": len("2006-01-02"), "month": len("2006-01"), "year": len("2006")}

// Timeline lists the dated statements, events and facts of one, or those between
// two, oldest first: events by the day on which they happened, all else by that
// of publication. Events of one kind between the same actors come once a day,
// month or year.
func Timeline(ctx context.Context, st *graph.Store, r TimelineRequest) Rows[Row] {
	return rows(func(yield func(Row) bool) error {
		cut, ok := cuts[r.By]
		if !ok || len(r.Who) < 1 || len(r.Who) > 2 {
			return fmt.Errorf("a timeline is of one or two, by day, month or year, not of %q by %q", r.Who, r.By)
		}
		a := ask(ctx, st)
		refs, err := a.timeline(r)
		if err != nil {
			return err
		}
		refs = slices.DeleteFunc(refs, func(ref graph.Ref) bool {
			return dayOf(ref) == "" || !(days{r.Since, r.Until}).has(dayOf(ref))
		})
		slices.SortFunc(refs, func(x, y graph.Ref) int {
			if dx, dy := dayOf(x), dayOf(y); dx != dy {
				return byDay(y, x)
			}
			return x.Compare(y)
		})
		seen := make(map[string]bool)
		yield = limited(r.Limit, yield)
		return a.give(refs, BetweenRequest{}, func(row Row) bool {
			key := alike(row, cut)
			if key != "" && seen[key] {
				return true
			}
			seen[key] = true
			return yield(row)
		})
	})
}

func (a *asking) timeline(r TimelineRequest) ([]graph.Ref, error) {
	who, err := a.find(r.Who[0], r.First)
	if err != nil {
		return nil, err
	}
	if len(r.Who) == 1 {
		said, err := collect(a.newest(days{r.Since, r.Until}, ends(who, graph.Speaker, graph.OnBehalfOf)...))
		if err != nil {
			return nil, err
		}
		done, err := a.refs(who, graph.Subject, graph.Object)
		return append(said, done...), err
	}
	other, err := a.find(r.Who[1], r.First)
	if err != nil {
		return nil, err
	}
	return pair{a, who, other}.between(false)
}

// alike is what is the same of two events that come once, "" for what isn't an
// event with a date.
func alike(row Row, cut int) string {
	e, ok := row.(EventRow)
	if !ok {
		return ""
	}
	day := e.Document.Date
	if e.Date != nil {
		day = e.Date.Start
	}
	return fmt.Sprint(e.Type, e.Mode, e.Modality, ids(e.Subject), ids(e.Object), day[:min(cut, len(day))])
}

func ids(es []Entity) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = e.ID
	}
	return out
}
