package statement

import (
	"strings"

	"dossier/extract/document"
)

// postnominals are what stands behind a name and a comma and belongs to it, in
// small letters without stops.
var postnominals = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "esq": true,
	"md": true, "dds": true, "dmd": true, "dvm": true, "phd": true, "jd": true, "mba": true, "cpa": true, "rn": true,
	"mp": true, "mep": true, "mla": true, "ac": true, "ao": true, "am": true, "oam": true, "kc": true, "qc": true, "kbe": true, "cbe": true, "obe": true, "mbe": true}

// withName is a span that begins with letters behind a name, widened to the name
// and its titles: "Mayor Ada Okoro, Jr." for "Jr.".
func (r *reader) withName(s document.Span) document.Span {
	d := r.doc
	first := r.tokenAt(s.Start)
	if first < 2 || !postnominals[strings.ReplaceAll(lower(d.Slice(d.Tokens[first].Span)), ".", "")] || d.Slice(d.Tokens[first-1].Span) != "," {
		return s
	}
	end := d.Tokens[first-2].End
	i := r.mentionAt(end) - 1
	if i < 0 || d.Mentions[i].End != end || d.Mentions[i].Kind != document.Name || d.Mentions[i].Type != document.Person {
		return s
	}
	start := d.Mentions[i].First
	for low := d.Sentences[r.sentenceOf(s.Start)].First; start > low && tagClasses[d.Tokens[start-1].Tag]&proper != 0; {
		start--
	}
	return document.Span{Start: d.Tokens[start].Start, End: s.End}
}

// beforeLetters is where words end that begin at token first, without the letters
// behind the name of a person: "Minister Ada Okoro [MP]".
func (r *reader) beforeLetters(first, end int) int {
	d := r.doc
	for last := end - 1; last > first; last-- {
		w := d.Slice(d.Tokens[last].Span)
		if !upper(w) || !postnominals[strings.ReplaceAll(lower(w), ".", "")] {
			break
		}
		if i := r.mentionAt(d.Tokens[last-1].End) - 1; i >= 0 && d.Mentions[i].Last == last && d.Mentions[i].Kind == document.Name && d.Mentions[i].Type == document.Person {
			return last
		}
	}
	return end
}

// turns are phrases behind a subject that say that it is somebody's turn.
var turns = [][]string{{"for", "his", "part"}, {"for", "her", "part"}, {"for", "its", "part"}, {"for", "their", "part"},
	{"on", "his", "part"}, {"on", "her", "part"}, {"on", "its", "part"}, {"in", "turn"}, {"for", "one"}}

// withoutTurn is a phrase without what only says whose turn it is: "Okoro [for his
// part] said".
func (r *reader) withoutTurn(p phrase) phrase {
	end := p.to
	for end-1 > p.from && r.units[end-1].is(comma) {
		end--
	}
	for _, words := range turns {
		at := end - len(words)
		if at <= p.from {
			continue
		}
		same := true
		for i, w := range words {
			same = same && r.text(at+i) == w
		}
		if same {
			p.to = at
			return p
		}
	}
	return p
}
