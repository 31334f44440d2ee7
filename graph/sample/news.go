package sample

import "dossier/extract/document"

// News is a handful of documents of invented people and countries that have what
// questions must get right: a name that several bear, an alias, a surname, a
// syndicated copy, an event that two documents carry, one that goes both ways,
// one that is only claimed and one that is only feared, a document without a
// date, which names somebody by the surname alone.
func News() []*document.Document {
	return []*document.Document{&talks().Document, &copied().Document, &sanctions().Document, &dam().Document, &undated().Document}
}

func talks() *Document {
	d := New(document.Article{ID: "talks", Title: "Talks in Port Elm", Date: "2021-03-05", Publisher: "The Elm Gazette", URL: "https://news.example/talks"},
		`Defence minister [Mara Lind|person RUR] of [Ruritania|country RUR] met [Syldavian=Syldavia|country SYL] envoy [Otto Falk|person SYL] in [Port Elm|place RUR] on Thursday. `+
			`“[Syldavia] will open the river to our ships,” [Lind=Mara Lind] said. `+
			`[Falk=Otto Falk] told [Lind=Mara Lind] that the [Northern League|organization] would not object. `+
			`[Ruritania] and [Syldavia] held naval drills in February.`)
	s := d.Said("Mara Lind", "said", "“Syldavia will open the river to our ships,”")
	s.Speaker.Span = d.Span("Lind said")
	s.Speaker.Span.End -= len(" said")
	s = d.Said("Otto Falk", "told", "that the Northern League would not object")
	s.Addressee = &document.Source{Entity: d.Entity("Mara Lind"), Span: d.Span("Lind that"), Name: "Mara Lind"}
	s.Addressee.Span.End -= len(" that")
	On(d.Event("Ruritania", "consult.visit", "Syldavia", "met"), "2021-03-04")
	r := d.Event("Ruritania+Syldavia", "cooperate", "", "drills")
	r.Reciprocal, r.Context = true, []string{"military"}
	r.Date = &document.Period{Start: "2021-02-01", End: "2021-02-28", Precision: document.Month, Text: d.Span("February")}
	d.Fact("Mara Lind", "position_held", "Ruritania", "Defence minister", "Defence minister")
	return d
}

// copied carries a sentence of talks word for word, and the same meeting.
func copied() *Document {
	d := New(document.Article{ID: "copied", Title: "River to open", Date: "2021-03-06", Publisher: "Coast Post", URL: "https://coast.example/river"},
		`A meeting on Thursday of [Ruritania|country RUR] and [Syldavia|country SYL] has borne fruit. `+
			`“[Syldavia] will open the river to our ships,” [Mara Lind|person RUR] said.`)
	d.Said("Mara Lind", "said", "“Syldavia will open the river to our ships,”")
	On(d.Event("Ruritania", "consult.visit", "Syldavia", "meeting"), "2021-03-05")
	return d
}

func sanctions() *Document {
	d := New(document.Article{ID: "sanctions", Title: "Syldavia closes the river", Date: "2021-06-20", Publisher: "Coast Post", URL: "https://coast.example/closed"},
		`[Syldavia|country SYL] imposed sanctions on [Ruritania|country RUR] on 18 June. `+
			`“No ship of theirs will pass,” [Jan Falk|person SYL], who leads the [Öre Company|organization SYL Q999001], said. `+
			`[Ruritanian=Ruritania] officials said [Syldavia] had shelled [Port Elm|place RUR]. `+
			`[Ruritania] may attack [Syldavia].`)
	On(d.Event("Syldavia", "sanction", "Ruritania", "sanctions"), "2021-06-18")
	d.Said("Jan Falk", "said", "“No ship of theirs will pass,”")
	s := d.Said("", "said Syldavia", "Syldavia had shelled Port Elm")
	s.Cue = d.Span("said Syldavia")
	s.Cue.End = s.Cue.Start + len("said")
	s.Speaker = &document.Source{Entity: -1, Span: d.Span("Ruritanian officials"), Name: "Ruritanian officials"}
	r := d.Event("Syldavia", "assault", "Ruritania", "shelled")
	r.ClaimedBy, r.Location = 1, d.Entity("Port Elm")
	r = d.Event("Ruritania", "assault", "Syldavia", "attack")
	r.Modality = document.Hypothetical
	d.Fact("Jan Falk", "employer", "Öre Company", "", "leads")
	return d
}

func dam() *Document {
	d := New(document.Article{ID: "dam", Title: "A dam for Borduria", Date: "2020-11-02", Publisher: "The Elm Gazette"},
		`[Borduria|country BOR] gave [Syldavia|country SYL] money for a dam. `+
			`The [Öre Company|organization SYL Q999001], or [Oere=Öre Company], will build it, [Ana Lind|person BOR] said.`)
	d.Event("Borduria", "aid", "Syldavia", "gave")
	d.Said("Ana Lind", "said", "The Öre Company, or Oere, will build it")
	return d
}

func undated() *Document {
	d := New(document.Article{ID: "undated", Title: "From the archive"},
		`[Borduria|country BOR] and [Ruritania|country RUR] signed a treaty. [Falk|person] was there.`)
	d.Event("Borduria", "support", "Ruritania", "signed").Reciprocal = true
	return d
}
