package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// complete offers words to the shell as values of a flag.
func complete(cmd *cobra.Command, flag string, words ...string) {
	register(cmd, flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	})
}

// register sets what completes a flag. It panics when there is no such flag,
// which is a fault of the program that any test shows.
func register(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(fmt.Sprintf("completing --%s of %s: %v", flag, cmd.Name(), err))
	}
}
