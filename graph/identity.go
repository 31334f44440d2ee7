package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"dossier/extract/document"
)

// The kinds of node, which are the first part of their IDs. An entity's kind is
// its type, but for an entity that is an event (a cup, a war): that is an
// occasion, told from the events that were read.
const (
	DocumentNode  = "document"
	ListingNode   = "listing"
	MentionNode   = "mention"
	StatementNode = "statement"
	EventNode     = "event"
	FactNode      = "fact"
	PairNode      = "pair"
	occasion      = "occasion"
)

// kindOfEntity is the first part of the IDs of entities of a type.
func kindOfEntity(t document.EntityType) string {
	switch t {
	case document.Event:
		return occasion
	case "":
		return string(document.Other)
	}
	return string(t)
}

// EntityType is the type that the ID of an entity tells; ok is false when it is
// the ID of something else.
func EntityType(id ID) (t document.EntityType, ok bool) {
	kind, _, _ := strings.Cut(string(id), "/")
	for _, t := range EntityTypes() {
		if kindOfEntity(t) == kind {
			return t, true
		}
	}
	return "", false
}

// EntityTypes are the types of entity.
func EntityTypes() []document.EntityType {
	return []document.EntityType{
		document.Person, document.Organization, document.Country, document.Place,
		document.Group, document.Event, document.Work, document.Other,
	}
}

// Catalogue is the node by which all listings are found.
const Catalogue ID = "catalogue"

// hashLen is how many hexadecimal digits of a SHA-256 name a document: 64 bits,
// so that among ten million documents two share a name with a chance of three
// in a million.
const hashLen = 16

func hashOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))[:hashLen]
}

// DocumentID names a document by what stays the same when it is updated: its
// URL, else the ID that its source gave it, else its text. Neither where it lay
// nor when it was read has a part in it.
func DocumentID(a *document.Article) ID { return DocumentNode + "/" + ID(documentHash(a)) }

func documentHash(a *document.Article) string {
	switch {
	case a.URL != "":
		return hashOf("url", a.URL)
	case a.ID != "":
		return hashOf("id", a.ID)
	}
	return hashOf("text", a.Text)
}

// EntityID names an entity, so that two documents that name the same one meet
// in one node: a country by its ISO 3166-1 code (country/RUS), what is known
// for certain by its Wikidata item (person/Q7747), anything else by its folded
// name (person/carl-schuster).
func EntityID(e *document.Entity) ID {
	kind := kindOfEntity(e.Type)
	switch {
	case e.Type == document.Country && e.Country != "":
		return CountryID(e.Country)
	case e.Wikidata != "":
		return ID(kind + "/" + e.Wikidata)
	}
	return ID(kind + "/" + slug(e.Name))
}

// CountryID is the node of a country by its ISO 3166-1 alpha-3 code.
func CountryID(code string) ID { return ID(kindOfEntity(document.Country) + "/" + code) }

// slugMost bounds the length of a slug, in bytes.
const slugMost = 80

// slug is a folded name fit for an ID. One that is too long, or that has
// neither letter nor digit, is told from others by a hash.
func slug(name string) string {
	s := strings.ReplaceAll(Fold(name), " ", "-")
	switch {
	case s == "":
		return "x-" + hashOf(name)
	case len(s) > slugMost:
		return strings.ToValidUTF8(s[:slugMost-hashLen-1], "") + "-" + hashOf(name)
	}
	return s
}

// undated stands in an ID for a day that isn't known; it sorts before all days.
const undated = "00000000"

// compactDay is a day as IDs hold it, undated when it is none.
func compactDay(iso string) string {
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return undated
	}
	return strings.ReplaceAll(iso, "-", "")
}

// isoDay is the day of a compact one, "" for undated.
func isoDay(compact string) string {
	if len(compact) != len(undated) || compact == undated {
		return ""
	}
	return compact[:4] + "-" + compact[4:6] + "-" + compact[6:]
}

// Ref is what the ID of a listing, a mention, a statement, an event or a fact
// tells without asking the store. Its parts stand in the ID in this order, so
// that a hub's evidence can be put in order, cut to some days and counted by
// its IDs alone.
type Ref struct {
	Kind     string
	Day      string // of publication, ISO 8601, "" when unknown
	Hash     string // of the document
	Position int    // byte of the text where its words begin
	Count    int    // of a mention: how often the document names the entity
	Type     string // of an event or fact
	Mode     string // of an event
	Happened string // of an event: the first day of its date, or that of publication; "" when unknown
	ID       ID
}

// Document is the document in which it was read.
func (r Ref) Document() ID { return DocumentNode + "/" + ID(r.Hash) }

// Compare orders newest first: by day, the undated last, then by document, by
// position and by ID.
func (r Ref) Compare(o Ref) int {
	return cmp.Or(
		strings.Compare(o.Day, r.Day),
		strings.Compare(r.Hash, o.Hash),
		cmp.Compare(r.Position, o.Position),
		strings.Compare(string(r.ID), string(o.ID)),
	)
}

// ParseRef takes an ID apart; ok is false when it isn't of a kind that has a
// [Ref].
func ParseRef(id ID) (r Ref, ok bool) {
	kind, rest, _ := strings.Cut(string(id), "/")
	day, rest, _ := strings.Cut(rest, "/")
	hash, rest, _ := strings.Cut(rest, "/")
	if len(day) != len(undated) || len(hash) != hashLen {
		return Ref{}, false
	}
	r = Ref{Kind: kind, Day: isoDay(day), Hash: hash, ID: id}
	if kind == ListingNode {
		return r, rest == ""
	}
	place, rest, _ := strings.Cut(rest, "/")
	place, _, _ = strings.Cut(place, ".")
	var err error
	if r.Position, err = strconv.Atoi(place); err != nil {
		return Ref{}, false
	}
	what, happened, dated := strings.Cut(rest, "/")
	switch kind {
	case MentionNode:
		entity := strings.LastIndexByte(rest, '/')
		r.Count, err = strconv.Atoi(rest[entity+1:])
		return r, err == nil
	case StatementNode:
		return r, rest == ""
	case EventNode, FactNode:
		r.Type, r.Mode, _ = strings.Cut(what, ".")
		if r.Happened = r.Day; dated {
			r.Happened = isoDay(happened)
		}
		return r, r.Type != ""
	}
	return Ref{}, false
}

// ids makes the IDs of one document's nodes. Two that would be the same are
// told apart by the order in which they are asked for.
type ids struct {
	day, hash string
	seen      map[string]int
}

func (m *ids) node(kind string, position int, rest ...string) ID {
	head := kind + "/" + m.day + "/" + m.hash + "/" + strconv.Itoa(position)
	tail := strings.Join(append([]string{""}, rest...), "/")
	m.seen[head+tail]++
	if n := m.seen[head+tail]; n > 1 {
		head += "." + strconv.Itoa(n)
	}
	return ID(head + tail)
}

func (m *ids) event(position int, r *document.Relation) ID {
	what := r.Type
	if r.Mode != "" {
		what += "." + r.Mode
	}
	if r.Date != nil {
		if day := compactDay(r.Date.Start); day != m.day {
			return m.node(EventNode, position, what, day)
		}
	}
	return m.node(EventNode, position, what)
}

// PairID names two entities of which the first acts on the second, or speaks
// about it.
func PairID(a, b ID) ID { return PairNode + "/" + a + "/" + b }

// NameIDs is the IDs that an entity of that name can have when nothing but the
// name is known of it.
func NameIDs(name string) []ID {
	types := EntityTypes()
	out := make([]ID, len(types))
	for i, t := range types {
		out[i] = ID(kindOfEntity(t) + "/" + slug(name))
	}
	return out
}
