package graph

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/extract/document"
)

// entities adds the entities of the document and where it names them.
func (b *builder) entities() {
	d := b.doc
	at := make(map[ID]int, len(d.Entities))
	for i := range d.Entities {
		e := &d.Entities[i]
		id := EntityID(e)
		k, ok := at[id]
		if !ok {
			k = len(b.contents.Entities)
			at[id] = k
			b.contents.Entities = append(b.contents.Entities, EntityInstance{
				ID: id, Name: mentionLine(e.Name), Type: string(cmp.Or(e.Type, document.Other)), Country: e.Country, Wikidata: e.Wikidata,
			})
		}
		b.node = append(b.node, k)
	}
	first := make([]int, len(b.contents.Entities))
	for i := range first {
		first[i] = -1
	}
	for _, m := range d.Mentions {
		i := b.instance(m.Entity)
		if i == nil {
			continue
		}
		e := &b.contents.Entities[*i]
		if e.Mentions++; first[*i] < 0 {
			first[*i] = m.Start
		}
		if m.Kind != document.Name {
			continue
		}
		if name := mentionLine(b.slice(m.Span)); name != "" && name != e.Name && !slices.Contains(e.Aliases, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
	for k := range b.doc.Statements {
		s := &b.doc.Statements[k]
		b.called(s.Speaker)
		for i := range s.Joint {
			b.called(&s.Joint[i])
		}
	}
	for i := range b.contents.Entities {
		e := &b.contents.Entities[i]
		b.names(e)
		b.add(b.ids.node(MentionNode, max(first[i], 0), string(e.ID), strconv.Itoa(e.Mentions)), Of, Node(e.ID))
	}
}

// called keeps as another name of an entity what it is called where it speaks: a country
// is found by the name of its government, which answers print.
func (b *builder) called(s *document.Source) {
	if s == nil {
		return
	}
	if i := b.instance(s.Entity); i != nil {
		e := &b.contents.Entities[*i]
		if name := mentionLine(s.Name); name != "" && name != e.Name && !slices.Contains(e.Aliases, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
}

// names adds the names by which an entity is found. A folded name that its ID
// ends with needs no quad.
func (b *builder) names(e *EntityInstance) {
	b.addText(e.ID, Name, e.Name)
	full := Fold(e.Name)
	if !strings.HasSuffix(string(e.ID), "/"+slug(e.Name)) {
		b.addText(e.ID, Key, full)
	}
	if _, surname, ok := cutLast(full); ok && e.Type == string(document.Person) {
		b.addText(e.ID, Short, surname)
	}
	for _, a := range e.Aliases {
		switch folded := Fold(a); {
		case folded == full:
		case within(full, folded):
			b.addText(e.ID, Short, folded)
		default:
			b.addText(e.ID, Key, folded)
		}
	}
}

// cutLast parts a folded name before its last word.
func cutLast(name string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

// within tells whether the words of part stand together in name.
func within(name, part string) bool {
	return part != "" && strings.Contains(" "+name+" ", " "+part+" ")
}
