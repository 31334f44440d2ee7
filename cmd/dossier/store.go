package main

import (
	"context"
	"errors"
	"fmt"

	"dossier/extract"
	"dossier/graph"
	"dossier/queries"
)

// where is the store that the command is about.
func (a *app) where() string {
	if a.global.store != "" {
		return a.global.store
	}
	where, _ := a.env.store()
	return where
}

// withStore opens the store, does something with it, and closes it.
func (a *app) withStore(ctx context.Context, o graph.Options, do func(*graph.Store) error) error {
	st, err := graph.Open(ctx, a.where(), o)
	if err != nil {
		return advise(err)
	}
	return errors.Join(advise(do(st)), st.Close())
}

// reading opens the store for questions.
func (a *app) reading(ctx context.Context, do func(*graph.Store) error) error {
	return a.withStore(ctx, graph.Options{ReadOnly: true, Reader: extract.Version}, do)
}

// writing opens the store for new articles, and makes it if there is none.
func (a *app) writing(ctx context.Context, do func(*graph.Store) error) error {
	return a.withStore(ctx, graph.Options{Create: true, Reader: extract.Version}, do)
}

// ask opens the store for a question. A name in it that fits several is an
// answer of its own: the candidates.
func (a *app) ask(ctx context.Context, o outputOptions, question func(*graph.Store) error) error {
	err := a.reading(ctx, question)
	var several *queries.AmbiguousError
	if !errors.As(err, &several) {
		return err
	}
	if werr := writeRows(a, o, each(several.Candidates), queries.EntityRow{}); werr != nil {
		return werr
	}
	return fmt.Errorf("%w: give one of these ids, or --first for the most mentioned", err)
}

// advise adds to an error of the store what to do about it.
func advise(err error) error {
	switch {
	case errors.Is(err, graph.ErrNoStore):
		return fmt.Errorf("%w: make one with dossier ingest PATH, or name another with --store", err)
	case errors.Is(err, graph.ErrDamaged):
		return fmt.Errorf("%w: put back a copy of it, or ingest the articles into another store", err)
	}
	return err
}
