// Package statement reads who said what: direct, indirect and mixed speech, each
// statement with its speaker and how likely it is right.
//
// What is quoted is settled first. A quoted region is one unit, into which nothing
// looks, so that what people say never passes for the article's own grammar; two
// or three words in marks that are no speech are ordinary words. Rules then find
// reporting verbs with what they take (verbs.tsv), each with its subject (before
// it, after it, behind a description, or borrowed from another verb) and with where
// the words that it reports begin and end; "according to", colons and dashes have
// rules of their own.
//
// What the rules find, and how the words hang together in the sentence's tree, is
// evidence for a chain of learned models (package chain), which decides: which words
// are cues, what each reports, who speaks, and how likely that is right. After it the
// tree is an arbiter (tree.go, bounds.go, doubt.go): whose subject is whole, where
// what was said ends, and what was shown, planned or meant rather than said. To the
// chain all words but those of closed classes and of
// reporting are what their tags and kinds of names say. Labels of transcripts,
// headlines, announcements and refusals stay with the rules, and a quotation
// without an attribution carries the last speaker on.
//
// What is called for, urged or vowed is kept as the rules find it. A report that an
// agency passes on is kept beside the agency's report of it, a quotation that it passes
// on is the speaker's alone; elsewhere the outer of two statements is kept, and the
// inner one inside it, when a rule bears it out: of 48 of those in news and press
// releases, judged by hand, 42 were right.
//
// Where to look, in the order in which a text is read; all are methods of one reader,
// which holds the document and the sentence at hand:
//
//   - the page: label, talk, turn, handover (who has the floor in a transcript), resumed
//     (turns cut in two), notes (what it adds to the words), speech, author, unmarked (announcements and speeches
//     without marks), headline
//   - the sentence: unit, quote, words, verb and cue with their tables; nounphrase,
//     clause, subject, content
//   - rules for one construction each: attribute, accord, colon, after, borrow,
//     described, list, postname, unsaid; rule names them
//   - the chain: observe (what it sees), term, learned (what it decides)
//   - the tree as arbiter: tree, arbiter, misplaced, alongside (whole speakers), bounds,
//     around, items, further (whole contents), whole and narrator (the same: what is given back to
//     them, what is cut off), doubt, counted, hollow, undone (what nobody said)
//   - across sentences: floating (quotations that go on), half (those that an attribution
//     parts, a mark lost), inside (what others are said to have said), refusal
//   - who is meant: speaker, fronted (words around him), head, namewithin, fullname, recall,
//     paper, maker (whose it is), meeting (the participants), actors (the lawmakers), joint,
//     conjunct (the parts of a list), behalf
//   - emit makes the statements
//
// Measured by content overlap of .8 with the right speaker (F1): PolNeAR
// development set 84.5 (direct 96, indirect 75, mixed 87), 14 Wikinews articles 84,
// and 80 when the speaker has to be known by his full name. A second human reader
// reaches 87.6 on PolNeAR's test set. What is missed are mostly reports without a verb
// of saying ("questions about"), bare noun phrases, and indirect speech whose end is a
// matter of taste.
package statement

import (
	_ "embed"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/statement/chain"
)

// Stage finds statements. It is immutable and safe for concurrent use.
type Stage struct {
	words   vocabulary
	terms   terms
	lexicon *lexicon.Lexicon
	model   *chain.Model // nil reads by the rules alone
}

// New builds the tables and loads the model. The error tells of a fault in one of
// them.
func New(lex *lexicon.Lexicon) (*Stage, error) {
	m, err := chain.Decode(modelFile)
	if err != nil {
		return nil, err
	}
	return With(lex, m)
}

// With is [New] with another model; without one (nil) the stage reads by its rules
// alone.
func With(lex *lexicon.Lexicon, m *chain.Model) (*Stage, error) {
	v, err := newVocabulary()
	if err != nil {
		return nil, err
	}
	t, err := newTerms()
	if err != nil {
		return nil, err
	}
	return &Stage{words: v, terms: t, lexicon: lex, model: m}, nil
}

// modelFile is what cmd/train learned; its notice says from what.
//
//go:embed statements.model
var modelFile []byte

// Apply fills d.Statements from d's tokens, sentences, quoted regions, mentions
// and entities.
func (s *Stage) Apply(d *document.Document) { s.read(d, nil) }

func (s *Stage) read(d *document.Document, watch watcher) {
	r := reader{words: s.words, terms: &s.terms, lexicon: s.lexicon, doc: d, watch: watch, voice: newVoice(), paragraph: -1, turnOf: -1}
	if s.model != nil {
		r.chain = s.model.Borrow()
		defer s.model.Return(r.chain)
	}
	r.talk = r.converse()
	r.speech = r.isSpeech()
	for i := range d.Sentences {
		r.sentence(i)
	}
	r.release()
	r.resumed()
	r.notes()
	r.unfronted()
	d.Statements = append(d.Statements, r.refused...)
	slices.SortStableFunc(d.Statements, func(a, b document.Statement) int {
		return a.Start() - b.Start()
	})
	for i := range d.Statements {
		st := &d.Statements[i]
		if st.Type != document.None {
			st.Type = r.typeOf(st.Content) // turns have grown since
		}
		if st.Rule == rules[ruleTurn].name || st.Rule == rules[ruleAnnounced].name {
			st.Type = document.Direct // word for word, with or without marks
		}
	}
	r.below()
	r.wordless()
	r.foretold()
	r.parties()
	r.lawmakers()
	r.makers()
	r.participants()
	r.unnamed()
	r.bodied()
	r.once()
	r.about()
	r.completed()
	r.unanswered()
}

// once drops statements that the text gives again word for word by the same
// speaker, as pages do that hold an article twice. Turns are kept, since people do
// say "Yes." twice.
func (r *reader) once() {
	type said struct{ who, what string }
	seen := make(map[said]bool, len(r.doc.Statements))
	kept := r.doc.Statements[:0]
	for _, st := range r.doc.Statements {
		if st.Rule != rules[ruleTurn].name && st.Speaker != nil {
			key := said{who: st.Speaker.Name}
			for _, c := range st.Content {
				key.what += strings.Trim(r.doc.Slice(c), "“”\"'.,") + "\n"
			}
			if len(st.Content) == 0 {
				key.what = r.doc.Slice(st.Cue)
			}
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		kept = append(kept, st)
	}
	r.doc.Statements = kept
}

// reader is the state of reading one document.
type reader struct {
	words   vocabulary
	terms   *terms
	lexicon *lexicon.Lexicon
	doc     *document.Document
	chain   *chain.Reader // nil reads by the rules alone
	watch   watcher       // nil for nobody
	seen    chain.Sentence
	tree    tree // of the sentence at hand

	nextQuote   int    // the first quoted region that no sentence has taken yet
	nextName    int    // the first mention that ends after the units loaded so far
	all         []unit // of the sentence
	units       []unit // the stretch of them that is being read
	unitOf      []int  // of each token of a sentence the unit, counted from 1, 0 for none
	none        unit   // stands for a unit outside the sentence
	cues        []cue
	found, kept []candidate
	guesses     []candidate // what the rules found, contradictions included

	refused    []document.Statement // without content
	firsts     []int                // where each entity is first mentioned
	leading    []*document.Mention  // of the first three people whom the text names
	saidAt     map[int][]int        // the statements by the sentence of their cue
	bodies     map[int]string       // the full names of bodies, by entity
	signatures []document.Source    // who the article says has signed, nil before that is known
	paragraph  int                  // of the sentence before the one at hand, or of that one
	floor      int                  // the first unit after a dateline
	fronted    document.Span        // what the statement at hand says before its speaker is named
	edge       int                  // how far the attributions read so far reach in the sentence
	voice      voice

	person    int8                // 2 when somebody speaks of himself in a text that has lost its marks, 1 when nobody does, 0 before that is known
	speech    bool                // the text is somebody's speech or letter
	talk      conversation        // the labels of its speakers
	waiting   *document.Statement // a turn whose label stands in a paragraph of its own
	marked    bool                // the turn at hand is in a quotation mark that each of its paragraphs opens anew
	beside    bool                // the paragraph at hand stands beside the turn
	turnOf    int                 // the statement whose turn or block it is, -1 for none
	block     bool                // what is going on is unquoted words after a colon
	closedAt  int                 // where the mark ended that closed it; sentences that begin before it are its
	blockNext bool                // such words may begin with the next paragraph
}

// candidate is a statement in terms of units, before its sentence is settled.
type candidate struct {
	content   [2]phrase // the second is empty unless an attribution interrupts
	more      []phrase  // further pieces
	cue       document.Span
	verb      int
	who       phrase
	addressee phrase
	negated   bool
	borrowed  bool // who is the subject of another verb
	rule      rule
	likely    float64 // how likely it is right, as far as the chain says so
	thought   bool    // rather than said
}

func (r *reader) text(unit int) string {
	return lower(r.doc.Slice(r.units[unit].Span))
}

// stretch is how many units are read at once. Hardly any sentence is longer; what
// is (a list, a text without stops) is read in pieces, so that the time stays
// linear in the length of the text.
const stretch = 256

// sentence reads sentence i.
func (r *reader) sentence(i int) {
	s := r.doc.Sentences[i]
	if r.turn(i) {
		r.paragraph = s.Paragraph
		return
	}
	r.load(s)
	r.plant(s)
	before := len(r.doc.Statements)
	belated := false
	for all, first := r.all, true; len(all) > 0; first = false {
		r.units = all[:min(stretch, len(all))]
		all = all[len(r.units):]
		r.floor = 0
		if first && s.Paragraph != r.paragraph {
			r.floor = r.dateline()
		}
		r.edge = r.floor
		r.clauses()
		if r.chain != nil || r.watch != nil {
			r.learned(s, first)
		}
		r.arbitrate()
		if len(r.found) == 0 && first && r.belated(s) {
			belated = true
			break
		}
		for i := range r.found {
			r.emit(&r.found[i])
			if r.found[i].rule == ruleAnnounced {
				r.turnOf, r.block = len(r.doc.Statements)-1, true
			}
		}
		r.refuse(before)
	}
	if len(r.units) > 0 && !belated {
		r.floating(s, before)
	}
	r.inside(before)
	r.paragraph = s.Paragraph
}

// clauses finds the statements of the units at hand.
func (r *reader) clauses() {
	r.found = r.found[:0]
	r.findCues()
	r.accord()
	for i := range r.cues {
		if c, ok := r.attribute(i); ok && !r.unsaid(&c) {
			r.found = append(r.found, c)
		}
	}
	r.colons()
	r.signed()
	r.guesses = append(r.guesses[:0], r.found...)
	r.settle()
	slices.SortStableFunc(r.found, func(a, b candidate) int { return a.verb - b.verb })
}

// settle keeps, of candidates that lie in one another, the outer one, and of
// two that overlap the first.
func (r *reader) settle() {
	kept := r.kept[:0]
	for i := range r.found {
		c := &r.found[i]
		ok := true
		for j := range r.found {
			o := &r.found[j]
			if i == j {
				continue
			}
			inside, holds := o.holds(c.verb), c.holds(o.verb)
			switch {
			case inside && o.rule.follows() && r.told(c, o):
			case inside && !holds:
				ok = false
			case inside && holds && (j < i && !c.rule.follows() || o.rule.follows() && !c.rule.follows()):
				ok = false
			case !inside && !holds && o.overlaps(c) && j < i:
				ok = false
			}
		}
		if ok {
			kept = append(kept, *c)
		}
	}
	r.found, r.kept = kept, r.found
}

// told tells whether a report is kept beside the report that it was made, as
// agencies add to what they have from others: "Smith said …, the agency
// reported". Its content is cut to lie within the other's.
func (r *reader) told(inner, outer *candidate) bool {
	if inner.rule.follows() || inner.borrowed || !r.names(inner.who) || inner.who.from >= inner.verb {
		return false
	}
	for i := range inner.content {
		p := &inner.content[i]
		if !p.empty() && p.to > outer.content[0].to {
			p.to = outer.content[0].to
		}
	}
	return inner.content[0].from < inner.content[0].to
}

func (c *candidate) holds(unit int) bool {
	for _, p := range c.content {
		if p.from <= unit && unit < p.to {
			return true
		}
	}
	return false
}

func (c *candidate) overlaps(o *candidate) bool {
	for _, p := range c.content {
		for _, q := range o.content {
			if p.from < q.to && q.from < p.to {
				return true
			}
		}
	}
	return false
}

// crosses tells whether some content of either begins within the other's and ends
// outside of it.
func (c *candidate) crosses(o *candidate) bool {
	for _, p := range c.content {
		for _, q := range o.content {
			within := p.from <= q.from && q.to <= p.to || q.from <= p.from && p.to <= q.to
			if p.from < q.to && q.from < p.to && !within {
				return true
			}
		}
	}
	return false
}
