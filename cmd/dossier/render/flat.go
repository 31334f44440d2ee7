package render

import (
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// listSeparator stands between the items of a list in one CSV field.
const listSeparator = "|"

// flat writes rows as CSV or TSV: nested fields under names with dots, lists
// joined with "|". The columns follow from the types of the rows alone, so the
// header is always the same for a command.
type flat struct {
	columns []string
	row     []string
	header  bool
	record  func([]string) error
	flush   func() error
}

// newCSV writes RFC 4180 with encoding/csv.
func newCSV(w io.Writer, types []any) *flat {
	c := csv.NewWriter(w)
	return newFlat(types,
		func(r []string) error {
			for i, s := range r {
				r[i] = Formula(s)
			}
			return c.Write(r)
		},
		func() error { c.Flush(); return c.Error() })
}

// newTSV writes one row a line, fields between tabs; a tab, a line break or a
// backslash inside a field comes out as \t, \n, \r or \\. Texts are otherwise
// exact.
func newTSV(w io.Writer, types []any) *flat {
	escape := strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
	return newFlat(types,
		func(r []string) error {
			_, err := escape.WriteString(w, r[0])
			for _, s := range r[1:] {
				if err == nil {
					_, err = io.WriteString(w, "\t")
				}
				if err == nil {
					_, err = escape.WriteString(w, s)
				}
			}
			if err == nil {
				_, err = io.WriteString(w, "\n")
			}
			return err
		},
		func() error { return nil })
}

// Formula keeps a spreadsheet from taking a text out of an article for a
// formula: in CSV, a text that begins with =, +, -, @, a tab or a carriage
// return gets an apostrophe in front, which spreadsheets take for "this is text"
// and don't show. Numbers stay as they are. See owasp.org, "CSV Injection". TSV,
// JSON and JSON Lines are exact.
func Formula(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

func newFlat(types []any, record func([]string) error, flush func() error) *flat {
	f := &flat{record: record, flush: flush}
	for _, t := range types {
		for _, c := range columnsOf(reflect.TypeOf(t), "") {
			if !slices.Contains(f.columns, c) {
				f.columns = append(f.columns, c)
			}
		}
	}
	return f
}

// Write writes a row, and the header before the first.
func (f *flat) Write(row any) error {
	if err := f.head(); err != nil {
		return err
	}
	f.row = slices.Grow(f.row[:0], len(f.columns))[:len(f.columns)]
	clear(f.row)
	f.fill(reflect.ValueOf(row), "")
	return f.record(f.row)
}

// Close writes the header if there was no row.
func (f *flat) Close() error {
	if err := f.head(); err != nil {
		return err
	}
	return f.flush()
}

func (f *flat) head() error {
	if f.header {
		return nil
	}
	f.header = true
	return f.record(slices.Clone(f.columns))
}

// jsonName is the name of a field in JSON, which is also its name here.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func dotted(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "." + name
}

// element is what a column holds one of: lists and pointers fall away.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func columnsOf(t reflect.Type, prefix string) []string {
	t = element(t)
	if t.Kind() != reflect.Struct {
		return []string{prefix}
	}
	var names []string
	for i := range t.NumField() {
		field := t.Field(i)
		if field.Anonymous {
			names = append(names, columnsOf(field.Type, prefix)...)
			continue
		}
		if name := jsonName(field); name != "" && name != "-" {
			names = append(names, columnsOf(field.Type, dotted(prefix, name))...)
		}
	}
	return names
}

// fill puts the scalars below v into their columns; several for one column, out
// of a list, are joined.
func (f *flat) fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			f.fill(v.Elem(), name)
		}
	case reflect.Interface: // a row within a row, which has a row of its own elsewhere
		if !v.IsNil() {
			f.fill(v.Elem().FieldByName("ID"), name)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.Anonymous {
				f.fill(v.Field(i), name)
			} else if n := jsonName(field); n != "" && n != "-" {
				f.fill(v.Field(i), dotted(name, n))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.join(v.Index(i), name, i > 0)
		}
	default:
		if i := slices.Index(f.columns, name); i >= 0 {
			f.row[i] = scalar(v)
		}
	}
}

// join adds one item of a list to what its columns already hold.
func (f *flat) join(item reflect.Value, name string, more bool) {
	before := slices.Clone(f.row)
	for i, c := range f.columns {
		if c == name || strings.HasPrefix(c, name+".") {
			f.row[i] = ""
		}
	}
	f.fill(item, name)
	for i, c := range f.columns {
		if more && (c == name || strings.HasPrefix(c, name+".")) {
			f.row[i] = before[i] + listSeparator + f.row[i]
		}
	}
}

func scalar(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Array: // a span
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = scalar(v.Index(i))
		}
		return strings.Join(parts, "-")
	}
	return fmt.Sprint(v.Interface())
}
