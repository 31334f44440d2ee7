package main

import (
	"slices"

	"dossier/extract/syntax"
)

// parts are the network as the program reads it. A word's fixed vector and its
// learned one, that of the unknown for a word without, become one.
func (n *net) parts(tagLayer int) *syntax.Parts {
	weights := func(p *param) syntax.Weights { return syntax.Weights{Rows: p.rows, Columns: p.cols, W: p.w} }
	out := &syntax.Parts{
		Notice: syntaxNotice, TagLayer: tagLayer,
		Project: weights(n.project), ProjectBias: weights(n.projectBias),
		Arc: weights(n.arc), ArcBias: weights(n.arcBias),
		Relation: weights(n.relationHead), RelationBias: weights(n.relationBias),
		Tag: weights(n.tag), TagBias: weights(n.tagBias),
	}
	for l, y := range n.layers {
		out.Layers[l] = syntax.Layer{Input: weights(y.input), Forward: weights(y.forward), Backward: weights(y.backward), Bias: weights(y.bias)}
	}
	for in := range syntax.Inputs {
		keys := make([]uint32, 0, len(n.keys[in]))
		for k := range n.keys[in] {
			keys = append(keys, k)
		}
		if in == syntax.Form {
			for k := range n.fixedRow {
				if _, ok := n.keys[in][k]; !ok {
					keys = append(keys, k)
				}
			}
		}
		slices.Sort(keys)
		width := n.tables[in].cols
		rows := make([]float32, 0, len(keys)*width)
		for _, k := range keys {
			at := len(rows)
			learned := int(n.keys[in][k]) // unknown, when it is not there
			rows = append(rows, n.tables[in].w[learned*width:(learned+1)*width]...)
			if in != syntax.Form {
				continue
			}
			if f, ok := n.fixedRow[k]; ok {
				axpy(rows[at:], n.fixed[int(f)*width:][:width], 1)
			}
		}
		out.Tables[in] = syntax.Vectors{Keys: keys, Rows: rows}
	}
	return out
}

// syntaxNotice says what the model of syntax was learned from. It is part of the file.
const syntaxNotice = `Model of English syntax and parts of speech, licensed CC BY-SA 4.0.
Learned from: UD_English-EWT, the English Web Treebank (CC BY-SA 4.0); GUM, the Georgetown University Multilayer corpus (Zeldes 2017; annotation CC BY 4.0, texts CC BY, CC BY-SA or public domain). Learned also from trees that larger models, learned from these, found in: Tehran Times / Mehr News Agency (CC BY 4.0; text cleaned); pm-transcripts, licensed from the Commonwealth of Australia under CC BY 3.0 AU, which does not necessarily endorse this; statements of the White House and of members of the US Congress (public domain; compilations by brian14708/wh-briefings, CC0, and dwillis/congress-press, MIT); MASC, the Manually Annotated Sub-Corpus (free for any use). Word vectors learned from all of these but MASC, and from Wikinews (CC BY 2.5).
Data was selected, merged and changed.
`
