package queries

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"dossier/graph"
)

// EntitiesRequest asks who and what is in the store. Empty fields ask for
// nothing.
type EntitiesRequest struct {
	Words   string   // words that the name or an alias begins with, in any order
	Types   []string // of entities
	Country string   // ISO 3166-1 alpha-3
	Newest  int      // look at so many documents only, the newest; 0 is all
	Limit   int      // 0 is no limit
}

// Entities lists entities, most mentioned first. It reads who is in each
// document that it looks at.
func Entities(ctx context.Context, st *graph.Store, r EntitiesRequest) Rows[EntityRow] {
	return rows(func(yield func(EntityRow) bool) error {
		portraits, err := r.portraits(ctx, st)
		if err != nil {
			return err
		}
		words := strings.Fields(graph.Fold(r.Words))
		yield = limited(r.Limit, yield)
		for _, p := range slices.SortedFunc(maps.Values(portraits), (*portrait).byMentions) {
			if row := p.row(); r.asks(row, words) && !yield(row) {
				break
			}
		}
		return nil
	})
}

// portraits is everybody in the documents to look at.
func (r EntitiesRequest) portraits(ctx context.Context, st *graph.Store) (map[graph.ID]*portrait, error) {
	shelf, err := st.Shelf(ctx)
	if err != nil {
		return nil, err
	}
	defer shelf.Close()
	n := len(shelf.Listings)
	if r.Newest > 0 {
		n = min(n, r.Newest)
	}
	portraits := make(map[graph.ID]*portrait)
	var mu sync.Mutex
	err = shelf.Entities(ctx, 0, n, func(_ int, entities []graph.EntityInstance) error {
		mu.Lock()
		defer mu.Unlock()
		for _, e := range entities {
			p := portraits[e.ID]
			if p == nil {
				p = &portrait{id: e.ID}
				portraits[e.ID] = p
			}
			p.add(e)
		}
		return nil
	})
	return portraits, err
}

func (r EntitiesRequest) asks(row EntityRow, words []string) bool {
	if len(r.Types) > 0 && !slices.Contains(r.Types, row.Type) || r.Country != "" && r.Country != row.Country {
		return false
	}
	if len(words) == 0 || begins(row.Name, words) {
		return true
	}
	return slices.ContainsFunc(row.Aliases, func(name string) bool { return begins(name, words) })
}

// begins tells whether each of the words begins a word of the name.
func begins(name string, words []string) bool {
	folded := " " + graph.Fold(name)
	for _, w := range words {
		if !strings.Contains(folded, " "+w) {
			return false
		}
	}
	return true
}

// portrait is an entity as several documents have it.
type portrait struct {
	id                          graph.ID
	names, countries, wikidatas tally // how often each is given
	aliases                     tally
	mentions, documents         int
}

// byMentions orders portraits, the most mentioned first.
func (p *portrait) byMentions(o *portrait) int {
	return cmp.Or(cmp.Compare(o.mentions, p.mentions), strings.Compare(string(p.id), string(o.id)))
}

// tally counts strings. It is made when there is something to count: most of
// many entities have a name and nothing else.
type tally map[string]int

func (t *tally) add(s string, n int) {
	if s == "" {
		return
	}
	if *t == nil {
		*t = make(tally)
	}
	(*t)[s] += n
}

func (p *portrait) add(e graph.EntityInstance) {
	n := max(e.Mentions, 1)
	p.names.add(e.Name, n)
	p.countries.add(e.Country, n)
	p.wikidatas.add(e.Wikidata, n)
	for _, a := range e.Aliases {
		p.aliases.add(a, 1)
	}
	p.mentions += e.Mentions
	p.documents++
}

// row is the entity as most of its mentions have it.
func (p *portrait) row() EntityRow {
	kind, _ := graph.EntityType(p.id)
	row := EntityRow{
		Schema: Schema, Kind: "entity", ID: string(p.id), Name: most(p.names), Type: string(kind),
		Country: most(p.countries), Wikidata: most(p.wikidatas), Aliases: []string{}, Mentions: p.mentions, Documents: p.documents,
	}
	for name, n := range p.names {
		p.aliases.add(name, n)
	}
	for name := range p.aliases {
		if name != row.Name {
			row.Aliases = append(row.Aliases, name)
		}
	}
	slices.SortFunc(row.Aliases, func(a, b string) int {
		return cmp.Or(cmp.Compare(p.aliases[b], p.aliases[a]), strings.Compare(a, b))
	})
	return row
}

// most is what is counted most; of several, the longest, then the first.
func most(counts tally) (best string) {
	for s, n := range counts {
		if best == "" || cmp.Or(cmp.Compare(n, counts[best]), cmp.Compare(len(s), len(best)), strings.Compare(best, s)) > 0 {
			best = s
		}
	}
	return best
}

// portraitOf is how many documents are looked at, the newest, for the names of
// one entity; how often it is mentioned is counted in all.
const portraitOf = 50

// portrayed is one entity as the newest documents have it that mention it, and
// those mentions, the newest first.
func (a *asking) portrayed(id graph.ID, newest int) (row EntityRow, mentions []graph.Ref, err error) {
	if mentions, err = a.firsts(newest, id, graph.Of); err != nil {
		return row, nil, err
	}
	var documents []graph.ID
	for _, m := range mentions {
		documents = append(documents, m.Document())
	}
	instances, err := a.Instances(a.ctx, id, documents)
	if err != nil {
		return row, nil, err
	}
	p := portrait{id: id}
	for _, e := range instances {
		p.add(e)
	}
	p.documents, p.mentions, err = a.Mentions(a.ctx, id, 0)
	return p.row(), mentions, err
}

// entity is one entity as the newest document has it.
func (a *asking) entity(id graph.ID) (Entity, error) {
	mentions, err := a.firsts(1, id, graph.Of)
	if err != nil || len(mentions) == 0 {
		return Entity{ID: string(id)}, err
	}
	return a.entityIn(id, mentions[0].Document())
}

// entityIn is one entity as a document has it.
func (a *asking) entityIn(id, document graph.ID) (Entity, error) {
	entities, err := a.Entities(a.ctx, document)
	for _, e := range entities {
		if e.ID == id {
			return entityRef(e), err
		}
	}
	return Entity{ID: string(id)}, err
}
