package graph

import (
	"context"
	"errors"
	"sync"
	"testing"

	"dossier/graph/sample"
)

// What is read of all documents at once is what is read of each by itself,
// newest first, and a document that was forgotten is not among them.
func TestShelf(t *testing.T) {
	st, err := Open(t.Context(), Memory, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	docs := sample.News()
	if _, err := st.Apply(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Retract(t.Context(), []ID{DocumentID(&docs[1].Article)}); err != nil {
		t.Fatal(err)
	}
	shelf, err := st.Shelf(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer shelf.Close()
	if n := len(shelf.Listings); n != len(docs)-1 {
		t.Fatalf("%d documents, want %d", n, len(docs)-1)
	}
	r := NewReader(st)
	var mu sync.Mutex
	read := make(map[int]int)
	err = shelf.each(t.Context(), 1, len(shelf.Listings), Content, func(i int, text Term) error {
		mu.Lock()
		defer mu.Unlock()
		read[i]++
		d, err := r.Document(t.Context(), shelf.Listings[i].Document())
		if err == nil && d.Text != text.Text {
			t.Errorf("document %d has the text %v, by itself %q", i, text, d.Text)
		}
		return err
	})
	if err != nil || len(read) != len(shelf.Listings)-1 || read[0] != 0 {
		t.Errorf("read %v, error %v", read, err)
	}
	for i := 1; i < len(shelf.Listings); i++ {
		if shelf.Listings[i-1].Compare(shelf.Listings[i]) >= 0 || read[i] != 1 {
			t.Errorf("document %d is out of order or was read %d times", i, read[i])
		}
	}
	broken := errors.New("broken")
	if err := shelf.Entities(t.Context(), 0, len(shelf.Listings), func(int, []EntityInstance) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("an error of the reader's comes back as %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := shelf.Entities(ctx, 0, 1, func(int, []EntityInstance) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
