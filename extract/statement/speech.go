package statement

// selfish is the share of first-person words outside quotation from which on a
// text is taken for a speech, a letter or a diary. News stays below it (one word
// in a hundred at the 95th percentile of Wikinews, nearly none in agency copy);
// transcripts of speeches lie at three to seven.
const selfish = .02

// isSpeech tells whether the whole text is in the first person. What its author
// says in it is no statement, and there subjects that no name or pronoun stands
// for ("let me just say") are nobody's.
func (r *reader) isSpeech() bool {
	d := r.doc
	words, own, quote := 0, 0, 0
	for i := 0; i < len(d.Tokens); i++ {
		if quote < len(d.Quotes) && d.Quotes[quote].First <= i {
			i = max(i, d.Quotes[quote].Last-1)
			quote++
			continue
		}
		c := r.words.find(d.Slice(d.Tokens[i].Span)).class
		if c&punctuation != 0 {
			continue
		}
		words++
		if c&(firstPerson|ours) != 0 {
			own++
		}
	}
	return float64(own) > selfish*float64(words)
}
