package main

import (
	"context"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type explainOptions struct{ output outputOptions }

// AddFlags registers the flags.
func (o *explainOptions) AddFlags(cmd *cobra.Command) { o.output.AddFlags(cmd, plainFormats()) }

func newExplainCommand(a *app) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain ID",
		Short: "What an answer rests on",
		Long: `Show the evidence of a statement, an event or a fact: the document, the sentence
with the words marked, the cue or trigger, the rule or model that found it, how
confident that is, and who claims it. ID is that of any row of an answer.` + exitHelp(askStatuses()...),
		Example: "  dossier explain statement/20171214/3f1c09a2b4d8e617/2201",
		GroupID: groupAsk,
		Args:    arguments(1, 1, "the id of a row"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), a, o, args[0])
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runExplain(ctx context.Context, a *app, o explainOptions, id string) error {
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		row, err := queries.Explain(ctx, st, id)
		if err != nil {
			return err
		}
		return a.writeReport(o.output, row)
	})
}
