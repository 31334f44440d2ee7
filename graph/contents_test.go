package graph

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is packed is read as encoding/json reads it, whatever it holds.
func FuzzContents(f *testing.F) {
	f.Add("person/x", "X \"the\" Y\\", "\u2028<&>", 3, 70)
	f.Add("", "\xff\x00", "é", 0, 0)
	f.Add("a", "", "a\\", 123456789, 1234567890123)
	f.Fuzz(func(t *testing.T, id, name, alias string, n, m int) {
		c := contents{Statements: n, Events: m, Facts: n - m, Sentences: []int{0, n, m, 7}, Entities: []EntityInstance{
			{ID: ID(id), Name: name, Type: alias, Mentions: m},
			{ID: ID(alias), Name: id, Type: "person", Country: alias, Wikidata: name, Aliases: []string{alias, name, id}, Mentions: n},
		}}
		for _, text := range []string{pack(c).Text, id, name, "{" + alias + "}", `{"entities":[{` + name + `}]}`} {
			var want contents
			err := json.Unmarshal([]byte(text), &want)
			got, e := unpackContents("document/1", Text(text))
			if err != nil {
				continue // what isn't JSON may be read all the same, but never ends in a panic
			}
			if d := cmp.Diff(want, got); d != "" || e != nil {
				t.Errorf("%s: %v, -want +got:\n%s", text, e, d)
			}
		}
	})
}

// Only what pack writes is read without encoding/json.
func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		`{"statements":3,"sentences":[0,12,1,40],"entities":[{"id":"a","name":"\"A\"","type":"t","aliases":[],"mentions":2}]}`: true,
		`{}`:                                 true,
		`{"statements": 3}`:                  false,
		`{"statements":3}x`:                  false,
		`{"statements":-3}`:                  false,
		`{"statements":3,}`:                  false,
		`{"entities":[{"id":"a","more":1}]}`: false,
		`{"entities":[{"id":"a"`:             false,
		`{"entities":[{"id":"a\`:             false,
		``:                                   false,
	} {
		p := plain{rest: text, ok: true}
		p.object(func(key string) {
			switch key {
			case "statements":
				p.number()
			case "sentences":
				p.list(func() { p.number() })
			case "entities":
				p.list(func() { p.entity() })
			}
		})
		if got := p.ok && p.rest == ""; got != want {
			t.Errorf("%s: %v, %+v", text, got, p)
		}
	}
}

func BenchmarkContents(b *testing.B) {
	c := contents{Statements: 12, Events: 3, Facts: 4}
	for i := range 40 {
		c.Sentences = append(c.Sentences, i%2, 100+i)
		c.Entities = append(c.Entities, EntityInstance{ID: "person/somebody-known", Name: "Somebody Known", Type: "person", Country: "RUR", Aliases: []string{"Known"}, Mentions: i})
	}
	t := pack(c)
	for b.Loop() {
		if _, err := unpackContents("document/1", t); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(t.Text)))
}

func BenchmarkContentsByJSON(b *testing.B) {
	c := contents{Statements: 12, Events: 3, Facts: 4}
	for i := range 40 {
		c.Sentences = append(c.Sentences, i%2, 100+i)
		c.Entities = append(c.Entities, EntityInstance{ID: "person/somebody-known", Name: "Somebody Known", Type: "person", Country: "RUR", Aliases: []string{"Known"}, Mentions: i})
	}
	t := pack(c)
	for b.Loop() {
		var c contents
		if err := unpack("document/1", t, &c); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(t.Text)))
}
