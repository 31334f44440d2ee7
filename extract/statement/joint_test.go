package statement

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// readParties runs the stage over a text in which the given entities are named,
// each with its type before it: "p Ada Okoro", "o Harbour Office", "c Oldland", "d
// Oldlander" for what is called after entity 0.
func readParties(t testing.TB, text string, names ...string) *document.Document {
	t.Helper()
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	types := map[byte]document.EntityType{'p': document.Person, 'o': document.Organization, 'c': document.Country, 'l': document.Place, 'd': document.Country}
	d := &document.Document{Article: document.Article{Text: text}}
	s.token.Apply(d)
	for _, n := range names {
		typ, who := types[n[0]], n[2:]
		entity, kind := len(d.Entities), document.Name
		if n[0] == 'd' {
			entity, kind = 0, document.Demonym
		} else {
			d.Entities = append(d.Entities, document.Entity{Type: typ, Name: who})
		}
		for i := range d.Tokens {
			start := d.Tokens[i].Start
			if !strings.HasPrefix(text[start:], who) {
				continue
			}
			m := document.Mention{Span: document.Span{Start: start, End: start + len(who)}, First: i, Kind: kind, Type: typ, Entity: entity}
			for m.Last = i; m.Last < len(d.Tokens) && d.Tokens[m.Last].End <= m.End; m.Last++ {
			}
			if m.Last > i { // Oldland isn't Oldlander
				d.Mentions = append(d.Mentions, m)
			}
		}
	}
	slices.SortFunc(d.Mentions, func(a, b document.Mention) int { return a.Start - b.Start })
	s.statement.Apply(d)
	return d
}

// party shows a source: its name, "+" for several whom nobody names.
func party(s *document.Source) string {
	if s.Plural {
		return s.Name + "+"
	}
	return s.Name
}

func TestParties(t *testing.T) {
	const ada, ben = "p Ada Okoro", "p Ben Imani"
	people := []string{ada, ben, "o Harbour Office", "o Office for Women", "o Senate"}
	lands := []string{"c Oldland", "c Newland", "c Highland", "d Oldlander"}
	for _, c := range []struct {
		why, text string
		names     []string
		want      []string // speaker & joint | for
	}{
		{"two people", `Ada Okoro and Ben Imani said that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"two people with titles", `President Ada Okoro and Mayor Ben Imani said that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"a name and people nobody names", `Ada Okoro and her colleagues said that it was safe.`, people, []string{"Ada Okoro & her colleagues+"}},
		{"a description between", `Ada Okoro, the mayor of the town, and Ben Imani said that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"where one was elected is nobody", `Senator Ada Okoro, R-East., and Mayor Ben Imani said that it was safe.`, append(people, "p R-East."), []string{"Ada Okoro & Ben Imani"}},
		{"orders behind a name", `Secretary of the Harbour Office Ada Okoro AO and Mayor Ben Imani said that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"one person of two roles", `Former coach and player Ben Imani said that it was safe.`, people, []string{"Ben Imani"}},
		{"one person of two roles, behind the name", `Ben Imani, founder and president of the port, said that it was safe.`, people, []string{"Ben Imani"}},
		{"one role in two words", `The founder and president of the port said that it was safe.`, people, []string{"The founder and president of the port"}},
		{"a body with an and of its own", `The Office for Women and Men said that it was safe.`, people, []string{"Office for Women"}},
		{"bodies that share their noun", `Senate and House leaders said that it was safe.`, people, []string{"Senate and House leaders+"}},
		{"three in a list", `Oldland, Newland and Highland said that it was safe.`, lands, []string{"Oldland & Newland & Highland"}},
		{"the leaders of two", `The leaders of Oldland and Newland said that it was safe.`, lands, []string{"The leaders of Oldland and Newland+"}},
		{"the leaders of three", `The leaders of Oldland, Newland, and Highland said that it was safe.`, lands, []string{"The leaders of Oldland, Newland, and Highland+"}},
		{"a noun that two adjectives share", `Oldlander and other officials said that it was safe.`, lands, []string{"Oldlander and other officials+"}},
		{"they who spoke last", `Ada Okoro and Ben Imani said that it was safe. They added that it was old.`, people, []string{"Ada Okoro & Ben Imani", "Ada Okoro & Ben Imani"}},
		{"the ministers who spoke last", `Ada Okoro and Ben Imani said that it was safe. The ministers added that it was old.`, people, []string{"Ada Okoro & Ben Imani", "Ada Okoro & Ben Imani"}},
		{"they are others after one alone", `Ada Okoro said that it was safe. They added that it was old.`, people, []string{"Ada Okoro", "They+"}},
		{"the leaders of a meeting", `Ada Okoro met Ben Imani. The ministers said that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"they who met", `Ada Okoro met today with Mayor Ben Imani of Newtown. They agreed that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"they who met, after more of them", `Ada Okoro spoke by phone with Ben Imani. They drank tea. Ben Imani paid. They agreed that it was safe.`, people, []string{"Ada Okoro & Ben Imani"}},
		{"they are others when something else was told", `Ada Okoro met Ben Imani. The workers came. They agreed that it was safe.`, people, []string{"They+"}},
		{"they are others when no two met", `Ada Okoro passed Ben Imani. They agreed that it was safe.`, people, []string{"They+"}},
		{"the leaders whom they met", `Ada Okoro and Ben Imani met business leaders. The leaders said that it was safe.`, people, []string{"The leaders+"}},
		{"the leaders of a party, after one is named", `Ada Okoro came. The leaders said that it was safe.`, people, []string{"The leaders+"}},
		{"one of several", `One of the founders said that it was safe.`, people, []string{"One of the founders"}},
		{"one of several, with a title and a name", `One of the founders, former Mayor Ada Okoro, said that it was safe.`, people, []string{"Ada Okoro"}},
		{"officials", `Officials said that it was safe.`, people, []string{"Officials+"}},
		{"the police is one body", `Police said that it was safe.`, people, []string{"Police"}},
		{"reports are nobody", `According to reports, the bridge was safe.`, people, []string{"reports"}},

		{"a spokesman of a body", `A spokesman for the Harbour Office said that it was safe.`, people, []string{"A spokesman for the Harbour Office | Harbour Office"}},
		{"a spokesman of nobody who is named", `A spokesman for the company said that it was safe.`, people, []string{"A spokesman for the company | the company"}},
		{"a spokesman with his name", `Harbour Office spokesman Ben Imani said that it was safe.`, people, []string{"Ben Imani | Harbour Office"}},
		{"a spokesman with his name in commas", `Ben Imani, a spokesman for the Harbour Office, said that it was safe.`, people, []string{"Ben Imani | Harbour Office"}},
		{"a spokesman who has been called so", `Harbour Office spokesman Ben Imani said that it was safe. Imani came. Ben Imani said that it was old.`, people, []string{"Ben Imani | Harbour Office", "Ben Imani | Harbour Office"}},
		{"a lawyer", `Ada Okoro's lawyer, Ben Imani, said that it was safe.`, people, []string{"Ben Imani | Ada Okoro"}},
		{"who was a spokesman speaks for himself", `Ben Imani, a former spokesman for the Harbour Office, said that it was safe.`, people, []string{"Ben Imani"}},
		{"another name in a list is another's", `The guests were Ada Okoro, Harbour Office spokesman Ben Imani and others. Ada Okoro said that it was safe.`, people, []string{"Ada Okoro"}},
		{"an attorney general speaks for nobody else", `Ada Okoro, the attorney general of the town, said that it was safe.`, people, []string{"Ada Okoro"}},

		{"a government of a country, by its words", `The Oldland government said that it was safe.`, lands, []string{"Oldland government"}},
		{"the government, by the words of another place", `The Oldland government met. The government said that it was safe.`, lands, []string{"Oldland government"}},
		{"a ministry isn't", `The Oldland harbour ministry said that it was safe.`, lands, []string{"The Oldland harbour ministry"}},
		{"some people of a country", `Most Oldlanders say that it was safe.`, []string{"c Oldland", "d Oldlanders"}, []string{"Most Oldlanders+"}},
		{"the people of a country speak for it", `The Oldlanders say that it was safe.`, []string{"c Oldland", "d Oldlanders"}, []string{"Oldland"}},
		{"junior", `Mayor Ada Okoro, Jr. today said that it was safe.`, people, []string{"Ada Okoro"}},
		{"a degree", `Mayor Ada Okoro, D.D.S. (HL-3) said that it was safe.`, people, []string{"Ada Okoro"}},
		{"letters behind a name", `Mayor the Hon Ada Okoro AO MP said that it was safe.`, people, []string{"Ada Okoro"}},
		{"a body behind a comma is no degree", `After Ada Okoro, Harbour Office said that it was safe.`, people, []string{"Harbour Office"}},
		{"whose turn it is", `Ada Okoro for her part said that it was safe.`, people, []string{"Ada Okoro"}},
		{"a report by a body", `A report released by the Harbour Office said that it was safe.`, people, []string{"Harbour Office"}},
		{"a letter and the letter", `A letter from Mayor Ada Okoro said that it was safe. "It is as old as the whole port," the letter read.`, people, []string{"Ada Okoro", "Ada Okoro"}},
		{"a report by people at a body", `A report by divers at the Harbour Office said that it was safe.`, people, []string{"A report by divers at the Harbour Office"}},
		{"a report to a body", `A report to the Harbour Office said that it was safe.`, people, []string{"A report to the Harbour Office"}},
		{"a letter about nobody's own", `The port is old, the Harbour Office said. The bridge was safe, the letter added.`, people, []string{"Harbour Office", "the letter"}},
		{"a list with a comma before a bracket", `Ada Okoro (HL-3), Bo Adler, (HL-4), Cy Reed (HL-5) and Ben Imani (HL-6) said that it was safe.`, []string{ada, ben, "p Bo Adler", "p Cy Reed"}, []string{"Ada Okoro & Bo Adler & Cy Reed & Ben Imani"}},
		{"a report is whose it is", `The port is old, the Harbour Office reported. The bridge was safe, the report added.`, people, []string{"Harbour Office", "Harbour Office"}},
		{"a report that isn't a person's", `The port is old, Ada Okoro said. The bridge was safe, the report added.`, people, []string{"Ada Okoro", "the report"}},
		{"a report after something else", `The port is old, the Harbour Office reported. It rained. It snowed. The bridge was safe, the report added.`, people, []string{"Harbour Office", "Harbour Office"}},
		{"a news agency by its name", `The bridge was safe, Harbour Office news agency said.`, people, []string{"Harbour Office"}},
		{"a body whose name a bracket follows has a head", `Harbour Office (HO) director Ada Okoro said that it was safe.`, people, []string{"Ada Okoro"}},
		{"a body with a long name", `The Office for Women said that it was safe.`, people, []string{"Office for Women"}},
		{"forces in a country and their general", `The commander of forces in Oldland General Ada Okoro said that it was safe.`, []string{"c Oldland", ada}, []string{"Ada Okoro"}},
		{"a dateline without a dash", `Newtown, Highland Mayor Ada Okoro said that it was safe.`, []string{"l Newtown", "l Highland", ada}, []string{"Ada Okoro"}},
		{"a committee and its chair", `Office for Women Chairman Ada Okoro (HL-3) said that it was safe.`, people, []string{"Ada Okoro"}},
		{"who, right behind the name", `It drew a rebuke from Ada Okoro, who said that it was safe.`, people, []string{"Ada Okoro"}},
		{"it, of the body that spoke", `The Harbour Office said that it was safe. It added that the bridge was old.`, people, []string{"Harbour Office", "Harbour Office"}},
		{"it, of nobody", `It added that the bridge was old.`, people, []string{"It"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readParties(t, c.text, c.names...)
			check(t, d)
			var got []string
			for i := range d.Statements {
				st := &d.Statements[i]
				line := party(st.Speaker)
				for j := range st.Joint {
					line += " & " + party(&st.Joint[j])
				}
				if st.OnBehalfOf != nil {
					line += " | " + party(st.OnBehalfOf)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// TestBadParties reads speakers that are broken off: no part of one may lie
// outside the text.
func TestBadParties(t *testing.T) {
	for _, text := range []string{
		"MAYO):0 0!0000000000000", "Ada Okoro and who said that it was safe.", "And Ada Okoro said that it was safe.", "(Ada Okoro and) said that it was safe.",
		"Ada Okoro, and, and Ben Imani, said that it was safe.", "Spokesman said that it was safe.", "A spokesman for said that it was safe.", "It said it said it was safe.",
	} {
		check(t, readParties(t, text, "p Ada Okoro", "p Ben Imani"))
	}
}

func TestDescribed(t *testing.T) {
	const ada, ben = "Ada Okoro", "Ben Imani"
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"whom the article has called so", `Foreign Minister Ada Okoro met Mayor Ben Imani. The foreign minister said that it was safe.`, []string{ada}},
		{"whom it has called something else", `Prime Minister Ada Okoro met Mayor Ben Imani. The foreign minister said that it was safe.`, []string{"The foreign minister"}},
		{"any such person", `Foreign Minister Ada Okoro met Mayor Ben Imani. A foreign minister said that it was safe.`, []string{"A foreign minister"}},
		{"the name comes next", `The harbour spokesman said that it was safe. Ada Okoro said that it was old.`, []string{ada, ada}},
		{"the name comes later", `The harbour spokesman said that it was safe. It rained. It snowed. Ada Okoro said that it was old.`, []string{"The harbour spokesman", ada}},
		{"President and Prime Minister", `President Ada Okoro met Prime Minister Ben Imani. The President and Prime Minister said that it was safe.`, []string{"The President"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readNamed(t, c.text, ada, ben)
			check(t, d)
			var got []string
			for _, st := range d.Statements {
				got = append(got, st.Speaker.Name)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
