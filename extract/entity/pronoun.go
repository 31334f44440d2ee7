package entity

import (
	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// pronoun resolves he, she and their forms to the person that fits best.
func (r *reader) pronoun(t int, subject bool) {
	w := r.word(t)
	if !w.Is(lexicon.PronounWord) || w.Person != 3 || w.Plural || w.Gender == lexicon.Thing {
		return
	}
	gender := genders[w.Gender]
	if gender == document.UnknownGender {
		return
	}
	var best int32 = -1
	var score float32
	for _, e := range r.recent {
		k := &r.known[e]
		if k.Type != document.Person || k.Gender != gender && k.Gender != document.UnknownGender {
			continue
		}
		if s, ok := r.fit(k, t, gender, w.Case, subject); ok && (best < 0 || s > score) {
			best, score = e, s
		}
	}
	if best < 0 {
		return
	}
	if r.known[best].Gender == document.UnknownGender {
		r.known[best].Gender = gender
	}
	r.add(best, t, t+1, document.Pronoun)
	r.note(best, t, subject || r.isFinite(t+1))
}

// What makes a person the likelier antecedent. The weights were set on the
// training parts of GAP and GUM.
const (
	perSentence   = -1.0 // for each sentence back
	wasSubject    = 1.0
	genderIsKnown = 1.0
	perMention    = 0.15 // at most four count
	acrossQuote   = -1.0 // named inside a quotation, meant outside, or the other way round
	ownSpeaker    = -1.5 // the speaker's own quotation says I, not he
	sameClause    = -1.5 // a subject isn't its own object
	perToken      = -0.01
	maxSentences  = 4
)

func (r *reader) fit(k *known, t int, gender document.Gender, c lexicon.Case, subject bool) (float32, bool) {
	back := r.sents[t] - k.sentence
	if back > maxSentences || back < 0 {
		return 0, false
	}
	s := perSentence*float32(back) + perMention*float32(min(k.count, 4)) + perToken*float32(min(t-int(k.token), 100))
	if k.subject {
		s += wasSubject
	}
	if k.Gender == gender {
		s += genderIsKnown
	}
	if r.quoted[t] != k.quoted {
		s += acrossQuote
		if r.quoted[t] && back == 0 {
			s += ownSpeaker
		}
	}
	if c == lexicon.Object && back == 0 && k.subject {
		s += sameClause
	}
	return s, true
}
