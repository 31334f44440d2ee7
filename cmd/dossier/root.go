package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// globalOptions are the flags that every command takes.
type globalOptions struct {
	store   string
	color   string
	json    bool
	quiet   bool
	verbose bool
	debug   bool
}

// AddFlags registers the flags.
func (o *globalOptions) AddFlags(f *pflag.FlagSet) {
	f.StringVar(&o.store, "store", "", "`WHERE` the store is: a folder, or :memory: (default $DOSSIER_STORE, else the user's data folder)")
	f.StringVar(&o.color, "color", "auto", "colour: auto, always or never (also NO_COLOR, CLICOLOR_FORCE)")
	f.BoolVar(&o.json, "json", false, "the same as --format json")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "nothing on stderr but errors")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "more on stderr about what is being done")
	f.BoolVar(&o.debug, "debug", false, "with an error, everything that is known about it")
}

// The groups under which help lists the commands.
const (
	groupRead  = "read"
	groupAsk   = "ask"
	groupStore = "store"
	groupHelp  = "help"
)

func newRootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "dossier",
		Short: "Reads news and answers who said what and how countries relate",
		Long: `Dossier reads news articles and answers who said what and how countries
relate, each answer with the sentence that proves it. Everything stays on this
machine.` + exitHelp(exitOK, exitError, exitUsage, exitPartial, exitNoRows, exitNoStore, exitLocked, exitDamaged, exitInterrupted),
		Example: `  dossier brief articles/
  dossier ingest articles/
  dossier said "Martha Ellingworth" --about Russia
  dossier between China Japan --since 2017`,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			return cmd.Help()
		},
	}
	root.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return unknownCommand(cmd, args[0])
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		if errors.Is(err, pflag.ErrHelp) {
			return err
		}
		return &usageError{err: err}
	})
	a.global.AddFlags(root.PersistentFlags())
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		return oneOf("--color", a.global.color, "auto", "always", "never")
	}
	root.AddGroup(
		&cobra.Group{ID: groupRead, Title: "Read articles:"},
		&cobra.Group{ID: groupAsk, Title: "Ask the store:"},
		&cobra.Group{ID: groupStore, Title: "Look after the store:"},
		&cobra.Group{ID: groupHelp, Title: "Help:"},
	)
	root.SetHelpCommand(newHelpCommand())
	root.AddCommand(commands(a)...)
	return root
}

// commands are all of them, in the order in which help lists them.
func commands(a *app) []*cobra.Command {
	return []*cobra.Command{
		newBriefCommand(a),
		newIngestCommand(a),
		newExtractCommand(a),

		newSaidCommand(a),
		newSpeakersCommand(a),
		newBetweenCommand(a),
		newShowCommand(a),
		newEntitiesCommand(a),
		newTimelineCommand(a),
		newPathCommand(a),
		newSearchCommand(a),
		newExplainCommand(a),
		newDocumentsCommand(a),
		newQueryCommand(a),

		newForgetCommand(a),
		newExportCommand(a),
		newStatsCommand(a),
		newCheckCommand(a),
		newCompactCommand(a),
		newDoctorCommand(a),

		newCompletionCommand(a),
		newManCommand(a),
		newVersionCommand(a),
	}
}

// unknownCommand is the error for a command that isn't one, with those that
// might have been meant.
func unknownCommand(root *cobra.Command, name string) error {
	err := &usageError{err: fmt.Errorf("there is no command %q", name)}
	if near := root.SuggestionsFor(name); len(near) > 0 {
		err.hint = "Did you mean " + strings.Join(near, " or ") + "?"
	}
	return err
}

// oneOf checks the value of a flag that takes one of a few words.
func oneOf(flag, value string, words ...string) error {
	for _, w := range words {
		if value == w {
			return nil
		}
	}
	return usagef("%s is %q, which isn't one of %s", flag, value, strings.Join(words, ", "))
}

// allOf checks the values of a flag that takes several of a few words.
func allOf(flag string, values, words []string) error {
	for _, v := range values {
		if err := oneOf(flag, v, words...); err != nil {
			return err
		}
	}
	return nil
}

// arguments checks how many arguments a command was given.
func arguments(atLeast, atMost int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < atLeast && len(args) == 0:
			return usagef("%s is missing", what)
		case len(args) < atLeast:
			return usagef("%d argument given, %d needed: %s", len(args), atLeast, what)
		case atMost >= 0 && len(args) > atMost:
			return usagef("%q is one argument too many (a name of several words goes in quotation marks)", args[atMost])
		}
		return nil
	}
}
