package export

import (
	"bufio"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"dossier/queries"

	"golang.org/x/text/language"
)

// followTheMoney writes FollowTheMoney entities, one JSON object a line
// (followthemoney.tech/explorer). Persons, organisations and states become
// Person, Organization and PublicBody, articles Article; facts become
// Membership, Employment and Family where those fit, everything else between two
// entities UnknownLink with the type as its role and the sentence as its
// summary, and the article as proof. Works and things of no known type have no
// schema there, and stay out.
//
// Entities are kept until the end, since facts without an object (a title, a day
// of birth) are properties of the entity there.
type followTheMoney struct {
	w        *bufio.Writer
	encoder  *json.Encoder
	entities []ftmEntity
	index    map[string]int // into entities, by our id
}

// ftmEntity is one entity as FollowTheMoney exchanges them.
type ftmEntity struct {
	ID         string     `json:"id"`
	Schema     string     `json:"schema"`
	Properties properties `json:"properties"` // sorted by encoding/json
}

type properties map[string][]string

func newFollowTheMoney(w *bufio.Writer) *followTheMoney {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return &followTheMoney{w: w, encoder: e, index: map[string]int{}}
}

// ftmSchemata says which schema stands for which type of entity.
func ftmSchemata() map[string]string {
	return map[string]string{
		"person": "Person", "organization": "Organization", "country": "PublicBody",
		"group": "LegalEntity", "place": "Address", "event": "Event",
	}
}

// Write writes a row.
func (f *followTheMoney) Write(row any) error {
	switch r := row.(type) {
	case queries.DocumentRow:
		return f.put(ftmEntity{ftmID(r.ID), "Article", properties{
			"name": {r.Title}, "title": {r.Title}, "publisher": {r.Publisher},
			"sourceUrl": {r.URL}, "publishedAt": {r.Date}, "language": {"eng"},
		}})
	case queries.EntityRow:
		f.entity(r)
	case queries.EventRow:
		if r.Modality != "asserted" {
			return nil
		}
		p := f.evidence(r.ID, r.Sentence, r.Document, r.AlsoIn)
		if r.Date != nil {
			p["startDate"], p["endDate"] = []string{r.Date.Start}, []string{r.Date.End}
		}
		return f.link("UnknownLink", "subject", r.Subject, "object", r.Object, r.ID, r.Type, p)
	case queries.FactRow:
		return f.fact(r)
	case queries.StatementRow:
		if r.Speaker == nil {
			return nil
		}
		p := f.evidence(r.ID, r.Text, r.Document, r.AlsoIn)
		p["date"] = []string{r.Date}
		return f.link("UnknownLink", "subject", []queries.Entity{r.Speaker.Entity}, "object", r.About, r.ID, "said about", p)
	}
	return nil
}

// Close writes the entities.
func (f *followTheMoney) Close() error {
	for _, e := range f.entities {
		if err := f.put(e); err != nil {
			return err
		}
	}
	return f.w.Flush()
}

// put writes an entity with those of its properties that have a value.
func (f *followTheMoney) put(e ftmEntity) error {
	some := properties{}
	for name, values := range e.Properties {
		for _, v := range values {
			if v != "" && !slices.Contains(some[name], v) {
				some[name] = append(some[name], v)
			}
		}
	}
	e.Properties = some
	return f.encoder.Encode(e)
}

// ftmID is an id as FollowTheMoney wants it: letters, digits, dots and dashes.
func ftmID(id string) string {
	sum := sha1.Sum([]byte("dossier\x00" + id))
	return "dossier-" + hex.EncodeToString(sum[:])
}

func (f *followTheMoney) entity(r queries.EntityRow) {
	schema, ok := ftmSchemata()[r.Type]
	if !ok {
		return
	}
	p := properties{"name": {r.Name}, "alias": r.Aliases, "country": {alpha2(r.Country)}, "wikidataId": {r.Wikidata}}
	if schema == "Address" {
		p["full"] = []string{r.Name}
	}
	f.index[r.ID] = len(f.entities)
	f.entities = append(f.entities, ftmEntity{ftmID(r.ID), schema, p})
}

// schemaOf is the schema of an entity that was written, or "".
func (f *followTheMoney) schemaOf(e *queries.Entity) string {
	if i, ok := f.index[e.ID]; ok {
		return f.entities[i].Schema
	}
	return ""
}

// alpha2 is the code by which FollowTheMoney knows a country: ISO 3166-1
// alpha-2, in lower case.
func alpha2(alpha3 string) string {
	region, err := language.ParseRegion(alpha3)
	if err != nil || !region.IsCountry() {
		return ""
	}
	code := strings.ToLower(region.String())
	if len(code) != 2 {
		return ""
	}
	return code
}

func (f *followTheMoney) evidence(id, summary string, d queries.Document, alsoIn []string) properties {
	proof := []string{ftmID(d.ID)}
	for _, other := range alsoIn {
		proof = append(proof, ftmID(other))
	}
	return properties{
		"recordId": {id}, "summary": {summary}, "publisher": {d.Publisher}, "sourceUrl": {d.URL}, "proof": proof,
	}
}

// link writes an entity that connects those on the one side with those on the
// other, if there are any on both.
func (f *followTheMoney) link(schema, fromProperty string, from []queries.Entity, toProperty string, to []queries.Entity, id, role string, p properties) error {
	p[fromProperty], p[toProperty] = f.refs(from), f.refs(to)
	if len(p[fromProperty]) == 0 || len(p[toProperty]) == 0 {
		return nil
	}
	if schema != "Family" { // which alone is no Interest there, and has no role
		p["role"] = []string{role}
	}
	return f.put(ftmEntity{ftmID(id), schema, p})
}

func (f *followTheMoney) refs(es []queries.Entity) []string {
	var ids []string
	for _, e := range es {
		if _, ok := f.index[e.ID]; ok {
			ids = append(ids, ftmID(e.ID))
		}
	}
	return ids
}

// ftmLink says how a type of fact is written: the schema, the properties for its
// two ends, and the schemata that FollowTheMoney allows there.
type ftmLink struct {
	schema              string
	subject, object     string
	subjectIs, objectIs []string
}

func ftmLinks() map[string]ftmLink {
	anybody := []string{"Person", "Organization", "PublicBody", "LegalEntity"}
	bodies := []string{"Organization", "PublicBody"}
	person := []string{"Person"}
	membership := ftmLink{"Membership", "member", "organization", anybody, bodies}
	employment := ftmLink{"Employment", "employee", "employer", person, bodies}
	family := ftmLink{"Family", "person", "relative", person, person}
	return map[string]ftmLink{
		"member_of": membership, "political_party": membership,
		"employer": employment, "position_held": employment,
		"spouse": family, "sibling": family, "child_of": family, "parent_of": family,
	}
}

// ftmRelatives says what the object of a fact is to its subject, which is how
// FollowTheMoney names a kinship.
func ftmRelatives() map[string]string {
	return map[string]string{"spouse": "spouse", "sibling": "sibling", "child_of": "parent", "parent_of": "child"}
}

// ftmValues says which property of a person a fact without an object is.
func ftmValues() map[string]string {
	return map[string]string{"position_held": "position", "born_on": "birthDate", "died_on": "deathDate"}
}

func (f *followTheMoney) fact(r queries.FactRow) error {
	if r.Modality != "asserted" || r.Subject == nil {
		return nil
	}
	if name := ftmValues()[r.Type]; name != "" && f.schemaOf(r.Subject) == "Person" {
		p := f.entities[f.index[r.Subject.ID]].Properties
		p[name] = append(p[name], r.Value)
	}
	if r.Object == nil {
		return nil
	}
	l, ok := ftmLinks()[r.Type]
	if !ok || !slices.Contains(l.subjectIs, f.schemaOf(r.Subject)) || !slices.Contains(l.objectIs, f.schemaOf(r.Object)) {
		l = ftmLink{schema: "UnknownLink", subject: "subject", object: "object"}
	}
	role := r.Value
	if role == "" {
		role = strings.ReplaceAll(r.Type, "_", " ")
	}
	p := f.evidence(r.ID, r.Sentence, r.Document, r.AlsoIn)
	p["startDate"], p["endDate"] = []string{r.Valid.Start}, []string{r.Valid.End}
	if l.schema == "Family" {
		p["relationship"] = []string{ftmRelatives()[r.Type]}
	}
	return f.link(l.schema, l.subject, []queries.Entity{*r.Subject}, l.object, []queries.Entity{*r.Object}, r.ID, role, p)
}
