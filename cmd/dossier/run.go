package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"dossier/cmd/dossier/render"

	"github.com/spf13/cobra"
)

// app is one run of the program: its streams, its surroundings, and the flags
// that every command takes.
type app struct {
	stdin  io.Reader
	stdout *bufio.Writer
	screen io.Writer // what stdout writes to: a terminal, perhaps
	stderr io.Writer
	env    environment
	global globalOptions

	progress *progress // of the read that is under way, or nil
}

// run is the program: arguments and streams in, exit status out.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env environment) int {
	a := &app{stdin: stdin, stdout: bufio.NewWriterSize(stdout, 1<<16), screen: stdout, stderr: stderr, env: env}
	root := newRootCommand(a)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(a.stdout)
	root.SetErr(stderr)
	cmd, err := a.execute(ctx, root)
	err = errors.Join(err, a.flush())
	a.complain(cmd, err)
	return exitStatus(err)
}

// execute runs the command. A fault of the program is an error like any other,
// and shows where it was with --debug alone.
func (a *app) execute(ctx context.Context, root *cobra.Command) (cmd *cobra.Command, err error) {
	defer func() {
		if r := recover(); r != nil {
			cmd, err = root, fmt.Errorf("a fault of the program (%v): please report it, with what --debug shows", r)
			if a.global.debug {
				fmt.Fprintf(a.stderr, "%s\n", debug.Stack())
			}
		}
	}()
	return root.ExecuteContextC(ctx)
}

// flush passes on what has been written to standard output so far.
func (a *app) flush() error {
	if err := a.stdout.Flush(); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	return nil
}

// complain tells on stderr what went wrong, once.
func (a *app) complain(cmd *cobra.Command, err error) {
	if err == nil || errors.Is(err, errNoRows) {
		return
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	fmt.Fprintf(a.stderr, "dossier: %s\n", render.CleanLines(err.Error()))
	if is[*usageError](err) {
		fmt.Fprintf(a.stderr, "Try: %s --help\n", cmd.CommandPath())
	}
	if a.global.debug {
		a.dissect(err)
	}
}

// dissect tells on stderr what an error is made of.
func (a *app) dissect(err error) {
	fmt.Fprintf(a.stderr, "debug: %T: %s\n", err, render.CleanLines(err.Error()))
	var inner []error
	switch e := err.(type) {
	case interface{ Unwrap() []error }:
		inner = e.Unwrap()
	case interface{ Unwrap() error }:
		inner = []error{e.Unwrap()}
	}
	for _, e := range inner {
		if e != nil {
			a.dissect(e)
		}
	}
}

// note tells something on stderr that is no error, unless --quiet.
func (a *app) note(format string, args ...any) {
	if !a.global.quiet {
		fmt.Fprintf(a.stderr, "dossier: %s\n", render.CleanLines(fmt.Sprintf(format, args...)))
	}
}
