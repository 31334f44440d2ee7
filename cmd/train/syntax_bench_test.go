package main

import (
	"fmt"
	"testing"

	"dossier/extract/syntax"
)

// BenchmarkLearn learns from sentences of 25 made-up words.
func BenchmarkLearn(b *testing.B) {
	for _, hidden := range []int{64, 96} {
		b.Run(fmt.Sprint(hidden), func(b *testing.B) {
			r := random(5)
			var trees []tree
			for range 16 {
				var t tree
				for i := range 25 {
					w := treeWord{form: fmt.Sprintf("word%c%c", 'a'+rune(r.next()%26), 'a'+rune(r.next()%26)), tag: int(r.next() % uint64(syntax.Tags)), head: i, rel: syntax.Relation(r.next() % uint64(syntax.Relations))}
					w.keys = syntax.KeysOf(w.form, i == 0)
					t = append(t, w)
				}
				trees = append(trees, t)
			}
			o := littleOptions()
			o.step, o.sizes, o.tagLayer, o.dropout, o.hide = 400, netSizes{hidden, 96, 64}, 2, .2, .1
			s := &syntaxTrainer{net: newNet(o.sizes, trees, nil, &wordVectors{index: map[uint32]int32{}}, 1), options: o}
			for i := range s.workers {
				s.workers[i] = newWorker(s.net, &s.options)
			}
			batch := make([]int, len(trees))
			for i := range batch {
				batch[i] = i
			}
			b.ResetTimer()
			for i := range b.N {
				s.step(trees, batch, uint64(i))
				s.update(.001)
			}
			b.ReportMetric(float64(b.N*400)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
