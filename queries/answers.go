package queries

import "iter"

// Rows is an answer as it is found. It ends with the first error, which comes
// with a zero row.
type Rows[T any] = iter.Seq2[T, error]

// Row is a row of any kind.
type Row interface{ row() }

func (StatementRow) row() {}
func (EventRow) row()     {}
func (FactRow) row()      {}
func (EntityRow) row()    {}
func (DocumentRow) row()  {}

// Partner is somebody that an entity has to do with.
type Partner struct {
	Entity    Entity  `json:"entity"`
	Events    int     `json:"events"`    // asserted ones, distinct
	Intensity float64 `json:"intensity"` // mean of their intensities
}

// Profile is what the store knows of one entity. Its lists are the newest of
// each kind, as many as were asked for.
type Profile struct {
	Schema     string         `json:"schema"`
	Kind       string         `json:"kind"` // "profile"
	Entity     EntityRow      `json:"entity"`
	Roles      []FactRow      `json:"roles"`    // positions, employers, memberships, nationality
	Facts      []FactRow      `json:"facts"`    // all other facts
	Partners   []Partner      `json:"partners"` // whom it has most to do with
	Statements []StatementRow `json:"statements"`
	Events     []EventRow     `json:"events"`
	Documents  []DocumentRow  `json:"documents"` // where it is mentioned
}

// PathRow is one way from an entity to another.
type PathRow struct {
	Schema   string   `json:"schema"`
	Kind     string   `json:"kind"` // "path"
	Hops     int      `json:"hops"`
	Evidence int      `json:"evidence"` // how many statements, events and facts its weakest step rests on
	Nodes    []Entity `json:"nodes"`    // from A to B
	Steps    []Row    `json:"steps"`    // the newest evidence of each step
}

// SentenceRow is one sentence of a document.
type SentenceRow struct {
	Schema   string   `json:"schema"`
	Kind     string   `json:"kind"` // "sentence"
	Sentence string   `json:"sentence"`
	Span     Span     `json:"span"`
	Document Document `json:"document"`
	Carries  []string `json:"carries"` // ids of the statements, events and facts that were read in it
}

// Mark says what some words of the evidence are for.
type Mark struct {
	Role string `json:"role"` // content, cue, speaker, on behalf of, addressee, trigger, subject, object, value, claimed by, date
	Span Span   `json:"span"`
	Text string `json:"text"`
}

// Explanation is what an answer rests on.
type Explanation struct {
	Schema    string        `json:"schema"`
	Kind      string        `json:"kind"` // "explanation"
	Answer    Row           `json:"answer"`
	Claim     string        `json:"claim"`     // id of the statement in which an event or fact is said, "" in the article's own voice
	Marks     []Mark        `json:"marks"`     // of a statement, event or fact, in order of the text
	Sentences []SentenceRow `json:"sentences"` // of a document all, of an entity the newest that name it
}
