package entity

import "strings"

// role of a noun in its clause, by the tree of the sentence.
type syntacticRole byte

const (
	roleOther syntacticRole = iota
	roleSubject
	rolePassive
	roleObject
	roleOblique
	roleAttribute
	roleOwner
)

// place is where a noun stands in the tree of its sentence.
type place struct {
	known    bool
	role     syntacticRole
	conjunct bool  // it is joined by "and" to one that has the role
	top      int   // the token that heads it
	clause   int   // the verb that heads its clause
	depth    int32 // how many clauses hold that one, up to 3
}

// within are relations of a word to the noun that it is part of.
var within = set("nmod:desc", "compound", "flat", "appos", "amod", "det", "list", "nummod", "fixed", "goeswith", "case", "punct")

var syntacticRoles = map[string]syntacticRole{
	"nsubj": roleSubject, "csubj": roleSubject, "nsubj:pass": rolePassive, "nsubj:outer": roleSubject, "obj": roleObject, "iobj": roleObject,
	"obl": roleOblique, "obl:agent": roleOblique, "nmod": roleAttribute, "nmod:poss": roleOwner, "vocative": roleOther,
}

// placeOf is the place of what tokens [first, last) name.
func (r *reader) placeOf(first, last int) place {
	arcs := r.doc.Arcs
	if arcs == nil {
		return place{}
	}
	p := place{known: true, clause: -1}
	t := last - 1
	for n := 0; n < maxClimb && arcs[t].Head >= 0 && (arcs[t].Head >= first && arcs[t].Head < last || within[arcs[t].Relation]); n++ {
		t = arcs[t].Head
	}
	p.top = t
	for n := 0; n < maxClimb && arcs[t].Relation == "conj" && arcs[t].Head >= 0 && !isVerb(arcs[t].Universal); n++ {
		t, p.conjunct = arcs[t].Head, true
	}
	p.role = syntacticRoles[arcs[t].Relation]
	for n := 0; n < maxClimb && arcs[t].Head >= 0; n++ {
		t = arcs[t].Head
		if isVerb(arcs[t].Universal) || strings.HasPrefix(arcs[t].Relation, "root") {
			if p.clause < 0 {
				p.clause = t
			} else if arcs[t].Relation != "conj" && p.depth < 3 {
				p.depth++
			}
		}
	}
	if p.clause < 0 {
		p.clause = t
	}
	return p
}

// maxClimb is how far a tree is climbed.
const maxClimb = 40

func isVerb(universal string) bool { return universal == "VERB" }

// holds tells whether a token hangs below another one.
func (r *reader) holds(above, t int) bool {
	for n := 0; n < maxClimb && t >= 0; n++ {
		if t = r.doc.Arcs[t].Head; t == above {
			return t >= 0
		}
	}
	return false
}
