package syntax

import (
	"testing"

	"dossier/extract/document"
	"dossier/extract/token"
)

func TestDateline(t *testing.T) {
	tokens, err := token.New()
	if err != nil {
		t.Fatal(err)
	}
	stage, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want, why string }{
		{"HALVORSEN BAY (Coast Wire) — The bridge will close, the port announced.", "The", "place and agency stand before it"},
		{"OLDTOWN, Dec. 1 – The bridge will close in May.", "The", "and the day"},
		{"TEHRAN - Boats came in early this year.", "Boats", "a hyphen between spaces is a dash"},
		{"The bridge — the old one — will close.", "The", "no place has capitals"},
		{"MPs and mayors — all of them — came.", "MPs", "nor has this"},
		{"OPEC-led talks went on in May.", "OPEC", "a hyphen inside a word is none"},
		{"HALVORSEN BAY won — again.", "HALVORSEN", "a verb stands before the dash"},
		{"HALVORSEN BAY — closed.", "HALVORSEN", "nothing comes after it"},
	} {
		d := &document.Document{Article: document.Article{Text: c.text}}
		tokens.Apply(d)
		body := pastDateline(d, d.Segments[0])
		if got := d.Slice(d.Tokens[body].Span); got != c.want {
			t.Errorf("%q: begins with %q, want %q: %s", c.text, got, c.want, c.why)
		}
		stage.Apply(d)
		heads := []int32{0}
		for i, a := range d.Arcs[:d.Segments[0].Last] {
			heads = append(heads, int32(a.Head+1))
			if i >= body && a.Head >= 0 && a.Head < body {
				t.Errorf("%q: token %d hangs on the dateline", c.text, i)
			}
		}
		if wrong := isTree(heads); wrong != "" {
			t.Errorf("%q: %s", c.text, wrong)
		}
	}
}
