// Dossier reads news and answers who said what and how countries relate, each
// answer with the sentence that proves it.
//
// Every command is one file here: an options struct, its flags, and a run
// function that asks [dossier/queries] (or reads with [dossier/extract]) and
// hands the rows to the render package. Exit statuses are in exit.go, and
// nowhere else.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// garbage is how far the heap of a process that reads articles may grow beyond what
// is used before it is swept, in per cent. The tables and models of the reader are
// most of what is used and stay, so Go's 100 would double them: reading 2,000 articles
// peaks at 183 MB with 12 and at 206 with 33, for no time that could be measured. A
// question has neither, and is let alone.
const garbage = 12

// restrain keeps the heap small, unless the user says how large it may grow.
func restrain() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}

func main() { os.Exit(withSignals(os.Args[1:])) }

// withSignals runs the command until it ends or is interrupted. The first
// signal asks it to finish what it has begun; the second ends the process.
func withSignals(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return run(ctx, args, os.Stdin, os.Stdout, os.Stderr, systemEnvironment())
}
