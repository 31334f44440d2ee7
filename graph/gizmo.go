package graph

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
)

// gizmoTime is how long a Gizmo query may take when its context has no
// deadline.
const gizmoTime = 30 * time.Second

// Gizmo runs a query in Cayley's Gizmo language, which can read only. It
// returns at most limit rows (all of them when limit is 0), and whether there
// were more. A query that takes longer than its context allows, or 30 seconds,
// is stopped and is an error; rows found until then are not given.
func (s *Store) Gizmo(ctx context.Context, text string, limit int) (rows []any, cut bool, err error) {
	v, done, err := s.read(ctx)
	if err != nil {
		return nil, false, err
	}
	defer done()
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, gizmoTime)
		defer cancel()
	}
	start := time.Now()
	rows, cut, err = runGizmo(ctx, gizmo.NewSession(v.quads()), text, limit)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, false, fmt.Errorf("query stopped after %v, make it smaller or allow it more time: %w", time.Since(start).Round(time.Millisecond), context.DeadlineExceeded)
	case err != nil:
		return nil, false, fmt.Errorf("query: %w", damaged(err))
	}
	return rows, cut, nil
}

func runGizmo(ctx context.Context, session query.Session, text string, limit int) (rows []any, cut bool, err error) {
	o := query.Options{Collation: query.JSON}
	if limit > 0 {
		o.Limit = limit + 1 // one more tells that there is more
	}
	it, err := session.Execute(ctx, text, o)
	if err != nil {
		return nil, false, err
	}
	for it.Next(ctx) {
		if limit > 0 && len(rows) == limit {
			cut = true
			break
		}
		if r := it.Result(); r != nil { // a query's own value, not a row
			rows = append(rows, r)
		}
	}
	err = it.Err()
	if ctx.Err() != nil { // a query that was stopped looks complete
		err = ctx.Err()
	}
	if cerr := it.Close(); err == nil {
		err = cerr
	}
	for it.Next(context.Background()) { // until the script has really ended
	}
	return rows, cut, err
}
