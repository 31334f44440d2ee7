package graph

import (
	"bytes"
	"encoding/json"
	"fmt"

	"dossier/extract/document"
)

// What is only ever read together is one literal of JSON, not a dozen quads: a
// quad takes some hundred bytes of the disk. Spans are bytes of the text.

// contents is the literal of [Contents].
type contents struct {
	Statements int              `json:"statements,omitempty"`
	Events     int              `json:"events,omitempty"`
	Facts      int              `json:"facts,omitempty"`
	Sentences  []int            `json:"sentences,omitempty"` // of each the bytes left out before it, and its length
	Entities   []EntityInstance `json:"entities,omitempty"`
}

// EntityInstance is an entity as one document has it.
type EntityInstance struct {
	ID       ID       `json:"id"`
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Country  string   `json:"country,omitempty"`  // ISO 3166-1 alpha-3
	Wikidata string   `json:"wikidata,omitempty"` // QID
	Aliases  []string `json:"aliases,omitempty"`  // other names in the text, in order of appearance
	Mentions int      `json:"mentions,omitempty"`
}

// span is a [document.Span] as [start, end).
type span [2]int

func spanOf(s document.Span) span { return span{s.Start, s.End} }

// optional is no span when s covers nothing.
func optional(s document.Span) *span {
	if s.Empty() {
		return nil
	}
	p := spanOf(s)
	return &p
}

func (s *span) document() document.Span {
	if s == nil {
		return document.Span{}
	}
	return document.Span{Start: s[0], End: s[1]}
}

// party is an entity at the words that name it. One that is no entity has a
// name.
type party struct {
	Entity *int   `json:"entity,omitempty"` // index into the document's entities
	Span   *span  `json:"span,omitempty"`
	Name   string `json:"name,omitempty"` // when it isn't that of the entity
	Plural bool   `json:"plural,omitempty"`
}

// said is the literal of [Evidence] of a statement.
type said struct {
	Stance     string  `json:"stance,omitempty"` // usualStance when missing
	Content    []span  `json:"content"`
	Cue        *span   `json:"cue,omitempty"`
	Speaker    *party  `json:"speaker,omitempty"`
	Joint      []party `json:"joint,omitempty"`
	OnBehalfOf *party  `json:"on_behalf_of,omitempty"`
	Addressee  *party  `json:"addressee,omitempty"`
	ToldBy     *party  `json:"told_by,omitempty"`
	About      []int   `json:"about,omitempty"` // in order of appearance
	Negated    bool    `json:"negated,omitempty"`
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence"`
}

// What most statements are, and isn't written.
const (
	usualClass  = string(document.Say)
	usualStance = string(document.Neutral)
)

// unless is s, or nothing when it is the usual.
func unless(usual, s string) string {
	if s == usual {
		return ""
	}
	return s
}

// related is the literal of [Evidence] of an event or fact.
type related struct {
	Subject    []party  `json:"subject,omitempty"`
	Object     []party  `json:"object,omitempty"`
	ValueSpan  *span    `json:"value_span,omitempty"`
	Context    []string `json:"context,omitempty"`
	Reciprocal bool     `json:"reciprocal,omitempty"`
	Claim      *party   `json:"claim,omitempty"` // who claims it
	Date       *when    `json:"date,omitempty"`
	Location   *int     `json:"location,omitempty"`
	Trigger    *span    `json:"trigger,omitempty"`
	Sentence   span     `json:"sentence"`
	Rule       string   `json:"rule,omitempty"`
	Confidence float64  `json:"confidence"`
}

// when is a [document.Period].
type when struct {
	Start     string             `json:"start"`
	End       string             `json:"end"`
	Precision document.Precision `json:"precision"`
	Span      *span              `json:"span,omitempty"`
}

// pack is v as a literal.
func pack(v any) Term {
	var b bytes.Buffer
	j := json.NewEncoder(&b)
	j.SetEscapeHTML(false)
	if err := j.Encode(v); err != nil {
		panic(fmt.Sprintf("graph: %T can't be JSON: %v", v, err)) // its types can: numbers are finite, see finite
	}
	return Text(string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
}

// unpack reads a literal of subject into v.
func unpack(subject ID, t Term, v any) error {
	if err := json.Unmarshal([]byte(t.Text), v); err != nil {
		return fmt.Errorf("%w: %s has evidence that can't be read: %w", ErrDamaged, subject, err)
	}
	return nil
}
