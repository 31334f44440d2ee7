package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/name"
	"dossier/extract/token"

	"github.com/spf13/cobra"
)

// homographsOptions are those of the command homographs.
type homographsOptions struct {
	data, out string
	least     int     // how often a word is seen in lower case
	share     float64 // of its places where it is
}

func newHomographsCommand() *cobra.Command {
	var o homographsOptions
	c := &cobra.Command{
		Use:     "homographs",
		Short:   "Learns which places are spelled as a common word is",
		Example: "  go run ./cmd/train homographs --data ../shared/data --out extract/name/homographs.txt",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainHomographs(o, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	dataFlags(f, &o.data, &o.out, "extract/name/homographs.txt")
	f.IntVar(&o.least, "least", 2, "how often a word is seen in lower case")
	f.Float64Var(&o.share, "share", .002, "of its places, how many are")
	return c
}

// trainHomographs lists the words that the lexicon knows as a place, and that edited
// news, where names have capitals, have in lower case.
func trainHomographs(o homographsOptions, w io.Writer) error {
	log := &protocol{w, time.Now()}
	tokens, err := token.New()
	if err != nil {
		return err
	}
	lex, err := lexicon.Default()
	if err != nil {
		return err
	}
	type count struct{ small, all int }
	seen := map[string]*count{}
	if err := newsText(filepath.Join(o.data, "news"), func(text string) {
		d := &document.Document{Article: document.Article{Text: text}}
		tokens.Apply(d)
		for _, t := range d.Tokens {
			form := d.Slice(t.Span)
			word := strings.ToLower(form)
			c := seen[word]
			if c == nil {
				if !lex.Kinds(lexicon.NewKey.AddName(word)).Has(name.HastyPlaces) {
					continue
				}
				c = &count{}
				seen[strings.Clone(word)] = c
			}
			c.all++
			if form == word {
				c.small++
			}
		}
	}); err != nil {
		return err
	}
	var out bytes.Buffer
	out.WriteString(homographsNotice)
	n := 0
	for _, word := range slices.Sorted(maps.Keys(seen)) {
		if c := seen[word]; c.small >= o.least && float64(c.small) >= o.share*float64(c.all) {
			fmt.Fprintln(&out, word)
			n++
		}
	}
	log.printf("%d of %d places in the news are common words", n, len(seen))
	return os.WriteFile(o.out, out.Bytes(), 0o644)
}
