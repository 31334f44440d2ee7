package name

import "testing"

func TestHastyPlaces(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"where can i rent a boat in mexico or san francisco?", "mexico (country), san francisco (place)", "a hasty writer has names in lower case"},
		{"i was reading a nice paper in turkey then.", "", "what is a common word, too, is no place"},
		{"She sold china and turkey in Mexico.", "Mexico (country)", "who uses capitals uses them for names"},
		{"is paris around? she lives in paris.", "paris (place)", "what is a given name, too, is a place where one is likely"},
		{"the boat to new york left, said dana", "new york (place)", "persons are not guessed"},
		{"so we flew to Ghana and togo", "Ghana (country), togo (country)", "names with capitals stand in order among them"},
	} {
		if got := names(testStages.read(c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s: %s", c.text, got, c.want, c.why)
		}
	}
}
