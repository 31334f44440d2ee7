package queries

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// SpeakersRequest asks who says something. Empty fields ask for nothing.
type SpeakersRequest struct {
	Words        string   // that words of the name begin with, in any order
	About        string   // a name, as [Resolve] takes it
	Types        []string // of entities
	Country      string   // ISO 3166-1 alpha-3
	Classes      []string // say, ask, promise, think
	Since, Until string   // days of publication, ISO 8601, both included
	Publisher    string   // words, all of which its name holds
	First        bool     // take the best of several that a name fits
	Limit        int      // 0 is no limit
}

// Speakers lists those who say something, the most statements first. A
// statement counts for each who makes it; that of a spokesperson who is no
// entity counts for the one on whose behalf it is made. No document is opened to
// count; how those are called who are listed is looked up in the newest in which
// they speak.
func Speakers(ctx context.Context, st *graph.Store, r SpeakersRequest) Rows[SpeakerRow] {
	return rows(func(yield func(SpeakerRow) bool) error {
		spoken, err := st.Spoken(ctx)
		if err != nil {
			return err
		}
		defer spoken.Close()
		words := strings.Fields(graph.Fold(r.Words))
		yield = limited(r.Limit, yield)
		return newCensus(ask(ctx, st), spoken, r).rows(func(row SpeakerRow) bool { return !r.asks(row, words) || yield(row) })
	})
}

func (r SpeakersRequest) asks(row SpeakerRow, words []string) bool {
	return (r.Country == "" || r.Country == row.Country) && begins(row.Name, words)
}

// SaidBySpeaker counts the statements that [Said] lists by who makes them, the
// most statements first, with those whom nobody names. A statement counts for
// each who makes it. Limit is of speakers.
func SaidBySpeaker(ctx context.Context, st *graph.Store, r SaidRequest) Rows[SpeakerRow] {
	if r.Who == "" && r.To == "" && r.Text == "" && r.Confidence == 0 {
		return countedOff(ctx, st, r)
	}
	return rows(func(yield func(SpeakerRow) bool) error {
		s := newSaying(ctx, st, r)
		if err := s.resolve(); err != nil {
			return err
		}
		speakers := make(speakers)
		for x, err := range s.records(s.candidates(), 0, s.wants) {
			if err != nil {
				return err
			}
			if s.asked(x) {
				speakers.add(x, !s.given.again(x.Copy))
			}
		}
		yield = limited(r.Limit, yield)
		for _, t := range slices.SortedFunc(maps.Values(speakers), (*speaking).byStatements) {
			if !yield(t.SpeakerRow) {
				break
			}
		}
		return nil
	})
}

// countedOff is [SaidBySpeaker] for what the index tells of statements.
func countedOff(ctx context.Context, st *graph.Store, r SaidRequest) Rows[SpeakerRow] {
	return rows(func(yield func(SpeakerRow) bool) error {
		spoken, err := st.Spoken(ctx)
		if err != nil {
			return err
		}
		defer spoken.Close()
		c := newCensus(ask(ctx, st), spoken, SpeakersRequest{
			About: r.About, Classes: r.Classes, Since: r.Since, Until: r.Until, Publisher: r.Publisher, First: r.First,
		})
		c.kinds, c.others = r.Types, &others{}
		return c.rows(limited(r.Limit, yield))
	})
}

// speakers are those who say something, by their ID, or their name when they
// have none.
type speakers map[string]*speaking

// speaking is a speaker with the documents in which he speaks.
type speaking struct {
	SpeakerRow
	in map[string]bool
}

// byStatements orders speakers, the most statements first.
func (t *speaking) byStatements(o *speaking) int {
	return cmp.Or(cmp.Compare(o.Statements, t.Statements), strings.Compare(t.ID, o.ID), strings.Compare(t.Name, o.Name))
}

// add counts a statement for those who make it; one that isn't new is a copy,
// in another document.
func (s speakers) add(x *graph.StatementRecord, isNew bool) {
	who := Entity{}
	if x.Speaker != nil {
		who = entityRef(x.Speaker.Entity)
	}
	if who.ID == "" && x.OnBehalfOf != nil {
		who = entityRef(x.OnBehalfOf.Entity)
	}
	all := []Entity{who}
	for _, e := range parties(x.Joint) {
		if !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	for _, e := range all {
		s.speaker(e).add(x, isNew)
	}
}

func (s speakers) speaker(e Entity) *speaking {
	key := cmp.Or(e.ID, graph.Fold(e.Name))
	t := s[key]
	if t == nil {
		t = &speaking{SpeakerRow{Schema: Schema, Kind: "speaker", ID: e.ID, Name: e.Name, Type: e.Type, Country: e.Country}, make(map[string]bool)}
		s[key] = t
	}
	return t
}

func (t *speaking) add(x *graph.StatementRecord, isNew bool) {
	t.in[x.Hash] = true
	t.Documents = len(t.in)
	if x.Day != "" {
		t.First = x.Day
		t.Last = cmp.Or(t.Last, x.Day)
	}
	if !isNew {
		return
	}
	t.Statements++
	switch document.StatementType(x.Type) {
	case document.Direct:
		t.Direct++
	case document.Indirect:
		t.Indirect++
	case document.Mixed:
		t.Mixed++
	case document.None:
		t.None++
	}
}
