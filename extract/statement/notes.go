package statement

import (
	"strings"

	"dossier/extract/document"
)

// heard are the words of a transcript's notes on what was heard or seen beside the words,
// "(Laughter and applause.)", and "[sic]". What could not be heard, "(inaudible)", is no
// note but stands for words.
var heard = wordSet("laughter laughs laugh laughing laughed chuckles chuckle chuckling applause applauds applaud applauding cheers cheering boos booing " +
	"crosstalk cross-talk gestures gesturing sighs coughs pause pauses sic")

// longestNote is how many words a note may have.
const longestNote = 5

// notes takes the notes of a transcript out of the turns and speeches in whose midst they
// stand: "[When I was young.] (Laughter.) [I was shy.]"
func (r *reader) notes() {
	for i := range r.doc.Statements {
		st := &r.doc.Statements[i]
		if st.Rule != rules[ruleTurn].name && st.Rule != rules[ruleAnnounced].name {
			continue
		}
		var pieces []document.Span
		for _, c := range st.Content {
			pieces = r.withoutNotes(pieces, c)
		}
		if len(pieces) > 0 {
			st.Content = pieces
		}
	}
}

// withoutNotes appends the pieces of a span between the notes in it.
func (r *reader) withoutNotes(pieces []document.Span, c document.Span) []document.Span {
	d := r.doc
	if !strings.ContainsAny(d.Slice(c), "([") {
		return append(pieces, c)
	}
	from := c.Start
	for i := r.tokenAt(c.Start); i < len(d.Tokens) && d.Tokens[i].Start < c.End; i++ {
		end := r.noteEnd(i)
		if end == 0 || d.Tokens[end-1].End > c.End {
			continue
		}
		pieces = r.piece(pieces, document.Span{Start: from, End: d.Tokens[i].Start})
		for i = end - 1; end < len(d.Tokens) && marks[d.Slice(d.Tokens[end].Span)]&(comma|dash|stop) != 0; end++ {
			// “looking — (laughter) — [for a pardon]”
		}
		if from = c.End; end < len(d.Tokens) {
			from = min(from, d.Tokens[end].Start)
		}
	}
	return r.piece(pieces, document.Span{Start: from, End: c.End})
}

// piece appends a span without the space at its end, unless it holds nothing but marks.
func (r *reader) piece(pieces []document.Span, s document.Span) []document.Span {
	d := r.doc
	s.End = s.Start + len(strings.TrimRight(d.Text[s.Start:max(s.Start, s.End)], " \t\n\u00a0"))
	for i := r.tokenAt(s.Start); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
		if marks[d.Slice(d.Tokens[i].Span)] == 0 {
			return append(pieces, s)
		}
	}
	return pieces
}

// noteEnd is the token behind the note that begins at a token, 0 when none does.
func (r *reader) noteEnd(i int) int {
	d := r.doc
	if marks[d.Slice(d.Tokens[i].Span)]&open == 0 {
		return 0
	}
	found := false
	for j := i + 1; j < min(i+longestNote+3, len(d.Tokens)); j++ {
		w := d.Slice(d.Tokens[j].Span)
		switch c := marks[w]; {
		case c&close != 0:
			if !found {
				return 0
			}
			return j + 1
		case c&(open|mark) != 0:
			return 0
		}
		found = found || heard[strings.TrimRight(lower(w), ".")]
	}
	return 0
}
