package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/dustin/go-humanize"
)

// progress tells on stderr how far a long read is: on a terminal in one line
// that changes, elsewhere with --verbose in a line every few seconds, else not at
// all. Its methods may be called from any goroutine.
type progress struct {
	mu       sync.Mutex
	w        io.Writer
	now      func() time.Time
	terminal bool
	every    time.Duration // 0: say nothing

	started, said time.Time
	shown         bool // the terminal's line has text
	articles      int
	read, total   int64 // bytes of the inputs; total 0 when unknown
}

// How often progress is told.
const (
	terminalEvery = 200 * time.Millisecond
	lineEvery     = 5 * time.Second
)

func (a *app) newProgress(wanted bool) *progress {
	p := &progress{w: a.stderr, now: time.Now, started: time.Now()}
	p.said = p.started
	_, p.terminal = a.env.terminal(a.stderr)
	switch {
	case !wanted || a.global.quiet:
	case p.terminal && a.env.get("TERM") != "dumb":
		p.every = terminalEvery
	case a.global.verbose:
		p.terminal = false
		p.every = lineEvery
	}
	a.progress = p
	return p
}

// bytes takes how much of the inputs has been read.
func (p *progress) bytes(read, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.read, p.total = read, total
}

// article counts an article that is done.
func (p *progress) article() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.articles++
	if now := p.now(); p.every > 0 && now.Sub(p.said) >= p.every {
		p.said = now
		p.show(now)
	}
}

func (p *progress) show(now time.Time) {
	line := p.line(now.Sub(p.started))
	if p.terminal {
		fmt.Fprintf(p.w, "\r\x1b[K%s", line)
		p.shown = true
		return
	}
	fmt.Fprintf(p.w, "dossier: %s\n", line)
}

// line says how much is done after a time, how fast, and how long the rest will
// take at that rate.
func (p *progress) line(took time.Duration) string {
	line := humanize.Comma(int64(p.articles)) + " articles"
	seconds := took.Seconds()
	if seconds <= 0 {
		return line
	}
	line += fmt.Sprintf(", %.0f/s", float64(p.articles)/seconds)
	if p.total <= 0 || p.read <= 0 || p.read > p.total {
		return line
	}
	left := time.Duration(float64(took) * float64(p.total-p.read) / float64(p.read))
	return line + fmt.Sprintf(", %d %%, %s left", 100*p.read/p.total, left.Round(time.Second))
}

// clear takes the line off the terminal, so that something else can be said.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
