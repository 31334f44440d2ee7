package statement

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// TestInside reads what statements report of others.
func TestInside(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string // who reports, who is reported, and what
	}{
		{"indirect in indirect", "Okoro said that Lionel Brandt had said the bridge was safe.",
			[]string{"Okoro < Lionel Brandt: the bridge was safe (indirect)"}},
		{"indirect in direct", "“Brandt told me that the bridge would be closed in June,” Okoro said.",
			[]string{"Okoro < Brandt: that the bridge would be closed in June (indirect)"}},
		{"in a later sentence of a quotation", "“It opened in June. Brandt announced that it would never close,” Okoro said.",
			[]string{"Okoro < Brandt: that it would never close (indirect)"}},
		{"direct in direct", "“The captain said, ‘We will never pay for that bridge,’ and he left,” Okoro said.",
			[]string{"Okoro < The captain: ‘We will never pay for that bridge,’ (direct)"}},
		{"direct in what a paper has, which is his own", "“The bridge is safe,” Lionel Brandt said, according to the Harbour Post.", nil},
		{"a third is kept in the words of the second", "Okoro said that Brandt had said that Weaver had said the bridge was safe.",
			[]string{"Okoro < Brandt: that Weaver had said the bridge was safe (indirect)"}},
		{"the whole subject, and not the place in what describes it", "As the agency reported on Saturday, the mayor who arrived in Oldland on Saturday said that a committee had been formed.",
			[]string{"the agency < the mayor who arrived in Oldland: that a committee had been formed (indirect)"}},
		{"what the speaker said himself", "“I said that it would fall,” Okoro said. Okoro said that Okoro had said the bridge was safe.", nil},
		{"what the listeners said", "“You said that it would fall,” Okoro said.", nil},
		{"an unknown one", "Okoro said that she had said the bridge was safe.", nil},
		{"another verb of the same speaker", "Okoro said that Oldland is strong and called for a vote.", nil},
		{"a thing that says nothing", "Okoro said the cracks say that the bridge is old.", nil},
		{"what was denied", "Okoro denied that Brandt had said the bridge was safe.", nil},
		{"what may be said", "“They should say that the bridge is safe,” Okoro said.", nil},
		{"an agency that passes it on is the outer one", "The bridge is safe, Lionel Brandt said, the Harbour Agency reported.", nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			var got []string
			for i := range d.Statements {
				st := &d.Statements[i]
				checkInside(t, st)
				for _, in := range st.Reports {
					var parts []string
					for _, p := range in.Content {
						parts = append(parts, d.Slice(p))
					}
					got = append(got, fmt.Sprintf("%s < %s: %s (%s)", d.Slice(st.Speaker.Span), d.Slice(in.Speaker.Span), strings.Join(parts, " | "), in.Type))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// checkInside tells what must hold of all that a statement reports.
func checkInside(t *testing.T, st *document.Statement) {
	t.Helper()
	for _, in := range st.Reports {
		if in.Confidence > st.Confidence || in.Confidence < document.Sure {
			t.Errorf("confidence %g in a statement of %g", in.Confidence, st.Confidence)
		}
		if in.Speaker == nil || in.Type == "" || len(in.Content) == 0 || len(in.Reports) > 0 {
			t.Errorf("incomplete: %+v", in)
		}
		for _, p := range append([]document.Span{in.Cue}, in.Content...) {
			if !within(p, st.Content) {
				t.Errorf("%v lies outside of %v", p, st.Content)
			}
		}
	}
}

func within(p document.Span, content []document.Span) bool {
	for _, c := range content {
		if c.Contains(p) {
			return true
		}
	}
	return false
}

// FuzzInside reads a sentence of any words that somebody is said to have said.
func FuzzInside(f *testing.F) {
	for _, s := range []string{
		"the bridge is safe",
		"“the bridge is safe",
		"‘It is,’ Weaver said",
		"that, Weaver told us: “",
		"Weaver said. Brandt said. ’",
		"‘It i]b?b A00000 said", // what the rules add to one report reaches into another
		"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		for _, text := range []string{"Okoro said that Brandt had said that " + s + ".", "“Brandt said, ‘" + s + "’ to me,” Okoro said. “" + s + "”"} {
			d := read(t, text)
			check(t, d)
			for i := range d.Statements {
				checkInside(t, &d.Statements[i])
			}
		}
	})
}
