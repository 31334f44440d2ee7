package main

import (
	"context"

	"dossier/cmd/dossier/briefing"
	"dossier/graph"

	"github.com/spf13/cobra"
)

type briefOptions struct {
	input  inputOptions
	output outputOptions
	limit  int
}

// AddFlags registers the flags.
func (o *briefOptions) AddFlags(cmd *cobra.Command) {
	o.input.AddFlags(cmd)
	o.output.AddFlags(cmd, plainFormats())
	limit(cmd.Flags(), &o.limit, 5, "how many statements, and about as many of everything else")
}

func newBriefCommand(a *app) *cobra.Command {
	var o briefOptions
	cmd := &cobra.Command{
		Use:   "brief PATH…",
		Short: "Read articles and say what is in them, on one screen",
		Long: `Read articles and say on one screen who is in them, who said what, and how
countries relate, each line with the sentence that proves it. Everything is kept
in memory, and nothing is left behind.

PATH is a file, a folder, a glob, or - for standard input: plain text, HTML or
JSON Lines, each also as .gz or .zst. With --store and no PATH, the briefing is
about what that store holds.` + exitHelp(exitOK, exitError, exitUsage, exitPartial, exitNoStore, exitDamaged, exitInterrupted),
		Example: `  dossier brief articles/
  dossier brief article.html --publisher "The Gazette"
  dossier brief --store news.store --limit 10`,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && a.global.store != "" {
				return runBriefStore(cmd.Context(), a, o)
			}
			if err := a.inputsOf(cmd, args); err != nil {
				return err
			}
			return runBrief(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runBriefStore(ctx context.Context, a *app, o briefOptions) error {
	return a.reading(ctx, func(st *graph.Store) error { return a.writeBriefing(ctx, o, st) })
}

func runBrief(ctx context.Context, a *app, o briefOptions, paths []string) error {
	if err := o.input.check(); err != nil {
		return err
	}
	if a.global.store != "" {
		return usagef("--store and a PATH: articles are briefed about in memory, use dossier ingest to keep them")
	}
	a.global.store = graph.Memory
	var row ingestRow
	return a.writing(ctx, func(st *graph.Store) error {
		in := ingest{reader: reader{app: a, options: o.input, paths: paths}, store: st, row: &row}
		if err := in.run(ctx, a.newProgress(true)); err != nil {
			return err
		}
		if row.New > 0 {
			if err := a.writeBriefing(ctx, o, st); err != nil {
				return err
			}
		} else if row.Failed == 0 {
			a.note("there is no article in %v", paths)
		}
		return partial(row.Failed)
	})
}

func (a *app) writeBriefing(ctx context.Context, o briefOptions, st *graph.Store) error {
	b, err := briefing.Gather(ctx, st, briefing.OneScreen(o.limit))
	if err != nil {
		return err
	}
	return a.writeReport(o.output, b)
}
