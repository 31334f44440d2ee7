package queries

import (
	"cmp"
	"slices"
	"strings"

	"dossier/extract/document"
	"dossier/graph"
)

// census counts who says how much in the whole store.
type census struct {
	SpeakersRequest
	*asking
	spoken   *graph.Spoken
	about    graph.Numbered
	asked    []bool // of each document whether its statements count
	speakers map[graph.Numbered]*voice
	given    map[graph.Numbered]bool // copies, each of which counts once
}

// voice is somebody who says something.
type voice struct {
	id     graph.ID
	counts map[string]int // of statements of each type
	said   int
	in     []int // documents, some several times
	entity graph.EntityInstance
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
		if c.about, err = c.spoken.Number(c.ctx, id); err != nil {
			return err
		}
	}
	c.asked = make([]bool, len(c.spoken.Days))
	publisher := strings.Fields(graph.Fold(c.Publisher))
	if len(publisher) == 0 {
		for i := range c.asked {
			c.asked[i] = true
		}
	} else if err := c.spoken.Publishers(c.ctx, func(i int, name string) { c.asked[i] = holds(graph.Fold(name), publisher) }); err != nil {
		return err
	}
	for i, day := range c.spoken.Days {
		c.asked[i] = c.asked[i] && (days{c.Since, c.Until}).has(day)
	}
	return nil
}

// add counts a statement for those who make it.
func (c *census) add(u *graph.Utterance) {
	if !c.asked[u.Document] || !asks(c.Classes, u.Class) || c.about != 0 && !slices.Contains(u.About, c.about) {
		return
	}
	by := u.Speakers
	if len(by) == 0 && u.OnBehalfOf != 0 {
		by = []graph.Numbered{u.OnBehalfOf}
	}
	isNew := u.Copy == 0 || !c.given[u.Copy]
	if u.Copy != 0 {
		c.given[u.Copy] = true
	}
	for _, node := range by {
		v := c.speakers[node]
		if v == nil {
			v = &voice{counts: make(map[string]int)}
			c.speakers[node] = v
		}
		v.in = append(v.in, u.Document)
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
	ids, err := c.spoken.IDs(c.ctx, nodes)
	if err != nil {
		return nil, err
	}
	for i, v := range all {
		v.id = ids[i]
		slices.Sort(v.in)
		v.in = slices.Compact(v.in)
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
	in := make(map[int][]graph.ID)
	for _, v := range voices {
		in[v.in[0]] = append(in[v.in[0]], v.id)
	}
	found, err := c.spoken.Instances(c.ctx, in)
	for _, v := range voices {
		v.entity = found[v.id]
	}
	return err
}

func (c *census) row(v *voice) SpeakerRow {
	row := SpeakerRow{
		Schema: Schema, Kind: "speaker", ID: string(v.id), Name: v.entity.Name, Type: v.entity.Type, Country: v.entity.Country,
		Statements: v.said, Direct: v.counts[string(document.Direct)], Indirect: v.counts[string(document.Indirect)],
		Mixed: v.counts[string(document.Mixed)], None: v.counts[string(document.None)], Documents: len(v.in),
	}
	for _, d := range v.in { // the newest first, the undated last
		if day := c.spoken.Days[d]; day != "" {
			row.First, row.Last = day, cmp.Or(row.Last, day)
		}
	}
	return row
}
