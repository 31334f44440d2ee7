package render

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"dossier/queries"
)

// gutter is the width of the dates at the left of a block.
const gutter = len("2006-01-02  ")

func (s Screen) dated(date string, t Text) error {
	if date == "" {
		date = "undated"
	}
	return s.Paragraph(Pad(T(Dim, date), gutter, false), t)
}

func (s Screen) below(t Text) error {
	if len(t) == 0 {
		return nil
	}
	return s.Paragraph(Text{{strings.Repeat(" ", gutter), Plain}}, t)
}

// block writes the lines of a block: the first beside its date, the others below.
func (s Screen) block(date string, first Text, below ...Text) error {
	if err := s.dated(date, first); err != nil {
		return err
	}
	for _, t := range below {
		if err := s.below(t); err != nil {
			return err
		}
	}
	return nil
}

// within is a sentence with some of its words in a face of their own, each
// piece after the one before. When they reach beyond the sentence they stand
// alone.
func within(sentence string, face Face, pieces ...string) (t Text) {
	rest := Clean(sentence)
	for i := range pieces {
		pieces[i] = Clean(pieces[i])
		before, after, found := strings.Cut(rest, pieces[i])
		if !found {
			return T(face, strings.Join(pieces, " … "))
		}
		for _, run := range []Run{{before, Plain}, {pieces[i], face}} {
			if run.Text != "" {
				t = append(t, run)
			}
		}
		rest = after
	}
	if rest != "" {
		t = append(t, Run{rest, Plain})
	}
	return t
}

// Event writes who did what to whom, the sentence with the words that say so,
// and where to find it.
func (s Screen) Event(r queries.EventRow) error {
	return s.block(happened(r), EventHead(r), within(r.Sentence, Marked, r.Trigger), proof(r.Document, inDocuments(r.AlsoIn), r.ID))
}

// EventHead is the line that says who did what to whom.
func EventHead(r queries.EventRow) Text {
	arrow := "→"
	switch {
	case len(r.Object) == 0:
		arrow = ""
	case r.Reciprocal:
		arrow = "↔"
	}
	head := Join(" ", T(Bold, names(r.Subject)), T(Plain, arrow), T(Bold, names(r.Object)), EventKind(r))
	return qualified(head, r.Modality, r.ClaimedBy)
}

// EventKind is what kind of event it is, and how much it weighs on PLOVER's
// scale from -10 to +10.
func EventKind(r queries.EventRow) Text {
	kind := r.Type
	if r.Mode != "" {
		kind += "/" + r.Mode
	}
	if len(r.Context) > 0 {
		kind += " (" + strings.Join(r.Context, ", ") + ")"
	}
	return Join(" ", T(tone(r.Intensity), kind), T(Dim, fmt.Sprintf("%+.1f", r.Intensity)))
}

// Fact writes a lasting property with its sentence, and where to find it.
func (s Screen) Fact(r queries.FactRow) error {
	return s.block(r.Document.Date, FactHead(r), T(Plain, r.Sentence), proof(r.Document, inDocuments(r.AlsoIn), r.ID))
}

// FactHead is the line that says what holds of whom.
func FactHead(r queries.FactRow) Text {
	var subject, object Text
	if r.Subject != nil {
		subject = T(Bold, r.Subject.Name)
	}
	if r.Object != nil {
		object = T(Bold, r.Object.Name)
	}
	head := Join(" ", subject, T(Plain, strings.ReplaceAll(r.Type, "_", " ")), T(Said, r.Value), object)
	if r.Valid != (queries.Validity{}) {
		head = Join(" ", head, T(Dim, r.Valid.Start+"–"+r.Valid.End))
	}
	return qualified(head, r.Modality, r.ClaimedBy)
}

// qualified adds how sure a relation is: who claims it, and whether it is more
// than a claim.
func qualified(head Text, modality string, claimedBy *queries.Entity) Text {
	if modality != "" && modality != "asserted" {
		head = Join(", ", head, T(Bad, modality))
	}
	if claimedBy != nil {
		head = Join(", ", head, T(Dim, "according to "+claimedBy.Name))
	}
	return head
}

// Pair writes the index of two entities.
func (s Screen) Pair(r queries.PairRow) error {
	return s.Paragraph(nil, PairHead(r))
}

// PairHead is the line that sums up how two entities relate.
func PairHead(r queries.PairRow) Text {
	head := Join(" ", T(Bold, r.A.Name), T(Plain, "–"), T(Bold, r.B.Name))
	counts := Join(", ",
		T(Plain, Count(r.Events, "event")+" in "+Count(r.Documents, "document")),
		T(tone(r.IntensityMean), fmt.Sprintf("mean intensity %+.1f", r.IntensityMean)),
		T(Plain, fmt.Sprintf("cooperation %d (%d in words, %d in deeds)", r.VerbalCooperation+r.MaterialCooperation, r.VerbalCooperation, r.MaterialCooperation)),
		T(Plain, fmt.Sprintf("conflict %d (%d in words, %d in deeds)", r.VerbalConflict+r.MaterialConflict, r.VerbalConflict, r.MaterialConflict)),
	)
	return Join(", ", Join(": ", head, counts), T(Dim, span(r.From, r.To)))
}

// Fields writes anything else, a line a field.
func (s Screen) Fields(row any) error {
	if m, ok := row.(map[string]any); ok {
		return s.mapping(m)
	}
	f := newFlat([]any{row}, nil, nil)
	f.row = make([]string, len(f.columns))
	f.fill(reflect.ValueOf(row), "")
	widest := 0
	for _, c := range f.columns {
		widest = max(widest, Width(c))
	}
	for i, c := range f.columns {
		if c == "schema" || c == "kind" || f.row[i] == "" {
			continue
		}
		name := Pad(T(Dim, strings.ReplaceAll(c, "_", " ")), widest+2, false)
		if err := s.Paragraph(name, T(Plain, f.row[i])); err != nil {
			return err
		}
	}
	return nil
}

// mapping writes a result of a raw query: its values on one line, by the order of
// their names.
func (s Screen) mapping(m map[string]any) error {
	var line Text
	for _, name := range slices.Sorted(maps.Keys(m)) {
		line = Join(" · ", line, Join(" ", T(Dim, name), T(Plain, fmt.Sprint(m[name]))))
	}
	return s.Paragraph(nil, line)
}

// proof is the line that says where something was read, and the id by which to
// ask for more.
func proof(d queries.Document, also, id string) Text {
	return Join(" · ", Join(" ", DocumentName(d), T(Dim, also)), T(Dim, id))
}

func inDocuments(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return "also in " + Count(len(ids), "document")
}

// DocumentName is what a document is called: its title, else its id, and its
// publisher and date.
func DocumentName(d queries.Document) Text {
	title := d.Title
	if title == "" {
		title = d.ID
	}
	return T(Dim, strings.Join(nonEmpty(title, d.Publisher, d.Date), ", "))
}

// Who is a name with what tells it from others: the country of a person, the
// type and country of anything but a country.
func Who(e queries.Entity) Text {
	var tells []string
	switch e.Type {
	case "country":
	case "person":
		tells = nonEmpty(e.Country)
	default:
		tells = nonEmpty(e.Type, e.Country)
	}
	if len(tells) == 0 {
		return T(Bold, e.Name)
	}
	return Join(" ", T(Bold, e.Name), T(Dim, "["+strings.Join(tells, ", ")+"]"))
}

func names(es []queries.Entity) string {
	all := make([]string, len(es))
	for i, e := range es {
		all[i] = e.Name
	}
	return strings.Join(all, ", ")
}

// tone is the face of an intensity on PLOVER's scale from -10 to +10.
func tone(intensity float64) Face {
	switch {
	case intensity > 0:
		return Good
	case intensity < 0:
		return Bad
	}
	return Plain
}

// period is a date as a block shows it, no longer than its precision.
// happened is when an event took place; where the text doesn't say, the day on
// which it was told, with ~ before it.
func happened(r queries.EventRow) string {
	switch {
	case r.Date != nil:
		return period(r.Date)
	case r.Document.Date != "":
		return "~" + r.Document.Date
	}
	return ""
}

// period is a stretch of time as exactly as it is known.
func period(p *queries.Period) string {
	length := map[string]int{"day": len("2006-01-02"), "month": len("2006-01"), "year": len("2006")}[p.Precision]
	if length == 0 || length > len(p.Start) {
		return p.Start
	}
	return p.Start[:length]
}

func span(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	if from == to {
		return from
	}
	return from + " to " + to
}

// Count is a number with its noun.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func nonEmpty(words ...string) []string {
	var some []string
	for _, w := range words {
		if w != "" {
			some = append(some, w)
		}
	}
	return some
}
