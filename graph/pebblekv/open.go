// Package pebblekv lets Cayley keep its quads in Pebble, a log-structured
// merge tree in pure Go: it is the flat key-value store (hidalgo's flat.KV)
// that Cayley's graph/kv stands on.
package pebblekv

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/sstable/block"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Memory that an open store takes. Pebble subtracts memory tables from the
// cache, so that cacheBytes come on top of those that can be alive at once, or every
// look-up goes to the disk. A transaction that takes more than
// half of a memory table (of which each key takes some 200 bytes, as Pebble
// counts) goes to the disk as a table of its own, and has to be merged with all
// others soon; one of 10,000 quads takes 7 MB.
const (
	memTableBytes  = 16 << 20
	memTables      = 2
	cacheBytes     = 16 << 20
	readCacheBytes = 64 << 20
)

// How many generations of tables wait until they are merged with those below:
// each merge writes most of what is below anew, whatever comes to it, so that
// few large ones cost less than many small ones. A writer waits only when there
// are far more.
const (
	mergeAt = 8
	waitAt  = 3 * mergeAt
)

// manifestBytes bounds the list of tables and of all changes to it, which is
// read whenever a store is opened.
const manifestBytes = 256 << 10

// Blocks are read and unpacked as a whole. What is looked up by the thousand
// (numbers, names) is packed for speed; large values (the texts) stand apart,
// so that they aren't read with it, and are packed for size.
const (
	blockBytes = 16 << 10
	largeBytes = 256
)

// DB is an open Pebble store.
type DB struct {
	db *pebble.DB

	unit *pebble.Batch // the unit of work in progress, see Atomic

	once   sync.Once
	failed chan struct{} // closed when the engine can't go on
	cause  error         // why; set before failed is closed
	gone   sync.Once
	stuck  chan struct{} // closed when it can't even be closed
}

// Options says how a store is opened.
type Options struct {
	FS       vfs.FS // nil is the file system of the operating system
	ReadOnly bool   // changes and locks nothing
	Create   bool   // make the store if it isn't there
}

// ErrDamaged wraps errors that mean that the files don't hold what was written.
var ErrDamaged = errors.New("damaged")

// Open opens the store in the folder dir.
func Open(dir string, o Options) (*DB, error) {
	d := &DB{failed: make(chan struct{}), stuck: make(chan struct{})}
	done := d.run(func() (err error) {
		d.db, err = pebble.Open(dir, d.options(dir, o))
		return err
	})
	select {
	case err := <-done:
		if err != nil {
			return nil, damage(err)
		}
		return d, nil
	case <-d.stuck:
		return nil, d.cause
	}
}

func (d *DB) options(dir string, o Options) *pebble.Options {
	p := &pebble.Options{
		FS:                          o.FS,
		ReadOnly:                    o.ReadOnly,
		ErrorIfNotExists:            !o.Create,
		FormatMajorVersion:          pebble.FormatValueSeparation,
		MemTableSize:                memTableBytes,
		MemTableStopWritesThreshold: memTables,
		CacheSize:                   cacheBytes + memTables*memTableBytes,
		L0CompactionThreshold:       mergeAt,
		L0StopWritesThreshold:       waitAt,
		DisableTableStats:           true,
		MaxManifestFileSize:         manifestBytes,
		Logger:                      logger{d},
		EventListener: &pebble.EventListener{
			WALCreated:      func(i pebble.WALCreateInfo) { d.stopOn(i.Err) },
			BackgroundError: d.Fail,
			DataCorruption:  func(i pebble.DataCorruptionInfo) { d.Fail(fmt.Errorf("%w: %s: %v", ErrDamaged, i.Path, i.Details)) },
		},
	}
	if p.FS == nil {
		p.FS = vfs.Default
	}
	p.FS = stopping{p.FS, d, dir}
	if o.ReadOnly {
		p.FS = unlocked{p.FS}
		p.CacheSize = readCacheBytes
	}
	for i := range p.Levels {
		p.Levels[i].BlockSize = blockBytes
		p.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
		p.Levels[i].Compression = func() *sstable.CompressionProfile { return block.FastCompression }
	}
	p.Experimental.ValueSeparationPolicy = func() pebble.ValueSeparationPolicy {
		return pebble.ValueSeparationPolicy{Enabled: true, MinimumSize: largeBytes, MaxBlobReferenceDepth: 10, TargetGarbageRatio: 0.3}
	}
	return p
}

// Fail notes that the engine can't go on, and why.
func (d *DB) Fail(err error) {
	d.once.Do(func() {
		d.cause = damage(err)
		close(d.failed)
	})
}

// giveUp notes that a goroutine of the engine came to an end that it can't go on
// from, perhaps with locks in its hands.
func (d *DB) giveUp(err error) {
	d.Fail(err)
	d.gone.Do(func() { close(d.stuck) })
}

// Err is what keeps the engine from going on, or nil.
func (d *DB) Err() error {
	select {
	case <-d.failed:
		return d.cause
	default:
		return nil
	}
}

// recovered, deferred, makes an error of a panic: Pebble meets some damage so.
func (d *DB) recovered(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, r)
		d.giveUp(*err)
	}
}

// run runs f in a goroutine, since Pebble may never let it end.
func (d *DB) run(f func() error) <-chan error {
	done := make(chan error, 1)
	go func() {
		var err error
		defer func() { done <- err }()
		defer d.recovered(&err)
		err = f()
	}()
	return done
}

// guard runs f, which writes, until it is done or the engine fails: Pebble waits
// for ever when it can't empty its memory tables.
func (d *DB) guard(f func() error) error {
	select {
	case err := <-d.run(f):
		return err
	case <-d.failed:
		return d.cause
	}
}

// Close closes the store. After a failure it lets go of what it can; what was
// committed is in the log of the files, and found when they are opened again.
func (d *DB) Close() error {
	failed := d.Err() != nil
	select {
	case <-d.stuck:
		return nil
	default:
	}
	done := d.run(d.db.Close)
	if !failed {
		select {
		case err := <-done:
			return damage(err)
		case <-d.stuck:
			return d.cause
		}
	}
	select {
	case <-done:
	case <-time.After(closeTime):
	}
	return nil
}

// closeTime is how long a store that has failed may take to close.
const closeTime = 5 * time.Second

// Checkpoint makes dir, a folder that must not exist, a store that holds what
// this one holds now. Files are shared by hard links where the file system has
// them.
func (d *DB) Checkpoint(dir string) error {
	return damage(d.guard(func() error {
		if err := d.db.Flush(); err != nil {
			return err
		}
		return d.db.Checkpoint(dir)
	}))
}

// Compact rewrites the store's tables, so that nothing is in them twice.
func (d *DB) Compact(ctx context.Context) error {
	return damage(d.guard(func() error { return d.db.Compact(ctx, []byte{0}, []byte{0xff}, false) }))
}

// damage marks errors that mean damage as [ErrDamaged].
func damage(err error) error {
	if err == nil || errors.Is(err, ErrDamaged) {
		return err
	}
	if pebble.IsCorruptionError(err) {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

// logger drops what Pebble tells, but for its last words.
type logger struct{ d *DB }

func (logger) Infof(string, ...any)  {}
func (logger) Errorf(string, ...any) {}

// Fatalf must not return, and where it is called nothing may be unwound.
func (l logger) Fatalf(format string, args ...any) { l.d.stopOn(fmt.Errorf(format, args...)) }

// stopOn stops the goroutine for ever, instead of the program, if there is an
// error.
func (d *DB) stopOn(err error) {
	if err != nil {
		d.giveUp(err)
		select {}
	}
}
