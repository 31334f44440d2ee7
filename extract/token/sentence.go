package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/extract/document"
)

// sentences appends the sentences of the paragraph whose tokens are [first, last),
// with its quoted regions and its segments. They end at stops, where a segment ends,
// but inside no quotation.
func sentences(out []document.Sentence, d *document.Document, first, last int, quotes []document.Quote, segments []document.Segment, paragraph int) []document.Sentence {
	toks := d.Tokens[:last]
	start := first
	end := func(i int) {
		out = append(out, document.Sentence{
			Span:  document.Span{Start: toks[start].Start, End: toks[i-1].End},
			First: start, Last: i, Paragraph: paragraph,
		})
		start = i
	}
	for i := first; i < len(toks); i++ {
		for len(quotes) > 0 && quotes[0].Last <= i {
			quotes = quotes[1:]
		}
		inside := len(quotes) > 0 && quotes[0].First <= i && i < quotes[0].Last
		if inside && (i < quotes[0].Last-1 || !quotes[0].Closed) {
			continue
		}
		stop := i
		if inside { // at the closing mark: what stands before it decides
			stop = i - 1
			if stop <= quotes[0].First {
				continue
			}
		}
		if i+1 == len(toks) || !ends(d, stop, i+1) {
			continue
		}
		if inside && speaksOn(d, stop, i+1, last) {
			continue
		}
		next := i + 1
		for next < len(toks) && closes(d.Text, toks[next]) && !startsQuote(quotes, next) {
			next++ // a bracket or a stray mark belongs to what it closes
		}
		if next == len(toks) {
			break
		}
		for segments[0].Last < next {
			segments = segments[1:]
		}
		if segments[0].Last != next {
			continue
		}
		end(next)
		i = next - 1
	}
	if start < len(toks) {
		end(len(toks))
	}
	return out
}

func startsQuote(quotes []document.Quote, i int) bool {
	for _, q := range quotes {
		if q.First >= i {
			return q.First == i
		}
	}
	return false
}

func closes(text string, t document.Token) bool {
	switch text[t.Start:t.End] {
	case ")", "]", "”", "''", "’", `"`:
		return true
	}
	return false
}

// ends tells whether the token at stop ends a sentence when the token at next
// follows.
func ends(d *document.Document, stop, next int) bool {
	w := d.Slice(d.Tokens[stop].Span)
	after := d.Slice(d.Tokens[next].Span)
	switch {
	case w == "." || w == "?" || w == "!" || strings.Trim(w, "?!") == "":
		return begins(after) || closes(d.Text, d.Tokens[next])
	case w == "…" || strings.HasPrefix(w, "..") && strings.Trim(w, ".") == "":
		return begins(after) && upper(after)
	case len(w) > 1 && w[len(w)-1] == '.':
		return endsAbbreviation(w[:len(w)-1], after)
	}
	return false
}

// begins tells whether a word can begin a sentence: with anything but a lower
// case letter or a mark that goes on.
func begins(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:-–—%", r)
}

func upper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || strings.ContainsRune("“\"‘", r)
}

// endsAbbreviation tells whether the stop of an abbreviation ends the sentence
// as well.
func endsAbbreviation(w, after string) bool {
	if f, ok := abbreviations[w]; ok {
		return f == maybe && (starters[after] || strings.ContainsAny(after, "“\""))
	}
	if len(w) == 1 { // an initial
		return w == "I" && starters[after]
	}
	return starters[after] || strings.ContainsAny(after, "“\"") // U.S., p.m.
}

// longestSubject is how many tokens after a quotation the verb that attributes it
// may stand, in its clause.
const longestSubject = 8

// speaksOn tells whether the words from next on, of a paragraph that ends at
// last, attribute the quotation that
// has just closed with a question or exclamation mark: "Will you?" Ms Hale asked.
func speaksOn(d *document.Document, stop, next, last int) bool {
	if w := d.Slice(d.Tokens[stop].Span); w == "." {
		return false
	}
	for i := next; i < last && i < next+longestSubject; i++ {
		w := d.Slice(d.Tokens[i].Span)
		if spoken[w] {
			return true
		}
		if strings.Trim(w, ",.:;?!“”\"") == "" {
			break
		}
	}
	return false
}

// spoken are the verbs that attribute a quotation after its closing mark.
var spoken = map[string]bool{
	"said": true, "says": true, "asked": true, "asks": true, "told": true, "tells": true, "added": true, "adds": true,
	"wrote": true, "writes": true, "tweeted": true, "replied": true, "shouted": true, "cried": true, "exclaimed": true,
	"wondered": true, "continued": true, "demanded": true, "chanted": true, "answered": true, "responded": true,
}
