package main

import (
	"errors"
	"iter"
	"slices"
	"strconv"
	"strings"

	"dossier/cmd/dossier/render"
	"dossier/queries"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// outputOptions say how rows are printed.
type outputOptions struct {
	format    string
	formats   []string
	failEmpty bool
	full      bool
}

// rowFormats are the formats of a command whose answer is rows, plainFormats
// those of one that reports.
func rowFormats() []string   { return []string{"table", "json", "jsonl", "csv", "tsv"} }
func plainFormats() []string { return []string{"table", "json", "jsonl"} }

// AddFlags registers the flags.
func (o *outputOptions) AddFlags(cmd *cobra.Command, formats []string) {
	o.formats = formats
	f := cmd.Flags()
	f.StringVar(&o.format, "format", formats[0], "how to print: "+strings.Join(formats, ", "))
	complete(cmd, "format", formats...)
	if slices.Contains(formats, "csv") {
		f.BoolVar(&o.failEmpty, "fail-empty", false, "exit with 4 when there are no rows")
	}
}

// AddFull registers the flag for answers that hold statements.
func (o *outputOptions) AddFull(f *pflag.FlagSet) {
	f.BoolVar(&o.full, "full", false, "in a table, statements whole however long")
}

// limit registers the flag that bounds an answer.
func limit(f *pflag.FlagSet, n *int, value int, usage string) {
	*n = value
	f.VarP((*natural)(n), "limit", "n", usage)
}

// natural is the value of a flag: a number that isn't negative.
type natural int

// Set reads the number.
func (n *natural) Set(s string) error {
	i, err := strconv.Atoi(s)
	if err != nil || i < 0 {
		return errors.New("a number from 0 is needed")
	}
	*n = natural(i)
	return nil
}

// String is the number.
func (n *natural) String() string { return strconv.Itoa(int(*n)) }

// Type is what help calls the value.
func (n *natural) Type() string { return "N" }

// share is the value of a flag: a number from 0 to 1.
type share float64

// Set reads the number.
func (n *share) Set(s string) error {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || !(x >= 0 && x <= 1) { // not a number is neither
		return errors.New("a number from 0 to 1 is needed")
	}
	*n = share(x)
	return nil
}

// String is the number.
func (n *share) String() string { return strconv.FormatFloat(float64(*n), 'f', -1, 64) }

// Type is what help calls the value.
func (n *share) Type() string { return "P" }

// tableScreen is standard output as a place for tables.
func (a *app) tableScreen() render.Screen {
	return render.Screen{
		W:     a.stdout,
		Width: a.env.width(a.screen),
		Color: a.env.colour(a.global.color, a.screen),
	}
}

// writer makes the writer of a command's rows.
func (a *app) writer(o outputOptions, types ...any) (render.Writer, error) {
	if a.global.json {
		o.format = "json"
	}
	if err := oneOf("--format", o.format, o.formats...); err != nil {
		return nil, err
	}
	screen := a.tableScreen()
	screen.Full = o.full
	return render.New(render.Format(o.format), screen, types...)
}

// writeReport writes the one row of a command that reports. In JSON it is an
// object, not an array of one.
func (a *app) writeReport(o outputOptions, row any) error {
	if a.global.json || o.format == "json" {
		return render.Object(a.stdout, row)
	}
	return writeRows(a, o, each([]any{row}), row)
}

// writeRows writes the rows of an answer as they come. Types are zero values of
// the types that they can have.
func writeRows[T any](a *app, o outputOptions, rows iter.Seq2[T, error], types ...any) error {
	w, err := a.writer(o, types...)
	if err != nil {
		return err
	}
	return copyRows(w, o, rows)
}

// copyRows writes rows as they come, and what follows the last.
func copyRows[T any](w render.Writer, o outputOptions, rows iter.Seq2[T, error]) error {
	n := 0
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := w.Write(row); err != nil {
			return err
		}
		n++
	}
	if err := w.Close(); err != nil {
		return err
	}
	if n == 0 && o.failEmpty {
		return errNoRows
	}
	return nil
}

// each gives rows that are all there already.
func each[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// rowTypes are the rows that carry evidence, of which an answer can hold any.
func rowTypes() []any {
	return []any{queries.StatementRow{}, queries.EventRow{}, queries.FactRow{}}
}
