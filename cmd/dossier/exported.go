package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"dossier/cmd/dossier/export"
	"dossier/extract"
	"dossier/extract/document"
	"dossier/extract/source"
	"dossier/graph"
)

// exported are the articles in what dossier export --format nquads wrote. They
// are read again: by the same build to the same rows, by a newer one to what it
// makes of them, so that this is also how a store of another version is taken
// over. What is wrong with a file concerns that file from there on.
func (r *reader) exported(ctx context.Context) iter.Seq2[document.Article, error] {
	return func(yield func(document.Article, error) bool) {
		for _, path := range r.paths {
			for a, err := range r.exportedFrom(path) {
				if cerr := ctx.Err(); cerr != nil {
					yield(document.Article{}, cerr)
					return
				}
				if err != nil {
					a, err = document.Article{}, exportError(path, err)
				}
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// exportError says where in an export something is wrong, and what to do.
func exportError(path string, err error) error {
	e := &source.Error{Path: path, Err: err, Hint: "give a file that dossier export --format nquads wrote"}
	var at *export.LineError
	if errors.As(err, &at) {
		e.Line, e.Err = at.Line, at.Err
	}
	return e
}

func (r *reader) exportedFrom(path string) iter.Seq2[document.Article, error] {
	return func(yield func(document.Article, error) bool) {
		in, err := r.openExport(path)
		if err != nil {
			yield(document.Article{}, err)
			return
		}
		defer in.Close()
		var (
			a     document.Article
			label graph.ID
			hash  string
		)
		deliver := func() bool {
			if a.Text == "" {
				return true
			}
			a.Source = path
			a.Lang = declared(a, hash)
			r.override(&a)
			return yield(a, nil)
		}
		for q, err := range export.ReadNQuads(in) {
			if err != nil {
				yield(document.Article{}, err)
				return
			}
			if q.Label != label {
				if !deliver() {
					return
				}
				a, label, hash = document.Article{}, q.Label, ""
			}
			if q.Subject != label {
				continue
			}
			switch q.Predicate {
			case graph.Identifier:
				a.ID = q.Object.Text
			case graph.Title:
				a.Title = q.Object.Text
			case graph.Date:
				a.Date = q.Object.Text
			case graph.Publisher:
				a.Publisher = q.Object.Text
			case graph.URL:
				a.URL = q.Object.Text
			case graph.Content:
				a.Text = q.Object.Text
			case graph.LedgerHash:
				hash = q.Object.Text
			}
		}
		deliver()
	}
}

// declared is the language that the source of an article declared, which no quad
// tells but the hash of its content.
func declared(a document.Article, hash string) string {
	for _, a.Lang = range []string{"", "en"} {
		if graph.ContentHash(&a, extract.Version) == hash {
			return a.Lang
		}
	}
	return ""
}

// override has the flags' last word on what an article says of itself.
func (r *reader) override(a *document.Article) {
	for _, o := range []struct {
		field *string
		flag  string
	}{{&a.Date, r.options.date}, {&a.Publisher, r.options.publisher}, {&a.Lang, r.options.lang}} {
		if o.flag != "" {
			*o.field = o.flag
		}
	}
}

// openExport opens a file, or standard input, also when it is compressed by
// gzip.
func (r *reader) openExport(path string) (io.ReadCloser, error) {
	if path == source.Stdin {
		return io.NopCloser(r.app.stdin), nil
	}
	f, err := os.Open(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("reading as gzip: %w", err), f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}
