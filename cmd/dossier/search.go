package main

import (
	"context"
	"strings"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type searchOptions struct {
	output outputOptions
	span   spanOptions
	limit  int
}

// AddFlags registers the flags.
func (o *searchOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.span.AddFlags(f)
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
}

func newSearchCommand(a *app) *cobra.Command {
	var o searchOptions
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "Look for words in the sentences of all articles",
		Long: `Look for sentences that hold all the words, in any order, and list them newest
first, each with the ids of the statements, events and facts that were read in
it.` + exitHelp(askStatuses()...),
		Example: "  dossier search joint exercises\n  dossier search sanctions --since 2017 --limit 10",
		GroupID: groupAsk,
		Args:    arguments(1, -1, "the words"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runSearch(cmd.Context(), a, o, strings.Join(args, " "))
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runSearch(ctx context.Context, a *app, o searchOptions, words string) error {
	since, until, err := o.span.days(a.env.now())
	if err != nil {
		return err
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, queries.Search(ctx, st, queries.SearchRequest{
			Words: words, Since: since, Until: until, Limit: o.limit,
		}), queries.SentenceRow{})
	})
}
