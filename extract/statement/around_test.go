package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAround is what stands around an aside, and what the narrator adds.
func TestAround(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a subject before the aside is part of what was said", "And the Pier Board, as Ada Okoro has indicated, will advise the mayor of Oldtown.",
			[]string{"Ada Okoro: the Pier Board | will advise the mayor of Oldtown"}},
		{"with its verb, too", "It was, as Ada Okoro says, a good day for the people of the port.",
			[]string{"Ada Okoro: It was | a good day for the people of the port"}},
		{"a whole clause begins without it", "The board has met, and as Ada Okoro said on Monday, it will build a new bridge.",
			[]string{"Ada Okoro: it will build a new bridge"}},
		{"an agency that passes it on, with the day", "The bridge has been safe for years, Ada Okoro said, Harbour News Agency reported on Monday.",
			[]string{"Ada Okoro: The bridge has been safe for years"}},
		{"what the speaker did say next", "Ben Imani said he was “angry” but did hint that the port would get a new bridge.",
			[]string{"Ben Imani: he was “angry”"}},
		{"a view that others share", "Ada Okoro has told the board that the port must move on from the pier, a view shared by the mayor.",
			[]string{"Ada Okoro: that the port must move on from the pier"}},
		{"whatever it is called", "Ada Okoro said the port would not take any other deal, a stance shared by other captains in the harbour.",
			[]string{"Ada Okoro: the port would not take any other deal"}},
		{"the end of a heading that lost its line", "Lower fees in Oldtown, nationally Pier fees dropped 18 cents a ton over the past week in Oldtown, according to the Harbour Office.",
			[]string{"the Harbour Office: Pier fees dropped 18 cents a ton over the past week in Oldtown"}},
		{"others who agreed", "Ada Okoro argued that the port needed the papers to win its case, with which the judge Ben Imani agreed.",
			[]string{"Ada Okoro: that the port needed the papers to win its case"}},
		{"a predicate behind two dashes", "The mayor says its pier in the old port — which is meant for 80 ships, but holds about 35 boats from the river — is in need of repair.",
			[]string{"The mayor: its pier in the old port — which is meant for 80 ships, but holds about 35 boats from the river — is in need of repair"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(read(t, c.text))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
