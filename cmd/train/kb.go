package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/extract/lexicon"
)

// compileKB reads the knowledge base, a folder of TSV files with a README that
// states their licences, and writes the parts of the lexicon's pack to the
// folder out. The same input gives the same bytes.
func compileKB(kbDir, out string, log io.Writer) error {
	kb := &knowledge{dir: kbDir}
	sources := kb.attribution()
	for _, part := range []struct {
		name    string
		compile func(*knowledge) []record
	}{
		{"words", compileWords}, // first: the others ask whether a word is a common one
		{"people", compilePeople},
		{"organizations", compileOrganizations},
		{"places", compilePlaces},
	} {
		records := part.compile(kb)
		if kb.err != nil {
			return fmt.Errorf("compiling %s: %w", part.name, kb.err)
		}
		var text bytes.Buffer
		for _, r := range records {
			r.writeTo(&text)
		}
		var file bytes.Buffer
		if err := (lexicon.Part{Name: part.name, Sources: sources, Records: text.Bytes()}).Encode(&file); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, part.name+".lex"), file.Bytes(), 0o644); err != nil {
			return fmt.Errorf("writing %s: %w", part.name, err)
		}
		fmt.Fprintf(log, "%-14s %6d records %8d bytes, packed %7d\n", part.name, len(records), text.Len(), file.Len())
	}
	return nil
}

// knowledge reads the files of the knowledge base. The first error sticks.
type knowledge struct {
	dir string
	err error

	given   map[string]bool // names that are kept
	surname map[string]bool
}

// attribution is the text that must ship with what is derived from the
// knowledge base: the quoted block of its README.
func (kb *knowledge) attribution() string {
	data, err := os.ReadFile(filepath.Join(kb.dir, "README.md"))
	if err != nil {
		kb.fail(err)
		return ""
	}
	var text []string
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "> "); ok {
			text = append(text, strings.TrimSpace(rest))
		}
	}
	if len(text) == 0 {
		kb.fail(fmt.Errorf("%s/README.md states no attribution", kb.dir))
	}
	return strings.Join(text, " ")
}

func (kb *knowledge) fail(err error) {
	if kb.err == nil {
		kb.err = err
	}
}

// row is a row of a table, by column name.
type row map[string]string

// table reads a TSV file with a header line.
func (kb *knowledge) table(name string) []row {
	data, err := os.ReadFile(filepath.Join(kb.dir, name+".tsv"))
	if err != nil {
		kb.fail(err)
		return nil
	}
	var head []string
	var rows []row
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if head == nil {
			head = cells
			continue
		}
		if len(cells) != len(head) {
			kb.fail(fmt.Errorf("%s.tsv: %d columns, expected %d: %q", name, len(cells), len(head), line))
			return nil
		}
		r := make(row, len(head))
		for i, h := range head {
			r[h] = cells[i]
		}
		rows = append(rows, r)
	}
	return rows
}

// list is a cell of several values.
func (r row) list(column string) []string {
	if r[column] == "" {
		return nil
	}
	return strings.Split(r[column], "|")
}

// from tells whether one of the sources had the row.
func (r row) from(sources ...string) bool {
	for s := range strings.SplitSeq(r["source"], ";") {
		if slices.Contains(sources, s) {
			return true
		}
	}
	return false
}

// record is a line of the pack; see package lexicon.
type record struct {
	kind, name string
	aliases    []string
	country    string
	qid        string
	detail     string
	extra      string
}

var cellBreaks = strings.NewReplacer("\t", " ", "\n", " ", "|", " ")

func (r record) writeTo(b *bytes.Buffer) {
	name := cellBreaks.Replace(r.name)
	seen := map[string]bool{name: true, "": true}
	var aliases []string
	for _, form := range append([]string{name}, r.aliases...) {
		form = cellBreaks.Replace(form)
		for _, spelling := range []string{form, strings.TrimPrefix(form, "the "), strings.TrimPrefix(form, "The "), ascii(form)} {
			if !seen[spelling] {
				seen[spelling] = true
				aliases = append(aliases, spelling)
			}
		}
	}
	line := strings.Join([]string{r.kind, name, strings.Join(aliases, "|"), r.country, r.qid, r.detail, r.extra}, "\t")
	b.WriteString(strings.TrimRight(line, "\t"))
	b.WriteByte('\n')
}

// byName sorts records so that those of a kind stand together and the file
// packs well; order ranks the kinds.
func byName(order ...string) func(a, b record) int {
	return func(a, b record) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.kind), slices.Index(order, b.kind)),
			cmp.Compare(a.name, b.name),
			cmp.Compare(a.country, b.country),
			cmp.Compare(a.qid, b.qid),
			cmp.Compare(a.detail, b.detail),
			slices.Compare(a.aliases, b.aliases),
		)
	}
}
