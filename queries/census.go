package queries

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"dossier/extract/document"
	"dossier/graph"
)

// census counts who says how much in the whole store.
type census struct {
	SpeakersRequest
	*asking
	shelf    *graph.Shelf
	about    graph.Numbered
	asked    []bool // of each listing whether its statements count
	speakers map[graph.Numbered]*voice
	given    map[graph.Numbered]bool // copies, each of which counts once
}

// voice is somebody who says something.
type voice struct {
	id       graph.ID
	node     graph.Numbered
	counts   map[string]int // of statements of each type
	said     int
	listings []int // of the documents, some several times
	entity   graph.EntityInstance
}

// censusFirst is how many are named at first, those who say most; then ever more.
const censusFirst = 64

// prepare finds what is asked about, and whose documents count.
func (c *census) prepare() error {
	if c.About != "" {
		id, err := c.find(c.About, c.First)
		if err != nil {
			return err
		}
		if c.about, err = c.shelf.Number(c.ctx, id); err != nil {
			return err
		}
	}
	c.asked = make([]bool, len(c.shelf.Listings))
	publisher := strings.Fields(graph.Fold(c.Publisher))
	if len(publisher) == 0 {
		for i := range c.asked {
			c.asked[i] = true
		}
	} else if err := c.shelf.Publishers(c.ctx, 0, len(c.asked), func(i int, name string) error {
		c.asked[i] = holds(graph.Fold(name), publisher)
		return nil
	}); err != nil {
		return err
	}
	for i, l := range c.shelf.Listings {
		c.asked[i] = c.asked[i] && (days{c.Since, c.Until}).has(l.Day)
	}
	return nil
}

// add counts a statement for those who make it.
func (c *census) add(u *graph.Utterance) {
	none := graph.Numbered{}
	if !c.asked[u.Listing] || !asks(c.Classes, u.Class) || c.about != none && !slices.Contains(u.About, c.about) {
		return
	}
	by := u.Speakers
	if len(by) == 0 && u.OnBehalfOf != none {
		by = []graph.Numbered{u.OnBehalfOf}
	}
	isNew := u.Copy == none || !c.given[u.Copy]
	if u.Copy != none {
		c.given[u.Copy] = true
	}
	for _, node := range by {
		v := c.speakers[node]
		if v == nil {
			v = &voice{node: node, counts: make(map[string]int)}
			c.speakers[node] = v
		}
		v.listings = append(v.listings, u.Listing)
		if isNew {
			v.said++
			v.counts[u.Type]++
		}
	}
}

// ordered is those who speak and are of a type that is asked for, the most
// statements first.
func (c *census) ordered() ([]*voice, error) {
	all := make([]*voice, 0, len(c.speakers))
	nodes := make([]graph.Numbered, 0, len(c.speakers))
	for node, v := range c.speakers {
		all, nodes = append(all, v), append(nodes, node)
	}
	ids, err := c.shelf.Nodes(c.ctx, nodes)
	if err != nil {
		return nil, err
	}
	for i, v := range all {
		v.id = ids[i]
		slices.Sort(v.listings)
		v.listings = slices.Compact(v.listings)
	}
	all = slices.DeleteFunc(all, func(v *voice) bool {
		kind, _ := graph.EntityType(v.id)
		return !asks(c.Types, string(kind))
	})
	slices.SortFunc(all, func(a, b *voice) int {
		return cmp.Or(cmp.Compare(b.said, a.said), strings.Compare(string(a.id), string(b.id)))
	})
	return all, nil
}

// name looks up how some are called, each in the newest document in which he
// speaks.
func (c *census) name(voices []*voice) error {
	in := make(map[int][]*voice)
	var listings []int
	for _, v := range voices {
		newest := v.listings[0]
		if in[newest] == nil {
			listings = append(listings, newest)
		}
		in[newest] = append(in[newest], v)
	}
	var mu sync.Mutex
	return c.shelf.EntitiesOf(c.ctx, listings, func(i int, entities []graph.EntityInstance) error {
		mu.Lock()
		defer mu.Unlock()
		for _, v := range in[i] {
			for _, e := range entities {
				if e.ID == v.id {
					v.entity = e
				}
			}
		}
		return nil
	})
}

func (c *census) row(v *voice) SpeakerRow {
	row := SpeakerRow{
		Schema: Schema, Kind: "speaker", ID: string(v.id), Name: v.entity.Name, Type: v.entity.Type, Country: v.entity.Country,
		Statements: v.said, Direct: v.counts[string(document.Direct)], Indirect: v.counts[string(document.Indirect)],
		Mixed: v.counts[string(document.Mixed)], None: v.counts[string(document.None)], Documents: len(v.listings),
	}
	for _, l := range v.listings { // the newest first, the undated last
		if day := c.shelf.Listings[l].Day; day != "" {
			row.First, row.Last = day, cmp.Or(row.Last, day)
		}
	}
	return row
}
