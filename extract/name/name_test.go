package name

import (
	"fmt"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/token"
)

// reader is the stage with the one before it.
type testReader struct {
	tokens *token.Stage
	names  *Stage
}

var testStages = func() testReader {
	tokens, err := token.New()
	if err != nil {
		panic(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		panic(err)
	}
	names, err := New(lex)
	if err != nil {
		panic(err)
	}
	return testReader{tokens, names}
}()

func (r testReader) read(text string) *document.Document {
	d := &document.Document{Article: document.Article{Text: text}}
	r.tokens.Apply(d)
	r.names.Apply(d)
	return d
}

func names(d *document.Document) string {
	var out []string
	for _, m := range d.Mentions {
		kind := string(m.Type)
		if m.Kind == document.Demonym {
			kind += " demonym"
		}
		out = append(out, fmt.Sprintf("%s (%s)", d.Slice(m.Span), kind))
	}
	return strings.Join(out, ", ")
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"Foreign Minister Ada Okafor flew to Beijing on Monday.", "Ada Okafor (person), Beijing (place)", "a title stands outside the name, a weekday is none"},
		{"Ms. Okafor's aides met officials of the European Commission.", "Okafor (person), European Commission (organization)", "the clitic stands outside"},
		{"Russian and Chinese warships sailed past Japan.", "Russian (country demonym), Chinese (country demonym), Japan (country)", "demonyms belong to their country"},
	} {
		if got := names(testStages.read(c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s: %s", c.text, got, c.want, c.why)
		}
	}
}
