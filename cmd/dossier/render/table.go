package render

import (
	"strconv"

	"dossier/queries"
)

// table writes rows for people: entities and documents as lines of a grid,
// everything with evidence as a block of its own, anything else as its fields.
type table struct {
	screen Screen
	grid   *grid
	kind   string // of the grid's rows
	blocks int
}

// Write writes a row.
func (t *table) Write(row any) error {
	switch r := row.(type) {
	case queries.EntityRow:
		return t.line(r.Kind, entityColumns(), entityCells(r))
	case queries.DocumentRow:
		return t.line(r.Kind, documentColumns(), documentCells(r))
	}
	if err := t.Close(); err != nil {
		return err
	}
	if t.blocks++; t.blocks > 1 {
		if err := t.screen.Line(nil); err != nil {
			return err
		}
	}
	return t.screen.Row(row)
}

// Close writes what waits in the grid.
func (t *table) Close() error {
	if t.grid == nil {
		return nil
	}
	g := t.grid
	t.grid = nil
	return g.flush()
}

func (t *table) line(kind string, columns []Column, cells []Text) error {
	if t.grid == nil || t.kind != kind {
		if err := t.Close(); err != nil {
			return err
		}
		t.grid, t.kind = newGrid(t.screen, columns), kind
	}
	return t.grid.row(cells)
}

// Row writes one row that carries evidence.
func (s Screen) Row(row any) error {
	switch r := row.(type) {
	case queries.StatementRow:
		return s.Statement(r)
	case queries.EventRow:
		return s.Event(r)
	case queries.FactRow:
		return s.Fact(r)
	case queries.PairRow:
		return s.Pair(r)
	}
	return s.Fields(row)
}

func entityColumns() []Column {
	return []Column{
		{Head: "NAME", Stretch: true}, {Head: "TYPE"}, {Head: "COUNTRY"},
		{Head: "MENTIONS", Right: true}, {Head: "DOCUMENTS", Right: true}, {Head: "ID", Stretch: true},
	}
}

func entityCells(r queries.EntityRow) []Text {
	return []Text{
		T(Bold, r.Name), T(Plain, r.Type), T(Plain, r.Country),
		number(r.Mentions), number(r.Documents), T(Dim, r.ID),
	}
}

func documentColumns() []Column {
	return []Column{
		{Head: "DATE"}, {Head: "TITLE", Stretch: true}, {Head: "PUBLISHER", Stretch: true},
		{Head: "WORDS", Right: true}, {Head: "SAID", Right: true}, {Head: "EVENTS", Right: true},
		{Head: "FACTS", Right: true}, {Head: "ID", Stretch: true},
	}
}

func documentCells(r queries.DocumentRow) []Text {
	return []Text{
		T(Plain, r.Date), T(Bold, r.Title), T(Plain, r.Publisher),
		number(r.Words), number(r.Statements), number(r.Events), number(r.Facts), T(Dim, r.ID),
	}
}

func number(n int) Text { return T(Plain, strconv.Itoa(n)) }
