package extract

import (
	"context"
	"fmt"
	"iter"

	"dossier/extract/document"
)

// ReadAll reads a stream of articles with as many workers as jobs (at least
// one) and gives the documents in the order of the articles, so that the number
// of workers changes nothing but the time. Errors of the stream pass through in
// their place. A few articles for each worker are held at once, however long the
// stream is. It ends early, with the context's error, when ctx is done.
func (p *Pipeline) ReadAll(ctx context.Context, in iter.Seq2[document.Article, error], jobs int) iter.Seq2[*document.Document, error] {
	jobs = max(jobs, 1)
	return func(yield func(*document.Document, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()

		type result struct {
			d   *document.Document
			err error
		}
		type task struct {
			a    document.Article
			done chan result
		}
		tasks := make(chan task)
		order := make(chan chan result, 2*jobs)

		for range jobs {
			go func() {
				for t := range tasks {
					d, err := p.try(t.a)
					t.done <- result{d, err}
				}
			}()
		}
		go func() {
			defer close(order)
			defer close(tasks)
			for a, err := range in {
				done := make(chan result, 1)
				select {
				case order <- done:
				case <-ctx.Done():
					return
				}
				if err != nil {
					done <- result{err: err}
					continue
				}
				select {
				case tasks <- task{a, done}:
				case <-ctx.Done():
					return
				}
			}
		}()
		for {
			select {
			case done, ok := <-order:
				if !ok {
					return
				}
				select {
				case r := <-done:
					if !yield(r.d, r.err) {
						return
					}
				case <-ctx.Done():
					yield(nil, context.Cause(ctx))
					return
				}
			case <-ctx.Done():
				yield(nil, context.Cause(ctx))
				return
			}
		}
	}
}

// try reads an article; a fault of a stage concerns that article alone.
func (p *Pipeline) try(a document.Article) (d *document.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, fmt.Errorf("reading %s: a fault of the program (%v): please report it with the article", a.Source, r)
		}
	}()
	return p.Read(a), nil
}
