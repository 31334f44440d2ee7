package queries

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"dossier/extract/document"
	"dossier/graph"
)

// ShowRequest asks for the profile of an entity.
type ShowRequest struct {
	Who   string // as [Resolve] takes it
	First bool   // take the best of several that the name fits
	Limit int    // of each list, 0 is no limit
}

// What is looked at of an entity that has more: the events that the newest
// documents tell of it in either part, of which the newest are those of whom it
// has to do with, and its newest facts, for those that differ.
const (
	eventsOf   = 1000
	partnersOf = 100
	factsOf    = 50
	factsRead  = 10 // at once
)

// roles are the types of fact that say what somebody is.
var roles = map[string]bool{
	"position_held": true, "employer": true, "member_of": true, "political_party": true, "citizenship": true,
}

// HasRole tells whether any document says what position the entity of an ID
// holds.
func HasRole(ctx context.Context, st *graph.Store, id string) (bool, error) {
	for fact, err := range st.In(ctx, graph.Subject, graph.Node(graph.ID(id))) {
		if err != nil {
			return false, err
		}
		if ref, ok := graph.ParseRef(fact); ok && ref.Kind == graph.FactNode && ref.Type == "position_held" {
			return true, nil
		}
	}
	return false, nil
}

// Show is the profile of an entity.
func Show(ctx context.Context, st *graph.Store, r ShowRequest) (Profile, error) {
	id, err := ask(ctx, st).find(r.Who, r.First)
	if err != nil {
		return Profile{}, err
	}
	p := Profile{
		Schema: Schema, Kind: "profile", Roles: []FactRow{}, Facts: []FactRow{}, Partners: []Partner{},
		Statements: []StatementRow{}, Events: []EventRow{}, Documents: []DocumentRow{},
	}
	// Each part fills fields of its own and reads hubs of its own, so that they
	// can do it at the same time.
	parts := []func(*showing, graph.ID) error{(*showing).mentions, (*showing).said, (*showing).relations}
	errs := make([]error, len(parts))
	var wait sync.WaitGroup
	for i, part := range parts {
		wait.Go(func() { errs[i] = part(&showing{ask(ctx, st), r.Limit, &p}, id) })
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return Profile{}, err
	}
	return p, nil
}

// showing is the making of one part of a profile.
type showing struct {
	*asking
	limit   int
	profile *Profile
}

// full tells whether a list of n is as long as was asked for.
func (s *showing) full(n int) bool { return s.limit > 0 && n >= s.limit }

// mentions fills in who it is, and where it is mentioned.
func (s *showing) mentions(id graph.ID) (err error) {
	if s.profile.Entity, _, err = s.portrayed(id, portraitOf); err != nil {
		return err
	}
	for m, err := range s.newest(days{}, ends(id, graph.Of)...) {
		if err != nil {
			return err
		}
		d, err := s.Document(s.ctx, m.Document())
		if err != nil {
			return err
		}
		if s.profile.Documents = append(s.profile.Documents, documentRow(d)); s.full(len(s.profile.Documents)) {
			break
		}
	}
	return nil
}

// statements fills in what it said.
func (s *showing) said(id graph.ID) error {
	return s.statements(s.newest(days{}, ends(id, graph.Speaker, graph.OnBehalfOf)...), nil, s.limit, func(row StatementRow) bool {
		s.profile.Statements = append(s.profile.Statements, row)
		return !s.full(len(s.profile.Statements))
	})
}

// relations fills in its facts and events, and whom it has to do with. Facts
// that several documents state come once, those that are of itself before those
// of others in which it has a part.
func (s *showing) relations(id graph.ID) error {
	facts := make(map[string]bool)
	given := make(copies)
	var events []graph.Glimpse
	for _, part := range []graph.Predicate{graph.Subject, graph.Object} {
		looked, seen := 0, 0
		enough := func() bool {
			return looked == factsOf || s.full(len(s.profile.Facts)) && (part == graph.Object || s.full(len(s.profile.Roles)))
		}
		var some []graph.Glimpse
		read := func() error {
			found, err := s.seen(some)
			some = some[:0]
			for _, x := range found {
				if enough() {
					break
				}
				looked++
				if !given.again(x.Copy) {
					err = cmp.Or(err, s.fact(x, id, facts))
				}
			}
			return err
		}
		for g, err := range s.Glimpses(s.ctx, part, id) {
			if err != nil {
				return err
			}
			if enough() && seen >= eventsOf {
				break
			}
			switch {
			case g.Event:
				if seen++; seen <= eventsOf {
					events = append(events, g)
				}
			case !enough():
				if some = append(some, g); len(some) == factsRead {
					if err := read(); err != nil {
						return err
					}
				}
			}
		}
		if err := read(); err != nil {
			return err
		}
	}
	return s.events(newestOf(events, partnersOf), id, given)
}

// newestOf is the n that happened last, each once, with others of the same day
// and document as the last one.
func newestOf(events []graph.Glimpse, n int) []graph.Glimpse {
	slices.SortFunc(events, func(a, b graph.Glimpse) int {
		return cmp.Or(strings.Compare(b.Happened, a.Happened), a.Compare(b))
	})
	events = slices.CompactFunc(events, func(a, b graph.Glimpse) bool { return a.Compare(b) == 0 })
	for n < len(events) && events[n].Happened == events[n-1].Happened && events[n].SameDocument(events[n-1]) {
		n++
	}
	return events[:min(n, len(events))]
}

// seen reads what was seen.
func (s *showing) seen(some []graph.Glimpse) ([]*graph.RelationRecord, error) {
	refs, err := s.Named(s.ctx, some)
	if err != nil {
		return nil, err
	}
	return s.Relations(s.ctx, refs)
}

// events fills in the newest of some events, and whom they are with.
func (s *showing) events(some []graph.Glimpse, id graph.ID, given copies) error {
	refs, err := s.Named(s.ctx, some)
	if err != nil {
		return err
	}
	slices.SortFunc(refs, byDay)
	found, err := s.Relations(s.ctx, refs[:min(len(refs), partnersOf)])
	if err != nil {
		return err
	}
	partners := make(map[string]*partner)
	for _, x := range found {
		if given.again(x.Copy) {
			continue
		}
		if err := s.event(x, id, partners); err != nil {
			return err
		}
	}
	s.profile.Partners = mostly(partners, s.limit)
	return nil
}

func (s *showing) fact(x *graph.RelationRecord, id graph.ID, seen map[string]bool) error {
	list := &s.profile.Facts
	if roles[x.Type] && is(id, subject(x)) {
		list = &s.profile.Roles
	}
	key := strings.Join([]string{x.Type, graph.Fold(x.Value), partyID(subject(x)), partyID(object(x)), x.Modality}, "|")
	if seen[key] || s.full(len(*list)) {
		return nil
	}
	seen[key] = true
	row, err := s.relation(x)
	if err == nil {
		*list = append(*list, row.(FactRow))
	}
	return err
}

func subject(x *graph.RelationRecord) *graph.Party { return one(x.Subject) }
func object(x *graph.RelationRecord) *graph.Party  { return one(x.Object) }

func one(ps []graph.Party) *graph.Party {
	if len(ps) == 0 {
		return nil
	}
	return &ps[0]
}

func partyID(p *graph.Party) string {
	if p == nil {
		return ""
	}
	return string(p.Entity.ID)
}

// partner is somebody with the events that it has with the one who is shown.
type partner struct {
	entity Entity
	events []happening
}

func (s *showing) event(x *graph.RelationRecord, id graph.ID, partners map[string]*partner) error {
	if !s.full(len(s.profile.Events)) {
		row, err := s.relation(x)
		if err != nil {
			return err
		}
		s.profile.Events = append(s.profile.Events, row.(EventRow))
	}
	if x.Modality != string(document.Asserted) {
		return nil
	}
	acts := slices.ContainsFunc(x.Subject, func(p graph.Party) bool { return p.Entity.ID == id })
	for i, others := range [][]graph.Party{x.Object, x.Subject} {
		// Who acts with others acts on nobody, unless they do it to each other.
		if acts != (i == int(there)) && !x.Reciprocal {
			continue
		}
		for _, o := range others {
			if o.Entity.ID == id || o.Entity.ID == "" {
				continue
			}
			p := partners[string(o.Entity.ID)]
			if p == nil {
				p = &partner{entity: entityRef(o.Entity)}
				partners[string(o.Entity.ID)] = p
			}
			p.events = append(p.events, happening{x.Ref, direction(i)})
		}
	}
	return nil
}

// mostly is the partners with the most events.
func mostly(partners map[string]*partner, limit int) []Partner {
	out := make([]Partner, 0, len(partners))
	for _, p := range partners {
		var row PairRow
		row.count(p.events)
		out = append(out, Partner{p.entity, row.Events, row.IntensityMean})
	}
	slices.SortFunc(out, func(a, b Partner) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), strings.Compare(a.Entity.ID, b.Entity.ID))
	})
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out
}
