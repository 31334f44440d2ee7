package source

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"
	"unicode/utf8"
)

// readAll reads data from standard input and fails on whatever nobody may get:
// text that is not UTF-8, an article without text, a date that is no day, an
// error that is no *Error.
func readAll(t *testing.T, data []byte, format Format) {
	for a, err := range Read(context.Background(), []string{Stdin}, bytes.NewReader(data), Options{Format: format, MaxBytes: 1 << 20}) {
		if err != nil {
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("%T: %v", err, err)
			}
			continue
		}
		for _, s := range []string{a.ID, a.Title, a.URL, a.Publisher, a.Lang, a.Text} {
			if !utf8.ValidString(s) {
				t.Fatalf("not UTF-8: %q", s)
			}
		}
		if a.Text == "" {
			t.Fatal("no text")
		}
		if _, err := time.Parse(time.DateOnly, a.Date); a.Date != "" && err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(line("1", story) + line("1", "Another.") + "[]\n{\"text\": 7}\n"))
	f.Add([]byte("\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00A\x00\"\x00}\x00"))
	f.Add([]byte(`[{"text": "A.", "date": "2 April 2013"}, nonsense {"text": "\ud800"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		readAll(t, data, JSONL)
		readAll(t, data, JSON)
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(page(f))
	f.Add([]byte(`<script type="application/ld+json">{"@graph": [[{"headline": "A"}]]}</script><article><p>` + story))
	f.Add([]byte("<meta charset=koi8-r><p>\xf0\xcf\xd2\xd4 " + story))
	f.Fuzz(func(t *testing.T, data []byte) { readAll(t, data, HTML) })
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(story), "")
	f.Add([]byte("\xff\xfeA\x00\x00\xd8"), "")
	f.Add([]byte("Caf\xe9"), "shift_jis")
	f.Add([]byte("\x1f\x8b\x08\x00"), "utf-16le")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		if d := decode(data, declared); !utf8.ValidString(d.text) {
			t.Fatalf("not UTF-8: %q", d.text)
		}
		readAll(t, data, Auto)
	})
}
