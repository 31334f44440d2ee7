package briefing

import (
	"slices"
	"testing"

	"dossier/queries"
)

func said(id, speaker, document, kind, text string, about ...string) queries.StatementRow {
	r := queries.StatementRow{ID: id, Type: kind, Text: text, Confidence: 0.5, Document: queries.Document{ID: document}}
	if speaker != "" {
		r.Speaker = &queries.Speaker{Entity: queries.Entity{ID: speaker, Type: "person"}}
	}
	for _, a := range about {
		r.About = append(r.About, queries.Entity{ID: a})
	}
	return r
}

const words = "“The harbour will open again when the winter is over”"

func TestWorth(t *testing.T) {
	roles := map[string]bool{"anna": true}
	prominent := map[string]float64{"russia": 1, "peru": 0.2}
	less := func(why string, a, b queries.StatementRow) {
		t.Helper()
		if x, y := worth(a, roles, prominent), worth(b, roles, prominent); x >= y {
			t.Errorf("%s: worth %.2f against %.2f", why, x, y)
		}
	}
	less("her own words say more than a report of them", said("1", "anna", "d", "indirect", words), said("2", "anna", "d", "direct", words))
	less("of somebody we know what he is", said("1", "bert", "d", "direct", words), said("2", "anna", "d", "direct", words))
	less("about those whom it is all about", said("1", "bert", "d", "direct", words, "peru"), said("2", "bert", "d", "direct", words, "peru", "russia"))
	for why, r := range map[string]queries.StatementRow{
		"nobody said it": said("1", "", "d", "direct", words),
		"a scrap":        said("1", "anna", "d", "direct", "“No comment”"),
	} {
		if w := worth(r, roles, prominent); w != 0 {
			t.Errorf("%s: worth %.2f, want 0", why, w)
		}
	}
}

func ids(rows []queries.StatementRow) []string {
	var all []string
	for _, r := range rows {
		all = append(all, r.ID)
	}
	return all
}

func TestChoose(t *testing.T) {
	candidates := []candidate{
		{said("1", "anna", "d1", "direct", words), 5},
		{said("2", "anna", "d1", "direct", words), 4.9},
		{said("3", "bert", "d2", "direct", words), 4},
		{said("4", "carl", "d2", "direct", words), 4},
	}
	for range 3 { // the order in which they come changes nothing
		got := ids(choose(slices.Clone(candidates), 3))
		if want := []string{"1", "3", "4"}; !slices.Equal(got, want) {
			t.Errorf("chosen %v, want %v: one talker doesn't fill the screen", got, want)
		}
		candidates = append(candidates[1:], candidates[0])
	}
	if got := choose(slices.Clone(candidates), 10); len(got) != 4 {
		t.Errorf("%d of 4 chosen when there is room for all", len(got))
	}
	if got := choose(nil, 3); len(got) != 0 {
		t.Errorf("%d chosen of nothing", len(got))
	}
}
