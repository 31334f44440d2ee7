package entity

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/token"
)

var stages = sync.OnceValues(func() (*token.Stage, error) { return token.New() })

// read makes a document of a text in which names stand in square brackets with
// the type that a reader of names gave them: [p:Ann Example], l for places, o
// for organisations, d for demonyms, x for others.
func read(t testing.TB, marked, date string) *document.Document {
	t.Helper()
	return readOn(t, document.Article{Date: date}, marked)
}

// readUnder is [read] for a text with a headline.
func readUnder(t testing.TB, title, marked, date string) *document.Document {
	t.Helper()
	return readOn(t, document.Article{Title: title, Date: date}, marked)
}

// readOn is [read] for a text of an article of which more is known.
func readOn(t testing.TB, of document.Article, marked string) *document.Document {
	t.Helper()
	tok, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	types := map[byte]document.EntityType{'p': document.Person, 'l': document.Place, 'o': document.Organization, 'd': document.Group, 'x': document.Other}
	d := &document.Document{Article: of}
	var text strings.Builder
	for marked != "" {
		before, rest, found := strings.Cut(marked, "[")
		text.WriteString(before)
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		start := text.Len()
		text.WriteString(name[2:])
		m := document.Mention{Span: document.Span{Start: start, End: text.Len()}, Kind: document.Name, Type: types[name[0]], Entity: -1}
		if name[0] == 'd' {
			m.Kind = document.Demonym
		}
		d.Mentions = append(d.Mentions, m)
		marked = after
	}
	d.Text = text.String()
	tok.Apply(d)
	for i := range d.Mentions {
		m := &d.Mentions[i]
		m.First = slices.IndexFunc(d.Tokens, func(t document.Token) bool { return t.End > m.Start })
		m.Last = m.First
		for m.Last < len(d.Tokens) && d.Tokens[m.Last].Start < m.End {
			m.Last++
		}
	}
	New(lex).Apply(d)
	return d
}

// clusters are the entities with more than the names that begin them: "name:
// mention, mention".
func clusters(d *document.Document) []string {
	out := make([]string, len(d.Entities))
	for i, e := range d.Entities {
		out[i] = e.Name + ":"
	}
	for _, m := range d.Mentions {
		out[m.Entity] += " " + d.Slice(m.Span) + ","
	}
	for i := range out {
		out[i] = strings.TrimSuffix(out[i], ",")
	}
	return out
}

func TestWhoIsWho(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string // clusters that must be there
	}{
		{"a surname after the full name",
			"[p:Ann Example] arrived. [p:Example] spoke.", []string{"Ann Example: Ann Example, Example"}},
		{"a surname before the full name, when no other came first",
			"[p:Example] arrived, said a friend. [p:Ann Example] spoke.", []string{"Ann Example: Example, Ann Example"}},
		{"two of one surname: the last named",
			"[p:Ann Example] met [p:Bert Example]. [p:Example] left.", []string{"Ann Example: Ann Example", "Bert Example: Bert Example, Example"}},
		{"two of one surname: a form of address tells",
			"[p:Robert Miller] met [p:Mary Miller]. Mr. [p:Miller] left. Mrs. [p:Miller] stayed.",
			[]string{"Robert Miller: Robert Miller, Miller", "Mary Miller: Mary Miller, Miller"}},
		{"an initial is part of the same name",
			"[p:Ann B. Example] arrived. [p:Ann Example] spoke.", []string{"Ann B. Example: Ann B. Example, Ann Example"}},
		{"a familiar form of a given name",
			"[p:Kenneth Example] arrived. [p:Ken Example] spoke.", []string{"Kenneth Example: Kenneth Example, Ken Example"}},
		{"another given name that only begins alike",
			"[p:Carl Example] met [p:Carla Example].", []string{"Carl Example: Carl Example", "Carla Example: Carla Example"}},
		{"other middle initials are other people",
			"[p:Carl A. Miller] met [p:Carl B. Miller].", []string{"Carl A. Miller: Carl A. Miller", "Carl B. Miller: Carl B. Miller"}},
		{"a surname that a form of address gives to another", "[p:Robert Miller] came. Mrs. [p:Miller] stayed. Mayor [p:Miller] left.", []string{"Robert Miller: Robert Miller, Miller", "Miller: Miller"}},
		{"a title that is misspelt", "[p:Robert Miller] came. Prime [p:Minster Miller] left.", []string{"Robert Miller: Robert Miller, Miller"}},
		{"junior behind a surname", "[p:Carl Miller Jr.] met [p:Carl Miller Sr.] twice. [p:Miller Jr.] and [p:Miller Sr.] left.", []string{"Carl Miller Jr.: Carl Miller Jr., Miller Jr.", "Carl Miller Sr.: Carl Miller Sr., Miller Sr."}},
		{"junior isn't who is named without", "[p:Carl Miller] came. [p:Miller Jr.] left.", []string{"Carl Miller: Carl Miller"}},
		{"a given name with the title of the full one", "Prime Minister [p:Qilixa Seifex] came. Prime Minister [p:Qilixa] left.", []string{"Qilixa Seifex: Qilixa Seifex, Qilixa"}},
		{"a given name with another title", "Prime Minister [p:Qilixa Seifex] came. Senator [p:Qilixa] left.", []string{"Qilixa Seifex: Qilixa Seifex", "Qilixa: Qilixa"}},
		{"a surname that no reader saw, behind a title", "[p:Ann Gross] came. The mayor thanked Commissioner Gross for it.", []string{"Ann Gross: Ann Gross, Gross"}},
		{"a body called after somebody", "[p:Ann Gross] came. The mayor thanked the Commissioner Gross Foundation for it.", []string{"Ann Gross: Ann Gross"}},
		{"where the surname comes first",
			"[p:Wu Qian] arrived. [p:Wu] spoke.", []string{"Wu Qian: Wu Qian, Wu"}},
		{"another spelling of an office holder",
			"[p:Sergei Shoigu] arrived. [p:Sergey Shoigu] spoke.", []string{"Sergei Shoigu: Sergei Shoigu, Sergey Shoigu"}},
		{"a title taken into the name stays outside",
			"[o:Colonel General Carl Miller] spoke. [p:Miller] left.", []string{"Carl Miller: Carl Miller, Miller"}},
		{"a country by all its names",
			"The [l:United States] agreed. [l:America] paid, and [d:American] troops left. The [l:U.S.] waited.",
			[]string{"United States: United States, America, American, U.S."}},
		{"a capital that acts",
			"[l:Beijing] said the talks failed, as [l:China] had feared.", []string{"China: Beijing, China"}},
		{"a capital where something happens",
			"[l:China] held talks in [l:Beijing] on Friday.", []string{"China: China", "Beijing: Beijing"}},
		{"a capital between two",
			"Tension between [l:Moscow] and [l:Washington] grew, as [l:Russia] said.", []string{"Russia: Moscow, Russia"}},
		{"a capital that begins a sentence",
			"[l:Moscow] again rejected what [l:Russia] had signed. [l:Moscow], where it rained, is old.", []string{"Russia: Moscow, Russia", "Moscow: Moscow"}},
		{"a capital that a hyphen ties to a word",
			"[l:Russia] told the [l:Moscow]-based paper.", []string{"Russia: Russia", "Moscow: Moscow"}},
		{"the seat of a union isn't its country",
			"[l:Brussels] said [l:Japan] was wrong.", []string{"Brussels: Brussels"}},
		{"a seat of power among countries",
			"The [o:Kremlin] accused [l:Japan] of theft.", []string{"Russia: Kremlin"}},
		{"a seat of power at home",
			"The [o:White House] said taxes will fall.", []string{"White House: White House"}},
		{"a person never becomes a country",
			"[l:Jordan] welcomed [p:Michael Jordan] in Amman. [p:Jordan] smiled.",
			[]string{"Jordan: Jordan", "Michael Jordan: Michael Jordan, Jordan"}},
		{"a body with its country and without",
			"The [o:Canadian Weather Office] met. The [o:Weather Office] will pay.", []string{"Canadian Weather Office: Canadian Weather Office, Weather Office"}},
		{"a body without its country and with",
			"The [o:Weather Office] met. The [o:Canadian Weather Office] will pay.", []string{"Canadian Weather Office: Weather Office, Canadian Weather Office"}},
		{"two bodies of one kind with their countries",
			"The [o:Canadian Weather Office] met the [o:Japanese Weather Office]. The [o:Weather Office] will pay.",
			[]string{"Canadian Weather Office: Canadian Weather Office", "Japanese Weather Office: Japanese Weather Office", "Weather Office: Weather Office"}},
		{"the word for a kind of body, with a capital",
			"The [o:Church of Oldland] met. The [o:Church] will pay.", []string{"Church of Oldland: Church of Oldland, Church"}},
		{"half of a country",
			"[l:North Korea] fired. The [l:North] denied it.", []string{"North Korea: North Korea, North"}},
		{"an acronym in brackets",
			"The [o:Oldland Office of Weights] ([o:OOW]) spoke. [o:OOW] paid.", []string{"Oldland Office of Weights: Oldland Office of Weights, OOW, OOW"}},
		{"an acronym by its initials",
			"The [o:Global Wheat Council] met. The [o:GWC] will pay.", []string{"Global Wheat Council: Global Wheat Council, GWC"}},
		{"an acronym that the lexicon knows",
			"The [o:World Health Organization] met. The [o:WHO] will pay.", []string{"World Health Organization: World Health Organization, WHO"}},
		{"an organisation without its kind",
			"[o:Nordwind Corporation] paid. [o:Nordwind] denied it.", []string{"Nordwind Corporation: Nordwind Corporation, Nordwind"}},
		{"a role named after the name",
			"[p:Wu Qian], the ministry spokesperson, spoke. Later the spokesperson left.",
			[]string{"Wu Qian: Wu Qian, the ministry spokesperson, the spokesperson"}},
		{"a role that is a title, and another minister's",
			"Foreign Minister [p:Ann Example] met Finance Minister [p:Carl Miller]. The foreign minister left.",
			[]string{"Ann Example: Ann Example, The foreign minister", "Carl Miller: Carl Miller"}},
		{"the two countries are those that act",
			"[l:Russia] and [l:China] sent a message to [l:Japan] and [l:Canada]. The two countries agreed.",
			[]string{"Russia: Russia, The two countries", "China: China, The two countries", "Japan: Japan", "Canada: Canada"}},
		{"she is the woman",
			"[p:Robert Miller] met [p:Mary Smith] on Monday. She left.", []string{"Mary Smith: Mary Smith, She", "Robert Miller: Robert Miller"}},
		{"he inside a quotation isn't the speaker",
			"[p:Robert Miller] left on Monday. “He was tired,” said [p:Carl Smith].", []string{"Robert Miller: Robert Miller, He", "Carl Smith: Carl Smith"}},
		{"an acronym in brackets without the year before the name",
			"The [x:2018 Oldland Robot Games] ([o:ORG]) began. The [o:ORG] ended.", []string{"2018 Oldland Robot Games: 2018 Oldland Robot Games, ORG, ORG"}},
		{"an acronym in brackets that isn't the place's before it",
			"The Bureau on [l:Latin America] ([o:WOLA]) spoke.", []string{"Latin America: Latin America", "WOLA: WOLA"}},
		{"a quotation that ends inside a name",
			"“I like [p:Miller,” Example] News said.", []string{"Miller: Miller"}},
		{"a quotation inside a name",
			"The [x:Girls “Sing and Row” Day] began.", []string{"Girls “Sing and Row” Day: Girls “Sing and Row” Day"}},
		{"a region behind its city is no country",
			"Rain fell in [l:Atlanta], [l:Georgia], on Friday.", []string{"Georgia: Georgia"}},
		{"a company without where it is based",
			"[o:Oldland-based Nordwind Corporation] paid.", []string{"Oldland: Oldland", "Nordwind Corporation: Nordwind Corporation"}},
		{"a region between regions is no country",
			"Rain fell in [l:Alabama], [l:Georgia] and [l:Florida].", []string{"Georgia: Georgia"}},
		{"a word that two countries share goes to the one named",
			"The [l:Dominican Republic] voted. [d:Dominican] troops left.", []string{"Dominican Republic: Dominican Republic, Dominican"}},
		{"a language isn't the country",
			"[l:France] paid. She spoke in [d:French].", []string{"France: France", "French: French"}},
		{"they are the two who act together",
			"[l:Japan] and [l:Canada] met. They signed it.", []string{"Japan: Japan, They", "Canada: Canada, They"}},
		{"they isn't two of three",
			"[l:Japan], [l:Peru] and [l:Canada] met. They signed it.", []string{"Japan: Japan", "Peru: Peru", "Canada: Canada"}},
		{"its owner is the subject",
			"[o:Nordwind Corporation] sold its ships.", []string{"Nordwind Corporation: Nordwind Corporation, its"}},
		{"the company named last",
			"[o:Nordwind Corporation] paid on Monday. The company denied it.", []string{"Nordwind Corporation: Nordwind Corporation, The company"}},
		{"the country named last",
			"[l:Canada] voted on Sunday. The country is tired.", []string{"Canada: Canada, The country"}},
		{"a capital acts in one sentence and is a place in the next, whatever comes first",
			"[l:TEHRAN] — [l:Iran] met [l:Oman] on Monday. [l:Tehran] said the ships were late. It rained in [l:Tehran].",
			[]string{"Tehran: TEHRAN, Tehran", "Iran: Iran, Tehran"}},
		{"two capitals that act together",
			"[l:London] and [l:Paris] agreed on a tunnel. Rain fell in [l:London].",
			[]string{"United Kingdom: London", "France: Paris", "London: London"}},
		{"two capitals between which people travel",
			"Trains between [l:London] and [l:Paris] were late.", []string{"London: London", "Paris: Paris"}},
		{"two cities to which people travel",
			"Flights to [l:Madrid] and [l:Lisbon] began last week.", []string{"Madrid: Madrid", "Lisbon: Lisbon"}},
		{"a capital that is accused",
			"The bishop accused [l:Beijing] of haste.", []string{"China: Beijing"}},
		{"a capital on which something is put",
			"The bishop wants sanctions on [l:Moscow].", []string{"Russia: Moscow"}},
		{"a capital with a policy, and one with a mayor",
			"The bishop likes [l:Tokyo]'s policy. She met [l:Berlin]'s mayor.", []string{"Japan: Tokyo", "Berlin: Berlin"}},
		{"what a government is ready for",
			"[l:Berlin] is opposed to easing it. [l:Tokyo] is ready to pay.", []string{"Germany: Berlin", "Japan: Tokyo"}},
		{"what a city is and what befalls it",
			"[l:Moscow] is cold. [l:London] was hit by hail.", []string{"Moscow: Moscow", "London: London"}},
		{"an adjective of a country that a party is also called",
			"[d:Chinese] and [d:Australian] ships met in [l:China].", []string{"China: Chinese, China", "Australia: Australian"}},
		{"a country cut in two",
			"The [d:Czech] [l:Republic] won. [d:Czech] fans sang.", []string{"Czechia: Czech Republic, Czech"}},
		{"small words before a name",
			"[o:Nobody in the Gulf] smiled.", []string{"Gulf: Gulf"}},
		{"a sentence's stop isn't the name's",
			"He taught at the [o:Oldland College of Art.] She paid [o:Nordwind Inc.] twice.",
			[]string{"Oldland College of Art: Oldland College of Art.", "Nordwind Inc.: Nordwind Inc."}},
		{"a person's name in capitals with what makes him the younger", "[p:JOHN MILLER JR.] spoke.", []string{"John Miller Jr.: JOHN MILLER JR."}},
		{"a government isn't its department",
			"The [o:Oldland Government] met. The [o:Oldland Government Department of Wheat] voted.",
			[]string{"Oldland Government: Oldland Government"}},
		{"a person's name in capitals", "[p:JOHN MILLER] spoke.", []string{"John Miller: JOHN MILLER"}},
		{"a union and its mission",
			"The [o:African Union] met. The [o:African Union Mission] stayed.",
			[]string{"African Union: African Union", "African Union Mission: African Union Mission"}},
		{"a name without its first word",
			"The [o:International Wheat Control Board] met. The [o:Wheat Control Board] voted.",
			[]string{"International Wheat Control Board: International Wheat Control Board, Wheat Control Board"}},
		{"a council that every state has isn't the other one",
			"The [o:Supreme National Security Council] met. The [o:National Security Council] voted.",
			[]string{"Supreme National Security Council: Supreme National Security Council", "National Security Council: National Security Council"}},
		{"a chamber isn't its committee",
			"The [o:Senate Wheat Committee] met. The [o:Senate] voted.", []string{"Senate Wheat Committee: Senate Wheat Committee", "Senate: Senate"}},
		{"an acronym that is also a surname",
			"[o:Robots in Motion] paid. [p:RIM] denied it.", []string{"Robots in Motion: Robots in Motion, RIM"}},
		{"a region by its initials",
			"Rain fell in [l:New South Wales]. [l:NSW] was dry before.", []string{"New South Wales: New South Wales, NSW"}},
		{"a leader by his office",
			"Leader of the Oldland Revolution Ayatollah [p:Ali Example] spoke. The Leader left.", []string{"Ali Example: Ali Example, The Leader"}},
		{"a legislator by her letters", "Labour MP [p:Ann Sutton] spoke. The MP left.", []string{"Ann Sutton: Ann Sutton, The MP"}},
		{"a minister for something else",
			"Prime Minister [p:Robert Miller] spoke. The minister for sport left.", []string{"Robert Miller: Robert Miller"}},
		{"the president of another country",
			"President [p:Robert Miller] of [l:Canada] spoke. The president of [l:France] left.", []string{"Robert Miller: Robert Miller", "France: France"}},
		{"the next one is somebody else",
			"Pope [p:Robert Miller] spoke. Who will be the next Pope?", []string{"Robert Miller: Robert Miller"}},
		{"what somebody says of a student makes him none",
			"She met [p:Robert Miller], saying the student left. The student came back.", []string{"Robert Miller: Robert Miller"}},
		{"a company by what it does, right behind it",
			"The [o:Oldland Wheat Corporation] closed a mill. The flour milling company paid.", []string{"Oldland Wheat Corporation: Oldland Wheat Corporation, The flour milling company"}},
		{"somebody whom no list has is a company then",
			"[p:Qwxtas] closed a mill. The company paid.", []string{"Qwxtas: Qwxtas, The company"}},
		{"a paper that reports",
			"It rained, wrote the [o:Oldtown Times]. The newspaper reports that ice fell.", []string{"Oldtown Times: Oldtown Times, The newspaper"}},
		{"a surname that is a country's name too",
			"Senator [p:Mary Jordan] voted. “It rains,” [l:Jordan] said.", []string{"Mary Jordan: Mary Jordan, Jordan"}},
		{"a country of which the article tells",
			"Senator [p:Mary Jordan] went to the king in [l:Jordan]. [l:Jordan] said that rain fell.", []string{"Mary Jordan: Mary Jordan", "Jordan: Jordan, Jordan"}},
		{"a surname that no reader of names saw",
			"Senator [p:Mary Waters] voted. Waters said that it rained.", []string{"Mary Waters: Mary Waters, Waters"}},
		{"a word that is nobody's surname",
			"Senator [p:Mary Waters] voted. The Waters rose.", []string{"Mary Waters: Mary Waters"}},
		{"a committee is no company",
			"The [o:Oldland Wheat Committee] met. The company paid.", []string{"Oldland Wheat Committee: Oldland Wheat Committee"}},
		{"an office of something is no group",
			"The [o:Office of Oldland Wheat] met farmers. The group talked.", []string{"Office of Oldland Wheat: Office of Oldland Wheat"}},
		{"I and we are the statement's business",
			"[p:Robert Miller] spoke: “I am tired.”", []string{"Robert Miller: Robert Miller"}},
	} {
		got := clusters(read(t, tt.text, ""))
		for _, w := range tt.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no %q in\n\t%s", tt.why, w, strings.Join(got, "\n\t"))
			}
		}
	}
}

func TestWhatIsKnown(t *testing.T) {
	for _, tt := range []struct {
		why, text, date string
		want            document.Entity
	}{
		{"an adjective before the title", "[d:Russian] General of the Army [p:Igor Example] spoke.", "",
			document.Entity{Type: document.Person, Name: "Igor Example", Country: "RUS", Gender: document.Male}},
		{"an organisation after the name", "[p:Qix Example], the Vice Chairman of [l:China]’s [o:Central Military Commission], spoke.", "",
			document.Entity{Type: document.Person, Name: "Qix Example", Country: "CHN", Gender: document.Male}},
		{"an office holder in his time", "[p:Sergei Shoigu] spoke.", "2017-12-14",
			document.Entity{Type: document.Person, Name: "Sergei Shoigu", Country: "RUS", Wikidata: "Q32024", Gender: document.Male}},
		{"a namesake a lifetime earlier", "[p:Sergei Shoigu] spoke.", "1931-01-01",
			document.Entity{Type: document.Person, Name: "Sergei Shoigu", Gender: document.Male}},
		{"a namesake of a legislator, of whom nothing is said", "[p:Henry Waxman] spoke.", "2009-06-27",
			document.Entity{Type: document.Person, Name: "Henry Waxman", Gender: document.Male}},
		{"a legislator by the party in brackets", "[p:Henry Waxman] (D) spoke.", "2009-06-27",
			document.Entity{Type: document.Person, Name: "Henry Waxman", Country: "USA", Wikidata: "Q776941", Gender: document.Male}},
		{"a dateline's country isn't his", "[l:Moscow] - [p:Qix Example], a farmer, spoke.", "2017-12-14",
			document.Entity{Type: document.Person, Name: "Qix Example"}},
		{"a namesake of another country", "[d:Canadian] farmer [p:Sergei Shoigu] spoke.", "2017-12-14",
			document.Entity{Type: document.Person, Name: "Sergei Shoigu", Country: "CAN", Gender: document.Male}},
		{"a surname with the title of a head of state", "President [p:Biden] spoke.", "2023-05-01",
			document.Entity{Type: document.Person, Name: "Joe Biden", Country: "USA", Wikidata: "Q6279", Gender: document.Male}},
		{"what makes him the younger, behind a comma", "President [p:Joseph R. Biden, Jr.] spoke.", "2023-05-01",
			document.Entity{Type: document.Person, Name: "Joseph R. Biden, Jr.", Country: "USA", Wikidata: "Q6279", Gender: document.Male}},
		{"a form of address gives the gender", "Mrs. [p:Qwx] spoke.", "",
			document.Entity{Type: document.Person, Name: "Qwx", Gender: document.Female}},
		{"a body that the lexicon knows without its country", "The [o:U.S. Small Business Administration] paid.", "",
			document.Entity{Type: document.Organization, Name: "U.S. Small Business Administration", Country: "USA", Wikidata: "Q495354"}},
		{"a body that every state has belongs to nobody", "The [o:Senate] voted.", "",
			document.Entity{Type: document.Organization, Name: "Senate"}},
		{"a body with its owner before it", "[l:France]’s [o:Senate] voted.", "",
			document.Entity{Type: document.Organization, Name: "Senate", Country: "FRA"}},
		{"a country in the name", "The [o:Bank of Japan] paid.", "",
			document.Entity{Type: document.Organization, Name: "Bank of Japan", Country: "JPN"}},
		{"an alliance has no country", "[o:NATO] voted.", "",
			document.Entity{Type: document.Organization, Name: "NATO", Wikidata: "Q7184"}},
		{"a people of several countries", "[d:Kurdish] fighters left.", "",
			document.Entity{Type: document.Group, Name: "Kurdish"}},
		{"a region of that name, not the country", "Rain fell in [l:Alabama], [l:Georgia] and [l:Florida].", "",
			document.Entity{Type: document.Place, Name: "Georgia", Country: "USA"}},
		{"a party's letters in an article on something else", "The [o:GDP] grew.", "",
			document.Entity{Type: document.Organization, Name: "GDP"}},
		{"an armed group whose religion isn't a country", "[o:Al Qaeda] spoke.", "",
			document.Entity{Type: document.Organization, Name: "Al Qaeda"}},
		{"an own name before another's alias", "[o:Hamas] spoke.", "",
			document.Entity{Type: document.Organization, Name: "Hamas", Country: "PSE", Wikidata: "Q38799"}},
		{"a city in the name", "[o:Baghdad University] closed.", "",
			document.Entity{Type: document.Organization, Name: "Baghdad University", Country: "IRQ"}},
		{"the United Nations are an organisation and no people", "[x:UN] troops left.", "",
			document.Entity{Type: document.Organization, Name: "UN", Wikidata: "Q1065"}},
		{"a surname with the title of a head of state, on no day in particular", "President [p:Obama] spoke.", "",
			document.Entity{Type: document.Person, Name: "Barack Obama", Country: "USA", Wikidata: "Q76"}},
		{"a title before the name of a town", "President [l:Bush] spoke.", "2004-05-01",
			document.Entity{Type: document.Person, Name: "George W. Bush", Country: "USA", Wikidata: "Q207", Gender: document.Male}},
		{"an administration called after the man who leads it, not a town of his name", "The [l:Bush] administration paid.", "2004-05-01",
			document.Entity{Type: document.Person, Name: "George W. Bush", Country: "USA", Wikidata: "Q207", Gender: document.Male}},
		{"a leader whom news calls by one word", "They asked [p:Zelensky] to come.", "2023-05-01",
			document.Entity{Type: document.Person, Name: "Volodymyr Zelenskyy", Country: "UKR", Wikidata: "Q3874799"}},
		{"a woman of his name", "They asked Mrs [p:Putin] to come.", "2008-05-01", document.Entity{Type: document.Person, Name: "Putin", Country: "RUS", Gender: document.Female}},
		{"a government called after a woman whose country is told", "[d:Australian] Prime Minister [p:Ann Zyx] spoke. The [o:Zyx Government] paid.", "",
			document.Entity{Type: document.Organization, Name: "Zyx Government", Country: "AUS"}},
		{"a body of state among office holders of one state", "[d:Canadian] Foreign Minister [p:Ann Zyx] told the [o:Defence Ministry].", "",
			document.Entity{Type: document.Organization, Name: "Defence Ministry", Country: "CAN"}},
		{"a body of state among office holders of two", "[d:Canadian] Foreign Minister [p:Ann Zyx] met [d:Japanese] Foreign Minister [p:Qwx Vyz]. The [o:Defence Ministry] smiled.", "",
			document.Entity{Type: document.Organization, Name: "Defence Ministry"}},
		{"a body of state and one office holder, in an article on another country too", "[d:Canadian] Foreign Minister [p:Ann Zyx] likes [l:Japan]. The [o:Navy] left.", "",
			document.Entity{Type: document.Organization, Name: "Navy"}},
		{"a word that is said of places everywhere", "It is hot in the [l:Gulf].", "",
			document.Entity{Type: document.Place, Name: "Gulf"}},
		{"a town whose namesakes are as large", "Rain fell in [l:Orange].", "",
			document.Entity{Type: document.Place, Name: "Orange"}},
		{"a town in the country that the article is about", "Rain fell in [l:Orange] in [l:New South Wales].", "",
			document.Entity{Type: document.Place, Name: "Orange", Country: "AUS"}},
		{"a region before a small capital of its name", "[l:Australia] paid [l:Victoria].", "",
			document.Entity{Type: document.Place, Name: "Victoria", Country: "AUS"}},
		{"a city in a part of a state", "Rain fell in [l:Edinburgh].", "",
			document.Entity{Type: document.Place, Name: "Edinburgh", Country: "GBR"}},
		{"what and joins to a company isn't of its country", "[o:Samsung] and [p:Qwx] paid.", "",
			document.Entity{Type: document.Person, Name: "Qwx"}},
		{"a minister of the name of a legislator", "Finance Minister [p:Henry Waxman] spoke.", "2009-06-27",
			document.Entity{Type: document.Person, Name: "Henry Waxman", Gender: document.Male}},
		{"a work named after a place", "They signed the [l:Torres Strait Treaty].", "",
			document.Entity{Type: document.Other, Name: "Torres Strait Treaty"}},
		{"a region behind its city has its country", "Rain fell in [l:Atlanta], [l:Georgia].", "",
			document.Entity{Type: document.Place, Name: "Georgia", Country: "USA"}},
		{"a country behind its capital", "Rain fell in [l:Tbilisi], [l:Georgia].", "",
			document.Entity{Type: document.Country, Name: "Georgia", Country: "GEO", Wikidata: "Q230"}},
		{"a ship is no organisation", "The [o:MV Example Star] sank.", "",
			document.Entity{Type: document.Other, Name: "MV Example Star"}},
		{"a small town far from what the article is about", "Rain fell in [l:Dubbo].", "",
			document.Entity{Type: document.Place, Name: "Dubbo"}},
		{"a body that names a people of the same name as another", "The [o:Indian Wheat Office] paid.", "",
			document.Entity{Type: document.Organization, Name: "Indian Wheat Office"}},
		{"a common noun that is a country in its own language", "The [o:Wheat Island Forum] met.", "",
			document.Entity{Type: document.Organization, Name: "Wheat Island Forum"}},
		{"a university in a capital that few mean", "[o:Georgetown University] closed.", "",
			document.Entity{Type: document.Organization, Name: "Georgetown University", Country: "USA", Wikidata: "Q333886"}},
		{"a capital of a state that is gone", "[l:Kenya] paid [l:Salisbury].", "",
			document.Entity{Type: document.Place, Name: "Salisbury"}},
		{"a city that was a colony's name", "Rain fell in [l:Gold Coast].", "",
			document.Entity{Type: document.Place, Name: "Gold Coast", Country: "AUS"}},
		{"a queen of many states", "Queen [p:Elizabeth II] spoke.", "2005-05-01",
			document.Entity{Type: document.Person, Name: "Elizabeth II", Wikidata: "Q9682", Gender: document.Female}},
		{"two ministers with their own titles", "[d:Italian] Minister [p:Ann Zyx] and Minister [p:Qwx Vyz] met.", "",
			document.Entity{Type: document.Person, Name: "Qwx Vyz"}},
		{"an island has its country", "Rain fell in [l:Sumatra].", "",
			document.Entity{Type: document.Place, Name: "Sumatra", Country: "IDN"}},
		{"two letters are no town", "Rain fell in [l:WA].", "",
			document.Entity{Type: document.Place, Name: "WA"}},
		{"a city has its country", "Rain fell in [l:Lyon].", "",
			document.Entity{Type: document.Place, Name: "Lyon", Country: "FRA"}},
		{"a part of a country acts for the whole", "[l:Scotland] voted.", "",
			document.Entity{Type: document.Country, Name: "Scotland", Country: "GBR", Wikidata: "Q22"}},
	} {
		d := read(t, tt.text, tt.date)
		if !slices.Contains(d.Entities, tt.want) {
			t.Errorf("%s: no %+v in %+v", tt.why, tt.want, d.Entities)
		}
	}
}

// check tells what a document must obey after the stage, whatever went in.
func check(t *testing.T, d *document.Document) {
	t.Helper()
	next := 0
	for i, m := range d.Mentions {
		if m.Entity < 0 || m.Entity > next || m.Entity >= len(d.Entities) {
			t.Fatalf("mention %d has entity %d; the next new one is %d of %d", i, m.Entity, next, len(d.Entities))
		}
		if m.Entity == next {
			next++
		}
		if m.Start < 0 || m.End > len(d.Text) || m.First < 0 || m.Last > len(d.Tokens) || m.First >= m.Last || m.Empty() {
			t.Fatalf("mention %d is outside the text: %+v", i, m)
		}
		if i > 0 && m.Start < d.Mentions[i-1].Start {
			t.Fatalf("mention %d begins before the one before it", i)
		}
	}
	if next != len(d.Entities) {
		t.Fatalf("%d entities, %d of them mentioned", len(d.Entities), next)
	}
}

func TestTwiceTheSame(t *testing.T) {
	const text = "[l:Russia] and [l:China] met. [p:Ann Example], a [d:Russian] minister, spoke. She left the two countries."
	a, b := read(t, text, ""), read(t, text, "")
	check(t, a)
	if !slices.Equal(a.Entities, b.Entities) || !slices.Equal(a.Mentions, b.Mentions) {
		t.Errorf("two readings of one text differ:\n%v\n%v", clusters(a), clusters(b))
	}
}

func FuzzEntity(f *testing.F) {
	f.Add("Prime Minister Ann Example met Mr. Miller. The two countries said she left.", []byte{2, 2, 0, 6, 1, 3})
	f.Add("North Korea's NATO (NATO), the U.S. and Russia — both", []byte{0, 2, 1, 3, 1, 2})
	f.Add("President Ann Example of Oldland\n\nTHE PRESIDENT: Yes.\n\nMS. EXAMPLE: No.", []byte{0, 4, 0})
	f.Add("'s - . , ' the The (", []byte{0, 1, 0, 1, 1, 2, 2, 1, 3})
	tok, err := stages()
	if err != nil {
		f.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		f.Fatal(err)
	}
	s := New(lex)
	types := []document.EntityType{document.Person, document.Place, document.Organization, document.Other, document.Country, document.Group}
	f.Fuzz(func(t *testing.T, text string, marks []byte) {
		d := &document.Document{}
		d.Text = strings.ToValidUTF8(text, "?")
		d.Title = d.Text // a headline of the same words
		tok.Apply(d)
		// Mentions from the marks: tokens to skip, tokens of the name, type.
		at := 0
		for ; len(marks) >= 3; marks = marks[3:] {
			at += int(marks[0] % 16)
			end := at + 1 + int(marks[1]%5)
			if end > len(d.Tokens) {
				break
			}
			d.Mentions = append(d.Mentions, document.Mention{
				Span:  document.Span{Start: d.Tokens[at].Start, End: d.Tokens[end-1].End},
				First: at, Last: end, Kind: document.Name, Type: types[int(marks[2])%len(types)], Entity: -1,
			})
			at = end
		}
		s.Apply(d)
		check(t, d)
	})
}
