package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Many subjects are looked up at once where each would cost a dozen searches of
// its own: their quads lie together, and most of what these name they name in
// common.

// many is what some predicates say of subjects that have at most one object by
// each. Subjects that aren't in the store aren't in it.
func (r *Reader) many(ctx context.Context, subjects []ID, ps ...Predicate) (map[ID]map[Predicate]Term, error) {
	v, done, err := r.st.read(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	m := manyOf{view: v, ids: make(map[uint64]ID, len(subjects)), predicates: make(map[uint64]Predicate, len(ps))}
	subjects = r.met.cut(v, subjects, m.ids)
	err = m.number(ctx, subjects, ps)
	if err == nil {
		err = m.find(ctx)
	}
	var out map[ID]map[Predicate]Term
	if err == nil {
		out, err = m.named(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("read store %s: %w", r.st.where, damaged(err))
	}
	return out, nil
}

// met is nodes that a reader came upon last, with the numbers that a view has for
// them: what has just been found by number isn't looked up by name.
type met struct {
	in      view
	numbers map[ID]uint64
}

// metMost bounds how many are remembered.
const metMost = 4096

// add remembers nodes of a view.
func (m *met) add(in view, id ID, number uint64) {
	if m.in != in || len(m.numbers) >= metMost {
		*m = met{in, make(map[ID]uint64)}
	}
	m.numbers[id] = number
}

// cut puts those of some nodes that were met in a view under their numbers, and
// leaves the others.
func (m *met) cut(in view, ids []ID, under map[uint64]ID) (others []ID) {
	for _, id := range ids {
		if n := m.numbers[id]; n != 0 && m.in == in {
			under[n] = id
		} else {
			others = append(others, id)
		}
	}
	return others
}

type manyOf struct {
	view
	ids        map[uint64]ID
	predicates map[uint64]Predicate
	found      []numberedQuad
}

// number finds the numbers of subjects and predicates.
func (m *manyOf) number(ctx context.Context, subjects []ID, ps []Predicate) error {
	values := make([]quad.Value, 0, len(subjects)+len(ps))
	for _, p := range ps {
		values = append(values, quad.IRI(p))
	}
	for _, id := range subjects {
		values = append(values, quad.IRI(id))
	}
	refs, err := cayley.RefsOf(ctx, m.quads(), values)
	if err != nil {
		return err
	}
	for i, r := range refs {
		switch {
		case r == nil || r == absent:
		case i < len(ps):
			m.predicates[number64(r)] = ps[i]
		default:
			m.ids[number64(r)] = subjects[i-len(ps)]
		}
	}
	return nil
}

// aside is how many numbers of other nodes may lie between two subjects that are
// read together: those of a document are next to each other.
const aside = 256

// find reads the quads of the subjects.
func (m *manyOf) find(ctx context.Context) error {
	numbers := make([]uint64, 0, len(m.ids))
	for n := range m.ids {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for len(numbers) > 0 {
		n := 1
		for n < len(numbers) && numbers[n]-numbers[n-1] <= aside {
			n++
		}
		err := m.subjects(ctx, numbers[0], numbers[n-1], func(q numberedQuad) {
			if m.ids[q.subject] != "" && m.predicates[q.predicate] != "" {
				m.found = append(m.found, q)
			}
		})
		if err != nil {
			return err
		}
		numbers = numbers[n:]
	}
	return nil
}

// named is what was found, by names.
func (m *manyOf) named(ctx context.Context) (map[ID]map[Predicate]Term, error) {
	var objects []cayley.Ref
	at := make(map[uint64]int)
	for _, q := range m.found {
		if _, ok := at[q.object]; !ok {
			at[q.object] = len(objects)
			objects = append(objects, q.link().object)
		}
	}
	values, err := cayley.ValuesOf(ctx, m.quads(), objects)
	if err != nil {
		return nil, err
	}
	out := make(map[ID]map[Predicate]Term, len(m.ids))
	for _, q := range m.found {
		t, err := termOf(values[at[q.object]])
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		id := m.ids[q.subject]
		if out[id] == nil {
			out[id] = make(map[Predicate]Term)
		}
		out[id][m.predicates[q.predicate]] = t
	}
	return out, nil
}

// Sketch is what is known of a statement before its document is read.
type Sketch struct {
	Ref
	Type, Class string
	Copy        string // as in [StatementRecord]
	Confidence  float64
	Told        bool // by another statement, not by the article itself

	one    map[Predicate]Term
	packed said
}

// Sketches looks at statements, in the order of their refs. Many at once are much
// cheaper than one after the other.
func (r *Reader) Sketches(ctx context.Context, refs []Ref) ([]Sketch, error) {
	ids := make([]ID, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	found, err := r.many(ctx, ids, Type, Class, Evidence, Copy)
	if err != nil {
		return nil, err
	}
	out := make([]Sketch, len(refs))
	for i, ref := range refs {
		one := found[ref.ID]
		if one == nil {
			return nil, fmt.Errorf("%s: %w", ref.ID, ErrNotThere)
		}
		x := Sketch{Ref: ref, Type: one[Type].Text, Class: class(one), Copy: one[Copy].Text, one: one}
		if err := unpack(ref.ID, one[Evidence], &x.packed); err != nil {
			return nil, err
		}
		x.Confidence, x.Told = x.packed.Confidence, x.packed.ToldBy != nil
		out[i] = x
	}
	return out, nil
}

// Statements reads the whole of statements, in the order of their sketches.
func (r *Reader) Statements(ctx context.Context, some []Sketch) ([]*StatementRecord, error) {
	refs := make([]Ref, len(some))
	for i, x := range some {
		refs[i] = x.Ref
	}
	documents, err := r.documents(ctx, refs)
	if err != nil {
		return nil, err
	}
	out := make([]*StatementRecord, len(some))
	for i, x := range some {
		out[i] = statementRecord(x.Ref, x.one, &x.packed, documents[x.Document()])
	}
	return out, nil
}

// Relations reads events and facts, in the order of their refs. Many at once are
// much cheaper than one after the other.
func (r *Reader) Relations(ctx context.Context, refs []Ref) ([]*RelationRecord, error) {
	ids := make([]ID, len(refs))
	for i, ref := range refs {
		ids[i] = ref.ID
	}
	found, err := r.many(ctx, ids, Evidence, Copy, Value, Modality, ClaimedBy)
	if err != nil {
		return nil, err
	}
	documents, err := r.documents(ctx, refs)
	if err != nil {
		return nil, err
	}
	out := make([]*RelationRecord, len(refs))
	for i, ref := range refs {
		one := found[ref.ID]
		if one == nil {
			return nil, fmt.Errorf("%s: %w", ref.ID, ErrNotThere)
		}
		if out[i], err = relationRecord(ref, one, documents[ref.Document()]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func class(one map[Predicate]Term) string { return cmp.Or(one[Class].Text, usualClass) }

// documents reads the documents of some refs.
func (r *Reader) documents(ctx context.Context, refs []Ref) (map[ID]*DocumentRecord, error) {
	out := make(map[ID]*DocumentRecord)
	var missing []ID
	for _, ref := range refs {
		id := ref.Document()
		if _, again := out[id]; again {
			continue
		}
		out[id] = r.kept(id)
		if out[id] == nil {
			missing = append(missing, id)
		}
	}
	found, err := r.many(ctx, missing, Identifier, Title, Date, Publisher, URL, Words, Content, Contents)
	if err != nil {
		return nil, err
	}
	for _, id := range missing {
		d, err := documentRecord(id, found[id])
		if err != nil {
			return nil, err
		}
		out[id] = r.keep(d)
	}
	return out, nil
}

// Instances is an entity as each of some documents has it, of those that name it.
func (r *Reader) Instances(ctx context.Context, id ID, documents []ID) ([]EntityInstance, error) {
	found, err := r.many(ctx, documents, Contents)
	if err != nil {
		return nil, err
	}
	out := make([]EntityInstance, 0, len(documents))
	for _, d := range documents {
		e, ok, err := instanceIn(id, found[d][Contents])
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, e)
		}
	}
	return out, nil
}
