package main

import (
	"cmp"
	"math"
	"slices"
)

// clusterWords puts words into classes of similar neighbours by the exchange
// algorithm (Kneser and Ney, 1993, Improved clustering techniques for
// class-based statistical language modelling): each word in turn moves to the
// class that gives the text the greatest likelihood under a class bigram model.
// words is the text, -1 between sentences; the result is the class of each
// word, 0 to classes-1.
func clusterWords(words []int32, vocabulary, classes, rounds int) []uint8 {
	c := newExchange(words, vocabulary, classes)
	for range rounds {
		moved := 0
		for w := range c.class {
			if c.settle(int32(w)) {
				moved++
			}
		}
		if moved*1000 < vocabulary {
			break
		}
	}
	out := make([]uint8, vocabulary)
	for w, k := range c.class {
		out[w] = uint8(k)
	}
	return out
}

// neighbour is how often a word stands beside another.
type neighbour struct {
	word  int32
	count int32
}

type exchange struct {
	classes     int
	class       []int32
	right, left [][]neighbour // of each word, itself left out
	self        []int32       // how often a word follows itself
	pairs       []int32       // of classes: pairs[a*classes+b]
	first, then []int32       // how often a class is the first, the second of a pair
	entropy     []float64     // n log n for small n

	r, l   []int32 // pairs of the word at hand with each class
	rs, ls []int32 // the classes that occur in r and l
}

func newExchange(words []int32, vocabulary, classes int) *exchange {
	c := &exchange{
		classes: classes, class: make([]int32, vocabulary), self: make([]int32, vocabulary),
		right: make([][]neighbour, vocabulary), left: make([][]neighbour, vocabulary),
		pairs: make([]int32, classes*classes), first: make([]int32, classes), then: make([]int32, classes),
		entropy: make([]float64, 1<<16), r: make([]int32, classes), l: make([]int32, classes),
	}
	for i := range c.entropy {
		if i > 0 {
			c.entropy[i] = float64(i) * math.Log(float64(i))
		}
	}
	for w := range c.class {
		c.class[w] = int32(w % classes)
	}
	bigrams := make([]uint64, 0, len(words))
	for i := 1; i < len(words); i++ {
		if a, b := words[i-1], words[i]; a >= 0 && b >= 0 {
			bigrams = append(bigrams, uint64(a)<<32|uint64(b))
		}
	}
	slices.Sort(bigrams)
	for i := 0; i < len(bigrams); {
		j := i
		for j < len(bigrams) && bigrams[j] == bigrams[i] {
			j++
		}
		a, b, n := int32(bigrams[i]>>32), int32(bigrams[i]&0xffffffff), int32(j-i)
		if a == b {
			c.self[a] += n
		} else {
			c.right[a] = append(c.right[a], neighbour{b, n})
			c.left[b] = append(c.left[b], neighbour{a, n})
		}
		ka, kb := c.class[a], c.class[b]
		c.pairs[int(ka)*classes+int(kb)] += n
		c.first[ka] += n
		c.then[kb] += n
		i = j
	}
	return c
}

func (c *exchange) nlogn(n int32) float64 {
	if int(n) < len(c.entropy) {
		return c.entropy[n]
	}
	return float64(n) * math.Log(float64(n))
}

// settle moves the word to its best class, and tells whether that is another.
func (c *exchange) settle(w int32) bool {
	c.count(w)
	before := c.class[w]
	c.move(w, before, -1)
	best, arg := math.Inf(-1), before
	for k := range int32(c.classes) {
		if g := c.gain(w, k); g > best || g == best && k == before {
			best, arg = g, k
		}
	}
	c.move(w, arg, 1)
	c.class[w] = arg
	return arg != before
}

// count fills r and l with the neighbours of w by class.
func (c *exchange) count(w int32) {
	for _, k := range c.rs {
		c.r[k] = 0
	}
	for _, k := range c.ls {
		c.l[k] = 0
	}
	c.rs, c.ls = c.rs[:0], c.ls[:0]
	for _, n := range c.right[w] {
		k := c.class[n.word]
		if c.r[k] == 0 {
			c.rs = append(c.rs, k)
		}
		c.r[k] += n.count
	}
	for _, n := range c.left[w] {
		k := c.class[n.word]
		if c.l[k] == 0 {
			c.ls = append(c.ls, k)
		}
		c.l[k] += n.count
	}
}

// move adds the pairs of w to class k, or with sign -1 takes them away.
func (c *exchange) move(w, k, sign int32) {
	total := func(of []int32, classes []int32) (n int32) {
		for _, k := range classes {
			n += of[k]
		}
		return n
	}
	for _, b := range c.rs {
		c.pairs[int(k)*c.classes+int(b)] += sign * c.r[b]
	}
	for _, a := range c.ls {
		c.pairs[int(a)*c.classes+int(k)] += sign * c.l[a]
	}
	c.pairs[int(k)*c.classes+int(k)] += sign * c.self[w]
	c.first[k] += sign * (total(c.r, c.rs) + c.self[w])
	c.then[k] += sign * (total(c.l, c.ls) + c.self[w])
}

// gain is by how much the likelihood grows when w joins class k.
func (c *exchange) gain(w, k int32) float64 {
	g, right, left := 0.0, c.self[w], c.self[w]
	row := c.pairs[int(k)*c.classes : (int(k)+1)*c.classes]
	for _, b := range c.rs {
		n := c.r[b]
		right += n
		if b != k {
			g += c.nlogn(row[b]+n) - c.nlogn(row[b])
		}
	}
	for _, a := range c.ls {
		n := c.l[a]
		left += n
		if a != k {
			p := c.pairs[int(a)*c.classes+int(k)]
			g += c.nlogn(p+n) - c.nlogn(p)
		}
	}
	own := row[k]
	g += c.nlogn(own+c.r[k]+c.l[k]+c.self[w]) - c.nlogn(own)
	g -= c.nlogn(c.first[k]+right) - c.nlogn(c.first[k])
	g -= c.nlogn(c.then[k]+left) - c.nlogn(c.then[k])
	return g
}

// frequent gives the words that occur at least least times a number each, by
// falling frequency and then by spelling.
func frequent(counts map[string]int, least int) []string {
	var out []string
	for w, n := range counts {
		if n >= least {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return out
}
