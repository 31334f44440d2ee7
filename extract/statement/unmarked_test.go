package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUnmarked is how far words go on that no marks hold.
func TestUnmarked(t *testing.T) {
	const names = "p Ada Okoro"
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a quotation without its marks goes on to the end of the paragraph that it begins",
			"The pier has closed.\n\nThe pier is old, Ada Okoro said. A new one costs less. We should build it.\n\nThe pier opened in May.",
			[]string{"Ada Okoro: The pier is old | A new one costs less. | We should build it."}},
		{"up to where the speaker is named",
			"The pier has closed.\n\nWe love the pier, said Ada Okoro. It has served the port well. Ada Okoro is the mayor. It opened in May.",
			[]string{"Ada Okoro: We love the pier | It has served the port well."}},
		{"within a paragraph, behind which the article goes on, for a sentence",
			"The pier has closed. It is old, said Ada Okoro. It has served the port well. The port has three piers. Our town has two.",
			[]string{"Ada Okoro: It is old | It has served the port well. | The port has three piers. | Our town has two."}},
		{"and no further when nobody speaks of himself",
			"Our pier has closed. It is old, said Ada Okoro. It has served the port well. The port has three piers. Another has closed.",
			[]string{"Ada Okoro: It is old | It has served the port well."}},
		{"where marks hold speech, none are lost",
			"The pier has closed.\n\nThe pier is old, Ada Okoro said. It opened in May.\n\n“We shall miss our pier,” Ben Imani said.",
			[]string{"Ada Okoro: The pier is old", "Ben Imani: “We shall miss our pier,”"}},
		{"what an author quotes in a clause is no beginning of a quotation",
			"The pier has closed.\n\nThe pier, as Ada Okoro said, was old. We shall build another.",
			[]string{"Ada Okoro: The pier | was old"}},

		{"announced words go on over a paragraph in which nobody speaks of himself",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nThe pier served the port well.\n\nWe shall build another.",
			[]string{"Ada Okoro: I grieve for the pier. | The pier served the port well. | We shall build another."}},
		{"but not when it names who issued them",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nAda Okoro opened the pier.\n\nWe shall build another.",
			[]string{"Ada Okoro: I grieve for the pier."}},
		{"nor over a heading",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nAbout the port\n\nWe load ships.",
			[]string{"Ada Okoro: I grieve for the pier."}},
		{"an attribution in their midst is none of them",
			"Ada Okoro issued the following statement.\n\nWe grieve for the pier, Ada Okoro said. It served the port well.\n\nThe pier opened in May.",
			[]string{"Ada Okoro: We grieve for the pier | It served the port well."}},
		{"marks of the same kind within a paragraph that opens anew don't end what was announced",
			"Ada Okoro issued the following statement:\n\n\"I grieve for the pier.\n\n\"The pier that we called \"the old queen of the coast\" has sunk.\n\n\"We shall build another.\"",
			[]string{"Ada Okoro: \"I grieve for the pier. | \"The pier that we called \"the old queen of the coast\" has sunk. | \"We shall build another.\""}},
		{"nor is the last of its paragraphs a heading",
			"Ada Okoro issued the following statement:\n\n“I grieve for the pier.\n\n“‘All piers shall sink.’ – Book of Piers”",
			[]string{"Ada Okoro: “I grieve for the pier. | “‘All piers shall sink.’ – Book of Piers”"}},
		{"over one that says what ought to be, though nobody speaks of himself again",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nThe port has lost its best pier.\n\nThe council should build another.",
			[]string{"Ada Okoro: I grieve for the pier. | The port has lost its best pier. | The council should build another."}},
		{"or that joins the argument",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nMoreover, the port pays for it.",
			[]string{"Ada Okoro: I grieve for the pier. | Moreover, the port pays for it."}},
		{"but not over a note on where to look",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nFor a plan of the pier, please contact the port.\n\nNobody should enter it.",
			[]string{"Ada Okoro: I grieve for the pier."}},
		{"an attribution in a later paragraph is none of them either",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nWe lost our best pier, said Ada Okoro. It served the port well.\n\nWe shall build another.",
			[]string{"Ada Okoro: I grieve for the pier. | We lost our best pier | It served the port well. | We shall build another."}},
		{"nor when nobody speaks of himself again",
			"Ada Okoro issued the following statement:\n\nI grieve for the pier.\n\nThe pier opened in May.",
			[]string{"Ada Okoro: I grieve for the pier."}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(readParties(t, c.text, names, "p Ben Imani"))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
