package graph

import (
	"fmt"
	"strings"
)

// The predicates. Edges run from the many to the few: a hub is always an
// object.
const (
	Identifier Predicate = "identifier" // the ID that the source gave
	Title      Predicate = "title"
	Date       Predicate = "date" // day of publication, ISO 8601
	Publisher  Predicate = "publisher"
	URL        Predicate = "url"
	Words      Predicate = "words"    // how many
	Content    Predicate = "text"     // the whole text
	Contents   Predicate = "contents" // what was read in the text, packed: see contents
	In         Predicate = "in"       // listing → Catalogue

	Name  Predicate = "name"  // of an entity, as a document has it
	Key   Predicate = "key"   // a folded name that isn't in the ID
	Short Predicate = "short" // a folded part of the name that stands for the whole
	Of    Predicate = "of"    // mention → entity

	Type      Predicate = "type"      // direct, consult, position_held …
	Evidence  Predicate = "evidence"  // what it rests on, packed: see said and related
	Copy      Predicate = "copy"      // hash of who says what in which words, the same in a syndicated copy
	Class     Predicate = "class"     // of a statement that isn't of the usual one: ask, promise, think
	Speaker   Predicate = "speaker"   // statement → entity, each of those who say it together
	Addressee Predicate = "addressee" // statement → entity
	About     Predicate = "about"     // statement → entity that its words name
	Inside    Predicate = "inside"    // statement → statement that tells it
	Subject   Predicate = "subject"   // event or fact → entity
	Object    Predicate = "object"    // event or fact → entity
	Value     Predicate = "value"     // of a fact whose object is no entity
	Location  Predicate = "location"  // event → place
	Modality  Predicate = "modality"  // of an event or fact that isn't asserted
	ClaimedBy Predicate = "claimed_by"

	OnBehalfOf Predicate = "on_behalf_of" // statement → entity for which a spokesperson speaks

	Pair   Predicate = "pair"        // statement, event or fact → who and about or on whom
	Unsure Predicate = "pair_unsure" // the same of an event or fact that isn't asserted
)

// Domains and ranges beside the kinds of node.
const (
	rangeText   = "text"
	rangeNumber = "number"
	rangeEntity = "entity" // any type of entity
)

// Entry says what a predicate is for.
type Entry struct {
	Predicate Predicate
	Domain    string // kinds of its subjects, by |; "entity" is any type of entity
	Range     string // kinds of its objects, by |; or text, number
	Meaning   string
}

// Vocabulary is every predicate that the quads of a document have, beside the
// ledger's and the shortcuts; see [Shortcuts].
func Vocabulary() []Entry {
	const evidence = "statement|event|fact"
	return []Entry{
		{Identifier, DocumentNode, rangeText, "the ID that the source gave the document"},
		{Title, DocumentNode, rangeText, "its title"},
		{Date, DocumentNode, rangeText, "the day of its publication, ISO 8601"},
		{Publisher, DocumentNode, rangeText, "who published it"},
		{URL, DocumentNode, rangeText, "where it was published"},
		{Words, DocumentNode, rangeNumber, "how many words it has"},
		{Content, DocumentNode, rangeText, "its text, as it was read"},
		{Contents, DocumentNode, rangeText, "JSON: its sentences, its entities with their names and mentions, and counts"},
		{In, ListingNode, string(Catalogue), "a document is listed; the listing's ID begins with the day of publication"},
		{Name, rangeEntity, rangeText, "the name of the entity"},
		{Key, rangeEntity, rangeText, "a name of the entity in small letters without accents, unless the ID holds it"},
		{Short, rangeEntity, rangeText, "a part of its name that stands for the whole, such as a surname, folded likewise"},
		{Of, MentionNode, rangeEntity, "a document names the entity; the mention's ID says where first, and how often"},
		{Type, evidence, rangeText, "how a statement is quoted, what kind of event or fact it is"},
		{Evidence, evidence, rangeText, "JSON: the spans of the words that it rests on, the rule that found it, how certain it is"},
		{Copy, evidence, rangeText, "a hash that the same words in another document have too"},
		{Class, StatementNode, rangeText, "ask, promise, think; say when missing"},
		{Speaker, StatementNode, rangeEntity, "who says it, each of several who say it together"},
		{OnBehalfOf, StatementNode, rangeEntity, "for whom the speaker speaks, as a spokesperson of it"},
		{Addressee, StatementNode, rangeEntity, "to whom"},
		{About, StatementNode, rangeEntity, "whom its words name"},
		{Inside, StatementNode, StatementNode, "the statement that tells it: she said that he had said so; missing when the article itself tells it"},
		{Subject, "event|fact", rangeEntity, "who acts, or of whom it holds"},
		{Object, "event|fact", rangeEntity, "on whom or with whom, or what holds"},
		{Value, FactNode, rangeText, "a title, a date: an object that is no entity"},
		{Location, "event|fact", rangeEntity, "where it happened"},
		{Modality, "event|fact", rangeText, "future, hypothetical, negated; asserted when missing"},
		{ClaimedBy, "event|fact", StatementNode, "the statement in which it is said; the article's own voice when missing"},
		{Pair, evidence, PairNode, "two entities, of which the first acts on the second or speaks about it; also the countries for which they act; of events and facts those asserted"},
		{Unsure, "event|fact", PairNode, "the same of events and facts that are not asserted"},
	}
}

// Shortcuts are the types of events and facts as predicates: subject → object,
// for an event or fact that is asserted.
//
// A shortcut has the label of its document, not of its event as a graph of
// named relations would have it: the label is what forgetting a document goes
// by. Its evidence is found by the pair: the events and facts with that subject,
// object and label.
func Shortcuts() []Predicate {
	var out []Predicate
	for t := range strings.FieldsSeq(eventTypes + factTypes) {
		out = append(out, Predicate(t))
	}
	return out
}

// The types of events, which are those of PLOVER, and of facts, most of which
// have their names from Wikidata.
const (
	eventTypes = `
		agree consult support concede cooperate aid retreat request accuse reject
		threaten protest sanction mobilize coerce assault`
	factTypes = `
		position_held employer member_of political_party citizenship spouse child_of
		parent_of sibling educated_at born_in born_on died_in died_on residence
		based_in located_in part_of capital_of founded_by inception subsidiary_of
		owned_by ally_of at_war_with borders claims_territory controls alias`
)

// checkVocabulary wants every quad of a document to be one that the vocabulary
// knows, from and to the right kinds of node.
func checkVocabulary(_ ID, quads []Quad) (wrong []string) {
	entries := make(map[Predicate]Entry)
	for _, e := range Vocabulary() {
		entries[e.Predicate] = e
	}
	for _, p := range Shortcuts() {
		entries[p] = Entry{p, rangeEntity, rangeEntity, ""}
	}
	for _, q := range quads {
		e, ok := entries[q.Predicate]
		switch {
		case q.Predicate == LedgerEntry, q.Predicate == LedgerHash:
		case !ok:
			wrong = append(wrong, fmt.Sprintf("quad %v has a predicate that isn't in the vocabulary", q))
		case !of(e.Domain, Node(q.Subject)):
			wrong = append(wrong, fmt.Sprintf("quad %v begins at no %s", q, e.Domain))
		case !of(e.Range, q.Object):
			wrong = append(wrong, fmt.Sprintf("quad %v ends at no %s", q, e.Range))
		}
	}
	return wrong
}

// of tells whether a term is of one of the kinds that are named.
func of(kinds string, t Term) bool {
	kind, _, _ := strings.Cut(string(t.ID), "/")
	switch t.Kind {
	case KindText:
		kind = rangeText
	case KindNumber:
		kind = rangeNumber
	}
	_, entity := EntityType(t.ID)
	for k := range strings.SplitSeq(kinds, "|") {
		if k == kind || k == rangeEntity && entity {
			return true
		}
	}
	return false
}
