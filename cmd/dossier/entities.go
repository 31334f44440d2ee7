package main

import (
	"context"
	"strings"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

type entitiesOptions struct {
	output  outputOptions
	types   []string
	country countryOption
	limit   int
}

// AddFlags registers the flags.
func (o *entitiesOptions) AddFlags(cmd *cobra.Command) {
	o.output.AddFlags(cmd, rowFormats())
	f := cmd.Flags()
	f.StringSliceVar(&o.types, "type", nil, "only these types: "+strings.Join(entityTypes(), ", "))
	o.country.AddFlags(f)
	limit(f, &o.limit, 0, "at most so many rows (0: all)")
	complete(cmd, "type", entityTypes()...)
}

func entityTypes() []string {
	return []string{"person", "organization", "country", "place", "group", "event", "work", "other"}
}

func newEntitiesCommand(a *app) *cobra.Command {
	var o entitiesOptions
	cmd := &cobra.Command{
		Use:   "entities [WORDS]",
		Short: "Who and what is in the store, most mentioned first",
		Long: `List persons, organisations, countries and places, most mentioned first: all of
them, or those in whose name or aliases the words are.` + exitHelp(askStatuses()...),
		Example: `  dossier entities --type person --limit 20
  dossier entities minister --country RUS
  dossier entities --type country --format csv`,
		GroupID:           groupAsk,
		Args:              arguments(0, -1, "WORDS"),
		ValidArgsFunction: a.completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runEntities(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runEntities(ctx context.Context, a *app, o entitiesOptions, args []string) error {
	if err := allOf("--type", o.types, entityTypes()); err != nil {
		return err
	}
	country, err := o.country.code()
	if err != nil {
		return err
	}
	return a.ask(ctx, o.output, func(st *graph.Store) error {
		return writeRows(a, o.output, queries.Entities(ctx, st, queries.EntitiesRequest{
			Words: strings.Join(args, " "), Types: o.types, Country: country, Limit: o.limit,
		}), queries.EntityRow{})
	})
}

// countryOption is the country to which somebody belongs.
type countryOption string

// AddFlags registers the flag.
func (o *countryOption) AddFlags(f *pflag.FlagSet) {
	f.StringVar((*string)(o), "country", "", "only who belongs to the country with this ISO 3166-1 alpha-3 `CODE`")
}

// code is the code of the country, "" when any is asked for.
func (o countryOption) code() (string, error) {
	code := strings.ToUpper(string(o))
	if code != "" && !alpha3(code) {
		return "", usagef("--country is %q, and an ISO 3166-1 alpha-3 code is needed, such as CHN", string(o))
	}
	return code, nil
}

// alpha3 tells whether a code has the form of ISO 3166-1 alpha-3.
func alpha3(code string) bool {
	return len(code) == 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
