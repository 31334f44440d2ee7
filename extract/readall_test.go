package extract

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"

	"dossier/extract/document"
)

type stageFunc func(*document.Document)

func (f stageFunc) Apply(d *document.Document) { f(d) }

func articles(n int, failAt int) iter.Seq2[document.Article, error] {
	return func(yield func(document.Article, error) bool) {
		for i := range n {
			var err error
			if i == failAt {
				err = errors.New("no article")
			}
			if !yield(document.Article{ID: fmt.Sprint(i), Source: fmt.Sprintf("list:%d", i+1)}, err) {
				return
			}
		}
	}
}

func TestReadAllKeepsOrder(t *testing.T) {
	p := &Pipeline{stages: []Stage{stageFunc(func(d *document.Document) { d.Title = "read " + d.ID })}}
	for _, jobs := range []int{0, 1, 2, 7} {
		i := 0
		for d, err := range p.ReadAll(t.Context(), articles(100, 40), jobs) {
			switch {
			case i == 40 && err == nil:
				t.Fatalf("%d jobs: the stream's error at 40 is lost", jobs)
			case i != 40 && (err != nil || d.Title != fmt.Sprint("read ", i)):
				t.Fatalf("%d jobs: document %d is %+v, %v", jobs, i, d, err)
			}
			i++
		}
		if i != 100 {
			t.Fatalf("%d jobs: %d documents, want 100", jobs, i)
		}
	}
}

func TestReadAllOutlivesAFault(t *testing.T) {
	p := &Pipeline{stages: []Stage{stageFunc(func(d *document.Document) {
		if d.ID == "1" {
			panic("a bug")
		}
	})}}
	var failed, read int
	for _, err := range p.ReadAll(t.Context(), articles(3, -1), 2) {
		if err != nil {
			failed++
		} else {
			read++
		}
	}
	if failed != 1 || read != 2 {
		t.Errorf("%d failed and %d read, want 1 and 2: a fault concerns one article", failed, read)
	}
}

func TestReadAllStops(t *testing.T) {
	p := &Pipeline{}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	var last error
	for _, err := range p.ReadAll(ctx, articles(1_000_000, -1), 2) {
		last = err
		if n++; n == 10 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("the stream ended with %v after %d documents, want the context's error", last, n)
	}
	for range p.ReadAll(t.Context(), articles(1_000_000, -1), 2) {
		break // a caller that has enough leaves at once
	}
}
