package source

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBad reads inputs with something wrong beside one that is right, and shows
// what is said, and that the right one and the rest of the wrong one still go in.
func TestBad(t *testing.T) {
	packed := gzipped(t, strings.Repeat(line("", story), 200))
	tests := []struct {
		name, content string
		articles      int // besides the good one
		want          string
	}{
		{"empty.txt", "", 0, "failed empty.txt: is empty"},
		{"blank.txt", " \n\n\t", 0, "failed blank.txt: is empty"},
		{"blank.jsonl", "\n\n", 0, "failed blank.jsonl: is empty"},
		{"none.json", "[]", 0, "failed none.json: is empty"},
		{"empty.txt.gz", gzipped(t, ""), 0, "failed empty.txt.gz: is empty"},
		{"binary.txt", "MZ\x00\x01\x02" + strings.Repeat("\x00\x7f\x13\xfe", 100), 0,
			"failed binary.txt: is no text (binary data): only text, HTML and JSON are read"},
		{"pdf.txt", "%PDF-1.7\n%âãÏÓ\n1 0 obj", 0, "failed pdf.txt: is no text (application/pdf): only text, HTML and JSON are read"},
		{"picture.html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 0, "failed picture.html: is no text (image/png): only text, HTML and JSON are read"},
		{"controls.jsonl", strings.Repeat("\x01\x02\x03abc", 50), 0, "failed controls.jsonl: is no text (binary data): only text, HTML and JSON are read"},
		{"damaged.txt", "Café “Zürich”. " + story[:20] + "\xff\xfe" + story[20:], 1,
			"warning damaged.txt: invalid UTF-8, first at byte 41: it was replaced by U+FFFD; convert the file to UTF-8 if there are many"},
		{"latin.txt", story + " It is called Caf\xe9.", 1,
			fmt.Sprintf("warning latin.txt: is not UTF-8 (byte %d), read as windows-1252: convert it to UTF-8 if names look wrong", len(story)+len(" It is called Caf"))},
		{"odd.txt", "\xff\xfeA\x00 \x00\x00\xd8b\x00", 1,
			"warning odd.txt: a character that can't be decoded, first at byte 6: it was replaced by U+FFFD; convert the file to UTF-8 if there are many"},
		{"cut.txt.gz", packed[:len(packed)/2], 0, "failed cut.txt.gz: the compressed data end too early: copy or download the file again"},
		{"cut.json.gz", gzipped(t, "["+story)[:100], 0, "failed cut.json.gz:1: the compressed data end too early: copy or download the file again"},
		{"cut-later.jsonl.gz", gzipped(t, line("1", story)+story)[:180], 1, "failed cut-later.jsonl.gz:2: the compressed data end too early: copy or download the file again"},
		{"cut-at-once.txt.gz", "\x1f\x8b\x08", 0, "failed cut-at-once.txt.gz: damaged gzip data: unexpected EOF: pack it again, or take the ending off its name"},
		{"liar.txt.gz", story, 0, "failed liar.txt.gz: is not packed with gzip, though its name ends in .gz: pack it again, or take the ending off its name"},
		{"liar.txt.zst", story, 0, "failed liar.txt.zst: is not packed with zstd, though its name ends in .zst: pack it again, or take the ending off its name"},
		{"wrong.txt.zst", "\x28\xb5\x2f\xfd\xff\xff\xff\xff\xff\xff", 0, "failed wrong.txt.zst: reading on: reserved bit set on frame header"},
		{"german.txt", "Der Hafen von Harlow Bay hat am Montag eine zweite Mole eröffnet, und das erste Schiff, das sie nutzte, war eine Fähre vom Festland. Eine Sprecherin sagte, die Mole habe weniger gekostet als geplant.", 0,
			"skipped german.txt: the text is in German, and only English is read: declare it as English (lang en) if it is"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := write(t, map[string]string{test.name: test.content, "good.txt": story})
			got := run(t, dir, []string{test.name, "good.txt"}, nil, Options{})
			if len(got.articles) != test.articles+1 {
				t.Errorf("%d articles, want %d", len(got.articles), test.articles+1)
			}
			if diff := cmp.Diff([]string{test.want}, got.errors); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestBadLines reads lines with something wrong among lines that are right.
func TestBadLines(t *testing.T) {
	const contract = `: write an object such as {"id": "a1", "text": "..."}`
	tests := []struct {
		name, line, want string // want "" when nothing is said
	}{
		{"no JSON", `The pier is open.`, `failed x.jsonl:2: is no JSON at byte 1: invalid character 'T' looking for beginning of value` + contract},
		{"cut off", `{"id": "x", "text": "The pi`, `failed x.jsonl:2: is no JSON: it ends too early` + contract},
		{"two on a line", `{"text": "A."} {"text": "B."}`, `failed x.jsonl:2: is no JSON at byte 16: invalid character '{' after top-level value` + contract},
		{"no text", `{"id": "x"}`, `failed x.jsonl:2: has no "text"` + contract},
		{"null text", `{"id": "x", "text": null}`, `failed x.jsonl:2: has no "text"` + contract},
		{"blank text", `{"id": "x", "text": " \n"}`, `failed x.jsonl:2: has no "text"` + contract},
		{"text a list", `{"id": "x", "text": ["A."]}`, `failed x.jsonl:2: "text" is an array, not a string` + contract},
		{"id a number", `{"id": 7, "text": "A."}`, `failed x.jsonl:2: "id" is a number, not a string` + contract},
		{"date true", `{"date": true, "text": "A."}`, `failed x.jsonl:2: "date" is true or false, not a string` + contract},
		{"a list", `["A."]`, `failed x.jsonl:2: is an array, not an object` + contract},
		{"a string", `"A."`, `failed x.jsonl:2: is a string, not an object` + contract},
		{"same id, another text", `{"id": "first", "text": "Another text."}`,
			`failed x.jsonl:2: the id "first" was given to another text at x.jsonl:1: give each article an id of its own, or an update in a run of its own`},
		{"same id, same text", strings.TrimSpace(line("first", story)), ""},
		{"French by its own word", `{"lang": "fr", "text": "Le pont est ouvert."}`,
			`skipped x.jsonl:2: the text is in French, and only English is read: declare it as English (lang en) if it is`},
		{"empty line", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := write(t, map[string]string{"x.jsonl": line("first", story) + test.line + "\n" + line("last", story)})
			got := run(t, dir, []string{"x.jsonl"}, nil, Options{})
			var want []string
			if test.want != "" {
				want = []string{test.want}
			}
			if diff := cmp.Diff(want, got.errors); diff != "" {
				t.Error(diff)
			}
			if got.sources() != "x.jsonl:1 x.jsonl:3" {
				t.Errorf("articles %s", got.sources())
			}
		})
	}
}

// TestWarnedLines reads lines that go in with a warning.
func TestWarnedLines(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{`{"text": "A.", "date": "2020-05"}`, `warning x.jsonl:1: the date "2020-05" is no day, so the article has none: write it as 2006-01-02`},
		{`{"text": "A.", "date": "last week"}`, `warning x.jsonl:1: the date "last week" is no day, so the article has none: write it as 2006-01-02`},
		{"{\"text\": \"Caf\xe9.\"}", `warning x.jsonl:1: is not UTF-8 (byte 13), read as windows-1252: convert it to UTF-8 if names look wrong`},
		{"{\"text\": \"é\xff.\"}", `warning x.jsonl:1: invalid UTF-8, first at byte 12: it was replaced by U+FFFD; convert the file to UTF-8 if there are many`},
	} {
		got := run(t, write(t, map[string]string{"x.jsonl": test.line}), []string{"x.jsonl"}, nil, Options{})
		if diff := cmp.Diff([]string{test.want}, got.errors); diff != "" {
			t.Error(diff)
		}
		if len(got.articles) != 1 || got.articles[0].Date != "" {
			t.Errorf("%s: %v", test.line, got.articles)
		}
	}
}

// TestStream reads what a filter lets through and a store doesn't: nothing is
// lost by it, since each line has a result of its own.
func TestStream(t *testing.T) {
	dir := write(t, map[string]string{"x.jsonl": `{"id": "a", "text": "One."}` + "\n" + `{"id": "a", "text": "Two."}` + "\n" + `{"id": "b", "text": ""}` + "\n" + `{"id": "c"}`})
	got := run(t, dir, []string{"x.jsonl"}, nil, Options{Stream: true})
	want := []string{`failed x.jsonl:4: has no "text": write an object such as {"id": "a1", "text": "..."}`}
	if diff := cmp.Diff(want, got.errors); diff != "" {
		t.Error(diff)
	}
	if got.sources() != "x.jsonl:1 x.jsonl:2 x.jsonl:3" {
		t.Errorf("articles %s", got.sources())
	}
}

// TestBadObjects shows that an object with an error does not cost the next one,
// and that the line named is where the object begins.
func TestBadObjects(t *testing.T) {
	dir := write(t, map[string]string{"x.json": "[\n{\"text\": \"A {brace].\"},\n{\"text\":\n 7},\nnonsense {\n\"text\": \"B.\"}, {\"text\": \"C."})
	got := run(t, dir, []string{"x.json"}, nil, Options{})
	want := []string{
		`failed x.json:3: "text" is a number, not a string: write an object such as {"id": "a1", "text": "..."}`,
		`failed x.json:5: is no JSON object: write an object, or an array of objects, with an "id" and a "text" each`,
		`failed x.json:6: is no JSON: it ends too early: write an object such as {"id": "a1", "text": "..."}`,
	}
	if diff := cmp.Diff(want, got.errors); diff != "" {
		t.Error(diff)
	}
	if got.sources() != "x.json:2 x.json:5" {
		t.Errorf("articles %s", got.sources())
	}
}

// TestDuplicateAcrossFiles names both places of an id that two files give.
func TestDuplicateAcrossFiles(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": line("1", story), "b.jsonl": line("2", story) + line("1", "Another text.")})
	got := run(t, dir, []string{"a.jsonl", "b.jsonl"}, nil, Options{})
	want := `failed b.jsonl:2: the id "1" was given to another text at a.jsonl:1: give each article an id of its own, or an update in a run of its own`
	if diff := cmp.Diff([]string{want}, got.errors); diff != "" {
		t.Error(diff)
	}
}

// endless is a line of JSON of any length that nobody has to hold.
type endless struct {
	head, tail string
	fill       int
}

func (e *endless) Read(p []byte) (int, error) {
	switch {
	case e.head != "":
		n := copy(p, e.head)
		e.head = e.head[n:]
		return n, nil
	case e.fill > 0:
		n := min(len(p), e.fill)
		for i := range n {
			p[i] = 'a'
			if i%6 == 5 {
				p[i] = ' '
			}
		}
		e.fill -= n
		return n, nil
	case e.tail != "":
		n := copy(p, e.tail)
		e.tail = e.tail[n:]
		return n, nil
	}
	return 0, io.EOF
}

// TestLongLine passes over a line of 50 MB without holding it, reads on behind
// it, and reads one of 20 MB.
func TestLongLine(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := run(t, "", []string{Stdin}, &endless{head: `{"text": "`, fill: 50 << 20, tail: "\"}\n" + line("", story)}, Options{MaxBytes: 1 << 20})
	runtime.ReadMemStats(&after)
	want := []string{"failed standard input:1: a line of 50 MiB, and at most 1.0 MiB are read: split its text into several articles"}
	if diff := cmp.Diff(want, got.errors); diff != "" || got.sources() != "standard input:2" {
		t.Error(diff, got.sources())
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 10<<20 {
		t.Errorf("%d bytes allocated for a line that is passed over", used)
	}
	got = run(t, "", []string{Stdin}, &endless{head: `{"text": "`, fill: 20 << 20, tail: "\"}\n"}, Options{})
	if len(got.articles) != 1 || len(got.articles[0].Text) != 20<<20 {
		t.Errorf("line of 20 MB: %v", got.errors)
	}
	got = run(t, "", []string{Stdin}, &endless{head: `[{"text": "`, fill: 50 << 20, tail: "\"},\n" + line("", story) + "]"}, Options{Format: JSON})
	want = []string{"failed standard input:1: an object of 50 MiB, and at most 32 MiB are read: split its text into several articles"}
	if diff := cmp.Diff(want, got.errors); diff != "" || got.sources() != "standard input:2" {
		t.Error(diff, got.sources())
	}
}

// TestLargeFile refuses an article of 200 MB by its size, or once it has grown
// too large.
func TestLargeFile(t *testing.T) {
	dir := write(t, map[string]string{"large.txt": "", "good.txt": story})
	if err := os.Truncate(filepath.Join(dir, "large.txt"), 200<<20); err != nil { // sparse
		t.Fatal(err)
	}
	got := run(t, dir, []string{"."}, nil, Options{})
	want := []string{"failed large.txt: one article of 200 MiB, and at most 32 MiB are read: split it into its articles, or write them as JSON Lines, one a line"}
	if diff := cmp.Diff(want, got.errors); diff != "" || got.sources() != "good.txt" {
		t.Error(diff, got.sources())
	}
	got = run(t, "", []string{Stdin}, &endless{head: "A", fill: 200 << 20}, Options{MaxBytes: 1 << 20})
	want = []string{"failed standard input: one article of more than 1.0 MiB, the most that is read: split it into its articles, or write them as JSON Lines, one a line"}
	if diff := cmp.Diff(want, got.errors); diff != "" {
		t.Error(diff)
	}
}

// TestBadDate refuses a date for all articles that is none.
func TestBadDate(t *testing.T) {
	for _, err := range Read(t.Context(), nil, nil, Options{Date: "someday"}) {
		if err == nil || !strings.Contains(err.Error(), "someday") {
			t.Errorf("got %v", err)
		}
		return
	}
	t.Error("no error")
}
