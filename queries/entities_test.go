package queries_test

import (
	"slices"
	"testing"

	"dossier/queries"
)

func TestEntities(t *testing.T) {
	st := news(t)
	for _, tt := range []struct {
		name string
		ask  queries.EntitiesRequest
		want []string
	}{
		{"of a type", queries.EntitiesRequest{Types: []string{"place"}}, []string{"Port Elm"}},
		{"of a country", queries.EntitiesRequest{Country: "BOR"}, []string{"Borduria", "Ana Lind"}},
		{"words begin words of the name", queries.EntitiesRequest{Words: "LI"}, []string{"Mara Lind", "Ana Lind"}},
		{"in any order", queries.EntitiesRequest{Words: "lind ma"}, []string{"Mara Lind"}},
		{"not inside a word", queries.EntitiesRequest{Words: "ind"}, nil},
		{"of an alias", queries.EntitiesRequest{Words: "oere"}, []string{"Öre Company"}},
		{"without accents", queries.EntitiesRequest{Words: "ore"}, []string{"Öre Company"}},
		{"the first", queries.EntitiesRequest{Types: []string{"country"}, Limit: 1}, []string{"Syldavia"}},
		{"in the newest document", queries.EntitiesRequest{Types: []string{"person"}, Newest: 1}, []string{"Jan Falk"}},
	} {
		var got []string
		for _, r := range all(t, queries.Entities(t.Context(), st, tt.ask)) {
			got = append(got, r.Name)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
