package lexicon

import (
	"fmt"
	"strings"
)

// recordKinds are the names of records in a part, with what their phrases are.
// Those without a record of their own (given names, surnames) hold only
// aliases, and their phrases have kinds but no senses.
var recordKinds = map[string]struct {
	kind   Kind
	record bool
}{
	"country":    {Country, true},
	"adjective":  {Adjective, true},
	"people":     {People, true},
	"metonym":    {Metonym, true},
	"weak":       {WeakMetonym, true},
	"capital":    {Capital, true},
	"city":       {City, true},
	"town":       {Town, true},
	"region":     {Region, true},
	"feature":    {Feature, true},
	"org":        {Organization, true},
	"leader":     {Leader, true},
	"politician": {Politician, true},
	"title":      {Title, true},
	"female":     {Given | Female, false},
	"male":       {Given | Male, false},
	"given":      {Given, false},
	"surname":    {Surname, false},
}

// columns of a record.
const (
	colKind = iota
	colName
	colAliases
	colCountry
	colQID
	colDetail
	colExtra
	columns
)

// split cuts a record into its columns; missing ones are empty.
func split(line string) (c [columns]string) {
	for i := range columns - 1 {
		var found bool
		c[i], line, found = strings.Cut(line, "\t")
		if !found {
			return c
		}
	}
	c[columns-1] = line
	return c
}

// headOffice is in the kinds of the highest offices: head_of_state, head_of_government,
// and those of their deputies.
const headOffice = "head_of_"

// load indexes the records of the parts; the first part's senses come first.
func load(parts []Part) (*Lexicon, error) {
	size, keys := 0, 0
	for _, p := range parts {
		size += len(p.Records)
		keys += p.Keys
	}
	if size > maxRecords {
		return nil, fmt.Errorf("lexicon: %d bytes of records are more than the %d allowed", size, maxRecords)
	}
	l := &Lexicon{countries: make(map[string]uint32, 512), heads: make(map[string][]uint32, 512)}
	x := &indexer{entries: make([]entry, 0, min(keys, size))}
	kept := make([]byte, 0, size)
	// The last reference added is the first that a look-up sees.
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		var err error
		if kept, err = l.index(x, string(p.Records), kept); err != nil {
			return nil, fmt.Errorf("lexicon: part %s: %w", p.Name, err)
		}
	}
	l.blob = string(kept)
	l.names = x.fill(min(keys, size))
	return l, nil
}

// index adds the phrases of records, the last record first, and appends to kept
// what senses are read from: records without their aliases.
func (l *Lexicon) index(x *indexer, records string, kept []byte) ([]byte, error) {
	for records != "" {
		records = strings.TrimSuffix(records, "\n")
		line := records[strings.LastIndexByte(records, '\n')+1:]
		records = records[:len(records)-len(line)]
		c := split(line)
		k, ok := recordKinds[c[colKind]]
		if !ok {
			return nil, fmt.Errorf("unknown kind of record %q", c[colKind])
		}
		at := noRecord
		if k.record {
			at = uint32(len(kept))
			kept = keep(kept, c)
			if code := c[colCountry]; c[colKind] == "country" || c[colKind] == "org" && c[colExtra] == "" && isUnion(code) {
				l.countries[strings.Clone(code)] = at
			}
			if code := c[colCountry]; k.kind == Leader && strings.Contains(c[colExtra], headOffice) {
				l.heads[strings.Clone(code)] = append(l.heads[code], at)
			}
			x.phrase(c[colName], k.kind, at)
			if a := c[colExtra]; k.kind == Organization && a != "" {
				x.add(a, Acronym, at)
			}
		}
		for rest := c[colAliases]; rest != ""; {
			var alias string
			alias, rest, _ = strings.Cut(rest, "|")
			x.phrase(alias, k.kind, at)
		}
	}
	return kept, nil
}

// keep appends a record without its aliases.
func keep(b []byte, c [columns]string) []byte {
	c[colAliases] = ""
	for i, s := range c {
		if i > 0 {
			b = append(b, '\t')
		}
		b = append(b, s...)
	}
	return append(b, '\n')
}

func (x *indexer) phrase(s string, kind Kind, at uint32) {
	if s == "" {
		return
	}
	if kind.Has(Person) && strings.IndexByte(s, ' ') < 0 {
		kind |= Short
	}
	x.add(s, kind, at)
}

// isUnion tells whether a code stands for a body of states that the pack lists
// among the countries.
func isUnion(code string) bool { return code == "EUE" || code == "UNO" }

// sense reads the record of a reference.
func (l *Lexicon) sense(r ref) Sense {
	line := l.blob[r.at:]
	if n := strings.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	c := split(line)
	return Sense{Kind: r.kind, Name: c[colName], Country: c[colCountry], QID: c[colQID], Detail: c[colDetail], extra: c[colExtra]}
}
