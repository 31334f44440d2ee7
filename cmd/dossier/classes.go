package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// classOptions are the classes of statements that are asked for.
type classOptions struct{ classes []string }

// everyClass stands for all classes.
const everyClass = "all"

func statementClasses() []string { return []string{"say", "ask", "promise", "think"} }

// AddFlags registers the flag.
func (o *classOptions) AddFlags(cmd *cobra.Command) {
	words := append(statementClasses(), everyClass)
	cmd.Flags().StringSliceVar(&o.classes, "class", []string{"say"}, "only statements of these classes: "+strings.Join(words, ", "))
	complete(cmd, "class", words...)
}

// named are the classes to look for, none for all.
func (o classOptions) named() ([]string, error) {
	if err := allOf("--class", o.classes, append(statementClasses(), everyClass)); err != nil {
		return nil, err
	}
	if slices.Contains(o.classes, everyClass) {
		return nil, nil
	}
	return o.classes, nil
}
