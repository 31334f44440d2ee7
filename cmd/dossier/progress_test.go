package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		p    *progress
		took time.Duration
		want string
	}{
		{&progress{articles: 1200}, 10 * time.Second, "1,200 articles, 120/s"},
		{&progress{articles: 1200, read: 250, total: 1000}, 10 * time.Second, "1,200 articles, 120/s, 25 %, 30s left"},
		{&progress{articles: 3, read: 0, total: 1000}, time.Second, "3 articles, 3/s"},
		{&progress{articles: 3}, 0, "3 articles"},
	} {
		if got := c.p.line(c.took); got != c.want {
			t.Errorf("line = %q, want %q", got, c.want)
		}
	}
}

func TestProgressIsForTerminals(t *testing.T) {
	for _, c := range []struct {
		why               string
		terminal, verbose bool
		want              string
	}{
		{"a terminal's line is written over", true, false, "\r\x1b[K1 articles, 1/s"},
		{"elsewhere nothing", false, false, ""},
		{"elsewhere lines with --verbose", false, true, "dossier: 1 articles, 0/s\n"},
	} {
		var out bytes.Buffer
		a := testApp()
		a.stderr = &out
		a.global.verbose = c.verbose
		a.env.terminal = func(any) (int, bool) { return 80, c.terminal }
		p := a.newProgress(true)
		now := p.started
		p.now = func() time.Time { return now }
		if now = now.Add(time.Second); !c.terminal {
			now = now.Add(lineEvery)
		}
		p.article()
		p.mu.Lock()
		got := out.String()
		p.mu.Unlock()
		if !strings.HasPrefix(got, c.want) || (c.want == "" && got != "") {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
