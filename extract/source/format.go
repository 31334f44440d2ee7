package source

import (
	"bytes"
	"net/http"
	"path/filepath"
	"strings"
)

// Format is how an input is written; its value is what a flag calls it.
type Format string

// The formats.
const (
	Auto  Format = "auto"
	Text  Format = "txt"
	HTML  Format = "html"
	JSONL Format = "jsonl" // one object a line
	JSON  Format = "json"  // one object, or an array of them
)

// Formats are all formats, as a flag lists them.
var Formats = []Format{Auto, Text, HTML, JSONL, JSON}

// ending is what the end of a file's name says of it.
type ending struct {
	format   Format
	inFolder bool // read when found in a folder, and not only when named
}

// byEnding looks a file's name up, leaving off .gz and .zst. Markdown is left
// out of folders, where it is about the articles more often than one of them.
func byEnding(name string) ending {
	name = strings.ToLower(filepath.Base(name))
	for _, c := range compressions {
		name = strings.TrimSuffix(name, c.ending)
	}
	switch filepath.Ext(name) {
	case ".txt", ".text":
		return ending{Text, true}
	case ".md":
		return ending{Text, false}
	case ".html", ".htm", ".xhtml":
		return ending{HTML, true}
	case ".jsonl", ".ndjson":
		return ending{JSONL, true}
	case ".json":
		return ending{JSON, true}
	}
	return ending{Auto, false}
}

// byContent guesses a format from the first bytes of an input.
func byContent(head []byte) Format {
	if e := byBOM(head); e != nil {
		head = head[len(e.bom):]
	}
	head = bytes.ReplaceAll(head, []byte{0}, nil) // so that UTF-16 reads like ASCII
	head = bytes.TrimLeft(head, spaces)
	if len(head) == 0 {
		return Text
	}
	gap := head[1:]
	inside := bytes.TrimLeft(gap, spaces)
	broken := bytes.ContainsAny(gap[:len(gap)-len(inside)], "\r\n")
	switch {
	case head[0] == '{' && bytes.HasPrefix(inside, []byte(`"`)) && !broken:
		return JSONL
	case head[0] == '{' && bytes.HasPrefix(inside, []byte(`"`)): // one object, spread over lines
		return JSON
	case head[0] == '[' && bytes.HasPrefix(inside, []byte("{")):
		return JSON
	case strings.HasPrefix(http.DetectContentType(head), "text/html"):
		return HTML
	}
	return Text
}

// spaces are the white space of JSON.
const spaces = " \t\r\n"

// binary names what the first bytes of an input are when that is no text, else
// it is "". UTF-16 and UTF-32 are text.
func binary(head []byte) string {
	if len(head) == 0 || byBOM(head) != nil || looksUTF16(head) != nil {
		return ""
	}
	if kind, _, _ := strings.Cut(http.DetectContentType(head), ";"); !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream" {
		return kind
	}
	controls := 0
	for _, b := range head {
		switch {
		case b == 0:
			return "binary data"
		case b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(b)), b == 0x7f:
			controls++
		}
	}
	if controls*20 > len(head) { // a text has next to none
		return "binary data"
	}
	return ""
}
