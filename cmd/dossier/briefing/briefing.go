// Package briefing chooses what somebody should read first about a store: who
// is in the articles, who said what, and how countries relate, each with the
// sentence that proves it.
package briefing

import (
	"dossier/queries"
)

// Briefing is what one screen holds.
type Briefing struct {
	Schema        string                 `json:"schema"`
	Kind          string                 `json:"kind"` // "briefing"
	Documents     int                    `json:"documents"`
	Words         int                    `json:"words"`
	From          string                 `json:"from"` // day of the first dated document, "" when none is
	To            string                 `json:"to"`
	Publishers    []string               `json:"publishers"`
	Persons       []Person               `json:"persons"`
	Organizations []queries.EntityRow    `json:"organizations"`
	Countries     []queries.EntityRow    `json:"countries"`
	Statements    []queries.StatementRow `json:"statements"`
	Pairs         []Pair                 `json:"pairs"`
}

// Person is somebody, with the fact that says what he or she is, if any does.
type Person struct {
	queries.EntityRow
	Role *queries.FactRow `json:"role"`
}

// Pair is how two countries relate, with the event that shows it best.
type Pair struct {
	Index    queries.PairRow  `json:"index"`
	Evidence queries.EventRow `json:"evidence"`
}

// Sizes say how many of each kind a briefing holds.
type Sizes struct{ Persons, Organizations, Countries, Statements, Pairs int }

// OneScreen is what fits on one screen for a dozen articles, n of it being
// statements.
func OneScreen(n int) Sizes {
	return Sizes{Persons: n + 1, Organizations: n + 3, Countries: n + 3, Statements: n, Pairs: max(n-1, 1)}
}
