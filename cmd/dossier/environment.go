package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/term"
)

// environment is all that a command learns from outside its arguments and
// streams, so that a test can be exact about it.
type environment struct {
	// get is the value of an environment variable, "" when unset.
	get func(name string) string
	// now is the time from which "30d" counts back.
	now func() time.Time
	// terminal tells whether a stream is a terminal, and how wide it is.
	terminal func(stream any) (width int, ok bool)
}

// pipeWidth is how wide a table is when nobody says: fixed, so that the same
// store gives the same bytes wherever the output goes.
const pipeWidth = 100

func systemEnvironment() environment {
	return environment{get: os.Getenv, now: clock(os.Getenv), terminal: terminalWidth}
}

// clock is the system's, or stands still at SOURCE_DATE_EPOCH
// (reproducible-builds.org/specs/source-date-epoch) when that is set.
func clock(get func(string) string) func() time.Time {
	if s, err := strconv.ParseInt(get("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return func() time.Time { return time.Unix(s, 0).UTC() }
	}
	return time.Now
}

func terminalWidth(stream any) (int, bool) {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0, true
	}
	return width, true
}

// width is how many columns a table on the stream may take: COLUMNS, else the
// terminal's own, else pipeWidth.
func (e environment) width(stream any) int {
	if n, err := strconv.Atoi(e.get("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if n, ok := e.terminal(stream); ok && n > 0 {
		return n
	}
	return pipeWidth
}

// colour decides --color auto by NO_COLOR (no-color.org), CLICOLOR_FORCE
// (bixense.com/clicolors), TERM=dumb, and whether the stream is a terminal.
func (e environment) colour(choice string, stream io.Writer) bool {
	switch {
	case choice == "always":
		return true
	case choice == "never", e.get("NO_COLOR") != "":
		return false
	}
	if force := e.get("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	_, ok := e.terminal(stream)
	return ok && e.get("TERM") != "dumb"
}

// store is where the store is when --store doesn't say, and what decided it:
// DOSSIER_STORE, else the user's data folder after the XDG base directory
// specification.
func (e environment) store() (where, from string) {
	if s := e.get("DOSSIER_STORE"); s != "" {
		return s, "$DOSSIER_STORE"
	}
	if s := e.get("XDG_DATA_HOME"); filepath.IsAbs(s) {
		return filepath.Join(s, "dossier"), "$XDG_DATA_HOME"
	}
	home := e.get("HOME")
	if home == "" {
		home = e.get("USERPROFILE")
	}
	return filepath.Join(home, ".local", "share", "dossier"), "the user's data folder"
}
