package main

import (
	"context"
	"fmt"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

type checkOptions struct{ output outputOptions }

// AddFlags registers the flags.
func (o *checkOptions) AddFlags(cmd *cobra.Command) { o.output.AddFlags(cmd, plainFormats()) }

// problemRow is one invariant that doesn't hold.
type problemRow struct {
	Schema   string `json:"schema"`
	Kind     string `json:"kind"`     // "problem"
	Document string `json:"document"` // "" when it concerns the whole store
	Problem  string `json:"problem"`
}

// String is the problem as people read it.
func (r problemRow) String() string {
	if r.Document == "" {
		return r.Problem
	}
	return r.Document + ": " + r.Problem
}

func newCheckCommand(a *app) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Verify that the store is whole",
		Long: `Verify every invariant of the store: that each quad belongs to a document that
the ledger knows, that nothing refers to what isn't there, and that the indexes
agree. Each problem is a row; without any it exits with 0.` + exitHelp(exitOK, exitError, exitUsage, exitNoStore, exitDamaged, exitInterrupted),
		Example: "  dossier check\n  dossier check --store news.store --format jsonl",
		GroupID: groupStore,
		Args:    arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runCheck(cmd.Context(), a, o)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runCheck(ctx context.Context, a *app, o checkOptions) error {
	return a.reading(ctx, func(st *graph.Store) error {
		problems, err := st.Check(ctx)
		if err != nil {
			return err
		}
		rows := make([]problemRow, len(problems))
		for i, p := range problems {
			rows[i] = problemRow{queries.Schema, "problem", string(p.Where), p.What}
		}
		if err := writeRows(a, o.output, each(rows), problemRow{}); err != nil {
			return err
		}
		if len(problems) > 0 {
			return fmt.Errorf("%w: %d problems were found", graph.ErrDamaged, len(problems))
		}
		a.note("the store is whole")
		return nil
	})
}
