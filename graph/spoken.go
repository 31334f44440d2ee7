package graph

import (
	"context"
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"dossier/extract/document"
)

// Numbered is a node as the store numbers it, which tells it from others while a
// [Shelf] is open. The zero Numbered is none.
type Numbered struct{ ref cayley.Ref }

// Utterance is what can be told of a statement without what it rests on.
type Utterance struct {
	Listing     int // of its document, an index into [Shelf.Listings]
	Type, Class string
	Speakers    []Numbered // those who are entities
	OnBehalfOf  Numbered
	About       []Numbered
	Copy        Numbered // the same of those that are copies of one another
}

// Utterances calls f with all statements, in no order, by reading the whole of
// an index. What it is called with is f's until it returns.
func (s *Shelf) Utterances(ctx context.Context, f func(*Utterance)) error {
	u := utterances{f: f, listings: make(map[cayley.Ref]int, len(s.nodes))}
	for i, n := range s.nodes {
		u.listings[n] = i
	}
	err := u.vocabulary(ctx, &s.hop)
	if err == nil {
		err = s.hop.every(ctx, quad.Subject, u.add)
	}
	if err != nil {
		return fmt.Errorf("read store %s: %w", s.where, damaged(err))
	}
	u.end()
	return nil
}

// Nodes is the IDs of some nodes.
func (s *Shelf) Nodes(ctx context.Context, nodes []Numbered) ([]ID, error) {
	refs := make([]cayley.Ref, len(nodes))
	for i, n := range nodes {
		refs[i] = n.ref
	}
	values, err := cayley.ValuesOf(ctx, s.hop.quads(), refs)
	if err != nil {
		return nil, fmt.Errorf("read store %s: %w", s.where, damaged(err))
	}
	out := make([]ID, len(values))
	for i, v := range values {
		iri, _ := v.(quad.IRI)
		out[i] = ID(iri)
	}
	return out, nil
}

// Number is a node by its ID, the zero one when no quad has it.
func (s *Shelf) Number(ctx context.Context, id ID) (Numbered, error) {
	p, ok, err := s.hop.pattern(ctx, want{subject: id})
	if err != nil || !ok {
		return Numbered{}, err
	}
	return Numbered{p.subject}, nil
}

// utterances puts the quads of statements together, which come subject by
// subject.
type utterances struct {
	f        func(*Utterance)
	listings map[cayley.Ref]int
	kinds    map[cayley.Ref]string // types and classes
	is       [6]cayley.Ref         // the predicates, as in spoken

	subject cayley.Ref
	one     Utterance
}

// The predicates of a statement that an utterance tells.
const (
	isType = iota
	isClass
	isSpeaker
	isOnBehalfOf
	isAbout
	isCopy
)

var spoken = [...]Predicate{isType: Type, isClass: Class, isSpeaker: Speaker, isOnBehalfOf: OnBehalfOf, isAbout: About, isCopy: Copy}

// vocabulary finds the nodes of predicates, types and classes.
func (u *utterances) vocabulary(ctx context.Context, h *hop) error {
	values := make([]quad.Value, 0, 16)
	for _, p := range spoken {
		values = append(values, quad.IRI(p))
	}
	kinds := []string{
		string(document.Direct), string(document.Indirect), string(document.Mixed), string(document.None),
		string(document.Ask), string(document.Promise), string(document.Think),
	}
	for _, k := range kinds {
		values = append(values, Text(k).value())
	}
	found, err := cayley.RefsOf(ctx, h.quads(), values)
	if err != nil {
		return err
	}
	copy(u.is[:], found)
	u.kinds = make(map[cayley.Ref]string)
	for i, k := range kinds {
		if r := found[len(spoken)+i]; r != nil && r != absent {
			u.kinds[r] = k
		}
	}
	return nil
}

func (u *utterances) add(l link) {
	which := slices.Index(u.is[:], l.predicate)
	if which < 0 {
		return
	}
	if l.subject != u.subject {
		u.end()
		i, ok := u.listings[l.label]
		if !ok {
			return
		}
		u.subject = l.subject
		u.one = Utterance{Listing: i, Class: usualClass, Speakers: u.one.Speakers[:0], About: u.one.About[:0]}
	}
	switch o := (Numbered{l.object}); which {
	case isType:
		u.one.Type = u.kinds[l.object]
	case isClass:
		u.one.Class = u.kinds[l.object]
	case isSpeaker:
		u.one.Speakers = append(u.one.Speakers, o)
	case isOnBehalfOf:
		u.one.OnBehalfOf = o
	case isAbout:
		u.one.About = append(u.one.About, o)
	case isCopy:
		u.one.Copy = o
	}
}

// end hands out the subject before, if it is a statement: events have types too,
// but others.
func (u *utterances) end() {
	if u.subject != nil && u.one.Type != "" {
		u.f(&u.one)
	}
	u.subject = nil
}
