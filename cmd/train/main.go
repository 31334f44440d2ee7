// Train rebuilds what the program carries but nobody wrote by hand: the model of
// names, and the lexicon's pack. The same data gives the same bytes; what the
// data is, and under which licences, is written into each file.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func main() {
	root := &cobra.Command{
		Use:           "train",
		Short:         "Rebuilds the models and tables that the program carries",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(newNamesCommand(), newStatementsCommand(), newSyntaxCommand(), newKBCommand(), newSentencesCommand(), newLemmasCommand(), newHomographsCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// dataFlags are those that every command has: where it learns from and what it writes.
func dataFlags(f *pflag.FlagSet, data, out *string, file string) {
	f.StringVar(data, "data", "../shared/data", "`FOLDER` of the data")
	f.StringVar(out, "out", file, "`FILE` to write what is learned to")
}

func newKBCommand() *cobra.Command {
	var from, out string
	c := &cobra.Command{
		Use:     "kb",
		Short:   "Compiles the knowledge pack of the lexicon",
		Example: "  go run ./cmd/train kb --data ../shared/data/kb --out extract/lexicon/pack",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return compileKB(from, out, cmd.OutOrStdout())
		},
	}
	c.Flags().StringVar(&from, "data", "../shared/data/kb", "`FOLDER` of the tables")
	c.Flags().StringVar(&out, "out", "extract/lexicon/pack", "`FOLDER` to write the pack to")
	return c
}
