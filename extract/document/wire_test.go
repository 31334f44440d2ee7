package document

import (
	"bytes"
	"flag"
	"os"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is a document with every field of the wire format set somewhere.
func sample() *Document {
	text := "“Das Café ist zu,” said Ana Lindqvist of Norway’s ferry board. Oslo and Riga agreed to meet on 3 May 2021."
	at := func(s string) Span {
		i := bytes.Index([]byte(text), []byte(s))
		return Span{i, i + len(s)}
	}
	return &Document{
		Article: Article{ID: "a1", Title: "Ferries", Date: "2021-05-01", URL: "https://example.org/a1", Publisher: "The Example", Text: text},
		Tokens:  []Token{{at("Das"), "NN"}, {at("Café"), "NNP"}},
		Segments: []Segment{
			{Span: Span{0, at("board.").End}, First: 0, Last: 2},
			{Span: Span{at("Oslo").Start, len(text)}, First: 2, Last: 2},
		},
		Mentions: []Mention{
			{Span: at("Ana Lindqvist"), Kind: Name, Type: Person, Entity: 0},
			{Span: at("Norway"), Kind: Name, Type: Country, Entity: 1},
			{Span: at("Riga"), Kind: Name, Type: Place, Entity: -1},
		},
		Entities: []Entity{
			{Type: Person, Name: "Ana Lindqvist", Country: "NOR"},
			{Type: Country, Name: "Norway", Country: "NOR", Wikidata: "Q20"},
		},
		Statements: []Statement{{
			Type: Direct, Class: Say, Stance: Neutral, Content: []Span{at("“Das Café ist zu,”")}, Cue: at("said"),
			Speaker:    &Source{Entity: 0, Span: at("Ana Lindqvist"), Name: "Ana Lindqvist"},
			Joint:      []Source{{Entity: 1, Span: at("Norway"), Name: "Norway"}},
			OnBehalfOf: &Source{Entity: -1, Span: at("board"), Name: "board", Plural: true},
			About:      []int{1}, Rule: "quote.before-cue", Confidence: 0.9,
			Reports: []Statement{{
				Type: Indirect, Class: Say, Stance: Neutral, Content: []Span{at("Das Café ist zu")}, Cue: at("ist"),
				Speaker: &Source{Entity: 1, Span: at("Café"), Name: "Norway"}, Rule: "indirect.that", Confidence: 0.7,
			}},
		}},
		Relations: []Relation{{
			Layer: LayerEvent, Type: "consult", Subject: []Argument{{1, at("Oslo")}}, Object: []Argument{{1, at("Riga")}},
			Reciprocal: true, Modality: Future, ClaimedBy: -1, Location: -1,
			Date:    &Period{"2021-05-03", "2021-05-03", Day, at("3 May 2021")},
			Trigger: at("meet"), Evidence: Span{at("Oslo").Start, len(text)}, Rule: "verb", Confidence: 0.7,
		}},
	}
}

func TestEncode(t *testing.T) {
	var got bytes.Buffer
	for _, e := range []Encoder{{}, {Tokens: true, Text: true}} {
		enc := NewEncoder(&got)
		enc.Tokens, enc.Text = e.Tokens, e.Text
		if err := enc.Encode(sample()); err != nil {
			t.Fatal(err)
		}
	}
	const golden = "testdata/wire.golden"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the wire format has changed; see the difference with -update:\n%s", got.Bytes())
	}
}

// TestArcs: the tree goes to the wire, and into a treebank's columns.
func TestArcs(t *testing.T) {
	d := &Document{
		Article:  Article{ID: "a 1", Text: "Boats left\nRiga. Well."},
		Tokens:   []Token{{Span{0, 5}, "NNS"}, {Span{6, 10}, "VBD"}, {Span{11, 15}, "NNP"}, {Span{15, 16}, "."}, {Span{17, 21}, "UH"}, {Span{21, 22}, "."}},
		Segments: []Segment{{Span: Span{0, 16}, First: 0, Last: 4}, {Span: Span{17, 22}, First: 4, Last: 6}},
		Arcs: []Arc{
			{1, "nsubj", "NOUN"}, {-1, "root", "VERB"}, {1, "obj", "PROPN"}, {1, "punct", "PUNCT"},
			{-1, "root", "INTJ"}, {4, "punct", "PUNCT"},
		},
	}
	var wire, trees bytes.Buffer
	e := NewEncoder(&wire)
	e.Tokens = true
	if err := e.Encode(d); err != nil {
		t.Fatal(err)
	}
	if want := `{"span":[0,5],"pos":"NNS","head":1,"dep":"nsubj"},{"span":[6,10],"pos":"VBD","head":-1,"dep":"root"}`; !bytes.Contains(wire.Bytes(), []byte(want)) {
		t.Errorf("the wire has no %s:\n%s", want, wire.Bytes())
	}
	if err := NewCoNLLU(&trees).Encode(d); err != nil {
		t.Fatal(err)
	}
	const want = "# newdoc id = a 1\n" +
		"# sent_id = a 1-1\n# text = Boats left Riga.\n" +
		"1\tBoats\t_\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tleft\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
		"3\tRiga\t_\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No\n4\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n" +
		"# sent_id = a 1-2\n# text = Well.\n1\tWell\t_\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t_\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n"
	if trees.String() != want {
		t.Errorf("got\n%swant\n%s", trees.String(), want)
	}
	if err := NewCoNLLU(&trees).Encode(sample()); err == nil {
		t.Error("a document without syntax was written as if it had trees")
	}
}

func TestKey(t *testing.T) {
	a, b := Article{Text: "one"}, Article{Text: "two"}
	if a.Key() == b.Key() || len(a.Key()) != 16 || a.Key() != (&Article{Text: "one"}).Key() {
		t.Errorf("keys %q and %q: want sixteen digits made from the text alone", a.Key(), b.Key())
	}
	if k := (&Article{ID: "x", Text: "one"}).Key(); k != "x" {
		t.Errorf("key %q, want the one that was given", k)
	}
}

func FuzzCodePoints(f *testing.F) {
	f.Add("“Café”", 3)
	f.Add("plain", 2)
	f.Add("\xff\xfe", 1)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if at < 0 || at > len(text) || !utf8.ValidString(text) || at < len(text) && !utf8.RuneStart(text[at]) {
			return // an offset on a code point's first byte in valid text is what the caller promises
		}
		if got, want := NewCodePoints(text).At(at), utf8.RuneCountInString(text[:at]); got != want {
			t.Errorf("%d code points before byte %d of %q, want %d", got, at, text, want)
		}
	})
}
