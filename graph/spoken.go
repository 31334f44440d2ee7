package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"

	"dossier/extract/document"
)

// Spoken is all statements of the store as they were at one moment, to be
// counted: nodes are known by their numbers, so that hardly any is looked up. It
// has to be closed.
type Spoken struct {
	Days []string // of publication of each document, the newest first; "" unknown

	shelf     Shelf          // whose listings are days alone
	documents map[uint64]int // by their numbers, indexes into Days
}

// Numbered tells a node from others while a [Spoken] is open; 0 is none.
type Numbered uint64

// Utterance is what can be told of a statement without what it rests on.
type Utterance struct {
	Document    int // an index into [Spoken.Days]
	Type, Class string
	Speakers    []Numbered // those who are entities
	OnBehalfOf  Numbered
	About       []Numbered
	Copy        Numbered // the same of those that are copies of one another
	Evidence    Numbered
	Told        bool // by another statement, not by the article itself
}

// Spoken is the statements of the store.
func (s *Store) Spoken(ctx context.Context) (*Spoken, error) {
	v, done, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	out := &Spoken{
		shelf:     Shelf{hop: hop{v, make(map[cayley.Ref]quad.Value)}, where: s.where, done: done},
		documents: make(map[uint64]int),
	}
	if err := out.list(ctx); err != nil {
		done()
		return nil, out.wrong(err)
	}
	return out, nil
}

// Close lets go of the statements.
func (s *Spoken) Close() { s.shelf.Close() }

func (s *Spoken) wrong(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("read store %s: %w", s.shelf.where, damaged(err))
}

// list finds the documents and their days, by the ranks of their listings.
func (s *Spoken) list(ctx context.Context) error {
	h := &s.shelf.hop
	p, ok, err := h.pattern(ctx, want{predicate: In, object: Node(Catalogue)})
	if err != nil || !ok {
		return err
	}
	return h.subjectsOf(ctx, p.object, p.predicate, func(n rankedNode) bool {
		s.documents[n.label] = len(s.Days)
		s.Days = append(s.Days, n.day())
		s.shelf.nodes = append(s.shelf.nodes, kv.Int64Value(n.label))
		s.shelf.Listings = append(s.shelf.Listings, Ref{Day: n.day()})
		return true
	})
}

// Utterances calls f with all statements, in no order, by reading the whole of
// an index. What it is called with is f's until it returns.
func (s *Spoken) Utterances(ctx context.Context, f func(*Utterance)) error {
	u := utterances{f: f, documents: s.documents}
	err := u.vocabulary(ctx, &s.shelf.hop)
	if err == nil {
		err = s.shelf.hop.subjects(ctx, 0, math.MaxUint64, u.add)
	}
	if err == nil {
		u.end()
	}
	return s.wrong(err)
}

// IDs is the IDs of some nodes.
func (s *Spoken) IDs(ctx context.Context, nodes []Numbered) ([]ID, error) {
	refs := make([]cayley.Ref, len(nodes))
	for i, n := range nodes {
		refs[i] = kv.Int64Value(n)
	}
	values, err := cayley.ValuesOf(ctx, s.shelf.hop.quads(), refs)
	if err != nil {
		return nil, s.wrong(err)
	}
	out := make([]ID, len(values))
	for i, v := range values {
		iri, _ := v.(quad.IRI)
		out[i] = ID(iri)
	}
	return out, nil
}

// Unnamed is what the speakers of some statements, by their evidence, are called
// who are no entities.
func (s *Spoken) Unnamed(ctx context.Context, evidence []Numbered) ([]string, error) {
	out := make([]string, 0, len(evidence))
	for some := range slices.Chunk(evidence, hopBatch) {
		refs := make([]cayley.Ref, len(some))
		for i, n := range some {
			refs[i] = kv.Int64Value(n)
		}
		values, err := cayley.ValuesOf(ctx, s.shelf.hop.quads(), refs)
		if err != nil {
			return nil, s.wrong(err)
		}
		for _, v := range values {
			var e struct {
				Speaker party `json:"speaker"`
			}
			t, err := termOf(v)
			if err == nil {
				err = unpack("a statement", t, &e)
			}
			if err != nil {
				return nil, s.wrong(err)
			}
			out = append(out, e.Speaker.Name)
		}
	}
	return out, nil
}

// Number is a node by its ID, 0 when no quad has it.
func (s *Spoken) Number(ctx context.Context, id ID) (Numbered, error) {
	p, ok, err := s.shelf.hop.pattern(ctx, want{subject: id})
	if err != nil || !ok {
		return 0, s.wrong(err)
	}
	return Numbered(number64(p.subject)), nil
}

// Publishers calls f with the publishers of the documents that have one, in no
// order and from several goroutines at the same time.
func (s *Spoken) Publishers(ctx context.Context, f func(document int, name string)) error {
	return s.shelf.each(ctx, 0, len(s.Days), Publisher, func(i int, t Term) error {
		f(i, t.Text)
		return nil
	})
}

// Instances is entities as some documents have them, by their IDs.
func (s *Spoken) Instances(ctx context.Context, in map[int][]ID) (map[ID]EntityInstance, error) {
	documents := make([]int, 0, len(in))
	for d := range in {
		documents = append(documents, d)
	}
	out := make(map[ID]EntityInstance)
	var mu sync.Mutex
	err := s.shelf.some(ctx, documents, Contents, func(i int, t Term) error {
		for _, id := range in[i] {
			e, err := instance(id, t)
			if err != nil {
				return err
			}
			mu.Lock()
			out[id] = e
			mu.Unlock()
		}
		return nil
	})
	return out, err
}

// instance is an entity out of the literal of [Contents], of a document in which
// it has a part.
func instance(id ID, t Term) (EntityInstance, error) {
	e, ok, err := instanceIn(id, t)
	if err == nil && !ok {
		err = fmt.Errorf("%w: a document in which %s speaks doesn't name it", ErrDamaged, id)
	}
	return e, err
}

// instanceIn is an entity out of the literal of [Contents], of which no more is
// decoded than that; ok is false when it isn't in it.
func instanceIn(id ID, t Term) (e EntityInstance, ok bool, err error) {
	at := strings.Index(t.Text, `{"id":"`+string(id)+`",`)
	if at < 0 {
		return e, false, nil
	}
	if err := json.NewDecoder(strings.NewReader(t.Text[at:])).Decode(&e); err != nil {
		return e, false, fmt.Errorf("%w: %s has an entry that can't be read: %w", ErrDamaged, id, err)
	}
	return e, true, nil
}

// utterances puts the quads of statements together, which come subject by
// subject.
type utterances struct {
	f         func(*Utterance)
	documents map[uint64]int
	kinds     map[uint64]string // types and classes
	is        [8]uint64         // the predicates, as in spoken

	subject uint64
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
	isEvidence
	isInside
)

// vocabulary finds the nodes of predicates, types and classes.
func (u *utterances) vocabulary(ctx context.Context, h *hop) error {
	var values []quad.Value
	for _, p := range [len(u.is)]Predicate{isType: Type, isClass: Class, isSpeaker: Speaker, isOnBehalfOf: OnBehalfOf, isAbout: About, isCopy: Copy, isEvidence: Evidence, isInside: Inside} {
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
	u.kinds = make(map[uint64]string)
	for i, r := range found {
		switch {
		case r == nil || r == absent:
		case i < len(u.is):
			u.is[i] = number64(r)
		default:
			u.kinds[number64(r)] = kinds[i-len(u.is)]
		}
	}
	return nil
}

func (u *utterances) add(q numberedQuad) {
	which := slices.Index(u.is[:], q.predicate)
	if which < 0 {
		return
	}
	if q.subject != u.subject {
		u.end()
		d, ok := u.documents[q.label]
		if !ok {
			return
		}
		u.subject = q.subject
		u.one = Utterance{Document: d, Class: usualClass, Speakers: u.one.Speakers[:0], About: u.one.About[:0]}
	}
	switch o := Numbered(q.object); which {
	case isType:
		u.one.Type = u.kinds[q.object]
	case isClass:
		u.one.Class = u.kinds[q.object]
	case isSpeaker:
		u.one.Speakers = append(u.one.Speakers, o)
	case isOnBehalfOf:
		u.one.OnBehalfOf = o
	case isAbout:
		u.one.About = append(u.one.About, o)
	case isCopy:
		u.one.Copy = o
	case isEvidence:
		u.one.Evidence = o
	case isInside:
		u.one.Told = true
	}
}

// end hands out the subject before, if it is a statement: events have types too,
// but others.
func (u *utterances) end() {
	if u.subject != 0 && u.one.Type != "" {
		u.f(&u.one)
	}
	u.subject = 0
}
