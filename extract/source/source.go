// Package source turns what the user names into a stream of articles: files,
// folders, globs and standard input, as plain text, HTML, JSON Lines or JSON,
// each also compressed with gzip or zstd.
//
// It reads one article at a time and holds one at a time, so memory does not
// grow with the input; the only thing it remembers is a hash of each id that a
// JSON input gave (about 50 bytes an id) and the folders that it has been in.
//
// # What goes in
//
// Inside a folder (read whole, sorted by name, links followed, no folder twice,
// hidden files left out) these endings count: .txt .text .html .htm .xhtml
// .jsonl .ndjson .json, each also with .gz or .zst. A file named by hand is
// read whatever its ending; the format is Options.Format, else the ending's,
// else what the content looks like.
//
// # What comes out
//
// The text of a .txt or JSON article is exactly what was given, as UTF-8: no
// trimming, no normalisation, only a byte order mark is dropped. HTML gives the
// words of the article alone, paragraphs separated by a blank line. A date is a
// day or nothing: see [ParseDate]. The title of a plain text is its first line
// when that reads as a headline (see headline), and the line stays in the text.
//
// An id given twice with another text is an error for the second; with the same
// text the second is left out without a word, since nothing is lost. A filter
// may have both: see Options.Stream.
//
// How well: of 112 English pages in the test collection of go-readability, 94 % of
// the expected words come out (captions and lists of links are left out on
// purpose) and 99 % of what comes out is expected; of 5,411 datelines found in
// official texts whose day is known, 5,395 give that day. Reading alone does some
// 4 million words/s.
//
// What goes wrong concerns one input or one line: it comes as an [*Error] and
// the rest is read.
package source

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"

	"dossier/extract/document"
)

// DefaultMaxBytes is the size of the largest article that is read unless
// Options.MaxBytes says otherwise, in bytes as stored (after decompression).
const DefaultMaxBytes = 32 << 20

// Stdin is the path that stands for standard input, and stdinName what messages
// call it.
const (
	Stdin     = "-"
	stdinName = "standard input"
)

// Options say how to read. The zero value reads anything.
type Options struct {
	Format   Format // "" or Auto: by ending, else by content
	MaxBytes int64  // of one article; 0: DefaultMaxBytes

	// These override what the input says about its articles. Date is any day
	// that ParseDate reads, Lang an ISO 639-1 code; with Lang "en" no article is
	// left out as being in another language.
	Date, Publisher, Lang string

	// Stream reads JSON for a filter, which gives a result for each line and
	// keeps nothing: an id may come again with another text, and a text may be
	// empty, as long as it is there.
	Stream bool

	// Progress, if set, is told after each article or error how many bytes of the
	// inputs have been read, and how many there are; total is 0 when that is
	// unknown (standard input, pipes). Compressed files count as on the disk.
	Progress func(read, total int64)
}

// Kind says what an error means for its input.
type Kind int

// The kinds of error.
const (
	Failed  Kind = iota // could not be read; no article
	Skipped             // left out on purpose, such as a text that is not English; no article
	Warning             // about the article that follows, which is delivered
)

// Error is what is wrong with one input, or with one line of it.
type Error struct {
	Path string // as named or found; "standard input"
	Line int    // 1-based; 0 when it concerns the whole input
	Kind Kind
	Err  error  // what is wrong
	Hint string // what to do about it, "" when that is plain
}

// Error gives where, what and what to do, on one line.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(where(e.Path, e.Line))
	b.WriteString(": ")
	b.WriteString(e.Err.Error())
	if e.Hint != "" {
		b.WriteString(": ")
		b.WriteString(e.Hint)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

func where(path string, line int) string {
	if line == 0 {
		return path
	}
	return fmt.Sprintf("%s:%d", path, line)
}

// Read reads the articles of the paths in order. Each step gives an article, or
// an error with an empty article: an [*Error], after which reading goes on, or
// the context's own, after which it ends. stdin is read where a path is "-".
func Read(ctx context.Context, paths []string, stdin io.Reader, o Options) iter.Seq2[document.Article, error] {
	return func(yield func(document.Article, error) bool) {
		r := &reader{ctx: ctx, stdin: stdin, options: o, yield: yield, readDir: os.ReadDir}
		r.run(paths)
	}
}

// reader is one run over the inputs. Its methods that can deliver something
// return false when the run is over: the caller has had enough, or the context
// was cancelled.
type reader struct {
	ctx     context.Context
	stdin   io.Reader
	options Options
	yield   func(document.Article, error) bool
	readDir func(string) ([]fs.DirEntry, error) // os.ReadDir, but for tests
	ids     ids

	stdinRead   bool
	read, total int64
}

func (r *reader) run(paths []string) {
	o := &r.options
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Date != "" {
		day, ok := ParseDate(o.Date)
		if !ok {
			r.yield(document.Article{}, fmt.Errorf("the date %q for all articles is no day: write it as 2006-01-02", o.Date))
			return
		}
		o.Date = day
	}
	o.Lang = language(o.Lang)
	if o.Progress != nil {
		r.total = r.size(paths)
	}
	for in, err := range walk(paths, r.readDir) {
		more := false
		if err != nil {
			more = r.report(err)
		} else {
			more = r.input(in)
		}
		if !more {
			return
		}
	}
}

// size adds up the sizes of the inputs, 0 when one of them is a stream. What is
// wrong with a path is left to the reading.
func (r *reader) size(paths []string) (total int64) {
	for in, err := range walk(paths, r.readDir) {
		if err != nil {
			continue
		}
		if in.path == Stdin || !in.info.Mode().IsRegular() {
			return 0
		}
		total += in.info.Size()
	}
	return total
}

// deliver completes an article with the options, checks its language and hands
// it on, warnings first.
func (r *reader) deliver(a document.Article, path string, line int) bool {
	o := r.options
	override := func(field *string, option string) {
		if option != "" {
			*field = option
		}
	}
	a.Source = where(path, line)
	if o.Date == "" && a.Date == "" {
		a.Date = dateline(a.Text)
	}
	if o.Date == "" && a.Date == "" {
		a.Date = urlDate(a.URL)
	}
	override(&a.Date, o.Date)
	override(&a.Publisher, o.Publisher)
	override(&a.Lang, o.Lang)
	if lang := foreign(a.Lang, a.Text); lang != "" {
		return r.report(&Error{Path: path, Line: line, Kind: Skipped,
			Err:  fmt.Errorf("the text is in %s, and only English is read", lang),
			Hint: "declare it as English (lang en) if it is"})
	}
	return r.hand(a, nil)
}

// report hands on what is wrong with an input.
func (r *reader) report(e *Error) bool { return r.hand(document.Article{}, e) }

// hand gives the caller an article or an error, unless the context was cancelled.
func (r *reader) hand(a document.Article, err error) bool {
	if !r.check() {
		return false
	}
	more := r.yield(a, err)
	if r.options.Progress != nil {
		r.options.Progress(r.read, r.total)
	}
	return more
}

// fail reports that an input, or one line of it, could not be read.
func (r *reader) fail(path string, line int, err error, hint string) bool {
	return r.report(&Error{Path: path, Line: line, Err: err, Hint: hint})
}

// warn reports something about the article that is delivered next.
func (r *reader) warn(path string, line int, err error, hint string) bool {
	return r.report(&Error{Path: path, Line: line, Kind: Warning, Err: err, Hint: hint})
}

// check ends the run with the context's error once that is cancelled.
func (r *reader) check() bool {
	if err := r.ctx.Err(); err != nil {
		r.yield(document.Article{}, err)
		return false
	}
	return true
}
