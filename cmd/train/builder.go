package main

import (
	"dossier/extract/name"
)

// sourceFeatures is how many of a token's first features are also learned for
// its source alone. They take up what is peculiar to a corpus (how it marks
// names) and are not part of the model.
const sourceFeatures = 6

// builder turns texts into examples.
type builder struct {
	reader   *name.Stage
	examples []example
	counts   counter
}

func newBuilder(reader *name.Stage) *builder {
	return &builder{reader: reader, counts: newCounter()}
}

// add makes examples of a text; labels are those of the first pass, nil when
// there are none.
func (b *builder) add(source int, t *text, silent bool, labels []name.Label) {
	gold := t.labels(silent)
	b.reader.Stretches(t.Document, labels, func(first, last int, own, elsewhere func(i int) []uint32) {
		x := newExample(source, t.clip(gold, first, last))
		for i := first; i < last; i++ {
			begin := len(x.features)
			var ends [families]int32
			x.features = append(x.features, own(i)...)
			ends[0] = int32(len(x.features))
			if labels != nil {
				x.features = append(x.features, elsewhere(i)...)
			}
			ends[1] = int32(len(x.features))
			for _, h := range x.features[begin : begin+sourceFeatures] {
				x.features = append(x.features, asSource(h, source))
			}
			ends[2] = int32(len(x.features))
			x.ends = append(x.ends, ends)
		}
		for _, f := range x.features {
			b.counts.add(f)
		}
		b.examples = append(b.examples, x)
	})
}

// asSource is the feature as a source has it.
func asSource(feature uint32, source int) uint32 {
	h := (uint64(feature) + uint64(source+1)<<40) * 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

// index numbers the features that were seen often enough, writes their numbers
// into the examples in their place, and gives their hashes.
func (b *builder) index(least int) []uint32 {
	var keys []uint32
	for k := range b.examples {
		x := &b.examples[k]
		kept := x.features[:0]
		begin := int32(0)
		for i := range x.ends {
			for part, end := range x.ends[i] {
				for _, f := range x.features[begin:end] {
					s := b.counts.find(f)
					if int(s.count) < least {
						continue
					}
					if s.id == 0 {
						keys = append(keys, s.key)
						s.id = uint32(len(keys))
					}
					kept = append(kept, s.id-1)
				}
				begin = end
				x.ends[i][part] = int32(len(kept))
			}
		}
		x.features = kept
	}
	b.counts = counter{}
	return keys
}

// counter counts features: open addressing that grows.
type counter struct {
	slots []counted
	used  int
}

type counted struct {
	key   uint32
	count uint32
	id    uint32
}

func newCounter() counter { return counter{slots: make([]counted, 1<<20)} }

// find is the slot of a feature, or the free one where it would go.
func (c *counter) find(key uint32) *counted {
	mask := uint32(len(c.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &c.slots[i]; s.count == 0 || s.key == key {
			return s
		}
	}
}

func (c *counter) add(key uint32) {
	s := c.find(key)
	if s.count == 0 {
		if c.used++; c.used > len(c.slots)/3*2 {
			old := c.slots
			c.slots = make([]counted, 2*len(old))
			for _, o := range old {
				if o.count > 0 {
					*c.find(o.key) = o
				}
			}
			s = c.find(key)
		}
		s.key = key
	}
	s.count++
}
