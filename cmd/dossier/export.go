package main

import (
	"context"
	"strings"

	"dossier/cmd/dossier/export"
	"dossier/cmd/dossier/render"
	"dossier/graph"

	"github.com/spf13/cobra"
)

type exportOptions struct{ format string }

func exportFormats() []string {
	return []string{"nquads", "jsonl", "csv", "graphml", "gexf", "dot", "ftm"}
}

// AddFlags registers the flags.
func (o *exportOptions) AddFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.format, "format", "nquads", "how to print: "+strings.Join(exportFormats(), ", "))
	complete(cmd, "format", exportFormats()...)
}

func newExportCommand(a *app) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Print the whole store in a format of other programs",
		Long: `Print the whole store:

  nquads   every quad, as N-Quads; dossier ingest --input-format nquads makes
           a store of them that answers alike
  jsonl    every document, entity, statement, event and fact as a row
  csv      the same rows in one table, with all columns of all kinds
  graphml  entities and what connects them, for yEd, Gephi and NetworkX
  gexf     the same for Gephi
  dot      the same for Graphviz
  ftm      FollowTheMoney entities, for Aleph and OpenAleph

The same store gives the same bytes.` + exitHelp(exitOK, exitError, exitUsage, exitNoStore, exitDamaged, exitInterrupted),
		Example: `  dossier export > store.nq
  dossier export --format graphml > news.graphml
  dossier export --format ftm > entities.json`,
		GroupID: groupStore,
		Args:    arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExport(cmd.Context(), a, o)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runExport(ctx context.Context, a *app, o exportOptions) error {
	if a.global.json {
		o.format = "json"
	}
	if err := oneOf("--format", o.format, exportFormats()...); err != nil {
		return err
	}
	return a.reading(ctx, func(st *graph.Store) error {
		if o.format == "nquads" {
			return export.WriteNQuads(a.stdout, st.All(ctx))
		}
		w, err := a.exporter(o.format)
		if err != nil {
			return err
		}
		return copyRows(w, outputOptions{}, everything(ctx, st))
	})
}

// exporter makes the writer of all rows in a format.
func (a *app) exporter(format string) (render.Writer, error) {
	if format == "jsonl" || format == "csv" {
		return render.New(render.Format(format), a.tableScreen(), everyType()...)
	}
	return export.New(format, a.stdout)
}
