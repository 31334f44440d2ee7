package main

import (
	"context"

	"dossier/graph"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"
)

func newCompactCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "compact",
		Short: "Rewrite the store as small as it can be",
		Long: `Rewrite the store as small as it can be. The new one takes the place of the old
one only when it is whole, so there has to be room for both.` + exitHelp(exitOK, exitError, exitUsage, exitNoStore, exitLocked, exitDamaged, exitInterrupted),
		Example: "  dossier compact\n  dossier compact --store news.store",
		GroupID: groupStore,
		Args:    arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runCompact(cmd.Context(), a)
		},
	}
}

func runCompact(ctx context.Context, a *app) error {
	return a.withStore(ctx, graph.Options{}, func(st *graph.Store) error {
		before, err := st.Stats(ctx)
		if err != nil {
			return err
		}
		if err := st.Compact(ctx); err != nil {
			return err
		}
		after, err := st.Stats(ctx)
		if err != nil {
			return err
		}
		a.note("%s, now %s", humanize.IBytes(uint64(before.Bytes)), humanize.IBytes(uint64(after.Bytes)))
		return nil
	})
}
