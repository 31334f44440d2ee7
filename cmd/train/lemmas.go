package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dossier/extract/token"

	"github.com/spf13/cobra"
)

// lemmasOptions are those of the command lemmas.
type lemmasOptions struct {
	data, out string
	least     int // an ending that fewer forms have is left out
	longest   int // bytes of an ending
}

func newLemmasCommand() *cobra.Command {
	var o lemmasOptions
	c := &cobra.Command{
		Use:     "lemmas",
		Short:   "Learns the table of lemmas",
		Example: "  go run ./cmd/train lemmas --data ../shared/data --out extract/token/lemmas.tsv",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainLemmas(o, cmd.OutOrStdout())
		},
	}
	f := c.Flags()
	dataFlags(f, &o.data, &o.out, "extract/token/lemmas.tsv")
	f.IntVar(&o.least, "least", 2, "leave out endings that fewer forms have")
	f.IntVar(&o.longest, "longest", 6, "bytes of an ending at most")
	return c
}

// inflected is a form of the treebanks with its tag, and how often it has which lemma.
type inflected struct{ form, tag string }

func readLemmas(file string, seen map[inflected]map[string]int) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		c := strings.Split(lines.Text(), "\t")
		if len(c) != 10 || strings.ContainsAny(c[0], "-.") || c[2] == "_" || strings.Contains(c[9], "CorrectForm") || strings.Contains(c[5], "Typo=Yes") {
			continue
		}
		k := inflected{token.LemmaForm(c[1], c[4]), c[4]}
		if seen[k] == nil {
			seen[k] = map[string]int{}
		}
		seen[k][c[2]]++
	}
	return lines.Err()
}

// ruleOf is how a lemma comes from a form.
func ruleOf(form, lemma string) token.LemmaRule {
	same := 0
	for same < len(form) && same < len(lemma) && form[same] == lemma[same] {
		same++
	}
	for same > 0 && (same < len(form) && !utf8.RuneStart(form[same]) || same < len(lemma) && !utf8.RuneStart(lemma[same])) {
		same--
	}
	return token.LemmaRule{Strip: len(form) - same, Add: lemma[same:]}
}

func trainLemmas(o lemmasOptions, w io.Writer) error {
	log := &protocol{w, time.Now()}
	seen := map[inflected]map[string]int{}
	for _, set := range []string{"ewt", "gum"} {
		if err := readLemmas(filepath.Join(o.data, "train", "dep", set+".conllu"), seen); err != nil {
			return err
		}
	}
	forms := slices.SortedFunc(maps.Keys(seen), func(a, b inflected) int {
		return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.form, b.form))
	})
	rules := o.learn(forms, seen)
	var b bytes.Buffer
	b.WriteString(lemmasNotice)
	for _, key := range slices.Sorted(maps.Keys(rules)) {
		fmt.Fprintf(&b, "%s\t%d\t%s\n", key, rules[key].Strip, rules[key].Add)
	}
	log.printf("%d forms, %d rules, %d bytes", len(forms), len(rules), b.Len())
	for _, set := range []string{"ewt", "gum", "gum_news"} {
		if err := scoreLemmas(filepath.Join(o.data, "dev", "dep", set+".conllu"), set, rules, log); err != nil {
			return err
		}
	}
	return os.WriteFile(o.out, b.Bytes(), 0o644)
}

// learn finds the rules: of the endings, from the shortest, those that most of the forms
// that have them follow, where these are other ones than those of a shorter ending;
// then those of forms that are exceptions.
func (o lemmasOptions) learn(forms []inflected, seen map[inflected]map[string]int) token.LemmaRules {
	rules := token.LemmaRules{}
	want := make([]token.LemmaRule, len(forms))
	for i, k := range forms {
		want[i] = ruleOf(k.form, mostFrequent(seen[k]))
	}
	for n := 0; n <= o.longest; n++ {
		votes := map[string]map[token.LemmaRule]int{}
		for i, k := range forms {
			at := len(k.form) - n
			if at <= 0 || !utf8.RuneStart((k.form + " ")[at]) {
				continue // an ending leaves something before it
			}
			key := token.LemmaKey(k.tag, k.form[at:])
			if votes[key] == nil {
				votes[key] = map[token.LemmaRule]int{}
			}
			votes[key][want[i]]++
		}
		for key, of := range votes {
			best := mostVoted(of)
			tag, ending, _ := strings.Cut(key, "\t")
			shorter, known := shorterRule(rules, tag, ending)
			if of[best] >= o.least && (!known || best != shorter && of[best] > of[shorter]) {
				rules[key] = best
			}
		}
	}
	for i, k := range forms {
		if often := sum(seen[k]); often == 1 && !inflectedTags[k.tag] {
			continue // too often a name or a slip of the pen
		}
		if rules.Of(k.form, k.tag) != want[i].Of(k.form) {
			rules[token.LemmaKey(k.tag, token.Whole+k.form)] = want[i]
		}
	}
	return rules
}

// inflectedTags are those of forms that differ from their lemma.
var inflectedTags = map[string]bool{
	"NNS": true, "VBD": true, "VBG": true, "VBN": true, "VBP": true, "VBZ": true, "JJR": true, "JJS": true, "RBR": true, "RBS": true,
}

func sum(of map[string]int) (n int) {
	for _, k := range of {
		n += k
	}
	return n
}

func shorterRule(rules token.LemmaRules, tag, ending string) (token.LemmaRule, bool) {
	for ending != "" {
		_, n := utf8.DecodeRuneInString(ending)
		ending = ending[n:]
		if r, ok := rules[token.LemmaKey(tag, ending)]; ok {
			return r, true
		}
	}
	return token.LemmaRule{}, false
}

func mostFrequent(of map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(of)), func(a, b string) int {
		return cmp.Or(of[b]-of[a], cmp.Compare(a, b))
	})
}

func mostVoted(of map[token.LemmaRule]int) token.LemmaRule {
	return slices.MinFunc(slices.Collect(maps.Keys(of)), func(a, b token.LemmaRule) int {
		return cmp.Or(of[b]-of[a], a.Strip-b.Strip, cmp.Compare(a.Add, b.Add))
	})
}

// scoreLemmas prints how many lemmas of a development set are right.
func scoreLemmas(file, set string, rules token.LemmaRules, log *protocol) error {
	seen := map[inflected]map[string]int{}
	if err := readLemmas(file, seen); err != nil {
		return err
	}
	var all, right, open, openRight float64
	for k, of := range seen {
		for lemma, n := range of {
			hit := rules.Of(k.form, k.tag) == lemma
			all += float64(n)
			if hit {
				right += float64(n)
			}
			if k.tag[0] == 'V' || k.tag == "NN" || k.tag == "NNS" {
				open += float64(n)
				if hit {
					openRight += float64(n)
				}
			}
		}
	}
	log.printf("%s: %.2f percent of the lemmas are right, %.2f of those of verbs and common nouns", set, 100*right/all, 100*openRight/open)
	return nil
}
