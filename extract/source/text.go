package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// articleOf makes an article of a plain text.
func articleOf(text string) document.Article {
	return document.Article{Text: text, Title: headline(text)}
}

// headline is the first line of a text if it reads as a headline: alone between
// blank lines, three to twenty words, no mark at its end that ends a sentence,
// no date, and a longer line to come. A text without one has no title; none is
// made up.
func headline(text string) string {
	const fewest, most = 3, 20
	text = strings.TrimLeft(text, " \t\r\n")
	first, rest, _ := strings.Cut(text, "\n")
	next, rest, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(first)
	words := len(strings.Fields(first))
	last, _ := utf8.DecodeLastRuneInString(first)
	if words < fewest || words > most || strings.TrimSpace(next) != "" || strings.ContainsRune(`.!:;,"”’`, last) {
		return ""
	}
	body, _, _ := strings.Cut(strings.TrimLeft(rest, " \t\r\n"), "\n")
	if len(strings.Fields(rest)) <= words || len(body) == 0 || dateOnlyLine(first) != "" {
		return ""
	}
	return first
}

// language is the ISO 639-1 code in a declaration such as en, en-GB, EN_us or
// English; anything else comes back in lower case, and "" stays "".
func language(declared string) string {
	declared = strings.ToLower(strings.TrimSpace(declared))
	if end := strings.IndexFunc(declared, func(r rune) bool { return !unicode.IsLetter(r) }); end > 0 {
		declared = declared[:end]
	}
	switch declared {
	case "english", "eng":
		return "en"
	case "und", "mul", "zxx": // ISO 639-2: undetermined, several, none
		return ""
	}
	return declared
}
