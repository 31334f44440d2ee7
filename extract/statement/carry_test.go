package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Quotations whose attribution stands somewhere else than beside them.
func TestCarry(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		// Colons.
		{"a name with its place before a colon", "Mayor Ada Okoro (North Pier): “We are glad to have a bridge.”",
			[]string{"Mayor Ada Okoro (North Pier): “We are glad to have a bridge.”"}},
		{"a name after a heading and a dash", "The bridge opened in June.\n\nA bridge foretold — Ada Okoro: “We are glad to have a bridge.”",
			[]string{"Ada Okoro: “We are glad to have a bridge.”"}},
		{"the main clause speaks, not the one before it", "When Lionel Brandt closed the bridge, Okoro fired back: “We are not glad at all.”",
			[]string{"Okoro: “We are not glad at all.”"}},
		{"nor a relative clause after it", "Okoro has a warning for the town that loves the bridge: “It is old and it sings.”",
			[]string{"Okoro: “It is old and it sings.”"}},
		{"a noun for somebody", "Okoro is glad of it, but the engineer has her doubts: “It is old and it sings.”",
			[]string{"the engineer: “It is old and it sings.”"}},
		{"what the words are on is nobody", "On Lionel Brandt: “It is old and it sings.”", nil},
		{"a place of broadcast is nobody", "Later that month on Harbour Radio: “It is old and it sings.”", nil},
		{"a statement is announced after a long description", "Mayor Ada Okoro, a member of the Pier Committee, the Harbour Committee, and of the Friends of the Bridge, released the following statement:\n\n“We are glad to have a bridge.”",
			[]string{"Mayor Ada Okoro: “We are glad to have a bridge.”"}},

		{"by a body", "The delegation issued the following statement:\n\n“We are glad to have a bridge.”",
			[]string{"The delegation: “We are glad to have a bridge.”"}},
		{"its last paragraph closes it, with who speaks", "Mayor Ada Okoro released the following statement:\n\n“We are glad to have a bridge.\n\nWe need it.\n\nWe love it.\n\nWe like it.\n\nWe paint it.\n\nThe bridge is ours. It sings,” concluded Okoro. They left.",
			[]string{"Mayor Ada Okoro: “We are glad to have a bridge. | We need it. | We love it. | We like it. | We paint it. | The bridge is ours. It sings,”"}},
		{"at once", "Mayor Ada Okoro released the following statement:\n\n“We are glad to have a bridge.\n\nIt is ours,” concluded Okoro.",
			[]string{"Mayor Ada Okoro: “We are glad to have a bridge. | It is ours,”"}},
		{"another verb after it has another subject", "Mayor Ada Okoro released the following statement applauding the recently announced plan to build a bridge in Oldhaven:\n\n“We are glad to have a bridge.”",
			[]string{"Mayor Ada Okoro: “We are glad to have a bridge.”"}},
		{"a statement is announced today", "Today, Mayor Ada Okoro, who loves the bridge, released the following statement:\n\n“We are glad to have a bridge.”",
			[]string{"Mayor Ada Okoro, who loves the bridge: “We are glad to have a bridge.”"}},
		{"a statement is announced, and something else before it", "Lionel Brandt has spoken, and Ada Okoro issued the following statement after the council met:\n\n“We are glad to have a bridge.”",
			[]string{"Ada Okoro: “We are glad to have a bridge.”"}},
		{"words without marks after a colon go on in the first person", "Okoro stated: I am glad to have a bridge. I need it. The bridge opened in June.",
			[]string{"Okoro: I am glad to have a bridge | I need it."}},

		// Names set after a quotation.
		{"a comma and a name", "“We are glad to have a bridge,” Mayor Ada Okoro (North Pier). “We need it.”",
			[]string{"Mayor Ada Okoro (North Pier): “We are glad to have a bridge,” | “We need it.”"}},
		{"a comma and no name", "“We are glad to have a bridge,” of all things.", nil},
		{"a dash and a name in a paragraph of their own", "“We are glad to have a bridge.”\n\n— Ada Okoro, mayor\n\nThe bridge opened in June.",
			[]string{"Ada Okoro, mayor: “We are glad to have a bridge.”"}},
		{"a signature claims what has gone to somebody else", "“It is old,” said Brandt.\n\n“We are glad to have a bridge.”\n\n— Ada Okoro",
			[]string{"Brandt: “It is old,”", "Ada Okoro: “We are glad to have a bridge.”"}},

		// Whom the sentence before is about.
		{"of him whom the sentence before is about", "Okoro didn't look at the cracks. “Our aim is a bridge for everybody.”",
			[]string{"Okoro: “Our aim is a bridge for everybody.”"}},
		{"not in another paragraph", "Okoro didn't look at the cracks.\n\n“Our aim is a bridge for everybody.”", nil},
		{"nor of several", "They didn't look at the cracks. “Our aim is a bridge for everybody.”", nil},
		{"of him who was quoted, not of him who is reported after it", "“It is not safe,” Okoro told the council, after Brandt said it was. “We checked it.”",
			[]string{"Okoro: “It is not safe,” | “We checked it.”", "Brandt: it was"}},

		// Paragraphs of one quotation.
		{"no word between two paragraphs", "Okoro said: “We are glad to have a bridge.”\n\n“We need it.”",
			[]string{"Okoro: “We are glad to have a bridge.” | “We need it.”"}},
		{"each paragraph opens, nobody between them", "Okoro met the council.\n\n“It is old,” she said. They left.\n\n“We are glad to have a bridge.\n\n“We need it,” said Brandt.",
			[]string{"she: “It is old,”", "Brandt: “We are glad to have a bridge. | “We need it,”"}},
		{"paragraphs that only the last closes, then its attribution", "“We are glad to have a bridge.\n\nWe need it,” Okoro said.",
			[]string{"Okoro: “We are glad to have a bridge. | We need it,”"}},
		{"another kind of mark begins another quotation", "\"The bridge sang all night long.\n\n“We need it,” said Okoro.",
			[]string{"Okoro: “We need it,”"}},

		// Names in marks.
		{"a title of a work is no speech, however long", "She saw “The Long Road to the Old Bridge” on the train, Okoro said.",
			[]string{"Okoro: She saw “The Long Road to the Old Bridge” on the train"}},
		{"words of a title that are said", "Okoro said, “Make the Old Bridge New Again.”",
			[]string{"Okoro: “Make the Old Bridge New Again.”"}},
		{"a nickname", "Ada “The Lady of Many Bridges” Okoro said the bridge was safe.",
			[]string{"Ada “The Lady of Many Bridges” Okoro: the bridge was safe"}},
		{"a word held at arm's length", "The “repairs” had cost a “fortune,” Okoro said.",
			[]string{"Okoro: The “repairs” had cost a “fortune,”"}},

		{"another kind of mark carries nothing on", "Okoro said: “We need it.”\n\n\"The bridge sang all night long.\n\n“It sings,” said Brandt.",
			[]string{"Okoro: “We need it.”", "Okoro: \"The bridge sang all night long.", "Brandt: “It sings,”"}},

		// Headings.
		{"a heading in single marks", "“It is old,” said Okoro.\n\n‘It sings.’\n\n“We need it.”",
			[]string{"Okoro: “It is old,”", "Okoro: “We need it.”"}},
		{"a heading that ends like no sentence", "“It is old,” said Okoro.\n\n“A bridge that sings at night”\n\nThe bridge opened in June.",
			[]string{"Okoro: “It is old,”"}},
		{"a heading that has lost its own paragraph", "Okoro said the bridge was old. “A bridge that sings at night”\n\nThe bridge opened in June.",
			[]string{"Okoro: the bridge was old"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			if diff := cmp.Diff(c.want, lines(d)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
