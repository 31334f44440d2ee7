package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readmeBlock is a command that the README shows with its output: the command
// in a comment, the output in the block of text after it.
var readmeBlock = regexp.MustCompile("(?s)<!-- dossier (.*?) -->\n```text\n(.*?)```\n")

// readmeScores is where the README has figures out of testdata/scores.json.
var readmeScores = regexp.MustCompile("(?s)<!-- scores -->\n.*?\n\n")

// readmeFigures says which of them it has, and what they are called there.
var readmeFigures = []struct{ what, set, figure string }{
	{"statements with the right speaker, US political news", "quotes.polnear", "speaker"},
	{"— direct speech", "quotes.polnear", "speaker, direct"},
	{"— indirect speech", "quotes.polnear", "speaker, indirect"},
	{"— both in one", "quotes.polnear", "speaker, mixed"},
	{"statements with the speaker's full name, Wikinews", "quotes.wikinews", "resolved"},
	{"names of persons, organisations and places, world newswire", "ner.worldwide", "typed"},
	{"— persons", "ner.worldwide", "person"},
	{"— places and countries", "ner.worldwide", "place"},
	{"— organisations", "ner.worldwide", "organization"},
	{"names, web texts", "ner.uner_ewt", "typed"},
	{"names whatever their type, Wikinews", "ner.gum_news", "untyped"},
	{"all mentions of named entities joined, Wikinews", "coref.gum_news", "named clusters"},
	{"events: which country does it to which, PLOVER records", "events.plover_gsr", "dyad"},
	{"— and of which type", "events.plover_gsr", "dyad and type"},
	{"events: the same, cases of PETRARCH", "events.petr_dyad", "dyad"},
	{"facts, KnowledgeNet", "relations.knowledgenet", "F1"},
	{"— precision", "relations.knowledgenet", "precision"},
	{"words, Wikinews", "dep.gum_news", "tokens"},
	{"their tags, Wikinews", "dep.gum_news", "tags"},
	{"their heads and relations (LAS), Wikinews", "dep.gum_news", "heads and relations (LAS)"},
	{"— web texts", "dep.ewt", "heads and relations (LAS)"},
	{"sentences, Wikinews", "dep.gum_news", "sentences"},
}

func scoresTable(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("testdata/scores.json")
	if err != nil {
		t.Fatal(err)
	}
	var scores map[string]map[string]float64
	if err := json.Unmarshal(b, &scores); err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	table.WriteString("<!-- scores -->\n| | F1 |\n| --- | --- |\n")
	for _, f := range readmeFigures {
		v, ok := scores[f.set][f.figure]
		if !ok {
			t.Errorf("testdata/scores.json has no %s of %s", f.figure, f.set)
		}
		fmt.Fprintf(&table, "| %s | %.1f |\n", f.what, v)
	}
	return table.String() + "\n"
}

// TestReadme runs the commands that the README shows: their output is what it
// says, word for word, and its scores are those measured last. -update writes
// both in.
func TestReadme(t *testing.T) {
	const name = "../../README.md"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../..")
	store := t.TempDir() + "/store"
	if got := dossier(t, "", "ingest", "--store", store, "testdata/articles"); got.status != exitOK {
		t.Fatalf("status %d, stderr %s", got.status, got.stderr)
	}
	shown := 0
	readme := readmeBlock.ReplaceAllStringFunc(string(b), func(block string) string {
		shown++
		m := readmeBlock.FindStringSubmatch(block)
		args := strings.Fields(m[1])
		if args[0] != "brief" {
			args = append(args, "--store", store)
		}
		got := dossier(t, "", args...)
		if got.status != exitOK || got.stdout == "" {
			t.Errorf("dossier %s: status %d, stderr %s", m[1], got.status, got.stderr)
		}
		return "<!-- dossier " + m[1] + " -->\n```text\n" + got.stdout + "```\n"
	})
	readme = readmeScores.ReplaceAllLiteralString(readme, scoresTable(t))
	if shown < 6 {
		t.Errorf("%d commands found in the README, want the briefing and five questions", shown)
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(readme), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(b), readme); diff != "" {
		t.Errorf("the README is not true; go test ./cmd/dossier -run TestReadme -update mends it (-README +true):\n%s", diff)
	}
}
