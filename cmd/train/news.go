package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// newsText reads the texts of all articles in a folder of .jsonl and .jsonl.gz
// files, in the order of their names.
func newsText(folder string, visit func(text string)) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl*"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no .jsonl files in %s", folder)
	}
	slices.Sort(files)
	for _, f := range files {
		if err := jsonLines(f, func(line []byte) error {
			var a struct{ Text string }
			if err := json.Unmarshal(line, &a); err != nil {
				return err
			}
			visit(a.Text)
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// jsonLines calls visit for each line of a file, which may be gzipped.
func jsonLines(file string, visit func(line []byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		r = z
	}
	lines := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			if err := visit(line); err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
}

// plainWords calls visit for each word of a text, in lower case and with marks
// and clitics apart; figures are one word, "0". Good enough for counting
// neighbours, and ten times faster than the token stage.
func plainWords(text string, visit func(word string)) {
	for field := range strings.FieldsSeq(text) {
		for field != "" {
			r, n := utf8.DecodeRuneInString(field)
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				break
			}
			visit(field[:n])
			field = field[n:]
		}
		end := len(field)
		for end > 0 {
			r, n := utf8.DecodeLastRuneInString(field[:end])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				break
			}
			end -= n
		}
		word, marks := field[:end], field[end:]
		if word != "" {
			plainWord(strings.ToLower(strings.ReplaceAll(word, "’", "'")), visit)
		}
		for _, r := range marks {
			visit(string(r))
		}
	}
}

func plainWord(w string, visit func(word string)) {
	if strings.ContainsAny(w, "0123456789") {
		visit("0")
		return
	}
	if s, ok := strings.CutSuffix(w, "'s"); ok && s != "" {
		visit(s)
		w = "'s"
	}
	visit(w)
}
