// Package relation reads how the entities of an article relate: events between
// two actors of one clause (of the 16 PLOVER types, with direction, modality,
// date, and the statement that claims them) and the plainest lasting facts.
//
// There is no parser: a sentence is cut into noun groups, verb groups and
// prepositions by its tags, and the rules look for the subject and the objects
// of a verb among its neighbours (chunk.go, clause.go). What a verb or noun
// means is in tables (verbs.tsv, nouns.tsv); what a chain of verbs means
// ("threatened to cut ties") is composed (compose.go).
//
// Measured on the whole pipeline: pairs of countries in the PLOVER gold standard
// records .64 F1 (precision .86; a quarter of its pairs hold a body of states,
// which has no country here), in PETRARCH's unit tests .73 (.90); no pair in 16
// sentences of those tests that tell none. Of events in news from six sources
// about nine in ten are right by eye, of facts more; the commonest faults are an
// actor taken for another (a pronoun, a title without a name), a verb in its other
// sense, and a plan told as done. Recall of facts is low by design: .07 on
// KnowledgeNet (precision .73).
package relation

import (
	"dossier/extract/date"
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// longest is the number of tokens above which a sentence is no prose but a table
// or a list; reading it would cost its square.
const longest = 400

// Stage reads relations. It is immutable and safe for concurrent use.
type Stage struct {
	lexis *lexis
}

// New loads the tables; lex tells which nouns are people. An error means that a
// table of this package is broken.
func New(lex *lexicon.Lexicon) (*Stage, error) {
	x, err := newLexis(lex)
	if err != nil {
		return nil, err
	}
	return &Stage{lexis: x}, nil
}

// Apply fills d.Relations from tokens, mentions, entities and statements.
func (st *Stage) Apply(d *document.Document) {
	r := newReader(st.lexis, d)
	dates := date.Find(d)
	s := sentence{reader: r}
	for i, k := 0, 0; i < len(d.Sentences); i++ {
		first := k
		for k < len(dates) && dates[k].Sentence == i {
			k++
		}
		if d.Sentences[i].Last-d.Sentences[i].First > longest || !r.mentions(i) {
			continue
		}
		s.read(i, dates[first:k])
		s.events()
		s.facts()
	}
}

// mentions tells whether sentence i names anything at all.
func (r *reader) mentions(i int) bool {
	s := r.doc.Sentences[i]
	for t := max(s.First, 0); t < min(s.Last, len(r.doc.Tokens)); t++ {
		if r.names[t] != 0 || r.nominals[t] != 0 {
			return true
		}
	}
	return false
}
