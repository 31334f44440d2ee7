package main

import (
	"context"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type pathOptions struct {
	output  outputOptions
	maxHops int
	limit   int
	first   bool
}

// AddFlags registers the flags.
func (o *pathOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	f.IntVar(&o.maxHops, "max-hops", 3, "at most so many steps from A to B")
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	limit(f, &o.limit, 5, "at most so many paths")
}

func newPathCommand(a *app) *cobra.Command {
	var o pathOptions
	cmd := &cobra.Command{
		Use:   "path A B",
		Short: "How two are connected",
		Long: `List how A and B are connected through events, facts and statements, shortest
first, and among those the best evidenced. Each step comes with its sentence.

A and B are names, aliases, ISO codes of countries, or ids. A name that fits
several lists them and exits with 1; --first takes the most mentioned.` + exitHelp(askStatuses()...),
		Example:           "  dossier path \"Martha Ellingworth\" Japan\n  dossier path RUS JPN --max-hops 2 --limit 1",
		GroupID:           groupAsk,
		Args:              arguments(2, 2, "A and B"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPath(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runPath(ctx context.Context, a *app, o pathOptions, args []string) error {
	if o.maxHops < 1 {
		return usagef("--max-hops is %d, and at least 1 is needed", o.maxHops)
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, queries.Path(ctx, st, queries.PathRequest{
			A: args[0], B: args[1], MaxHops: o.maxHops, First: o.first, Limit: o.limit,
		}), queries.PathRow{})
	})
}
