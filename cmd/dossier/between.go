package main

import (
	"context"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type betweenOptions struct {
	output     outputOptions
	span       spanOptions
	types      []string
	layers     []string
	modalities []string
	directed   bool
	first      bool
	limit      int
}

// AddFlags registers the flags.
func (o *betweenOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.output.AddFull(f)
	o.span.AddFlags(f)
	f.StringSliceVar(&o.types, "type", nil, "only these types of event, fact or statement, such as cooperate,sanction")
	f.StringSliceVar(&o.layers, "layer", nil, "only these layers: event, fact, statement")
	f.StringSliceVar(&o.modalities, "modality", nil, "only these modalities: asserted, future, hypothetical, negated")
	f.BoolVar(&o.directed, "directed", false, "only what A does to B or says about it")
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	limit(f, &o.limit, 0, "at most so many rows after the index (0: all)")
	complete(cmd, "type", relationTypes()...)
	complete(cmd, "layer", layers()...)
	complete(cmd, "modality", modalities()...)
}

// relationTypes are the types of statements, events and facts.
func relationTypes() []string {
	types := statementTypes()
	for _, p := range graph.Shortcuts() {
		types = append(types, string(p))
	}
	return types
}

func layers() []string     { return []string{"event", "fact", "statement"} }
func modalities() []string { return []string{"asserted", "future", "hypothetical", "negated"} }

func newBetweenCommand(a *app) *cobra.Command {
	var o betweenOptions
	cmd := &cobra.Command{
		Use:   "between A B",
		Short: "How two countries, people or organisations relate",
		Long: `List events, facts and statements of A and B about each other, newest first,
behind an index of the pair: how many events are cooperation and how many
conflict, in words and in deeds, and their mean intensity, from -10 (assault) to
+10 (cooperation). The index counts what the articles assert, each event once
however many documents carry it. What the people and bodies of a country do
counts as the country's. A date after ~ is the day on which an event was told,
where the text doesn't say when it took place.

A and B are names, aliases, ISO codes of countries, or ids. A name that fits
several lists them and exits with 1; --first takes the most mentioned.` + exitHelp(askStatuses()...),
		Example: `  dossier between China Japan
  dossier between RUS NATO --layer event --since 2017-12 --until 2018-01
  dossier between China Japan --directed --type sanction,threaten --format jsonl`,
		GroupID:           groupAsk,
		Args:              arguments(2, 2, "A and B"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBetween(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runBetween(ctx context.Context, a *app, o betweenOptions, args []string) error {
	since, until, err := o.span.days(a.env.now())
	if err != nil {
		return err
	}
	if err := allOf("--type", o.types, relationTypes()); err != nil {
		return err
	}
	if err := allOf("--layer", o.layers, layers()); err != nil {
		return err
	}
	if err := allOf("--modality", o.modalities, modalities()); err != nil {
		return err
	}
	request := queries.BetweenRequest{
		A: args[0], B: args[1], Types: o.types, Layers: o.layers, Modalities: o.modalities,
		Since: since, Until: until, Directed: o.directed, First: o.first, Limit: o.limit,
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, func(yield func(any, error) bool) {
			pair, err := queries.Pair(ctx, st, request)
			if err != nil {
				yield(nil, err)
				return
			}
			if pair.Events > 0 && !yield(pair, nil) {
				return
			}
			for row, err := range queries.Between(ctx, st, request) {
				if !yield(row, err) {
					return
				}
			}
		}, append([]any{queries.PairRow{}}, rowTypes()...)...)
	})
}
