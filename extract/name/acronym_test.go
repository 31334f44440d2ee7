package name

import "testing"

func TestAbbreviations(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"Ada Okafor runs the Harbour Water Authority (HWA). Later HWA said no.", "Ada Okafor (person), Harbour Water Authority (organization), HWA (organization), HWA (organization)", "the letters are those of its words"},
		{"The Telecom Licensing Board of Namibia (Tlbn) wrote. Tlbn inspectors came.", "Telecom Licensing Board of Namibia (organization), Tlbn (organization), Tlbn (organization)", "only the first letter need be a capital"},
		{"They sold wells by initial public offerings (IPO). The IPO program went on.", "", "what stands for common words is no name, here or elsewhere"},
		{"He led small and middling enterprises (SMEs). The SMEs paid.", "", "nor is its plural; small words count or don't"},
		{"The chief of the wells office (HGA) spoke.", "HGA (organization)", "other letters explain nothing, so that it is a name"},
		{"Ada Okafor (AO) left.", "Ada Okafor (person), AO (person)", "a person has initials"},
	} {
		if got := names(testStages.read(c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s: %s", c.text, got, c.want, c.why)
		}
	}
}
