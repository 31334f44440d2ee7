package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"dossier/graph"
)

// The exit statuses, which scripts rely on.
const (
	exitOK          = 0
	exitError       = 1
	exitUsage       = 2
	exitPartial     = 3
	exitNoRows      = 4
	exitNoStore     = 10
	exitLocked      = 11
	exitDamaged     = 12
	exitInterrupted = 130
)

// status is one exit status: what it means, and which errors lead to it.
type status struct {
	code    int
	meaning string
	matches func(error) bool
}

// statuses is the table from which both the exit status of an error and the
// text in every command's help are made. The first match counts.
func statuses() []status {
	return []status{
		{exitOK, "answered, also when there are no rows", func(err error) bool { return err == nil }},
		{exitUsage, "wrong usage: a command, flag or argument that isn't one", is[*usageError]},
		{exitPartial, "done in part: what failed is listed on stderr, the rest was done", is[*partialError]},
		{exitNoRows, "no rows, and --fail-empty was given", among(errNoRows)},
		{exitNoStore, "no store there", among(graph.ErrNoStore)},
		{exitLocked, "the store is in use by another process that writes", is[*graph.LockedError]},
		{exitDamaged, "the store is damaged, or of another version", among(graph.ErrDamaged, graph.ErrVersion)},
		{exitInterrupted, "interrupted", among(context.Canceled)},
		{exitError, "error", func(error) bool { return true }},
	}
}

func is[E error](err error) bool {
	var target E
	return errors.As(err, &target)
}

func among(targets ...error) func(error) bool {
	return func(err error) bool {
		for _, t := range targets {
			if errors.Is(err, t) {
				return true
			}
		}
		return false
	}
}

// exitStatus is the status with which the program ends after err.
func exitStatus(err error) int {
	for _, s := range statuses() {
		if s.matches(err) {
			return s.code
		}
	}
	return exitError
}

// exitHelp is the part of a command's help that lists what it can exit with, in
// ascending order.
func exitHelp(codes ...int) string {
	meaning := map[int]string{}
	for _, s := range statuses() {
		meaning[s.code] = s.meaning
	}
	var b strings.Builder
	b.WriteString("\n\nEXIT STATUS\n")
	for _, c := range codes {
		fmt.Fprintf(&b, "\n    %3d  %s", c, meaning[c])
	}
	return b.String()
}

// usageError is a command line that makes no sense, with a hint at what would.
type usageError struct {
	err  error
	hint string
}

func (e *usageError) Error() string {
	if e.hint == "" {
		return e.err.Error()
	}
	return e.err.Error() + "\n" + e.hint
}

func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &usageError{err: fmt.Errorf(format, args...)}
}

// partialError says how many inputs failed. Each has been reported when it did.
type partialError struct{ failed int }

func (e *partialError) Error() string {
	if e.failed == 1 {
		return "1 input failed (see above); everything else was done"
	}
	return fmt.Sprintf("%d inputs failed (see above); everything else was done", e.failed)
}

var errNoRows = errors.New("no rows")
