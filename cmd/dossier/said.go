package main

import (
	"context"
	"iter"
	"strings"

	"dossier/cmd/dossier/render"
	"dossier/extract/document"
	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type saidOptions struct {
	output     outputOptions
	span       spanOptions
	class      classOptions
	about      string
	to         string
	text       string
	types      []string
	publisher  string
	confidence float64
	own        bool
	first      bool
	context    int
	by         string
	limit      int
}

// AddFlags registers the flags.
func (o *saidOptions) AddFlags(a *app, cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.output.AddFull(f)
	o.span.AddFlags(f)
	o.class.AddFlags(cmd)
	f.StringVar(&o.about, "about", "", "only what names `WHO`")
	f.StringVar(&o.to, "to", "", "only what was said to `WHO`")
	f.StringVar(&o.text, "text", "", "only what holds these `WORDS`")
	f.StringSliceVar(&o.types, "type", nil, "only statements of these types: direct, indirect, mixed, or none, which is refusals to answer")
	f.StringVar(&o.publisher, "publisher", "", "only what this `NAME` published")
	o.confidence = document.Sure
	f.Var((*share)(&o.confidence), "min-confidence", "only what is right with at least this probability, from 0 (all that is kept) to 1")
	f.BoolVar(&o.own, "own", false, "only what WHO said itself, not what a spokesperson said for it")
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	f.Var((*natural)(&o.context), "context", "show so many sentences before and after each statement")
	f.StringVar(&o.by, "by", "", "count instead of listing: speaker (all that is kept, unless --min-confidence is given)")
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
	complete(cmd, "type", statementTypes()...)
	complete(cmd, "by", countedBy()...)
	a.completeName(cmd, "about")
	a.completeName(cmd, "to")
}

func statementTypes() []string { return []string{"direct", "indirect", "mixed", "none"} }
func countedBy() []string      { return []string{"speaker"} }

func newSaidCommand(a *app) *cobra.Command {
	var o saidOptions
	cmd := &cobra.Command{
		Use:   "said [WHO]",
		Short: "Who said what, newest first",
		Long: `List what was said, newest first: by WHO, or by anybody. Each statement comes
with the sentence that holds it, its document, and the id that dossier explain
takes; a copy in another paper is no statement of its own, but is named with it.

What a spokesperson said for WHO counts as said by WHO, unless --own is given.
Questions, promises and beliefs are left out unless --class asks for them.
--by speaker counts instead: who says how much of what the other flags ask for.

` + whoHelp + exitHelp(askStatuses()...),
		Example: `  dossier said "Martha Ellingworth"
  dossier said --about Russia --type direct --since 2017 --context 1
  dossier said --about Russia --by speaker
  dossier said "Foreign Ministry" --class all --min-confidence 0.8
  dossier said NATO --text "open door" --format csv`,
		GroupID:           groupAsk,
		Args:              arguments(0, 1, "WHO"),
		ValidArgsFunction: a.completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.by != "" && !cmd.Flags().Changed("min-confidence") {
				o.confidence = 0 // so that no statement need be opened to be counted
			}
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
	classes, err := o.class.named()
	if err != nil {
		return err
	}
	if o.by != "" {
		if err := oneOf("--by", o.by, countedBy()...); err != nil {
			return err
		}
	}
	request := queries.SaidRequest{
		Who: strings.Join(args, ""), About: o.about, To: o.to, Own: o.own, Text: o.text, Types: o.types, Classes: classes, Confidence: o.confidence,
		Since: since, Until: until, Publisher: o.publisher, First: o.first, Context: o.context, Limit: o.limit,
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		if o.by != "" {
			return writeRows(a, o.output, breakdown(queries.SaidBySpeaker(ctx, st, request)), render.Breakdown{})
		}
		return writeRows(a, o.output, queries.Said(ctx, st, request), queries.StatementRow{})
	})
}

// breakdown is speakers as rows that tell how they are quoted.
func breakdown(rows queries.Rows[queries.SpeakerRow]) iter.Seq2[render.Breakdown, error] {
	return func(yield func(render.Breakdown, error) bool) {
		for r, err := range rows {
			if !yield(render.Breakdown{SpeakerRow: r}, err) {
				return
			}
		}
	}
}
