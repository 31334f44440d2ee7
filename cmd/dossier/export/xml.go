package export

import (
	"bufio"
	"encoding/xml"
	"strconv"
	"strings"

	"dossier/queries"
)

// document is XML being written. Its errors are those of the buffered writer,
// which keeps the first for Flush.
type document struct{ w *bufio.Writer }

// open writes a start tag with its attributes, given as name, value, name, …
func (d document) open(indent int, name string, attributes ...string) {
	d.tag(indent, name, attributes)
	d.w.WriteString(">\n")
}

// empty writes a tag without content.
func (d document) empty(indent int, name string, attributes ...string) {
	d.tag(indent, name, attributes)
	d.w.WriteString("/>\n")
}

// text writes a tag whose content is text.
func (d document) text(indent int, name, text string, attributes ...string) {
	d.tag(indent, name, attributes)
	d.w.WriteString(">" + escaped(text) + "</" + name + ">\n")
}

func (d document) close(indent int, name string) {
	d.w.WriteString(strings.Repeat("  ", indent) + "</" + name + ">\n")
}

func (d document) tag(indent int, name string, attributes []string) {
	d.w.WriteString(strings.Repeat("  ", indent) + "<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		d.w.WriteString(" " + attributes[i] + `="` + escaped(attributes[i+1]) + `"`)
	}
}

// escaped is a text as XML holds it; characters that no XML can hold become
// U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// writeGraphML writes GraphML (graphml.graphdrawing.org/specification.html).
func writeGraphML(w *bufio.Writer, nodes []queries.EntityRow, edges []edge) error {
	d := document{w}
	w.WriteString(xml.Header)
	d.open(0, "graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	for _, k := range [][3]string{
		{"node", "label", "string"}, {"node", "type", "string"}, {"node", "country", "string"},
		{"node", "wikidata", "string"}, {"node", "mentions", "int"}, {"node", "documents", "int"},
		{"edge", "relation", "string"}, {"edge", "weight", "int"}, {"edge", "intensity", "double"},
	} {
		d.empty(1, "key", "id", k[1], "for", k[0], "attr.name", k[1], "attr.type", k[2])
	}
	d.open(1, "graph", "id", "dossier", "edgedefault", "directed")
	for _, n := range nodes {
		d.open(2, "node", "id", n.ID)
		d.text(3, "data", n.Name, "key", "label")
		d.text(3, "data", n.Type, "key", "type")
		d.text(3, "data", n.Country, "key", "country")
		d.text(3, "data", n.Wikidata, "key", "wikidata")
		d.text(3, "data", strconv.Itoa(n.Mentions), "key", "mentions")
		d.text(3, "data", strconv.Itoa(n.Documents), "key", "documents")
		d.close(2, "node")
	}
	for i, e := range edges {
		d.open(2, "edge", "id", "e"+strconv.Itoa(i), "source", e.from, "target", e.to)
		d.text(3, "data", e.kind, "key", "relation")
		d.text(3, "data", strconv.Itoa(e.times), "key", "weight")
		d.text(3, "data", decimal(e.intensity), "key", "intensity")
		d.close(2, "edge")
	}
	d.close(1, "graph")
	d.close(0, "graphml")
	return nil
}

// writeGEXF writes GEXF 1.3 (gexf.net/schema.html).
func writeGEXF(w *bufio.Writer, nodes []queries.EntityRow, edges []edge) error {
	d := document{w}
	w.WriteString(xml.Header)
	d.open(0, "gexf", "xmlns", "http://gexf.net/1.3", "version", "1.3")
	d.open(1, "graph", "defaultedgetype", "directed", "mode", "static")
	d.open(2, "attributes", "class", "node")
	for _, a := range [][2]string{{"type", "string"}, {"country", "string"}, {"wikidata", "string"}, {"mentions", "integer"}, {"documents", "integer"}} {
		d.empty(3, "attribute", "id", a[0], "title", a[0], "type", a[1])
	}
	d.close(2, "attributes")
	d.open(2, "attributes", "class", "edge")
	d.empty(3, "attribute", "id", "intensity", "title", "intensity", "type", "double")
	d.close(2, "attributes")
	d.open(2, "nodes")
	for _, n := range nodes {
		d.open(3, "node", "id", n.ID, "label", n.Name)
		d.open(4, "attvalues")
		d.empty(5, "attvalue", "for", "type", "value", n.Type)
		d.empty(5, "attvalue", "for", "country", "value", n.Country)
		d.empty(5, "attvalue", "for", "wikidata", "value", n.Wikidata)
		d.empty(5, "attvalue", "for", "mentions", "value", strconv.Itoa(n.Mentions))
		d.empty(5, "attvalue", "for", "documents", "value", strconv.Itoa(n.Documents))
		d.close(4, "attvalues")
		d.close(3, "node")
	}
	d.close(2, "nodes")
	d.open(2, "edges")
	for i, e := range edges {
		d.open(3, "edge", "id", strconv.Itoa(i), "source", e.from, "target", e.to, "kind", e.kind, "label", e.kind, "weight", strconv.Itoa(e.times))
		d.open(4, "attvalues")
		d.empty(5, "attvalue", "for", "intensity", "value", decimal(e.intensity))
		d.close(4, "attvalues")
		d.close(3, "edge")
	}
	d.close(2, "edges")
	d.close(1, "graph")
	d.close(0, "gexf")
	return nil
}
