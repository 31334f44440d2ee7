package sample

import "dossier/extract/document"

// Told is a document of invented people in which one tells what another said.
func Told() *document.Document {
	d := New(document.Article{ID: "told", Title: "The Elm bridge again", Date: "2021-08-10", Publisher: "The Elm Gazette"},
		`[Ana Lind|person BOR] recalled that [Otto Falk|person SYL] had vowed that [Borduria|country BOR] would never own the bridge.`)
	inner := *d.Said("Otto Falk", "vowed", "that Borduria would never own the bridge")
	inner.Confidence = .8
	d.Statements = nil
	d.Said("Ana Lind", "recalled", "that Otto Falk had vowed that Borduria would never own the bridge").Reports = []document.Statement{inner}
	return &d.Document
}
