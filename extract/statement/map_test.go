package statement

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestMap: the package comment says where to look, so it names every file.
func TestMap(t *testing.T) {
	comment, err := os.ReadFile("statement.go")
	if err != nil {
		t.Fatal(err)
	}
	text, _, _ := strings.Cut(string(comment), "\npackage ")
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f, ".go")
		if name == "statement" || strings.HasSuffix(name, "_test") {
			continue
		}
		if !regexp.MustCompile(`\b` + name + `\b`).MatchString(text) {
			t.Errorf("the package comment doesn't say what %s is for", f)
		}
	}
}
