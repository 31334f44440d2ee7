package lexicon

import (
	"embed"
	"fmt"
	"iter"
	"strconv"
	"strings"
)

//go:embed tables/*.tsv
var tableFiles embed.FS

// loadWords fills the table of common words from the folder tables. Where two
// rows speak of the same form, the first one gives what they disagree on.
func (l *Lexicon) loadWords() error {
	l.words = newTable(4096, 0)
	l.word = make([]Word, 1, 4096) // word[0] is the word of no class
	past, participle, err := irregular()
	if err != nil {
		return err
	}
	var failed error
	for row := range rows("cues.tsv", 4, &failed) {
		if err := l.addVerb(row, past, participle); err != nil {
			return err
		}
	}
	for row := range rows("nouns.tsv", 6, &failed) {
		l.addNoun(row)
	}
	for row := range rows("honorifics.tsv", 2, &failed) {
		w := l.entry(row[0])
		w.Class |= Honorific
		w.setGender(row[1])
	}
	for row := range rows("pronouns.tsv", 5, &failed) {
		w := l.entry(row[0])
		w.Class |= PronounWord
		w.Person = row[1][0] - '0'
		w.Plural = row[2] == "p"
		w.setGender(row[3])
		w.Case = cases[row[4]]
	}
	for row := range rows("stop.tsv", 2, &failed) {
		w := l.entry(row[0])
		w.Class |= classes[row[1]] // "common" is no class
	}
	return failed
}

var (
	reports = map[string]Report{"say": Say, "ask": Ask, "promise": Promise, "judge": Judge, "think": Think, "show": Show}
	stances = map[string]Stance{"doubting": Doubting, "factive": Factive}
	genders = map[string]Gender{"F": Feminine, "M": Masculine, "T": Thing}
	cases   = map[string]Case{"subject": Subject, "object": Object, "possessive": Possessive, "reflexive": Reflexive}
	classes = map[string]Class{"role": Role, "family": Family, "human": Human, "orghead": OrgHead, "namehead": NameHead, "agent": Agent, "state": State, "utterance": Utterance,
		"calendar": Calendar, "function": Function}
)

// rows are the rows of a table with at least so many columns; a table that
// can't be read, or a row that is too short, ends them with an error.
func rows(file string, columns int, failed *error) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		if *failed != nil {
			return
		}
		data, err := tableFiles.ReadFile("tables/" + file)
		if err != nil {
			*failed = fmt.Errorf("lexicon: reading table: %w", err)
			return
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
				continue
			}
			row := strings.Split(line, "\t")
			if len(row) < columns {
				*failed = fmt.Errorf("lexicon: tables/%s:%d: %d columns, expected %d", file, n, len(row), columns)
				return
			}
			if !yield(row) {
				return
			}
		}
	}
}

func irregular() (past, participle map[string]string, err error) {
	past, participle = make(map[string]string), make(map[string]string)
	for row := range rows("irregular.tsv", 3, &err) {
		past[row[0]], participle[row[0]] = row[1], row[2]
	}
	return past, participle, err
}

// entry is the word with that form, made when there is none yet.
func (l *Lexicon) entry(form string) *Word {
	s := l.words.add(NewKey.AddLower(form), 0)
	if s.ref == 0 {
		s.ref = uint32(len(l.word))
		l.word = append(l.word, Word{Lemma: form})
	}
	return &l.word[s.ref]
}

func (w *Word) setGender(code string) {
	if g, ok := genders[code]; ok && w.Gender == Neutral {
		w.Gender = g
	}
}

func (l *Lexicon) addVerb(row []string, past, participle map[string]string) error {
	lemma := row[0]
	rate, err := strconv.ParseFloat(row[3], 32)
	if err != nil {
		return fmt.Errorf("lexicon: tables/cues.tsv: rate of %q: %w", lemma, err)
	}
	form := func(form string, f Form) {
		w := l.entry(form)
		w.Form |= f
		if w.Is(Reporting) {
			return
		}
		w.Class |= Reporting
		w.Lemma = lemma
		w.Report = reports[row[1]]
		w.Stance = stances[row[2]]
		w.Rate = float32(rate)
	}
	ed, en, ok := past[lemma], participle[lemma], past[lemma] != ""
	if !ok {
		ed = regularPast(lemma)
		en = ed
	}
	form(lemma, Base)
	form(plural(lemma), Third)
	form(ed, Past)
	form(en, Participle)
	// A doubled consonant of the past is doubled before -ing too.
	stem := lemma
	if doubled := strings.TrimSuffix(ed, "ed"); ok && len(doubled) == len(lemma)+1 && strings.HasPrefix(doubled, lemma) {
		stem = doubled
	}
	form(gerund(stem), Gerund)
	return nil
}

func (l *Lexicon) addNoun(row []string) {
	noun, class, gender, pl, detail, sector := row[0], classes[row[1]], row[2], row[3], row[4], row[5]
	fill := func(form string, isPlural bool) {
		w := l.entry(form)
		w.Class |= class
		w.setGender(gender)
		w.Plural = isPlural
		if w.Detail == "" {
			w.Detail = detail
		}
		if w.Sector == "" {
			w.Sector = sector
		}
		if isPlural {
			w.Lemma = noun
		}
	}
	switch pl {
	case "-pl":
		fill(noun, true)
		return
	case "":
		pl = plural(noun)
	}
	fill(noun, false)
	fill(pl, true)
}

// plural makes a plural, or a third person, by rule.
func plural(s string) string {
	switch {
	case strings.HasSuffix(s, "."):
		return s
	case endsIn(s, "s", "x", "z", "ch", "sh"):
		return s + "es"
	case endsIn(s, "y") && !endsIn(s, "ay", "ey", "oy", "uy"):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

func regularPast(s string) string {
	switch {
	case endsIn(s, "e"):
		return s + "d"
	case endsIn(s, "y") && !endsIn(s, "ay", "ey", "oy", "uy"):
		return s[:len(s)-1] + "ied"
	}
	return s + "ed"
}

func gerund(s string) string {
	if endsIn(s, "e") && !endsIn(s, "ee", "oe", "ye") {
		return s[:len(s)-1] + "ing"
	}
	return s + "ing"
}

func endsIn(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// StopWords are the words, in lower case, that are no name by themselves,
// months and days of the week among them.
func StopWords() (map[string]bool, error) {
	stop := make(map[string]bool)
	var failed error
	for row := range rows("stop.tsv", 2, &failed) {
		stop[row[0]] = true
	}
	return stop, failed
}
