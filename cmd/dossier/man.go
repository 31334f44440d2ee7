package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newManCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "man [FOLDER]",
		Short: "Write the manual pages",
		Long: `Write the manual pages, one a command, into a folder, which is made if need be.
Without a folder: print the page of dossier itself.` + exitHelp(exitOK, exitError, exitUsage),
		Example: "  dossier man ~/.local/share/man/man1\n  dossier man | man -l -",
		GroupID: groupHelp,
		Args:    arguments(0, 1, ""),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMan(a, cmd.Root(), args)
		},
	}
}

func runMan(a *app, root *cobra.Command, args []string) error {
	date := a.env.now()
	if built, err := time.Parse(time.RFC3339, thisBuild().Time); err == nil {
		date = built // the same build writes the same pages
	}
	header := &doc.GenManHeader{Title: "DOSSIER", Section: "1", Source: "dossier", Manual: "Dossier", Date: &date}
	root.DisableAutoGenTag = true
	if len(args) == 0 {
		return doc.GenMan(root, header, a.stdout)
	}
	if err := os.MkdirAll(args[0], 0o755); err != nil {
		return fmt.Errorf("making the folder for the manual pages: %w", err)
	}
	header.Title = "" // each page has its command's
	if err := doc.GenManTree(root, header, args[0]); err != nil {
		return fmt.Errorf("writing the manual pages: %w", err)
	}
	a.note("manual pages written to %s", args[0])
	return nil
}
