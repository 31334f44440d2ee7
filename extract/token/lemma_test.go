package token

import "testing"

func TestLemma(t *testing.T) {
	for _, c := range []struct{ word, tag, want string }{
		{"said", "VBD", "say"}, {"Leaves", "VBZ", "leave"}, {"women", "NNS", "woman"}, {"stopping", "VBG", "stop"}, {"making", "VBG", "make"},
		{"was", "VBD", "be"}, {"n't", "RB", "not"}, {"n’t", "RB", "not"}, {"children", "NNS", "child"}, {"ministries", "NNS", "ministry"},
		{"Paris", "NNP", "Paris"}, {"better", "JJR", "good"}, {"largest", "JJS", "large"}, {"vowed", "VBN", "vow"}, {"denied", "VBD", "deny"},
		{"", "NN", ""}, {"ß", "VBD", "ß"},
	} {
		if got := Lemma(c.word, c.tag); got != c.want {
			t.Errorf("Lemma(%q, %s) = %q, want %q", c.word, c.tag, got, c.want)
		}
	}
}

func FuzzLemma(f *testing.F) {
	f.Add("said", "VBD")
	f.Add("\xff\u00e9d", "VBN")
	f.Fuzz(func(t *testing.T, word, tag string) { Lemma(word, tag) })
}
