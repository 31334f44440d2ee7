package statement

import (
	"strings"

	"dossier/extract/document"
)

// longestLabel is how many tokens a speaker's label may have, "MS. JEAN-PIERRE:"
// or "Former mayor at the hearing:".
const longestLabel = 10

// label is a name set before what its bearer says: "MR. BATES: …", or "Q".
type label struct {
	sentence    int    // in which it stands
	first, last int    // its tokens, [first, last)
	after       int    // the first token of what is said, after the colon
	text        string // of its tokens
	starts      bool   // it begins a paragraph
	alone       bool   // nothing but it stands in its paragraph
	quoted      bool   // a mark stands before it that nothing need close: "NAME: …
	capitals    bool   // it is written in capitals throughout
	stopped     bool   // a stop ends it, as in plays: “ROMEO. It is the lark.”
}

// letter tells whether a label is the Q or the A of an interview.
func (l *label) letter() bool { return l.text == "Q" || l.text == "A" }

// scanLabels gives all that could be labels, and counts them.
func (r *reader) scanLabels() (all []label, counts map[string]*tally) {
	d := r.doc
	counts = make(map[string]*tally)
	paragraph := -1
	for k, s := range d.Sentences {
		starts := s.Paragraph != paragraph
		paragraph = s.Paragraph
		before := len(all)
		if before > 0 && s.First < all[before-1].after {
			continue // the second half of "MS. LEE:"
		}
		if l, ok := r.label(k); ok && (starts || l.capitals) {
			l.starts = starts
			all = append(all, l)
		}
		all = r.letters(all, k)
		for i := before; i < len(all); i++ {
			t := counts[all[i].text]
			if t == nil {
				t = new(tally)
				counts[all[i].text] = t
			}
			if all[i].starts {
				t.paragraphs++
			} else {
				t.within++
			}
			t.personal = t.personal || r.personal(&all[i])
		}
	}
	return all, counts
}

// label reads a label at the start of sentence k: a capitalised noun phrase and a
// colon, the Q and A of an interview, or a name in capitals and a stop.
func (r *reader) label(k int) (label, bool) {
	d, s := r.doc, r.labelled(k)
	l := label{sentence: k, first: s.First}
	if marks[d.Slice(d.Tokens[s.First].Span)]&mark != 0 && s.First+1 < s.Last {
		l.first, l.quoted = s.First+1, true
	}
	w := d.Slice(d.Tokens[l.first].Span)
	if w[0] < 'A' || w[0] > 'Z' {
		return label{}, false
	}
	if !l.quoted && r.bareLabel(s, w) {
		return r.labelAt(l, l.first+1, l.first+1), true
	}
	end, brackets := 0, 0
	for i := l.first; i < s.Last && i < l.first+longestLabel; i++ {
		t := d.Tokens[i]
		w := d.Slice(t.Span)
		if w == ":" {
			l.alone = i+1 == s.Last
			l = r.labelAt(l, i, i+1)
			return l, (l.capitals || !l.quoted) && (!l.alone || r.endsParagraph(k))
		}
		if w == "." && end == 0 && i+1 < s.Last && upper(d.Text[d.Tokens[l.first].Start:t.Start]) {
			end = i
		}
		switch c := marks[w]; {
		case c&open != 0:
			brackets++
		case c&close != 0:
			brackets--
		case brackets > 0 || c&(comma|dash) != 0 || w == "." || w == "&" || t.Tag == "HYPH" || upper(w) || tagClasses[t.Tag]&(nounPhrase|preposition) != 0:
		default:
			i = s.Last
		}
	}
	if l.stopped = end > 0 && !l.quoted; l.stopped {
		l = r.labelAt(l, end, end+1)
	}
	return l, l.stopped
}

func (r *reader) labelAt(l label, last, after int) label {
	l.last, l.after = last, after
	l.text = r.doc.Text[r.doc.Tokens[l.first].Start:r.doc.Tokens[last-1].End]
	if i := strings.IndexAny(l.text, "(["); i > 1 {
		l.text = strings.TrimSpace(l.text[:i]) // "OKORO (aside)", "OKORO (North Pier)"
	}
	if l.text == "Q." || l.text == "A." {
		l.text = l.text[:1] // a stop taken for that of an initial
	}
	l.capitals = upper(l.text)
	return l
}

// letters appends the Q and A within sentence k, as they stand where an interview
// has lost its paragraphs: “The interview follows: Q: Is it safe? A: It is.”
func (r *reader) letters(all []label, k int) []label {
	d, s := r.doc, r.doc.Sentences[k]
	for i := s.First + 1; i+2 < s.Last; i++ {
		if w := d.Slice(d.Tokens[i].Span); w != "Q" && w != "A" || d.Slice(d.Tokens[i+1].Span) != ":" {
			continue
		}
		if marks[d.Slice(d.Tokens[i-1].Span)]&(colon|stop|close|mark) != 0 {
			all = append(all, r.labelAt(label{sentence: k, first: i}, i+1, i+2))
		}
	}
	return all
}

// longestTitle is how many tokens a title or name in capitals may have whose stop
// has been taken for the end of a sentence.
const longestTitle = 4

// labelled is sentence k, or that and the next one when it is nothing but a title
// in capitals, whose stop has been taken for its end: "MS. | LEE: Hello".
func (r *reader) labelled(k int) document.Sentence {
	s := r.doc.Sentences[k]
	if s.Last-s.First > longestTitle || k+1 == len(r.doc.Sentences) || !upper(r.doc.Slice(s.Span)) {
		return s
	}
	if next := r.doc.Sentences[k+1]; next.Paragraph == s.Paragraph {
		s.Last, s.End = next.Last, next.End
	}
	return s
}

// endsParagraph tells whether no sentence of its paragraph follows sentence k, but
// another paragraph does.
func (r *reader) endsParagraph(k int) bool {
	ss := r.doc.Sentences
	last := k
	if s := r.labelled(k); s.Last > ss[k].Last {
		last++
	}
	return last+1 < len(ss) && ss[last+1].Paragraph != ss[k].Paragraph
}

// bareLabel tells whether a sentence that begins with the word w is a question or
// an answer marked by its initial alone, as in "Q    Mr. President, …". An A has
// to stand apart, since it is a word too.
func (r *reader) bareLabel(s document.Sentence, w string) bool {
	if s.First+1 >= s.Last {
		return false
	}
	d := r.doc
	next := d.Tokens[s.First+1]
	if w == "Q." || w == "A." {
		return true
	}
	return (w == "Q" || w == "A") && (next.Start > s.Start+2 || w == "Q" && next.Start == s.Start+2 && d.Text[next.Start] != ':')
}

// personal tells whether what follows a label in its paragraph, or in the next when
// it is alone, opens with a pronoun of the first or second person, as talk does and
// a list doesn't.
func (r *reader) personal(l *label) bool {
	d := r.doc
	k := l.sentence
	p := d.Sentences[k].Paragraph
	if l.alone {
		for k < len(d.Sentences) && d.Sentences[k].Paragraph == p {
			k++
		}
		if k < len(d.Sentences) {
			p = d.Sentences[k].Paragraph
		}
	}
	for end := l.after + opening; k < len(d.Sentences) && d.Sentences[k].Paragraph == p && d.Sentences[k].First < end; k++ {
		for i := max(l.after, d.Sentences[k].First); i < min(d.Sentences[k].Last, end); i++ {
			if n := r.lexicon.Word(d.Slice(d.Tokens[i].Span)).Person; n == 1 || n == 2 {
				return true
			}
		}
	}
	return false
}

// upper tells whether a word is written in capitals throughout.
func upper(w string) bool {
	for i := 0; i < len(w); i++ {
		if 'a' <= w[i] && w[i] <= 'z' {
			return false
		}
	}
	return len(w) > 0
}
