package entity

import (
	"slices"
	"testing"
)

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string // clusters that must be there
		not       string   // and one that mustn't
	}{
		{"a person and a home", "[p:Carl Miller of Oldtown] agreed. [p:Miller] paid.", []string{"Carl Miller: Carl Miller, Miller", "Oldtown: Oldtown"}, ""},
		{"a saint is called after a town", "[p:Francis of Assisi] walked.", []string{"Francis of Assisi: Francis of Assisi"}, ""},
		{"a prince too", "The [p:Prince of Wales] came.", []string{"Prince of Wales: Prince of Wales"}, ""},
		{"a title and a country around a person", "[o:President Carl Miller of Canada] came. [p:Miller] left.", []string{"Carl Miller: Carl Miller, Miller", "Canada: Canada"}, ""},
		{"two people in one name", "[p:Carl Miller and Mary Smith] met.", []string{"Carl Miller: Carl Miller", "Mary Smith: Mary Smith"}, ""},
		{"a place that a preposition put before a person", "The ambassador to [p:London Carl Miller] spoke.", []string{"London: London", "Carl Miller: Carl Miller"}, ""},
		{"a given name that is a city", "A friend of [p:Austin Miller] spoke.", []string{"Austin Miller: Austin Miller"}, ""},
		{"an office names nobody", "The [o:Democratic Leader] met [p:Ann Example].", nil, "Democratic Leader: Democratic Leader"},
		{"an office of a body names the body", "The [o:Secretary of the Navy] came.", []string{"Navy: Navy"}, ""},
		{"an office of a country names the country", "The [o:Canadian Minister for Regional Harbours] came.", []string{"Canada: Canadian"}, ""},
		{"a body that is called after an office", "The [o:Chairman's Fund] paid.", []string{"Chairman's Fund: Chairman's Fund"}, ""},
		{"an office behind its body", "The [o:Example Harbour Council Director] came.", []string{"Example Harbour Council: Example Harbour Council"}, ""},
		{"the holder of an office whom no list has", "[o:EBX Governor Valliolix Seifix] came. [p:Seifix] left.", []string{"Valliolix Seifix: Valliolix Seifix, Seifix"}, ""},
		{"junior behind the name", "Congressman [p:Sanford D. Bishop], Jr. came. [p:Bishop] left.", []string{"Sanford D. Bishop, Jr.: Sanford D. Bishop, Jr., Bishop"}, ""},
		{"a senior adviser behind the name", "[p:Ann Miller], Senior Adviser, came.", []string{"Ann Miller: Ann Miller"}, ""},
		{"a title cut short", "[p:Rep Mary Miller] came.", []string{"Mary Miller: Mary Miller"}, ""},
		{"a city before a surname that stands alone elsewhere", "They left for talks in [p:Oslo Qwxif]. [p:Qwxif] paid.", []string{"Oslo: Oslo", "Qwxif: Qwxif, Qwxif"}, ""},
		{"junior alone", "Congressman Sanford D. Bishop[p:, Jr.] came. [p:Bishop] left.", []string{"Sanford D. Bishop, Jr.: Sanford D. Bishop, Jr., Bishop"}, ""},
		{"the mark of a question", "Thanks.\n\n[p:Q Miller] says no.", []string{"Miller: Miller"}, ""},
		{"a country cut in two", "[d:Saudi] [p:Arabia] agreed.", []string{"Saudi Arabia: Saudi Arabia"}, "Arabia: Arabia"},
		{"a region's body, not the country's", "The Western [d:Australian] Government paid.", []string{"Western Australian Government: Western Australian Government"}, "Government: Government"},
		{"the country's body", "The [d:Australian] Government paid.", []string{"Australia: Australian", "Government: Government"}, ""},
		{"a title that lost the space behind it", "[p:CongresswomanAnn Miller] came. [p:Miller] left.", []string{"Ann Miller: CongresswomanAnn Miller, Miller"}, ""},
		{"a title glued to a surname", "[p:Ann Miller] came. [o:CongresswomanMiller] left.", []string{"Ann Miller: Ann Miller, CongresswomanMiller"}, ""},
		{"a capital within a name", "[p:Ann McMiller] came. [p:McMiller] left.", []string{"Ann McMiller: Ann McMiller, McMiller"}, ""},
		{"an administration of two", "The [p:Miller-Smith] administration paid, said [p:Ann Miller].", []string{"Ann Miller: Ann Miller", "Miller-Smith: Miller-Smith"}, ""},
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
			if slices.Contains(got, tt.not) {
				t.Errorf("%q in %q", tt.not, got)
			}
		})
	}
}

func TestHeadline(t *testing.T) {
	for _, tt := range []struct {
		why, title, text string
		want             []string
	}{
		{"the headline has the full name", "Readout of Advisor Carl Miller’s Call", "[p:Miller] called.", []string{"Carl Miller: Miller"}},
		{"the text has it itself", "Readout of Advisor Robert Miller’s Call", "[p:Carl Miller] called.", []string{"Carl Miller: Carl Miller"}},
		{"an initial", "Statement by Carl B. Miller", "[p:Miller] called.", []string{"Carl B. Miller: Miller"}},
		{"a title before the surname is no given name", "Readout of Advisor Miller’s Call", "[p:Miller] called.", []string{"Miller: Miller"}},
		{"a given name of no list behind a title", "Congresswoman Kit Miller’s Bill Passes", "[p:Miller] called.", []string{"Kit Miller: Miller"}},
		{"a verb behind a title is no given name", "Congresswoman Lauds Miller", "[p:Miller] called.", []string{"Miller: Miller"}},
		{"a list of surnames", "Carl, Miller and Smith Agree", "[p:Miller] called.", []string{"Miller: Miller"}},
		{"two of one surname", "Remarks by Mayor Miller and Mary Miller", "[p:Miller] called.", []string{"Miller: Miller"}},

		{"a president of the day isn't the one of the headline", "Remarks by First Lady Mary Biden", "My husband, President [p:Biden], called.", []string{"Joe Biden: Biden"}},

		{"a label in capitals", "Briefing by Secretary Carl Miller", "MR. [o:MILLER]: Hello.\n\nQ Hi.", []string{"Carl Miller: MILLER"}},
		{"a label that no reader of names saw", "Briefing by Secretary Mary Psakix", "MS. PSAKIX: Hello.\n\nQ Hi.", []string{"Mary Psakix: PSAKIX"}},
		{"a label with an office that the headline gives", "Remarks by President Miller", "THE PRESIDENT: Hello, [p:Carl].\n\nQ Hi.\n\nTHE PRESIDENT: No.", []string{"Miller: THE PRESIDENT, THE PRESIDENT"}},
		{"the president isn't the vice president", "Remarks by Vice President Miller", "THE PRESIDENT: Hello, [p:Carl].", []string{"Carl: Carl"}},
		{"nor the president's wife", "Remarks by President Miller and First Lady Mary Miller", "THE PRESIDENT: [p:Mary Miller] is here.", []string{"Miller: THE PRESIDENT", "Mary Miller: Mary Miller"}},
		{"given names of no list behind a title", "Remarks by Mayor Miller and President Abdel Fattah Smith", "PRESIDENT SMITH: Hello.\n\nQ Hi.", []string{"Abdel Fattah Smith: SMITH"}},
		{"a surname that comes first", "Remarks by Mayor Miller and Prime Minister Kishida Fumio of Japan", "PRIME MINISTER KISHIDA: Hello.\n\nQ Hi.", []string{"Kishida Fumio: KISHIDA"}},
		{"a label whose surname is on no list", "Interview with Mary Qwxmann, Radio North", "QWXMANN: Hello, [p:Carl].\n\nPM: Hello.", []string{"Mary Qwxmann: QWXMANN", "Carl: Carl"}},
		{"a country's somebody", "Iran’s Zarif Leaves", "[p:Zarif] called.", []string{"Zarif: Zarif"}},
		{"a label with a title cut short", "Representative Mary Qwxmann’s Bill", "REP. QWXMANN: Hello, [p:Carl].\n\nPM: Hello.", []string{"Mary Qwxmann: QWXMANN", "Carl: Carl"}},
		{"a surname that is a title too", "Interview with Mary King, Radio North", "KING: Hello, [p:Carl].\n\nPM: Hello.", []string{"Mary King: KING", "Carl: Carl"}},
		{"a title that is nobody's surname", "Interview with the King", "KING: Hello, [p:Carl].\n\nPM: Hello.", []string{"Carl: Carl"}},
		{"a heading in capitals is no label", "Notes", "TO THE SENATE OF THE UNITED NORTH: I send this.", nil},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := readUnder(t, tt.title, tt.text, "")
			check(t, d)
			got := clusters(d)
			for _, want := range tt.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q in %q", want, got)
				}
			}
			if tt.want == nil && len(got) > 0 {
				t.Errorf("%q", got)
			}
		})
	}
}
