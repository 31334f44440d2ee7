package main

import (
	"context"
	"errors"
	"fmt"

	"dossier/cmd/dossier/render"
	"dossier/graph"
	"dossier/queries"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"
)

type doctorOptions struct{ output outputOptions }

// AddFlags registers the flags.
func (o *doctorOptions) AddFlags(cmd *cobra.Command) { o.output.AddFlags(cmd, plainFormats()) }

func newDoctorCommand(a *app) *cobra.Command {
	var o doctorOptions
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "What is wrong with this installation",
		Long: `Look at everything that an answer depends on, and say what is wrong: which build
this is, where the store is and what says so, whether it opens, who writes to
it, how much room is left, and whether it is whole. It changes nothing. With
something wrong, the exit status says what.` + exitHelp(exitOK, exitError, exitUsage, exitNoStore, exitLocked, exitDamaged, exitInterrupted),
		Example: "  dossier doctor\n  dossier doctor --store news.store --format json",
		GroupID: groupStore,
		Args:    arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDoctor(cmd.Context(), a, o)
		},
	}
	o.AddFlags(cmd)
	return cmd
}

func runDoctor(ctx context.Context, a *app, o doctorOptions) error {
	d := doctor{app: a}
	d.installation()
	d.store(ctx)
	if err := writeRows(a, o.output, each(d.findings), render.Finding{}); err != nil {
		return err
	}
	return d.worst
}

// doctor gathers findings, and keeps the first error among them.
type doctor struct {
	app      *app
	findings []render.Finding
	worst    error
}

func (d *doctor) find(about string, err error, detail string) {
	f := render.Finding{Schema: queries.Schema, Kind: "finding", About: about, OK: err == nil, Detail: detail}
	if err != nil {
		f.Detail = err.Error()
		if d.worst == nil {
			d.worst = fmt.Errorf("%s: %w", about, err)
		}
	}
	d.findings = append(d.findings, f)
}

func (d *doctor) installation() {
	build := thisBuild()
	d.find("build", nil, build.Version+", "+build.Go+", "+build.Platform)
	where, from := d.app.env.store()
	if d.app.global.store != "" {
		where, from = d.app.global.store, "--store"
	}
	d.find("store", nil, where+", from "+from)
	if where == graph.Memory {
		return
	}
	free, err := freeSpace(where)
	if errors.Is(err, errors.ErrUnsupported) {
		d.find("free space", nil, "unknown on this system")
		return
	}
	d.find("free space", err, humanize.IBytes(free))
}

func (d *doctor) store(ctx context.Context) {
	err := d.app.reading(ctx, func(st *graph.Store) error {
		d.find("open", nil, "it opens, and has the version that this build reads")
		stats, err := st.Stats(ctx)
		d.find("content", err, fmt.Sprintf("%d documents, %d quads, %s", stats.Documents, stats.Quads, humanize.IBytes(uint64(stats.Bytes))))
		problems, err := st.Check(ctx)
		if err == nil && len(problems) > 0 {
			err = fmt.Errorf("%w: %d problems, which dossier check lists", graph.ErrDamaged, len(problems))
		}
		d.find("whole", err, "every invariant holds, nothing is an orphan")
		return nil
	})
	if err != nil {
		d.find("open", err, "")
		return
	}
	err = d.app.withStore(ctx, graph.Options{}, func(*graph.Store) error { return nil })
	d.find("writer", err, "nobody writes to it")
}
