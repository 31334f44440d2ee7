package render

import (
	"fmt"
	"strconv"

	"dossier/cmd/dossier/briefing"
	"dossier/queries"
)

// table writes rows for people: entities and documents as lines of a grid,
// everything with evidence as a block of its own, anything else as its fields.
type table struct {
	screen Screen
	grid   *grid
	kind   string // of the grid's rows
	blocks int
	dense  bool             // no empty line between blocks
	group  func(any) string // a heading for rows that have it in common, or nil
	under  string           // the heading that was written last
}

// Write writes a row.
func (t *table) Write(row any) error {
	switch r := row.(type) {
	case queries.EntityRow:
		return t.line(r.Kind, entityColumns(), entityCells(r))
	case queries.SpeakerRow:
		return t.line(r.Kind, speakerColumns(), speakerCells(r))
	case Breakdown:
		return t.line(r.Kind, breakdownColumns(), breakdownCells(r))
	case queries.DocumentRow:
		return t.line(r.Kind, documentColumns(), documentCells(r))
	case Finding:
		return t.line(r.Kind, findingColumns(), findingCells(r))
	}
	if err := t.Close(); err != nil {
		return err
	}
	if err := t.heading(row); err != nil {
		return err
	}
	if t.blocks++; t.blocks > 1 && !oneLine(row) && !t.dense {
		if err := t.screen.Line(nil); err != nil {
			return err
		}
	}
	return t.screen.Row(row)
}

// oneLine tells whether a row is so short that it needs no empty line before it.
func oneLine(row any) bool {
	switch row.(type) {
	case map[string]any, fmt.Stringer:
		return true
	}
	return false
}

// heading writes the heading of the row's group when the group changes.
func (t *table) heading(row any) error {
	if t.group == nil {
		return nil
	}
	h := t.group(row)
	if h == t.under {
		return nil
	}
	t.under = h
	if t.blocks == 0 {
		return t.screen.Line(T(Bold, h))
	}
	return t.screen.heading(h)
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

// Row writes one row.
func (s Screen) Row(row any) error {
	switch r := row.(type) {
	case queries.StatementRow:
		return s.Statement(r)
	case queries.EventRow:
		return s.Event(r)
	case queries.FactRow:
		return s.Fact(r)
	case briefing.Briefing:
		return s.Briefing(r)
	case queries.PairRow:
		return s.Pair(r)
	case queries.PathRow:
		return s.Path(r)
	case queries.SentenceRow:
		return s.Sentence(r)
	case queries.Profile:
		return s.Profile(r)
	case queries.Explanation:
		return s.Explanation(r)
	}
	if r, ok := row.(fmt.Stringer); ok {
		return s.Paragraph(nil, T(Plain, r.String()))
	}
	return s.Fields(row)
}

func entityColumns() []Column {
	return []Column{
		{Head: "NAME", Stretch: true}, {Head: "TYPE"}, {Head: "COUNTRY"},
		{Head: "MENTIONS", Right: true}, {Head: "DOCUMENTS", Right: true}, {Head: "ID"},
	}
}

func entityCells(r queries.EntityRow) []Text {
	return []Text{
		T(Bold, r.Name), T(Plain, r.Type), T(Plain, r.Country),
		number(r.Mentions), number(r.Documents), T(Dim, r.ID),
	}
}

func speakerColumns() []Column {
	return []Column{
		{Head: "NAME", Stretch: true}, {Head: "TYPE"}, {Head: "COUNTRY"},
		{Head: "SAID", Right: true}, {Head: "DIRECT", Right: true}, {Head: "DOCUMENTS", Right: true}, {Head: "LAST"}, {Head: "ID"},
	}
}

func speakerCells(r queries.SpeakerRow) []Text {
	return []Text{
		T(Bold, r.Name), T(Plain, r.Type), T(Plain, r.Country),
		number(r.Statements), number(r.Direct), number(r.Documents), T(Plain, r.Last), T(Dim, r.ID),
	}
}

// Breakdown is a speaker with how he is quoted, in a table of its own.
type Breakdown struct{ queries.SpeakerRow }

func breakdownColumns() []Column {
	return []Column{
		{Head: "SPEAKER", Stretch: true}, {Head: "SAID", Right: true}, {Head: "DIRECT", Right: true}, {Head: "INDIRECT", Right: true},
		{Head: "MIXED", Right: true}, {Head: "REFUSED", Right: true}, {Head: "DOCUMENTS", Right: true}, {Head: "FIRST"}, {Head: "LAST"},
	}
}

func breakdownCells(b Breakdown) []Text {
	who := T(Dim, "nobody named")
	if b.Name != "" {
		who = Who(queries.Entity{Name: b.Name, Type: b.Type, Country: b.Country})
	}
	return []Text{
		who, number(b.Statements), number(b.Direct), number(b.Indirect),
		number(b.Mixed), number(b.None), number(b.Documents), T(Plain, b.First), T(Plain, b.Last),
	}
}

func documentColumns() []Column {
	return []Column{
		{Head: "DATE"}, {Head: "TITLE", Stretch: true}, {Head: "PUBLISHER", Stretch: true},
		{Head: "WORDS", Right: true}, {Head: "SAID", Right: true}, {Head: "EVENTS", Right: true},
		{Head: "FACTS", Right: true}, {Head: "ID"},
	}
}

func documentCells(r queries.DocumentRow) []Text {
	return []Text{
		T(Plain, r.Date), T(Bold, r.Title), T(Plain, r.Publisher),
		number(r.Words), number(r.Statements), number(r.Events), number(r.Facts), T(Dim, r.ID),
	}
}

func number(n int) Text { return T(Plain, strconv.Itoa(n)) }

// Finding is one thing that doctor looked at.
type Finding struct {
	Schema string `json:"schema"`
	Kind   string `json:"kind"` // "finding"
	About  string `json:"about"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"` // what is wrong, else what was found
}

func findingColumns() []Column {
	return []Column{{Head: "ABOUT"}, {Head: "STATE"}, {Head: "DETAIL", Stretch: true}}
}

func findingCells(r Finding) []Text {
	state := T(Good, "ok")
	if !r.OK {
		state = T(Bad, "wrong")
	}
	return []Text{T(Bold, r.About), state, T(Plain, r.Detail)}
}
