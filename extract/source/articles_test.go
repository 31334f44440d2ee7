package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const repository = "../.." // root

// TestArticles reads the articles that the project is shown with: every one has
// what an article needs, and nothing of what stands around it on its page.
func TestArticles(t *testing.T) {
	got := run(t, repository, []string{"testdata/articles"}, nil, Options{})
	if len(got.articles) < 12 || got.errors != nil {
		t.Fatalf("%d articles, errors %v", len(got.articles), got.errors)
	}
	for _, a := range got.articles {
		if words := len(strings.Fields(a.Text)); words < 150 || words > 350 {
			t.Errorf("%s has %d words", a.Source, words)
		}
		if a.Date == "" {
			t.Errorf("%s has no date", a.Source)
		}
		if strings.Contains(a.Source, ".html") && (a.Title == "" || a.Publisher == "" || a.Lang != "en") {
			t.Errorf("%s lacks metadata: %+v", a.Source, a)
		}
		text := strings.ToLower(a.Text)
		for _, word := range []string{"cookie", "newsletter", "advertisement", "sponsored", "facebook", "telegram and",
			"read more", "related:", "photograph:", "photo:", "copyright", "all rights", "play video", "sign up", "log in"} {
			if strings.Contains(text, word) {
				t.Errorf("%s holds %q", a.Source, word)
			}
		}
	}
}

// TestUpdate reads an update in a run of its own without a word; in one run with
// what it updates it is a mistake.
func TestUpdate(t *testing.T) {
	if got := run(t, repository, []string{"testdata/updates"}, nil, Options{}); len(got.articles) == 0 || got.errors != nil {
		t.Errorf("%d articles, errors %v", len(got.articles), got.errors)
	}
	got := run(t, repository, []string{"testdata/articles", "testdata/updates"}, nil, Options{})
	if len(got.errors) != 1 || !strings.Contains(got.errors[0], "was given to another text at testdata/articles/wire.jsonl:") {
		t.Errorf("errors %v", got.errors)
	}
}

// TestBadFolder reads the folder of bad inputs as a user would.
func TestBadFolder(t *testing.T) {
	const contract = `: write an object such as {"id": "a1", "text": "..."}`
	got := run(t, repository+"/testdata/bad", []string{"."}, nil, Options{})
	want := []string{
		"failed binary.txt: is no text (binary data): only text, HTML and JSON are read",
		"failed cut.jsonl.gz:130: the compressed data end too early: copy or download the file again",
		"failed empty.txt: is empty",
		"skipped german.txt: the text is in German, and only English is read: declare it as English (lang en) if it is",
		"warning latin-1.txt: is not UTF-8 (byte 1), read as windows-1252: convert it to UTF-8 if names look wrong",
		"failed lines.jsonl:2: is no JSON at byte 1: invalid character 'T' looking for beginning of value" + contract,
		"failed lines.jsonl:3: is no JSON: it ends too early" + contract,
		`failed lines.jsonl:4: has no "text"` + contract,
		`failed lines.jsonl:5: "id" is a number, not a string` + contract,
		"failed lines.jsonl:6: is an array, not an object" + contract,
		`failed lines.jsonl:7: the id "good-1" was given to another text at lines.jsonl:1: give each article an id of its own, or an update in a run of its own`,
		`warning lines.jsonl:8: the date "2013-04" is no day, so the article has none: write it as 2006-01-02`,
		"skipped lines.jsonl:9: the text is in French, and only English is read: declare it as English (lang en) if it is",
		"failed links.html: no article in this page: save the page of one article, or its text as .txt",
	}
	if diff := cmp.Diff(want, got.errors); diff != "" {
		t.Error(diff)
	}
	if len(got.articles) != 129+1+3+1 { // what is whole of the cut file, the Latin-1 one, three lines, open quotation marks
		t.Errorf("%d articles", len(got.articles))
	}
}
