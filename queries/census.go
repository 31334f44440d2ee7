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
	kinds    []string                // types of statements that count, none for all
	others   *others                 // whom nobody names, nil when they don't count
}

// others are the statements of those whom nobody names.
type others struct {
	evidence []graph.Numbered
	said     []heard
}

// heard is a statement as it counts for a speaker.
type heard struct {
	kind  string
	in    int
	isNew bool
}

func newCensus(a *asking, spoken *graph.Spoken, r SpeakersRequest) *census {
	return &census{SpeakersRequest: r, asking: a, spoken: spoken, speakers: make(map[graph.Numbered]*voice), given: make(map[graph.Numbered]bool)}
}

// voice is somebody who says something.
type voice struct {
	id     graph.ID
	counts map[string]int // of statements of each type
	said   int
	in     []int // documents, some several times
	entity graph.EntityInstance
}

func (v *voice) add(h heard) {
	v.in = append(v.in, h.in)
	if h.isNew {
		v.said++
		v.counts[h.kind]++
	}
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
	if u.Told || !c.asked[u.Document] || !asks(c.Classes, u.Class) || !asks(c.kinds, u.Type) || c.about != 0 && !slices.Contains(u.About, c.about) {
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
	h := heard{u.Type, u.Document, isNew}
	for _, node := range by {
		v := c.speakers[node]
		if v == nil {
			v = &voice{counts: make(map[string]int)}
			c.speakers[node] = v
		}
		v.add(h)
	}
	if len(by) == 0 && c.others != nil {
		c.others.evidence = append(c.others.evidence, u.Evidence)
		c.others.said = append(c.others.said, h)
	}
}

// unnamed is those whom nobody names, each as he is called.
func (c *census) unnamed() ([]*voice, error) {
	if c.others == nil {
		return nil, nil
	}
	names, err := c.spoken.Unnamed(c.ctx, c.others.evidence)
	if err != nil {
		return nil, err
	}
	called := make(map[string]*voice)
	var all []*voice
	for i, name := range names {
		key := graph.Fold(name)
		v := called[key]
		if v == nil {
			v = &voice{counts: make(map[string]int)}
			called[key] = v
			all = append(all, v)
		}
		if v.entity.Name == "" || name < v.entity.Name { // of several spellings the first, capitals before others
			v.entity.Name = name
		}
		v.add(c.others.said[i])
	}
	return all, nil
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
	}
	all = slices.DeleteFunc(all, func(v *voice) bool {
		kind, _ := graph.EntityType(v.id)
		return !asks(c.Types, string(kind))
	})
	others, err := c.unnamed()
	if err != nil {
		return nil, err
	}
	all = append(all, others...)
	for _, v := range all {
		slices.Sort(v.in)
		v.in = slices.Compact(v.in)
	}
	slices.SortFunc(all, func(a, b *voice) int {
		return cmp.Or(cmp.Compare(b.said, a.said), strings.Compare(string(a.id), string(b.id)), strings.Compare(a.entity.Name, b.entity.Name))
	})
	return all, nil
}

// name looks up how some are called, each in the newest document in which he
// speaks.
func (c *census) name(voices []*voice) error {
	in := make(map[int][]graph.ID)
	for _, v := range voices {
		if v.id != "" {
			in[v.in[0]] = append(in[v.in[0]], v.id)
		}
	}
	found, err := c.spoken.Instances(c.ctx, in)
	for _, v := range voices {
		if v.id != "" {
			v.entity = found[v.id]
		}
	}
	return err
}

// rows counts, and gives the rows of those who speak, the most statements first.
func (c *census) rows(yield func(SpeakerRow) bool) error {
	if err := c.prepare(); err != nil {
		return err
	}
	if err := c.spoken.Utterances(c.ctx, c.add); err != nil {
		return err
	}
	voices, err := c.ordered()
	if err != nil {
		return err
	}
	for n := censusFirst; len(voices) > 0; n *= 4 {
		some := voices[:min(n, len(voices))]
		voices = voices[len(some):]
		if err := c.name(some); err != nil {
			return err
		}
		for _, v := range some {
			if !yield(c.row(v)) {
				return nil
			}
		}
	}
	return nil
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
