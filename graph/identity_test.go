package graph_test

import (
	"slices"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/graph"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, want, why string }{
		{"Carl Schuster", "carl schuster", "case"},
		{"  Öre\u00a0 Company ", "ore company", "accents, and white space of every kind"},
		{"O'Neill", "oneill", "an apostrophe is part of a word"},
		{"O’Neill", "oneill", "however it is written"},
		{"U.S.", "us", "so are full stops"},
		{"Jean-Luc", "jean luc", "a hyphen parts words"},
		{"Ｆｕｌｌ", "full", "full-width letters are letters"},
		{"Straße", "strasse", "letters that have no mark to lose"},
		{"Łódź", "lodz", "with and without a mark to lose"},
		{"Владимир", "владимир", "other scripts stay"},
		{"Erdoğan", "erdogan", "a breve"},
		{"ab\u200dcd\u202e", "abcd", "marks of direction and joiners are nothing"},
		{"…", "", "neither letter nor digit"},
		{"bad\xffbyte", "bad byte", "what isn't UTF-8 parts words"},
	} {
		if got := graph.Fold(tt.name); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q: %s", tt.name, got, tt.want, tt.why)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Öre Company", "ǅ ẞ İ", "\xff", "a\u0300 b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := graph.Fold(s)
		if again := graph.Fold(folded); again != folded {
			t.Errorf("Fold(%q) = %q, which folds to %q", s, folded, again)
		}
		if folded != strings.Join(strings.Fields(folded), " ") {
			t.Errorf("Fold(%q) = %q has spaces too many", s, folded)
		}
		for _, id := range graph.NameIDs(s) {
			if strings.ContainsAny(string(id), " \t\n\"'<>\\`$") {
				t.Errorf("%q gives the ID %q", s, id)
			}
		}
	})
}

func TestDocumentID(t *testing.T) {
	id := func(a document.Article) graph.ID { return graph.DocumentID(&a) }
	base := document.Article{URL: "u", ID: "i", Text: "t", Date: "2020-01-01", Title: "a", Source: "/one"}
	same := base
	same.ID, same.Text, same.Date, same.Title, same.Source = "j", "s", "2020-01-02", "b", "/two"
	if id(base) != id(same) {
		t.Error("an update of the article at one URL is another document")
	}
	base.URL, same.URL = "", ""
	if id(base) == id(same) {
		t.Error("without a URL two IDs are one document")
	}
	same.ID = base.ID
	if id(base) != id(same) {
		t.Error("without a URL an update under one ID is another document")
	}
	base.ID, same.ID = "", ""
	if id(base) == id(same) {
		t.Error("without URL and ID two texts are one document")
	}
	if id(document.Article{ID: "x"}) == id(document.Article{URL: "x"}) {
		t.Error("an ID and a URL of the same letters are one document")
	}
}

func TestEntityID(t *testing.T) {
	for _, tt := range []struct {
		entity document.Entity
		want   graph.ID
		why    string
	}{
		{document.Entity{Type: document.Country, Name: "Ruritania", Country: "RUR", Wikidata: "Q1"}, "country/RUR", "a country goes by its code"},
		{document.Entity{Type: document.Person, Name: "Mara Lind", Country: "RUR"}, "person/mara-lind", "the country of a person is no part of who it is"},
		{document.Entity{Type: document.Person, Name: "Mara Lind", Wikidata: "Q5"}, "person/Q5", "what is certain goes before the name"},
		{document.Entity{Type: document.Place, Name: "Port Elm"}, "place/port-elm", "a place goes by its name"},
		{document.Entity{Type: document.Event, Name: "River Cup"}, "occasion/river-cup", "a named event is no event that was read"},
		{document.Entity{Name: "Something"}, "other/something", "no type is other"},
	} {
		if got := graph.EntityID(&tt.entity); got != tt.want {
			t.Errorf("EntityID(%+v) = %s, want %s: %s", tt.entity, got, tt.want, tt.why)
		}
	}
	long := func(end string) graph.ID {
		return graph.EntityID(&document.Entity{Type: document.Other, Name: strings.Repeat("long ", 40) + end})
	}
	if long("a") == long("b") || len(long("a")) > 100 {
		t.Errorf("long names: %s and %s", long("a"), long("b"))
	}
	if a, b := graph.EntityID(&document.Entity{Name: "!"}), graph.EntityID(&document.Entity{Name: "?"}); a == b {
		t.Errorf("names without letters are one: %s", a)
	}
}

func TestParseRef(t *testing.T) {
	const hash = "0123456789abcdef"
	for _, tt := range []struct {
		id   graph.ID
		want graph.Ref
	}{
		{"listing/20210305/" + hash, graph.Ref{Kind: "listing", Day: "2021-03-05", Hash: hash}},
		{"listing/00000000/" + hash, graph.Ref{Kind: "listing", Hash: hash}},
		{"mention/20210305/" + hash + "/12/person/mara-lind/3", graph.Ref{Kind: "mention", Day: "2021-03-05", Hash: hash, Position: 12, Count: 3}},
		{"statement/20210305/" + hash + "/120", graph.Ref{Kind: "statement", Day: "2021-03-05", Hash: hash, Position: 120}},
		{"statement/20210305/" + hash + "/120.2", graph.Ref{Kind: "statement", Day: "2021-03-05", Hash: hash, Position: 120}},
		{"event/20210305/" + hash + "/7/consult.visit", graph.Ref{Kind: "event", Day: "2021-03-05", Hash: hash, Position: 7, Type: "consult", Mode: "visit", Happened: "2021-03-05"}},
		{"event/00000000/" + hash + "/7/aid", graph.Ref{Kind: "event", Hash: hash, Position: 7, Type: "aid"}},
		{"event/20210305/" + hash + "/7/aid/20210304", graph.Ref{Kind: "event", Day: "2021-03-05", Hash: hash, Position: 7, Type: "aid", Happened: "2021-03-04"}},
		{"fact/20210305/" + hash + "/7.3/spouse", graph.Ref{Kind: "fact", Day: "2021-03-05", Hash: hash, Position: 7, Type: "spouse", Happened: "2021-03-05"}},
	} {
		tt.want.ID = tt.id
		if got, ok := graph.ParseRef(tt.id); !ok || got != tt.want {
			t.Errorf("ParseRef(%s) = %+v, %v, want %+v", tt.id, got, ok, tt.want)
		}
	}
	for _, id := range []graph.ID{"", "document/" + hash, "person/mara-lind", "statement/20210305/" + hash, "statement/2021/" + hash + "/1",
		"event/20210305/" + hash + "/7", "statement/20210305/" + hash + "/x", "mention/20210305/" + hash + "/12/person/mara-lind"} {
		if got, ok := graph.ParseRef(id); ok {
			t.Errorf("ParseRef(%s) = %+v", id, got)
		}
	}
}

func TestRefsInOrder(t *testing.T) {
	want := []graph.ID{
		"statement/20210305/00000000000000aa/900",
		"statement/20210304/00000000000000aa/99",
		"statement/20210304/00000000000000aa/100",
		"statement/20210304/00000000000000bb/1",
		"statement/00000000/00000000000000aa/1",
	}
	refs := make([]graph.Ref, len(want))
	for i, id := range want {
		refs[len(want)-1-i], _ = graph.ParseRef(id)
	}
	slices.SortFunc(refs, graph.Ref.Compare)
	for i, r := range refs {
		if r.ID != want[i] {
			t.Errorf("%d: %s, want %s: newest first, then by document, by place as a number, the undated last", i, r.ID, want[i])
		}
	}
}
