package main

import (
	"context"

	"dossier/extract/document"

	"github.com/spf13/cobra"
)

type extractOptions struct {
	input    inputOptions
	format   string
	tokens   bool
	withText bool
}

// AddFlags registers the flags.
func (o *extractOptions) AddFlags(cmd *cobra.Command) {
	o.input.AddFlags(cmd)
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "jsonl", "how to print: jsonl")
	f.BoolVar(&o.tokens, "tokens", false, "print the tokens too")
	f.BoolVar(&o.withText, "with-text", false, "print the text too")
	complete(cmd, "format", "jsonl")
}

func newExtractCommand(a *app) *cobra.Command {
	o := extractOptions{input: inputOptions{stream: true}}
	cmd := &cobra.Command{
		Use:   "extract PATH…",
		Short: "Print all that is read out of articles, without a store",
		Long: `Print all that is read out of articles, one JSON object an article: sentences,
entities with their mentions, statements, events and facts. Offsets are Unicode
code points of the text. No store is touched.

PATH is a file, a folder, a glob, or - for standard input: plain text, HTML or
JSON Lines ({"id","text"} and optionally title, date, url, publisher, lang),
each also as .gz or .zst.` + exitHelp(exitOK, exitError, exitUsage, exitPartial, exitInterrupted),
		Example: `  dossier extract article.txt
  dossier extract --with-text articles/ > read.jsonl
  zcat news.jsonl.gz | dossier extract --input-format jsonl -`,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.inputsOf(cmd, args); err != nil {
				return err
			}
			return runExtract(cmd.Context(), a, o, args)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runExtract(ctx context.Context, a *app, o extractOptions, paths []string) error {
	if a.global.json {
		o.format = "json"
	}
	if err := oneOf("--format", o.format, "jsonl"); err != nil {
		return err
	}
	if err := o.input.check(); err != nil {
		return err
	}
	encoder := document.NewEncoder(a.stdout)
	encoder.Tokens, encoder.Text = o.tokens, o.withText
	r := reader{app: a, options: o.input, paths: paths}
	for d, err := range r.documents(ctx) {
		if err != nil {
			return err
		}
		if err := encoder.Encode(d); err != nil {
			return err
		}
		if err := a.flush(); err != nil {
			return err
		}
	}
	return partial(r.failed)
}
