// Package graph keeps what was read out of documents: the vocabulary, a document
// as quads and back, and the store, which is Cayley behind a few methods (apply,
// retract, hops, check, compact) that keep to what holds in Cayley v0.7.7.
//
// The store is a folder (see folder.go) that one process writes to while any
// number read, or [Memory]. A document's quads are under its own label together
// with its entry in the ledger, and come and go with it in one transaction.
// Questions go hop by hop ([Store.In], [Store.Out], [Store.Node]), each by an
// index; long paths are Cayley's weakness and stay with [Store.Gizmo].
//
// # Why Pebble
//
// Cayley stands on a flat key-value store, for which two engines in pure Go were
// measured with the same 454,000 quads of 4,000 news articles (988,652 words):
//
//	                                  bbolt 1.5      Pebble 2.1
//	processor time of loading, s      9.6            13 to 15
//	disk, bytes a quad                451            99 (140 with larger values)
//	peak memory, MB                   344            120
//	1,900 subjects of a hub, ms       6 to 13        6, by the index alone
//	killed while writing              sound          sound
//	readers beside a writer           one process    views by hard links
//
// bbolt is the faster one to load and to walk, but takes four times the disk,
// more than a store may have for a word of text, and its file is locked to
// readers while somebody writes: a view for them would be a copy of all of it.
// Pebble's large values (texts) stand apart from what is looked up by the
// thousand, which halves the time of a look-up.
//
// # What is Cayley's
//
// Cayley reads the store, and its layout is Cayley's: a log of nodes and quads by
// number, indexes of quads, numbers by the hash of a value. The store is written
// by our own writer, though, in a third less time than by Cayley's: it knows from
// the ledger what is new, keeps no count of references with each node, and has
// keys of half the length (see kvwrite.go and keys.go). The index of objects has
// the day, the document and the place of a subject before its number, and a note
// of it behind the number of the quad: so the newest of a hub are found first,
// and alone ([Reader.Newest]), and neither named to be counted nor looked at to be
// left out.
//
// Beside Cayley's tables stands one of the words of documents and statements (see
// terms.go), which come and go with them in the same transaction. Several edges
// and words are met at once, newest first ([Reader.Select]).
//
// Of 31,735 articles (11.9 million words) the store takes 40 bytes a word, 8 of
// them for that table. The newest 20 statements about the busiest entity, of
// 33,730, or those that hold some words, are found and read in 2 to 7 ms once the
// store is open.
package graph
