package statement

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// readNamed runs the stage over a text in which the given people are named, each
// by every occurrence of the name.
func readNamed(t testing.TB, text string, people ...string) *document.Document {
	t.Helper()
	return readTyped(t, text, document.Person, people...)
}

// readTyped is readNamed for names of which the first is of a person and the others
// are of a type.
func readTyped(t testing.TB, text string, others document.EntityType, names ...string) *document.Document {
	t.Helper()
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: text}}
	s.token.Apply(d)
	for e, who := range names {
		kind := others
		if e == 0 {
			kind = document.Person
		}
		d.Entities = append(d.Entities, document.Entity{Type: kind, Name: who})
		for i := range d.Tokens {
			start := d.Tokens[i].Start
			if !strings.HasPrefix(text[start:], who) {
				continue
			}
			m := document.Mention{Span: document.Span{Start: start, End: start + len(who)}, First: i, Kind: document.Name, Type: kind, Entity: e}
			for m.Last = i; m.Last < len(d.Tokens) && d.Tokens[m.Last].End <= m.End; m.Last++ {
			}
			d.Mentions = append(d.Mentions, m)
		}
	}
	slices.SortFunc(d.Mentions, func(a, b document.Mention) int { return a.Start - b.Start })
	s.statement.Apply(d)
	return d
}

func TestSpeakers(t *testing.T) {
	const ada, ben = "Ada Okoro", "Ben Imani"
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a title that holds a preposition", `The head of the Harbour Council Ada Okoro said that it was safe.`, []string{ada}},
		{"a title that holds a preposition and the person's own", `The leader of the Harbour Council President Ada Okoro said that it was safe.`, []string{ada}},
		{"a title that holds a comma", `“It is quite safe,” Deputy Mines, Ports and Bridges Minister Ada Okoro said.`, []string{ada}},
		{"a title that begins with an office's name", `Harbour Department of Newtown Director Ada Okoro said that it was safe.`, []string{ada}},
		{"a title, and what he did", `Minister for Ports and Roads Ada Okoro, who was in Newtown last week, said that it was safe.`, []string{ada}},
		{"a title, and where she spoke", `The secretary at the Ministry of Ports Ada Okoro in a meeting with the mayor said that it was safe.`, []string{ada}},
		{"two titles behind another's", `Leader of the Harbour Council President Dr Ada Okoro said that it was safe.`, []string{ada}},
		{"whose turn it is, in commas", `Ada Okoro, for her part, said that it was safe.`, []string{ada}},
		{"a title that ends in people", `Former Speaker of the House of Representatives Ada Okoro said that it was safe.`, []string{ada}},
		{"a description without the comma after it", `It was safe, Ada Okoro, the director of the port said.`, []string{ada}},
		{"a list in the office before her name", `“It is quite safe,” the director of the Piers, Bridges and Harbour Office, Ada Okoro, said.`, []string{ada}},
		{"a word beside the subject", `Ada Okoro, however, said that it was safe.`, []string{ada}},
		{"somebody else's spokesman", `A spokesman for President Ada Okoro said that it was safe.`, []string{"A spokesman for President Ada Okoro"}},
		{"somebody else's aide, without an article", `The adviser of President Ada Okoro said that it was safe.`, []string{"The adviser of President Ada Okoro"}},

		{"the lawmaker who spoke last", `Ada Okoro said that it was safe. The senior lawmaker said that it was old.`, []string{ada, ada}},
		{"the lawmaker who alone was named", `Ada Okoro came. The senior lawmaker said that it was old.`, []string{ada}},
		{"another was named since", `Ada Okoro said that it was safe. Ben Imani came. The lawmaker said that it was old.`, []string{ada, "The lawmaker"}},
		{"the minister who spoke last, whom alone it can be", `Ada Okoro said that it was safe. The harbour chief said that it was old.`, []string{ada, ada}},
		{"an office may be another's", `Minister Ben Imani came. Ada Okoro said that it was safe. The harbour minister said that it was old.`, []string{ada, "The harbour minister"}},
		{"a deputy isn't the minister", `Minister Ada Okoro said that it was safe. The deputy harbour minister said that it was old.`, []string{ada, "The deputy harbour minister"}},
		{"a president of something isn't just anybody", `Ada Okoro said that it was safe. The president of the bank said that it was old.`, []string{ada, "The president of the bank"}},
		{"no article, nobody in particular", `Ada Okoro said that it was safe. A lawmaker said that it was old.`, []string{ada, "A lawmaker"}},
		{"long ago, with another named since", `Ada Okoro said that it was safe. It rained. Ben Imani left. It rained. The lawmaker said that it was old.`, []string{ada, "The lawmaker"}},
		{"long ago, but nobody else has spoken or been named", `Ada Okoro said that it was safe. It rained. It rained. It rained. The lawmaker said that it was old.`, []string{ada, ada}},
		{"an office that she hasn't been called by", `Ada Okoro said that it was safe. It rained. It rained. It rained. The minister said that it was old.`, []string{ada, "The minister"}},

		{"he is who an agency reported", `Ben Imani said that it was safe, the agency reported. It was old, he added.`, []string{"the agency", ben, ben}},
		{"whom he names is not he", `Ben Imani said that it was safe. Thanks to Ada Okoro it would be painted, he added.`, []string{ben, ben}},

		{"the one person named", "Ada Okoro opened the bridge.\n\n“I am glad that it is safe.”", []string{ada}},
		{"two people named", "Ada Okoro and Ben Imani opened the bridge.\n\n“I am glad that it is safe.”", nil},

		{"a hint at the next speaker", `One engineer said that it was safe. Ada Okoro, who built it, said that it was old.`, []string{ada, ada}},
		{"a hint two sentences before the name", `The harbour spokesman has said that it was safe. It had rained on Monday. Ada Okoro said that it was old.`, []string{ada, ada}},
		{"another was named between", `The harbour spokesman has said that it was safe. Ben Imani came on Monday. Ada Okoro said that it was old.`, []string{"The harbour spokesman", ada}},
		{"a name that nobody saw", `The head of the port Zanele Miller has said that it was safe. Ada Okoro said that it was old.`, []string{"The head of the port Zanele Miller", ada}},
		{"what he had on says nothing", `Ada Okoro who had worn a coat of the Oldland police said that it was old.`, []string{ada}},
		{"he is whom alone the article has described", `The commander of the fleet said that it was safe. He said that it was old.`, []string{"The commander of the fleet", "The commander of the fleet"}},
		{"unless somebody was named since", `The commander of the fleet said that it was safe. Zanele met Ben Imani. He said that it was old.`, []string{"The commander of the fleet", "He"}},
		{"as she says", `As Ada Okoro, the widow of a sailor, said, it was safe at last.`, []string{ada}},
		{"a document is no hint", `A news report said that it was safe. Ada Okoro, who built it, said that it was old.`, []string{"A news report", ada}},
	} {
		t.Run(c.why, func(t *testing.T) {
			var got []string
			for _, st := range readNamed(t, c.text, ada, ben).Statements {
				got = append(got, st.Speaker.Name)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

func TestCue(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a particle", "Okoro pointed out that it was safe.", "pointed out"},
		{"auxiliaries are left out", "Okoro has said that it was safe.", "said"},
		{"what isn't said", "Okoro did not say whether it was safe.", "did not say"},
		{"what hasn't been said yet", "Okoro has not yet announced how it would be painted.", "has not yet announced"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			if len(d.Statements) != 1 {
				t.Fatalf("%d statements, want 1", len(d.Statements))
			}
			if got := d.Slice(d.Statements[0].Cue); got != c.want {
				t.Errorf("have %q, want %q", got, c.want)
			}
		})
	}
}
