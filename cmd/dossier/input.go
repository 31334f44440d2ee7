package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"dossier/cmd/dossier/render"
	"dossier/extract"
	"dossier/extract/document"
	"dossier/extract/source"

	"github.com/spf13/cobra"
)

// inputOptions say which articles are read, and how.
type inputOptions struct {
	format    string
	date      string
	publisher string
	lang      string
	jobs      int
	stream    bool // no flag: set by a command that is a filter, see source.Options
}

// AddFlags registers the flags.
func (o *inputOptions) AddFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.format, "input-format", "auto", "what the inputs are: auto (by ending and content), txt, html, jsonl, or nquads out of dossier export")
	f.StringVar(&o.date, "date", "", "`DAY` of publication of every article, whatever it says itself")
	f.StringVar(&o.publisher, "publisher", "", "`NAME` of the publisher of every article, whatever it says itself")
	f.StringVar(&o.lang, "lang", "", "`CODE` of the language of every article, whatever it says itself (only en is read)")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.NumCPU(), "articles that are read at once")
	complete(cmd, "input-format", inputFormats()...)
}

// nquads is the input format that is no article's, but an export's.
const nquads = "nquads"

func inputFormats() []string { return []string{"auto", "txt", "html", "jsonl", nquads} }

// check tells what is wrong with the options.
func (o *inputOptions) check() error {
	if o.jobs < 1 {
		return usagef("--jobs is %d, and at least 1 is needed", o.jobs)
	}
	if o.date != "" {
		if _, ok := source.ParseDate(o.date); !ok {
			return usagef("--date is %q, which is no day: write it as 2006-01-02", o.date)
		}
	}
	return oneOf("--input-format", o.format, inputFormats()...)
}

// inputsOf checks the paths of a command that reads: none, or standard input
// that is a terminal, is a mistake rather than an endless wait.
func (a *app) inputsOf(cmd *cobra.Command, paths []string) error {
	for _, p := range paths {
		if _, terminal := a.env.terminal(a.stdin); p == source.Stdin && terminal {
			return a.showHelp(cmd, "standard input is a terminal, so there is nothing to read in it")
		}
	}
	if len(paths) == 0 {
		return a.showHelp(cmd, "a path is missing: a file, a folder, a glob, or - for standard input")
	}
	return nil
}

// showHelp explains a command that was called wrongly, on stderr, and gives the
// error.
func (a *app) showHelp(cmd *cobra.Command, why string) error {
	cmd.SetOut(a.stderr)
	defer cmd.SetOut(nil)
	if err := cmd.Help(); err != nil {
		return err
	}
	fmt.Fprintln(a.stderr)
	return usagef("%s", why)
}

// reader reads articles into documents.
type reader struct {
	app     *app
	options inputOptions
	paths   []string

	progress func(read, total int64)              // told how far it is, if set
	wanted   func(document.Article) (bool, error) // asked before an article is read, if set

	failed int // inputs that could not be read, each of which was told on stderr
}

// documents reads the articles of the paths. What fails is told on stderr and
// counted; the rest comes out. An error ends it.
func (r *reader) documents(ctx context.Context) iter.Seq2[*document.Document, error] {
	return func(yield func(*document.Document, error) bool) {
		restrain()
		pipeline, err := extract.New()
		if err != nil {
			yield(nil, err)
			return
		}
		for d, err := range pipeline.ReadAll(ctx, r.articles(ctx), r.options.jobs) {
			var fatal *fatalError
			if err != nil && ctx.Err() == nil && !errors.As(err, &fatal) {
				r.failed += r.app.failure(err)
				continue
			}
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

// fatalError is one that ends the reading, unlike that of a single input.
type fatalError struct{ error }

func (e *fatalError) Unwrap() error { return e.error }

// articles are those of the paths that are wanted, with the errors of the others.
func (r *reader) articles(ctx context.Context) iter.Seq2[document.Article, error] {
	all := r.exported(ctx)
	if r.options.format != nquads {
		all = source.Read(ctx, r.paths, r.app.stdin, source.Options{
			Format: source.Format(r.options.format), Date: r.options.date, Publisher: r.options.publisher,
			Lang: r.options.lang, Stream: r.options.stream, Progress: r.progress,
		})
	}
	if r.wanted == nil {
		return all
	}
	return func(yield func(document.Article, error) bool) {
		for a, err := range all {
			if err == nil {
				wanted, werr := r.wanted(a)
				switch {
				case werr != nil:
					yield(document.Article{}, &fatalError{werr})
					return
				case !wanted:
					continue
				}
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// failure tells what is wrong with one input. It gives 1 when the input is lost,
// 0 for a warning.
func (a *app) failure(err error) int {
	if a.progress != nil {
		a.progress.clear()
	}
	var e *source.Error
	if errors.As(err, &e) && e.Kind == source.Warning {
		a.note("warning: %v", err)
		return 0
	}
	fmt.Fprintf(a.stderr, "dossier: %s\n", render.CleanLines(err.Error()))
	return 1
}

// partial is the error at the end of a command of whose inputs some failed.
func partial(failed int) error {
	if failed == 0 {
		return nil
	}
	return &partialError{failed}
}
