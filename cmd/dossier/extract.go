package main

import (
	"context"

	"dossier/extract/document"
	"dossier/extract/token"

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
	f.StringVar(&o.format, "format", "jsonl", "how to print: jsonl, conllu or brat")
	f.BoolVar(&o.tokens, "tokens", false, "print the tokens too, with their syntax")
	f.BoolVar(&o.withText, "with-text", false, "print the text too")
	complete(cmd, "format", "jsonl", "conllu", "brat")
}

func newExtractCommand(a *app) *cobra.Command {
	o := extractOptions{input: inputOptions{stream: true}}
	cmd := &cobra.Command{
		Use:   "extract PATH…",
		Short: "Print all that is read out of articles, without a store",
		Long: `Print all that is read out of articles, one JSON object an article: sentences,
entities with their mentions, statements, events and facts. Offsets are Unicode
code points of the text. No store is touched.

--format conllu prints the tokens and the trees of the sentences instead, in the
format of Universal Dependencies. --format brat prints mentions, statements,
events and facts in the standoff format of the brat annotation tool; a line
"# newdoc id = …" stands before each document.

PATH is a file, a folder, a glob, or - for standard input: plain text, HTML or
JSON Lines ({"id","text"} and optionally title, date, url, publisher, lang),
each also as .gz or .zst.` + exitHelp(exitOK, exitError, exitUsage, exitPartial, exitInterrupted),
		Example: `  dossier extract article.txt
  dossier extract --with-text articles/ > read.jsonl
  dossier extract --format conllu article.txt
  dossier extract --format brat article.txt | sed 1d > article.ann
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
	if err := oneOf("--format", o.format, "jsonl", "conllu", "brat"); err != nil {
		return err
	}
	if err := o.input.check(); err != nil {
		return err
	}
	encode := o.encoder(a)
	r := reader{app: a, options: o.input, paths: paths}
	for d, err := range r.documents(ctx) {
		if err != nil {
			return err
		}
		if err := encode(d); err != nil {
			return err
		}
		if err := a.flush(); err != nil {
			return err
		}
	}
	return partial(r.failed)
}

// encoder is how documents are printed.
func (o *extractOptions) encoder(a *app) func(*document.Document) error {
	switch o.format {
	case "conllu":
		c := document.NewCoNLLU(a.stdout)
		c.Lemma = token.Lemma
		return c.Encode
	case "brat":
		return document.NewBrat(a.stdout).Encode
	}
	e := document.NewEncoder(a.stdout)
	e.Tokens, e.Text = o.tokens, o.withText
	return e.Encode
}
