package main

import (
	"context"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type showOptions struct {
	output outputOptions
	first  bool
	limit  int
}

// AddFlags registers the flags.
func (o *showOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, plainFormats())
	f := cmd.Flags()
	o.output.AddFull(f)
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	limit(f, &o.limit, 5, "at most so many rows of each kind (0: all)")
}

func newShowCommand(a *app) *cobra.Command {
	var o showOptions
	cmd := &cobra.Command{
		Use:   "show WHO",
		Short: "One profile: who it is, what it said, how it relates",
		Long: `Show what the store knows of one person, organisation, country or place: type,
country, aliases, roles, what it said, how it relates to others, and where it is
mentioned.

` + whoHelp + exitHelp(askStatuses()...),
		Example:           "  dossier show \"Sauli Niinisto\"\n  dossier show CHN --limit 20 --format json",
		GroupID:           groupAsk,
		Args:              arguments(1, 1, "WHO"),
		ValidArgsFunction: a.completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runShow(cmd.Context(), a, o, args[0])
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runShow(ctx context.Context, a *app, o showOptions, who string) error {
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		profile, err := queries.Show(ctx, st, queries.ShowRequest{Who: who, First: o.first, Limit: o.limit})
		if err != nil {
			return err
		}
		return a.writeReport(o.output, profile)
	})
}
