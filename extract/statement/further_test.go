package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFurther is what was said behind the end of its first clause, and what the narrator
// says there.
func TestFurther(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a duty of speaker and hearers behind an and", "Ada Okoro said that our town is facing a crisis, and we must do what we can to keep the port open.",
			[]string{"Ada Okoro: that our town is facing a crisis, and we must do what we can to keep the port open"}},
		{"a judgement on what was said", "Ada Okoro said that the plan of the town is creating distrust among the crews, and this is against the law of the port.",
			[]string{"Ada Okoro: that the plan of the town is creating distrust among the crews, and this is against the law of the port"}},
		{"a future beside a future", "Ada Okoro said that the town will hold half of the shares, while the two banks will each have a quarter.",
			[]string{"Ada Okoro: that the town will hold half of the shares, while the two banks will each have a quarter"}},
		{"what a delegation is for", "The mayor today announced the designation of a delegation to Oldtown, Oldland, to attend the opening of the new pier.",
			[]string{"The mayor: the designation of a delegation to Oldtown, Oldland, to attend the opening of the new pier"}},
		{"what somebody else is to do", "The mayor calls on the council to support the old port; create a new office for its crews; and open two piers.",
			[]string{"The mayor: the council to support the old port; create a new office for its crews; and open two piers"}},
		{"a second task", "The port has agreed to spend a million on the old pier, and to build two new ones that will be cheaper.",
			[]string{"The port: to spend a million on the old pier, and to build two new ones that will be cheaper"}},
		{"the first half of what a semicolon divides", "The quakes are the work of the fault under the old port; they may go on for a month, Ada Okoro said.",
			[]string{"Ada Okoro: The quakes are the work of the fault under the old port; they may go on for a month"}},
		{"a first half with another report is none", "The mayor said the pier is old; it may fall within a month, Ada Okoro said.",
			[]string{"The mayor: the pier is old", "Ada Okoro: it may fall within a month"}},
		{"as what something is described, behind its time", "Ada Okoro described the visit of the mayor to the port in March as a turning point.",
			[]string{"Ada Okoro: the visit of the mayor to the port in March as a turning point"}},

		{"the verb of its last clause", "Ada Okoro expressed her discontent over the lack of action to ensure all crews and boats are safe from the flood.",
			[]string{"Ada Okoro: her discontent over the lack of action to ensure all crews and boats are safe from the flood"}},

		{"what the speaker expects, behind a dash", "The Harbour Bank estimates that the sea adds a million a year to the income of the town—and expects this to double.",
			[]string{"The Harbour Bank: that the sea adds a million a year to the income of the town"}},
		{"what the speaker said of things, which say nothing", "Ada Okoro claimed that the fees of the port were low and called on the towns to pay them.",
			[]string{"Ada Okoro: that the fees of the port were low"}},
		{"what was done with them is told of them", "Ada Okoro said that a plan for the fees of the port was proposed and approved in the past year.",
			[]string{"Ada Okoro: that a plan for the fees of the port was proposed and approved in the past year"}},
		{"what the author did because of it", "Ada Okoro told me that it is hard for anybody to be called Ada, which is why I have formed a club of them.",
			[]string{"Ada Okoro: that it is hard for anybody to be called Ada"}},
		{"a speaker in whose name a comma stands", "Most of the fires in the port are the work of its crews, an official with the Port, Pier and Harbour Organization said.",
			[]string{"an official with the Port, Pier and Harbour Organization: Most of the fires in the port are the work of its crews"}},
		{"the day on which it was made known", "The mayor announced her plans for the pier yesterday.",
			[]string{"The mayor: her plans for the pier"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(read(t, c.text))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
