package main

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

func testApp() *app {
	return &app{
		stdin:  strings.NewReader(""),
		stderr: io.Discard,
		screen: io.Discard,
		env: environment{
			get:      func(string) string { return "" },
			now:      func() time.Time { return time.Date(2017, 12, 22, 0, 0, 0, 0, time.UTC) },
			terminal: func(any) (int, bool) { return 0, false },
		},
	}
}

// TestEveryCommandIsExplained walks all commands: each says in a line and at
// length what it does, what it can exit with, and shows examples that its own
// flags and arguments allow.
func TestEveryCommandIsExplained(t *testing.T) {
	root := newRootCommand(testApp())
	walk(root, func(c *cobra.Command) {
		name := c.CommandPath()
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: Short is %q; want a line without a full stop", name, c.Short)
		}
		if !strings.Contains(c.Long, "EXIT STATUS\n") {
			t.Errorf("%s: Long has no EXIT STATUS", name)
		}
		if c.HasParent() && c.GroupID == "" {
			t.Errorf("%s: in no group of the help", name)
		}
		if c.Example == "" {
			t.Errorf("%s: no Example", name)
		}
		for _, line := range strings.Split(c.Example, "\n") {
			parses(t, c, line)
		}
		for _, line := range strings.Split(c.Long, "\n") {
			if n := len([]rune(line)); n > 80 {
				t.Errorf("%s: a line of Long is %d wide: %q", name, n, line)
			}
		}
	})
}

func walk(c *cobra.Command, f func(*cobra.Command)) {
	f(c)
	for _, sub := range c.Commands() {
		walk(sub, f)
	}
}

// parses checks that an example is a command line that the program takes, and of
// the command that it is an example of.
func parses(t *testing.T, of *cobra.Command, line string) {
	t.Helper()
	words := shellWords(line)
	if len(words) == 0 || words[0] != "dossier" {
		t.Errorf("%s: the example %q doesn't call dossier", of.CommandPath(), line)
		return
	}
	root := newRootCommand(testApp())
	c, args, err := root.Find(words[1:])
	if err != nil {
		t.Errorf("the example %q: %v", line, err)
		return
	}
	if of.HasParent() && c.Name() != of.Name() {
		t.Errorf("%s: the example %q is one of %s", of.CommandPath(), line, c.CommandPath())
	}
	if err := c.ParseFlags(args); err != nil {
		t.Errorf("the example %q: %v", line, err)
	}
	if err := c.ValidateArgs(c.Flags().Args()); err != nil {
		t.Errorf("the example %q: %v", line, err)
	}
}

// shellWords splits the part of a line that calls dossier as a shell would, as
// far as the examples need it: quotation marks, and what is before or after it
// in a pipe, a redirection or a substitution.
func shellWords(line string) []string {
	line = strings.TrimPrefix(strings.TrimSpace(line), "source <(")
	if i := strings.Index(line, "| dossier"); i >= 0 {
		line = line[i+2:]
	}
	var (
		words []string
		word  strings.Builder
		quote rune
		open  bool
	)
	end := func() {
		if open {
			words = append(words, word.String())
			word.Reset()
			open = false
		}
	}
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, open = r, true
		case r == ' ':
			end()
		case r == '|' || r == '>' || r == ')':
			end()
			return words
		default:
			open = true
			word.WriteRune(r)
		}
	}
	end()
	return words
}
