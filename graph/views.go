package graph

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dossier/graph/pebblekv"
)

// numbered is the folders of a store that are called prefix-N, by N.
func numbered(where, prefix string) ([]string, error) {
	entries, err := os.ReadDir(where)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if n := e.Name(); strings.HasPrefix(n, prefix) && !strings.HasSuffix(n, tmpSuffix) {
			out = append(out, filepath.Join(where, n))
		}
	}
	slices.SortFunc(out, func(a, b string) int { return number(a) - number(b) })
	return out, nil
}

// number is the N of prefix-N.
func number(folder string) int {
	_, n, _ := strings.Cut(filepath.Base(folder), "-")
	i, _ := strconv.Atoi(n) // a name that isn't ours sorts first
	return i
}

// newestView is the folder of the view to read; a store always has one.
func newestView(where string) (string, error) {
	views, err := numbered(where, viewPrefix)
	if err == nil && len(views) == 0 {
		err = fmt.Errorf("%w: %s holds no view", ErrDamaged, where)
	}
	if err != nil {
		return "", err
	}
	return views[len(views)-1], nil
}

// copyView makes a copy of a view that may be written to: tables never change
// once written, and are shared; the rest is copied.
func copyView(view, to string) error {
	if err := checkSums(view); err != nil {
		return err
	}
	entries, err := os.ReadDir(view)
	if err != nil {
		return err
	}
	tmp := to + tmpSuffix
	if err := os.Mkdir(tmp, 0o777); err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == sumFile {
			continue
		}
		from, to := filepath.Join(view, e.Name()), filepath.Join(tmp, e.Name())
		if isTable(from) && os.Link(from, to) == nil {
			continue
		}
		if err := copyFile(from, to); err != nil {
			return err
		}
	}
	return os.Rename(tmp, to)
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o666)
}

// putView makes a view of what db holds now, whole before it gets its name.
func putView(where string, db *pebblekv.DB) (string, error) {
	views, err := numbered(where, viewPrefix)
	if err != nil {
		return "", err
	}
	n := 1
	if len(views) > 0 {
		n = number(views[len(views)-1]) + 1
	}
	view := filepath.Join(where, viewPrefix+strconv.Itoa(n))
	tmp := view + tmpSuffix
	err = db.Checkpoint(tmp)
	if err == nil {
		err = writeSums(tmp)
	}
	if err == nil {
		err = os.Rename(tmp, view)
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(tmp))
	}
	return view, syncDir(where)
}

// removeViews removes all views but the newest and those that are being read.
func removeViews(where, newest string) error {
	views, err := numbered(where, viewPrefix)
	if err != nil {
		return err
	}
	for _, v := range views {
		if v == newest {
			continue
		}
		f, err := os.Open(filepath.Join(v, sumFile))
		if err != nil { // nobody can read it, and it costs only room
			continue
		}
		free, err := tryLock(f, true)
		if err == nil && free {
			err = removeFolder(v)
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// removeFolder removes a folder that others may be looking for: it is whole or
// not there.
func removeFolder(dir string) error {
	if err := os.Rename(dir, dir+tmpSuffix); err != nil {
		return err
	}
	return os.RemoveAll(dir + tmpSuffix)
}
