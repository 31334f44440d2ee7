package briefing

import (
	"slices"
	"strings"
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
	prominent := map[string]float64{"russia": 1, "peru": 0.2}
	less := func(why string, a, b queries.StatementRow) {
		t.Helper()
		if x, y := worth(a, prominent), worth(b, prominent); x >= y {
			t.Errorf("%s: worth %.2f against %.2f", why, x, y)
		}
	}
	less("her own words say more than a report of them", said("1", "anna", "d", "indirect", words), said("2", "anna", "d", "direct", words))
	they := said("1", "anna", "d", "indirect", "that the harbour will open again in winter")
	they.Speaker.Name, they.Sentence = "Anna Vell", "Both said that the harbour will open again in winter."
	she := they
	she.Sentence = "Vell said that the harbour will open again in winter."
	less("a sentence that doesn't say who speaks", they, she)
	as := func(name, cue string, r queries.StatementRow) queries.StatementRow {
		r.Speaker.Name, r.Cue = name, cue
		return r
	}
	less("of somebody whose name says who it is", as("Vell", "said", said("1", "anna", "d", "direct", words)), as("Anna Vell", "said", said("2", "anna", "d", "direct", words)))
	less("capitals are the label of a transcript", as("ANNA VELL", "said", said("1", "anna", "d", "direct", words)), as("Anna Vell", "said", said("2", "anna", "d", "direct", words)))
	less("a turn of a transcript answers what isn't there", as("Anna Vell", ":", said("1", "anna", "d", "direct", words)), as("Anna Vell", "said", said("2", "anna", "d", "direct", words)))
	less("some words taken out of a sentence", said("1", "anna", "d", "direct", "“will open again when the winter is over”"), said("2", "anna", "d", "direct", words))
	less("what takes long to read", said("1", "anna", "d", "direct", strings.Repeat(words+" ", 8)), said("2", "anna", "d", "direct", words))
	less("who begins with thanks", said("1", "anna", "d", "direct", "Thank you for coming to the harbour on a day like this."), said("2", "anna", "d", "direct", words))
	less("but that is worth something", said("1", "anna", "d", "direct", "“No comment”"), said("2", "anna", "d", "direct", strings.Repeat(words+" ", 50)))
	less("about those whom it is all about", said("1", "bert", "d", "direct", words, "peru"), said("2", "bert", "d", "direct", words, "peru", "russia"))
	for why, r := range map[string]queries.StatementRow{
		"nobody said it":  said("1", "", "d", "direct", words),
		"a scrap":         said("1", "anna", "d", "direct", "“No comment”"),
		"leads to a list": said("1", "anna", "d", "indirect", "that the harbour will open again in winter, including:"),
	} {
		if w := worth(r, prominent); w != 0 {
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
		got := ids(choose(slices.Clone(candidates), 4))
		if want := []string{"1", "3", "2", "4"}; !slices.Equal(got, want) {
			t.Errorf("chosen %v, want %v: one talker doesn't fill the screen, nor one document", got, want)
		}
		candidates = append(candidates[1:], candidates[0])
	}
	slices.SortFunc(candidates, func(a, b candidate) int { return strings.Compare(a.row.ID, b.row.ID) })
	if got := choose(slices.Clone(candidates), 10); len(got) != 4 {
		t.Errorf("%d of 4 chosen when there is room for all", len(got))
	}
	if got, want := ids(choose(slices.Clone(candidates[:2]), 2)), []string{"1", "2"}; !slices.Equal(got, want) {
		t.Errorf("chosen %v, want %v: there is no other document", got, want)
	}
	if got := choose(nil, 3); len(got) != 0 {
		t.Errorf("%d chosen of nothing", len(got))
	}
}
