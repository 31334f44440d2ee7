package render

// Column is a column of a grid.
type Column struct {
	Head  string
	Right bool // numbers stand at the right
	// Stretch columns give up width first when the screen is too narrow, and are
	// wrapped; the others keep their width.
	Stretch bool
}

// gridSample is how many rows decide how wide the columns are; a longer table is
// written with the widths of its beginning, so that any number of rows goes
// through in little memory.
const gridSample = 500

// grid writes rows of cells in aligned columns.
type grid struct {
	screen  Screen
	columns []Column
	widths  []int // nil until decided
	waiting [][]Text
}

func newGrid(s Screen, columns []Column) *grid { return &grid{screen: s, columns: columns} }

// row adds a row of as many cells as there are columns.
func (g *grid) row(cells []Text) error {
	if g.widths != nil {
		return g.print(cells)
	}
	g.waiting = append(g.waiting, cells)
	if len(g.waiting) < gridSample {
		return nil
	}
	return g.flush()
}

// flush writes the heads and what waits.
func (g *grid) flush() error {
	if len(g.waiting) == 0 {
		return nil
	}
	if g.widths == nil {
		g.decide()
		heads := make([]Text, len(g.columns))
		for i, c := range g.columns {
			heads[i] = T(Dim, c.Head)
		}
		if err := g.print(heads); err != nil {
			return err
		}
	}
	for _, cells := range g.waiting {
		if err := g.print(cells); err != nil {
			return err
		}
	}
	g.waiting = nil
	return nil
}

const (
	gridGap      = 2
	stretchLeast = 12
)

// decide gives each column the width of its widest cell, then takes from the
// widest stretching column until all fits.
func (g *grid) decide() {
	g.widths = make([]int, len(g.columns))
	total := gridGap * (len(g.columns) - 1)
	for i, c := range g.columns {
		g.widths[i] = Width(c.Head)
		for _, cells := range g.waiting {
			g.widths[i] = max(g.widths[i], cells[i].Width())
		}
		total += g.widths[i]
	}
	for ; total > g.screen.Width; total-- {
		widest := -1
		for i, c := range g.columns {
			if c.Stretch && g.widths[i] > stretchLeast && (widest < 0 || g.widths[i] > g.widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		g.widths[widest]--
	}
}

// print writes one row, on as many lines as its tallest cell needs.
func (g *grid) print(cells []Text) error {
	wrapped := make([][]Text, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = cell.Wrap(g.widths[i])
		height = max(height, len(wrapped[i]))
	}
	for y := range height {
		var line Text
		for i, column := range g.columns {
			var cell Text
			if y < len(wrapped[i]) {
				cell = wrapped[i][y]
			}
			line = append(line, Pad(cell, g.widths[i], column.Right)...)
			if i < len(g.columns)-1 {
				line = append(line, Run{"  ", Plain})
			}
		}
		if err := g.screen.Line(line); err != nil {
			return err
		}
	}
	return nil
}
