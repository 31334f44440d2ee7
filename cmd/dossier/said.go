package main

import (
	"context"
	"strings"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type saidOptions struct {
	output    outputOptions
	span      spanOptions
	about     string
	to        string
	text      string
	types     []string
	publisher string
	first     bool
	limit     int
}

// AddFlags registers the flags.
func (o *saidOptions) AddFlags(a *app, cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.span.AddFlags(f)
	f.StringVar(&o.about, "about", "", "only what names `WHO`")
	f.StringVar(&o.to, "to", "", "only what was said to `WHO`")
	f.StringVar(&o.text, "text", "", "only what holds these `WORDS`")
	f.StringSliceVar(&o.types, "type", nil, "only statements of these types: direct, indirect, mixed")
	f.StringVar(&o.publisher, "publisher", "", "only what this `NAME` published")
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
	complete(cmd, "type", statementTypes()...)
	a.completeName(cmd, "about")
	a.completeName(cmd, "to")
}

func statementTypes() []string { return []string{"direct", "indirect", "mixed"} }

func newSaidCommand(a *app) *cobra.Command {
	var o saidOptions
	cmd := &cobra.Command{
		Use:   "said [WHO]",
		Short: "Who said what, newest first",
		Long: `List what was said, newest first: by WHO, or by anybody. Each statement comes
with the sentence that holds it, its document, and the id that dossier explain
takes.

` + whoHelp + exitHelp(askStatuses()...),
		Example: `  dossier said "Martha Ellingworth"
  dossier said --about Russia --type direct --since 2017
  dossier said NATO --text "open door" --format csv`,
		GroupID:           groupAsk,
		Args:              arguments(0, 1, "WHO"),
		ValidArgsFunction: a.completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runSaid(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(a, cmd)
	return cmd
}

func runSaid(ctx context.Context, a *app, o saidOptions, args []string) error {
	since, until, err := o.span.days(a.env.now())
	if err != nil {
		return err
	}
	if err := allOf("--type", o.types, statementTypes()); err != nil {
		return err
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, queries.Said(ctx, st, queries.SaidRequest{
			Who: strings.Join(args, ""), About: o.about, To: o.to, Text: o.text, Types: o.types,
			Since: since, Until: until, Publisher: o.publisher, First: o.first, Limit: o.limit,
		}), queries.StatementRow{})
	})
}
