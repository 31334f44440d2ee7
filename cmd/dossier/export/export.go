// Package export writes the rows of a whole store in the formats of other
// programs: graphs of who relates to whom for Gephi, yEd and Graphviz, and
// FollowTheMoney entities for Aleph and OpenAleph.
//
// The graphs have a node an entity and an edge for all relations of one type
// between the same two, weighted with how often they were read. Only what the
// articles assert becomes an edge; what may happen, or did not, doesn't.
package export

import (
	"bufio"
	"fmt"
	"io"

	"dossier/cmd/dossier/render"
)

// New makes a writer for graphml, gexf, dot or ftm. It takes rows of
// [dossier/queries]: entities before what refers to them.
func New(format string, w io.Writer) (render.Writer, error) {
	b := bufio.NewWriter(w)
	switch format {
	case "graphml":
		return newNetwork(b, writeGraphML), nil
	case "gexf":
		return newNetwork(b, writeGEXF), nil
	case "dot":
		return newNetwork(b, writeDOT), nil
	case "ftm":
		return newFollowTheMoney(b), nil
	}
	return nil, fmt.Errorf("no export format %q", format)
}
