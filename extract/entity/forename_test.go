package entity

import (
	"slices"
	"testing"
)

func TestForename(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string // clusters that must be there
	}{
		{"behind a dateline", "[l:OLDTOWN] - Ali [p:Hossein Miller] came. [p:Miller] left.", []string{"Ali Hossein Miller: Ali Hossein Miller, Miller"}},
		{"that is a title elsewhere", "On Tuesday, Amir [p:Hossein Miller] came.", []string{"Amir Hossein Miller: Amir Hossein Miller"}},
		{"two of them", "Then Ali Reza [p:Hossein Miller] came.", []string{"Ali Reza Hossein Miller: Ali Reza Hossein Miller"}},
		{"behind a title", "President Ali [p:Hossein Miller] came.", []string{"Ali Hossein Miller: Ali Hossein Miller"}},
		{"a country is none", "In Jordan [p:Hossein Miller] came.", []string{"Hossein Miller: Hossein Miller"}},
		{"the end of another name is none", "The Example Ali [p:Hossein Miller] came.", []string{"Hossein Miller: Hossein Miller"}},
		{"what is his is none", "His Ali [p:Hossein Miller] came.", []string{"Hossein Miller: Hossein Miller"}},
		{"another mention is none", "With [p:Ali] [p:Hossein Miller] came.", []string{"Hossein Miller: Hossein Miller"}},
		{"the shorter form is the same man", "Ali [p:Hossein Miller] came. [p:Hossein Miller] left.", []string{"Ali Hossein Miller: Ali Hossein Miller, Hossein Miller"}},
		{"one that no list has, between a place and the name", "The envoy to [l:Oldtown] Qilixa [p:Kazemi Miller] came. [p:Kazemi Miller] left.", []string{"Qilixa Kazemi Miller: Qilixa Kazemi Miller, Kazemi Miller"}},
		{"one that no list has, behind a title", "President Qilixa [p:Kazemi Miller] came.", []string{"Qilixa Kazemi Miller: Qilixa Kazemi Miller"}},
		{"a word for anything else that no list has", "The Qilixa [p:Kazemi Miller] came.", []string{"Kazemi Miller: Kazemi Miller"}},
		{"a given name stands there already", "Executive Assistant [p:Ann Miller] came.", []string{"Ann Miller: Ann Miller"}},
		{"a town before an office and a name", "The friend, [p:Dallas] Mayor [p:Ann Miller], came.", []string{"Dallas: Dallas", "Ann Miller: Ann Miller"}},
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
			if tt.why == "a town before an office and a name" && d.Entities[0].Type == "person" {
				t.Errorf("%q is a person", d.Entities[0].Name)
			}
		})
	}
}

func TestTwoLeaders(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string
	}{
		{"a minister is no leader", "President [p:Ann Miller] met Prime Minister [p:Carl Smith]. [p:Smith] smiled. Trade Minister [p:Bert Example] stood by. The two leaders agreed.",
			[]string{"Ann Miller: Ann Miller, The two leaders", "Carl Smith: Carl Smith, Smith, The two leaders", "Bert Example: Bert Example"}},
		{"a guest is none of them", "President [p:Ann Miller] met Prime Minister [p:Carl Smith]. The two leaders agreed. [p:Smith] thanked the Minister for Trade, the Honourable [p:Bert Example]. The two leaders left.",
			[]string{"Ann Miller: Ann Miller, The two leaders, The two leaders", "Carl Smith: Carl Smith, The two leaders, Smith, The two leaders", "Bert Example: Bert Example"}},
		{"another leader is", "President [p:Ann Miller] met Prime Minister [p:Carl Smith]. The two leaders agreed. [p:Smith] thanked President [p:Bert Example]. The two leaders left.",
			[]string{"Carl Smith: Carl Smith, The two leaders, Smith, The two leaders", "Bert Example: Bert Example, The two leaders"}},
		{"long after they were named", "President [p:Ann Miller] met Prime Minister [p:Carl Smith]. The two leaders agreed. It rained. It snowed. [p:Smith] paid. It rained. The two leaders left.",
			[]string{"Ann Miller: Ann Miller, The two leaders, The two leaders", "Carl Smith: Carl Smith, The two leaders, Smith, The two leaders"}},
		{"a president's wife is none of them", "President [p:Carl Miller] called President [p:Ann Smith]. [p:Miller] thanked [p:Smith] for welcoming First Lady [p:Jane Miller]. The two leaders agreed.",
			[]string{"Carl Miller: Carl Miller, Miller, The two leaders", "Ann Smith: Ann Smith, Smith, The two leaders", "Jane Miller: Jane Miller"}},
		{"a title tells a man with a woman's name", "Congressman [p:Anna Smith] paid. Congressman [p:Smith] left.", []string{"Anna Smith: Anna Smith, Smith"}},
		{"nobody before", "It rained. [p:Smith] paid. The two leaders left.", []string{"Smith: Smith"}},
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
