package statement

import "testing"

// TestHollow: what only names what was said, or what it was on, is not shown, nor what
// was done, nor what nobody with a voice of his own has said.
func TestHollow(t *testing.T) {
	for _, c := range []struct {
		why, text string
		said      bool
	}{
		{"what a statement is about", `Senator Dora Marlow issued the following statement on the closing of the old port of Ostria.`, false},
		{"what a statement came after", `Senator Dora Marlow released a statement following the news that the old port of Ostria will close.`, false},
		{"what is said in a letter", `Senator Dora Marlow wrote in a letter to the council that the old port of Ostria must close.`, true},
		{"what a letter does", `Senator Dora Marlow sent a letter to the council urging it to close the old port of Ostria.`, true},
		{"assignments that aren't told", `The council today announced their assignments for the boat races of Ostria.`, false},
		{"the winners of something", `Mayor Dora Marlow announced the winners of the boat race of Ostria.`, true},
		{"what is announced is told", `Mayor Dora Marlow announced a new boat race that will be held in the port every summer.`, true},
		{"what the reader is to know", `Mayor Dora Marlow announced the move today.`, false},
		{"plans of which nothing is told", `Mayor Dora Marlow and her deputy outlined their plans.`, false},
		{"plans of which something is told", `Mayor Dora Marlow and her deputy outlined their plans to close the old port and to build another.`, true},
		{"appointments that aren't told", `Mayor Dora Marlow announced her new council appointments yesterday.`, false},
		{"what something adds to a thing", `The council has added a new dimension to the policy of the old port of Ostria.`, false},
		{"what somebody added", `Mayor Dora Marlow added that the old port of Ostria must close.`, true},
		{"a commitment shown by a deed", `The Ostrian Government reaffirmed its commitment to the port by paying for a new crane.`, false},
		{"a commitment", `The Ostrian Government reaffirmed its commitment to the port and to all who work there.`, true},
		{"a thing that reminds", `The flood reminds us that the old bridge is in danger every year.`, false},
		{"a paper that reminds", `The study reminds readers that the old bridge is in danger every year.`, true},
		{"half of those who may say something", `Almost half of the sailors said that the pier was old.`, true},
		{"nobody", `No one in the council denies the terrible cost of the flood to the farmers.`, false},
		{"everybody", `The people demand a safe bridge and a safe port for the whole of Ostria.`, false},
		{"people of a place who said it", `Several people said that the old bridge was in danger every year.`, true},
		{"whoever agrees", `The council will pay the farmers who agree to sell all of their land by the river.`, false},
		{"what meetings are for", `The port holds a meeting every year at which ministers agree to a set of plans to raise the dams.`, false},
		{"what is said of what stands before it", `Dora Marlow may face four months in a cell, which prosecutors argue is necessary to prevent her from leaving the port.`, true},
		{"what goes with what is to be done, far down", `Ostria will help its neighbours to feed their people, noting that fish is dear in winter.`, false},
		{"estimates that say of something", `Some estimates say the numbers of boats in the port could be as high as 300.`, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := sure(read(t, c.text)); len(got) > 0 != c.said {
				t.Errorf("%s\n%q, want one: %t", c.text, got, c.said)
			}
		})
	}
}
