package token

import (
	"strings"
	"testing"

	"dossier/extract/document"
)

var stage = func() *Stage {
	s, err := New()
	if err != nil {
		panic(err)
	}
	return s
}()

func read(text string) *document.Document {
	d := &document.Document{Article: document.Article{Text: text}}
	stage.Apply(d)
	return d
}

func words(d *document.Document, s document.Sentence) string {
	var w []string
	for _, t := range d.Tokens[s.First:s.Last] {
		w = append(w, d.Slice(t.Span))
	}
	return strings.Join(w, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"Mr. Okafor's aides didn't.", "Mr. Okafor 's aides did n't .", "clitics stand apart, a title keeps its stop"},
		{"They cannot; we’ll see.", "They can not ; we ’ll see .", "cannot is two words, a curly apostrophe is one like any other"},
		{"A U.S.-led force", "A U.S. - led force", "a name can end before a hyphen"},
		{"Sino-Russian right-wing COVID-19, a 14-year-old F-16", "Sino - Russian right - wing COVID - 19 , a 14 - year - old F - 16", "compounds part at their hyphens"},
		{"Non-European e-mail, mid-1980s re-election of anti-war co-founders", "Non-European e-mail , mid-1980s re-election of anti-war co-founders", "a prefix that is no word stays"},
		{"Call 555-0139 or 202-555-0139 by 2021-03-04; it ended 3-1 in 2009-2010", "Call 555-0139 or 202-555-0139 by 2021-03-04 ; it ended 3 - 1 in 2009 - 2010", "telephone numbers and days are whole, results and ranges are not"},
		{"At 6pm or 7:30PM they ran 10km for $5m on the 1st, in the 1960's", "At 6 pm or 7:30 PM they ran 10 km for $ 5 m on the 1st , in the 1960's", "units stand apart from figures, endings of ordinals and decades do not"},
		{"What?! It costs $$$ :) (see 2:) ----", "What ?! It costs $$$ :) ( see 2 : ) ----", "runs of a mark and faces hold together"},
		{"I'm gonna say they dont, and its not your fault. It lost its roof; thats all.", "I 'm gon na say they do nt , and it s not your fault . It lost its roof ; that s all .", "words that are written together are parted"},
		{"Example.Com sent minutes12.doc c. 2010, see example.org/a/b, w/o delay", "Example.Com sent minutes12.doc c. 2010 , see example.org/a/b , w/o delay", "names of files and hosts, letters before figures, strokes"},
		{"It was made by Tarn Inc.. Call +44 20, or pay .25", "It was made by Tarn Inc. . Call +44 20 , or pay .25", "a stop after an abbreviation's, a code of a country, a bare fraction"},
		{"It cost $1,234.50, or 3.5%.", "It cost $ 1,234.50 , or 3.5 % .", "signs stand apart from figures"},
		{"Dec. 11–16 at 10:30 p.m. today", "Dec. 11 – 16 at 10:30 p.m. today", "a range is three tokens, a time is one"},
		{"He left.She stayed.", "He left . She stayed .", "a lost space after a stop does not join two words"},
		{"Write to a.b@example.org, or see https://example.org/x?y=1.", "Write to a.b@example.org , or see https://example.org/x?y=1 .", "addresses are whole, the stop after them is not"},
		{"Wait... what—no", "Wait ... what — no", "an ellipsis is one token, a dash stands apart"},
		{"J. R. Smith of AT&T", "J. R. Smith of AT&T", "initials keep their stops"},
		{"the ’90s and '80s", "the ’90s and '80s", "a decade is one token"},
		{"O'Neill and the farmers' union", "O'Neill and the farmers ' union", "an apostrophe inside a name stays, a bare one is a token"},
	} {
		d := read(c.text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, words(d, s))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q: got %q, want %q: %s", c.text, g, c.want, c.why)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
		why  string
	}{
		{"Gen. Ito met Sen. Hale. They talked.", 2, "titles never end a sentence"},
		{"He flew to the U.S. The trip was long.", 2, "a name with stops ends one before a word that begins one"},
		{"He joined the U.S. Navy in May.", 1, "and not before a name"},
		{"“I am tired. I will stop.” He left.", 2, "never inside a quotation, but after its end"},
		{"“I am tired of it,“ he added. ”They want us to know that it is so.”", 2, "a quotation that opens with the wrong mark begins one"},
		{"“Will you go?” Ms Hale asked.", 1, "the words that attribute a question belong to it"},
		{"“Will you go?” a reporter of the local paper asked.", 1, "also after a long subject"},
		{"“Will you go?” Mr. Hale asked.", 1, "or one with a title"},
		{"“Will you go?” The hall fell silent.", 2, "others don't"},
		{"“Will you go?” The hall fell silent, Hale said.", 2, "nor those whose verb belongs to another clause"},
		{"A heading\nA sentence of the text.", 2, "a line break is a paragraph"},
		{"He said (as before.) The rest followed.", 2, "a closing bracket belongs to what it closes"},
		{"one two three. four five", 1, "a lower-case word begins no sentence"},
	} {
		d := read(c.text)
		if len(d.Sentences) != c.want {
			t.Errorf("%q: %d sentences, want %d: %s", c.text, len(d.Sentences), c.want, c.why)
		}
	}
}

func TestSegments(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"“I am tired. I will stop.” He left.", "“I am tired. | I will stop.” | He left.", "they end inside a quotation as well"},
		{"“Will you go?” Mr. Hale asked.", "“Will you go?” Mr. Hale asked.", "but not before the words that attribute it"},
		{"Storm hits northern islands Tuesday, March 4, 2014 The islands of the north were hit by a storm on Monday night.", "Storm hits northern islands | Tuesday, March 4, 2014 | The islands of the north were hit by a storm on Monday night.", "headings without a stop"},
		{"Port Ostmere Port Ostmere is a fishing town on the northern coast.", "Port Ostmere | Port Ostmere is a fishing town on the northern coast.", "a title that the first sentence repeats"},
		{"Ada Lorn Ada Mary Lorn (born March 4, 1961) is a painter.", "Ada Lorn | Ada Mary Lorn (born March 4, 1961) is a painter.", "or says in full"},
		{"Minister of Education Ada Lorn said that schools would open.", "Minister of Education Ada Lorn said that schools would open.", "a row of capitals need not be a heading"},
		{"OSTMERE, Norland — The council of the town met on Monday.", "OSTMERE, Norland — The council of the town met on Monday.", "a dateline belongs to its sentence"},
		{"During the debate Wednesday, Lorn defended the plan.", "During the debate Wednesday, Lorn defended the plan.", "a day that is no date of a page"},
		{"He flew to the U.S. The trip was long.", "He flew to the U.S. | The trip was long.", "an abbreviation may end one"},
		{"Sen. Ada Lorn of the U.S. Navy said so.", "Sen. Ada Lorn of the U.S. Navy said so.", "or not"},
		{"(Applause.) I thank you. (Laughter.)", "(Applause.) | I thank you. | (Laughter.)", "a sentence in brackets"},
		{"A heading\nA sentence.", "A heading | A sentence.", "a line break ends one"},
	} {
		d := read(c.text)
		var got []string
		for _, s := range d.Segments {
			got = append(got, d.Slice(s.Span))
		}
		if g := strings.Join(got, " | "); g != c.want {
			t.Errorf("%q: got %q, want %q: %s", c.text, g, c.want, c.why)
		}
	}
}

func TestHardWrapped(t *testing.T) {
	wrapped := "The council met on Tuesday to hear from the engineers about\n" +
		"the bridge that closed last month, and decided that work on\n" +
		"the northern pier would begin in the spring of next year if\n" +
		"the money was found.\n\nA second paragraph follows after a blank line in the text.\n"
	if d := read(wrapped); len(d.Sentences) != 2 {
		t.Errorf("hard-wrapped text: %d sentences, want 2: its line breaks only fill the column", len(d.Sentences))
	}
	if d := read("First line\nSecond line\n\nThird line\n"); len(d.Sentences) != 3 {
		t.Errorf("short lines: %d sentences, want 3", len(d.Sentences))
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
		why  string
	}{
		{"“Yes,” she said. “No.”", []string{"“Yes,”", "“No.”"}, "curly marks"},
		{`"Yes," she said. "No."`, []string{`"Yes,"`, `"No."`}, "straight marks lean on the words inside"},
		{"‘Yes,’ she said, and it’s the farmers’ view.", []string{"‘Yes,’"}, "apostrophes are no marks"},
		{"“He said ‘go’ to me,” she said.", []string{"“He said ‘go’ to me,”"}, "a quotation inside a quotation belongs to it"},
		{"« Oui », a-t-il dit.", []string{"« Oui »"}, "French marks stand apart from the words"},
		{"„Ja“, sagte er.", []string{"„Ja“"}, "German closing marks look like English opening ones"},
		{"“One,“ he said. ”Two.”", []string{"“One,“", "”Two.”"}, "marks set the wrong way round are read by their neighbours"},
		{"“One paragraph opens\n“and the next closes.” Then no more.", []string{"“One paragraph opens", "“and the next closes.”"}, "each paragraph opens anew"},
		{"A stray “ mark\nharms “only” its paragraph.", []string{"“ mark", "“only”"}, "pairs are reset at the end of a paragraph"},
		{`It was 6" wide and 3" deep.`, nil, "inches are no marks"},
		{"``Yes,'' she said.", []string{"``Yes,''"}, "doubled marks of the wires"},
		{"“Yes,’’ she said. ‘‘No.’’", []string{"“Yes,’’", "‘‘No.’’"}, "double marks made of single ones"},
		{",,Ja`` and ,,Nein“, sagte er.", []string{",,Ja``", ",,Nein“"}, "doubled commas, however they are closed"},
		{"He “went home,\" she said. \"So what”", []string{"“went home,\"", "\"So what”"}, "kinds of double marks that are mixed close one another"},
		{`"He said “no” to me," she said.`, []string{`"He said “no” to me,"`}, "and stand inside one another"},
		{`"An "all of it" plan, and a "half of it" one," she said.`, []string{`"An "all of it" plan, and a "half of it" one,"`}, "a few words in the same marks stay within a quotation that goes on"},
		{"“The “pier” is old.\n“It sings.”", []string{"“The “pier” is old.", "“It sings.”"}, "also in a paragraph that isn't closed"},
		{"“We go, he said. “We stay,” she said.", []string{"“We go, he said.", "“We stay,”"}, "a quotation of its own doesn't"},
		{"“We go, he said of the pier. She said “no” again.", []string{"“We go, he said of the pier. She said “no” again."}, "a mark too few harms no more than its paragraph"},
		{"A stray \" mark, “only” this.", []string{"\" mark,", "“only”"}, "a stray mark of one kind doesn't swallow a pair of another"},
		{`"NAME: You saw “The Pier” on Monday.`, []string{`"NAME: You saw “The Pier” on Monday.`}, "a mark that opens a paragraph may stay open over pairs of another kind"},
		{"”Hej,” sade hon.", []string{"”Hej,”"}, "Swedish sets the same mark at both ends"},
		{"»Ja«, sagte er.", []string{"»Ja«"}, "German and Danish turn the French marks round"},
		{"Home » News » “Politics”", []string{"“Politics”"}, "arrows between headings are no marks"},
		{"»Read more\n“Yes,” she said.", []string{"“Yes,”"}, "nor is one before a link"},
		{"‘It is the farmers’ view, and the boats’,’ she said.", []string{"‘It is the farmers’ view, and the boats’,’"}, "an apostrophe after an s closes nothing when a mark closes later"},
		{"‘Boats’ and ‘nets,’ she said.", []string{"‘Boats’", "‘nets,’"}, "unless another opens before that"},
		{"He did it ’cause he could, and 'twas ‘em’ who saw.", nil, "elided words begin with no mark"},
		{"‘The pier is old.\n‘It sings,’ she said.", []string{"‘The pier is old.", "‘It sings,’"}, "a paragraph may open with a single mark that the next one opens anew"},
		{"He is 6' 2\" tall, she 5'8\", and “neither” swims.", []string{"“neither”"}, "feet and inches"},
		{`"The pipe is 6" wide," she said. "It leaks."`, []string{`"The pipe is 6" wide,"`, `"It leaks."`}, "inches inside a quotation"},
		{`"It was 1990" is all she said. "Then it sank."`, []string{`"It was 1990"`, `"Then it sank."`}, "a figure that ends a quotation"},
		{"?The pier is safe,? she said. ?Is it? It is.?", []string{"?The pier is safe,?", "?Is it? It is.?"}, "marks lost to question marks"},
		{"�The pier is safe,� she said. It�s old.", []string{"�The pier is safe,�"}, "marks lost to replacement characters"},
		{"Is it? Who knows?", nil, "question marks are question marks"},
		{"\u0093Yes,\u0094 she said.", []string{"\u0093Yes,\u0094"}, "marks of Windows read as Latin-1"},
		{"She said, “The pier is old.\nIt sings.” Then she left.", []string{"“The pier is old.", "It sings.”"}, "a quotation goes on into a paragraph that closes what it has not opened"},
		{"“The pier is old.\nIt sings.\nIt hums.” So she said.", []string{"“The pier is old.", "It sings.", "It hums.”"}, "and over paragraphs between"},
		{"“The pier is old, she said.\nIt sings.\n“It hums.” So she said.", []string{"“The pier is old, she said.", "“It hums.”"}, "but not when another is opened first"},
		{"“The pier is old.\nA.\nB.\nC.\nD.\nE” stands on it.", []string{"“The pier is old."}, "nor over more paragraphs than anybody would leave without a mark"},
		{"\"The pier is old, she said.\nIt is 6\" wide.", []string{"\"The pier is old, she said."}, "inches close nothing"},
	} {
		d := read(c.text)
		var got []string
		for _, q := range d.Quotes {
			got = append(got, d.Slice(q.Span))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: got %q, want %q: %s", c.text, got, c.want, c.why)
		}
	}
}

// TestTagsTwice is the trap of the library: it gives both words one tag.
func TestTagsTwice(t *testing.T) {
	d := read("They record a record.")
	if a, b := d.Tokens[1].Tag, d.Tokens[3].Tag; a != "VBP" || b != "NN" {
		t.Errorf("record/%s ... record/%s, want VBP and NN", a, b)
	}
}

func FuzzApply(f *testing.F) {
	for _, s := range []string{"", "“A.” B", "\xff\xfe", "'''''''", "a\x00b", "U.S.-led 1,2.3:4", "\u202eabc", "«»‹›", "a@", "#", "...", "\r\n\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := read(text)
		last := 0
		for i, k := range d.Tokens {
			if k.Start < last || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %d %v after %d in %q", i, k.Span, last, text)
			}
			if k.Tag == "" {
				t.Fatalf("token %d of %q has no tag", i, text)
			}
			last = k.End
		}
		next, end := 0, 0
		for i, s := range d.Sentences {
			if s.First != next || s.Last <= s.First || s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
				t.Fatalf("sentence %d %+v, want it to begin at token %d, in %q", i, s, next, text)
			}
			next = s.Last
		}
		if next != len(d.Tokens) {
			t.Fatalf("sentences end at token %d of %d in %q", next, len(d.Tokens), text)
		}
		next = 0
		sentences := d.Sentences
		for i, s := range d.Segments {
			if s.First != next || s.Last <= s.First || s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
				t.Fatalf("segment %d %+v, want it to begin at token %d, in %q", i, s, next, text)
			}
			if next = s.Last; s.Last > sentences[0].Last {
				t.Fatalf("segment %d %+v leaves its sentence in %q", i, s, text)
			} else if s.Last == sentences[0].Last {
				sentences = sentences[1:]
			}
		}
		if next != len(d.Tokens) {
			t.Fatalf("segments end at token %d of %d in %q", next, len(d.Tokens), text)
		}
		for i, q := range d.Quotes {
			if q.First < end || q.Last <= q.First || q.Last > len(d.Tokens) {
				t.Fatalf("quote %d %+v overlaps or leaves %q", i, q, text)
			}
			end = q.Last
		}
	})
}

// BenchmarkApply reports words per second of this stage alone.
func BenchmarkApply(b *testing.B) {
	text := strings.Repeat("“They have a common interest,” said Mr. Okafor, who leads the U.S.-based group. ", 50)
	n := len(strings.Fields(text))
	b.ReportAllocs()
	for b.Loop() {
		read(text)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
