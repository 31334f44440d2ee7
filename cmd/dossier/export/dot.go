package export

import (
	"bufio"
	"fmt"
	"strings"

	"dossier/queries"
)

// writeDOT writes the language of Graphviz (graphviz.org/doc/info/lang.html).
// Nothing in a name is taken for one of its escapes.
func writeDOT(w *bufio.Writer, nodes []queries.EntityRow, edges []edge) error {
	shapes := map[string]string{"country": "box", "organization": "hexagon"}
	w.WriteString("digraph dossier {\n")
	for _, n := range nodes {
		shape := shapes[n.Type]
		if shape == "" {
			shape = "ellipse"
		}
		fmt.Fprintf(w, "  %s [label=%s, shape=%s];\n", quoted(n.ID), quoted(n.Name), shape)
	}
	for _, e := range edges {
		fmt.Fprintf(w, "  %s -> %s [label=%s, weight=%d, color=%s];\n", quoted(e.from), quoted(e.to), quoted(e.kind), e.times, colour(e.intensity))
	}
	w.WriteString("}\n")
	return nil
}

// quoted is a double-quoted string of DOT.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r", `\r`, "\n", `\n`).Replace(s) + `"`
}

func colour(intensity float64) string {
	switch {
	case intensity > 0:
		return "forestgreen"
	case intensity < 0:
		return "firebrick"
	}
	return "gray40"
}
