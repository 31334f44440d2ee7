package entity

import "testing"

func TestIsSpelling(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
		why  string
	}{
		{"bosaqi", "bossaghi", true, "a sound that is written in two ways, a doubled letter"},
		{"qanbari", "ghanbari", true, "the same at the head"},
		{"mclenney", "mclenny", true, "another vowel is none"},
		{"sameuelson", "samuelson", true, "one letter more"},
		{"hollmann", "hillmann", true, "vowels only"},
		{"hartmann", "hartwann", true, "one letter is another"},
		{"hartmann", "dartmann", false, "but not the first"},
		{"hartmann", "hartmann", false, "it is the same"},
		{"hartmanns", "hartmann", false, "the family"},
		{"hartmann", "hardwann", false, "two letters are others"},
		{"noori", "nuri", false, "too short to tell"},
	} {
		if got := isSpelling(c.a, c.b); got != c.want {
			t.Errorf("isSpelling(%q, %q) = %v: %s", c.a, c.b, got, c.why)
		}
	}
}

// TestSpellingKeys: whatever one letter is changed, dropped or added, one key stays, by
// which the other spelling is found.
func TestSpellingKeys(t *testing.T) {
	const word = "hartmann"
	share := func(other string) {
		if !isSpelling(word, other) {
			return
		}
		for _, a := range spellingKeys(word) {
			for _, b := range spellingKeys(other) {
				if a == b {
					return
				}
			}
		}
		t.Errorf("%s and %s have no key in common", word, other)
	}
	for i := range word {
		share(word[:i] + word[i+1:])
		for c := 'a'; c <= 'z'; c++ {
			share(word[:i] + string(c) + word[i:])
			share(word[:i] + string(c) + word[i+1:])
		}
	}
}
