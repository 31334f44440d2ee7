package statement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

func TestTurns(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a title in capitals is a label at its first turn", "THE MAYOR: Good morning.\n\nThe bridge is open.",
			[]string{"THE MAYOR: Good morning. | The bridge is open."}},
		{"a title whose stop has been taken for the end of a sentence", "MS. OKORO: It is safe.\n\nMR. BRANDT: Who says so?",
			[]string{"MS. OKORO: It is safe.", "MR. BRANDT: Who says so?"}},
		{"surnames in capitals", "OKORO: I have checked it.\n\nBRANDT: You have not.\n\nOKORO: Twice.\n\nBRANDT: Well.",
			[]string{"OKORO: I have checked it.", "BRANDT: You have not.", "OKORO: Twice.", "BRANDT: Well."}},
		{"a label alone in its paragraph", "OKORO:\n\nI have checked it.\n\nAll of it.\n\nBRANDT:\n\nYou have not.\n\nOKORO:\n\nTwice.\n\nBRANDT:\n\nWell.",
			[]string{"OKORO: I have checked it. | All of it.", "BRANDT: You have not.", "OKORO: Twice.", "BRANDT: Well."}},
		{"a label after which the text ends", "OKORO: I have checked it.\n\nOKORO: Twice.\n\nOKORO:",
			[]string{"OKORO: I have checked it.", "OKORO: Twice."}},
		{"once there is a transcript every label in capitals is one", "THE MAYOR: Good morning.\n\nCITY HALL AIDE: The next question.",
			[]string{"THE MAYOR: Good morning.", "CITY HALL AIDE: The next question."}},
		{"labels within a paragraph", "THE MAYOR: It is open. CITY HALL AIDE: It isn't.\n\nTHE MAYOR: Oh.\n\nCITY HALL AIDE: Closed. THE MAYOR: Ah.",
			[]string{"THE MAYOR: It is open.", "CITY HALL AIDE: It isn't.", "THE MAYOR: Oh.", "CITY HALL AIDE: Closed.", "THE MAYOR: Ah."}},
		{"a question marked by its initial alone", "Q    Mr. Mayor, is it open?\n\nTHE MAYOR: It is.\n\nQ And safe?\n\nTHE MAYOR: Quite.",
			[]string{"Q: Mr. Mayor, is it open?", "THE MAYOR: It is.", "Q: And safe?", "THE MAYOR: Quite."}},
		{"initials with a stop", "Q. Is it open?\n\nA. It is.\n\nQ. And safe?\n\nA. Quite. Quite safe.",
			[]string{"Q.: Is it open?", "A.: It is.", "Q.: And safe?", "A.: Quite. Quite safe."}},
		{"an interview that has lost its paragraphs", "The interview follows: Q: Is it open? A: It is. Q: And safe? A: Quite.\n\nIt always was.",
			[]string{"Q: Is it open?", "A: It is.", "Q: And safe?", "A: Quite. | It always was."}},
		{"a turn without words", "Q: Is it open? A: Q: Well? A: It is.",
			[]string{"Q: Is it open?", "Q: Well?", "A: It is."}},
		{"question and answer in full", "Question: Is it open?\n\nAnswer: I think so.\n\nQuestion: And safe, you say?\n\nAnswer: I do say so.",
			[]string{"Question: Is it open?", "Answer: I think so.", "Question: And safe, you say?", "Answer: I do say so."}},
		{"what is said within a turn stays in it", "THE MAYOR: The council said that it was safe. “It is safe,” said Okoro.",
			[]string{"THE MAYOR: The council said that it was safe. “It is safe,” said Okoro."}},
		{"directions and lines of place and time stand beside the turn", "THE MAYOR: It is open.\n\n(A bell rings.)\n\nIt is safe.\n\n(Applause.) I thank you.\n\nEND 10:06 A.M.",
			[]string{"THE MAYOR: It is open. | It is safe. | I thank you."}},
		{"a marked transcript in an article, whose marks are never closed", "The hearing went as follows:\n\n\"OKORO: You saw “The Pier” last week.\n\n\"You liked it.\n\n\"(LAUGHTER.)\n\n\"BRANDT: I did.\n\n\"OKORO: So?\n\n\"BRANDT: You know.\n\nThe hearing went on until ten, officials said.",
			[]string{"OKORO: You saw “The Pier” last week. | \"You liked it.", "BRANDT: I did.", "OKORO: So?", "BRANDT: You know.", "officials: The hearing went on until ten"}},
		{"a turn in marks of its own ends where they close", "Okoro: “I have checked it.”\n\nThe council met in June.\n\nOkoro: “I have checked it twice.”\n\nThe mayor said it was open.",
			[]string{"Okoro: “I have checked it.”", "Okoro: “I have checked it twice.”", "The mayor: it was open"}},
		{"a label once is one in a conversation", "Mr Okoro: I have checked it.\n\nMs Brandt: You have not.\n\nMr Okoro: Twice, I tell you.\n\nMs Brandt: I see.\n\nThe mayor: So do we.",
			[]string{"Mr Okoro: I have checked it.", "Ms Brandt: You have not.", "Mr Okoro: Twice, I tell you.", "Ms Brandt: I see.", "The mayor: So do we."}},
		{"what stands between a few labels is no turn", "Ms Okoro: I have checked the bridge.\n\nThe bridge opened in June.\n\nIt cost four million.\n\nIt was painted in May.\n\nIt is grey.\n\nBoats pass it.\n\nMs Okoro: I love it.",
			[]string{"Ms Okoro: I have checked the bridge.", "Ms Okoro: I love it."}},
		{"a play", "ROMOLA. Who goes there?\n\nBRUNO. A friend of my bridge.\n\nROMOLA. I know him. I do.\n\n[They leave.]\n\nBRUNO. Come.",
			[]string{"ROMOLA: Who goes there?", "BRUNO: A friend of my bridge.", "ROMOLA: I know him. I do.", "BRUNO: Come."}},
		{"words in capitals before a stop make no play", "NORTHPORT. We opened the bridge.\n\nIt cost us four million.\n\nNORTHPORT. We painted it.", nil},
		{"an award is no speaker", "THE HARBOUR MEDAL: It is given to friends of my bridge.\n\nThe bridge opened in June.",
			[]string{"THE HARBOUR MEDAL: It is given to friends of my bridge"}},
		{"whom to call is no speaker", "The bridge opened in June.\n\nPRIME MINISTER'S OFFICE: 01 5550 1234\n\nThe bridge is grey.", nil},
		{"parts that letters count are no turns", "B: Our bridges\n\nWe will open them.\n\nC: Our piers\n\nWe will paint them.\n\nB: Our boats\n\nWe will sell them.\n\nC: Our cars\n\nWe will keep them.", nil},
		{"a direction is none of it", "THE MAYOR: (As interpreted.) I am glad of my bridge.\n\nMS. OKORO: (Laughs.)\n\nTHE MAYOR: So are we.",
			[]string{"THE MAYOR: I am glad of my bridge.", "THE MAYOR: So are we."}},
		{"nor one that ends it", "THE MAYOR: I am glad of my bridge. (Applause.)\n\nMS. OKORO: So (laughs) are we. (Applause.) All of us.",
			[]string{"THE MAYOR: I am glad of my bridge.", "MS. OKORO: So | are we. | All of us."}},
		{"notes in its midst", "THE MAYOR: It is — (laughter) — my bridge, and it is stong [sic] — strong. (Laughter and applause.)  We built it (in May). (Inaudible.) It is ours.\n\nMS. OKORO: (Laughs.) Is it?",
			[]string{"THE MAYOR: It is — | my bridge, and it is stong | strong. | We built it (in May). (Inaudible.) It is ours.", "MS. OKORO: Is it?"}},
		{"a list isn't talk", "Grants for the coast.\n\nNorthport: A grant for the bridge and the pier.\n\nSouthport: A grant for the pier.\n\nNorthport: A grant for the boats.\n\nSouthport: None.", nil},
		{"nor are the parts of a notice", "Grants for the coast.\n\nTotal funding: Nine million for my bridge.\n\nTotal funding: Two million for our pier.", nil},
		{"nor are headings that come again", "Update: I was wrong about the bridge.\n\nUpdate: I was right about the bridge.", nil},
		{"the next announcement ends the one before", "Okoro added:\n\nI have checked it myself.\n\nBrandt told the paper, “We have not checked it at all.”",
			[]string{"Okoro: I have checked it myself.", "Brandt: “We have not checked it at all.”"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			if diff := cmp.Diff(c.want, lines(d)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// entitled gives a document a person's name wherever a word stands in its text.
func entitled(t *testing.T, text, word, name string) *document.Document {
	t.Helper()
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: text}}
	s.token.Apply(d)
	d.Entities = []document.Entity{{Type: document.Person, Name: name}}
	for i, k := range d.Tokens {
		if strings.EqualFold(d.Slice(k.Span), word) {
			d.Mentions = append(d.Mentions, document.Mention{Span: k.Span, First: i, Last: i + 1, Kind: document.Name, Type: document.Person})
		}
	}
	s.statement.Apply(d)
	return d
}

// The A of an interview is the one whom its opening quotes.
func TestInterviewee(t *testing.T) {
	d := entitled(t, "The bridge is safe, Okoro tells the paper.\n\nQ: Is it open?\n\nA: It is.\n\nQ: And safe?\n\nA: Quite.", "Okoro", "Ada Okoro")
	var got []string
	for _, st := range d.Statements {
		got = append(got, st.Speaker.Name)
	}
	if diff := cmp.Diff([]string{"Ada Okoro", "Q", "Ada Okoro", "Q", "Ada Okoro"}, got); diff != "" {
		t.Error(diff)
	}
}

// What somebody issues without marks ends where the page speaks of him again.
func TestAnnounced(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"the page goes on about her", "Mayor Okoro issued the following statement: We need the bridge. It is ours and I love it. Over the last year Okoro has painted it.",
			[]string{"Mayor Okoro: We need the bridge. It is ours and I love it."}},
		{"its attribution closes it", "Mayor Okoro issued the following statement:\n\nWe need the bridge. We cannot do without it, Mayor Okoro said.",
			[]string{"Mayor Okoro: We need the bridge. We cannot do without it"}},
		{"a line announces it once more", "Mayor Okoro issued the following statement:\n\nMayor Okoro said:\n\n“We need the bridge, and it is ours.”",
			[]string{"Mayor Okoro: “We need the bridge, and it is ours.”"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(entitled(t, c.text, "Okoro", "Ada Okoro"))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
