package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dossier/queries"
)

// Profile writes what the store knows of one entity, under headings.
func (s Screen) Profile(p queries.Profile) error {
	e := p.Entity
	about := strings.Join(nonEmpty(e.Type, e.Country, e.Wikidata, Count(e.Mentions, "mention")+" in "+Count(e.Documents, "document")), " · ")
	if err := s.Paragraph(nil, Join(" · ", T(Bold, e.Name), T(Plain, about), T(Dim, e.ID))); err != nil {
		return err
	}
	if len(e.Aliases) > 0 {
		if err := s.field("also called", T(Plain, strings.Join(e.Aliases, ", "))); err != nil {
			return err
		}
	}
	if err := s.section("ROLES", rows(p.Roles)); err != nil {
		return err
	}
	if err := s.partners(p.Partners); err != nil {
		return err
	}
	for _, part := range []struct {
		heading string
		rows    []any
	}{
		{"SAID", rows(p.Statements)}, {"EVENTS", rows(p.Events)}, {"FACTS", rows(p.Facts)}, {"MENTIONED IN", rows(p.Documents)},
	} {
		if err := s.section(part.heading, part.rows); err != nil {
			return err
		}
	}
	return nil
}

func rows[T any](some []T) []any {
	all := make([]any, len(some))
	for i, r := range some {
		all[i] = r
	}
	return all
}

// section writes rows below a heading, and nothing when there are none.
func (s Screen) section(heading string, rows []any) error {
	if len(rows) == 0 {
		return nil
	}
	if err := s.heading(heading); err != nil {
		return err
	}
	t := &table{screen: s, dense: true}
	for _, r := range rows {
		if err := t.Write(r); err != nil {
			return err
		}
	}
	return t.Close()
}

// partners lists with whom an entity has most to do.
func (s Screen) partners(ps []queries.Partner) error {
	if len(ps) == 0 {
		return nil
	}
	if err := s.heading("RELATES TO"); err != nil {
		return err
	}
	g := newGrid(s, []Column{
		{Head: "NAME", Stretch: true}, {Head: "TYPE"}, {Head: "COUNTRY"}, {Head: "EVENTS", Right: true},
		{Head: "INTENSITY", Right: true}, {Head: "ID"},
	})
	for _, p := range ps {
		err := g.row([]Text{
			T(Bold, p.Entity.Name), T(Plain, p.Entity.Type), T(Plain, p.Entity.Country), number(p.Events),
			T(tone(p.Intensity), fmt.Sprintf("%+.1f", p.Intensity)), T(Dim, p.Entity.ID),
		})
		if err != nil {
			return err
		}
	}
	return g.flush()
}

// Path writes how two entities are connected, step by step.
func (s Screen) Path(r queries.PathRow) error {
	head := Join(" → ", nodes(r.Nodes)...)
	if err := s.Paragraph(nil, Join(" · ", head, T(Dim, Count(r.Evidence, "piece")+" of evidence for the weakest step"))); err != nil {
		return err
	}
	for _, step := range r.Steps {
		if err := s.Row(step); err != nil {
			return err
		}
	}
	return nil
}

func nodes(es []queries.Entity) []Text {
	all := make([]Text, len(es))
	for i, e := range es {
		all[i] = T(Bold, e.Name)
	}
	return all
}

// Sentence writes a sentence that was looked for, where it is, and the ids of
// what was read in it.
func (s Screen) Sentence(r queries.SentenceRow) error {
	where := Join(" · ", DocumentName(r.Document), T(Dim, strings.Join(r.Carries, " ")))
	return s.block(r.Document.Date, T(Plain, r.Sentence), where)
}

// Explanation writes what an answer rests on: the answer, its sentence with the
// words marked in brackets, and everything else that is known of it.
func (s Screen) Explanation(x queries.Explanation) error {
	s.Full = true
	if err := s.Row(x.Answer); err != nil {
		return err
	}
	if err := s.Line(nil); err != nil {
		return err
	}
	if marked := mark(sentenceOf(x.Answer), x.Marks); marked != nil {
		if err := s.field("marked", marked); err != nil {
			return err
		}
	}
	for _, m := range x.Marks {
		at := T(Dim, fmt.Sprintf("%d-%d", m.Span[0], m.Span[1]))
		if err := s.field(m.Role, Join(" · ", T(Plain, m.Text), at)); err != nil {
			return err
		}
	}
	for _, f := range particulars(x.Answer) {
		if f[1] == "" {
			continue
		}
		if err := s.field(f[0], T(Plain, f[1])); err != nil {
			return err
		}
	}
	return nil
}

func (s Screen) field(name string, t Text) error {
	return s.Paragraph(Pad(T(Dim, name), max(gutter, Width(name)+1), false), t)
}

func sentenceOf(row queries.Row) string {
	switch r := row.(type) {
	case queries.StatementRow:
		return r.Sentence
	case queries.EventRow:
		return r.Sentence
	case queries.FactRow:
		return r.Sentence
	}
	return ""
}

// particulars are the name and value of what a row says about itself.
func particulars(row queries.Row) [][2]string {
	var (
		d          queries.Document
		also       []string
		rule       string
		confidence float64
		claimedBy  *queries.Entity
		modality   string
	)
	switch r := row.(type) {
	case queries.StatementRow:
		return statementParticulars(r)
	case queries.EventRow:
		d, also, rule, confidence, claimedBy, modality = r.Document, r.AlsoIn, r.Rule, r.Confidence, r.ClaimedBy, r.Modality
	case queries.FactRow:
		d, also, rule, confidence, claimedBy, modality = r.Document, r.AlsoIn, r.Rule, r.Confidence, r.ClaimedBy, r.Modality
	}
	claimant := "the article itself"
	if claimedBy != nil {
		claimant = claimedBy.Name
	}
	return [][2]string{
		{"claimed by", claimant}, {"modality", modality}, {"rule", rule}, {"confidence", fmt.Sprintf("%.2f", confidence)},
		{"document", d.ID}, {"url", d.URL}, {"also in", strings.Join(also, ", ")},
	}
}

func statementParticulars(r queries.StatementRow) [][2]string {
	behalf, teller := "", ""
	if r.OnBehalfOf != nil {
		behalf = r.OnBehalfOf.Name
	}
	if r.ToldBy != nil {
		teller = r.ToldBy.Name
	}
	return [][2]string{
		{"type", r.Type}, {"class", r.Class}, {"stance", r.Stance}, {"said with", names(r.Joint)}, {"on behalf of", behalf}, {"told by", teller},
		{"rule", r.Rule}, {"confidence", fmt.Sprintf("%.2f: %s", r.Confidence, odds(r.Confidence))},
		{"document", r.Document.ID}, {"url", r.Document.URL}, {"also in", strings.Join(r.AlsoIn, ", ")},
	}
}

// odds is a confidence in words.
func odds(confidence float64) string {
	switch n := math.Round(10 * confidence); n {
	case 0:
		return "hardly any like this are right"
	case 10:
		return "nearly all like this are right"
	default:
		return fmt.Sprintf("%g of 10 like this are right", n)
	}
}

// mark puts the marked words of a sentence in brackets. The spans of marks are
// those of the document; where in it the sentence begins follows from the first
// mark that is found in it. It is nil when no mark lies in the sentence.
func mark(sentence string, marks []queries.Mark) Text {
	runes := []rune(sentence)
	for _, m := range marks {
		for at := range runes {
			if !hasAt(runes, []rune(m.Text), at) {
				continue
			}
			if t := markFrom(runes, m.Span[0]-at, marks); t != nil {
				return t
			}
		}
	}
	return nil
}

func hasAt(runes, words []rune, at int) bool {
	return len(words) > 0 && at >= 0 && at+len(words) <= len(runes) && slices.Equal(runes[at:at+len(words)], words)
}

// markFrom marks a sentence that begins at a code point of the document, unless
// a mark within it shows that it doesn't.
func markFrom(runes []rune, start int, marks []queries.Mark) Text {
	opens, closes := make([]int, len(runes)+1), make([]int, len(runes)+1)
	for _, m := range marks {
		from, to := m.Span[0]-start, m.Span[1]-start
		if from < 0 || to > len(runes) || from >= to {
			continue
		}
		if !hasAt(runes, []rune(m.Text), from) {
			return nil
		}
		opens[from]++
		closes[to]++
	}
	var (
		t     Text
		depth int
	)
	for i := 0; i <= len(runes); i++ {
		if closes[i] > 0 {
			t = t.append(Run{strings.Repeat("]", closes[i]), Marked})
			depth -= closes[i]
		}
		if opens[i] > 0 {
			t = t.append(Run{strings.Repeat("[", opens[i]), Marked})
			depth += opens[i]
		}
		if i == len(runes) {
			break
		}
		face := Plain
		if depth > 0 {
			face = Marked
		}
		t = t.append(Run{string(runes[i]), face})
	}
	for i := range t {
		t[i].Text = cleanKeepingEnds(t[i].Text)
	}
	return t
}

// cleanKeepingEnds is Clean for a piece of a line, whose spaces at the ends
// count.
func cleanKeepingEnds(s string) string {
	const guard = "\u200d"
	return strings.TrimSuffix(strings.TrimPrefix(Clean(guard+s+guard), guard), guard)
}
