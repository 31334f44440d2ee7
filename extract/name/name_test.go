package name

import (
	"fmt"
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/token"
)

// testReader is the stage with the one before it.
type testReader struct {
	tokens *token.Stage
	names  *Stage
}

var testStages = func() testReader {
	tokens, err := token.New()
	if err != nil {
		panic(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		panic(err)
	}
	names, err := New(lex)
	if err != nil {
		panic(err)
	}
	return testReader{tokens, names}
}()

func (r testReader) read(text string) *document.Document {
	d := &document.Document{Article: document.Article{Text: text}}
	r.tokens.Apply(d)
	r.names.Apply(d)
	return d
}

func names(d *document.Document) string {
	var out []string
	for _, m := range d.Mentions {
		kind := string(m.Type)
		if m.Kind == document.Demonym {
			kind += " demonym"
		}
		out = append(out, fmt.Sprintf("%s (%s)", d.Slice(m.Span), kind))
	}
	return strings.Join(out, ", ")
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"Foreign Minister Ada Okafor flew to Beijing on Monday.", "Ada Okafor (person), Beijing (place)", "a title stands outside the name, a weekday is none"},
		{"Ms. Okafor's aides met officials of the European Commission.", "Okafor (person), European Commission (organization)", "form of address, clitic and article stand outside"},
		{"Russian and Chinese warships sailed past Japan.", "Russian (country demonym), Chinese (country demonym), Japan (country)", "demonyms act for their country"},
		{"Norway objects to British and European Union rules.", "Norway (country), British (country demonym), European Union (organization)", "an adjective before and is no part of the body behind it"},
		{"The Russians left before the Kurds did.", "Russians (group demonym), Kurds (group demonym)", "peoples are groups"},
		{"ACCRA – Kwame Mensah said the talks had failed.", "ACCRA (place), Kwame Mensah (person)", "a dateline ends before its dash"},
		{"BEIJING, Dec. 14 (Reuters) — Trade grew, officials said.", "BEIJING (place), Reuters (organization)", "the agency of a dateline is an organisation, the month no name"},
		{"The envoy met Park Min-jun in Seoul, and U.S.-led forces left.", "Park Min-jun (person), Seoul (place), U.S. (country)", "a hyphen holds a given name together and parts a compound"},
		{"Rep. Dana Whitfield (D-Ohio) voted no.", "Dana Whitfield (person), Ohio (place)", "the party before a state is no part of its name"},
		{"They flew to Honduras and Nicaragua by way of Trinidad and Tobago.", "Honduras (country), Nicaragua (country), Trinidad and Tobago (country)", "an and joins two names unless it is part of one"},
		{"Gen Okafor and Pol Lt Col Dana Whitfield came.", "Okafor (person), Dana Whitfield (person)", "nor is a rank part of a name, with or without a stop"},
		{"Russian General of the Army Sergei Shoigu spoke.", "Russian (country demonym), Sergei Shoigu (person)", "a title of several words stands outside too"},
		{"The Office of Bridges and Budget opened after the Battle of Kursk.", "Office of Bridges and Budget (organization), Battle of Kursk (event)", "the head of a name stands before its preposition"},
		{"Moon Jae-in met Prime Minister's Office spokesman Kofi Mensah.", "Moon Jae-in (person), Prime Minister's Office (organization), Kofi Mensah (person)", "a phrase of the lexicon is not cut short"},
		{"The US-China talks resumed.", "US (country), China (country)", "a hyphen joins two countries"},
		{"He lives in St. Petersburg.", "St. Petersburg (place)", "a saint's town keeps its saint"},
		{"They signed the Paris Agreement after the Gulf War.", "Paris Agreement (work), Gulf War (event)", "the noun at the end tells what a thing is"},
		{"Nothing here was written about anybody in particular, he said in May.", "", "lower-case words and months are no names"},
		{"Rep. Dana Whitfield (IN-02) met Rep. Al Brant (D-NC-12) and Sen. Paul Osei (R-PA).", "Dana Whitfield (person), Al Brant (person), Paul Osei (person)", "what seat a member holds is no name"},
		{"He met his counterpart Shah Mahmood Qadri.", "Shah Mahmood Qadri (person)", "a ruler's title is a given name after another post"},
		{"Rep Whitfield met Gov Brant.", "Whitfield (person), Brant (person)", "a title without its stop is no given name"},
		{"Rep. Don Alder met Congressman German Weaver of Ohio.", "Don Alder (person), German Weaver (person), Ohio (place)", "what stands between a member's title and his surname is his given name"},
		{"The Ministry of Canals, Fisheries and Trade wrote to the Committee on Water and Social Affairs.", "Ministry of Canals, Fisheries and Trade (organization), Committee on Water and Social Affairs (organization)", "the list of what a body deals with is part of its name"},
		{"The Ministry of Health and Ghana signed.", "Ministry of Health (organization), Ghana (country)", "a name ends the list"},
		{"They went from Oakland, CA, to Atlanta, GA, by train.", "Oakland (place), CA (place), Atlanta (place), GA (place)", "two letters after a town are its state"},
		{"He called U.S. Senate Majority Leader Kofi Mensah.", "U.S. (country), Kofi Mensah (person)", "what ends in a post is no name, the country before it is"},
		{"Peter Black AC and Karl Tamm III live in San Diego California.", "Peter Black (person), Karl Tamm III (person), San Diego (place), California (place)", "an order is no part of a name, a number is; a region is no part of its town"},
		{"Money came from the Global Fund to Fight Floods, Fires and Frost.", "Global Fund to Fight Floods, Fires and Frost (organization)", "what a body is there to do is part of its name"},
		{"They live in Chiang Mai Thailand.", "Chiang Mai (place), Thailand (country)", "a country right after its town is another name"},
		{"“The people trust Ada Okafor,” IRNA reported.", "Ada Okafor (person), IRNA (organization)", "a name does not reach over the end of a quotation"},
		{"Turkish Minister of Health Fahrettin Koca left.", "Turkish (country demonym), Fahrettin Koca (person)", "two words after a post are a person"},
		{"Send it to \"Okafor, Ada\" in \"Paris, Texas\" today.", "Okafor, Ada (person), Paris (place), Texas (place)", "a family name may stand first, before a comma"},
		{"It cost QR568,375 or N7.2 billion.", "", "a sum is no name, whatever its currency"},
		{"See https://example.org/About/Us or write to Info@Example.org.", "", "addresses are no names"},
	} {
		if got := names(testStages.read(c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s: %s", c.text, got, c.want, c.why)
		}
	}
}

// TestElsewhere shows the second pass: a name alone is read as it is elsewhere
// in the document.
func TestElsewhere(t *testing.T) {
	d := testStages.read("Congressman Bill Jordan spoke first. Jordan said the vote would wait. \"Not now,\" Jordan added.")
	if got, want := names(d), "Bill Jordan (person), Jordan (person), Jordan (person)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLexiconNumbers holds the numbers of the kinds and classes of the lexicon
// that the model was learned with: features are made of them, so that one that
// is put in between, or taken out, calls for a new model.
func TestLexiconNumbers(t *testing.T) {
	kinds := []lexicon.Kind{
		lexicon.Country, lexicon.Adjective, lexicon.People, lexicon.Metonym, lexicon.WeakMetonym,
		lexicon.Capital, lexicon.City, lexicon.Town, lexicon.Region, lexicon.Feature,
		lexicon.Organization, lexicon.Acronym, lexicon.Leader, lexicon.Politician, lexicon.Short,
		lexicon.Title, lexicon.Given, lexicon.Female, lexicon.Male, lexicon.Surname,
	}
	for i, k := range kinds {
		if k != 1<<i {
			t.Errorf("kind %d of the lexicon is now %d: train the model again", i, k)
		}
	}
	classes := []lexicon.Class{
		lexicon.Reporting, lexicon.Utterance, lexicon.Role, lexicon.Family, lexicon.Honorific, lexicon.OrgHead,
		lexicon.NameHead, lexicon.Agent, lexicon.Human, lexicon.State, lexicon.PronounWord, lexicon.Calendar, lexicon.Function,
	}
	for i, c := range classes {
		if c != 1<<i {
			t.Errorf("class %d of the lexicon is now %d: train the model again", i, c)
		}
	}
}

func TestDeterministic(t *testing.T) {
	text := "Ada Okafor of the Lagos Business School met Sen. Hale in Washington, D.C. Okafor and Hale then flew to Abuja. "
	want := names(testStages.read(text + text))
	for range 4 {
		testStages.read(strings.ToUpper(text)) // leaves other words in the scratch
		if got := names(testStages.read(text + text)); got != want {
			t.Fatalf("got %s, then %s", want, got)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{
		"", "A", "a B-c D", "(R-Ohio)", "Mr. Mr. Mr.", "U.S.-led U.S.-U.S.", "THE THE THE\n\nTHE", "\xff\xfeAb", "Straße ǅ İ ŉ",
		"Ada of of of the Bo", "The President of the United States", "12 A 12 a-b C-d 3", "“A” ‘B’ 'C'", "A\u2028B\u00a0C", strings.Repeat("Aa ", 300),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := testStages.read(text)
		last := 0
		for _, m := range d.Mentions {
			if m.First < last || m.Last <= m.First || m.Last > len(d.Tokens) {
				t.Fatalf("mention %+v after token %d in %q", m, last, text)
			}
			if m.Start != d.Tokens[m.First].Start || m.End != d.Tokens[m.Last-1].End {
				t.Fatalf("mention %+v is not its tokens in %q", m, text)
			}
			if !inOneSentence(d, m) {
				t.Fatalf("mention %+v crosses a sentence of %q", m, text)
			}
			if m.Type == "" || m.Kind == "" || m.Entity != -1 {
				t.Fatalf("mention %+v is unfinished", m)
			}
			last = m.Last
		}
	})
}

func inOneSentence(d *document.Document, m document.Mention) bool {
	for _, s := range d.Sentences {
		if s.First <= m.First && m.Last <= s.Last {
			return true
		}
	}
	return false
}
