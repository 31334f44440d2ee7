package statement

import (
	"strings"
	"testing"

	"dossier/extract/document"
	"dossier/extract/statement/chain"
)

// TestNoOtherWord shows that the model can hold no words but those of closed
// classes and of reporting: to the chain, which is all that it learns from, any
// other word is as good as any other of its kind. The texts that it was learned
// from allow no more.
func TestNoOtherWord(t *testing.T) {
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	sight := func(words []string, tags []string) []chain.Unit {
		d := &document.Document{Article: document.Article{Text: strings.Join(words, " ")}}
		s.token.Apply(d)
		if len(d.Tokens) != len(words) {
			t.Fatalf("%q has %d tokens", d.Text, len(d.Tokens))
		}
		for i, tag := range tags {
			d.Tokens[i].Tag = tag
		}
		var units []chain.Unit
		s.rules.Watch(d, func(x *chain.Sentence, _ []document.Span) { units = append(units, x.Units...) })
		return units
	}
	sentence := strings.Fields("The mayor said that the bridge was safe on Friday in an interview .")
	tags := strings.Fields("DT NN VBD IN DT NN VBD JJ IN NNP IN DT NN .")
	want := sight(sentence, tags)
	for _, c := range []struct {
		at    int
		tag   string
		words string
		same  bool
	}{
		{1, "NN", "plumber zeppelin quorum terrorism president", true},
		{5, "NN", "tax border deal zither", true},
		{7, "JJ", "corrupt purple", true},
		{9, "NNP", "Monday Wednesday", true},
		{12, "NN", "speech rally letter", true}, // occasions: the kind is known, not the word
		{2, "VBD", "told argued", false},        // words of reporting
		{0, "DT", "a this", false},              // words of closed classes
	} {
		for w := range strings.FieldsSeq(c.words) {
			words, other := append([]string(nil), sentence...), append([]string(nil), tags...)
			words[c.at], other[c.at] = w, c.tag
			got := sight(words, other)
			if len(got) != len(want) {
				t.Fatalf("%q instead of %q: %d units, want %d", w, sentence[c.at], len(got), len(want))
			}
			if same := got[c.at] == want[c.at]; same != c.same {
				t.Errorf("%q and %q look the same to the chain: %v, want %v", w, sentence[c.at], same, c.same)
			}
		}
	}
	// What the chain tells apart beyond that would have to be in one of two lists.
	for w := range s.rules.terms.words {
		if strings.Contains(w, " ") {
			t.Errorf("%q is no word", w)
		}
	}
	if n := len(s.rules.terms.words); n > 250 {
		t.Errorf("%d words of closed classes: are they all closed?", n)
	}
}

// TestModelNotice reads who the model owes something to.
func TestModelNotice(t *testing.T) {
	m, err := chain.Decode(modelFile)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(m.Notice(), "PolNeAR") || !strings.Contains(m.Notice(), "no other word") {
		t.Errorf("the notice is %q", m.Notice())
	}
	const largest = 6 << 20
	if len(modelFile) > largest {
		t.Errorf("the model is %d bytes, more than %d", len(modelFile), largest)
	}
}
