package main

import (
	"context"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type statsOptions struct{ output outputOptions }

// AddFlags registers the flags.
func (o *statsOptions) AddFlags(cmd *cobra.Command) { o.output.AddFlags(cmd, plainFormats()) }

// statsRow is how much there is in a store.
type statsRow struct {
	Schema     string `json:"schema"`
	Kind       string `json:"kind"` // "stats"
	Documents  int    `json:"documents"`
	Words      int    `json:"words"`
	Statements int    `json:"statements"`
	Events     int    `json:"events"`
	Facts      int    `json:"facts"`
	Entities   int    `json:"entities"`
	Quads      int64  `json:"quads"`
	Bytes      int64  `json:"bytes"` // on the disk, 0 in memory
}

func newStatsCommand(a *app) *cobra.Command {
	var o statsOptions
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "How much is in the store",
		Long: `Count what the store holds: documents, words, entities, and what was read in
each document, also where another carries the same; quads, and bytes on the
disk.` + exitHelp(exitOK, exitError, exitUsage, exitNoStore, exitDamaged, exitInterrupted),
		Example: "  dossier stats\n  dossier stats --format json",
		GroupID: groupStore,
		Args:    arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runStats(cmd.Context(), a, o)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runStats(ctx context.Context, a *app, o statsOptions) error {
	return a.reading(ctx, func(st *graph.Store) error {
		stats, err := st.Stats(ctx)
		if err != nil {
			return err
		}
		row := statsRow{Schema: queries.Schema, Kind: "stats", Quads: stats.Quads, Bytes: stats.Bytes}
		for d, err := range queries.Documents(ctx, st, queries.DocumentsRequest{}) {
			if err != nil {
				return err
			}
			row.Documents++
			row.Words += d.Words
			row.Statements += d.Statements
			row.Events += d.Events
			row.Facts += d.Facts
		}
		for _, err := range queries.Entities(ctx, st, queries.EntitiesRequest{}) {
			if err != nil {
				return err
			}
			row.Entities++
		}
		return a.writeReport(o.output, row)
	})
}
