package statement

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/extract/document"
)

var update = flag.Bool("update", false, "write the golden files anew")

// whole shows all of every statement.
func whole(d *document.Document) string {
	var b strings.Builder
	for _, st := range d.Statements {
		fmt.Fprintf(&b, "%s %s %.2f", st.Rule, st.Type, st.Confidence)
		if !st.Cue.Empty() {
			fmt.Fprintf(&b, " <%s>", d.Slice(st.Cue))
		}
		if st.Negated {
			b.WriteString(" negated")
		}
		b.WriteByte('\n')
		if st.Speaker != nil {
			fmt.Fprintf(&b, "  by %s\n", d.Slice(st.Speaker.Span))
		}
		if st.Addressee != nil {
			fmt.Fprintf(&b, "  to %s\n", d.Slice(st.Addressee.Span))
		}
		for _, c := range st.Content {
			fmt.Fprintf(&b, "  | %s\n", strings.ReplaceAll(d.Slice(c), "\n", "¶"))
		}
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles in testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := read(t, string(text))
			check(t, d)
			got, golden := whole(d), strings.TrimSuffix(file, ".txt")+".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s\nif this is right, run with -update", diff)
			}
		})
	}
}
