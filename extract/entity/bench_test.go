package entity

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/token"
)

// BenchmarkStage reads Wikinews articles in which every run of capitalised
// words stands for a name, since the real ones are another stage's.
func BenchmarkStage(b *testing.B) {
	const news = "../../../shared/data/news/wikinews.jsonl"
	f, err := os.Open(news)
	if err != nil {
		b.Skipf("no articles to read: %v", err)
	}
	defer f.Close()
	tok, err := token.New()
	if err != nil {
		b.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		b.Fatal(err)
	}
	var docs []*document.Document
	tokens := 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var a struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			b.Fatal(err)
		}
		d := &document.Document{}
		d.Text = a.Text
		tok.Apply(d)
		capitalised(d)
		docs = append(docs, d)
		tokens += len(d.Tokens)
	}
	s := New(lex)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			copied := *d
			copied.Mentions = slices.Clone(d.Mentions)
			s.Apply(&copied)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}

func capitalised(d *document.Document) {
	for t := 0; t < len(d.Tokens); t++ {
		first := t
		for t < len(d.Tokens) && isCapital(d.Slice(d.Tokens[t].Span)) {
			t++
		}
		if t > first {
			d.Mentions = append(d.Mentions, document.Mention{
				Span:  document.Span{Start: d.Tokens[first].Start, End: d.Tokens[t-1].End},
				First: first, Last: t, Kind: document.Name, Type: document.Organization, Entity: -1,
			})
		}
	}
}
