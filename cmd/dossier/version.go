package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// versionRow says which build this is.
type versionRow struct {
	Schema   string `json:"schema"`
	Kind     string `json:"kind"` // "version"
	Version  string `json:"version"`
	Revision string `json:"revision"`
	Time     string `json:"time"` // of the revision, RFC 3339
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func newVersionCommand(a *app) *cobra.Command {
	var o outputOptions
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Say which build this is",
		Long: `Say which build this is: version, revision of the sources, Go version and
platform.` + exitHelp(exitOK, exitUsage),
		Example: "  dossier version\n  dossier version --format json",
		GroupID: groupHelp,
		Args:    arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			return a.writeReport(o, thisBuild())
		},
	}
	o.AddFlags(cmd, plainFormats())
	return cmd
}

func thisBuild() versionRow {
	row := versionRow{
		Schema: "dossier/1", Kind: "version", Version: "(devel)",
		Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return row
	}
	row.Version = info.Main.Version
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			row.Revision = s.Value
		case "vcs.time":
			row.Time = s.Value
		case "vcs.modified":
			row.Modified = s.Value == "true"
		}
	}
	return row
}
