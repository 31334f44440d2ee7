package entity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/name"
)

// shared is where texts lie that are not ours to publish.
const shared = "../../../shared/data"

// TestExercise reads an article on an exercise of two countries, with the names
// as stage name finds them: who is in it, of which country, and under which
// other names. The two countries are those that exercise, whoever else is named.
func TestExercise(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(shared, "seed/article.txt"))
	if err != nil {
		t.Skip("SKIPPED: the article in ../shared is not here, so who is who in it is NOT checked: ", err)
	}
	tok, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	names, err := name.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: string(text)}}
	tok.Apply(d)
	names.Apply(d)
	New(lex).Apply(d)
	check(t, d)
	got := make([]string, len(d.Entities))
	for i, e := range d.Entities {
		var forms []string
		seen := map[string]bool{e.Name: true}
		for _, m := range d.Mentions {
			form := strings.ToLower(d.Slice(m.Span))
			if m.Kind != document.Pronoun && m.Entity == i && d.Slice(m.Span) != e.Name && !seen[form] {
				seen[form] = true
				forms = append(forms, d.Slice(m.Span))
			}
		}
		got[i] = strings.Join(append([]string{string(e.Type), e.Name, e.Country}, forms...), "|")
	}
	if diff := cmp.Diff(exercise, got); diff != "" {
		t.Error(diff)
	}
}

// exercise is who the article names: type, name, country, other names.
var exercise = []string{
	"place|Korean Peninsula|",
	"country|North Korea|PRK|North Korean",
	"country|Russia|RUS|the two countries|Russian",
	"country|China|CHN|the two countries|Chinese",
	"country|United States|USA|U.S.|America|American",
	"place|Beijing|CHN",
	"person|Wu Qian|CHN|the ministry spokesperson|Wu|the spokesperson",
	"person|Carl Schuster||Schuster",
	"organization|Navy|", // whose it is, the article doesn't say
	"organization|Hawaii Pacific University|USA",
	"country|Soviet Union|SUN|Soviet",
	"organization|Chinese Communist Party|CHN",
	"person|Sergei Shoigu|RUS",
	"place|Moscow|RUS",
	"person|Zhang Youxia|CHN|the Vice Chairman",
	"organization|Central Military Commission|CHN",
	"place|South China Sea|",
	"person|Vladimir Putin|RUS|Putin",
	"organization|European Union|",
	"country|Ukraine|UKR",
	"place|Crimean Peninsula|UKR",
	"place|Eastern Ukraine|UKR",
	"person|Mao|",
}
