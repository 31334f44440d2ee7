package token

import (
	"strings"

	"dossier/extract/document"
)

// tagging tags a paragraph, first as if it were one sentence, so that the tags help to
// find where its segments end, then what is different at the ends of each.
type tagging struct {
	*tagger
	scores         []int32
	words, context []string
	hyphens        []bool // which tokens are hyphens between two words
	tags           []int32
}

// paragraph finds the tags of tokens [first, last), without writing them down.
func (g *tagging) paragraph(d *document.Document, first, last int) {
	n := last - first
	g.words, g.context = g.words[:0], g.context[:0]
	g.hyphens, g.tags = grow(g.hyphens, n), grow(g.tags, n)
	for i := range n {
		w := plain(d.Slice(d.Tokens[first+i].Span))
		g.words, g.context = append(g.words, w), append(g.context, normal(w))
		g.hyphens[i] = w == "-" && i > 0 && i+1 < n && d.Tokens[first+i-1].End == d.Tokens[first+i].Start && d.Tokens[first+i].End == d.Tokens[first+i+1].Start
	}
	p1, p2 := g.index[startTag], g.index[startTag2]
	for i := range n {
		g.tags[i] = g.tagOf(i, 0, n, p1, p2)
		p2, p1 = p1, g.tags[i]
	}
}

// sentence finds the tags of tokens [from, to) of the paragraph, as those of a
// sentence, in place of those of the paragraph. After two tags that stay, all stay
// but those that see its end.
func (g *tagging) sentence(from, to int) {
	p1, p2 := g.index[startTag], g.index[startTag2]
	stay := 0
	for i := from; i < to; i++ {
		tag := g.tagOf(i, from, to, p1, p2)
		if stay++; tag != g.tags[i] {
			stay = 0
		}
		g.tags[i] = tag
		p2, p1 = p1, tag
		if stay >= 2 && i+1 < to-2 {
			i = to - 3
			p1, p2 = g.tags[i], g.tags[i-1]
		}
	}
}

// write writes the tags of the paragraph that begins at token first down.
func (g *tagging) write(d *document.Document, first int) {
	for i, tag := range g.tags {
		t := &d.Tokens[first+i]
		t.Tag = treebank(g.tagger.tags[tag], d.Slice(t.Span))
	}
}

// tagOf is the tag of token i in a sentence of tokens [from, to), after the tags p2
// and p1.
func (g *tagging) tagOf(i, from, to int, p1, p2 int32) int32 {
	w := g.words[i]
	tag, ok := g.fixed[w]
	if !ok {
		tag = g.best(g.scores, g.around(i, from, to), w, g.tagger.tags[p1], g.tagger.tags[p2])
	}
	if other := compounded(g.tagger.tags[tag], w, i > from && g.hyphens[i-1], i+1 < to && g.hyphens[i+1]); other != "" {
		return g.index[other]
	}
	return tag
}

// around are the words around token i of a sentence, itself in the middle.
func (g *tagging) around(i, from, to int) (ctx [5]string) {
	for k := range ctx {
		switch j := i + k - 2; {
		case j == from-2:
			ctx[k] = startWord2
		case j == from-1:
			ctx[k] = startWord
		case j == to:
			ctx[k] = endWord
		case j == to+1:
			ctx[k] = endWord2
		default:
			ctx[k] = g.context[j]
		}
	}
	return ctx
}

// compounded is the tag of a word with a hyphen before or after it, or inside, where
// that makes another likelier than the one that the model gave it, which has hardly
// seen compounds whose parts stand apart; else "".
func compounded(tag, w string, before, after bool) string {
	switch {
	case after && particles[w]:
		return "NNP"
	case after && (strings.EqualFold(w, "self") || tag == "SYM" && w[0] >= 'a'):
		return "NN"
	case after && tag == "SYM":
		return "NNP"
	case before && tag == "VBD": // state-owned
		return "VBN"
	case before && w == "like":
		return "JJ"
	case w[0] >= '0' && w[0] <= '9' && strings.IndexByte(w, '-') > 0:
		return "CD"
	}
	return ""
}
