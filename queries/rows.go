// Package queries answers the questions that people ask of a store: one file a
// question, a typed request in and typed rows out, each row with its evidence.
package queries

// Schema names the version of the rows; no field changes its meaning without a
// new one.
const Schema = "dossier/1"

// Entity is a reference to somebody or something in a row.
type Entity struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Type    string `json:"type"`
	Country string `json:"country"` // ISO 3166-1 alpha-3, "" when none
}

// Document is a reference to the document that a row was read in.
type Document struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Date      string `json:"date"` // ISO 8601 day, "" when unknown
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
}

// Span is [start, end) in Unicode code points of the document's text.
type Span [2]int

// Speaker is who says something.
type Speaker struct {
	Entity
	Plural bool `json:"plural,omitempty"` // several whom nobody names: "officials"
}

// StatementRow is one statement.
type StatementRow struct {
	Schema     string   `json:"schema"`
	Kind       string   `json:"kind"` // "statement"
	ID         string   `json:"id"`
	Type       string   `json:"type"` // direct, indirect, mixed; none: asked, and declined to answer
	Speaker    *Speaker `json:"speaker"`
	Addressee  *Entity  `json:"addressee"`
	About      []Entity `json:"about"`
	Text       string   `json:"text"`
	Cue        string   `json:"cue"`
	Negated    bool     `json:"negated"`
	Date       string   `json:"date"`
	DateFrom   string   `json:"date_from"` // publication, or "" when the date is unknown
	Sentence   string   `json:"sentence"`
	Span       []Span   `json:"span"`
	Document   Document `json:"document"`
	AlsoIn     []string `json:"also_in"` // documents that carry the same statement
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence"`   // of how many like this one are right, 0 to 1
	Class      string   `json:"class"`        // what kind of act it is: say, ask, promise, think
	Stance     string   `json:"stance"`       // how far the cue vouches for it: neutral, doubting, factive
	Joint      []Entity `json:"joint"`        // who said it together with the speaker
	OnBehalfOf *Entity  `json:"on_behalf_of"` // for whom the speaker speaks
	AlsoBy     []string `json:"also_by"`      // who published the documents of also_in, each once
	Before     string   `json:"before"`       // the sentences before the words, as many as were asked for
	After      string   `json:"after"`
	ToldBy     *Speaker `json:"told_by"` // in whose statement it is told, null when the article itself tells it
}

// Period is a stretch of days, both ends included.
type Period struct {
	Start     string `json:"start"`
	End       string `json:"end"`
	Precision string `json:"precision"` // day, month, year
}

// EventRow is one event.
type EventRow struct {
	Schema     string   `json:"schema"`
	Kind       string   `json:"kind"` // "event"
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Mode       string   `json:"mode"`
	Context    []string `json:"context"`
	Subject    []Entity `json:"subject"`
	Object     []Entity `json:"object"`
	Reciprocal bool     `json:"reciprocal"`
	Quad       int      `json:"quad"`
	Intensity  float64  `json:"intensity"`
	Modality   string   `json:"modality"`
	ClaimedBy  *Entity  `json:"claimed_by"`
	Date       *Period  `json:"date"`
	Trigger    string   `json:"trigger"`
	Sentence   string   `json:"sentence"`
	Span       []Span   `json:"span"`
	Document   Document `json:"document"`
	AlsoIn     []string `json:"also_in"`
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence"`
}

// Validity is the time during which a fact holds; an empty end is open.
type Validity struct {
	Start string `json:"start"`
	End   string `json:"end"`
}

// FactRow is one lasting property.
type FactRow struct {
	Schema     string   `json:"schema"`
	Kind       string   `json:"kind"` // "fact"
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Subject    *Entity  `json:"subject"`
	Object     *Entity  `json:"object"`
	Value      string   `json:"value"`
	Valid      Validity `json:"valid"`
	Modality   string   `json:"modality"`
	ClaimedBy  *Entity  `json:"claimed_by"`
	Sentence   string   `json:"sentence"`
	Span       []Span   `json:"span"`
	Document   Document `json:"document"`
	AlsoIn     []string `json:"also_in"`
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence"`
}

// EntityRow is one entity of the store.
type EntityRow struct {
	Schema    string   `json:"schema"`
	Kind      string   `json:"kind"` // "entity"
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Type      string   `json:"type"`
	Country   string   `json:"country"`
	Wikidata  string   `json:"wikidata"`
	Aliases   []string `json:"aliases"`
	Mentions  int      `json:"mentions"`
	Documents int      `json:"documents"`
}

// SpeakerRow is somebody who says something, with how much that is. A statement
// counts once however many documents carry it.
type SpeakerRow struct {
	Schema     string `json:"schema"`
	Kind       string `json:"kind"` // "speaker"
	ID         string `json:"id"`   // "" of somebody whom nobody names
	Name       string `json:"name"`
	Type       string `json:"type"`
	Country    string `json:"country"`
	Statements int    `json:"statements"`
	Direct     int    `json:"direct"`
	Indirect   int    `json:"indirect"`
	Mixed      int    `json:"mixed"`
	None       int    `json:"none"`      // refusals to answer
	Documents  int    `json:"documents"` // in which the statements stand, copies included
	First      string `json:"first"`     // day of the oldest, "" when none has a date
	Last       string `json:"last"`
}

// DocumentRow is one document of the store.
type DocumentRow struct {
	Schema     string `json:"schema"`
	Kind       string `json:"kind"` // "document"
	ID         string `json:"id"`
	Title      string `json:"title"`
	Date       string `json:"date"`
	Publisher  string `json:"publisher"`
	URL        string `json:"url"`
	Words      int    `json:"words"`
	Statements int    `json:"statements"`
	Events     int    `json:"events"`
	Facts      int    `json:"facts"`
}

// PairRow is the index of two entities over a stretch of time. It counts
// asserted events only, each once however many documents carry it.
type PairRow struct {
	Schema              string  `json:"schema"`
	Kind                string  `json:"kind"` // "pair"
	A                   Entity  `json:"a"`
	B                   Entity  `json:"b"`
	From                string  `json:"from"`
	To                  string  `json:"to"`
	Events              int     `json:"events"`
	VerbalCooperation   int     `json:"verbal_cooperation"`
	MaterialCooperation int     `json:"material_cooperation"`
	VerbalConflict      int     `json:"verbal_conflict"`
	MaterialConflict    int     `json:"material_conflict"`
	IntensitySum        float64 `json:"intensity_sum"`
	IntensityMean       float64 `json:"intensity_mean"`
	Documents           int     `json:"documents"`
}
