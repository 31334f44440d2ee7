package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func testLexicon(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestOf(t *testing.T) {
	l := testLexicon(t)
	for _, tt := range []struct {
		phrase, why string
		is, isNot   Kind
	}{
		{"Russia", "a country by its usual name", Country, Surname},
		{"United States", "a country of two words", Country, 0},
		{"U.S.", "a country by its abbreviation", Country | Adjective, 0},
		{"Russian", "an adjective", Adjective, Country},
		{"Russians", "a people", People, Adjective},
		{"NORTH KOREA", "a heading in capitals", Country, 0},
		{"BANK OF ENGLAND", "a heading in capitals with a small word", Organization, 0},
		{"Kremlin", "a seat of government", Metonym, Country},
		{"Beijing", "a capital that stands for its government", Metonym | Capital, Given},
		{"Jordan", "a country and a name", Country | Given | Surname, 0},
		{"Sergei Shoigu", "an office holder", Leader, Short},
		{"Shoigu", "an office holder whose surname is enough", Leader | Short, 0},
		{"Medellín", "a city with its accent", City, 0},
		{"Medellin", "a city without its accent", City, 0},
		{"World Health Organization", "an organisation", Organization, Person},
		{"NATO", "an organisation by its acronym", Acronym, Place},
		{"South China Sea", "a sea", Feature, Country},
		{"General of the Army", "a title of several words", Title, Given},
		{"Elizabeth", "a woman's name", Given | Female, Male},
		{"Carl", "a man's name", Given | Male, Female},
		{"The", "a closed-class word is no name, whatever a list says", 0, Given | Surname | Place},
		{"Monday", "a day is no name", 0, Given | Surname | Place},
		{"United", "the beginning of something longer", Prefix, Country},
		{"Xi’an", "the curly apostrophe is the straight one", City, 0},
		{"United\n States", "a line break is a space", Country, 0},
		{"", "nothing", 0, ^Kind(0)},
	} {
		got := l.Of(tt.phrase)
		if got&tt.is != tt.is || got&tt.isNot != 0 {
			t.Errorf("Of(%q) = %b, want all of %b and none of %b: %s", tt.phrase, got, tt.is, tt.isNot, tt.why)
		}
	}
}

func TestHeads(t *testing.T) {
	l := testLexicon(t)
	for _, tt := range []struct{ country, name string }{
		{"USA", "Joe Biden"}, {"USA", "Kamala Harris"}, {"AUS", "Julia Gillard"}, {"FRA", "Emmanuel Macron"},
	} {
		found := false
		for s := range l.Heads(tt.country) {
			found = found || s.Name == tt.name
		}
		if !found {
			t.Errorf("%s is not among the heads of %s", tt.name, tt.country)
		}
	}
	for s := range l.Heads("USA") {
		if s.Name == "Sergei Shoigu" {
			t.Errorf("%s is among the heads of USA", s.Name)
		}
	}
}

func TestSensesOrder(t *testing.T) {
	l := testLexicon(t)
	for _, tt := range []struct {
		phrase, name, country string
		kind                  Kind
		why                   string
	}{
		{"Georgia", "Georgia", "GEO", Country, "a country before a state"},
		{"Moscow", "Moscow", "RUS", Metonym, "today's country before a dissolved one"},
		{"Russian", "Russian", "RUS", Adjective, "today's country before the empire"},
		{"American", "American", "USA", Adjective, "a state before its territories"},
		{"NATO", "North Atlantic Treaty Organization", "", Acronym, "an alliance has no country though its office has"},
		{"Paris", "Paris", "FRA", Metonym, "the capital before small namesakes"},
		{"Sergey Shoigu", "Sergei Shoigu", "RUS", Leader, "another spelling leads to the usual one"},
		{"Emmanuel Macron", "Emmanuel Macron", "FRA", Leader, "most of his offices are of France, one is of Andorra"},
		{"Soviet Union", "Soviet Union", "SUN", Country, "a dissolved state keeps its code"},
		{"UN", "United Nations", "UNO", Organization, "a body of states is an organisation with a code"},
	} {
		var first Sense
		for s := range l.Senses(tt.phrase) {
			first = s
			break
		}
		if first.Name != tt.name || first.Country != tt.country || !first.Kind.Has(tt.kind) {
			t.Errorf("first sense of %q = %+v, want %s %s: %s", tt.phrase, first, tt.name, tt.country, tt.why)
		}
	}
}

func TestOffices(t *testing.T) {
	l := testLexicon(t)
	for s := range l.Senses("Sergei Shoigu") {
		offices := slices.Collect(s.Offices())
		if !slices.ContainsFunc(offices, func(o Office) bool {
			return o.Kind == "defence_minister" && o.Start == "2012-11-06" && o.Country == "RUS"
		}) {
			t.Errorf("offices of %s = %+v, want defence minister from 2012-11-06", s.Name, offices)
		}
		if !slices.IsSortedFunc(offices, func(a, b Office) int { return strings.Compare(a.Start, b.Start) }) {
			t.Errorf("offices of %s are out of order: %+v", s.Name, offices)
		}
		for _, in := range []struct {
			day  string
			want bool
			why  string
		}{
			{"2017-12-14", true, "in office"},
			{"1960-01-01", false, "long before"},
			{"", true, "an unknown day rules nothing out"},
		} {
			if got := s.InOffice(in.day, 2); got != in.want {
				t.Errorf("InOffice(%q) = %v: %s", in.day, got, in.why)
			}
		}
	}
}

// tokens of a text cut at spaces, with commas and possessives apart.
func tokens(text string) (spans [][2]int) {
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == ' ' || text[i] == ',' || text[i] == '\'' {
			if i > start {
				spans = append(spans, [2]int{start, i})
			}
			start = i
			if i < len(text) && text[i] == ',' {
				spans = append(spans, [2]int{i, i + 1})
			}
			if i < len(text) && text[i] != '\'' {
				start++
			}
		}
	}
	return spans
}

func TestLongest(t *testing.T) {
	l := testLexicon(t)
	for _, tt := range []struct {
		text string
		at   int
		want string
		kind Kind
		why  string
	}{
		{"North Korea's army", 0, "North Korea", Country, "stops before the possessive"},
		{"King's College London said", 0, "King's College London", Organization, "goes on over a possessive inside a name"},
		{"in Washington, D.C. today", 1, "Washington, D.C.", Capital, "goes on over a comma inside a name"},
		{"Washington, he said", 0, "Washington", Metonym, "falls back when the longer name fails"},
		{"SOUTH CHINA SEA DISPUTE", 0, "SOUTH CHINA SEA", Feature, "reads a heading"},
		{"and so on", 0, "", 0, "finds nothing"},
	} {
		spans := tokens(tt.text)
		n, kind := l.Longest(len(spans), tt.at, func(i int) (int, int) { return spans[i][0], spans[i][1] }, tt.text)
		got := ""
		if n > 0 {
			got = tt.text[spans[tt.at][0]:spans[tt.at+n-1][1]]
		}
		if got != tt.want || kind&tt.kind != tt.kind {
			t.Errorf("Longest(%q, %d) = %q %b, want %q with %b: %s", tt.text, tt.at, got, kind, tt.want, tt.kind, tt.why)
		}
	}
}

func TestWord(t *testing.T) {
	l := testLexicon(t)
	for _, tt := range []struct {
		form string
		want Word
		why  string
	}{
		{"said", Word{Class: Reporting, Lemma: "say", Report: Say, Form: Past | Participle}, "irregular"},
		{"Urged", Word{Class: Reporting, Lemma: "urge", Report: Ask, Form: Past | Participle}, "regular, at the start of a sentence"},
		{"denies", Word{Class: Reporting, Lemma: "deny", Report: Say, Stance: Doubting, Form: Third}, "y becomes ies"},
		{"admitting", Word{Class: Reporting, Lemma: "admit", Report: Say, Stance: Factive, Form: Gerund}, "doubled consonant"},
		{"spokeswomen", Word{Class: Role, Lemma: "spokeswoman", Gender: Feminine, Plural: true, Detail: "spokes"}, "irregular plural with gender"},
		{"daughter", Word{Class: Family, Lemma: "daughter", Gender: Feminine, Detail: "child"}, "relative"},
		{"troops", Word{Class: Agent, Lemma: "troops", Plural: true, Sector: "MIL"}, "plural by itself"},
		{"herself", Word{Class: PronounWord, Lemma: "herself", Gender: Feminine, Person: 3, Case: Reflexive}, "pronoun"},
		{"Mrs.", Word{Class: Honorific, Lemma: "Mrs.", Gender: Feminine}, "form of address"},
		{"Co-chairmen", Word{Class: Role, Lemma: "chairman", Gender: Masculine, Plural: true, Detail: "head"}, "a prefix changes nobody's kind"},
		{"e-table", Word{}, "nor makes one"},
		{"table", Word{}, "a word of no class"},
	} {
		got := *l.Word(tt.form)
		got.Rate = 0
		if got != tt.want {
			t.Errorf("Word(%q) = %+v, want %+v: %s", tt.form, got, tt.want, tt.why)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	l := testLexicon(t)
	spans := tokens("North Korea's army")
	if n := testing.AllocsPerRun(100, func() {
		l.Longest(len(spans), 0, func(i int) (int, int) { return spans[i][0], spans[i][1] }, "North Korea's army")
		l.Word("Ministers")
		for s := range l.Senses("Moscow") {
			_ = s.Population()
		}
	}); n > 0 {
		t.Errorf("a look-up allocates %v times", n)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(packFiles); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLongest(b *testing.B) {
	l := testLexicon(b)
	const text = "the Foreign Minister of North Korea met officials of the World Health Organization in Geneva on Monday, and Sergei Shoigu spoke"
	spans := tokens(text)
	for b.Loop() {
		for i := range spans {
			l.Longest(len(spans), i, func(i int) (int, int) { return spans[i][0], spans[i][1] }, text)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(spans)), "ns/word")
}

func TestNamed(t *testing.T) {
	for _, c := range []struct{ phrase, want, why string }{
		{"new york", "New York", "words have capitals"},
		{"guinea-bissau", "Guinea-Bissau", "and what a hyphen parts"},
		{"isle of man", "Isle of Man", "small words have none"},
		{"the hague", "the Hague", "nor has the article"},
		{"österreich", "österreich", "letters beyond ASCII stay"},
		{"", "", "nothing stays nothing"},
	} {
		if got := Named(c.phrase); got != c.want {
			t.Errorf("Named(%q) = %q, want %q: %s", c.phrase, got, c.want, c.why)
		}
		k := NewKey
		for i, w := range strings.Split(c.phrase, " ") {
			if i > 0 {
				k = k.Add(" ")
			}
			k = k.AddName(w)
		}
		if k != KeyOf(c.want) {
			t.Errorf("AddName(%q) is not the key of %q", c.phrase, c.want)
		}
	}
}
