package entity

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"dossier/extract/document"
	"dossier/extract/lexicon"
	"dossier/extract/syntax"
)

var parser = sync.OnceValues(func() (*syntax.Stage, error) { return syntax.New() })

// readParsed is [read] with the trees of the sentences.
func readParsed(t testing.TB, marked string) *document.Document {
	t.Helper()
	p, err := parser()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	plain := read(t, marked, "")
	names := slices.DeleteFunc(slices.Clone(plain.Mentions), func(m document.Mention) bool { return m.Kind != document.Name && m.Kind != document.Demonym })
	for i := range names {
		names[i].Entity = -1
	}
	d := &document.Document{Article: plain.Article, Tokens: plain.Tokens, Sentences: plain.Sentences, Segments: plain.Segments, Quotes: plain.Quotes, Mentions: names}
	p.Apply(d)
	New(lex).Apply(d)
	return d
}

func TestPlaces(t *testing.T) {
	d := readParsed(t, "[p:Ann Miller] thanked [p:Carl Jones] and [p:Bert Lee], who met [p:Ruth Brown] in the house of [p:Ben Young].")
	r := &reader{doc: d}
	for _, tt := range []struct {
		name     string
		role     syntacticRole
		conjunct bool
		depth    int32
	}{
		{"Ann Miller", roleSubject, false, 0},
		{"Carl Jones", roleObject, false, 0},
		{"Bert Lee", roleObject, true, 0},
		{"Ruth Brown", roleObject, false, 1},
	} {
		i := slices.IndexFunc(d.Mentions, func(m document.Mention) bool { return d.Slice(m.Span) == tt.name })
		if p := r.placeOf(d.Mentions[i].First, d.Mentions[i].Last); p.role != tt.role || p.conjunct != tt.conjunct || p.depth != tt.depth {
			t.Errorf("%s: %+v, want role %d, conjunct %v, depth %d", tt.name, p, tt.role, tt.conjunct, tt.depth)
		}
	}
}

// Trees tell whom a pronoun means, and that it means somebody who has no name.
func TestPronounsByTree(t *testing.T) {
	for _, tt := range []struct{ why, text, pronoun, want string }{
		{"the subject of what holds the clause", "After [p:Bert Lee] had left, [p:Carl Jones] said that he was tired.", "he", "Carl Jones"},
		{"not the subject of the verb whose object it is", "[p:Bert Lee] left. [p:Carl Jones] saw him.", "him", "Bert Lee"},
		{"whose clause describes", "[p:Carl Jones] praised [p:Bert Lee], who had sold his boat.", "his", "Bert Lee"},
		{"somebody without a name", "[p:Carl Jones] left. A fisherman said that it was cold. He went home.", "He", ""},
		{"a woman without a name is another", "[p:Carl Jones] left. A woman said that it was cold. He went home.", "He", "Carl Jones"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := readParsed(t, tt.text)
			check(t, d)
			var got []string
			for _, m := range d.Mentions {
				if m.Kind == document.Pronoun && d.Slice(m.Span) == tt.pronoun {
					got = append(got, d.Entities[m.Entity].Name)
				}
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("%s means %q, want %q", tt.pronoun, s, tt.want)
			}
		})
	}
}

func TestDoubted(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      bool
	}{
		{"the only one who fits", "[p:Carl Jones] left. He was tired.", false},
		{"two who fit alike", "[p:Carl Jones] said that [p:Bert Lee] was late. The road was wet, and he was tired.", true},
	} {
		d := readParsed(t, tt.text)
		for _, m := range d.Mentions {
			if m.Kind == document.Pronoun && m.Doubted != tt.want {
				t.Errorf("%s: doubted is %v", tt.why, m.Doubted)
			}
		}
	}
}
