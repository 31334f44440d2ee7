package document

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

// annotation is what brat takes for a line.
var annotation = regexp.MustCompile(`^(T\d+\t[a-z_]+ \d+ \d+(;\d+ \d+)*\t[^\t]+|E\d+\t[a-z_]+:T\d+( [a-z_]+\d*:[TE]\d+)*|A\d+\t[a-z]+ [TE]\d+( \S+)?|N\d+\tReference T\d+ Wikidata:Q\d+\t[^\t]*|\*\tEquiv T\d+( T\d+)+)$`)

func TestBrat(t *testing.T) {
	var out bytes.Buffer
	if err := NewBrat(&out).Encode(sample()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if lines[0] != "# newdoc id = a1" {
		t.Errorf("begins with %q", lines[0])
	}
	for _, l := range lines[1:] {
		if !annotation.MatchString(l) {
			t.Errorf("not an annotation: %q", l)
		}
	}
	for _, want := range []string{
		"T1\tperson 24 37\tAna Lindqvist\n", "N1\tReference T2 Wikidata:Q20\tNorway\n", "\tcontent 0 18\t“Das Café ist zu,”\n",
		"E2\tsay:T3 content:T4 speaker:T1 speaker2:T2 on_behalf_of:T5 reports:E1\n", "\tmodality E3 future\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// TestBratLines: no annotation holds a line break.
func TestBratLines(t *testing.T) {
	d := &Document{
		Article:    Article{ID: "b", Text: "“One\r\n\nTwo,” he\tsaid."},
		Statements: []Statement{{Type: Direct, Class: Say, Stance: Neutral, Content: []Span{{0, 16}}}},
	}
	var out bytes.Buffer
	if err := NewBrat(&out).Encode(d); err != nil {
		t.Fatal(err)
	}
	if want := "\tcontent 0 4;7 12\t“One Two,”\n"; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in\n%s", want, out.String())
	}
}
