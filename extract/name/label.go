package name

// Class is what the model takes a name for. [Stage] refines it to a
// document.EntityType with the help of the lexicon.
type Class uint8

// The classes, in the order of the model's labels.
const (
	Person Class = iota
	Location
	Organization
	Misc // nationalities, events, works, everything else with a name
	classes
)

// position is where in its name a token stands.
type position uint8

const (
	first position = iota
	inner
	last
	only
	positions
)

// Label is the tag of one token: [Outside] any name, or a class and a position
// in the name (the BILOU scheme of Ratinov and Roth, 2009).
type Label uint8

// Outside is the label of a token of no name.
const Outside Label = 0

// Labels is the number of labels, Weights the number of those that have
// weights of their own: Outside scores zero.
const (
	Labels  = 1 + int(classes)*int(positions)
	Weights = Labels - 1
)

// LabelOf is the label of token i of a name of n tokens.
func LabelOf(c Class, i, n int) Label {
	return 1 + Label(c)*Label(positions) + Label(positionOf(i, n))
}

func positionOf(i, n int) position {
	switch {
	case n == 1:
		return only
	case i == 0:
		return first
	case i == n-1:
		return last
	}
	return inner
}

func (l Label) class() Class       { return Class((l - 1) / Label(positions)) }
func (l Label) position() position { return position((l - 1) % Label(positions)) }

// open tells whether the name of the label goes on after its token.
func (l Label) open() bool {
	return l != Outside && (l.position() == first || l.position() == inner)
}

// continues tells whether the name of the label began before its token.
func (l Label) continues() bool {
	return l != Outside && (l.position() == inner || l.position() == last)
}

// Follows tells whether label b may come right after label a. A stretch begins
// after Outside and must be able to end before it.
func Follows(a, b Label) bool {
	if a.open() || b.continues() {
		return a.open() && b.continues() && a.class() == b.class()
	}
	return true
}

// Before are the labels that may stand before each label.
var Before = func() (t [Labels][]Label) {
	for b := range Label(Labels) {
		for a := range Label(Labels) {
			if Follows(a, b) {
				t[b] = append(t[b], a)
			}
		}
	}
	return t
}()
