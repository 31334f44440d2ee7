package sample

import "dossier/extract/document"

// Spoken is a document of invented people in which things are said in all the
// ways that a statement tells apart: by two together, by a spokesperson for a
// ministry, by several whom nobody names; asked, promised, thought, doubted,
// admitted, and declined to be said.
func Spoken() *document.Document {
	d := New(document.Article{ID: "spoken", Title: "The Elm bridge", Date: "2021-08-09", Publisher: "The Elm Gazette"},
		`[Mara Lind|person RUR] and [Ana Lind|person BOR] said [Borduria|country BOR] would pay for the bridge. `+
			`A spokesperson for the [Ministry of Works|organization RUR] claimed that [Syldavia|country SYL] had agreed. `+
			`Residents asked who would own it. `+
			`[Otto Falk|person SYL] admitted that nobody knew, and promised to find out. `+
			`[Lind=Mara Lind] fears delays. `+
			`[Falk=Otto Falk] declined to comment on [Borduria].`)
	d.Said("Mara Lind", "said", "Borduria would pay for the bridge").Joint = []document.Source{
		{Entity: d.Entity("Ana Lind"), Span: d.Span("Ana Lind"), Name: "Ana Lind"},
	}
	s := d.Said("", "claimed", "that Syldavia had agreed")
	s.Stance = document.Doubting
	s.Speaker = &document.Source{Entity: -1, Span: d.Span("A spokesperson"), Name: "A spokesperson"}
	s.OnBehalfOf = &document.Source{Entity: d.Entity("Ministry of Works"), Span: d.Span("Ministry of Works"), Name: "Ministry of Works"}
	s = d.Said("", "asked", "who would own it")
	s.Class = document.Ask
	s.Speaker = &document.Source{Entity: -1, Span: d.Span("Residents"), Name: "Residents", Plural: true}
	s = d.Said("Otto Falk", "admitted", "that nobody knew")
	s.Class, s.Stance = document.Say, document.Factive
	d.Said("Otto Falk", "promised", "to find out").Class = document.Promise
	d.Said("Mara Lind", "fears", "delays").Class = document.Think
	d.Said("Otto Falk", "declined", "to comment on Borduria").Type = document.None
	return &d.Document
}
