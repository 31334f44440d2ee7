package statement

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
	"dossier/extract/entity"
	"dossier/extract/lexicon"
	"dossier/extract/name"
)

// shared is where texts lie that are not ours to publish.
const shared = "../../../shared/data"

// TestOfficer reads an article about a naval exercise, in which two men speak:
// every statement must be one of theirs, by name.
func TestOfficer(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(shared, "seed/article.txt"))
	if err != nil {
		t.Skip("SKIPPED: the article in ../shared is not here, so its statements are NOT checked: ", err)
	}
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	names, err := name.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: string(text)}}
	s.token.Apply(d)
	names.Apply(d)
	entity.New(lex).Apply(d)
	s.statement.Apply(d)
	check(t, d)
	var got []string
	for _, st := range d.Statements {
		got = append(got, st.Speaker.Name)
	}
	a, b := "Wu Qian", "Carl Schuster"
	want := []string{a, a, a, b, b, b, b, b, b, b, b, b}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestNews checks what must hold of every document on real articles.
func TestNews(t *testing.T) {
	f, err := os.Open(filepath.Join(shared, "news/wikinews.jsonl"))
	if err != nil {
		t.Skip("SKIPPED: the articles in ../shared are not here, so what holds of them is NOT checked: ", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	statements := 0
	for lines.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		d := read(t, a.Text)
		check(t, d)
		statements += len(d.Statements)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if statements < 700 {
		t.Errorf("only %d statements", statements)
	}
}
