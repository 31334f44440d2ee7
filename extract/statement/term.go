package statement

import (
	_ "embed"
	"fmt"
	"strings"

	"dossier/extract/document"
	"dossier/extract/statement/chain"
)

// term is a word of reporting as the chain knows it.
type term struct {
	lemma  uint32
	class  chain.Class
	noun   bool
	kind   document.StatementClass
	stance document.Stance
}

// terms are the words that the chain tells apart. All other words are to it what
// their tags are, since of the texts that it learns from only the ways of
// reporting may be kept (see the notice of the model).
type terms struct {
	cues   map[string]term
	words  map[string]bool // of closed classes
	topics map[string]bool // verbs whose object is what was spoken about

	showing map[string]bool // verbs for what things do
	making  map[string]bool // verbs whose object may be a work
}

// topical are verbs whose object is a topic: who discusses an issue has not thereby
// said anything of it.
const topical = "discuss talk speak mention respond reply release issue comment refer address review"

// Verbs of showing, of which a thing is the subject as often as somebody, and verbs of
// making words, whose object is a work rather than what it says: "wrote a book".
const (
	showings = "show indicate reveal suggest demonstrate reflect confirm prove highlight underline underscore emphasize emphasise reaffirm reinforce illustrate signal point acknowledge recognize clarify stress affirm represent note declare imply inform call demand urge require recall continue"
	makings  = "write tweet post read conclude publish"
)

// termTable lists the words of reporting: verbs with their irregular forms as in
// verbs.tsv, and nouns.
//
//go:embed cues.tsv
var termTable string

var (
	termKinds   = map[string]document.StatementClass{"-": document.Say, "ask": document.Ask, "promise": document.Promise, "think": document.Think}
	termStances = map[string]document.Stance{"-": document.Neutral, "doubting": document.Doubting, "factive": document.Factive}
)

// topicForms are the irregular forms of such verbs.
var topicForms = map[string][]string{"speak": {"-", "spoke", "spoken"}, "show": {"-", "showed", "shown"}, "write": {"-", "wrote", "written"}, "read": {"-", "read", "read"}, "refer": {"-", "referred", "referred", "referring"}}

// telling are the classes of words whose members the chain tells apart: closed
// ones, to which no language adds.
const telling = subject | firstPerson | ours | relative | that | question | subordinate | condition |
	coordinator | auxiliary | negation | determiner | infinitive | preposition

var termClasses = map[string]chain.Class{"say": chain.Say, "act": chain.Act, "thought": chain.Thought, "evidence": chain.Evidence}

// particles are words of closed classes that the rules have no class for.
const particles = "him her them us me you his hers their theirs its your yours our ours mine my himself herself itself themselves myself yourself ourselves " +
	"there here then now so too not n't n’t no yes also only just even still again already ever never " +
	"up down out off over back away along around across behind beyond above below under upon onto toward towards besides despite except per via amid regarding concerning " +
	"'s ’s ’re ’ll ’d ’ve 'm ’m such much many more most less least other same own either neither nor both each every all any another " +
	"ought shall cannot ca wo"

func newTerms() (terms, error) {
	t := terms{cues: make(map[string]term, 2048), words: make(map[string]bool, 256), topics: make(map[string]bool),
		showing: make(map[string]bool), making: make(map[string]bool)}
	for words, forms := range map[string]map[string]bool{topical: t.topics, showings: t.showing, makings: t.making} {
		for w := range strings.FieldsSeq(words) {
			for _, form := range inflect(w, topicForms[w]) {
				forms[form] = true
			}
		}
	}
	for _, c := range closed {
		if c.class&telling != 0 {
			for _, w := range strings.Fields(c.words) {
				t.words[w] = true
			}
		}
	}
	for _, w := range strings.Fields(particles) {
		t.words[w] = true
	}
	for i, line := range strings.Split(strings.TrimSpace(termTable), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 4 || termClasses[f[1]] == 0 || termKinds[f[2]] == "" || termStances[f[3]] == "" {
			return t, fmt.Errorf("statement: cues.tsv line %d: want a word, its class, kind and stance, have %q", i+1, line)
		}
		x := term{lemma: hashed(f[0]), class: termClasses[f[1]], kind: termKinds[f[2]], stance: termStances[f[3]]}
		if len(f) == 5 && f[4] == "noun" {
			x.noun, x.lemma = true, hashed("noun of "+f[1])
			t.cues[f[0]] = x
			if !strings.HasSuffix(f[0], "s") {
				t.cues[f[0]+"s"] = x
			}
			continue
		}
		for _, form := range inflect(f[0], f[4:]) {
			if _, ok := t.cues[form]; !ok {
				t.cues[form] = x
			}
		}
	}
	return t, nil
}

// act fills in what kind of act the cue makes of a statement and how far it vouches
// for it. A request asks nothing, and what is agreed to be done is promised.
func (r *reader) act(st *document.Statement, c *candidate) {
	st.Class, st.Stance = document.Say, document.Neutral
	if c.thought {
		st.Class = document.Think
	}
	if st.Cue.Empty() {
		return
	}
	w, _, _ := strings.Cut(lower(r.doc.Slice(r.units[c.verb].Span)), " ")
	x, ok := r.terms.cues[w]
	if !ok {
		return
	}
	st.Class, st.Stance = x.kind, x.stance
	switch {
	case c.thought:
		st.Class = document.Think
	case x.kind == document.Think:
		st.Class = document.Say // the chain says that it was uttered
	case c.rule == ruleWanted && x.kind == document.Ask:
		st.Class = document.Say
	case c.rule == ruleWanted && w == "agreed":
		st.Class = document.Promise
	}
}
