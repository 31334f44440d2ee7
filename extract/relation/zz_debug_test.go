package relation

import (
	"fmt"
	"os"
	"testing"

	"dossier/extract/date"
	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/name"
	"dossier/extract/token"
)

func TestDump(t *testing.T) {
	text := os.Getenv("DUMP")
	if text == "" {
		t.Skip()
	}
	tk, _ := token.New()
	lex, _ := lexicon.Default()
	nm, _ := name.New(lex)
	st, _ := New(lex)
	d := &document.Document{Article: document.Article{Text: text, Date: "2020-05-14"}}
	tk.Apply(d)
	nm.Apply(d)
	for i := range d.Mentions {
		d.Mentions[i].Entity = i
		d.Entities = append(d.Entities, document.Entity{Type: d.Mentions[i].Type, Name: d.Slice(d.Mentions[i].Span)})
	}
	for _, tok := range d.Tokens {
		fmt.Print(d.Slice(tok.Span), "/", tok.Tag, " ")
	}
	fmt.Println()
	r := newReader(st.lexis, d)
	s := sentence{reader: r}
	dates := date.Find(d)
	kinds := []string{"NP", "VP", "P", "SUB", "REL", "CC", ",", "MARK", "-", "(", ")", "ADV", "WHEN"}
	for i := range d.Sentences {
		var ds []date.Expression
		for _, e := range dates {
			if e.Sentence == i {
				ds = append(ds, e)
			}
		}
		s.read(i, ds)
		for k, c := range s.chunks {
			txt := d.Text[d.Tokens[c.first].Start:d.Tokens[c.last-1].End]
			fmt.Printf("%2d %-4s %-30q head %q g%v", k, kinds[c.kind], txt, s.text(c.head), c.group)
			if c.kind == verbGroup {
				cl := s.clause(k)
				fmt.Printf(" fin %v inf %v part %v ger %v pass %v neg %v links %d modal %x", c.finite, c.infinitive, c.participle, c.gerund, c.passive, c.negated, c.links, c.modal)
				f, at := s.frame(k)
				fmt.Printf(" subj %d end %d frame %v at %d", cl.subject, cl.end, f != nil, at)
			}
			if c.kind == nounGroup {
				for _, a := range s.actors(nil, k) {
					fmt.Printf(" [%s]", d.Slice(a.Span))
				}
			}
			fmt.Println()
		}
	}
	st.Apply(d)
	for _, r := range d.Relations {
		fmt.Println(r.Type, r.Mode, r.Modality, r.Subject, r.Object, d.Slice(r.Trigger), r.Rule)
	}
}
