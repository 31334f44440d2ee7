package cmd

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// marked is a statement as a development set marks it or as the program prints it.
type marked struct {
	Content    [][2]int
	Speaker    json.RawMessage
	Class      string
	Confidence float64
}

// speaker is the span of the speaker, in either form; ok is false when nobody is
// named.
func (m *marked) speaker(t *testing.T) (span [2]int, ok bool) {
	if len(m.Speaker) == 0 || string(m.Speaker) == "null" {
		return span, false
	}
	if m.Speaker[0] == '[' {
		if err := json.Unmarshal(m.Speaker, &span); err != nil {
			t.Fatal(err)
		}
		return span, true
	}
	var s struct{ Span *[2]int }
	if err := json.Unmarshal(m.Speaker, &s); err != nil {
		t.Fatal(err)
	}
	if s.Span == nil {
		return span, false
	}
	return *s.Span, true
}

// readMarked reads the statements of each document of a file.
func readMarked(t *testing.T, file string) map[string][]marked {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]marked{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var d struct {
			ID                 string
			Quotes, Statements []marked
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out[d.ID] = append(d.Quotes, d.Statements...)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func common(a, b [2]int) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }

// reliability tells, of the pieces of statements that the program is so sure of,
// what percentage is right: content within .8 of a marked one (Dice, by
// characters) and a speaker that has words in common with the marked one. Pieces
// that lie mostly on reports of another class than say are left out.
func reliability(t *testing.T, gold, printed string) map[string]float64 {
	t.Helper()
	want, got := readMarked(t, gold), readMarked(t, printed)
	var right, all [10]int
	for id, statements := range got {
		for i := range statements {
			s := &statements[i]
			k := min(int(s.Confidence*10), 9)
			for _, c := range s.Content {
				good, other := false, false
				for j := range want[id] {
					w := &want[id][j]
					for _, d := range w.Content {
						alike := float64(2*common(c, d)) >= .8*float64(c[1]-c[0]+d[1]-d[0])
						other = other || w.Class != "say" && 2*common(c, d) > c[1]-c[0]
						good = good || alike && w.Class == "say" && sameSpeaker(t, s, w)
					}
				}
				if !good && other {
					continue
				}
				all[k]++
				if good {
					right[k]++
				}
			}
		}
	}
	out := map[string]float64{}
	for k, n := range all {
		if n >= 10 { // fewer say nothing
			out[fmt.Sprintf("confidence .%d", k)] = float64(int(1000*float64(right[k])/float64(n)+.5)) / 10
		}
	}
	return out
}

func sameSpeaker(t *testing.T, a, b *marked) bool {
	x, named := a.speaker(t)
	y, marked := b.speaker(t)
	return named == marked && (!named || common(x, y) > 0)
}

// bootstrap is what the scorer says of how far its figures would vary with other
// documents.
func bootstrap(t *testing.T, python, gold, predicted string) []byte {
	t.Helper()
	out, err := exec.Command(python, filepath.Join(filepath.Dir(scorer), "score_quotes.py"), gold, predicted, "--classes", "say", "--boot", "200").CombinedOutput()
	if err != nil {
		t.Fatalf("bootstrap: %v\n%s", err, out)
	}
	return out
}
