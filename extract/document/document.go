// Package document holds the one type that every stage of the pipeline shares:
// an article, and what has been read out of it so far.
//
// Every span points into [Document.Text] in bytes, half open; nothing is copied
// out of the text and nothing is thrown away, so that any answer can show the
// sentence that it came from. Offsets in Unicode code points exist only on the
// wire (see Encoder).
package document

// Span is a half-open range of bytes, [Start, End), of a document's text.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty tells whether the span covers nothing; the zero Span is "no span".
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains tells whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps tells whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Article is a text as it came in, with what its source says about it. An empty
// field is unknown; nothing is ever guessed into it without saying so.
type Article struct {
	ID        string // as given by the input, else made from the content; see Key
	Title     string
	Date      string // day of publication, ISO 8601 (2006-01-02), or ""
	URL       string
	Publisher string
	Lang      string // ISO 639-1, or "" when undeclared
	Text      string // valid UTF-8, otherwise exactly as given

	// Source says where the article came from, for messages only: a path, or
	// path:line for one of many in a file.
	Source string
}

// Token is a word or mark of the text.
type Token struct {
	Span
	Tag string // Penn Treebank tag: the tagger's, then, when syntax has been read, the parser's
}

// Arc says how a token hangs on another, in the manner of Universal Dependencies.
type Arc struct {
	Head      int    // index into Document.Tokens, -1 for the token under the root of its sentence
	Relation  string // nsubj, obl:agent; root for the token under the root
	Universal string // part of speech of Universal Dependencies
}

// Sentence is a run of tokens. A sentence never ends inside a quoted region.
type Sentence struct {
	Span
	First, Last int // tokens [First, Last)
	Paragraph   int // 0-based; blank lines and line breaks separate paragraphs
}

// Segment is a run of tokens that makes one tree: a sentence, or a part of one that
// quotation marks hold together though the treebanks take it apart ("“I am tired. I
// will stop.” He left." is two sentences and three segments).
type Segment struct {
	Span
	First, Last int // tokens [First, Last)
}

// Quote is a region of the text inside quotation marks, marks included. Regions
// don't overlap: a quotation inside a quotation belongs to the outer one.
type Quote struct {
	Span
	First, Last int  // tokens [First, Last), marks included
	Opened      bool // begins with its own opening mark
	Closed      bool // ends with its own closing mark; an open one ends with its paragraph
}

// EntityType is what kind of thing an entity is.
type EntityType string

// The entity types, which are also their names on the wire.
const (
	Person       EntityType = "person"
	Organization EntityType = "organization"
	Country      EntityType = "country"
	Place        EntityType = "place"
	Group        EntityType = "group" // nationalities, peoples, followers of a party
	Event        EntityType = "event"
	Work         EntityType = "work"
	Other        EntityType = "other"
)

// MentionKind is the form in which a mention names its entity.
type MentionKind string

// The mention kinds, which are also their names on the wire.
const (
	Name    MentionKind = "name"
	Demonym MentionKind = "demonym" // Russian, Chinese: they act for their country
	Nominal MentionKind = "nominal" // the spokesperson, the two countries
	Pronoun MentionKind = "pronoun"
)

// Mention is one place where the text names an entity. A plural mention ("the
// two countries") stands once for each of its members, with the same span.
type Mention struct {
	Span
	First, Last int // tokens [First, Last)
	Kind        MentionKind
	Type        EntityType // as read at this place; the entity has the final say
	Entity      int        // index into Document.Entities, -1 while unresolved
	Doubted     bool       // of a pronoun: it could mean another nearly as well
}

// Gender is what is known of a person's grammatical gender.
type Gender byte

// The genders; a name used for both stays Unknown.
const (
	UnknownGender Gender = iota
	Female
	Male
)

// Entity is somebody or something that the article names.
type Entity struct {
	Type     EntityType
	Name     string // the fullest form in the article, or the country's English name
	Country  string // ISO 3166-1 alpha-3: the country itself, or the one an actor acts for; "" when none
	Wikidata string // QID, only when certain
	Gender   Gender
	Plural   bool // "officials", "residents"
}

// Source is the party to a statement: its speaker or its addressee.
type Source struct {
	Entity int    // index into Document.Entities, -1 when it is none
	Span   Span   // the words that name it at this statement
	Name   string // of the entity; else the words, or those in which the article names elsewhere who is meant
	Plural bool   // several whom nobody names: "officials", "residents"
}

// StatementType says how a statement is quoted.
type StatementType string

// The statement types, which are also their names on the wire.
const (
	Direct   StatementType = "direct"   // all inside quotation marks
	Indirect StatementType = "indirect" // none of it
	Mixed    StatementType = "mixed"
	None     StatementType = "none" // a refusal: asked, and declined to answer
)

// StatementClass says what kind of act the cue makes of a statement.
type StatementClass string

// The statement classes, which are also their names on the wire.
const (
	Say     StatementClass = "say"     // told, whether or not it is so
	Ask     StatementClass = "ask"     // a question
	Promise StatementClass = "promise" // what the speaker is going to do
	Think   StatementClass = "think"   // belief, hope, fear: reported, not uttered
)

// Stance is how far the cue vouches for what was said.
type Stance string

// The stances, which are also their names on the wire.
const (
	Neutral  Stance = "neutral"  // said, told, added
	Doubting Stance = "doubting" // claimed, alleged, insisted
	Factive  Stance = "factive"  // admitted, noted, revealed: as if it were so
)

// Statement is what somebody said.
type Statement struct {
	Type       StatementType
	Class      StatementClass
	Stance     Stance
	Content    []Span // of one utterance, in order; quotation marks and a leading "that" included; none of a refusal
	Cue        Span   // the reporting word, empty for a quotation that carries on
	Speaker    *Source
	Joint      []Source // the others, when several said it together
	OnBehalfOf *Source  // for whom a spokesperson speaks
	Addressee  *Source
	About      []int // entities named in the content, in order of appearance
	Negated    bool  // a denial
	Rule       string
	Confidence float64 // 0 to 1

	// Reports is what others said, as this statement tells it: "She said that [he
	// had said …]". They are no surer than it is, and report nothing themselves.
	Reports []Statement
}

// Sure is how likely a statement should be right to be shown unasked. What is less
// likely is kept for those who ask for it.
const Sure = .6

// Start is where the statement begins: its content, or its cue when it has none.
func (s *Statement) Start() int {
	if len(s.Content) == 0 {
		return s.Cue.Start
	}
	return s.Content[0].Start
}

// Layer tells lasting properties from things that happened.
type Layer string

// The layers, which are also their names on the wire.
const (
	LayerEvent Layer = "event"
	LayerFact  Layer = "fact"
)

// Modality says how a relation is asserted.
type Modality string

// The modalities, which are also their names on the wire.
const (
	Asserted     Modality = "asserted"
	Future       Modality = "future"
	Hypothetical Modality = "hypothetical"
	Negated      Modality = "negated"
)

// Argument is an entity in a relation, at the words that name it there.
type Argument struct {
	Entity int // index into Document.Entities
	Span   Span
}

// Precision is how exactly a date is known.
type Precision string

// The precisions, coarsest last.
const (
	Day   Precision = "day"
	Month Precision = "month"
	Year  Precision = "year"
)

// Period is a stretch of days, both ends included, ISO 8601 (2006-01-02).
type Period struct {
	Start, End string
	Precision  Precision
	Text       Span // the words that say so; empty when taken from the day of publication
}

// Relation is an event or a fact that holds between entities.
type Relation struct {
	Layer      Layer
	Type       string // PLOVER type in lower case, or a fact type of wire-format.md
	Mode       string
	Context    []string
	Subject    []Argument
	Object     []Argument
	Value      string // of a fact whose object is no entity: a title, a date
	ValueSpan  Span
	Reciprocal bool
	Modality   Modality
	ClaimedBy  int // index into Document.Statements, -1 in the article's own voice
	Date       *Period
	Location   int // index into Document.Entities, -1 when none
	Trigger    Span
	Evidence   Span // the sentence
	Rule       string
	Confidence float64 // 0 to 1
}

// Document is an article and all that has been read out of it. Stages fill it
// from top to bottom; each adds to what it was handed and changes nothing
// before it.
type Document struct {
	Article
	Tokens     []Token
	Sentences  []Sentence // in order, cover every token
	Segments   []Segment  // in order, cover every token; each lies in one sentence
	Arcs       []Arc      // of each token
	Quotes     []Quote    // in order
	Mentions   []Mention  // in order of Start, then of End
	Entities   []Entity   // in order of their first mention
	Statements []Statement
	Relations  []Relation
}

// Slice is the text that the span covers.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }
