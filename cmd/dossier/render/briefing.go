package render

import (
	"fmt"
	"strings"

	"dossier/cmd/dossier/briefing"
	"dossier/queries"

	"github.com/dustin/go-humanize"
)

// Briefing writes a briefing as one screen, under headings.
func (s Screen) Briefing(b briefing.Briefing) error {
	for _, part := range []func(briefing.Briefing) error{
		s.reading, s.people, s.actors, s.said, s.pairs, s.further,
	} {
		if err := part(b); err != nil {
			return err
		}
	}
	return nil
}

// heading writes a heading after an empty line.
func (s Screen) heading(h string) error {
	if err := s.Line(nil); err != nil {
		return err
	}
	return s.Line(T(Bold, h))
}

// reading says what was read.
func (s Screen) reading(b briefing.Briefing) error {
	what := strings.Join(nonEmpty(
		Count(b.Documents, "document"),
		humanize.Comma(int64(b.Words))+" words",
		span(b.From, b.To),
		strings.Join(b.Publishers, ", "),
	), " · ")
	return s.Paragraph(nil, T(Plain, what))
}

// people lists the persons, with what says who they are.
func (s Screen) people(b briefing.Briefing) error {
	if len(b.Persons) == 0 {
		return nil
	}
	if err := s.heading("PEOPLE"); err != nil {
		return err
	}
	for _, p := range b.Persons {
		what, id := "", p.ID
		if p.Role != nil {
			what, id = role(*p.Role, p.Country), p.Role.ID
		}
		who := Who(queries.Entity{Name: p.Name, Type: p.Type, Country: p.Country})
		line := Join(" · ", Join(", ", who, T(Plain, what)), T(Plain, Count(p.Mentions, "mention")), T(Dim, id))
		if err := s.Paragraph(nil, line); err != nil {
			return err
		}
	}
	return nil
}

// role is the position that a fact says somebody from a country holds, and of
// what, unless that is the country.
func role(f queries.FactRow, country string) string {
	if f.Object == nil || f.Object.Type == "country" && f.Object.Country == country {
		return f.Value
	}
	return strings.Join(nonEmpty(f.Value, f.Object.Name), ", ")
}

// actors lists organisations and countries with how often they are mentioned.
func (s Screen) actors(b briefing.Briefing) error {
	if err := s.Line(nil); err != nil {
		return err
	}
	for _, part := range []struct {
		heading string
		rows    []queries.EntityRow
	}{{"ORGANISATIONS", b.Organizations}, {"COUNTRIES", b.Countries}} {
		if len(part.rows) == 0 {
			continue
		}
		var all Text
		for _, r := range part.rows {
			all = Join(", ", all, Join(" ", T(Bold, r.Name), T(Dim, fmt.Sprint(r.Mentions))))
		}
		if err := s.Paragraph(Pad(T(Bold, part.heading), len("ORGANISATIONS  "), false), all); err != nil {
			return err
		}
	}
	return nil
}

func (s Screen) said(b briefing.Briefing) error {
	if len(b.Statements) == 0 {
		return nil
	}
	if err := s.heading("WHO SAID WHAT"); err != nil {
		return err
	}
	for _, r := range b.Statements {
		if err := s.block(r.Date, StatementHead(r), s.words(r), s.oneLineProof(r.Document, r.ID)); err != nil {
			return err
		}
	}
	return nil
}

// oneLineProof is where something was read and the id by which to ask for more,
// on one line: the title gives way.
func (s Screen) oneLineProof(d queries.Document, id string) Text {
	title := Clean(strings.Join(nonEmpty(d.Title, d.Publisher), ", "))
	if title == "" {
		title = d.ID
	}
	const separator = " · "
	room := s.Width - gutter - Width(id) - Width(separator)
	return T(Dim, Truncate(title, max(room, 20))+separator+id)
}

// pairs writes how countries relate: a line of figures, and the sentence that
// shows it best.
func (s Screen) pairs(b briefing.Briefing) error {
	if len(b.Pairs) == 0 {
		return nil
	}
	if err := s.heading("HOW COUNTRIES RELATE"); err != nil {
		return err
	}
	for _, p := range b.Pairs {
		if err := s.Paragraph(nil, PairSummary(p.Index)); err != nil {
			return err
		}
		e := p.Evidence
		words := Join(": ", EventHead(e), within(e.Sentence, Marked, e.Trigger))
		if err := s.block(happened(e), words, s.oneLineProof(e.Document, e.ID)); err != nil {
			return err
		}
	}
	return nil
}

// PairSummary is how two countries stand, in a few figures.
func PairSummary(r queries.PairRow) Text {
	return Join(" · ",
		Join(" – ", T(Bold, r.A.Name), T(Bold, r.B.Name)),
		T(Plain, Count(r.Events, "event")+" in "+Count(r.Documents, "document")),
		T(Plain, fmt.Sprintf("%d of cooperation, %d of conflict", r.VerbalCooperation+r.MaterialCooperation, r.VerbalConflict+r.MaterialConflict)),
		T(tone(r.IntensityMean), fmt.Sprintf("mean %+.1f", r.IntensityMean)),
	)
}

// further says how to ask on, with names out of this briefing.
func (s Screen) further(b briefing.Briefing) error {
	if err := s.heading("ASK FURTHER"); err != nil {
		return err
	}
	ask := [][2]string{{"dossier ingest PATH…", "keep the articles in a store, then:"}}
	if len(b.Statements) > 0 && b.Statements[0].Speaker != nil {
		ask = append(ask, [2]string{"dossier said " + shellWord(b.Statements[0].Speaker.Name), "all that one said"})
	}
	if len(b.Pairs) > 0 {
		p := b.Pairs[0].Index
		ask = append(ask, [2]string{"dossier between " + shellWord(p.A.Name) + " " + shellWord(p.B.Name), "all between two"})
	}
	ask = append(ask, [2]string{"dossier explain ID", "what a line rests on"})
	widest := 0
	for _, a := range ask {
		widest = max(widest, Width(a[0]))
	}
	for _, a := range ask {
		if err := s.Line(Join("  ", Pad(T(Plain, a[0]), widest, false), T(Dim, a[1]))); err != nil {
			return err
		}
	}
	return nil
}

// shellWord is a name as one word of a command line.
func shellWord(name string) string {
	plain := func(r rune) bool {
		return r == '-' || r == '.' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
	}
	if name != "" && strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0 {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
