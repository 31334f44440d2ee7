package main

// averageEvery is how many steps lie between two states of the weights of which the mean
// is taken.
const averageEvery = 50

// meanWeights are the mean of states of the weights: what the last few sentences have
// done to them is chance, and goes (Polyak and Juditsky 1992; Izmailov et al. 2018).
type meanWeights struct {
	sum   [][]float32
	count int
}

func (m *meanWeights) add(params []*param) {
	if m.sum == nil {
		for _, p := range params {
			m.sum = append(m.sum, make([]float32, len(p.w)))
		}
	}
	for i, p := range params {
		axpy(m.sum[i], p.w, 1)
	}
	m.count++
}

// set gives the weights their mean; they stay as they are when none was taken.
func (m *meanWeights) set(params []*param) {
	for i := range m.sum {
		clear(params[i].w)
		axpy(params[i].w, m.sum[i], 1/float32(m.count))
	}
}
