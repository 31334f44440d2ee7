package statement

import (
	"slices"
	"strings"

	"dossier/extract/document"
)

// resumed joins the two halves of what an interruption cuts in two in a transcript: “Q
// [Will you build the —] ¶ MAYOR: Yes. ¶ Q [— old bridge again?]” The words of the other
// one between them are a turn of their own.
func (r *reader) resumed() {
	d := r.doc
	host := make([]int, len(d.Statements)) // of each statement the one that it has gone to
	gone := make([]bool, len(d.Statements))
	for i := range d.Statements {
		host[i] = i
		if i < 2 || !r.takesUp(host[i-2], i) || host[i-1] == host[i-2] {
			continue
		}
		first, second := &d.Statements[host[i-2]], &d.Statements[i]
		if first.Speaker.Name == d.Slice(first.Speaker.Span) {
			first.Speaker.Entity, first.Speaker.Name = second.Speaker.Entity, second.Speaker.Name
		}
		first.Content = append(first.Content, second.Content...)
		host[i], gone[i] = host[i-2], true
	}
	k := -1
	d.Statements = slices.DeleteFunc(d.Statements, func(document.Statement) bool { k++; return gone[k] })
}

// takesUp tells whether turn k begins with a dash and turn i, which has the same label
// and isn't known to be another's, ends with one.
func (r *reader) takesUp(i, k int) bool {
	d := r.doc
	a, b := &d.Statements[i], &d.Statements[k]
	if a.Rule != rules[ruleTurn].name || b.Rule != a.Rule {
		return false
	}
	label := d.Slice(b.Speaker.Span)
	if label != d.Slice(a.Speaker.Span) || b.Speaker.Name != a.Speaker.Name && b.Speaker.Name != label && a.Speaker.Name != label {
		return false
	}
	last := d.Slice(a.Content[len(a.Content)-1])
	return dashed(d.Slice(b.Content[0])) && dashed(last[strings.LastIndexAny(last, " \u00a0")+1:])
}

// dashed tells whether words begin with a dash.
func dashed(s string) bool {
	s = strings.TrimLeft(s, " \t\n\u00a0")
	return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "-")
}
