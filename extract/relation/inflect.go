package relation

import "strings"

const vowels = "aeiou"

// inflect gives the forms of a verb. Where English leaves a choice
// ("travelled", "traveled") it gives both; forms that no one writes do no harm.
func inflect(base string, irregular map[string][2]string) []string {
	forms := []string{base, plural(base)}
	stem := base
	switch n := len(base); {
	case strings.HasSuffix(base, "ie"):
		return append(forms, base+"d", base[:n-2]+"ying")
	case strings.HasSuffix(base, "ee"):
		forms = append(forms, base+"ing")
	case strings.HasSuffix(base, "e"):
		stem = base[:n-1]
		forms = append(forms, stem+"ing")
	default:
		forms = append(forms, base+"ing")
		if doubles(base) {
			forms = append(forms, base+base[n-1:]+"ing", base+base[n-1:]+"ed")
		}
	}
	if past, ok := irregular[base]; ok {
		return append(forms, past[0], past[1])
	}
	switch n := len(base); {
	case strings.HasSuffix(base, "e"):
		return append(forms, base+"d")
	case strings.HasSuffix(base, "y") && n > 1 && !strings.ContainsRune(vowels, rune(base[n-2])):
		return append(forms, base[:n-1]+"ied")
	}
	return append(forms, stem+"ed")
}

// doubles tells whether a verb may double its last letter: consonant, vowel,
// consonant.
func doubles(s string) bool {
	n := len(s)
	if n < 3 || strings.IndexByte("wxy", s[n-1]) >= 0 {
		return false
	}
	v := func(i int) bool { return strings.IndexByte(vowels, s[i]) >= 0 }
	return !v(n-1) && v(n-2) && (!v(n-3) || n >= 4 && s[n-4:n-2] == "qu")
}

// plural is the form in -s of a noun or verb.
func plural(s string) string {
	n := len(s)
	switch {
	case s == "" || s == "ties" || s == "talks":
		return s
	case strings.HasSuffix(s, "y") && n > 1 && !strings.ContainsRune(vowels, rune(s[n-2])):
		return s[:n-1] + "ies"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "z"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	case s == "go" || s == "veto" || s == "embargo":
		return s + "es"
	}
	return s + "s"
}
