package main

import (
	"context"
	"time"

	"dossier/graph"

	"github.com/spf13/cobra"
)

type queryOptions struct {
	output  outputOptions
	timeout time.Duration
	limit   int
}

// AddFlags registers the flags.
func (o *queryOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, plainFormats())
	f := cmd.Flags()
	f.DurationVar(&o.timeout, "timeout", 10*time.Second, "give up after this `TIME`")
	limit(f, &o.limit, 1000, "at most so many results (0: all)")
}

func newQueryCommand(a *app) *cobra.Command {
	var o queryOptions
	cmd := &cobra.Command{
		Use:   "query GIZMO",
		Short: "Ask the graph in Gizmo, the language of Cayley",
		Long: `Run a query in Gizmo, Cayley's language of paths, over the raw graph. It can
only read, and ends after a time limit. Every typed relation is also one quad
from subject to object, so that a plain walk works.` + exitHelp(exitOK, exitError, exitUsage, exitNoStore, exitDamaged, exitInterrupted),
		Example: `  dossier query 'g.V("<country/CHN>").Out("<cooperate>").All()'
  dossier query --timeout 2s --limit 20 'g.V().All()'`,
		GroupID: groupAsk,
		Args:    arguments(1, 1, "the query, in quotation marks"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runQuery(cmd.Context(), a, o, args[0])
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runQuery(ctx context.Context, a *app, o queryOptions, gizmo string) error {
	ctx, cancel := context.WithTimeout(ctx, o.timeout)
	defer cancel()
	return a.reading(ctx, func(st *graph.Store) error {
		rows, cut, err := st.Gizmo(ctx, gizmo, o.limit)
		if err != nil {
			return err
		}
		if err := writeRows(a, o.output, each(rows)); err != nil {
			return err
		}
		if cut {
			a.note("there are more than %d results; --limit 0 gives all", o.limit)
		}
		return nil
	})
}
