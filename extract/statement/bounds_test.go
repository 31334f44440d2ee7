package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBounds is where what was said begins and ends, once the chain has had its say.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"examples of what was announced are part of it", "The mayor announced a series of new works, including two piers and a bridge that crosses the river.",
			[]string{"The mayor: a series of new works, including two piers and a bridge that crosses the river"}},
		{"what is added to it, too", "The mayor expressed her appreciation for the help of the captain, along with other sailors from the port.",
			[]string{"The mayor: her appreciation for the help of the captain, along with other sailors from the port"}},
		{"an aside before the verb of the clause", "The mayor said that the young, in particular those of the harbour, are at the table.",
			[]string{"The mayor: that the young, in particular those of the harbour, are at the table"}},
		{"another description set off by dashes", "OLDTOWN – The mayor said on Monday that the heads of the port - the old name of the harbour - will meet in May.",
			[]string{"The mayor: that the heads of the port - the old name of the harbour - will meet in May"}},
		{"a date of what was announced, when the announcement has its own", "The mayor today announced a meeting of the boards of the port on Friday in Oldtown.",
			[]string{"The mayor: a meeting of the boards of the port on Friday in Oldtown"}},
		{"a quotation of somebody else, glued to it", "The mayor says that the pier has closed “The ships have left us, all of them,” a sailor told the paper.",
			[]string{"The mayor: that the pier has closed"}},
		{"a second attribution, behind a quotation that ends in an abbreviation", "The mayor said, “We shall meet the heads of the port in Oldtown, O.C.” She went on, “We shall tell them what we want.”",
			[]string{"The mayor: “We shall meet the heads of the port in Oldtown, O.C.”"}},
		{"a bracket in which it ends", "The mayor expressed hope that the port can be saved as it was saved before the flood (in May).",
			[]string{"The mayor: hope that the port can be saved as it was saved before the flood (in May)"}},
		{"what a statement is about is no word of it", "The mayor gave a statement about the loss of the pier: “It was too old for all of us.”",
			[]string{"The mayor: “It was too old for all of us.”"}},
		{"what the speaker did next, joined to no infinitive", "She sent a letter urging all parties to return to the table to reach a contract and stood behind the sailors.",
			[]string{"She: all parties to return to the table to reach a contract"}},
		{"what the speaker said next, in another tense than what he said", "The mayor said on Monday that the port cannot close the pier and rejected calls for a new one.",
			[]string{"The mayor: that the port cannot close the pier"}},
		{"a relative clause without its verb", "The mayor called for a safer port following a meeting where captains and sailors raised fears about the pier.",
			[]string{"The mayor: a safer port following a meeting where captains and sailors raised fears about the pier"}},
		{"a heading in marks, glued to the sentence", "‘The pier was too old’ The mayor said that the pier was too old for the port.",
			[]string{"The mayor: that the pier was too old for the port"}},
		{"a source in the words of which a clause begins", "According to the Port Office (PO) over a thousand ships, a tenth of them all, have left.",
			[]string{"the Port Office (PO): over a thousand ships, a tenth of them all, have left"}},
		{"a quotation that a paper passes on is the speaker's", "“The bridge is safe,” the mayor said, according to the Harbour Post.",
			[]string{"the mayor: “The bridge is safe,”"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(read(t, c.text))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
