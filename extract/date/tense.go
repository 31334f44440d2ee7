package date

import "strings"

// tense is on which side of the day of publication a clause lies.
type tense int8

const (
	past    tense = -1
	unknown tense = 0
	future  tense = 1
)

// reach is how many tokens away the verb of an expression is looked for.
const reach = 24

// tense is that of the verb to which the expression at token i belongs: the
// nearest before it in the sentence, else the first after it.
func (f *finder) tense(i int) tense {
	first := max(f.doc.Sentences[f.sentence].First, 0)
	infinitive := false
	for k := i - 1; k >= first && k > i-reach; k-- {
		switch tag := f.doc.Tokens[k].Tag; tag {
		case "TO":
			infinitive = infinitive || k+1 < f.end && f.doc.Tokens[k+1].Tag == "VB"
		case "MD":
			return modal(f.text(k))
		case "VBD", "VBZ", "VBP", "VBN":
			if t, ok := verb(f.text(k), tag, infinitive); ok {
				return t
			}
		case "JJ":
			if infinitive && strings.EqualFold(f.text(k), "due") {
				return future
			}
		}
	}
	for k := i + 1; k < f.end && k < i+reach; k++ {
		switch tag := f.doc.Tokens[k].Tag; tag {
		case "WDT", "WP":
			return unknown // "on May 3 about ties that will last": another clause
		case "MD":
			return modal(f.text(k))
		case "VBD":
			return past
		case "VBZ", "VBP":
			t, _ := verb(f.text(k), tag, false)
			return t
		}
	}
	return unknown
}

func (f *finder) text(i int) string { return f.doc.Slice(f.doc.Tokens[i].Span) }

// modal is the tense that a modal verb gives to its clause. "would" tells of
// what was still to come.
func modal(s string) tense {
	switch strings.ToLower(s) {
	case "will", "shall", "'ll", "’ll", "wo", "would", "may", "can", "must", "should":
		return future
	}
	return unknown
}

// verb is the tense of a finite verb, and whether it settles the matter: a
// participle doesn't, its auxiliary follows further left.
func verb(s, tag string, infinitive bool) (tense, bool) {
	if infinitive && plans(s) {
		return future, true
	}
	switch tag {
	case "VBD":
		return past, true
	case "VBN":
		return unknown, false
	}
	switch strings.ToLower(s) {
	case "is", "are", "'s", "’s", "'re", "’re":
		if infinitive {
			return future, true
		}
	case "has", "have", "'ve", "’ve":
		return past, true
	}
	return unknown, true
}

// plans tells whether a verb before an infinitive sets it in the future:
// "scheduled to arrive", "plans to visit".
func plans(s string) bool {
	for _, stem := range [...]string{"schedul", "plan", "expect", "agree", "promis", "pledg", "vow", "decid", "intend", "slated", "set", "invit", "hope", "want", "prepar"} {
		if len(s) >= len(stem) && strings.EqualFold(s[:len(stem)], stem) {
			return true
		}
	}
	return false
}
