//go:build unix

package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBadPaths names paths that lead to nothing that can be read.
func TestBadPaths(t *testing.T) {
	dir := write(t, map[string]string{"articles.txt": story, "empty/notes.csv": "", "links/good.txt": story, "pipes/good.txt": story})
	links := map[string]string{"links/broken.txt": "gone.txt", "links/loop": "../links", "links/gone": "nowhere", "circle.txt": "circle.txt"}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipes/news.txt"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		paths    []string
		articles string
		want     []string
	}{
		{[]string{"artcles.txt"}, "", []string{"failed artcles.txt: no such file or folder: did you mean articles.txt?"}},
		{[]string{"something else"}, "", []string{"failed something else: no such file or folder"}},
		{[]string{"no/such/folder"}, "", []string{"failed no/such/folder: no such file or folder"}},
		{[]string{"articles.txt/below"}, "", []string{"failed articles.txt/below: not a directory"}},
		{[]string{"*.pdf"}, "", []string{"failed *.pdf: no file matches"}},
		{[]string{"[.pdf"}, "", []string{`failed [.pdf: bad pattern: syntax error in pattern: write \[ for a bracket in a file's name`}},
		{[]string{"empty"}, "", []string{"failed empty: no article in this folder: articles end in .txt, .html, .jsonl or .json, also with .gz or .zst"}},
		{[]string{"links"}, "links/good.txt", []string{"failed links/broken.txt: a broken link to gone.txt"}},
		{[]string{"links/broken.txt"}, "", []string{"failed links/broken.txt: a broken link to gone.txt"}},
		{[]string{"circle.txt"}, "", []string{"failed circle.txt: too many levels of symbolic links"}},
		{[]string{"l*"}, "links/good.txt", []string{"failed links/broken.txt: a broken link to gone.txt"}},
		{[]string{"links/g*"}, "links/good.txt", []string{"failed links/gone: a broken link to nowhere"}},
		{[]string{"pipes"}, "pipes/good.txt", []string{"skipped pipes/news.txt: left out, since it is a named pipe: name it by hand to read it"}},
		{[]string{Stdin, Stdin}, "standard input", []string{"failed standard input: can be read only once: name - once"}},
		{[]string{"missing", "articles.txt"}, "articles.txt", []string{"failed missing: no such file or folder"}},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.paths, " "), func(t *testing.T) {
			got := run(t, dir, test.paths, strings.NewReader(story), Options{})
			if diff := cmp.Diff(test.want, got.errors); diff != "" {
				t.Error(diff)
			}
			if got.sources() != test.articles {
				t.Errorf("articles %q, want %q", got.sources(), test.articles)
			}
		})
	}
}

// TestPipeByName reads a named pipe that is named by hand.
func TestPipeByName(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "news")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	written := make(chan error, 1)
	go func() { written <- os.WriteFile(pipe, []byte(line("1", story)), 0) }()
	got := run(t, filepath.Dir(pipe), []string{"news"}, nil, Options{})
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	if got.sources() != "news:1" {
		t.Errorf("%v", got)
	}
}

// TestForbidden meets a folder and a file that may not be read: the folder by a
// reader that refuses, so that it holds for root too, the file for others only.
func TestForbidden(t *testing.T) {
	dir := write(t, map[string]string{"a/x.txt": story, "b/y.txt": story, "c.txt": story})
	var messages []string
	for in, err := range walk([]string{dir}, func(name string) ([]fs.DirEntry, error) {
		if filepath.Base(name) == "a" {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
		}
		return os.ReadDir(name)
	}) {
		if err != nil {
			messages = append(messages, strings.ReplaceAll(err.Error(), dir+"/", ""))
		} else {
			messages = append(messages, strings.TrimPrefix(in.path, dir+"/"))
		}
	}
	want := []string{"a: reading the folder: permission denied: ask its owner for the right to read it", "b/y.txt", "c.txt"}
	if diff := cmp.Diff(want, messages); diff != "" {
		t.Error(diff)
	}
	denied := &fs.PathError{Op: "open", Path: "c.txt", Err: fs.ErrPermission}
	if got := fmt.Sprint(plain(denied), ": ", access(denied)); got != "permission denied: ask its owner for the right to read it" {
		t.Errorf("a file that may not be read: %s", got)
	}
	if os.Geteuid() != 0 { // root may read anything
		if err := os.Chmod(filepath.Join(dir, "c.txt"), 0); err != nil {
			t.Fatal(err)
		}
		got := run(t, dir, []string{"c.txt"}, nil, Options{})
		if diff := cmp.Diff([]string{"failed c.txt: permission denied: ask its owner for the right to read it"}, got.errors); diff != "" {
			t.Error(diff)
		}
	}
}
