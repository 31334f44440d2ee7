package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Format is how rows are written.
type Format string

// The formats of rows.
const (
	Table Format = "table" // for people
	JSON  Format = "json"  // one array
	JSONL Format = "jsonl" // one object a line
	CSV   Format = "csv"
	TSV   Format = "tsv"
)

// Writer writes rows.
type Writer interface {
	Write(row any) error
	// Close writes what follows the last row. It doesn't close anything else.
	Close() error
}

// New makes a writer. Types are zero values of every type of row that can come;
// CSV makes its header from them.
func New(f Format, s Screen, types ...any) (Writer, error) {
	switch f {
	case Table:
		return &table{screen: s}, nil
	case JSON:
		return &array{w: s.W}, nil
	case JSONL:
		return lines{newEncoder(s.W)}, nil
	case CSV:
		return newCSV(s.W, types), nil
	case TSV:
		return newTSV(s.W, types), nil
	}
	return nil, fmt.Errorf("no format %q", f)
}

// Grouped makes a table begin with a heading where the group of the rows
// changes. Other formats stay as they are.
func Grouped(w Writer, group func(row any) string) Writer {
	if t, ok := w.(*table); ok {
		t.group = group
		t.dense = true
	}
	return w
}

func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// Object writes one row as an indented JSON object.
func Object(w io.Writer, row any) error {
	e := newEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(row)
}

// lines writes JSON Lines.
type lines struct{ encoder *json.Encoder }

func (l lines) Write(row any) error { return l.encoder.Encode(row) }
func (l lines) Close() error        { return nil }

// array writes one JSON array, an indented object an item.
type array struct {
	w     io.Writer
	begun bool
}

func (a *array) Write(row any) error {
	var b bytes.Buffer
	b.WriteString(",\n")
	if !a.begun {
		a.begun = true
		b.Reset()
		b.WriteString("[\n")
	}
	e := newEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(row); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // Encode's line end
	_, err := a.w.Write(b.Bytes())
	return err
}

func (a *array) Close() error {
	end := "\n]\n"
	if !a.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}
