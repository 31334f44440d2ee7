package statement

import (
	"testing"

	"dossier/extract/document"
)

func TestAct(t *testing.T) {
	for _, c := range []struct {
		why, text string
		class     document.StatementClass
		stance    document.Stance
	}{
		{"said", "Okoro said that the bridge was safe.", document.Say, document.Neutral},
		{"the writer doubts it", "Okoro claimed that the bridge was safe.", document.Say, document.Doubting},
		{"the writer takes it for true", "Okoro admitted that the bridge was old.", document.Say, document.Factive},
		{"a question", "Okoro asked whether the bridge was safe.", document.Ask, document.Neutral},
		{"a request asks nothing", "Okoro urged residents to cross the bridge.", document.Say, document.Neutral},
		{"a promise", "Okoro vowed to rebuild the bridge.", document.Promise, document.Neutral},
		{"a threat is one too", "Okoro threatened to close the bridge.", document.Promise, document.Neutral},
		{"agreed to be done", "Okoro agreed to close the bridge.", document.Promise, document.Neutral},
		{"agreed to be so", "Okoro agreed that the bridge was old.", document.Say, document.Neutral},
		{"nobody's verb", "Q: Is the bridge safe?\n\nA: It is.\n\nQ: Is it old?\n\nA: It is.", document.Say, document.Neutral},
	} {
		d := byRules(t, c.text)
		if len(d.Statements) == 0 {
			t.Errorf("%s: no statement in %q", c.why, c.text)
			continue
		}
		if st := d.Statements[0]; st.Class != c.class || st.Stance != c.stance {
			t.Errorf("%s: %q is %s and %s, want %s and %s", c.why, c.text, st.Class, st.Stance, c.class, c.stance)
		}
	}
}
