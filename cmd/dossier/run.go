package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

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
}

// run is the program: arguments and streams in, exit status out.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env environment) int {
	a := &app{stdin: stdin, stdout: bufio.NewWriterSize(stdout, 1<<16), screen: stdout, stderr: stderr, env: env}
	root := newRootCommand(a)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(a.stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	err = errors.Join(err, a.flush())
	a.complain(cmd, err)
	return exitStatus(err)
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
		for e := err; e != nil; e = errors.Unwrap(e) {
			fmt.Fprintf(a.stderr, "debug: %T: %s\n", e, render.CleanLines(e.Error()))
		}
	}
}

// note tells something on stderr that is no error, unless --quiet.
func (a *app) note(format string, args ...any) {
	if !a.global.quiet {
		fmt.Fprintf(a.stderr, "dossier: %s\n", render.CleanLines(fmt.Sprintf(format, args...)))
	}
}
