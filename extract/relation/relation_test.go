package relation_test

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/relation"
	"dossier/extract/statement"
	"dossier/extract/syntax"
	"dossier/extract/token"
)

var (
	tokens     *token.Stage
	trees      *syntax.Stage
	statements *statement.Stage
	relations  *relation.Stage
)

func TestMain(m *testing.M) {
	lex, err := lexicon.Default()
	check(err)
	tokens, err = token.New()
	check(err)
	trees, err = syntax.New()
	check(err)
	statements, err = statement.New(lex)
	check(err)
	relations, err = relation.New(lex)
	check(err)
	os.Exit(m.Run())
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// cast is who appears in the texts of these tests. The stage is tested on names
// that are given, so that its cases don't change with what finds them.
var cast = []struct {
	name     string
	typ      document.EntityType
	country  string
	demonyms []string
}{
	{"Norway", document.Country, "NOR", []string{"Norwegian", "Norwegians"}},
	{"Japan", document.Country, "JPN", []string{"Japanese", "Tokyo"}},
	{"France", document.Country, "FRA", []string{"French"}},
	{"Hungary", document.Country, "HUN", []string{"Hungarian"}},
	{"Spain", document.Country, "ESP", nil},
	{"Cuba", document.Country, "CUB", []string{"Cuban"}},
	{"Kenya", document.Country, "KEN", nil},
	{"Chad", document.Country, "TCD", nil},
	{"Niger", document.Country, "NER", nil},
	{"Chile", document.Country, "CHL", nil},
	{"Peru", document.Country, "PER", nil},
	{"Russia", document.Country, "RUS", []string{"Russian"}},
	{"Germany", document.Country, "DEU", []string{"German"}},
	{"Finland", document.Country, "FIN", nil},
	{"Sweden", document.Country, "SWE", nil},
	{"Denmark", document.Country, "DNK", nil},
	{"Albania", document.Country, "ALB", []string{"Albanians"}},
	{"Texas", document.Place, "USA", nil},
	{"Crimea", document.Place, "UKR", nil},
	{"Lyon", document.Place, "FRA", nil},
	{"Oslo", document.Place, "NOR", nil},
	{"Bergen", document.Place, "NOR", nil},
	{"Tromsø", document.Place, "NOR", nil},
	{"Barents Sea", document.Place, "", nil},
	{"European Union", document.Organization, "", nil},
	{"World Health Organization", document.Organization, "", nil},
	{"University of Bergen", document.Organization, "NOR", nil},
	{"Astrid Holmberg", document.Person, "NOR", []string{"Holmberg"}},
	{"Peter Holmberg", document.Person, "NOR", nil},
	{"Peter Lund", document.Person, "NOR", nil},
	{"Lena Brandt", document.Person, "DEU", nil},
	{"Ivan Petrenko", document.Person, "RUS", nil},
}

// read reads a text as of Thursday, 14 May 2020.
func read(text string) *document.Document {
	d := &document.Document{Article: document.Article{Text: text, Date: "2020-05-14"}}
	tokens.Apply(d)
	name(d)
	trees.Apply(d)
	statements.Apply(d)
	relations.Apply(d)
	return d
}

// name finds the cast in the text.
func name(d *document.Document) {
	found := map[int]int{} // entity by index into cast
	for i := 0; i < len(d.Tokens); i++ {
		best, length, kind := -1, 0, document.Name
		for c := range cast {
			for k, n := range append([]string{cast[c].name}, cast[c].demonyms...) {
				w := len(strings.Fields(n))
				if i+w > len(d.Tokens) || w <= length || d.Text[d.Tokens[i].Start:d.Tokens[i+w-1].End] != n {
					continue
				}
				best, length, kind = c, w, document.Name
				if k > 0 && cast[c].typ == document.Country {
					kind = document.Demonym
				}
			}
		}
		if best < 0 {
			continue
		}
		e, ok := found[best]
		if !ok {
			e = len(d.Entities)
			found[best] = e
			d.Entities = append(d.Entities, document.Entity{Type: cast[best].typ, Name: cast[best].name, Country: cast[best].country})
		}
		d.Mentions = append(d.Mentions, document.Mention{
			Span:  document.Span{Start: d.Tokens[i].Start, End: d.Tokens[i+length-1].End},
			First: i, Last: i + length, Kind: kind, Type: cast[best].typ, Entity: e,
		})
		i += length - 1
	}
	sort.SliceStable(d.Mentions, func(i, j int) bool { return d.Mentions[i].Start < d.Mentions[j].Start })
}

// line writes a relation as "type/mode A -> B = value !modality".
func line(d *document.Document, r *document.Relation) string {
	var b strings.Builder
	b.WriteString(r.Type)
	if r.Mode != "" {
		b.WriteString("/" + r.Mode)
	}
	side := func(args []document.Argument) string {
		var names []string
		for _, a := range args {
			names = append(names, d.Entities[a.Entity].Name)
		}
		return strings.Join(names, " + ")
	}
	fmt.Fprintf(&b, " %s", side(r.Subject))
	switch {
	case r.Reciprocal:
		fmt.Fprintf(&b, " <-> %s", side(r.Object))
	case len(r.Object) > 0:
		fmt.Fprintf(&b, " -> %s", side(r.Object))
	}
	if r.Value != "" {
		fmt.Fprintf(&b, " = %s", r.Value)
	}
	if r.Modality != document.Asserted {
		fmt.Fprintf(&b, " !%s", r.Modality)
	}
	return b.String()
}

func lines(d *document.Document, layer document.Layer) []string {
	var out []string
	for i := range d.Relations {
		if d.Relations[i].Layer == layer {
			out = append(out, line(d, &d.Relations[i]))
		}
	}
	return out
}

func compare(t *testing.T, layer document.Layer, text string, want []string, why string) {
	t.Helper()
	got := lines(read(text), layer)
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("%s: %s\n got %q\nwant %q", why, text, got, want)
	}
}

func TestEvents(t *testing.T) {
	cases := []struct {
		text string
		want []string
		why  string
	}{
		{"France condemned Hungary.", []string{"accuse/disapprove France -> Hungary"}, "subject, verb, object"},
		{"Hungary was condemned by France.", []string{"accuse/disapprove France -> Hungary"}, "the passive turns it round"},
		{"French troops attacked a Hungarian village on Monday.", []string{"assault France -> Hungary"}, "demonyms act for their country"},
		{"Officials from Norway met their counterparts from Japan.", []string{"consult Norway <-> Japan"}, "actors in a phrase of the head"},
		{"Norway and Japan signed a treaty.", []string{"support Norway <-> Japan"}, "two subjects, nobody else: reciprocal"},
		{"Norway signed a treaty with Japan.", []string{"support Norway <-> Japan"}, "the noun of the treaty takes the other party"},
		{"Norway, Japan and Chile condemned Peru.", []string{"accuse/disapprove Norway + Japan + Chile -> Peru"}, "a list of subjects"},
		{"Kenya sent medicine to Chad and Niger.", []string{"aid Kenya -> Chad + Niger"}, "a light verb gets its meaning from its object"},
		{"Kenya gave Chad a loan.", []string{"aid Kenya -> Chad"}, "two objects"},
		{"Kenya sent Chad.", nil, "a light verb without a noun of event says nothing"},
		{"Spain lifted its sanctions against Cuba.", []string{"concede Spain -> Cuba"}, "easing a sanction is a concession"},
		{"Spain imposed sanctions on Cuba.", []string{"sanction/discontinue Spain -> Cuba"}, "imposing one isn't"},
		{"Spain cut diplomatic ties with Cuba.", []string{"sanction/discontinue Spain -> Cuba"}, "ending cooperation is a sanction"},
		{"Spain threatened to cut ties with Cuba.", []string{"threaten/relations Spain -> Cuba"}, "a threat of it is a threat"},
		{"Spain threatened on Tuesday to impose sanctions on Cuba.", []string{"threaten/relations Spain -> Cuba"}, "a date between verb and infinitive"},
		{"Spain agreed to send aid to Cuba.", []string{"agree Spain -> Cuba"}, "a promise of help is an agreement"},
		{"Spain will send aid to Cuba.", []string{"agree Spain -> Cuba !future"}, "what will be done is agreed to"},
		{"Spain will not send aid to Cuba.", []string{"reject/assist Spain -> Cuba"}, "what won't be done is refused"},
		{"Spain refused to help Cuba.", []string{"reject/assist Spain -> Cuba"}, "refusal in a word"},
		{"Spain did not invade Cuba.", []string{"assault Spain -> Cuba !negated"}, "denied"},
		{"Spain may invade Cuba.", []string{"assault Spain -> Cuba !hypothetical"}, "possible"},
		{"The claim that Spain attacked Cuba is false.", []string{"assault Spain -> Cuba !hypothetical"}, "what is only claimed"},
		{"The planned Russian withdrawal from Chad was praised.", nil, "what is only planned"},
		{"If Spain attacks Cuba, prices will rise.", []string{"assault Spain -> Cuba !hypothetical"}, "a condition"},
		{"Spain urged Cuba to free the prisoners.", []string{"request Spain -> Cuba"}, "the object of the demand, not of the deed"},
		{"Spain demanded that Cuba free the prisoners.", []string{"request Spain -> Cuba"}, "a demand in a clause"},
		{"Spain said that Cuba must withdraw.", []string{"request/yield Spain -> Cuba"}, "must, said by another"},
		{"Spain said it would visit Cuba.", []string{"agree Spain -> Cuba !future"}, "the pronoun after said is who said it"},
		{"Spain rejected a Cuban offer.", []string{"reject Spain -> Cuba"}, "whose offer it is stands inside the object"},
		{"Spain rejected an offer from Cuba.", []string{"reject Spain -> Cuba"}, "or behind it"},
		{"Russia's annexation of Crimea dragged on.", []string{"coerce/seize Russia -> Crimea"}, "an event in a noun"},
		{"Talks between Norway and Japan dragged on.", []string{"consult Norway <-> Japan"}, "between two"},
		{"The Norwegian-Japanese talks dragged on.", []string{"consult Norway <-> Japan"}, "joined by a hyphen"},
		{"Norwegian air strikes on Chad went on.", []string{"assault/aerial Norway -> Chad"}, "actor before, target behind the noun"},
		{"Norway withdrew its troops from Chad.", []string{"retreat/withdraw Norway -> Chad"}, "the verb decides, not the troops"},
		{"Norway pulled out of the treaty with Chad.", []string{"sanction/withdraw Norway -> Chad"}, "leaving what was agreed is no retreat"},
		{"Astrid Holmberg, detained in Chad, spoke.", nil, "where somebody is detained does nothing and suffers nothing"},
		{"Norway deployed troops near Chad.", []string{"mobilize/troops Norway -> Chad"}, "here they do"},
		{"Police in Norway arrested dozens of demonstrators.", nil, "a victim without a name that no list tells"},
		{"Norway held military exercises.", []string{"mobilize/troops Norway"}, "a drill of one's own is a show of force"},
		{"Norway held military exercises with Japan.", []string{"cooperate Norway <-> Japan"}, "a joint one is cooperation"},
		{"In a meeting with Japan, Astrid Holmberg smiled.", []string{"consult Astrid Holmberg <-> Japan"}, "who met stands behind the comma"},
		{"Astrid Holmberg smiled during talks with Japan.", []string{"consult Astrid Holmberg <-> Japan"}, "or before the verb"},
		{"Two Norwegians were killed in a plane crash.", nil, "an accident"},
		{"Norwegian police arrested 40 demonstrators.", []string{"coerce/arrest Norway"}, "people without a name: the actor alone"},
		{"The Norwegian economy met expectations in Japan.", nil, "an economy meets nobody"},
		{"Ethnic Albanians live in Norway.", nil, "no event"},
		{"Norway and Japan ended joint naval exercises on Friday.", []string{"cooperate Norway <-> Japan"}, "what has an end of its own took place"},
		{"Norway ended its military cooperation with Japan.", []string{"sanction/discontinue Norway -> Japan"}, "what has none was broken off"},
		{"Norwegian and Japanese warships completed a joint patrol.", []string{"cooperate Norway <-> Japan"}, "a show of force made together"},
		{"Astrid Holmberg, Jr. spoke on Monday with Lena Brandt of Germany.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "the comma of a name opens nothing"},
		{"Astrid Holmberg of Norway and Lena Brandt of Germany met on Monday.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "persons joined over their countries"},
		{"Astrid Holmberg met Lena Brandt of Germany and Ivan Petrenko of Russia.", []string{"consult Astrid Holmberg <-> Lena Brandt + Ivan Petrenko"}, "as objects too"},
		{"Norway and two other states, Chile, Peru and Japan, reached a fishing agreement.", []string{"support Norway <-> Chile + Peru + Japan"}, "a list names the last subject"},
		{"France imposed sanctions of its own, and Chile and Peru followed.", nil, "who stands behind the comma begins another clause"},
		{"Astrid Holmberg thanked him for the raid in Chad that killed Ivan Petrenko.", nil, "the raid killed, not he"},
		{"Astrid Holmberg received a degree in law from the University of Bergen.", nil, "who receives a thing meets nobody"},
		{"Japan announced a loan from Norway.", nil, "who gives it isn't given it"},
		{"Russia recognised two breakaway regions of Hungary.", nil, "a part that has left the state"},
		{"And Spain has attacked Cuba?", []string{"assault Spain -> Cuba !hypothetical"}, "what is asked isn't told"},
		{"Why is it that Spain attacked Cuba?", []string{"assault Spain -> Cuba"}, "why takes it for granted"},
		{"During a visit to Japan, Astrid Holmberg will give a speech.", []string{"agree Astrid Holmberg -> Japan !future"}, "when the verb lies ahead, so does the visit"},
		{"Norway's war on Chad and the change in the relationship between Niger and Kenya hurt trade.", []string{"assault Norway <-> Chad"}, "a phrase of another noun"},
		{"The restoration of diplomatic relations between Norway and Japan was welcome.", []string{"support Norway <-> Japan"}, "ties that are there again"},
		{"Chile welcomed the restoration of ties between Norway and Japan.", []string{"support Chile -> Norway + Japan"}, "told of both already"},
		{"The alliance between Norway and Japan is old.", nil, "a standing relation is no event"},
		{"Cuban armed forces paraded.", nil, "armed is no verb here"},
		{"Astrid Holmberg held a call with Lena Brandt.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "a call with somebody"},
		{"Astrid Holmberg spoke by telephone with Lena Brandt.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "by tells the means, and spoke is no spoke of a wheel"},
		{"Adviser to the Crown for Trade Affairs Astrid Holmberg met Lena Brandt.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "a title of three groups"},
		{"Prime Minister of Norway Astrid Holmberg met Lena Brandt.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "a title with its country before the name"},
		{"Astrid Holmberg met Her Highness, Lena Brandt.", []string{"consult Astrid Holmberg <-> Lena Brandt"}, "named behind a form of address"},
		{"Norway defends itself from Japan.", nil, "one who defends himself backs nobody else"},
		{"Norway lifted its veto on Japan.", []string{"concede Norway -> Japan"}, "taking a refusal back"},
		{"Norway cancelled talks with Japan.", []string{"reject/meet Norway -> Japan"}, "talks that weren't held"},
		{"Astrid Holmberg praised Norway.", nil, "a person and his own country"},
		{"Astrid Holmberg and Lena Brandt convened ministers.", nil, "who met others together didn't meet"},
		{"The European Union was released by Norway.", nil, "a body is freed by nobody"},
		{"Norway and Japan agreed to open a school.", []string{"agree Norway <-> Japan"}, "agreed with each other"},
		{"Norway and Japan promised to open a school.", nil, "promised by each for himself"},
		{"Astrid Holmberg called Lena Brandt on Monday.", []string{"consult/phone Astrid Holmberg <-> Lena Brandt"}, "on the telephone"},
		{"Astrid Holmberg called Lena Brandt a liar.", nil, "no telephone"},
		{"Norway negotiated with countries including Chile and Peru.", []string{"consult Norway <-> Chile + Peru"}, "who is among them"},
		{"Norway will send gas to Japan.", nil, "gas to burn"},
		{"A crush in which two Norwegians were killed shocked the city.", nil, "an accident named before"},
		{"Chad was hit by heavy rain.", nil, "the weather attacks nobody"},
		{"Astrid Holmberg was hurt and flown to Japan.", nil, "who is flown somewhere visits nobody"},
		{"Norway's withdrawal from a Japanese treaty was quick.", []string{"sanction/withdraw Norway -> Japan"}, "leaving what was agreed is no retreat, in a noun too"},
		{"Today that Norway attacked Japan is known.", []string{"assault Norway -> Japan"}, "nothing before that denies"},
		{"Norway denied that it had attacked Japan.", []string{"assault Norway -> Japan !negated"}, "denied in a clause"},
		{"Astrid Holmberg shook hands with Lena Brandt and with Ivan Petrenko.", []string{"consult Astrid Holmberg <-> Lena Brandt + Ivan Petrenko"}, "the preposition said again"},
		{"We would like to see Norway help Japan.", []string{"aid Norway -> Japan !hypothetical"}, "what is wished for"},
		{"“I now invite Lena Brandt to say a few words,” Astrid Holmberg said.", nil, "handing over the microphone"},
		{"Norway and Japan issued a joint statement.", []string{"support Norway <-> Japan"}, "said together"},
		{"“I want to thank Japan,” Astrid Holmberg said.", []string{"support Astrid Holmberg -> Japan"}, "who says that she wants to thank does so"},
		{"Norway is a country. Japan attacked nobody.", nil, "actors of two sentences have nothing to do with each other"},
	}
	for _, c := range cases {
		compare(t, document.LayerEvent, c.text, c.want, c.why)
	}
}

func TestFacts(t *testing.T) {
	cases := []struct {
		text string
		want []string
		why  string
	}{
		{"Norwegian Foreign Minister Astrid Holmberg spoke.", []string{"position_held Astrid Holmberg -> Norway = Foreign Minister"}, "title before the name"},
		{"Astrid Holmberg, the foreign minister of Norway, spoke.", []string{"position_held Astrid Holmberg -> Norway = foreign minister"}, "and behind it"},
		{"Former Norwegian president Astrid Holmberg spoke.", []string{"position_held Astrid Holmberg -> Norway = Former Norwegian president"}, "what limits a title stays"},
		{"Sen. Astrid Holmberg, R-Texas, spoke.", []string{"position_held Astrid Holmberg = Sen.", "political_party Astrid Holmberg = Republican"}, "a party's letter"},
		{"Astrid Holmberg was born in Norway.", []string{"born_in Astrid Holmberg -> Norway"}, "a verb of fact"},
		{"Astrid Holmberg was not born in Norway.", nil, "denied"},
		{"Astrid Holmberg was born on 8 May 1961.", []string{"born_on Astrid Holmberg = 1961-05-08"}, "a date as a value"},
		{"They met in Lyon, France.", []string{"located_in Lyon -> France"}, "a place and its country"},
		{"They met in Lyon, Norway and Chad.", nil, "a list of places"},
		{"Astrid Holmberg's husband Peter Holmberg spoke.", []string{"spouse Astrid Holmberg -> Peter Holmberg"}, "a relative in the group"},
		{"Prime Minister of Norway Astrid Holmberg spoke.", []string{"position_held Astrid Holmberg -> Norway = Prime Minister"}, "the country before the name"},
		{"Assistant to the President for Trade Affairs Astrid Holmberg spoke.", []string{"position_held Astrid Holmberg = Assistant to the President for Trade Affairs"}, "an assistant isn't what he assists"},
		{"Prime Minister Sheikh Peter Lund spoke.", []string{"position_held Peter Lund = Prime Minister"}, "a form of address is no office"},
		{"The newly installed president Peter Lund spoke.", []string{"position_held Peter Lund = president"}, "how he came into it"},
		{"Peter Lund was the first ambassador to reply.", nil, "the first to do something"},
		{"President Astrid Holmberg of Norway spoke.", []string{"position_held Astrid Holmberg -> Norway = President"}, "the country behind the name"},
		{"The new agency President Astrid Holmberg founded is small.", []string{"position_held Astrid Holmberg = President"}, "what stands before a title in capitals"},
		{"Leader of the Northern Movement Sheikh Peter Lund spoke.", []string{"position_held Peter Lund = Leader of the Northern Movement"}, "what he leads, not how he is addressed"},
		{"Peter Lund is the president and chief executive of the European Union.", []string{"position_held Peter Lund -> European Union = president and chief executive"}, "two offices in one"},
		{"Peter Lund served as the city's chief inspector.", []string{"position_held Peter Lund = chief inspector"}, "whose office it is, is no part of it"},
		{"Peter Lund, founder of the World Health Organization, spoke.", []string{"founded_by World Health Organization -> Peter Lund"}, "a founder holds no office"},
		{"“He was born in Chad,” Astrid Holmberg said.", nil, "in a quotation he is not who speaks"},
		{"The World Health Organization (WHO) agreed.", []string{"alias World Health Organization = WHO"}, "the short form in brackets"},
		{"The World Health Organization (Geneva) agreed.", nil, "brackets that hold no initials"},
	}
	for _, c := range cases {
		compare(t, document.LayerFact, c.text, c.want, c.why)
	}
}

func TestDates(t *testing.T) {
	cases := []struct {
		text, start, end, why string
	}{
		{"Spain invaded Cuba on Tuesday.", "2020-05-12", "2020-05-12", "in the clause of the event"},
		{"Spain invaded Cuba in 1998.", "1998-01-01", "1998-12-31", "as exact as the text"},
		{"Spain invaded Cuba, officials said on Tuesday.", "", "", "the date of another verb"},
		{"Spain invaded Cuba.", "", "", "no date is invented"},
		{"Spain invaded Cuba to meet the challenges of the 21st century.", "", "", "an age is no date"},
	}
	for _, c := range cases {
		d := read(c.text)
		if len(d.Relations) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		start, end := "", ""
		if p := d.Relations[0].Date; p != nil {
			start, end = p.Start, p.End
		}
		if start != c.start || end != c.end {
			t.Errorf("%s: %s: got %s/%s, want %s/%s", c.why, c.text, start, end, c.start, c.end)
		}
	}
}

func TestClaim(t *testing.T) {
	d := read("Astrid Holmberg said on Tuesday that Spain had attacked Cuba. France condemned Hungary.")
	claimed := map[string]bool{}
	for _, r := range d.Relations {
		if r.Layer == document.LayerEvent {
			claimed[r.Type] = r.ClaimedBy >= 0
		}
	}
	if !claimed["assault"] || claimed["accuse"] {
		t.Errorf("claimed: %v, want the attack only", claimed)
	}
}
