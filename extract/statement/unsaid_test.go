package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnsaid(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"what may be said isn't", "The visit is an opportunity to say that the port was closed.", nil},
		{"unless the opportunity was taken", "Marlow took the opportunity to say that the port was closed.",
			[]string{"Marlow: that the port was closed"}},
		{"what is announced does something else", "The plan announced today reflects the wishes of the port and its workers.", nil},
		{"a not reaches past an or", "The letter from the panel does not disclose when it will meet or say how many there are.", nil},
		{"a participle tells which ones", "Doctors agreeing to treat these patients will receive payments.", nil},
		{"a verb of the same subject makes no clause of an object", "Each day the flood claims more victims and creates more hatred.", nil},
		{"an object that a clause describes is no report", "Ostria has concluded a new ferry agreement which will help the ports.", nil},
		{"what describes measures doesn't stand alone", "Marlow agreed to measures that help the ports.", []string{"Marlow: to measures that help the ports"}},
		{"of whom it is said doesn't say it", "Marlow is said to have learned of the flood from a friend.", nil},
		{"a standard is nothing to cite", "The repairs were slow according to Ostrian standards.", nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			if d := cmp.Diff(c.want, lines(byRules(t, c.text))); d != "" {
				t.Error(c.text, d)
			}
		})
	}
}

func TestEdges(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a conjunction begins another clause", "The drug was made in Ostria until the Ostrian police stated that it was unsafe.",
			[]string{"the Ostrian police: that it was unsafe"}},
		{"a cause is no part of the speaker", "The match was moved due to the rules of the club saying that nobody may play on Monday.",
			[]string{"the rules of the club: that nobody may play on Monday"}},
		{"a fronted phrase without its comma", "After the vote Senator Dora Marlow said that the port had closed.",
			[]string{"Senator Dora Marlow: that the port had closed"}},
		{"a fronted time", "Last month, the Minister for the Port, Dora Marlow, outlined a $25 million package for the crews of the harbour.",
			[]string{"the Minister for the Port, Dora Marlow: a $25 million package for the crews of the harbour"}},
		{"an office is no name", "Karl Fenwick, editor of the Harbour Times, a weekly paper, warned that the port was closing.",
			[]string{"Karl Fenwick, editor of the Harbour Times, a weekly paper: that the port was closing"}},
		{"the speaker's second verb of thinking", "She noted that the port was closed and hoped that it would open.",
			[]string{"She: that the port was closed"}},
		{"the second verb of whom a source tells", "According to the report, the bank lost the money, and disclosed the loss only after a year.",
			[]string{"the report: the bank lost the money, and disclosed the loss only after a year"}},
		{"an attribution within the verb", "Ostria has, according to Marlow, sent 120 soldiers.",
			[]string{"Marlow: Ostria has | sent 120 soldiers"}},
		{"what a thing responds to belongs to it", "Marlow expressed appreciation for the close cooperation in response to the flood in Ostria.",
			[]string{"Marlow: appreciation for the close cooperation in response to the flood in Ostria"}},
		{"a that is no preposition", "Marlow said on Tuesday that closure of the port by the council shows its weakness.",
			[]string{"Marlow: that closure of the port by the council shows its weakness"}},
		{"a day that owns what is said", "Senator Dora Marlow said today's report was further evidence.",
			[]string{"Senator Dora Marlow: today's report was further evidence"}},
		{"a pronoun opens a clause whatever the verb is taken for", "The port was hit. Ostria says it reserves the right to pursue them.",
			[]string{"Ostria: it reserves the right to pursue them"}},
		{"who made what is cited", "According to data released by the harbour office, a number of ships, most of them old, have put to sea.",
			[]string{"data: a number of ships, most of them old, have put to sea"}},
		{"a name after those who tell of it", "According to many reporters Dora Marlow has left the port.",
			[]string{"many reporters: Dora Marlow has left the port"}},
		{"what a ministry is for", "Minister for Climate Change and Water Dora Marlow said the plan was helping Ostria.",
			[]string{"Minister for Climate Change and Water Dora Marlow: the plan was helping Ostria"}},
		{"the first of several verbs", "The two leaders discussed significant plans for the port of Ostria, addressed the shared task of its defence, and celebrated their friendship.",
			[]string{"The two leaders: significant plans for the port of Ostria"}},
		{"what is stressed is whole", "The ministers stressed the importance of the port, including by raising the dam, building new bridges, and jointly guarding the coast.",
			[]string{"The ministers: the importance of the port, including by raising the dam, building new bridges, and jointly guarding the coast"}},
		{"a second verb with the subject of the first", "The ministers held long talks on the port and reiterated their support for the crews of Ostria.",
			[]string{"The ministers: their support for the crews of Ostria"}},
		{"an as that opens no fronted phrase", "As one Ostrian Marlow noted in a letter, the port was closed.",
			[]string{"one Ostrian Marlow: the port was closed"}},
		{"a hyphen for a dash", "The ports are not well connected to one another - crews have said that this must end.",
			[]string{"crews: that this must end"}},
		{"what is said before a quotation is no part of it", "She said “Nothing was safe there, and he joked about it,” she said.",
			[]string{"She: “Nothing was safe there, and he joked about it,”"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if d := cmp.Diff(c.want, lines(byRules(t, c.text))); d != "" {
				t.Error(c.text, d)
			}
		})
	}
}
