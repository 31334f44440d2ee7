package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPackIsCurrent compiles the knowledge base and compares with the pack that
// the program carries: what is embedded can be rebuilt, byte for byte.
func TestPackIsCurrent(t *testing.T) {
	const data = "../../../shared/data/kb"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("SKIPPED: the knowledge base in ../shared is not here, so the pack is NOT compared: %v", err)
	}
	out := t.TempDir()
	if err := compileKB(data, out, io.Discard); err != nil {
		t.Fatal(err)
	}
	const pack = "../../extract/lexicon/pack"
	files, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(out, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(pack, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: go run ./cmd/train kb", f.Name())
		}
		if len(got) > 4<<20 {
			t.Errorf("%s has %d bytes, more than the 4 MiB a file may have", f.Name(), len(got))
		}
	}
}

func TestCompileKBRefuses(t *testing.T) {
	for _, tt := range []struct {
		why, readme, countries, want string
	}{
		{"no README", "", "", "README.md"},
		{"a README without attribution", "Tables.\n", "", "no attribution"},
		{"a row that is too short", "> From nowhere.\n", "iso3\tname\nOLD\n", "1 columns, expected 2"},
	} {
		dir := t.TempDir()
		for name, text := range map[string]string{"README.md": tt.readme, "countries.tsv": tt.countries} {
			if text == "" {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		err := compileKB(dir, t.TempDir(), io.Discard)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one about %q", tt.why, err, tt.want)
		}
	}
}

func TestASCII(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{"Curaçao", "Curacao", "a letter with a mark"},
		{"Łódź", "Lodz", "a letter that no decomposition takes apart"},
		{"Xi’an", "Xi'an", "the curly apostrophe"},
		{"Reykjavík–Þing", "Reykjavik-Thing", "a dash and a letter of two"},
		{"plain", "plain", "nothing to do"},
	} {
		if got := ascii(tt.in); got != tt.want {
			t.Errorf("ascii(%q) = %q, want %q: %s", tt.in, got, tt.want, tt.why)
		}
	}
}

func TestForeign(t *testing.T) {
	for _, tt := range []struct {
		name string
		want bool
		why  string
	}{
		{"University of Oldland", false, "English"},
		{"Universität Altland", true, "a head word of another language"},
		{"Banco de la Nación", true, "small words of another language"},
	} {
		if got := foreign(strings.Fields(tt.name)); got != tt.want {
			t.Errorf("foreign(%q) = %v: %s", tt.name, got, tt.why)
		}
	}
}
