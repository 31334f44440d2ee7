package source

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// input is a file, pipe or standard input to read.
type input struct {
	path string
	info fs.FileInfo // nil for standard input
}

// walker finds the inputs behind the paths that the user names.
type walker struct {
	readDir func(string) ([]fs.DirEntry, error) // os.ReadDir, but for tests
	folders map[string]bool                     // real paths of the folders read
	yield   func(input, *Error) bool
}

// walk gives the inputs behind the paths in order, and what is wrong with those
// that have none.
func walk(paths []string, readDir func(string) ([]fs.DirEntry, error)) iter.Seq2[input, *Error] {
	return func(yield func(input, *Error) bool) {
		w := walker{readDir: readDir, folders: map[string]bool{}, yield: yield}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
	}
}

// path walks one path as the user named it; false ends the walk, here and below.
func (w *walker) path(path string) bool {
	if path == Stdin {
		return w.yield(input{path: path}, nil)
	}
	info, err := os.Stat(path)
	switch {
	case err == nil:
		return w.named(path, info)
	case !errors.Is(err, fs.ErrNotExist):
		return w.fail(path, plain(err), access(err))
	case strings.ContainsAny(path, "*?["):
		return w.glob(path)
	}
	return w.fail(path, missing(path), w.suggest(path))
}

// glob expands a pattern, for shells that don't.
func (w *walker) glob(pattern string) bool {
	matches, err := expand(pattern)
	if err != nil {
		return w.fail(pattern, fmt.Errorf("bad pattern: %w", err), `write \[ for a bracket in a file's name`)
	}
	if len(matches) == 0 {
		return w.fail(pattern, errors.New("no file matches"), "")
	}
	for _, m := range matches {
		info, err := os.Stat(m)
		if err != nil {
			if !w.fail(m, missing(m), "") {
				return false
			}
		} else if !w.named(m, info) {
			return false
		}
	}
	return true
}

// expand gives the names that a pattern matches, hidden ones only if it asks for
// them, as a shell does.
func expand(pattern string) ([]string, error) {
	matches, err := filepath.Glob(pattern)
	if strings.HasPrefix(filepath.Base(pattern), ".") {
		return matches, err
	}
	return slices.DeleteFunc(matches, func(m string) bool { return strings.HasPrefix(filepath.Base(m), ".") }), err
}

// named walks a file or folder that exists.
func (w *walker) named(path string, info fs.FileInfo) bool {
	if !info.IsDir() {
		return w.yield(input{path, info}, nil)
	}
	found, more := w.folder(path)
	if more && found == 0 {
		return w.fail(path, errors.New("no article in this folder"),
			"articles end in .txt, .html, .jsonl or .json, also with .gz or .zst")
	}
	return more
}

// folder walks a folder and those below it, and counts what it came upon.
func (w *walker) folder(path string) (found int, more bool) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		if w.folders[real] {
			return 1, true // read already: a link back, or named twice
		}
		w.folders[real] = true
	}
	entries, err := w.readDir(path)
	if err != nil {
		return 1, w.fail(path, fmt.Errorf("reading the folder: %w", plain(err)), access(err))
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		n, more := w.entry(filepath.Join(path, e.Name()))
		found += n
		if !more {
			return found, false
		}
	}
	return found, true
}

// entry walks what was found inside a folder.
func (w *walker) entry(path string) (found int, more bool) {
	info, err := os.Stat(path) // follows links
	switch {
	case err == nil && info.IsDir():
		return w.folder(path)
	case !byEnding(path).inFolder:
		return 0, true
	case errors.Is(err, fs.ErrNotExist):
		return 1, w.fail(path, missing(path), "")
	case err != nil:
		return 1, w.fail(path, plain(err), access(err))
	case !info.Mode().IsRegular():
		return 1, w.yield(input{}, &Error{Path: path, Kind: Skipped,
			Err: fmt.Errorf("left out, since it is %s", special(info.Mode())), Hint: "name it by hand to read it"})
	}
	return 1, w.yield(input{path, info}, nil)
}

func (w *walker) fail(path string, err error, hint string) bool {
	return w.yield(input{}, &Error{Path: path, Err: err, Hint: hint})
}

// special names what a file is that is neither file nor folder.
func special(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// missing says what a path is that leads to nothing.
func missing(path string) error {
	if target, err := os.Readlink(path); err == nil {
		return fmt.Errorf("a broken link to %s", target)
	}
	return errors.New("no such file or folder")
}

// plain takes operation and path off an error that is reported with its path.
func plain(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// access says what to do about something that may not be read.
func access(err error) string {
	if errors.Is(err, fs.ErrPermission) {
		return "ask its owner for the right to read it"
	}
	return ""
}

// suggest names the file that a mistyped path may have meant: the nearest in the
// same folder, if it is at most a third of the name away.
func (w *walker) suggest(path string) string {
	dir, name := filepath.Split(path)
	entries, err := w.readDir(filepath.Clean(dir))
	if err != nil {
		return "" // the folder is missing too: nothing to suggest
	}
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name }) {
		return "" // a broken link
	}
	best, bestDistance := "", len(name)/3+1
	for _, e := range entries {
		if d := levenshtein.ComputeDistance(name, e.Name()); d < bestDistance {
			best, bestDistance = e.Name(), d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + dir + best + "?"
}
