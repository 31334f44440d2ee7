package treebank

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/extract/syntax"
)

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.conllu")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

const boats = "# text = Boats don't sink.\n" +
	"1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n" +
	"3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n4\tsink\tsink\tVERB\tVB\t_\t0\troot\t_\t_\n5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"

func TestRead(t *testing.T) {
	got, err := Read(write(t, boats+"\n"+boats)) // the last has no empty line
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || len(got[1]) != 5 || got[1][0] != (Word{"Boats", "NOUN", "NNS", 4, "nsubj", 10}) {
		t.Errorf("got %+v", got)
	}
	for why, c := range map[string]struct{ text, want string }{
		"columns":             {"1\tBoats\n", "a.conllu:1: 2 columns, want 10"},
		"no number":           {strings.Replace(boats, "\t0\troot", "\tx\troot", 1), "a.conllu:6: head of sink"},
		"a head that is none": {strings.Replace(boats, "\t4\tpunct", "\t9\tpunct", 1), "a.conllu:7: .: head 9 is none"},
		"its own head":        {strings.Replace(boats, "\t4\tpunct", "\t5\tpunct", 1), "a.conllu:7: .: head 5 is none"},
	} {
		if _, err := Read(write(t, c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", why, err, c.want)
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none")); !os.IsNotExist(err) {
		t.Errorf("no file: got %v", err)
	}
}

func TestScore(t *testing.T) {
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	gold, err := Read(write(t, boats))
	if err != nil {
		t.Fatal(err)
	}
	got := Score(m.NewReader(), gold)
	if got[UAS] != 100 || got[LAS] != 100 || got[Tags] != 100 || got["nsubj"] != 100 || got["conj"] != 0 {
		t.Errorf("a plain sentence: got %v", got)
	}
	gold[0][0].Relation, gold[0][1].Head, gold[0][2].Penn = "obj", 1, "IN"
	got = Score(m.NewReader(), gold)
	if got[UAS] != 80 || got[LAS] != 60 || got[Tags] != 80 || got["nsubj"] != 0 || got["obj"] != 0 {
		t.Errorf("one head, one relation and one tag other: got %v", got)
	}
}
