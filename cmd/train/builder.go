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

func (b *builder) add(source int, t *text, silent bool) {
	labels := t.labels(silent)
	b.reader.Stretches(t.Document, func(first, last int, features func(i int) []uint32) {
		x := example{source: source, allowed: t.clip(labels, first, last), certain: true}
		for i := first; i < last; i++ {
			if a := x.allowed[i-first]; a&(a-1) != 0 {
				x.certain = false
			}
			f := features(i)
			x.features = append(x.features, f...)
			x.extra = append(x.extra, int32(len(x.features)))
			for _, h := range f[:sourceFeatures] {
				x.features = append(x.features, ofSource(h, source))
			}
			x.ends = append(x.ends, int32(len(x.features)))
		}
		for _, f := range x.features {
			b.counts.add(f)
		}
		b.examples = append(b.examples, x)
	})
}

// ofSource is the feature as a source has it.
func ofSource(feature uint32, source int) uint32 {
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
			extra, end := x.extra[i], x.ends[i]
			for j := begin; j < end; j++ {
				if j == extra {
					x.extra[i] = int32(len(kept))
				}
				s := b.counts.find(x.features[j])
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
			x.ends[i] = int32(len(kept))
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
