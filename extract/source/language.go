package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

const (
	sampleBytes  = 4096 // of a text are enough to tell its language
	fewestWords  = 20   // below that it can't be told
	functionRate = 0.05 // of 31,735 English articles all have more of these words, other languages next to none
)

// functionWords are English words that are none, or rare, in other languages.
var functionWords = wordSet("the of and to that with from which this have were they been would said their")

// foreign names the language of a text when that is certainly not English: when
// the input says so, or else when hardly any of its words are the function
// words of English and the trigrams of another language fit it reliably. A text
// of fewer than 20 words passes, and so does whatever is in doubt.
func foreign(declared, text string) string {
	if declared != "" {
		if declared == "en" {
			return ""
		}
		return languageName(declared)
	}
	sample := text
	if len(sample) > sampleBytes {
		sample = strings.ToValidUTF8(sample[:sampleBytes], "")
	}
	words, english := 0, 0
	for w := range strings.FieldsFuncSeq(sample, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if functionWords[strings.ToLower(w)] {
			english++
		}
	}
	// Chinese, Japanese and Thai have no spaces: count their characters instead.
	if letters := utf8.RuneCountInString(sample); len(sample) > 2*letters {
		words = max(words, letters/2)
	}
	if words < fewestWords || float64(english) >= functionRate*float64(words) {
		return ""
	}
	found := whatlanggo.Detect(sample)
	if found.Script == nil || found.Lang == whatlanggo.Eng || !found.IsReliable() {
		return ""
	}
	return found.Lang.String()
}

// languageName is the English name of an ISO 639-1 code, or the code itself.
func languageName(code string) string {
	for l := range whatlanggo.Langs {
		if l.Iso6391() == code {
			return l.String()
		}
	}
	return code
}
