// Package cmd holds the programs, and the tests of the house as a whole.
package cmd

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is the top of the module, seen from this folder.
const root = ".."

// floors are the folders in the order in which data passes them; each may
// import itself and what stands before it, nothing behind it.
var floors = []string{"extract/lexicon", "extract", "graph", "queries", "cmd"}

// keepers says which folder alone may import a library.
var keepers = map[string]string{
	"github.com/cayleygraph/":          "graph",
	"github.com/hidal-go/":             "graph",
	"github.com/cockroachdb/pebble/":   "graph",
	"github.com/jdkato/prose/":         "extract/token",
	"github.com/spf13/cobra":           "cmd",
	"codeberg.org/readeck/":            "extract/source",
	"github.com/klauspost/compress/":   "extract/source|extract/lexicon|extract/sparse|graph|cmd",
	"github.com/abadojack/whatlanggo":  "extract/source",
	"github.com/agnivade/levenshtein":  "extract/source|queries|cmd",
	"github.com/rogpeppe/go-internal/": "cmd",
}

// under tells whether a folder is one of those named (by |) or lies in one.
func under(folder, names string) bool {
	for n := range strings.SplitSeq(names, "|") {
		if folder == n || strings.HasPrefix(folder, n+"/") {
			return true
		}
	}
	return false
}

func floor(folder string) int {
	for i, f := range floors {
		if under(folder, f) {
			return i
		}
	}
	return -1
}

// goFiles walks the module's Go files, with the folder of each.
func goFiles(t *testing.T, visit func(folder, file string)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		n++
		visit(path.Dir(filepath.ToSlash(rel)), p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n == 0 {
		t.Fatal("no Go file found: the walk is wrong")
	}
}

func TestImportsRunOneWay(t *testing.T) {
	goFiles(t, func(folder, file string) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			return
		}
		for _, imp := range f.Imports {
			name, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Error(err)
				continue
			}
			if to, ok := strings.CutPrefix(name, "dossier/"); ok {
				if floor(folder) < 0 || floor(to) < 0 {
					t.Errorf("%s: %s or %s is on no floor of the house", file, folder, to)
				} else if floor(to) > floor(folder) {
					t.Errorf("%s: %s must not import %s", file, folder, to)
				}
			}
			for lib, keeper := range keepers {
				if strings.HasPrefix(name, lib) && !under(folder, keeper) {
					t.Errorf("%s: only %s may import %s", file, keeper, name)
				}
			}
		}
	})
}

// TestStagesDoNotImportThePipeline keeps extract's sub-packages usable alone:
// the pipeline knows the stages, no stage knows the pipeline.
func TestStagesDoNotImportThePipeline(t *testing.T) {
	goFiles(t, func(folder, file string) {
		if !under(folder, "extract") || folder == "extract" {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			return
		}
		for _, imp := range f.Imports {
			if imp.Path.Value == `"dossier/extract"` && !strings.HasSuffix(file, "_test.go") {
				t.Errorf("%s imports the pipeline", file)
			}
		}
	})
}

func TestFilesStaySmall(t *testing.T) {
	const most = 500 // lines
	goFiles(t, func(_, file string) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
			return
		}
		if n := strings.Count(string(b), "\n"); n > most && !strings.HasSuffix(file, "_test.go") {
			t.Errorf("%s has %d lines, more than %d: it holds more than one thing", file, n, most)
		}
	})
}

// TestInstallable: a replace line in go.mod would break "go install".
func TestInstallable(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "replace") {
			t.Errorf("go.mod: %s", line)
		}
	}
}

func TestTopLevel(t *testing.T) {
	allowed := map[string]bool{
		"cmd": true, "graph": true, "extract": true, "queries": true, "testdata": true,
		"go.mod": true, "go.sum": true, "README.md": true, "LICENSE": true, "CHANGELOG.md": true,
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	ignored := map[string]bool{"dossier": true} // go build's
	for _, e := range entries {
		if !allowed[e.Name()] && !ignored[e.Name()] && !strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}
