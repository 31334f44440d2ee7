package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"math"
	"os"
	"path/filepath"
)

// teacherOptions are those of the larger networks whose mean reads the news for the
// one that ships.
type teacherOptions struct {
	count     int // none: the network learns from the treebanks alone
	hidden    int
	passes    int
	dropout   float64
	tagWeight float64
	cache     string // a folder, empty for none
}

// teach learns the teachers, or reads those that the cache has.
func (o *syntaxOptions) teach(trees []tree, sets []devSet, vectors *wordVectors, log *protocol) ([]*net, error) {
	var out []*net
	for k := range o.teachers.count {
		own := *o
		own.seed += 100 * uint64(k+1)
		own.sizes.hidden, own.passes, own.dropout = o.teachers.hidden, o.teachers.passes, o.teachers.dropout
		own.tagWeight, own.average = o.teachers.tagWeight, 0
		s := &syntaxTrainer{net: newNet(own.sizes, trees, nil, vectors, own.seed), options: own, log: log}
		out = append(out, s.net)
		file := filepath.Join(o.teachers.cache, fmt.Sprintf("teacher-%d.net", k+1))
		name := own.fingerprint(trees, vectors)
		if o.teachers.cache != "" {
			b, err := os.ReadFile(file)
			if err == nil {
				err = s.net.decode(name, b)
			}
			if err == nil {
				log.printf("teacher %d: %s", k+1, file)
				continue
			}
			if !errors.Is(err, fs.ErrNotExist) {
				log.printf("teacher %d: %v", k+1, err)
			}
		}
		log.printf("teacher %d", k+1)
		if err := s.train(goldDiet(trees, own.passes), sets); err != nil {
			return nil, err
		}
		if o.teachers.cache != "" {
			if err := os.MkdirAll(o.teachers.cache, 0o755); err != nil {
				return nil, err
			}
			if err := os.WriteFile(file, s.net.encode(name), 0o644); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// fingerprint tells trainings apart that differ in what they learn from or how.
func (o *syntaxOptions) fingerprint(trees []tree, vectors *wordVectors) uint64 {
	h := fnv.New64a()
	fmt.Fprintln(h, o.seed, o.sizes, o.passes, o.step, o.rate, o.dropout, o.hide, o.tagLayer, o.tagWeight)
	for _, t := range trees {
		for _, w := range t {
			fmt.Fprintln(h, w.form, w.tag, w.head, w.rel)
		}
	}
	h.Write(vectors.encode())
	return h.Sum64()
}

// encode is a file of the weights, after the fingerprint of their training.
func (n *net) encode(fingerprint uint64) []byte {
	b := binary.LittleEndian.AppendUint64(nil, fingerprint)
	for _, p := range n.params {
		for _, x := range p.w {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	return b
}

// decode reads the weights into a network of the same sizes.
func (n *net) decode(fingerprint uint64, b []byte) error {
	size := 8
	for _, p := range n.params {
		size += 4 * len(p.w)
	}
	if len(b) != size || binary.LittleEndian.Uint64(b) != fingerprint {
		return errors.New("the file is of another training")
	}
	b = b[8:]
	for _, p := range n.params {
		for i := range p.w {
			p.w[i] = math.Float32frombits(binary.LittleEndian.Uint32(b))
			b = b[4:]
		}
	}
	return nil
}
