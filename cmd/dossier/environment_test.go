package main

import (
	"io"
	"path/filepath"
	"testing"
)

func variables(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestColour(t *testing.T) {
	for _, c := range []struct {
		why      string
		choice   string
		vars     []string
		terminal bool
		want     bool
	}{
		{"a terminal", "auto", nil, true, true},
		{"a pipe", "auto", nil, false, false},
		{"no-color.org", "auto", []string{"NO_COLOR", "1"}, true, false},
		{"a terminal that can't", "auto", []string{"TERM", "dumb"}, true, false},
		{"forced into a pipe", "auto", []string{"CLICOLOR_FORCE", "1"}, false, true},
		{"not forced", "auto", []string{"CLICOLOR_FORCE", "0"}, false, false},
		{"NO_COLOR wins", "auto", []string{"CLICOLOR_FORCE", "1", "NO_COLOR", "1"}, true, false},
		{"the flag wins over all", "always", []string{"NO_COLOR", "1", "TERM", "dumb"}, false, true},
		{"also against", "never", []string{"CLICOLOR_FORCE", "1"}, true, false},
	} {
		e := environment{get: variables(c.vars...), terminal: func(any) (int, bool) { return 80, c.terminal }}
		if got := e.colour(c.choice, io.Discard); got != c.want {
			t.Errorf("%s: colour = %v, want %v", c.why, got, c.want)
		}
	}
}

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		why, columns string
		terminal     int
		want         int
	}{
		{"the terminal's own", "", 132, 132},
		{"COLUMNS has the last word", "60", 132, 60},
		{"a pipe", "", 0, pipeWidth},
		{"COLUMNS that is no width", "wide", 0, pipeWidth},
		{"COLUMNS that is none", "0", 0, pipeWidth},
	} {
		e := environment{get: variables("COLUMNS", c.columns), terminal: func(any) (int, bool) { return c.terminal, c.terminal > 0 }}
		if got := e.width(io.Discard); got != c.want {
			t.Errorf("%s: width = %d, want %d", c.why, got, c.want)
		}
	}
}

func TestWhereTheStoreIs(t *testing.T) {
	abs, err := filepath.Abs("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why  string
		vars []string
		want string
	}{
		{"its own variable", []string{"DOSSIER_STORE", "news", "XDG_DATA_HOME", abs, "HOME", "/home/anna"}, "news"},
		{"the data folder", []string{"XDG_DATA_HOME", abs, "HOME", "/home/anna"}, filepath.Join(abs, "dossier")},
		{"a relative data folder doesn't count", []string{"XDG_DATA_HOME", "data", "HOME", "/home/anna"}, filepath.Join("/home/anna", ".local", "share", "dossier")},
	} {
		if got, _ := (environment{get: variables(c.vars...)}).store(); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

func TestClock(t *testing.T) {
	if got := clock(variables("SOURCE_DATE_EPOCH", "1513900800"))().Format(dayLayout); got != "2017-12-22" {
		t.Errorf("the clock stands at %s", got)
	}
}
