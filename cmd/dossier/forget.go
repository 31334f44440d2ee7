package main

import (
	"context"
	"fmt"

	"dossier/cmd/dossier/render"
	"dossier/graph"

	"github.com/spf13/cobra"
)

type forgetOptions struct{ dryRun bool }

// AddFlags registers the flags.
func (o *forgetOptions) AddFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "say what would go, but change nothing")
}

func newForgetCommand(a *app) *cobra.Command {
	var o forgetOptions
	cmd := &cobra.Command{
		Use:   "forget DOC…",
		Short: "Take documents out of the store",
		Long: `Take documents out of the store, and all that came from them alone. DOC is an id
as dossier documents lists it. One that isn't there is named on stderr, the
others go.` + exitHelp(exitOK, exitError, exitUsage, exitPartial, exitNoStore, exitLocked, exitDamaged, exitInterrupted),
		Example: "  dossier forget document/3f1c09a2b4d8e617\n  dossier forget --dry-run document/3f1c09a2b4d8e617 document/9a2b4d8e6173f1c0",
		GroupID: groupStore,
		Args:    arguments(1, -1, "the id of a document (see dossier documents)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runForget(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runForget(ctx context.Context, a *app, o forgetOptions, ids []string) error {
	return a.withStore(ctx, graph.Options{ReadOnly: o.dryRun}, func(st *graph.Store) error {
		known, missing, err := documentsNamed(ctx, a, st, ids)
		if err != nil {
			return err
		}
		if o.dryRun {
			a.note("would forget %s", render.Count(len(known), "document"))
			return partial(missing)
		}
		n, err := st.Retract(ctx, known)
		if err != nil {
			return err
		}
		a.note("forgot %s", render.Count(n, "document"))
		return partial(missing)
	})
}

// documentsNamed finds the documents of the ids, and tells on stderr about those
// that aren't there.
func documentsNamed(ctx context.Context, a *app, st *graph.Store, ids []string) (known []graph.ID, missing int, err error) {
	for _, id := range ids {
		terms, err := st.Out(ctx, graph.ID(id), graph.LedgerHash)
		if err != nil {
			return nil, 0, err
		}
		if len(terms) == 0 {
			fmt.Fprintf(a.stderr, "dossier: no document %s is in the store: dossier documents lists those that are\n", render.Clean(id))
			missing++
			continue
		}
		known = append(known, graph.ID(id))
	}
	return known, missing, nil
}
