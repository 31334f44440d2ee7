package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"dossier/extract/document"
	"dossier/graph"

	"github.com/spf13/cobra"
)

type ingestOptions struct {
	input      inputOptions
	output     outputOptions
	since      string
	dryRun     bool
	noProgress bool
}

// AddFlags registers the flags.
func (o *ingestOptions) AddFlags(cmd *cobra.Command) {
	o.input.AddFlags(cmd)
	o.output.AddFlags(cmd, plainFormats())
	f := cmd.Flags()
	f.StringVar(&o.since, "since", "", "leave out articles that are dated before `WHEN`: a date, a month, a year, or a span back from today (30d, 6w, 2y)")
	f.BoolVar(&o.dryRun, "dry-run", false, "read and count, but change nothing")
	f.BoolVar(&o.noProgress, "no-progress", false, "don't tell how far it is")
}

// ingestRow is what became of the articles.
type ingestRow struct {
	Schema    string `json:"schema"`
	Kind      string `json:"kind"` // "ingest"
	New       int    `json:"new"`
	Unchanged int    `json:"unchanged"`
	Updated   int    `json:"updated"`
	Failed    int    `json:"failed"`
	LeftOut   int    `json:"left_out"` // dated before --since
	Quads     int    `json:"quads"`    // added
	DryRun    bool   `json:"dry_run"`
}

// String is the summary that people read.
func (r ingestRow) String() string {
	s := fmt.Sprintf("%d new, %d unchanged, %d updated, %d failed", r.New, r.Unchanged, r.Updated, r.Failed)
	if r.LeftOut > 0 {
		s += fmt.Sprintf(", %d left out", r.LeftOut)
	}
	if r.DryRun {
		s += " (dry run: nothing was changed)"
	}
	return s
}

func newIngestCommand(a *app) *cobra.Command {
	var o ingestOptions
	cmd := &cobra.Command{
		Use:   "ingest PATH…",
		Short: "Read articles into the store",
		Long: `Read articles into the store, which is made if there is none. An article that is
in it already, unchanged, is left alone; one that has changed takes the place of
its former version. What can't be read is named on stderr, and everything else
goes in.

PATH is a file, a folder, a glob, or - for standard input: plain text, HTML or
JSON Lines, each also as .gz or .zst. Interrupted, it finishes the batch that it
has begun; the next ingest goes on from there.

--input-format nquads takes over what another store exported, also one of
another version.` + exitHelp(exitOK, exitError, exitUsage, exitPartial, exitLocked, exitDamaged, exitInterrupted),
		Example: `  dossier ingest articles/
  dossier ingest --since 30d --jobs 4 'archive/*.jsonl.gz'
  dossier ingest --store news.store --publisher "The Gazette" page.html
  dossier ingest --store new.store --input-format nquads old.nq`,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.inputsOf(cmd, args); err != nil {
				return err
			}
			return runIngest(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runIngest(ctx context.Context, a *app, o ingestOptions, paths []string) error {
	if err := o.input.check(); err != nil {
		return err
	}
	since, _, err := when("--since", o.since, a.env.now())
	if err != nil {
		return err
	}
	row := ingestRow{Schema: document.Schema, Kind: "ingest", DryRun: o.dryRun}
	do := func(st *graph.Store) error {
		in := ingest{reader: reader{app: a, options: o.input, paths: paths}, store: st, row: &row, since: since, dryRun: o.dryRun}
		return in.run(ctx, a.newProgress(!o.noProgress))
	}
	if o.dryRun {
		err = a.reading(ctx, do)
	} else {
		err = a.writing(ctx, do)
	}
	if o.dryRun && errors.Is(err, graph.ErrNoStore) { // in which everything would be new
		a.global.store = graph.Memory
		err = a.writing(ctx, do)
	}
	if err != nil && ctx.Err() == nil {
		return err
	}
	return errors.Join(a.writeReport(o.output, row), err, partial(row.Failed))
}

// batchWords is how many words of articles are handed to the store at once: what
// makes a transaction of some 4,000 quads and the keys of their words. A
// bigger one loads hardly faster and takes more memory: reading 31,735 articles
// peaks at 277 MB with 14,000 and at 293 with 20,000.
const batchWords = 14_000

// ingest reads articles into a store.
type ingest struct {
	reader
	store  *graph.Store
	row    *ingestRow
	since  string // a day, or ""
	dryRun bool

	batch []*document.Document
	words int

	// What fresh counts, on the goroutine that feeds the reader.
	added, unchanged, updated, leftOut atomic.Int64
}

func (in *ingest) run(ctx context.Context, p *progress) error {
	defer p.clear()
	in.reader.progress, in.reader.wanted = p.bytes, func(a document.Article) (bool, error) { return in.fresh(ctx, &a) }
	// What has been read when the user interrupts still goes in, whole.
	whole := context.WithoutCancel(ctx)
	err := in.read(ctx, whole, p)
	if ferr := in.flush(whole); ferr != nil {
		return ferr
	}
	in.row.New += int(in.added.Load())
	in.row.Unchanged += int(in.unchanged.Load())
	in.row.Updated += int(in.updated.Load())
	in.row.LeftOut += int(in.leftOut.Load())
	in.row.Failed = in.failed
	return err
}

func (in *ingest) read(ctx, whole context.Context, p *progress) error {
	for d, err := range in.documents(ctx) {
		if err != nil {
			return err
		}
		p.article()
		in.batch = append(in.batch, d)
		if in.words += len(d.Tokens); in.words < batchWords {
			continue
		}
		if err := in.flush(whole); err != nil {
			return err
		}
	}
	return nil
}

// fresh tells whether an article has to be read: it is young enough, and the
// store doesn't have it as it is. A dry run reads none, and only counts.
func (in *ingest) fresh(ctx context.Context, a *document.Article) (bool, error) {
	if a.Date != "" && a.Date < in.since {
		in.leftOut.Add(1)
		return false, nil
	}
	has, err := in.store.Has(ctx, a)
	if err != nil {
		return false, err
	}
	if has {
		in.unchanged.Add(1)
		return false, nil
	}
	if !in.dryRun {
		return true, nil
	}
	former, err := in.store.Out(ctx, graph.DocumentID(a), graph.LedgerHash)
	if len(former) > 0 {
		in.updated.Add(1)
	} else {
		in.added.Add(1)
	}
	return false, err
}

// flush writes the batch as one transaction.
func (in *ingest) flush(ctx context.Context) error {
	if len(in.batch) == 0 {
		return nil
	}
	report, err := in.store.Apply(ctx, in.batch)
	in.row.New += report.New
	in.row.Unchanged += report.Unchanged
	in.row.Updated += report.Updated
	in.row.Quads += report.Quads
	if err != nil {
		return fmt.Errorf("writing %d articles, the first of them %s: %w", len(in.batch), in.batch[0].Source, err)
	}
	in.batch, in.words = in.batch[:0], 0
	return nil
}
