package pebblekv

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
)

func open(t *testing.T, o Options) *DB {
	t.Helper()
	d, err := Open("store", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func put(t *testing.T, d *DB, pairs ...string) {
	t.Helper()
	err := kv.Update(t.Context(), d.KV(), func(tx kv.Tx) error {
		for i := 0; i < len(pairs); i += 2 {
			if err := tx.Put(kv.SKey(pairs[i]), kv.Value(pairs[i+1])); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, db kv.KV, key string) string {
	t.Helper()
	tx, err := db.Tx(false)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	v, err := tx.Get(t.Context(), kv.SKey(key))
	if errors.Is(err, kv.ErrNotFound) {
		return "missing"
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(v)
}

func TestAtomic(t *testing.T) {
	d := open(t, Options{FS: vfs.NewMem(), Create: true})
	put(t, d, "a", "1")
	before := d.Snapshot()
	defer before.Close()
	broken := errors.New("broken")
	for _, end := range []error{broken, nil} {
		err := d.Atomic(func() error {
			put(t, d, "a", "2", "b", "3")
			err := kv.Update(t.Context(), d.KV(), func(tx kv.Tx) error { // a second transaction sees the first
				v, err := tx.Get(t.Context(), kv.SKey("b"))
				if err != nil || string(v) != "3" {
					t.Errorf("b is %q in the unit, error %v", v, err)
				}
				return tx.Del(kv.SKey("b"))
			})
			if err != nil {
				t.Error(err)
			}
			if got := get(t, d.KV(), "a"); got != "1" {
				t.Errorf("a is %s for others before the unit ends", got)
			}
			return end
		})
		if !errors.Is(err, end) {
			t.Errorf("the unit ended with %v, want %v", err, end)
		}
		want := "1"
		if end == nil {
			want = "2"
		}
		if got := get(t, d.KV(), "a"); got != want {
			t.Errorf("a is %s after the unit, want %s", got, want)
		}
		if got := get(t, d.KV(), "b"); got != "missing" {
			t.Errorf("b is %s after the unit", got)
		}
	}
	if got := get(t, before.KV(), "a"); got != "1" {
		t.Errorf("a is %s in a snapshot of before", got)
	}
	if _, err := before.KV().Tx(true); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("a snapshot can be written to: %v", err)
	}
}

func TestGetBatch(t *testing.T) {
	d := open(t, Options{FS: vfs.NewMem(), Create: true})
	var pairs []string
	for i := range 100 {
		pairs = append(pairs, fmt.Sprintf("k%03d", i*3), strings.Repeat("v", i*20)) // one is empty, some stand apart
	}
	put(t, d, pairs...)
	var keys []flat.Key
	for i := 299; i >= 0; i -= 7 { // not in order, most of them missing
		keys = append(keys, flat.Key(fmt.Sprintf("k%03d", i)))
	}
	keys = append(keys, keys[0], flat.Key("zz"), flat.Key(""))
	for _, write := range []bool{false, true} {
		for n := range len(keys) {
			tx, err := flatKV{d: d}.Tx(write)
			if err != nil {
				t.Fatal(err)
			}
			got, err := tx.GetBatch(t.Context(), keys[:n])
			if err != nil {
				t.Fatal(err)
			}
			want, err := flat.GetBatch(t.Context(), tx, keys[:n])
			if err != nil {
				t.Fatal(err)
			}
			for i := range want {
				if !bytes.Equal(got[i], want[i]) || (got[i] == nil) != (want[i] == nil) {
					t.Errorf("%q is %q, want %q", keys[i], got[i], want[i])
				}
			}
			if err := tx.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestScan(t *testing.T) {
	d := open(t, Options{FS: vfs.NewMem(), Create: true})
	put(t, d, "a", "1", "ab", "2", "a\xff", "3", "a\xff\xff", "4", "b", "5", "\xff\xff", "6")
	for prefix, want := range map[string]string{"": "123456", "a": "1234", "ab": "2", "a\xff": "34", "b": "5", "c": "", "\xff": "6", "\xff\xff": "6"} {
		tx, err := flatKV{d: d}.Tx(false)
		if err != nil {
			t.Fatal(err)
		}
		it := tx.Scan(flat.Key(prefix))
		got := ""
		for it.Next(t.Context()) {
			got += string(it.Val())
		}
		if err := errors.Join(it.Err(), it.Close(), tx.Close()); err != nil || got != want {
			t.Errorf("prefix %q: %s, error %v, want %s", prefix, got, err, want)
		}
	}
}

func TestRange(t *testing.T) {
	d := open(t, Options{FS: vfs.NewMem(), Create: true})
	put(t, d, "a", "1", "ab", "2", "b", "3", "c", "4")
	for _, tt := range []struct{ from, to, want, why string }{
		{"ab", "c", "23", "the first is in it, the last isn't"},
		{"aa", "bb", "23", "neither has to be there"},
		{"b", "", "34", "to the end"},
		{"", "b", "12", "from the beginning"},
		{"c", "b", "", "nothing lies between"},
	} {
		s := d.Snapshot()
		tx, err := s.Tx()
		if err != nil {
			t.Fatal(err)
		}
		it := tx.Range(flat.Key(tt.from), flat.Key(tt.to))
		got := ""
		for it.Next(t.Context()) {
			got += string(it.Val())
		}
		if err := errors.Join(it.Err(), it.Close(), tx.Close(), s.Close()); err != nil || got != tt.want {
			t.Errorf("%q to %q: %s, %v, want %s: %s", tt.from, tt.to, got, err, tt.want, tt.why)
		}
	}
}

// Any sees what its own transaction has written and removed.
func TestAny(t *testing.T) {
	d := open(t, Options{FS: vfs.NewMem(), Create: true})
	put(t, d, "a1", "", "b1", "", "b2", "")
	tx, err := d.Tx(true)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	if err := errors.Join(tx.Del(flat.Key("a1")), tx.Del(flat.Key("b1")), tx.Put(flat.Key("c1"), nil)); err != nil {
		t.Fatal(err)
	}
	got, err := tx.Any(t.Context(), []flat.Key{flat.Key("c"), flat.Key("a"), flat.Key("b"), flat.Key("z"), flat.Key("b2")})
	if want := []bool{true, false, true, false, true}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
}

// A cancelled context ends a walk with an error, not as if it were complete.
func TestScanCancelled(t *testing.T) {
	d := open(t, Options{FS: vfs.NewMem(), Create: true})
	put(t, d, "a", "1", "b", "2")
	ctx, cancel := context.WithCancel(t.Context())
	tx, err := flatKV{d: d}.Tx(false)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	it := tx.Scan(nil)
	if !it.Next(ctx) {
		t.Fatal("nothing there")
	}
	cancel()
	if it.Next(ctx) || !errors.Is(it.Err(), context.Canceled) || !errors.Is(it.Close(), context.Canceled) {
		t.Errorf("a cancelled walk ends with %v", it.Err())
	}
}

func TestOpenNothing(t *testing.T) {
	if _, err := Open("nothing", Options{FS: vfs.NewMem()}); err == nil {
		t.Error("a store that isn't there was opened")
	}
	if _, err := Open("nothing", Options{FS: vfs.NewMem(), ReadOnly: true}); err == nil {
		t.Error("a store that isn't there was opened to be read")
	}
}

// Whatever write the file system refuses, the store must say so and not hang,
// and have all that it said it kept when it is opened again.
func TestFailingWrites(t *testing.T) {
	refused := errors.New("the disk refuses")
	for after := int64(0); after < 400; after += 7 {
		mem := vfs.NewCrashableMem()
		var left atomic.Int64
		left.Store(1 << 40)
		fs := errorfs.Wrap(mem, errorfs.InjectorFunc(func(op errorfs.Op) error {
			if op.Kind.ReadOrWrite() == errorfs.OpIsWrite && op.Kind != errorfs.OpFileClose && left.Add(-1) < 0 {
				return refused
			}
			return nil
		}))
		d, err := Open("store", Options{FS: fs, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		left.Store(after)
		kept := 0
		value := kv.Value(bytes.Repeat([]byte("some value "), 20_000))
		ended := make(chan error, 1)
		go func() {
			for i := range 60 {
				err := kv.Update(context.Background(), d.KV(), func(tx kv.Tx) error {
					return tx.Put(kv.SKey(fmt.Sprint("key ", i)), value)
				})
				if err != nil {
					ended <- err
					return
				}
				kept++
			}
			ended <- nil
		}()
		select {
		case err := <-ended:
			if err != nil && !errors.Is(err, refused) && !strings.Contains(err.Error(), refused.Error()) {
				t.Fatalf("after %d writes: error %v", after, err)
			}
		case <-time.After(time.Minute):
			t.Fatalf("after %d writes the store hangs", after)
		}
		again, err := Open("store", Options{FS: mem.CrashClone(vfs.CrashCloneCfg{})})
		if err != nil {
			t.Fatalf("after %d writes, %d kept: %v", after, kept, err)
		}
		for i := range kept {
			if got := get(t, again.KV(), fmt.Sprint("key ", i)); got != string(value) {
				t.Fatalf("after %d writes, key %d of %d is gone", after, i, kept)
			}
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}
