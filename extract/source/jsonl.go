package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dustin/go-humanize"

	"dossier/extract/document"
)

// record is an article as JSON gives it; other fields are passed over.
type record struct {
	ID        string  `json:"id"`
	Text      *string `json:"text"`
	Title     string  `json:"title"`
	Date      string  `json:"date"`
	URL       string  `json:"url"`
	Publisher string  `json:"publisher"`
	Lang      string  `json:"lang"`
}

// jsonl reads JSON Lines, an article a line. An empty line is passed over.
func (r *reader) jsonl(path string, in io.Reader) bool {
	lines := bufio.NewReaderSize(in, 64<<10)
	var line []byte // reused
	blank := true
	for number := 1; ; number++ {
		var size int64
		var err error
		line, size, err = readLine(lines, line[:0], r.options.MaxBytes)
		if err != nil && err != io.EOF {
			return r.broken(path, number, err)
		}
		if size > r.options.MaxBytes {
			blank = false
			if !r.longRecord(path, number, "a line", size) {
				return false
			}
		} else if data := bytes.TrimSpace(line); len(data) > 0 {
			blank = false
			if !r.record(path, number, data) {
				return false
			}
		}
		if err == io.EOF {
			return !blank || r.empty(path)
		}
	}
}

// readLine appends the next line to buf without its line break and gives its
// size. One that is longer than limit is passed over, and buf holds only its
// beginning. The error is io.EOF when this was the last line.
func readLine(in *bufio.Reader, buf []byte, limit int64) (line []byte, size int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += int64(len(part))
		if size <= limit {
			buf = append(buf, part...)
		}
		switch err {
		case bufio.ErrBufferFull:
			continue
		case nil:
			return bytes.TrimSuffix(buf, []byte("\n")), size - 1, nil
		}
		return buf, size, err
	}
}

// longRecord reports an article in a JSON input that is over the limit.
func (r *reader) longRecord(path string, line int, what string, size int64) bool {
	return r.fail(path, line, fmt.Errorf("%s of %s, and at most %s are read", what,
		humanize.IBytes(uint64(size)), humanize.IBytes(uint64(r.options.MaxBytes))), "split its text into several articles")
}

// record delivers the article in a JSON object that begins on the given line.
func (r *reader) record(path string, line int, data []byte) bool {
	const contract = `write an object such as {"id": "a1", "text": "..."}`
	var d decoded
	if !utf8.Valid(data) { // JSON is UTF-8, but not everybody who writes it knows
		d = decode(data, "")
		data = []byte(d.text)
	}
	var rec record
	if err := json.Unmarshal(data, &rec); err != nil {
		return r.fail(path, line, jsonError(data, err), contract)
	}
	if rec.Text == nil || !r.options.Stream && strings.TrimSpace(*rec.Text) == "" {
		return r.fail(path, line, errors.New(`has no "text"`), contract)
	}
	if !r.options.Stream {
		if first, same, known := r.ids.add(rec.ID, *rec.Text, path, line); known {
			if same {
				return r.check() // the same article again
			}
			return r.fail(path, line, fmt.Errorf("the id %q was given to another text at %s", rec.ID, first),
				"give each article an id of its own, or an update in a run of its own")
		}
	}
	if d.remark != nil && !r.warn(path, line, d.remark, d.hint) {
		return false
	}
	day, ok := ParseDate(rec.Date)
	if !ok && strings.TrimSpace(rec.Date) != "" && r.options.Date == "" {
		if !r.warn(path, line, fmt.Errorf("the date %q is no day, so the article has none", rec.Date), "write it as 2006-01-02") {
			return false
		}
	}
	return r.deliver(document.Article{ID: rec.ID, Title: strings.TrimSpace(rec.Title), Date: day, URL: rec.URL,
		Publisher: rec.Publisher, Lang: language(rec.Lang), Text: *rec.Text}, path, line)
}

// jsonError says what is wrong with a JSON object in words of its own.
func jsonError(data []byte, err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if wrong.Field == "" {
			return fmt.Errorf("is %s, not an object", jsonType(wrong.Value))
		}
		return fmt.Errorf("%q is %s, not a string", wrong.Field, jsonType(wrong.Value))
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		if syntax.Offset >= int64(len(data)) {
			return errors.New("is no JSON: it ends too early")
		}
		return fmt.Errorf("is no JSON at byte %d: %w", syntax.Offset, err)
	}
	return fmt.Errorf("is no JSON: %w", err)
}

// jsonType puts "a" or "an" before the name of a JSON type, which may be followed
// by its value ("number 1.5").
func jsonType(kind string) string {
	kind, _, _ = strings.Cut(kind, " ")
	switch kind {
	case "array", "object":
		return "an " + kind
	case "bool":
		return "true or false"
	}
	return "a " + kind
}
