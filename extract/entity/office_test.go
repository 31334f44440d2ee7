package entity

import (
	"slices"
	"testing"

	"dossier/extract/document"
)

// On the page of a head of state or government an office is its own holder's on the
// day.
func TestIncumbents(t *testing.T) {
	for _, tt := range []struct {
		why, publisher, date, text, want string
	}{
		{"whom the page doesn't name", "Prime Minister of Australia", "2011-05-03", "The Prime Minister opened a bridge.", "Julia Gillard: The Prime Minister"},
		{"whom it calls by the surname", "Prime Minister of Australia", "2011-05-03", "Ms [p:Gillard] came. The Prime Minister left.", "Julia Gillard: Gillard, The Prime Minister"},
		{"whom it names in full", "The White House", "2022-05-03", "[p:Joseph R. Biden] came. The President left.", "Joseph R. Biden: Joseph R. Biden, The President"},
		{"a guest of the same office has its name", "Prime Minister of Australia", "2011-05-03", "Prime Minister [p:Okoro] came. The Prime Minister left.", "Julia Gillard: The Prime Minister"},
		{"the deputy", "The White House", "2022-05-03", "The Vice President left.", "Kamala Harris: The Vice President"},
		{"who takes turns", "Prime Minister of Australia", "2011-05-03", "PM: Good morning.\n\nJOURNALIST: Why?\n\nPM: I said so.", "Julia Gillard: PM, PM"},
		{"its government", "Prime Minister of Australia", "2011-05-03", "The Government opened a bridge.", "Australia: The Government"},
		{"its government by the name that the page has", "Prime Minister of Australia", "2011-05-03", "The [o:Gillard Government] paid. The Government opened a bridge.", "Gillard Government: Gillard Government, The Government"},
		{"its government as the author's", "Prime Minister of Australia", "2011-05-03", "My Government opened a bridge.", "Australia: My Government"},
		{"its government as ours", "Prime Minister of Australia", "2011-05-03", "Today our Government opened a bridge.", "Australia: our Government"},
		{"a guest's own", "Prime Minister of Australia", "2011-05-03", "The envoy of [l:Japan] said: “My Government opened a bridge.”", "Japan: Japan"},
		{"nobody's own elsewhere", "The Oldtown Times", "2011-05-03", "My Government opened a bridge in [l:Sydney].", "Sydney: Sydney"},
		{"not that of a region", "Prime Minister of Australia", "2011-05-03", "The [o:Government] paid. Then the [o:NSW Government] opened a bridge.", "Australia: Government"},
		{"nor of any part", "Prime Minister of Australia", "2011-05-03", "The [o:State Government] paid. The Government opened a bridge.", "Australia: The Government"},
		{"another's government", "Prime Minister of Australia", "2011-05-03", "The government of [l:Japan] paid.", "Japan: Japan"},
		{"no government's page", "The Oldtown Times", "2011-05-03", "The Government opened a bridge in [l:Sydney].", "Sydney: Sydney"},
		{"any other prime minister", "Prime Minister of Australia", "2011-05-03", "The prime minister of a small country left [l:Sydney].", "Sydney: Sydney"},
		{"the day isn't known", "Prime Minister of Australia", "", "The Prime Minister left [l:Sydney].", "Sydney: Sydney"},
		{"on the day of a handover", "Prime Minister of Australia", "2010-06-24", "The Prime Minister left [l:Sydney].", "Sydney: Sydney"},
		{"a paper is no office", "The Oldtown Times", "2011-05-03", "The Prime Minister left [l:Sydney].", "Sydney: Sydney"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := readOn(t, document.Article{Publisher: tt.publisher, Date: tt.date}, tt.text)
			check(t, d)
			if got := clusters(d); !slices.Contains(got, tt.want) {
				t.Errorf("no %q in %q", tt.want, got)
			}
		})
	}
}

// A page of one legislator's office tells the full name of whom it calls by the surname.
func TestPageOwner(t *testing.T) {
	for _, tt := range []struct{ why, publisher, text, want string }{
		{"whose office it is", "Office of Representative Ann B. Okoro", "Rep. [p:Okoro] voted no.", "Ann B. Okoro: Okoro"},
		{"of another name", "Office of Representative Ann B. Okoro", "Rep. [p:Miller] voted no.", "Miller: Miller"},
		{"a paper is nobody's office", "Washington Post", "Mr [p:Post] voted no.", "Post: Post"},
		{"a surname behind the title tells no more", "Office of Senator Okoro", "Sen. [p:Okoro] voted no.", "Okoro: Okoro"},
		{"a full name of the surname comes first", "Office of Senator Ann Okoro", "[p:Ben Okoro] came. [p:Okoro] left.", "Ben Okoro: Ben Okoro, Okoro"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := readOn(t, document.Article{Publisher: tt.publisher}, tt.text)
			check(t, d)
			if got := clusters(d); !slices.Contains(got, tt.want) {
				t.Errorf("no %q in %q", tt.want, got)
			}
		})
	}
}
