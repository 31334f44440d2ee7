package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// pronoun resolves he, she and their forms to the person that fits best, and it
// and its where it is safe.
func (r *reader) pronoun(t int, subject bool) {
	w := r.word(t)
	if !w.Is(lexicon.PronounWord) || w.Person != 3 {
		return
	}
	if w.Plural {
		r.they(t)
		return
	}
	if w.Gender == lexicon.Thing {
		r.thing(t, w)
		return
	}
	p := pronoun{
		gender: genders[w.Gender], subject: subject, quoted: r.quoted[t],
		object: w.Case == lexicon.Object, possessive: r.tag(t) == "PRP$",
		speaks: !r.quoted[t] && (r.says(t-1) || r.says(t+1)),
		token:  int32(t), sentence: r.sents[t],
	}
	if p.gender == document.UnknownGender {
		return
	}
	var best int32 = -1
	var score float32
	rank := 0
	for _, e := range r.recent {
		k := &r.known[e]
		if k.Type != document.Person || k.Gender != p.gender && k.Gender != document.UnknownGender {
			continue
		}
		if p.sentence-k.sentence > maxSentences {
			break
		}
		if s := r.fit(&p, e, rank); best < 0 || s > score {
			best, score = e, s
		}
		rank++
	}
	if best < 0 {
		return
	}
	if r.known[best].Gender == document.UnknownGender {
		r.known[best].Gender = p.gender
	}
	r.add(best, t, t+1, document.Pronoun)
	r.note(best, t, subject || r.isFinite(t+1))
}

// pronoun is a pronoun at its place.
type pronoun struct {
	gender                              document.Gender
	subject, object, possessive, quoted bool
	speaks                              bool // he said, said he
	token, sentence                     int32
}

// says tells whether a token is a finite verb of saying.
func (r *reader) says(t int) bool {
	return r.isFinite(t) && r.word(t).Report == lexicon.Say
}

// maxSentences is how many sentences back a pronoun reaches.
const maxSentences = 4

// The features of a person as the antecedent of a pronoun.
const (
	sentencesBack = iota
	tokensBack    // in tens
	nearest       // of those of the gender
	otherParagraph
	named // how often so far, up to four times
	genderKnown
	wasSubject
	subjectOfLast // in the sentence before
	bothSubjects  // parallel
	wasGenitive   // Ann's
	wasGoverned   // with Ann
	possessed     // possessive pronoun in the same sentence
	selfObject    // the subject of the clause whose object the pronoun is
	acrossQuote   // one inside a quotation, one outside
	ownQuote      // a speaker says I, not he
	goesOn        // he added: the one who spoke last
	features
)

// weights were set by coordinate search, from a few starts, on the training
// parts of GAP and of GUM. That a known gender counts against a person is an
// effect of the rest: such people are named more often.
var weights = [features]float32{
	sentencesBack: -1.3, tokensBack: -0.5, nearest: -0.2, otherParagraph: 0.75, named: 0.8, genderKnown: -0.5,
	wasSubject: 1.4, subjectOfLast: -0.65, bothSubjects: 0.65, wasGenitive: -0.25, wasGoverned: -0.95,
	possessed: 1, selfObject: -2.35, acrossQuote: -0.85, ownQuote: -1.8, goesOn: 2.5,
}

func (r *reader) fit(p *pronoun, e int32, rank int) float32 {
	k := &r.known[e]
	back := p.sentence - k.sentence
	s := weights[sentencesBack]*float32(back) +
		weights[tokensBack]*float32(min(p.token-k.token, 100))/10 +
		weights[named]*float32(min(k.count, 4))
	for _, f := range [...]struct {
		feature int
		holds   bool
	}{
		{nearest, rank == 0},
		{otherParagraph, back > 0 && r.paragraph(p.sentence) != r.paragraph(k.sentence)},
		{genderKnown, k.Gender == p.gender},
		{wasSubject, k.subject},
		{subjectOfLast, k.subject && back == 1},
		{bothSubjects, k.subject && p.subject},
		{wasGenitive, k.genitive},
		{wasGoverned, k.governed},
		{possessed, back == 0 && p.possessive},
		{selfObject, back == 0 && p.object && k.subject},
		{acrossQuote, p.quoted != k.quoted},
		{ownQuote, back == 0 && p.quoted && !k.quoted},
		{goesOn, p.speaks && e == r.speaker},
	} {
		if f.holds {
			s += weights[f.feature]
		}
	}
	return s
}

func (r *reader) paragraph(sentence int32) int {
	if int(sentence) >= len(r.doc.Sentences) {
		return 0
	}
	return r.doc.Sentences[sentence].Paragraph
}

// thing resolves its and itself to the organisation or country that is the
// subject of the same sentence, when that was named last; it only where it
// begins what that subject says and isn't the empty one of "it is clear that".
func (r *reader) thing(t int, w *lexicon.Word) {
	if r.tag(t) == "PRP" && w.Case != lexicon.Reflexive && (!r.isFinite(t+1) || !r.reported(t-1) || r.empty(t)) {
		return
	}
	for _, e := range r.recent {
		k := &r.known[e]
		if k.sentence != r.sents[t] || k.quoted != r.quoted[t] {
			return
		}
		if k.Type != document.Country && k.Type != document.Organization {
			continue
		}
		if !k.subject || k.genitive || k.governed {
			return
		}
		r.add(e, t, t+1, document.Pronoun)
		r.note(e, t, k.subject)
		return
	}
}

// reported tells whether a clause that somebody says can follow a token.
func (r *reader) reported(t int) bool {
	return r.text(t) == "that" || r.word(t).Is(lexicon.Reporting)
}

// empty tells whether an it stands for no thing: it is likely that, it rained.
func (r *reader) empty(t int) bool {
	for i := t + 1; i < t+5; i++ {
		switch tag := r.tag(i); {
		case tag == "JJ" || tag == "JJR":
			return true
		case !strings.HasPrefix(tag, "VB") && tag != "MD" && tag != "RB":
			return false
		}
	}
	return false
}
