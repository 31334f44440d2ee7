package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"dossier/queries"
)

// Statement writes who said something, the words, the sentence that they stand
// in when that says more, and where to find them.
func (s Screen) Statement(r queries.StatementRow) error {
	return s.block(r.Date, StatementHead(r), s.words(r), proof(r.Document, papers(r), r.ID))
}

// StatementHead is the line that says who said something to whom, about whom.
func StatementHead(r queries.StatementRow) Text {
	head := Join(" ", speakers(r), T(Plain, "("+manner(r)+")"))
	if r.Negated {
		head = Join(", ", head, T(Bad, "a denial"))
	}
	if r.Type == "none" {
		head = Join(", ", head, T(Bad, "a refusal"))
	}
	if r.Addressee != nil {
		head = Join(" ", head, T(Plain, "to"), Who(*r.Addressee))
	}
	if len(r.About) > 0 {
		head = Join(" ", head, T(Dim, "about"), T(Dim, topics(r.About)))
	}
	return head
}

// aboutMost is how many names a line gives of those whom a statement is about.
const aboutMost = 6

func topics(about []queries.Entity) string {
	if more := len(about) - aboutMost; more > 1 {
		return names(about[:aboutMost]) + fmt.Sprintf(", %d more", more)
	}
	return names(about)
}

// speakers are who said something, and for whom.
func speakers(r queries.StatementRow) Text {
	who := T(Dim, "nobody named")
	if r.Speaker != nil {
		who = Who(r.Speaker.Entity)
	}
	for _, e := range r.Joint {
		who = Join(" and ", who, Who(e))
	}
	if r.OnBehalfOf != nil && !(r.Speaker != nil && strings.HasSuffix(r.Speaker.Name, " for "+r.OnBehalfOf.Name)) { // whom nobody names is called so already
		who = Join(" for ", who, Who(*r.OnBehalfOf))
	}
	if r.ToldBy != nil {
		who = Join(", as told by ", who, Who(r.ToldBy.Entity))
	}
	return who
}

// manner is the cue of a statement, with its stance and class unless they are
// those of most.
func manner(r queries.StatementRow) string {
	how := []string{r.Cue}
	if isLabel := strings.IndexFunc(r.Cue, unicode.IsLower) < 0; isLabel {
		how[0] = "said" // nothing, a colon, or the Q of a transcript
	}
	if r.Stance != "neutral" {
		how = append(how, r.Stance)
	}
	if r.Class != "say" {
		how = append(how, r.Class)
	}
	return strings.Join(nonEmpty(how...), " · ")
}

// words are the words of a statement where they stand: the sentence, with them
// in a face of their own, or the words alone when they are no part of one
// sentence; and the sentences around them that were asked for.
func (s Screen) words(r queries.StatementRow) Text {
	words := within(r.Sentence, Said, pieces(r)...)
	if !s.Full {
		words = fold(words)
	}
	return Join(" ", T(Dim, r.Before), words, T(Dim, r.After))
}

// pieces are the words of a statement, those of each span by themselves: who
// says them may stand between two.
func pieces(r queries.StatementRow) (all []string) {
	if len(r.Span) < 2 {
		return []string{r.Text}
	}
	words := []rune(r.Text)
	for _, s := range r.Span {
		n := min(s[1]-s[0], len(words))
		if n < 0 {
			return nil
		}
		all = append(all, string(words[:n]))
		words = words[min(n+len(" "), len(words)):]
	}
	return all
}

// A statement of more words than foldFrom is folded to the first foldTo. Most
// that are longer are whole turns of a transcript, which fill screens.
const (
	foldFrom = 200
	foldTo   = 100
)

// fold shortens a long text, and says by how much and how to get the whole.
func fold(t Text) Text {
	words := t.words()
	if len(words) <= foldFrom {
		return t
	}
	more := fmt.Sprintf("… [%d more words: --full, or dossier explain ID]", len(words)-foldTo)
	var head Text
	for _, w := range append(words[:foldTo:foldTo], T(Dim, more)) {
		head = head.word(w)
	}
	return head
}

// papersMost is how many publishers a line names.
const papersMost = 5

// papers says where else a statement stands: in which papers, or in how many
// documents when no other paper is known.
func papers(r queries.StatementRow) string {
	others := slices.DeleteFunc(slices.Clone(r.AlsoBy), func(p string) bool { return p == r.Document.Publisher })
	switch n := len(others); {
	case n == 0:
		return inDocuments(r.AlsoIn)
	case n > papersMost:
		others = append(others[:papersMost], fmt.Sprintf("%d more", n-papersMost))
	}
	return "also in " + strings.Join(others, ", ")
}
