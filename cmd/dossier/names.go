package main

import (
	"context"
	"strings"
	"time"

	"dossier/graph"
	"dossier/queries"

	"github.com/spf13/cobra"
)

// whoHelp explains WHO in the help of every command that takes one.
const whoHelp = `WHO is a name, an alias, an ISO code of a country, or an id. A name that fits
several lists them and exits with 1; --first takes the most mentioned.`

// askStatuses are what a command that asks the store can exit with.
func askStatuses() []int {
	return []int{exitOK, exitError, exitUsage, exitNoRows, exitNoStore, exitDamaged, exitInterrupted}
}

// How much completion may offer, and how far and how long it may look: a shell
// waits for it.
const (
	completeMost = 50
	completeDocs = 1000 // the newest
	completeTime = time.Second
)

// completeNames offers names out of the store for the first n arguments.
func (a *app) completeNames(n int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= n {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.names(cmd.Context(), begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// completeName offers names out of the store as values of a flag.
func (a *app) completeName(cmd *cobra.Command, flag string) {
	register(cmd, flag, func(cmd *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		return a.names(cmd.Context(), begun), cobra.ShellCompDirectiveNoFileComp
	})
}

// names are entities of the newest documents whose name begins as given, the
// most mentioned first, each with what it is. Without a store there are none: completion is no
// place for errors.
func (a *app) names(ctx context.Context, begun string) []string {
	ctx, cancel := context.WithTimeout(ctx, completeTime)
	defer cancel()
	var names []string
	_ = a.reading(ctx, func(st *graph.Store) error {
		for e, err := range queries.Entities(ctx, st, queries.EntitiesRequest{Words: begun, Newest: completeDocs}) {
			if err != nil || len(names) == completeMost {
				return err
			}
			if strings.HasPrefix(strings.ToLower(e.Name), strings.ToLower(begun)) {
				names = append(names, e.Name+"\t"+strings.Join(strings.Fields(e.Type+" "+e.Country), ", "))
			}
		}
		return nil
	})
	return names
}
