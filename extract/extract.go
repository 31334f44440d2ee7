// Package extract reads articles: text goes in, a [document.Document] comes out.
// Its sub-packages are the stages, in the order in which text meets them, and
// each says in its package comment what it adds and how well it does.
//
//	source     files, folders, streams → articles
//	token      words, tags, quoted regions, sentences
//	name       names of persons, organisations, places
//	syntax     how the words of a sentence hang together, and better tags
//	entity     who is who
//	statement  who said what
//	date       when
//	relation   how they relate
package extract

import (
	"fmt"

	"dossier/extract/document"
	"dossier/extract/entity"
	"dossier/extract/lexicon"
	"dossier/extract/name"
	"dossier/extract/relation"
	"dossier/extract/statement"
	"dossier/extract/syntax"
	"dossier/extract/token"
)

// Version tells one way of reading from another. It changes when the same article
// would be read differently, so that a store takes the article in again.
const Version = "6"

// Stage reads one more thing out of a document. It adds to what is there and
// changes nothing before it; it may be used by several goroutines at once.
type Stage interface {
	Apply(d *document.Document)
}

// Pipeline is the stages in their order. It is immutable and safe for
// concurrent use; a program makes one.
type Pipeline struct {
	stages []Stage
}

// New loads the tables and models of every stage.
func New() (*Pipeline, error) {
	lex, err := lexicon.Default()
	if err != nil {
		return nil, fmt.Errorf("loading the lexicon: %w", err)
	}
	p := &Pipeline{}
	for _, s := range []struct {
		stage string
		load  func() (Stage, error)
	}{
		{"token", func() (Stage, error) { return token.New() }},
		{"name", func() (Stage, error) { return name.New(lex) }},
		{"syntax", func() (Stage, error) { return syntax.New() }},
		{"entity", func() (Stage, error) { return entity.New(lex), nil }},
		{"statement", func() (Stage, error) { return statement.New(lex) }},
		{"relation", func() (Stage, error) { return relation.New(lex) }},
	} {
		stage, err := s.load()
		if err != nil {
			return nil, fmt.Errorf("loading the %s stage: %w", s.stage, err)
		}
		p.stages = append(p.stages, stage)
	}
	return p, nil
}

// Read reads one article.
func (p *Pipeline) Read(a document.Article) *document.Document {
	d := &document.Document{Article: a}
	for _, s := range p.stages {
		s.Apply(d)
	}
	return d
}
