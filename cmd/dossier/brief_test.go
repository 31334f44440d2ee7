package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBriefing is what the first command of the README prints. The file is also
// the record of how well the articles are read: what changes there is to be
// looked at, line by line.
func TestBriefing(t *testing.T) {
	const golden = "testdata/briefing.golden"
	got := dossier(t, "", "brief", "../../testdata/articles")
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("status %d, stderr %s", got.status, got.stderr)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.stdout), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.stdout); diff != "" {
		t.Errorf("the briefing has changed; go test ./cmd/dossier -run TestBriefing -update keeps it (-want +got):\n%s", diff)
	}
	for _, jobs := range []string{"1", "3"} {
		if again := dossier(t, "", "brief", "--jobs", jobs, "../../testdata/articles"); again.stdout != got.stdout {
			t.Errorf("with --jobs %s the briefing is another: %s", jobs, cmp.Diff(got.stdout, again.stdout))
		}
	}
}
