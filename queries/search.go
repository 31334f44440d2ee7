package queries

import (
	"context"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// SearchRequest asks for sentences.
type SearchRequest struct {
	Words        string // all of which the sentence holds, in any order; case and accents don't matter
	Since, Until string // days of publication, ISO 8601, both included
	Limit        int    // 0 is no limit
}

// Search lists sentences, newest first, with what was read in each. Documents that
// hold all words are found by them.
func Search(ctx context.Context, st *graph.Store, r SearchRequest) Rows[SentenceRow] {
	return rows(func(yield func(SentenceRow) bool) error {
		words := strings.Fields(graph.Fold(r.Words))
		if len(words) == 0 {
			return nil
		}
		a := ask(ctx, st)
		going := true
		yield = limited(r.Limit, yield)
		for l, err := range a.Select(ctx, graph.Selection{All: [][]graph.Edge{ends(graph.Catalogue, graph.In)}, Since: r.Since, Until: r.Until, Text: words}) {
			if err != nil {
				return err
			}
			d, err := a.Document(ctx, l.Document())
			if err == nil {
				err = a.sentences(d, words, func(row SentenceRow) bool {
					going = yield(row)
					return going
				})
			}
			if err != nil || !going {
				return err
			}
		}
		return nil
	})
}

// sentences gives the sentences of a document that hold all words, with what
// was read in each.
func (a *asking) sentences(d *graph.DocumentRecord, words []string, yield func(SentenceRow) bool) error {
	var read []carried
	for _, s := range d.Sentences {
		if !holds(graph.Fold(d.Slice(s)), words) {
			continue
		}
		if read == nil {
			var err error
			if read, err = a.read(d.ID); err != nil {
				return err
			}
		}
		if !yield(sentenceRow(d, s, read)) {
			break
		}
	}
	return nil
}

func sentenceRow(d *graph.DocumentRecord, s document.Span, read []carried) SentenceRow {
	row := SentenceRow{
		Schema: Schema, Kind: "sentence", Sentence: d.Slice(s), Span: d.CodePoints(s), Document: documentRef(d), Carries: []string{},
	}
	for _, c := range read {
		if c.touches(s) {
			row.Carries = append(row.Carries, c.id)
		}
	}
	return row
}

// carried is a statement, event or fact with the words that carry it.
type carried struct {
	id    string
	spans []document.Span
}

func (c carried) touches(s document.Span) bool {
	for _, x := range c.spans {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}

// read is all that was read in a document, with the words that carry it.
func (a *asking) read(id graph.ID) ([]carried, error) {
	refs, err := a.Read(a.ctx, id)
	if err != nil {
		return nil, err
	}
	out := make([]carried, 0, len(refs))
	for _, r := range refs {
		c := carried{id: string(r.ID)}
		if r.Kind == graph.StatementNode {
			s, err := a.Statement(a.ctx, r.ID)
			if err != nil {
				return nil, err
			}
			c.spans = append(s.Content, s.Cue)
		} else {
			x, err := a.Relation(a.ctx, r.ID)
			if err != nil {
				return nil, err
			}
			c.spans = []document.Span{x.Sentence}
		}
		out = append(out, c)
	}
	return out, nil
}
