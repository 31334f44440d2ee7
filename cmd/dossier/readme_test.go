package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readmeBlock is a command that the README shows with its output: the command
// in a comment, the output in the block of text after it.
var readmeBlock = regexp.MustCompile("(?s)<!-- dossier (.*?) -->\n```text\n(.*?)```\n")

// TestReadme runs the commands that the README shows: their output is what it
// says, word for word. -update writes the output in.
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
