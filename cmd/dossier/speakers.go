package main

import (
	"context"
	"strings"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type speakersOptions struct {
	output    outputOptions
	span      spanOptions
	class     classOptions
	about     string
	country   countryOption
	types     []string
	publisher string
	first     bool
	limit     int
}

// AddFlags registers the flags.
func (o *speakersOptions) AddFlags(a *app, cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	o.span.AddFlags(f)
	o.class.AddFlags(cmd)
	o.country.AddFlags(f)
	f.StringVar(&o.about, "about", "", "only what names `WHO`")
	f.StringSliceVar(&o.types, "type", nil, "only speakers of these types: "+strings.Join(entityTypes(), ", "))
	f.StringVar(&o.publisher, "publisher", "", "only what this `NAME` published")
	f.BoolVar(&o.first, "first", false, "when a name fits several, take the most mentioned")
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
	complete(cmd, "type", entityTypes()...)
	a.completeName(cmd, "about")
}

func newSpeakersCommand(a *app) *cobra.Command {
	var o speakersOptions
	cmd := &cobra.Command{
		Use:   "speakers [WORDS]",
		Short: "Who speaks most",
		Long: `List who says something, those with the most statements first: everybody who is
named, or those whose name the WORDS begin. A statement counts once however many
papers carry it, and for each of those who made it together; what a spokesperson
whom nobody names says counts for whom it is said.

The columns: how many statements, how many of them in quotation marks alone, in
how many documents, and the day of the last. WHO is as for dossier said.` + exitHelp(askStatuses()...),
		Example: `  dossier speakers --limit 20
  dossier speakers --about Russia --country USA --since 2017
  dossier speakers minister --type person --class promise --format csv`,
		GroupID:           groupAsk,
		Args:              arguments(0, -1, "WORDS"),
		ValidArgsFunction: a.completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runSpeakers(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(a, cmd)
	return cmd
}

func runSpeakers(ctx context.Context, a *app, o speakersOptions, args []string) error {
	since, until, err := o.span.days(a.env.now())
	if err != nil {
		return err
	}
	if err := allOf("--type", o.types, entityTypes()); err != nil {
		return err
	}
	country, err := o.country.code()
	if err != nil {
		return err
	}
	classes, err := o.class.named()
	if err != nil {
		return err
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, queries.Speakers(ctx, st, queries.SpeakersRequest{
			Words: strings.Join(args, " "), About: o.about, Types: o.types, Country: country, Classes: classes,
			Since: since, Until: until, Publisher: o.publisher, First: o.first, Limit: o.limit,
		}), queries.SpeakerRow{})
	})
}
