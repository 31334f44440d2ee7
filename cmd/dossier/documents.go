package main

import (
	"context"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type documentsOptions struct {
	output outputOptions
	span   spanOptions
	limit  int
}

// AddFlags registers the flags.
func (o *documentsOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.span.AddFlags(f)
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
}

func newDocumentsCommand(a *app) *cobra.Command {
	var o documentsOptions
	cmd := &cobra.Command{
		Use:   "documents",
		Short: "What was read",
		Long: `List the documents of the store, newest first: date, publisher, title, and how
many statements, events and facts were read in each.` + exitHelp(askStatuses()...),
		Example: "  dossier documents\n  dossier documents --since 2017-12 --format csv",
		GroupID: groupAsk,
		Args:    arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDocuments(cmd.Context(), a, o)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runDocuments(ctx context.Context, a *app, o documentsOptions) error {
	since, until, err := o.span.days(a.env.now())
	if err != nil {
		return err
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, queries.Documents(ctx, st, queries.DocumentsRequest{
			Since: since, Until: until, Limit: o.limit,
		}), queries.DocumentRow{})
	})
}
