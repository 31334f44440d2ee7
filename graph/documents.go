package graph

import (
	"context"

	"dossier/extract/document"
)

// Apply makes the store hold what the documents say: new ones are added, those
// whose article was read before are left alone, and those whose article has
// changed take the place of what they were. It does so in transactions of about
// 10,000 quads, each of whole documents with their entries in the ledger; on an
// error the report tells what went in before it.
func (s *Store) Apply(ctx context.Context, docs []*document.Document) (Report, error) {
	var report Report
	var batch []content
	n := 0
	flush := func() error {
		r, err := s.apply(ctx, batch)
		batch, n = batch[:0], 0
		report.Add(r)
		return err
	}
	for _, d := range docs {
		c := content{label: DocumentID(&d.Article), hash: ContentHash(&d.Article, s.options.Reader)}
		old, err := s.hash(ctx, c.label)
		if err != nil {
			return report, err
		}
		if old != c.hash { // the quads of a document that is there aren't needed
			c.quads = Quads(d)
		}
		batch = append(batch, c)
		if n += len(c.quads); n >= batchQuads {
			if err := flush(); err != nil {
				return report, err
			}
		}
	}
	return report, flush()
}

// Has tells whether an article is in the store as it is, read by the same
// version of the reader, so that it needn't be read again.
func (s *Store) Has(ctx context.Context, a *document.Article) (bool, error) {
	hash, err := s.hash(ctx, DocumentID(a))
	return err == nil && hash == ContentHash(a, s.options.Reader), err
}
