package statement

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/entity"
	"dossier/extract/lexicon"
	"dossier/extract/name"
	"dossier/extract/source"
)

// BenchmarkStage reports how many words a second this stage alone reads, of our
// samples and of each kind of news that is here. An operation is a reading of all
// the articles of a kind; with -cpu 1 one core does all the work.
func BenchmarkStage(b *testing.B) {
	const most = 100_000 // words of a kind
	for _, news := range []struct{ kind, path string }{
		{"samples", "../../testdata/articles"},
		{"wikinews", filepath.Join(shared, "news/wikinews.jsonl")},
		{"iran", filepath.Join(shared, "news/tehran_times.jsonl.gz")},
		{"releases", filepath.Join(shared, "news/us_congress.jsonl.gz")},
		{"remarks", filepath.Join(shared, "news/white_house_remarks.jsonl.gz")},
	} {
		b.Run(news.kind, func(b *testing.B) {
			docs, words := upToStatements(b, news.path, most)
			s, err := stages()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					d.Statements = nil
					s.statement.Apply(d)
				}
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// upToStatements reads articles up to this stage, until they have so many words.
func upToStatements(b *testing.B, path string, most int) (docs []*document.Document, words int) {
	b.Helper()
	s, err := stages()
	if err != nil {
		b.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		b.Fatal(err)
	}
	names, err := name.New(lex)
	if err != nil {
		b.Fatal(err)
	}
	entities := entity.New(lex)
	for a, err := range source.Read(context.Background(), []string{path}, nil, source.Options{Lang: "en"}) {
		if err != nil {
			b.Skip("no articles to read: ", err)
		}
		d := &document.Document{Article: a}
		s.token.Apply(d)
		names.Apply(d)
		entities.Apply(d)
		docs = append(docs, d)
		if words += len(strings.Fields(a.Text)); words >= most {
			break
		}
	}
	return docs, words
}
