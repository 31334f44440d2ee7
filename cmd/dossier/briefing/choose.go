package briefing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"dossier/queries"
)

// candidate is a statement that may be worth reading first.
type candidate struct {
	row   queries.StatementRow
	worth float64
}

// readable bounds the words of a statement that can be read at a glance and yet
// says something.
const (
	fewestWords = 6
	mostWords   = 60
)

// worth is how much a statement tells somebody who has read nothing yet: by
// whom it is (somebody whose name says who he is), whether these are the
// speaker's own words, whether it is about those whom the articles are about,
// and how sure we are of it. What takes long to read is worth less, the more so
// the longer it is. 0 leaves it out.
func worth(r queries.StatementRow, prominent map[string]float64) float64 {
	if r.Speaker == nil || r.Speaker.ID == "" || fragment(r) {
		return 0
	}
	w := r.Confidence + prominent[r.Speaker.ID]
	if r.Speaker.Type == "person" {
		w += 0.5
		if fullName(r.Speaker.Name) {
			w++
		}
	}
	switch {
	case !uttered(r):
	case r.Type == "direct":
		w += 2
	case r.Type == "mixed":
		w++
	}
	about := 0.0
	for _, e := range r.About {
		about = max(about, prominent[e.ID])
	}
	w += 2 * about
	if !strings.Contains(r.Sentence, lastName(r.Speaker.Name)) {
		w *= unnamed
	}
	if slices.ContainsFunc(openings(), func(o string) bool { return strings.HasPrefix(r.Text, o) }) {
		w *= opening
	}
	if n := max(countWords(r.Text), countWords(r.Sentence)); n > mostWords {
		w *= mostWords / float64(n)
	}
	return w
}

// How much remains of the worth of a statement whose own sentence doesn't say who
// speaks ("the two leaders"), and of one that opens a meeting.
const (
	unnamed = 0.8
	opening = 0.5
)

// openings are how people begin who haven't said anything yet.
func openings() []string {
	return []string{"Good morning", "Good afternoon", "Good evening", "Hello", "Thank you", "Welcome"}
}

func lastName(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

func countWords(s string) int { return len(strings.Fields(s)) }

// fragment tells whether a statement is no whole thought: a few words, or what
// leads on to a list.
func fragment(r queries.StatementRow) bool {
	return countWords(r.Text) < fewestWords || strings.HasSuffix(r.Text, ":") || strings.HasSuffix(r.Sentence, ":")
}

// uttered tells whether a quotation begins as a sentence does, after words that
// say who speaks: not with some words that the article took out of one, nor the
// next turn of a transcript.
func uttered(r queries.StatementRow) bool {
	if strings.IndexFunc(r.Cue, unicode.IsLower) < 0 && r.Cue != "" {
		return false
	}
	i := strings.IndexFunc(r.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
	return r.Type == "mixed" || i >= 0 && unicode.IsUpper([]rune(r.Text[i:])[0])
}

// fullName tells a name that says who somebody is from a surname, and from the
// capitals of a transcript.
func fullName(name string) bool {
	return strings.Contains(name, " ") && strings.IndexFunc(name, unicode.IsLower) >= 0
}

// best is the n candidates that are worth most.
func best(candidates []candidate, n int) []candidate {
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(b.row.Date, a.row.Date), cmp.Compare(a.row.ID, b.row.ID))
	})
	return candidates[:min(n, len(candidates))]
}

// choose takes the n statements that are worth most. The more is taken of one
// speaker or out of one document, the less the next of it is worth, so that one
// talker doesn't fill the screen, and no document comes twice in a row while
// there is another. Order is total: the same rows give the same choice.
func choose(candidates []candidate, n int) []queries.StatementRow {
	taken := map[string]int{} // of a speaker, a document
	var rows []queries.StatementRow
	for len(rows) < n && len(candidates) > 0 {
		last := ""
		if len(rows) > 0 {
			last = rows[len(rows)-1].Document.ID
		}
		best := slices.MaxFunc(candidates, func(a, b candidate) int {
			return cmp.Or(
				yes(a.row.Document.ID != last)-yes(b.row.Document.ID != last),
				cmp.Compare(a.fresh(taken), b.fresh(taken)),
				cmp.Compare(a.row.Date, b.row.Date),
				cmp.Compare(b.row.ID, a.row.ID),
			)
		})
		rows = append(rows, best.row)
		taken[best.row.Speaker.ID]++
		taken[best.row.Document.ID]++
		candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return c.row.ID == best.row.ID })
	}
	return rows
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (c candidate) fresh(taken map[string]int) float64 {
	return c.worth / float64(1+2*taken[c.row.Speaker.ID]+taken[c.row.Document.ID])
}
