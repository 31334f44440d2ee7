package briefing

import (
	"context"
	"maps"
	"slices"

	"dossier/extract/document"
	"dossier/graph"
	"dossier/queries"
)

// Gather chooses a briefing about the whole store.
func Gather(ctx context.Context, st *graph.Store, n Sizes) (Briefing, error) {
	b := Briefing{
		Schema: queries.Schema, Kind: "briefing", Publishers: []string{},
		Persons: []Person{}, Organizations: []queries.EntityRow{}, Countries: []queries.EntityRow{},
		Statements: []queries.StatementRow{}, Pairs: []Pair{},
	}
	g := gatherer{ctx: ctx, store: st, sizes: n, briefing: &b}
	for _, step := range []func() error{g.documents, g.entities, g.statements, g.pairs} {
		if err := step(); err != nil {
			return Briefing{}, err
		}
	}
	return b, nil
}

type gatherer struct {
	ctx      context.Context
	store    *graph.Store
	sizes    Sizes
	briefing *Briefing

	prominent map[string]float64 // how much an entity is what it is all about, from 1 down to 0
}

func (g *gatherer) documents() error {
	b := g.briefing
	for d, err := range queries.Documents(g.ctx, g.store, queries.DocumentsRequest{}) {
		if err != nil {
			return err
		}
		b.Documents++
		b.Words += d.Words
		if d.Date != "" {
			if b.From == "" || d.Date < b.From {
				b.From = d.Date
			}
			b.To = max(b.To, d.Date)
		}
		if d.Publisher != "" && !slices.Contains(b.Publishers, d.Publisher) {
			b.Publishers = append(b.Publishers, d.Publisher)
		}
	}
	slices.Sort(b.Publishers)
	return nil
}

// entities takes the most mentioned of each type. In the order of their
// mentions, the first counts as wholly what the articles are about, and each
// further one less.
func (g *gatherer) entities() error {
	b := g.briefing
	g.prominent = map[string]float64{}
	room := map[string]int{"person": g.sizes.Persons, "organization": g.sizes.Organizations, "country": g.sizes.Countries}
	taken := map[string]int{}
	all := queries.EntitiesRequest{Types: slices.Sorted(maps.Keys(room))}
	for e, err := range queries.Entities(g.ctx, g.store, all) {
		if err != nil {
			return err
		}
		if taken[e.Type] == room[e.Type] {
			continue
		}
		g.prominent[e.ID] = 1 - float64(taken[e.Type])/float64(room[e.Type])
		taken[e.Type]++
		switch e.Type {
		case "person":
			b.Persons = append(b.Persons, Person{EntityRow: e})
		case "organization":
			b.Organizations = append(b.Organizations, e)
		case "country":
			b.Countries = append(b.Countries, e)
		}
		if maps.Equal(taken, room) {
			break
		}
	}
	for i := range b.Persons {
		if err := g.role(&b.Persons[i]); err != nil {
			return err
		}
	}
	return nil
}

// role finds what says who somebody is.
func (g *gatherer) role(p *Person) error {
	profile, err := queries.Show(g.ctx, g.store, queries.ShowRequest{Who: p.ID, Limit: 10})
	if err != nil {
		return err
	}
	for _, r := range profile.Roles {
		if r.Type == "position_held" && r.Modality == "asserted" && (p.Role == nil || fuller(r, *p.Role)) {
			p.Role = &r
		}
	}
	return nil
}

// fuller tells whether a role says more than another: whose it is, and in more
// words.
func fuller(a, b queries.FactRow) bool {
	if (a.Object != nil) != (b.Object != nil) {
		return a.Object != nil
	}
	return len(a.Value) > len(b.Value)
}

// What bounds the work on a large store: of how many statements, the newest, the
// best are chosen, and how many of those are compared with each other.
const (
	newest    = 5000
	shortlist = 200
)

func (g *gatherer) statements() error {
	var candidates []candidate
	request := queries.SaidRequest{Classes: []string{"say"}, Types: []string{"direct", "indirect", "mixed"}, Confidence: document.Sure, Limit: newest}
	for r, err := range queries.Said(g.ctx, g.store, request) {
		if err != nil {
			return err
		}
		if w := worth(r, g.prominent); w > 0 {
			candidates = append(candidates, candidate{r, w})
		}
		if len(candidates) >= 4*shortlist {
			candidates = best(candidates, shortlist)
		}
	}
	candidates = best(candidates, shortlist)
	if err := g.preferRoles(candidates); err != nil {
		return err
	}
	g.briefing.Statements = append(g.briefing.Statements, choose(candidates, g.sizes.Statements)...)
	return nil
}

// preferRoles makes the words of those of whom we know what they are worth more.
func (g *gatherer) preferRoles(candidates []candidate) error {
	roles := map[string]bool{}
	for i := range candidates {
		id := candidates[i].row.Speaker.ID
		has, known := roles[id]
		if !known {
			var err error
			if has, err = queries.HasRole(g.ctx, g.store, id); err != nil {
				return err
			}
			roles[id] = has
		}
		if has {
			candidates[i].worth += candidates[i].worth / 4
		}
	}
	return nil
}

// pairs takes the countries that have most to do with each other.
func (g *gatherer) pairs() error {
	var pairs []Pair
	countries := g.briefing.Countries
	for i, a := range countries {
		for _, b := range countries[i+1:] {
			request := queries.BetweenRequest{A: a.ID, B: b.ID, Layers: []string{"event"}, Modalities: []string{"asserted"}}
			index, err := queries.Pair(g.ctx, g.store, request)
			if err != nil {
				return err
			}
			if index.Events == 0 {
				continue
			}
			evidence, err := g.evidence(request)
			if err != nil {
				return err
			}
			pairs = append(pairs, Pair{index, evidence})
		}
	}
	slices.SortStableFunc(pairs, func(p, q Pair) int { return q.Index.Events - p.Index.Events })
	g.briefing.Pairs = append(g.briefing.Pairs, pairs[:min(len(pairs), g.sizes.Pairs)]...)
	return nil
}

// evidenceAmong bounds how many events of a pair are compared for the best.
const evidenceAmong = 100

// evidence is the event of a pair that shows best how it stands: the surest, and
// among those the one that weighs most.
func (g *gatherer) evidence(request queries.BetweenRequest) (queries.EventRow, error) {
	var found queries.EventRow
	request.Limit = evidenceAmong
	for row, err := range queries.Between(g.ctx, g.store, request) {
		if err != nil {
			return found, err
		}
		if e, ok := row.(queries.EventRow); ok && (found.ID == "" || tells(e) > tells(found)) {
			found = e
		}
	}
	return found, nil
}

// tells is how well an event shows how two countries stand: how sure we are,
// whether we know when it was, and how much it weighs on PLOVER's scale of ten.
func tells(e queries.EventRow) float64 {
	t := e.Confidence + max(e.Intensity, -e.Intensity)/20
	if e.Date != nil {
		t += 0.25
	}
	return t
}
