package entity

import (
	"slices"
	"testing"
)

func TestBearer(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string // clusters that must be there
	}{
		{"a person behind what the office is for", "The minister of [o:Harbour Affairs Qwaxi Seifex] came. [p:Seifex] left.", []string{"Qwaxi Seifex: Qwaxi Seifex, Seifex"}},
		{"a given name tells too", "The director of the [o:Office of Harbour Safety Policy Ann Miller] came.", []string{"Ann Miller: Ann Miller"}},
		{"with a rank between", "The commander of the [o:Oldtown Police Brigadier General Qwaxi Seifex] came. [p:Seifex] left.", []string{"Oldtown Police: Oldtown Police", "Qwaxi Seifex: Qwaxi Seifex, Seifex"}},
		{"a surname alone behind a body", "The secretary general of the [o:Harbour Council Seifex] came. [p:Seifex] left.", []string{"Harbour Council: Harbour Council", "Seifex: Seifex, Seifex"}},
		{"no office", "They met at the [o:School of Law Seifex]. [p:Seifex] left.", []string{"School of Law Seifex: School of Law Seifex"}},
		{"a body that is called after somebody", "The director of the [o:Ann Miller Harbour Council] came. [p:Miller] left.", []string{"Ann Miller Harbour Council: Ann Miller Harbour Council"}},
		{"a body that is called after a town", "The president of the [o:University of Harbour Studies Baltimore] came.", []string{"University of Harbour Studies Baltimore: University of Harbour Studies Baltimore"}},
		{"read as something else", "The minister of Harbour Affairs [o:Qwaxi Seifex] came. [p:Seifex] left.", []string{"Qwaxi Seifex: Qwaxi Seifex, Seifex"}},
		{"a given name left with the body", "The head of the [o:Council for Harbour Safety Ann] [p:Qwxif] came. [p:Qwxif] left.", []string{"Council for Harbour Safety: Council for Harbour Safety", "Ann Qwxif: Ann Qwxif, Qwxif"}},
		{"an acronym before a person", "The head of [p:IAEA Carl Miller] came. [p:Miller] left.", []string{"Carl Miller: Carl Miller, Miller"}},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := read(t, tt.text, "")
			check(t, d)
			got := clusters(d)
			for _, want := range tt.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q in %q", want, got)
				}
			}
		})
	}
}

func TestVariant(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string
	}{
		{"other vowels and letters for one sound", "[p:Ann Qwassaghi] came. [p:Qwasaqi] left.", []string{"Ann Qwassaghi: Ann Qwassaghi, Qwasaqi"}},
		{"a letter left out", "[p:Ann Schneiderqwan] came. [p:Scheiderqwan] left.", []string{"Ann Schneiderqwan: Ann Schneiderqwan, Scheiderqwan"}},
		{"two whom it can be", "[p:Ann Qwassaghi] met [p:Carl Qwasaghi]. [p:Qwesaqi] left.", []string{"Qwesaqi: Qwesaqi"}},
		{"a surname of its own", "[p:Ann Millar] came. [p:Miller] left.", []string{"Ann Millar: Ann Millar", "Miller: Miller"}},
		{"the family", "[p:Ann Qwassaghi] came. The [p:Qwassaghis] left.", []string{"Ann Qwassaghi: Ann Qwassaghi", "Qwassaghis: Qwassaghis"}},
		{"another beginning", "[p:Ann Hallexi] came. [p:Wallexi] left.", []string{"Ann Hallexi: Ann Hallexi", "Wallexi: Wallexi"}},
	} {
		t.Run(tt.why, func(t *testing.T) {
			got := clusters(read(t, tt.text, ""))
			for _, want := range tt.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q in %q", want, got)
				}
			}
		})
	}
}

func TestNamesake(t *testing.T) {
	for _, tt := range []struct{ why, text, want string }{
		{"the title tells", "Senator [p:Ann Miller] met Mayor [p:Carl Miller]. Senator [p:Miller] left.", "Ann Miller: Ann Miller, Miller"},
		{"the title of neither", "Senator [p:Ann Miller] met Mayor [p:Carl Miller]. Governor [p:Miller] left.", "Carl Miller: Carl Miller, Miller"},
		{"what somebody is isn't a title", "[p:Ann Miller] came. As a local member [p:Ann] left.", "Ann Miller: Ann Miller, Ann"},
		{"an administration of two is no secretary", "The rules of [p:Smith-Miller] hold. Secretary [p:Carl Miller] came. Secretary [p:Miller] left.", "Carl Miller: Carl Miller, Miller"},
		{"a surname that no reader saw, quoted", "[p:Ann Gross] came. The paper quoted Gross as well.", "Ann Gross: Ann Gross, Gross"},
		{"a verb and a title glued to a name", "[p:saidSenator Ann Miller] of it. [p:Miller] left.", "Ann Miller: saidSenator Ann Miller, Miller"},
		{"a word for a game is nobody", "[p:Ann Miller] came. It was a [p:Qwax-Pwax] game. She left.", "Ann Miller: Ann Miller, She"},
		{"who spoke last in another paragraph", "[p:Ann Miller] said no.\n\nThat was seen by [p:Mary Smith]. She said yes.", "Mary Smith: Mary Smith, She"},
		{"who spoke last in this one", "[p:Ann Miller] said no. That was seen by [p:Mary Smith]. She said yes.", "Ann Miller: Ann Miller, She"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			if got := clusters(read(t, tt.text, "")); !slices.Contains(got, tt.want) {
				t.Errorf("no %q in %q", tt.want, got)
			}
		})
	}
}
