package statement

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/syntax"
	"dossier/extract/token"
)

// surface reads what this stage needs of every text: its tokens and their syntax.
type surface struct {
	tokens *token.Stage
	syntax *syntax.Stage
}

func (s *surface) Apply(d *document.Document) {
	s.tokens.Apply(d)
	s.syntax.Apply(d)
}

var stages = sync.OnceValues(func() (s struct {
	token            *surface
	statement, rules *Stage
}, err error) {
	s.token = &surface{}
	if s.token.tokens, err = token.New(); err != nil {
		return s, err
	}
	if s.token.syntax, err = syntax.New(); err != nil {
		return s, err
	}
	lex, err := lexicon.Default()
	if err != nil {
		return s, err
	}
	if s.rules, err = With(lex, nil); err != nil {
		return s, err
	}
	s.statement, err = New(lex)
	return s, err
})

// read runs the stage over a text, without names or entities.
func read(t testing.TB, text string) *document.Document {
	t.Helper()
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	return readBy(s.token, s.statement, text)
}

// byRules is what the rules alone read, before the chain has its say.
func byRules(t testing.TB, text string) *document.Document {
	t.Helper()
	s, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	return readBy(s.token, s.rules, text)
}

func readBy(tokens *surface, s *Stage, text string) *document.Document {
	d := &document.Document{Article: document.Article{Text: text}}
	tokens.Apply(d)
	s.Apply(d)
	return d
}

// lines shows the statements of a document, one a line.
func lines(d *document.Document) []string {
	var out []string
	for _, st := range d.Statements {
		var parts []string
		for _, c := range st.Content {
			parts = append(parts, d.Slice(c))
		}
		speaker := "-"
		if st.Speaker != nil {
			speaker = d.Slice(st.Speaker.Span)
		}
		out = append(out, fmt.Sprintf("%s: %s", speaker, strings.Join(parts, " | ")))
	}
	return out
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		// Quotations and where their attribution stands.
		{"attribution after the quotation", `“The bridge is safe,” Ada Okoro said.`,
			[]string{`Ada Okoro: “The bridge is safe,”`}},
		{"inverted, with a description", `“The bridge is safe,” said Ada Okoro, an engineer at the port authority.`,
			[]string{`Ada Okoro, an engineer at the port authority: “The bridge is safe,”`}},
		{"description between name and verb", `“The bridge is safe,” Ada Okoro, a retired captain who lectures at the academy, says.`,
			[]string{`Ada Okoro, a retired captain who lectures at the academy: “The bridge is safe,”`}},
		{"attribution before, with a colon", `Ada Okoro said: “The bridge is safe.”`,
			[]string{`Ada Okoro: “The bridge is safe.”`}},
		{"attribution before, with a comma", `Ada Okoro told reporters, “The bridge is safe.”`,
			[]string{`Ada Okoro: “The bridge is safe.”`}},
		{"an attribution interrupts", `“The bridge,” she said, “is safe for now.”`,
			[]string{`she: “The bridge,” | “is safe for now.”`}},
		{"a second sentence of the same quotation", `“The bridge is safe,” he said. “We checked it twice.”`,
			[]string{`he: “The bridge is safe,” | “We checked it twice.”`}},
		{"a question mark ends the quotation", `“Who checked the bridge?” the mayor asked.`,
			[]string{`the mayor: “Who checked the bridge?”`}},
		{"the day after the verb", `“The bridge is safe,” Okoro said on Monday.`,
			[]string{`Okoro: “The bridge is safe,”`}},
		{"the occasion after the verb", `“The bridge is safe,” Okoro said in an interview with a local paper.`,
			[]string{`Okoro: “The bridge is safe,”`}},
		{"a part between subject and verb", `Ada Okoro, head of the port, for her part said that the bridge was safe.`,
			[]string{`Ada Okoro, head of the port: that the bridge was safe`}},
		{"a time of two words between subject and verb", `The paper earlier this month reported that the bridge was safe.`,
			[]string{`The paper: that the bridge was safe`}},
		{"a day after it was said", `The bridge closed a day after Okoro said it was safe.`,
			[]string{`Okoro: it was safe`}},
		{"the same words twice", "Okoro said that the bridge was safe.\n\nOkoro said that the bridge was safe.",
			[]string{`Okoro: that the bridge was safe`}},
		{"the day between subject and verb", `The ministry on Monday said the bridge was safe.`,
			[]string{`The ministry: the bridge was safe`}},
		{"a participle carries on", `Okoro closed the road, saying “the bridge is not safe.”`,
			[]string{`Okoro: “the bridge is not safe.”`}},
		{"straight marks", `"The bridge is safe," Okoro said.`,
			[]string{`Okoro: "The bridge is safe,"`}},
		{"German marks", `„Die Brücke ist wirklich sicher“, Okoro said.`,
			[]string{`Okoro: „Die Brücke ist wirklich sicher“`}},
		{"French marks", `« The bridge is quite safe », said Okoro.`,
			[]string{`Okoro: « The bridge is quite safe »`}},
		{"two letters are speech when a sentence ends in them", `“No,” she said.`,
			[]string{`she: “No,”`}},

		// Indirect speech.
		{"that belongs to the content, the stop doesn't", `Okoro said that the bridge was safe.`,
			[]string{`Okoro: that the bridge was safe`}},
		{"no that", `Okoro said the bridge was safe.`,
			[]string{`Okoro: the bridge was safe`}},
		{"an addressee", `Okoro told the council that the bridge was safe.`,
			[]string{`Okoro: that the bridge was safe`}},
		{"an addressee and no that", `Okoro told reporters the bridge would be closed.`,
			[]string{`Okoro: the bridge would be closed`}},
		{"occasion and that", `Okoro said in a statement on Friday that the bridge was safe.`,
			[]string{`Okoro: that the bridge was safe`}},
		{"attribution at the end", `The bridge was safe, officials said.`,
			[]string{`officials: The bridge was safe`}},
		{"attribution at the end, inverted", `The bridge was safe, said the mayor.`,
			[]string{`the mayor: The bridge was safe`}},
		{"in the middle", `The bridge, she said, was safe.`,
			[]string{`she: The bridge | was safe`}},
		{"a lone adverb before it is no content", `Perhaps, she said, the bridge was safe.`,
			[]string{`she: the bridge was safe`}},
		{"a fronted circumstance is not reported", `In a letter on Monday, Okoro said that the bridge was safe.`,
			[]string{`Okoro: that the bridge was safe`}},
		{"what is called for", `Okoro called for a new bridge.`,
			[]string{`Okoro: a new bridge`}},
		{"who is called on", `Okoro called on the cities of the coast to pay for it.`,
			[]string{`Okoro: the cities of the coast to pay for it`}},
		{"who is urged, by a participle", `Okoro said the bridge was safe, urging residents to cross it.`,
			[]string{`Okoro: the bridge was safe`, `Okoro: residents to cross it`}},
		{"what is vowed", `Okoro vowed to rebuild the bridge.`,
			[]string{`Okoro: to rebuild the bridge`}},
		{"what a plan calls for", `The plan calls for a new bridge.`, nil},
		{"a question", `The council asked whether the bridge was safe.`,
			[]string{`The council: whether the bridge was safe`}},
		{"adding that", `Okoro said the bridge was safe, adding that it would be painted.`,
			[]string{`Okoro: the bridge was safe`, `Okoro: that it would be painted`}},
		{"two reports of one speaker", `Okoro said the bridge was safe and added that it would be painted.`,
			[]string{`Okoro: the bridge was safe`, `Okoro: that it would be painted`}},
		{"two reports of two speakers", `Okoro said the bridge was safe, but residents said it had cracks.`,
			[]string{`Okoro: the bridge was safe`, `residents: it had cracks`}},
		{"a report in a relative clause", `Okoro, who said the bridge was safe, has left the city.`,
			[]string{`who: the bridge was safe`}},
		{"a report in a subordinate clause", `While Okoro said the bridge was safe, the city closed it.`,
			[]string{`Okoro: the bridge was safe`}},
		{"a report inside a report stays inside", `Okoro said that the mayor had told her the bridge was safe.`,
			[]string{`Okoro: that the mayor had told her the bridge was safe`}},
		{"a report that is itself reported is kept beside it", `Okoro said the bridge was safe, a clerk recalled.`,
			[]string{`a clerk: Okoro said the bridge was safe`, `Okoro: the bridge was safe`}},
		{"a day between telling and that", `Okoro warned on Friday that the bridge had cracks.`,
			[]string{`Okoro: that the bridge had cracks`}},
		{"as long as joins no other report", `Okoro said that as long as the river continues to rise the bridge stays closed.`,
			[]string{`Okoro: that as long as the river continues to rise the bridge stays closed`}},
		{"a preposition that could be a conjunction", `Since June some 40 ships have passed, Okoro said.`,
			[]string{`Okoro: Since June some 40 ships have passed`}},
		{"a clause before which nothing is reported", `When the river rose, Okoro said enough.`, nil},
		{"what a relative clause reveals", `The plan rests on a survey, which revealed cracks.`, nil},
		{"a name after the verb, a list before it", `The bridge suffers from rust, cracks and moss, announced Ada Okoro, who inspects it.`,
			[]string{`Ada Okoro, who inspects it: The bridge suffers from rust, cracks and moss`}},
		{"the whole of a long subject", `The bridge was safe, the head of the Harbour (HO) Office and its council said.`,
			[]string{`the head of the Harbour (HO) Office: The bridge was safe`}},
		{"a participle after the object of a report", `Okoro recalled the storm of last year, saying: “The bridge held.”`,
			[]string{`Okoro: the storm of last year`, `Okoro: “The bridge held.”`}},
		{"a body with two charges", `The head of the Ports and Bridges Committee said that the bridge was safe.`,
			[]string{`The head of the Ports and Bridges Committee: that the bridge was safe`}},
		{"a letter that reads", `“The bridge is safe for now,” the letter read.`,
			[]string{`the letter: “The bridge is safe for now,”`}},
		{"part of a letter reads", `“The bridge is safe for now,” read part of the letter.`,
			[]string{`part of the letter: “The bridge is safe for now,”`}},
		{"a participle that opens the sentence", `Noting that the bridge had cracks, Okoro closed it.`,
			[]string{`Okoro: that the bridge had cracks`}},
		{"said of a document", `The report said the bridge had cracks.`,
			[]string{`The report: the bridge had cracks`}},
		{"who sent a letter, not the letter", `Okoro sent a letter saying that the bridge had cracks.`,
			[]string{`Okoro: that the bridge had cracks`}},
		{"quoted as saying", `Okoro was quoted as saying that the bridge was safe.`,
			[]string{`Okoro: that the bridge was safe`}},
		{"a semicolon ends what was said", `Okoro said the bridge was safe; the city closed it.`,
			[]string{`Okoro: the bridge was safe`}},
		{"what is cited", `Okoro cited the age of the bridge.`,
			[]string{`Okoro: the age of the bridge`}},
		{"what something was called", `Okoro called the bridge a danger to the city.`,
			[]string{`Okoro: the bridge a danger to the city`}},

		{"as somebody said", `As Okoro told the council, the bridge was safe.`,
			[]string{`Okoro: the bridge was safe`}},
		{"as somebody said, a quotation", `As Okoro told the council, “The bridge is safe.”`,
			[]string{`Okoro: “The bridge is safe.”`}},
		{"as somebody put it", `The bridge, as Okoro put it, was safe.`,
			[]string{`Okoro: The bridge | was safe`}},
		{"an aside before that", `Okoro explained, in a few words, that the bridge was safe.`,
			[]string{`Okoro: that the bridge was safe`}},
		{"whom it was asked of belongs to a request", `The council asked the mayor to resign.`,
			[]string{`The council: the mayor to resign`}},
		{"a passive names no speaker", `The mayor was told that the bridge was safe.`, nil},
		{"a subordinate clause and its main clause before the attribution", `Since the bridge has cracks, it will close, officials said.`,
			[]string{`officials: Since the bridge has cracks, it will close`}},
		{"a comma too many before the verb", `The minister, told reporters the bridge was safe.`,
			[]string{`The minister: the bridge was safe`}},
		{"a comma too many after a name", `Minister Okoro, told reporters the bridge was safe.`,
			[]string{`Minister Okoro: the bridge was safe`}},
		{"a clause inside what was said is not the end of it", `Okoro said the pier that she had checked was safe.`,
			[]string{`Okoro: the pier that she had checked was safe`}},
		{"the subject of another verb", `Okoro checked the bridge and said it was safe.`,
			[]string{`Okoro: it was safe`}},

		// Mixed speech.
		{"a quoted part", `Okoro said the bridge was “as safe as any other in town.”`,
			[]string{`Okoro: the bridge was “as safe as any other in town.”`}},
		{"words before the quotation", `The bridge “is as safe as any other in town,” Okoro said.`,
			[]string{`Okoro: The bridge “is as safe as any other in town,”`}},
		{"a word held at arm's length is a word", `Okoro said the “repairs” had cost a fortune.`,
			[]string{`Okoro: the “repairs” had cost a fortune`}},

		{"a quotation resumes after a participle", `“The bridge is safe,” she said, speaking by telephone, “and we checked it.”`,
			[]string{`she: “The bridge is safe,” | “and we checked it.”`}},

		// According to.
		{"in front, of data with a participle", `According to figures published by the port, the bridge has cracks.`,
			[]string{`figures: the bridge has cracks`}},
		{"in front", `According to Okoro, the bridge has cracks.`,
			[]string{`Okoro: the bridge has cracks`}},
		{"in front, of a spokesman", `According to a spokesman for the port, the bridge has cracks.`,
			[]string{`a spokesman for the port: the bridge has cracks`}},
		{"in front, of a document that is described", `According to the deal, officially known as the Charter, the bridge has to stay open.`,
			[]string{`the deal, officially known as the Charter: the bridge has to stay open`}},
		{"in front, issued by somebody, without a comma", `According to a notice issued by Okoro the harbour office has closed the bridge.`,
			[]string{`a notice: the harbour office has closed the bridge`}},
		{"in front, of a document, whose comma no other name of it follows", `According to a report by the port, Ada Okoro, the chief engineer, had closed the bridge.`,
			[]string{`a report by the port: Ada Okoro, the chief engineer, had closed the bridge`}},
		{"at the end", `The bridge has cracks, according to a survey.`,
			[]string{`a survey: The bridge has cracks`}},
		{"after a report in a subordinate clause", `But while the mayor said the bridge was safe, it has cracks, according to one engineer.`,
			[]string{`the mayor: the bridge was safe`, `one engineer: it has cracks`}},

		// Quotations without an attribution of their own.
		{"a quoted paragraph carries the speaker on", "“The bridge is safe,” Okoro said.\n\n“We have checked every bolt of it.”",
			[]string{`Okoro: “The bridge is safe,” | “We have checked every bolt of it.”`}},
		{"each paragraph opens, the last closes", "“The bridge is safe,” Okoro said. “We checked it.\n\n“We shall check it again next year.”",
			[]string{`Okoro: “The bridge is safe,” | “We checked it. | “We shall check it again next year.”`}},
		{"the attribution in the last paragraph", "“The bridge is safe and sound.\n\n“We checked it,” Okoro said.",
			[]string{`Okoro: “The bridge is safe and sound. | “We checked it,”`}},
		{"a colon, then a paragraph", "Okoro added:\n\n“We checked every bolt.”",
			[]string{`Okoro: “We checked every bolt.”`}},
		{"a colon, then unquoted words in the first person", "Okoro said:\n\nI have checked every bolt of this bridge.\n\nThe bridge opened in June.",
			[]string{`Okoro: I have checked every bolt of this bridge.`}},
		{"a quotation that has lost its marks", "The bridge has a friend.\n\nWe love this bridge, said Okoro. I crossed it as a child. It opened in June.",
			[]string{`Okoro: We love this bridge | I crossed it as a child. | It opened in June.`}},
		{"a statement announced, then a paragraph", "Okoro released the following statement on the loss of the bridge.\n\n“The bridge will be missed.”",
			[]string{`Okoro: “The bridge will be missed.”`}},
		{"a statement announced, then a paragraph, another announcement between", "Okoro released the following statement after the port announced its plan:\n\n“The bridge will be missed.”",
			[]string{`Okoro: “The bridge will be missed.”`}},
		{"this statement, and what it is about in a sentence of its own", "Okoro issued this statement today. It is about the bridge.\n\n“The bridge will be missed.”",
			[]string{`Okoro: “The bridge will be missed.”`}},
		{"a statement announced, then unquoted words that are not his", "Okoro issued the following statement.\n\nThe bridge opened in June.", nil},
		{"a statement announced and given in one paragraph", "Okoro issued the following statement: The bridge will be missed. We shall build it again.\n\nThe bridge opened in June.",
			[]string{`Okoro: The bridge will be missed. We shall build it again.`}},
		{"what is announced is no words", "The port made the following noise.\n\n“Tu-whit, tu-whoo, it said.”", nil},
		{"a statement announced, then unquoted paragraphs", "Okoro released the following statement:\n\nThe bridge will be missed.\n\nWe shall build it again.",
			[]string{`Okoro: The bridge will be missed. | We shall build it again.`}},
		{"a colon without a reporting verb", `Her letter makes the case: “A bridge is not a toy.”`,
			nil},
		{"a colon without a reporting verb, of a name", `Okoro has a warning for the city: “A bridge is not a toy.”`,
			[]string{`Okoro: “A bridge is not a toy.”`}},
		{"a colon after what is described", `Okoro described the bridge: “It is old, it is grey and it sings.”`,
			[]string{`Okoro: “It is old, it is grey and it sings.”`}},
		{"a sentence in between ends the chain", "“The bridge is safe,” Okoro said.\n\nThe city closed it.\n\n“A bridge is not a toy for children.”",
			[]string{`Okoro: “The bridge is safe,”`}},

		{"opened in one paragraph, closed in the next without opening", "Okoro said, “The bridge is safe.\n\nWe checked it ourselves.” Then she left.",
			[]string{`Okoro: “The bridge is safe. | We checked it ourselves.”`}},
		{"cut in two by its own mark", "“Is the bridge safe?” Okoro asked.",
			[]string{`Okoro: “Is the bridge safe?”`}},
		{"went on to say", "“The bridge is safe,” she went on to say.",
			[]string{`she: “The bridge is safe,”`}},
		{"a dash and a name", "“A bridge is a promise.” — Ada Okoro",
			[]string{`Ada Okoro: “A bridge is a promise.”`}},
		{"an agency quotes a speaker", `“The bridge is safe,” the agency quoted Okoro as saying.`,
			[]string{`Okoro: “The bridge is safe,”`}},

		// Labels.
		{"a headline names its speaker", "Mayor: Bridge is safe for now\n\nThe bridge opened.",
			[]string{`Mayor: Bridge is safe for now`}},
		{"a headline names a kind of text", "Analysis: Bridge is safe for now\n\nThe bridge opened.", nil},

		// Not statements.
		{"the author's own first person", `I said the bridge was safe.`, nil},
		{"a noun", `The report on the bridge costs two pounds.`, nil},
		{"an estimate, not an estimator", `The total estimated cost of the bridge is two million.`, nil},
		{"what claims lives", `The blast that claimed the lives of those who had come is forgotten.`, nil},
		{"a year", `The bridge rose fast and 2015 dubbed it “the year of the bridge”.`, nil},
		{"a thing that shows something", `The cracks highlighted the bad state of the bridge.`, nil},
		{"a word or two that a verb of topic takes", `Okoro mentioned it.`, nil},
		{"a compound, not a participle", `The bridge hosts a travel writing festival that will be free.`, nil},
		{"a participle of something announced", `The plan announced by Okoro is dead.`, nil},
		{"nobody speaks", `It was a long road home.`, nil},
		{"according to what is no source", `The bridge opened according to schedule.`, nil},
		{"a title of a work", `She read “The Bridge” on the train.`, nil},
		{"a company's name", `A company called Harbour Works owns the bridge.`, nil},
		{"a datelined fact", `GENEVA — The bridge opened.`, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lines(byRules(t, c.text))); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
