package graph

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"iter"
	"slices"

	"dossier/extract/document"
)

// The ledger is the record of what was ingested: two quads for each document,
// under its own label, so that record and quads come and go in one transaction.
const (
	Ledger      ID        = "store/ledger"       // the node that all entries are found by
	LedgerEntry Predicate = "store/entry"        // document → Ledger
	LedgerHash  Predicate = "store/content-hash" // document → what its content was, see ContentHash
)

// ContentHash tells whether an article is the one that was read before: it is a
// hash of all that its source says and of the version of the reader.
func ContentHash(a *document.Article, reader string) string {
	h := sha256.New()
	for _, field := range []string{reader, a.Key(), a.Title, a.Date, a.URL, a.Publisher, a.Lang, a.Text} {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(field)))
		h.Write(n[:])
		h.Write([]byte(field))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// entry is the quads by which the ledger knows a document.
func entry(label ID, hash string) [2]Quad {
	return [2]Quad{
		{label, LedgerEntry, Node(Ledger), label},
		{label, LedgerHash, Text(hash), label},
	}
}

// Labels is the documents of the store, in no order that means anything.
func (s *Store) Labels(ctx context.Context) iter.Seq2[ID, error] {
	return s.In(ctx, LedgerEntry, Node(Ledger))
}

// hash is the ledger's hash of a document, "" when it isn't in the store.
func (s *Store) hash(ctx context.Context, label ID) (string, error) {
	terms, err := s.Out(ctx, label, LedgerHash)
	if err != nil || len(terms) == 0 {
		return "", err
	}
	return terms[0].Text, nil
}

// sortedLabels is all labels in order.
func (s *Store) sortedLabels(ctx context.Context) ([]ID, error) {
	var out []ID
	for l, err := range s.Labels(ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	slices.Sort(out)
	return out, nil
}
