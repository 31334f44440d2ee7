package graph

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// mount mounts a file system in memory of that size for the time of a test,
// which takes the superuser.
func mount(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("no file system of our own can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// TestFullDisk has another process fill the disk, of several sizes so that
// different files meet its end: the error says so, and what was in stays.
func TestFullDisk(t *testing.T) {
	for _, size := range []string{"3m", "7m", "12m", "20m", "33m"} {
		t.Run(size, func(t *testing.T) {
			dir := mount(t, "size="+size)
			where := filepath.Join(dir, "store")
			cmd, lines := startChild(t, childFill, where)
			var out strings.Builder
			for said, ok := lines(); ok; said, ok = lines() {
				out.WriteString(said)
			}
			if err := cmd.Wait(); err == nil || !strings.Contains(out.String(), "error ") {
				t.Fatalf("a full disk is no error: %v", err)
			}
			if !strings.Contains(out.String(), syscall.ENOSPC.Error()) {
				t.Errorf("the process said %q, want %q", out.String(), syscall.ENOSPC.Error())
			}
			if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=200m"); err != nil {
				t.Fatal(err)
			}
			s := mustOpen(t, where, Options{Create: true})
			var in []Quad
			for i := range strings.Count(out.String(), "batch") {
				in = append(in, noisy(i).want()...)
			}
			got := all(t, s.All(t.Context()))
			for _, q := range in {
				if _, ok := slices.BinarySearchFunc(got, q, Quad.Compare); !ok {
					t.Fatalf("%d of %d quads are left", len(got), len(in))
				}
			}
			mustBeSound(t, s)
			apply(t, s, generate(1, 5)...)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			mustBeSound(t, mustOpen(t, where, Options{ReadOnly: true}))
		})
	}
}

// TestUnwritable has a store on a disk that can't be written to: it can be read.
func TestUnwritable(t *testing.T) {
	dir := mount(t, "size=20m")
	where := filepath.Join(dir, "store")
	s := mustOpen(t, where, Options{Create: true})
	apply(t, s, generate(1, 5)...)
	want := all(t, s.All(t.Context()))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatalf("what could be mounted can't be remounted: %v", err)
	}
	for _, w := range []string{where, filepath.Join(dir, "another")} {
		if _, err := Open(t.Context(), w, Options{Create: true}); !errors.Is(err, os.ErrPermission) && !errors.Is(err, syscall.EROFS) || !strings.Contains(err.Error(), w) {
			t.Errorf("%s: %v", w, err)
		}
	}
	if got := all(t, mustOpen(t, where, Options{ReadOnly: true}).All(t.Context())); !slices.Equal(got, want) {
		t.Errorf("%d quads are read, want %d", len(got), len(want))
	}
}
