package statement

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

// TestArbiter: what the trees and the grammar around a report settle after the chain.
func TestArbiter(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		// Who speaks, whole.
		{"an adverb before a number", `Almost half of the sailors said that the pier was old.`,
			[]string{`Almost half of the sailors: that the pier was old`}},
		{"who stands in what describes him", `Ada Okoro, who also won the prize in 2006, 2007, and 2009, commented, “It is an honour to win the prize again.”`,
			[]string{`Ada Okoro, who also won the prize in 2006, 2007, and 2009: “It is an honour to win the prize again.”`}},
		{"when it was said isn't who", `“The bridge is safe as it ever was,” said Ada Okoro after the vote.`,
			[]string{`Ada Okoro after the vote: “The bridge is safe as it ever was,”`}},

		{"what stands before the subject", `In a comparison of Ostria with other countries Ada Okoro called Ostria a safe and open “harbour for all who travel”.`,
			[]string{`Ada Okoro: Ostria a safe and open “harbour for all who travel”`}},

		// What was said, whole and nothing else.
		{"who passes it on", `Ada Okoro has said that the bridge is a source of trouble, the agency reported on Saturday.`,
			[]string{`the agency: Ada Okoro has said that the bridge is a source of trouble`, `Ada Okoro: that the bridge is a source of trouble`}},
		{"what the speaker has said next", `Ada Okoro has said that the bridge will not be closed and has expressed her hope for a new one.`,
			[]string{`Ada Okoro: that the bridge will not be closed`}},
		{"a time before a that", `Ada Okoro said nearly two weeks ago that the bridge was old and that nobody had checked it.`,
			[]string{`Ada Okoro: that the bridge was old and that nobody had checked it`}},
		{"a day's possessive", `Ada Okoro said last night's vote was a blow to the harbour and to all who work there.`,
			[]string{`Ada Okoro: last night's vote was a blow to the harbour and to all who work there`}},
		{"a dateline whose hyphen touches", `OLDTOWN-Harbour works were closed on Wednesday because of the storm, the agency reported.`,
			[]string{`the agency: Harbour works were closed on Wednesday because of the storm`}},
		{"who passes on what another has said", `“The bridge is safe as it ever was,” Ada Okoro said on Monday, the agency reported.`,
			[]string{`Ada Okoro: “The bridge is safe as it ever was,”`}},
		{"an estimate behind a name", `According to the Harbour Office (HO) over a thousand boats, about half of all, are in need of repair.`,
			[]string{`the Harbour Office (HO): over a thousand boats, about half of all, are in need of repair`}},
		{"whom it is about is none of whom it is according to", `According to the Harbour Times, Ada Okoro, who is held at a secret place, is speaking with the guards of the port.`,
			[]string{`the Harbour Times: Ada Okoro, who is held at a secret place, is speaking with the guards of the port`}},
		{"a letter with its salutation", "Ada Okoro sent the following letter to the mayor:\n\n“Dear Mayor Imani:\n\n“The bridge is old, and nobody has checked it.”",
			[]string{"Ada Okoro: “Dear Mayor Imani: | “The bridge is old, and nobody has checked it.”"}},
		{"a quotation without marks in a page without any", `The pier is a milestone for everyone who fought for it, said Ada Okoro. It brings work to the harbour. We are proud of it.`,
			[]string{`Ada Okoro: The pier is a milestone for everyone who fought for it | It brings work to the harbour. | We are proud of it.`}},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := read(t, c.text)
			check(t, d)
			if diff := cmp.Diff(c.want, sure(d)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

// TestDoubt: what nobody utters isn't shown unasked.
func TestDoubt(t *testing.T) {
	for _, c := range []struct {
		why, text string
		said      bool
	}{
		{"somebody says it", `Ada Okoro said that the bridge was old and that nobody had checked it.`, true},
		{"a report says it", `The report indicates that the bridge was old and that nobody had checked it.`, true},
		{"a thing shows it", `The cracks indicate that the bridge was old and that nobody had checked it.`, false},
		{"a programme shows it", `This programme underscores the commitment of the council to a safer bridge.`, false},
		{"it is yet to be said", `Ada Okoro will reaffirm the commitment of the council to a safer bridge.`, false},
		{"it would be good to say", `Ada Okoro must now detail how the bridge will be paid for and who will build it.`, false},
		{"it was not said", `Ada Okoro did not announce the reason for the closure of the bridge.`, false},
		{"it may be said", `The bridge will be built if the council agrees to pay for it.`, false},
		{"it goes with what is to be done", `The council will carefully consider the plan, before announcing its answer to it in due course.`, false},
		{"a participle of what was said", `The emergency declared on March 15, 1995, must continue in effect beyond March 15, 2022.`, false},
		{"a book", `Ada Okoro wrote the leading book on bridges and has worked with many towns.`, false},
		{"what something is measured by", `According to the new formula, sixty boats a month may pass the bridge.`, false},
		{"an idiom", `Ada Okoro called attention to the state of the old bridge and its piers.`, false},
		{"a list follows", `Ada Okoro announced a series of works on the old bridge including:`, false},
		{"nobody knows who", `They said that the bridge was old and that nobody had checked it.`, false},
		{"nobody knows which of them", `The official said that the bridge was old and that nobody had checked it.`, false},
		{"what he must do first is shared", `Ada Okoro must now come forward and tell the town how the bridge will be paid for.`, false},
		{"a condition is shared", `The bridge will be built if the members are willing and agree to pay for the works.`, false},
		{"a clause that may be said", `Most sailors would agree that the bridge was old and that nobody had checked it.`, false},
		{"they were unable to say it", `The council has been unable to meet and announce a date for the works.`, false},
		{"a topic is yet to be talked of", `Ada Okoro will also discuss how the bridge will be paid for and who will build it.`, false},
		{"he travels to say it", `Ada Okoro will travel to the harbour to announce that the bridge will be closed.`, false},
		{"a law says nothing", `The Harbour Act calls for the council to check the old bridge and its piers.`, false},
		{"an engineer does", `Ada Okoro, a leading engineer, called for the council to check the old bridge and its piers.`, true},
		{"a suit is dismissed", `Ada Okoro dismissed the lawsuit of the sailors against the harbour and its owners.`, false},
		{"a claim is too", `Ada Okoro dismissed the claims that the bridge was old and that nobody had checked it.`, true},
		{"somebody rejects what others claim", `Ada Okoro also rejected claims that the bridge was old.`, false},
		{"what they point to", `These strongly indicate that the bridge was old and that nobody had checked it.`, false},
		{"what he would have said", `Ada Okoro would have closed the harbour and denied its crews the use of the old pier.`, false},
		{"an object with a clause of its own", `Ada Okoro will emphasize the commitment of the council to work on the bridge until it is safe.`, false},
		{"what is waited for", `The town will give more details of the works once the Harbour Office announces its decision on the bridge.`, false},
		{"a thing's participle", `The fall of the bridge raised fears, stating that nobody had checked it.`, false},
		{"a that which points back", `A former mayor of the town actually said that, bowing down to the captains of the port.`, false},
		{"nobody is named", `It was announced that the bridge was old and that nobody had checked it.`, false},
		{"one without a name", `An official came by, and the official said that the bridge was old and that nobody had checked it.`, true},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := sure(read(t, c.text)); len(got) > 0 != c.said {
				t.Errorf("%s\n%q, want one: %t", c.text, got, c.said)
			}
		})
	}
}

// sure shows the statements that are shown unasked.
func sure(d *document.Document) []string {
	shown := *d
	shown.Statements = nil
	for _, st := range d.Statements {
		if st.Confidence >= document.Sure && st.Class == document.Say && st.Type != document.None {
			shown.Statements = append(shown.Statements, st)
		}
	}
	return lines(&shown)
}

// TestSubject: all who are the subject of the cue.
func TestSubject(t *testing.T) {
	people := []string{"p Ada Okoro", "p Ben Imani", "p Dora Marlow", "o Harbour Office", "l Newtown"}
	for _, c := range []struct{ why, text, want string }{
		{"behind an office in commas", `The Mayor, Ada Okoro and the Captain of the harbour, Ben Imani today announced that the pier would be open.`, "Ada Okoro & Ben Imani"},
		{"a list without an and", `Senators Ada Okoro, Ben Imani, Dora Marlow, the heads of the harbour caucus, released the following statement: We are glad that it is open.`, "Ada Okoro & Ben Imani & Dora Marlow"},
		{"an office without an article behind the name", `Ada Okoro, harbour spokesperson said, “The bridge is as safe as it ever was.”`, "Ada Okoro"},
		{"whom he met is nobody who speaks", `The pier is open, said Ada Okoro, director of the port during a meeting with Ben Imani of the university and the founder of a yard.`, "Ada Okoro"},
		{"one person of two offices", `“The pier is open,” said Harbour Office Founder and Director Ben Imani.`, "Ben Imani"},
		{"a dateline without a mark", `Newtown Senator Ada Okoro announced that the pier would be open in May.`, "Ada Okoro"},
		{"to whom a letter goes", `In May, Ada Okoro sent a letter to the captain of the harbour and Mayor Ben Imani urging the council to check the bridge.`, "Ada Okoro"},
		{"whom she joined", `In May, Ada Okoro joined the sailors of the harbour in a letter to the council urging it to check the bridge.`, "Ada Okoro"},
		{"along with others", `Ada Okoro, along with Ben Imani and Dora Marlow, said that the pier would be open in May.`, "Ada Okoro & Ben Imani & Dora Marlow"},
		{"one of several", `Engineers, such as Ada Okoro, head of the Harbour Office, are predicting that the pier will be open in May.`, "Engineers+"},
		{"an aside within the verb", `Ada Okoro has on many occasions urged vigilance in the face of storms, warning that the pier would be closed in May.`, "Ada Okoro"},
		{"a noun that the name owns", `According to the captain of the ferry Ben Imani, boats will be back at the pier in May.`, "Ben Imani"},
		{"where he is from", `Rear Admiral Ben Imani of Newtown, Ostria, who was at the pier on that day, told the Harbour Times, “They ran from the pier to the boats.”`, "Ben Imani"},
		{"a member of what", `Ada Okoro, chair of the Committee on Piers, Bridges and Related Agencies, said that the pier would be open in May.`, "Ada Okoro"},
		{"what he is minister for", `Ostrian Minister for Piers, Bridges and Trade Ben Imani said that the pier would be open in May.`, "Ben Imani"},
		{"with a sentence of his own", `The town welcomed the bridge, with Ben Imani saying that it was as safe as it ever was.`, "Ben Imani"},
		{"whom she blames for it", `Ada Okoro berated Ben Imani for having described the bridge as a “danger to all who cross it”.`, "Ben Imani"},
		{"of whom it was said", `Ada Okoro noted that Ben Imani will receive the news, and indicated that the town stands with all who use the pier.`, "Ada Okoro"},
		{"who is joined by the clause between", `Ada Okoro criticized the plan which Ben Imani has made for the harbour and said, “It helps nobody who works on the pier.”`, "Ada Okoro"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := readParties(t, c.text, people...)
			if len(d.Statements) == 0 {
				t.Fatal("no statement in ", c.text)
			}
			got := party(d.Statements[0].Speaker)
			for i := range d.Statements[0].Joint {
				got += " & " + party(&d.Statements[0].Joint[i])
			}
			if got != c.want {
				t.Errorf("%s\n%s, want %s", c.text, got, c.want)
			}
		})
	}
}

// TestWithoutTree: a document without syntax is read too.
func TestWithoutTree(t *testing.T) {
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Article: document.Article{Text: `Ada Okoro said that the bridge was old and that nobody had checked it.`}}
	s.token.tokens.Apply(d)
	s.statement.Apply(d)
	if got := lines(d); len(got) != 1 {
		t.Errorf("%q, want one", got)
	}
}
