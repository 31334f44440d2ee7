package briefing

import (
	"cmp"
	"slices"
	"strings"

	"dossier/queries"
)

// candidate is a statement that may be worth reading first.
type candidate struct {
	row   queries.StatementRow
	worth float64
}

// readable bounds the words of a statement that can be read at a glance and yet
// says something.
const (
	fewestWords = 6
	mostWords   = 60
)

// worth is how much a statement tells somebody who has read nothing yet: by
// whom it is (somebody named, with a role), whether these are the speaker's own
// words, whether it is about those whom the articles are about, and how sure we
// are of it. 0 leaves it out.
func worth(r queries.StatementRow, roles map[string]bool, prominent map[string]float64) float64 {
	words := len(strings.Fields(r.Text))
	if r.Speaker == nil || words < fewestWords {
		return 0
	}
	w := r.Confidence
	if r.Speaker.Type == "person" {
		w++
	}
	if roles[r.Speaker.ID] {
		w++
	}
	w += prominent[r.Speaker.ID]
	switch r.Type {
	case "direct":
		w += 2
	case "mixed":
		w++
	}
	about := 0.0
	for _, e := range r.About {
		about = max(about, prominent[e.ID])
	}
	w += 2 * about
	if words > mostWords {
		w--
	}
	return max(w, 0)
}

// best is the n candidates that are worth most.
func best(candidates []candidate, n int) []candidate {
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(b.row.Date, a.row.Date), cmp.Compare(a.row.ID, b.row.ID))
	})
	return candidates[:min(n, len(candidates))]
}

// choose takes the n statements that are worth most. The more is taken of one
// speaker or out of one document, the less the next of it is worth, so that one
// talker doesn't fill the screen. Order is total: the same rows give the same
// choice.
func choose(candidates []candidate, n int) []queries.StatementRow {
	taken := map[string]int{} // of a speaker, a document
	var rows []queries.StatementRow
	for len(rows) < n && len(candidates) > 0 {
		best := slices.MaxFunc(candidates, func(a, b candidate) int {
			return cmp.Or(
				cmp.Compare(a.fresh(taken), b.fresh(taken)),
				cmp.Compare(a.row.Date, b.row.Date),
				cmp.Compare(b.row.ID, a.row.ID),
			)
		})
		if best.fresh(taken) <= 0 {
			break
		}
		rows = append(rows, best.row)
		taken[best.row.Speaker.ID]++
		taken[best.row.Document.ID]++
		candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return c.row.ID == best.row.ID })
	}
	return rows
}

func (c candidate) fresh(taken map[string]int) float64 {
	return c.worth - 2*float64(taken[c.row.Speaker.ID]) - float64(taken[c.row.Document.ID])
}
