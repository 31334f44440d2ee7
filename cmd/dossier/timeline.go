package main

import (
	"context"

	"dossier/cmd/dossier/render"
	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type timelineOptions struct {
	output outputOptions
	span   spanOptions
	by     string
	first  bool
	limit  int
}

// AddFlags registers the flags.
func (o *timelineOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.output.AddFull(f)
	o.span.AddFlags(f)
	f.StringVar(&o.by, "by", "day", "how dates are cut, and rows grouped: day, month or year")
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
	complete(cmd, "by", "day", "month", "year")
}

func newTimelineCommand(a *app) *cobra.Command {
	var o timelineOptions
	cmd := &cobra.Command{
		Use:   "timeline WHO [WHO]",
		Short: "What happened when, in order",
		Long: `List the dated statements, events and facts of one, or between two, oldest
first.

` + whoHelp + exitHelp(askStatuses()...),
		Example:           "  dossier timeline \"Sauli Niinisto\"\n  dossier timeline China Japan --by month --since 2017",
		GroupID:           groupAsk,
		Args:              arguments(1, 2, "WHO"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runTimeline(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runTimeline(ctx context.Context, a *app, o timelineOptions, args []string) error {
	since, until, err := o.span.days(a.env.now())
	if err != nil {
		return err
	}
	if err := oneOf("--by", o.by, "day", "month", "year"); err != nil {
		return err
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		w, err := a.writer(o.output, rowTypes()...)
		if err != nil {
			return err
		}
		if o.by != "day" {
			w = render.Grouped(w, func(row any) string { return cutDate(row, o.by) })
		}
		return copyRows(w, o.output, queries.Timeline(ctx, st, queries.TimelineRequest{
			Who: args, By: o.by, Since: since, Until: until, First: o.first, Limit: o.limit,
		}))
	})
}

// cutDate is the month or the year of a row.
func cutDate(row any, by string) string {
	date := ""
	switch r := row.(type) {
	case queries.StatementRow:
		date = r.Date
	case queries.EventRow:
		date = r.Document.Date
		if r.Date != nil {
			date = r.Date.Start
		}
	case queries.FactRow:
		date = r.Document.Date
	}
	length := map[string]int{"month": len("2006-01"), "year": len("2006")}[by]
	return date[:min(length, len(date))]
}
