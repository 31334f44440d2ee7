package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"dossier/graph"
)

// call is what one run of the program gave.
type call struct {
	status         int
	stdout, stderr string
}

// surroundings is an environment in which nothing is a terminal and the day
// stands still.
func surroundings() environment { return testApp().env }

func dossier(t *testing.T, stdin string, args ...string) call {
	t.Helper()
	return dossierIn(t.Context(), strings.NewReader(stdin), surroundings(), args...)
}

func dossierIn(ctx context.Context, stdin io.Reader, env environment, args ...string) call {
	var out, errs bytes.Buffer
	status := run(ctx, args, stdin, &out, &errs, env)
	return call{status, out.String(), errs.String()}
}

func article(i int) string {
	b, err := json.Marshal(map[string]string{
		"id":   fmt.Sprintf("a%d", i),
		"text": fmt.Sprintf("Ship number %d came into the harbour of the town on Monday. ", i) + strings.Repeat("The people of the town came to see it in the rain. ", 100),
	})
	if err != nil {
		panic(err) // strings always are JSON
	}
	return string(b) + "\n"
}

// interrupted is standard input during which the user presses Ctrl-C.
type interrupted struct {
	n      int
	cancel context.CancelFunc
	rest   []byte
}

func (r *interrupted) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.n++; r.n == 40 {
			r.cancel()
		}
		r.rest = []byte(article(r.n))
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// TestInterruptedIngest: what was read goes in whole, the rest stays out, and the
// store is good.
func TestInterruptedIngest(t *testing.T) {
	store := t.TempDir() + "/store"
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	got := dossierIn(ctx, &interrupted{cancel: cancel}, surroundings(), "ingest", "--store", store, "--format", "jsonl", "-")
	if got.status != exitInterrupted || !strings.Contains(got.stderr, "dossier: interrupted") {
		t.Fatalf("status %d, stderr %q; want 130 and why", got.status, got.stderr)
	}
	var row ingestRow
	if err := json.Unmarshal([]byte(got.stdout), &row); err != nil {
		t.Fatalf("the summary %q: %v", got.stdout, err)
	}
	var stats statsRow
	if err := json.Unmarshal([]byte(dossier(t, "", "stats", "--store", store, "--json").stdout), &stats); err != nil {
		t.Fatal(err)
	}
	if row.New == 0 || stats.Documents != row.New {
		t.Errorf("the summary says %d new, the store has %d", row.New, stats.Documents)
	}
	if check := dossier(t, "", "check", "--store", store); check.status != exitOK {
		t.Errorf("check after the interruption: %d %s%s", check.status, check.stdout, check.stderr)
	}
}

// TestLockedStore: a second writer is refused at once, readers aren't.
func TestLockedStore(t *testing.T) {
	store := t.TempDir() + "/store"
	if got := dossier(t, article(1), "ingest", "--store", store, "-"); got.status != exitOK {
		t.Fatal(got)
	}
	st, err := graph.Open(t.Context(), store, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"ingest", "-"}, {"compact"}, {"forget", "document/0123456789abcdef"}, {"doctor"}} {
		got := dossier(t, article(2), append(args, "--store", store)...)
		if got.status != exitLocked || !strings.Contains(got.stdout+got.stderr, "in use") {
			t.Errorf("%v while another writes: %+v; want status 11 and why", args, got)
		}
	}
	for _, args := range [][]string{{"stats"}, {"documents"}, {"said"}, {"export"}, {"check"}, {"ingest", "--dry-run", "-"}} {
		if got := dossier(t, article(2), append(args, "--store", store)...); got.status != exitOK {
			t.Errorf("%v while another writes: %+v; want an answer", args, got)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if got := dossier(t, article(2), "ingest", "--store", store, "-"); got.status != exitOK {
		t.Errorf("after the writer is done: %+v", got)
	}
}

// TestTerminalInput: a terminal as standard input is no input, and waiting for it
// would look like a program that hangs.
func TestTerminalInput(t *testing.T) {
	env := surroundings()
	env.terminal = func(any) (int, bool) { return 80, true }
	for _, args := range [][]string{{"extract", "-"}, {"ingest", "-"}, {"brief", "-"}, {"brief"}, {"ingest"}} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		got := dossierIn(ctx, strings.NewReader(""), env, args...)
		cancel()
		if got.status != exitUsage || !strings.Contains(got.stderr, "Usage:") {
			t.Errorf("%v from a terminal: %+v; want help and status 2", args, got)
		}
	}
}

// fullDisk is a standard output that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left on device") }

func TestOutputThatFails(t *testing.T) {
	var errs bytes.Buffer
	status := run(t.Context(), []string{"version"}, strings.NewReader(""), fullDisk{}, &errs, surroundings())
	if status != exitError || !strings.Contains(errs.String(), "no space left") {
		t.Errorf("status %d, stderr %q; want 1 and why", status, errs.String())
	}
}

// TestExitStatuses shows that the table knows each kind of error, also wrapped.
func TestExitStatuses(t *testing.T) {
	for want, err := range map[int]error{
		exitOK: nil, exitError: io.ErrUnexpectedEOF, exitUsage: usagef("no"), exitPartial: &partialError{2}, exitNoRows: errNoRows,
		exitNoStore: graph.ErrNoStore, exitLocked: &graph.LockedError{PID: 7}, exitDamaged: graph.ErrDamaged, exitInterrupted: context.Canceled,
	} {
		if got := exitStatus(err); got != want {
			t.Errorf("exit status of %v is %d, want %d", err, got, want)
		}
		if err == nil {
			continue
		}
		if got := exitStatus(fmt.Errorf("asking: %w", err)); got != want {
			t.Errorf("exit status of %v, wrapped, is %d, want %d", err, got, want)
		}
	}
	if got := exitStatus(graph.ErrVersion); got != exitDamaged {
		t.Errorf("exit status of another version is %d", got)
	}
}
