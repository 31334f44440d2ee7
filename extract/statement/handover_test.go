package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Who asks is whom somebody gives the floor; where nobody is named it is the Q.
func TestAskers(t *testing.T) {
	const ada, ben = "Ada Okoro", "Ben Imani"
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a chair and a paper", "MODERATOR: Our next question goes to Ada Okoro with the Harbour Press.\n\nQ Is it safe?\n\nMR. BRANDT: I think so.",
			[]string{"MODERATOR", ada, "MR. BRANDT"}},
		{"who answers calls on the next one", "Q Is it safe?\n\nMR. BRANDT: I think so. Go ahead, Ada Okoro.\n\nQ And old?\n\nMR. BRANDT: I hope not.",
			[]string{"Q", "MR. BRANDT", ada, "MR. BRANDT"}},
		{"a name that no reader of names knows", "MR. BRANDT: I think so. Go ahead, Zanele.\n\nQ And old?\n\nMR. BRANDT: I hope not.",
			[]string{"MR. BRANDT", "Zanele", "MR. BRANDT"}},
		{"a sentence after it", "MODERATOR: We go to Ben Imani. You should be unmuted.\n\nQ Hi.\n\nMR. BRANDT: I hear you.",
			[]string{"MODERATOR", ben, "MR. BRANDT"}},
		{"the second half of a question", "MODERATOR: We go to Ben Imani.\n\nQ Can you hear me?\n\nMODERATOR: Yes, we can.\n\nQ Is it old?\n\nMR. BRANDT: I hope not.",
			[]string{"MODERATOR", ben, "MODERATOR", ben, "MR. BRANDT"}},
		{"nobody is named twice for one call", "MR. BRANDT: Go ahead, Ada Okoro.\n\nQ Is it old?\n\nMR. BRANDT: I hope not.\n\nQ Who built it?\n\nMR. BRANDT: I did.",
			[]string{"MR. BRANDT", ada, "MR. BRANDT", "Q", "MR. BRANDT"}},
		{"who shall ask it again", "MR. BRANDT: I'm sorry, Ben, can you repeat the question?\n\nQ Is it old?\n\nMR. BRANDT: I hope not.",
			[]string{"MR. BRANDT", "Ben", "MR. BRANDT"}},
		{"a name is an answer", "Q Who built it for you?\n\nMR. BRANDT: Ben Imani.\n\nQ And when?\n\nMR. BRANDT: In June, I think.",
			[]string{"Q", "MR. BRANDT", "Q", "MR. BRANDT"}},
		{"unless a chair says it", "MODERATOR: Ben Imani.\n\nQ When was it built?\n\nMR. BRANDT: In June, I think.",
			[]string{"MODERATOR", ben, "MR. BRANDT"}},
		{"whom the answer turns to at once", "Q Is it old?\n\nMR. BRANDT: Well, Ben, I hope not.\n\nQ Is it safe?\n\nMR. BRANDT: Ada Okoro, I think so.",
			[]string{"Ben", "MR. BRANDT", ada, "MR. BRANDT"}},
		{"whom it speaks of is another", "Q Is it old?\n\nMR. BRANDT: Well, Ben Imani said it was.\n\nQ Is it safe?\n\nMR. BRANDT: Yes. I asked Ada Okoro, and she was sure.",
			[]string{"Q", "MR. BRANDT", "Q", "MR. BRANDT"}},
		{"one who answers, too, is asked to", "BEN IMANI: It is old.\n\nQ Is it safe?\n\nMR. BRANDT: Ben, do you know?\n\nBEN IMANI: I do.",
			[]string{"BEN IMANI", "Q", "MR. BRANDT", "BEN IMANI"}},
		{"a name that nobody knows, with a paper", "MODERATOR: We’ll go to Zanele Ikwemesi from the Press. You should be able to unmute yourself.\n\nQ Is it old?\n\nMR. BRANDT: I hope not.",
			[]string{"MODERATOR", "Zanele Ikwemesi", "MR. BRANDT"}},
		{"a line that isn't of a telephone", "Q Is it safe?\n\nMR. BRANDT: Bottom line: we have been clear in every talk with Ada Okoro, and that’s what we intend to do.\n\nQ And old?\n\nMR. BRANDT: I hope not.",
			[]string{"Q", "MR. BRANDT", "Q", "MR. BRANDT"}},
		{"the line of a telephone", "OPERATOR: Our first question comes from the line of Ada Okoro. Your line is open.\n\nQ Is it old?\n\nMR. BRANDT: I hope not.",
			[]string{"OPERATOR", ada, "MR. BRANDT"}},
		{"who is thanked has asked", "MR. BRANDT: I think so. Thank you, Ada Okoro.\n\nQ And old?\n\nMR. BRANDT: I hope not.",
			[]string{"MR. BRANDT", "Q", "MR. BRANDT"}},
		{"who bears an office is spoken of", "MR. BRANDT: I would go to Minister Ben Imani.\n\nQ And old?\n\nMR. BRANDT: I hope not.",
			[]string{"MR. BRANDT", "Q", "MR. BRANDT"}},
		{"who is spoken of isn't called on", "MR. BRANDT: I built it with Ben Imani.\n\nQ And when?\n\nMR. BRANDT: In June, I think.",
			[]string{"MR. BRANDT", "Q", "MR. BRANDT"}},
		{"with that", "MR. BRANDT: It is old. With that, Ben, you want to kick us off?\n\nQ Is it safe?\n\nMR. BRANDT: I hope so.",
			[]string{"MR. BRANDT", "Ben", "MR. BRANDT"}},
		{"whom the answer calls by name", "Q Is it old?\n\nMR. BRANDT: I would have to check on that, Ben. It may be.\n\nQ Is it safe?\n\nMR. BRANDT: That is your point, Ben, about which we talk.",
			[]string{"Ben", "MR. BRANDT", "Ben", "MR. BRANDT"}},
		{"a friend isn't called", "Q Is it old?\n\nMR. BRANDT: It was built by my friend, Ben, who is sure of it.\n\nQ Is it safe?\n\nMR. BRANDT: I think so.",
			[]string{"Q", "MR. BRANDT", "Q", "MR. BRANDT"}},
		{"who is called on next hasn't asked", "Q Thank you.\n\nMR. BRANDT: I'm glad. Go ahead, Ben.\n\nQ Is it safe?\n\nMR. BRANDT: I think so.",
			[]string{"Q", "MR. BRANDT", "Ben", "MR. BRANDT"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readNamed(t, c.text, ada, ben)
			var got []string
			for _, st := range d.Statements {
				got = append(got, st.Speaker.Name)
				if words := d.Slice(st.Speaker.Span); words != "Q" && words != st.Speaker.Name {
					t.Errorf("the words that name a speaker are %q", words)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
