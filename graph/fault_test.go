package graph

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// What a test has its own binary do in another process, by this variable.
const (
	childVar    = "DOSSIER_GRAPH_CHILD"
	childIngest = "ingest" // all documents, one a batch, then close
	childHold   = "hold"   // open for writing, say so, wait for ever
	childFill   = "fill"   // documents until it fails
)

func TestMain(m *testing.M) {
	if what, where, ok := strings.Cut(os.Getenv(childVar), " "); ok {
		child(what, where)
		return
	}
	os.Exit(m.Run())
}

// child is the other process: it prints a line when it has opened the store,
// and one for each batch.
func child(what, where string) {
	ctx := context.Background()
	s, err := Open(ctx, where, Options{Create: true})
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	fmt.Println("open")
	if what == childHold {
		time.Sleep(time.Hour)
	}
	docs := crashDocs()
	if what == childFill {
		docs = docs[:0]
		for i := range 400 {
			docs = append(docs, noisy(i))
		}
	}
	for _, c := range docs {
		if _, err := s.apply(ctx, []content{c}); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println("batch")
	}
	if err := s.Close(); err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}

// crashDocs is documents, and later editions of some, so that a crash hits
// additions, removals and both.
func crashDocs() []content {
	docs := generate(9, 60)
	for i, c := range docs {
		if i%2 == 0 {
			docs = append(docs, changed(c))
		}
	}
	return docs
}

// noisy is documents that don't get smaller by packing.
func noisy(i int) content {
	r := rand.New(rand.NewPCG(uint64(i), 2))
	b := make([]byte, 100<<10)
	for i := range b {
		b[i] = byte('a' + r.IntN(26))
	}
	return made(ID(fmt.Sprint("document/", i)), Quad{ID(fmt.Sprint("s", i)), "text", Text(string(b)), ""})
}

// startChild starts this binary as another process.
func startChild(t *testing.T, what, where string) (cmd *exec.Cmd, lines func() (string, bool)) {
	t.Helper()
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVar+"="+what+" "+where)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 4096)
	return cmd, func() (string, bool) {
		n, err := out.Read(buf)
		return string(buf[:n]), err == nil
	}
}

// TestCrash kills a process that ingests, at random moments, and wants a store
// after it that is sound, can be read, and ends with the same content when the
// ingest is done again.
func TestCrash(t *testing.T) {
	moments := 50
	if testing.Short() {
		moments = 5
	}
	undisturbed := mustOpen(t, Memory, Options{})
	for _, c := range crashDocs() {
		apply(t, undisturbed, c)
	}
	want := all(t, undisturbed.All(t.Context()))

	r := rand.New(rand.NewPCG(5, 5))
	where := filepath.Join(t.TempDir(), "store")
	for i := range moments {
		if i%10 == 0 { // from nothing now and then, else over what crashed before
			if err := os.RemoveAll(where); err != nil {
				t.Fatal(err)
			}
		}
		cmd, lines := startChild(t, childIngest, where)
		time.AfterFunc(time.Duration(r.IntN(250))*time.Millisecond, func() { cmd.Process.Kill() })
		for said, ok := lines(); ok; said, ok = lines() {
			if strings.Contains(said, "error") {
				t.Fatalf("moment %d: %s", i, said)
			}
		}
		cmd.Wait()

		if r, err := Open(t.Context(), where, Options{ReadOnly: true}); err == nil {
			mustBeSound(t, r)
			r.Close()
		} else if !errors.Is(err, ErrNoStore) { // it was killed before there was one
			t.Fatalf("moment %d: open to read: %v", i, err)
		}
		s := mustOpen(t, where, Options{Create: true})
		mustBeSound(t, s)
		if i%10 == 9 || i == moments-1 {
			for _, c := range crashDocs() {
				apply(t, s, c)
			}
			if got := all(t, s.All(t.Context())); !slices.Equal(got, want) {
				t.Fatalf("moment %d: %d quads, want %d", i, len(got), len(want))
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLocked has one process write: another writer is told which, at once;
// readers get in.
func TestLocked(t *testing.T) {
	where := filepath.Join(t.TempDir(), "store")
	s := mustOpen(t, where, Options{Create: true})
	doc := made("a", Quad{"s", "p", Text("x"), ""})
	apply(t, s, doc)
	_, err := Open(t.Context(), where, Options{})
	var locked *LockedError
	if !errors.As(err, &locked) || locked.PID != os.Getpid() {
		t.Errorf("a second writer in this process: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	cmd, lines := startChild(t, childHold, where)
	defer cmd.Wait()
	defer cmd.Process.Kill()
	if said, _ := lines(); !strings.HasPrefix(said, "open") {
		t.Fatalf("the other process: %s", said)
	}
	began := time.Now()
	_, err = Open(t.Context(), where, Options{Create: true})
	if !errors.As(err, &locked) || locked.PID != cmd.Process.Pid {
		t.Errorf("a second writer: %v, want the process %d", err, cmd.Process.Pid)
	}
	if !strings.Contains(fmt.Sprint(err), fmt.Sprint(cmd.Process.Pid)) {
		t.Errorf("message %q doesn't name the process", err)
	}
	for range 2 { // many readers
		r := mustOpen(t, where, Options{ReadOnly: true})
		if got := all(t, r.All(t.Context())); !slices.Equal(got, doc.want()) {
			t.Errorf("a reader sees %v", got)
		}
		if _, err := r.apply(t.Context(), []content{doc}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("a reader writes: %v", err)
		}
		if err := r.Compact(t.Context()); !errors.Is(err, ErrReadOnly) {
			t.Errorf("a reader compacts: %v", err)
		}
	}
	if d := time.Since(began); d > 30*time.Second {
		t.Errorf("somebody waited %v for the writer", d)
	}
}

// TestReaderKeepsItsView lets a writer go on, publish and compact while a
// reader has the store open.
func TestReaderKeepsItsView(t *testing.T) {
	where := filepath.Join(t.TempDir(), "store")
	w := mustOpen(t, where, Options{Create: true})
	docs := generate(2, 30)
	apply(t, w, docs[:10]...)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := mustOpen(t, where, Options{ReadOnly: true})
	before := all(t, r.All(t.Context()))
	for i := 10; i < 30; i += 5 {
		w = mustOpen(t, where, Options{})
		apply(t, w, docs[i:i+5]...)
		if err := w.Compact(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if got := all(t, r.All(t.Context())); !slices.Equal(got, before) {
		t.Errorf("a reader's content changed from %d quads to %d", len(before), len(got))
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	w = mustOpen(t, where, Options{})
	apply(t, w, generate(3, 1)...)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	views, err := numbered(where, viewPrefix)
	if err != nil || len(views) != 1 {
		t.Errorf("views %v are left, error %v; want one", views, err)
	}
	if works, err := filepath.Glob(filepath.Join(where, "*[k.]*")); err != nil || len(works) != 0 {
		t.Errorf("%v are left, error %v", works, err)
	}
}

func TestNoStore(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("not a store"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, where string
		o           Options
	}{
		{"nothing there", filepath.Join(dir, "none"), Options{}},
		{"nothing there, to read", filepath.Join(dir, "none"), Options{ReadOnly: true}},
		{"a file", file, Options{}},
		{"a folder with other things", dir, Options{ReadOnly: true}},
		{"a folder with other things is not made a store", dir, Options{Create: true}},
	} {
		if _, err := Open(t.Context(), tt.where, tt.o); !errors.Is(err, ErrNoStore) || !strings.Contains(err.Error(), tt.where) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("looking for a store left %v", entries)
	}
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o777); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, empty, Options{Create: true})
}

func TestVersion(t *testing.T) {
	where := someStore(t)
	path := filepath.Join(where, storeFile)
	if err := os.WriteFile(path, []byte(sealed("dossier store 99\nengine other\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{}, {ReadOnly: true}, {Create: true}} {
		if _, err := Open(t.Context(), where, o); !errors.Is(err, ErrVersion) || !strings.Contains(err.Error(), "99") {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// someStore makes a store with some content, closed.
func someStore(t *testing.T) string {
	t.Helper()
	where := filepath.Join(t.TempDir(), "store")
	s := mustOpen(t, where, Options{Create: true})
	docs := generate(6, 40)
	docs = append(docs, made("long", Quad{"long", "text", Text(strings.Repeat("A long text stands in a file of its own. ", 40)), ""}))
	apply(t, s, docs...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return where
}

// TestDamaged cuts and changes each file of a store in many places. Whoever
// opens it must get an error that names a file, or all of the content; never
// other content, and never a panic.
func TestDamaged(t *testing.T) {
	where := someStore(t)
	s := mustOpen(t, where, Options{ReadOnly: true})
	want := all(t, s.All(t.Context()))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var files []string
	err := filepath.WalkDir(where, func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() != lockName {
			files = append(files, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	damages := 0
	for _, f := range files {
		whole, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var bad [][]byte
		for i := range 10 {
			if n := len(whole) * i / 10; n < len(whole) {
				flipped := slices.Clone(whole)
				flipped[n] ^= 0x55
				bad = append(bad, whole[:n], flipped)
			}
		}
		for i, b := range bad {
			if err := os.WriteFile(f, b, 0o666); err != nil {
				t.Fatal(err)
			}
			for _, o := range []Options{{ReadOnly: true}, {}} {
				damages += mustNotDeceive(t, where, f, i, o, want)
			}
			if works, _ := numbered(where, workPrefix); len(works) > 0 {
				t.Fatalf("%s: opening a damaged store left %v", f, works)
			}
			if err := os.WriteFile(f, whole, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), where, Options{ReadOnly: true}); !errors.Is(err, ErrDamaged) && filepath.Base(f) != storeFile {
			t.Errorf("without %s: %v", f, err)
		}
		if err := os.WriteFile(f, whole, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if damages < len(files) {
		t.Errorf("%d damages were found in %d files", damages, len(files))
	}
	mustBeSound(t, mustOpen(t, where, Options{ReadOnly: true}))
}

// mustNotDeceive opens a damaged store and reads all of it. It returns 1 when
// the damage was found.
func mustNotDeceive(t *testing.T, where, file string, i int, o Options, want []Quad) int {
	t.Helper()
	s, err := Open(t.Context(), where, o)
	if err == nil {
		defer func() {
			if s != nil {
				s.back.close()
			}
		}()
		var got []Quad
		for q, e := range s.All(t.Context()) {
			if err = e; e == nil {
				got = append(got, q)
			}
		}
		if err == nil {
			if !slices.Equal(got, want) {
				t.Errorf("%s, damage %d, %+v: %d quads without an error, want %d", file, i, o, len(got), len(want))
			}
			return 0
		}
	}
	if !errors.Is(err, ErrDamaged) && !(errors.Is(err, ErrNoStore) && filepath.Base(file) == storeFile) {
		t.Errorf("%s, damage %d, %+v: %v", file, i, o, err)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if !strings.Contains(err.Error(), name) {
		t.Errorf("%s, damage %d, %+v: message %q doesn't name the file", file, i, o, err)
	}
	return 1
}
