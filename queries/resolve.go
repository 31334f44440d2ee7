package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"dossier/graph"
)

// AmbiguousError says that a name fits several entities.
type AmbiguousError struct {
	Who        string
	Candidates []EntityRow // the most mentioned first
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q fits %d entities", e.Who, len(e.Candidates))
}

// UnknownError says that a name fits no entity.
type UnknownError struct {
	Who         string
	Suggestions []string // names that are written nearly so, the nearest first
}

func (e *UnknownError) Error() string {
	if len(e.Suggestions) == 0 {
		return fmt.Sprintf("nobody and nothing named %q is in the store", e.Who)
	}
	return fmt.Sprintf("nobody and nothing named %q is in the store: did you mean %s?", e.Who, strings.Join(e.Suggestions, ", "))
}

// Resolve finds the entity that a name, an alias, a surname, the ISO code of a
// country or an id names, whatever its case and accents. Errors are
// [*AmbiguousError], unless the first and most mentioned is asked for, and
// [*UnknownError].
func Resolve(ctx context.Context, st *graph.Store, who string, first bool) (Entity, error) {
	a := ask(ctx, st)
	id, err := a.find(who, first)
	if err != nil {
		return Entity{}, err
	}
	return a.entity(id)
}

// negligible is how many times more than another an entity has to be mentioned
// for a name that fits both to mean it: the other is most often the same one,
// misread.
const negligible = 20

// find is [Resolve] without what it takes to name the entity. A whole name
// counts more than a part of one: Georgia isn't ambiguous because somebody has
// it as a surname.
func (a *asking) find(who string, first bool) (graph.ID, error) {
	for _, tier := range []func(string) ([]graph.ID, error){a.byID, a.byName, a.byPart} {
		ids, err := tier(who)
		switch {
		case err != nil:
			return "", err
		case len(ids) == 1:
			return ids[0], nil
		case len(ids) > 1:
			return a.choose(who, ids, first)
		}
	}
	suggestions, err := a.suggest(graph.Fold(who))
	if err != nil {
		return "", err
	}
	return "", &UnknownError{who, suggestions}
}

// candidateMost is how many candidates are told of a name that fits more.
const candidateMost = 20

// choose picks the one that is meant of several.
func (a *asking) choose(who string, ids []graph.ID, first bool) (graph.ID, error) {
	type candidate struct {
		id       graph.ID
		mentions int
	}
	candidates := make([]candidate, len(ids))
	order := func() {
		slices.SortFunc(candidates, func(x, y candidate) int {
			return cmp.Or(cmp.Compare(y.mentions, x.mentions), strings.Compare(string(x.id), string(y.id)))
		})
	}
	for i, id := range ids {
		n, err := a.mentions(id, many)
		if err != nil {
			return "", err
		}
		candidates[i] = candidate{id, n}
	}
	order()
	enough := 0 // all, when two are mentioned many times
	if n := candidates[1].mentions; n < many {
		enough = negligible * n
	}
	for i, c := range candidates {
		if c.mentions < many || enough > 0 && c.mentions >= enough {
			continue
		}
		n, err := a.mentions(c.id, enough)
		if err != nil {
			return "", err
		}
		candidates[i].mentions = n
	}
	order()
	if first || candidates[0].mentions >= negligible*candidates[1].mentions {
		return candidates[0].id, nil
	}
	ambiguous := &AmbiguousError{Who: who}
	for _, c := range candidates[:min(len(candidates), candidateMost)] {
		row, _, err := a.portrayed(c.id, candidateMost)
		if err != nil {
			return "", err
		}
		ambiguous.Candidates = append(ambiguous.Candidates, row)
	}
	return "", ambiguous
}

// many is how many mentions of somebody are counted before it is looked how many
// others of the name have.
const many = 1000

// mentions is how often documents name an entity, or at least enough, where more
// doesn't matter; 0 is all.
func (a *asking) mentions(id graph.ID, enough int) (int, error) {
	_, n, err := a.Mentions(a.ctx, id, enough)
	return n, err
}

// byID finds an entity by its id, or by the ISO 3166-1 alpha-3 code of a
// country.
func (a *asking) byID(who string) ([]graph.ID, error) {
	id := graph.ID(who)
	if !strings.Contains(who, "/") {
		if len(who) != len("ISO") {
			return nil, nil
		}
		id = graph.CountryID(strings.ToUpper(who))
	}
	ok, err := a.mentioned(id)
	if !ok {
		return nil, err
	}
	return []graph.ID{id}, nil
}

// byName finds the entities whose name or alias it is.
func (a *asking) byName(who string) ([]graph.ID, error) {
	ids, err := a.named(graph.Key, who)
	if err != nil {
		return nil, err
	}
	for _, id := range graph.NameIDs(who) {
		ok, err := a.mentioned(id)
		if err != nil {
			return nil, err
		}
		if ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return a.whole(slices.Compact(ids), who)
}

// byPart finds the entities that are called so for short.
func (a *asking) byPart(who string) ([]graph.ID, error) { return a.named(graph.Short, who) }

// whole puts in the place of persons of whom nothing but that name is known those
// who are called so for short, when one of them is mentioned more: a document
// that says no more than Lind means the Lind that others name in full. A town
// called Lind stays one of several.
func (a *asking) whole(ids []graph.ID, who string) ([]graph.ID, error) {
	bare := graph.ID("person/" + graph.Fold(who))
	if !slices.Contains(ids, bare) {
		return ids, nil
	}
	alone, err := a.mentions(bare, 0)
	if err != nil {
		return nil, err
	}
	full, err := a.byPart(who)
	if err != nil {
		return nil, err
	}
	for _, id := range full {
		n, err := a.mentions(id, alone+1)
		if err != nil {
			return nil, err
		}
		if n > alone {
			ids = append(slices.DeleteFunc(ids, func(id graph.ID) bool { return id == bare }), full...)
			slices.Sort(ids)
			return slices.Compact(ids), nil
		}
	}
	return ids, nil
}

func (a *asking) named(p graph.Predicate, who string) (ids []graph.ID, err error) {
	folded := graph.Fold(who)
	if folded == "" {
		return nil, nil
	}
	for id, err := range a.st.In(a.ctx, p, graph.Text(folded)) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids, nil
}

// mentioned tells whether any document names an entity.
func (a *asking) mentioned(id graph.ID) (bool, error) {
	for _, err := range a.st.In(a.ctx, graph.Of, graph.Node(id)) {
		return err == nil, err
	}
	return false, nil
}

const (
	suggestFrom = 1000 // documents whose names are tried, the newest
	suggestMost = 3    // names that are suggested
)

// suggest is the names of the newest documents that are nearest to a folded
// one: by one of their words, by their beginning, or but for a few letters.
func (a *asking) suggest(folded string) ([]string, error) {
	if folded == "" {
		return nil, nil
	}
	type near struct {
		name     string
		distance int
		mentions int
	}
	found := make(map[string]*near)
	looked := 0
	for d, err := range a.documents(days{}) {
		if err != nil {
			return nil, err
		}
		if looked++; looked > suggestFrom {
			break
		}
		entities, err := a.Entities(a.ctx, d.Document())
		if err != nil {
			return nil, err
		}
		for _, e := range entities {
			n := found[e.Name]
			if n == nil {
				n = &near{name: e.Name, distance: distance(folded, graph.Fold(e.Name))}
				found[e.Name] = n
			}
			n.mentions += e.Mentions
		}
	}
	var best []*near
	for _, n := range found {
		if n.distance >= 0 {
			best = append(best, n)
		}
	}
	slices.SortFunc(best, func(x, y *near) int {
		return cmp.Or(cmp.Compare(x.distance, y.distance), cmp.Compare(y.mentions, x.mentions), strings.Compare(x.name, y.name))
	})
	var names []string
	for _, n := range best[:min(len(best), suggestMost)] {
		names = append(names, n.name)
	}
	return names, nil
}

// distance is how far a name is from what was asked for: in letters to change,
// or 1 when one begins with the other; -1 is too far.
func distance(asked, name string) int {
	if strings.HasPrefix(name, asked) || strings.Contains(name, " "+asked) {
		return 1
	}
	best := -1
	for _, part := range append(strings.Fields(name), name) {
		most := max(1, min(len(asked), len(part))/4)
		if len(part)-len(asked) > most || len(asked)-len(part) > most {
			continue
		}
		if d := levenshtein.ComputeDistance(asked, part); d <= most && (best < 0 || d < best) {
			best = d
		}
	}
	return best
}
