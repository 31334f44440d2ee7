package queries

import (
	"iter"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// statements gives those of some refs that are statements, of some types, one of
// each however many documents carry it.
func (a *asking) statements(refs iter.Seq2[graph.Ref, error], types []string, limit int, yield func(StatementRow) bool) error {
	given := make(copies)
	for s, err := range a.records(refs, limit, func(x graph.Sketch) bool { return asks(types, x.Type) && x.Confidence >= document.Sure }) {
		if err != nil {
			return err
		}
		if given.again(s.Copy) {
			continue
		}
		row, err := a.statement(s)
		if err != nil {
			return err
		}
		if !yield(row) {
			break
		}
	}
	return nil
}

// statement is a statement as a row, with the documents that carry it too.
func (a *asking) statement(s *graph.StatementRecord) (StatementRow, error) {
	d := s.Document
	row := StatementRow{
		Schema: Schema, Kind: "statement", ID: string(s.ID), Type: s.Type, Class: s.Class, Stance: s.Stance,
		Speaker: speaker(s.Speaker), Joint: parties(s.Joint), OnBehalfOf: party(s.OnBehalfOf), Addressee: party(s.Addressee), ToldBy: speaker(s.ToldBy), About: []Entity{},
		Text: words(d, s.Content), Cue: d.Slice(s.Cue), Negated: s.Negated, Date: d.Date,
		Sentence: d.Slice(d.Around(proof(s))), Span: []Span{}, Document: documentRef(d), Rule: s.Rule, Confidence: s.Confidence,
	}
	if d.Date != "" {
		row.DateFrom = "publication"
	}
	for _, e := range s.About {
		row.About = append(row.About, entityRef(e))
	}
	for _, c := range s.Content {
		row.Span = append(row.Span, d.CodePoints(c))
	}
	var err error
	if row.AlsoIn, err = a.alsoIn(s.Ref, s.Copy); err == nil {
		row.AlsoBy, err = a.publishers(row.AlsoIn)
	}
	return row, err
}

func speaker(p *graph.Party) *Speaker {
	if p == nil {
		return nil
	}
	return &Speaker{entityRef(p.Entity), p.Plural}
}

// interjection is how many bytes may part two pieces of a statement that are
// shown together: "…," a minister told reporters on Monday. "…".
const interjection = 300

// proof is the span of what shows that somebody says something: the first words
// and the reporting verb, and the words that follow on them.
func proof(s *graph.StatementRecord) document.Span {
	if len(s.Content) == 0 {
		return s.Cue
	}
	p := hull(s.Content[0], s.Cue)
	for _, c := range s.Content[1:] {
		if c.Start-p.End > interjection {
			break
		}
		p = hull(p, c)
	}
	return p
}

// hull is the span from the first to the last of some, of those that cover
// anything.
func hull(spans ...document.Span) (h document.Span) {
	for _, s := range spans {
		switch {
		case s.Empty():
		case h.Empty():
			h = s
		default:
			h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
		}
	}
	return h
}

// words is the words of a statement, its parts parted by a space.
func words(d *graph.DocumentRecord, spans []document.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = d.Slice(s)
	}
	return strings.Join(parts, " ")
}

// surround gives a row the n sentences before and after those of its words and
// its cue.
func (row *StatementRow) surround(s *graph.StatementRecord, n int) {
	d := s.Document
	whole := hull(append(slices.Clone(s.Content), s.Cue)...)
	first, next := len(d.Sentences), len(d.Sentences)
	for i, x := range d.Sentences {
		if x.Overlaps(whole) {
			first, next = min(first, i), i+1
		}
	}
	if first < next {
		row.Before = d.Slice(hull(d.Sentences[max(0, first-n):first]...))
		row.After = d.Slice(hull(d.Sentences[next:min(len(d.Sentences), next+n)]...))
	}
}

// alsoIn is the other documents that say the same in the same words.
func (a *asking) alsoIn(r graph.Ref, copied string) ([]string, error) {
	also := []string{}
	refs, err := a.Copies(a.ctx, r, copied)
	for _, o := range refs {
		if id := string(o.Document()); o.Hash != r.Hash && !slices.Contains(also, id) {
			also = append(also, id)
		}
	}
	return also, err
}

// publishers is who published some documents, each once.
func (a *asking) publishers(documents []string) ([]string, error) {
	by := []string{}
	for _, id := range documents {
		names, err := a.st.Out(a.ctx, graph.ID(id), graph.Publisher)
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			if !slices.Contains(by, n.Text) {
				by = append(by, n.Text)
			}
		}
	}
	return by, nil
}
