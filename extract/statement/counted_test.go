package statement

import "testing"

// TestCounted: what data show or a model predicts nobody has said, unless it is told
// who made them.
func TestCounted(t *testing.T) {
	for _, c := range []struct {
		why, text string
		said      bool
	}{
		{"figures", `The sale of boats in the port fell by a third last year, according to the latest figures.`, false},
		{"data on something", `According to harbour data, the sale of boats in the port has fallen by a third since May.`, false},
		{"a model", `If the river warms, a model predicts that the old bridge would be flooded every year.`, false},
		{"figures of a body", `The sale of boats in the port fell by a third last year, according to figures from the Harbour Office.`, true},
		{"data that a body has released", `The sale of boats in the port fell by a third last year, according to data released in May by the Harbour Office.`, true},
		{"a body's own", `According to the Harbour Office's figures, the sale of boats in the port has fallen by a third.`, true},
		{"somebody's estimates", `According to our estimates, the sale of boats in the port has fallen by a third since May.`, true},
		{"a report", `According to a report, the sale of boats in the port has fallen by a third since May.`, true},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := sure(read(t, c.text)); len(got) > 0 != c.said {
				t.Errorf("%s\n%q, want one: %t", c.text, got, c.said)
			}
		})
	}
}
