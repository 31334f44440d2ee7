package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"

	"dossier/extract/document"
)

// story is a text that every rule takes for an English article.
const story = "The port authority of Harlow Bay opened its second pier on Monday, and the first ship to use it was a " +
	"ferry from the mainland. A spokeswoman for the authority said that the pier had cost less than was planned."

// result is what a run gave, in a form that reads well in a failure.
type result struct {
	articles []document.Article
	errors   []string // with the kind in front
}

// run reads paths below dir and takes dir off every message.
func run(t *testing.T, dir string, paths []string, stdin io.Reader, o Options) result {
	t.Helper()
	var res result
	named := make([]string, len(paths))
	for i, p := range paths {
		if named[i] = p; p != Stdin {
			named[i] = dir + "/" + p
		}
	}
	for a, err := range Read(t.Context(), named, stdin, o) {
		if err == nil {
			a.Source = strings.TrimPrefix(a.Source, dir+"/")
			res.articles = append(res.articles, a)
			continue
		}
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Fatalf("not an *Error: %v", err)
		}
		kind := []string{"failed", "skipped", "warning"}[e.Kind]
		res.errors = append(res.errors, kind+" "+strings.ReplaceAll(e.Error(), dir+"/", ""))
	}
	return res
}

// sources are where the articles of a result came from.
func (r result) sources() string {
	var s []string
	for _, a := range r.articles {
		s = append(s, a.Source)
	}
	return strings.Join(s, " ")
}

// write makes the files of a test, in a folder of their own.
func write(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func gzipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstandard(t *testing.T, s string) string {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

func encoded(t *testing.T, w wide, s string) string {
	t.Helper()
	out, err := w.encoding.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return w.bom + out
}

func line(id, text string) string { return `{"id": "` + id + `", "text": "` + text + "\"}\n" }

// TestFolder shows what of a folder is read, and in which order.
func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt":           story,
		"a.jsonl":         line("1", story) + line("2", story+" It is long."),
		"below/c.txt.gz":  gzipped(t, story),
		"below/d.TXT.zst": zstandard(t, story),
		".hidden.txt":     story,
		".git/e.txt":      story,
		"README.md":       story, // about the articles, more often than one of them
		"picture.jpg":     "\xff\xd8\xff\xe0",
		"table.csv":       story,
	})
	got := run(t, dir, []string{"."}, nil, Options{})
	want := "./a.jsonl:1 ./a.jsonl:2 ./b.txt ./below/c.txt.gz ./below/d.TXT.zst"
	if s := strings.ReplaceAll(got.sources(), "./", ""); s != strings.ReplaceAll(want, "./", "") || got.errors != nil {
		t.Errorf("got  %s\nwant %s\nerrors %v", s, want, got.errors)
	}
	got = run(t, dir, []string{"README.md", "*.txt", "below/?.*"}, nil, Options{})
	if want := "README.md b.txt below/c.txt.gz below/d.TXT.zst"; got.sources() != want {
		t.Errorf("named: got %s, want %s, errors %v", got.sources(), want, got.errors)
	}
}

// TestFormats reads the same article in every form that it can come in.
func TestFormats(t *testing.T) {
	utf16LEBOM, utf16BEBOM, utf32LEBOM := wides[3], wides[4], wides[1]
	accented := strings.Replace(story, "Harlow Bay", "Šibenik – “Große Bucht”", 1)
	latin, err := charmap.Windows1252.NewEncoder().String(strings.Replace(accented, "Š", "S", 1))
	if err != nil {
		t.Fatal(err)
	}
	object := `{"text": "` + accented + `"}`
	tests := []struct {
		name, content, want string
	}{
		{"plain.txt", accented, accented},
		{"untrimmed.txt", "\r\n  " + accented + "\r\n\r\n", "\r\n  " + accented + "\r\n\r\n"}, // offsets count on it
		{"bom.txt", utf8BOM + accented, accented},
		{"utf16le-bom.txt", encoded(t, utf16LEBOM, accented), accented},
		{"utf16be-bom.txt", encoded(t, utf16BEBOM, accented), accented},
		{"utf16le.txt", encoded(t, wide{encoding: utf16LE}, accented), accented},
		{"utf16be.txt", encoded(t, wide{encoding: utf16BE}, accented), accented},
		{"utf32.txt", encoded(t, utf32LEBOM, accented), accented},
		{"latin.txt", latin, strings.Replace(accented, "Š", "S", 1)},
		{"packed.txt.gz", gzipped(t, accented), accented},
		{"packed-twice-over.txt.gz", gzipped(t, accented[:40]) + gzipped(t, accented[40:]), accented}, // gzip allows it
		{"packed.txt.zst", zstandard(t, accented), accented},
		{"packed-unsaid.txt", gzipped(t, accented), accented},
		{"unnamed", accented, accented},
		{"unnamed-lines", object + "\n" + object, accented},
		{"unnamed-array", "[\n" + object + "\n]", accented},
		{"unnamed-object", "{\n" + object[1:], accented},
		{"lines.jsonl", object + "\n", accented},
		{"bom.jsonl", utf8BOM + object, accented},
		{"utf16.jsonl", encoded(t, utf16LEBOM, object+"\n"), accented},
		{"utf16-no-bom.jsonl", encoded(t, wide{encoding: utf16BE}, object+"\n"), accented},
		{"windows-line-ends.jsonl", object + "\r\n\r\n", accented},
		{"one.json", "{\n  " + object[1:], accented},
		{"array.json", "[" + object + "]", accented},
		{"lines.json", object + "\n", accented},
		{"escaped.jsonl", `{"text": "Tab\t, quote \" and \ud83d\udea2. ` + accented + `"}`, "Tab\t, quote \" and 🚢. " + accented},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := write(t, map[string]string{test.name: test.content})
			got := run(t, dir, []string{test.name}, nil, Options{})
			if len(got.articles) == 0 {
				t.Fatalf("no article: %v", got.errors)
			}
			if diff := cmp.Diff(test.want, got.articles[0].Text); diff != "" {
				t.Error(diff)
			}
			stdin := run(t, dir, []string{Stdin}, strings.NewReader(test.content), Options{})
			if len(stdin.articles) == 0 || stdin.articles[0].Text != test.want {
				t.Errorf("from standard input: %v", stdin)
			}
		})
	}
}

// TestRecord reads every field of a JSON article, and lets flags override them.
func TestRecord(t *testing.T) {
	const full = `{"id": "a", "title": " A pier ", "date": "April 2, 2013", "url": "https://example.org/2013/pier",
		"publisher": "Harlow Post", "lang": "en-GB", "text": "The pier is open.", "views": 12}`
	null := `{"id": null, "date": null, "text": "The pier is open.", "lang": null}`
	dir := write(t, map[string]string{"a.json": full, "b.json": null})
	got := run(t, dir, []string{"a.json", "b.json"}, nil, Options{})
	want := []document.Article{
		{ID: "a", Title: "A pier", Date: "2013-04-02", URL: "https://example.org/2013/pier", Publisher: "Harlow Post",
			Lang: "en", Text: "The pier is open.", Source: "a.json:1"},
		{Text: "The pier is open.", Source: "b.json:1"},
	}
	if diff := cmp.Diff(want, got.articles); diff != "" || got.errors != nil {
		t.Errorf("%s\n%v", diff, got.errors)
	}
	got = run(t, dir, []string{"a.json"}, nil, Options{Date: "3 May 2014", Publisher: "Agency", Lang: "en"})
	want[0].Date, want[0].Publisher = "2014-05-03", "Agency"
	if diff := cmp.Diff(want[:1], got.articles); diff != "" {
		t.Error(diff)
	}
}

// TestOrder shows that articles come in the order of the paths and that warnings
// come right before their article.
func TestOrder(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": `{"text": "The pier is open.", "date": "2020-05"}`, "b.txt": story})
	var got []string
	for a, err := range Read(t.Context(), []string{dir + "/b.txt", dir + "/a.jsonl"}, nil, Options{}) {
		if err != nil {
			got = append(got, "error")
		} else {
			got = append(got, filepath.Base(a.Source))
		}
	}
	if diff := cmp.Diff([]string{"b.txt", "error", "a.jsonl:1"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestStop ends a run early, by the loop and by the context.
func TestStop(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": strings.Repeat(`{"text": "The pier is open."}`+"\n", 100)})
	count := 0
	for range Read(t.Context(), []string{dir}, nil, Options{}) {
		if count++; count == 3 {
			break
		}
	}
	if count != 3 {
		t.Errorf("%d articles after break", count)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	count = 0
	for _, err := range Read(ctx, []string{dir, dir + "/missing"}, nil, Options{}) {
		if last = err; err != nil {
			continue
		}
		if count++; count == 3 {
			cancel()
		}
	}
	if count != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d articles and %v after cancel", count, last)
	}
}

// TestProgress shows that the hook ends at the size of the inputs.
func TestProgress(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": story, "b.jsonl.gz": gzipped(t, line("1", story)), "c.csv": story})
	var size int64
	for _, name := range []string{"a.txt", "b.jsonl.gz"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	var read, total int64
	run(t, dir, []string{"."}, nil, Options{Progress: func(r, all int64) { read, total = r, all }})
	if read != size || total != size {
		t.Errorf("read %d of %d, want %d", read, total, size)
	}
	run(t, dir, []string{Stdin}, strings.NewReader(story), Options{Progress: func(r, all int64) { read, total = r, all }})
	if read != int64(len(story)) || total != 0 {
		t.Errorf("standard input: read %d of %d", read, total)
	}
}
