package entity

import (
	"strings"

	"dossier/extract/document"
	"dossier/extract/lexicon"
)

// incumbents finds who held the highest offices on the day of an article of the
// country whose head of state or government publishes it. On such a page "the Prime
// Minister" is its own one, whom it need not name, and "Mr Example" is he if nobody
// else of the surname is named.
func (r *reader) incumbents() {
	r.own = nil
	land := r.seat(r.doc.Publisher)
	r.homeland, r.cabinet = land, -1
	if land == "" || !isDay(r.doc.Date) {
		return
	}
	for s := range r.lex.Heads(land) {
		for o := range s.Offices() {
			if o.Country != land || !holds(o, r.doc.Date) || strings.Contains(o.Title, ",") {
				continue
			}
			title := strings.ToLower(o.Title)
			if e, ok := r.own[title]; ok {
				if e >= 0 && !r.sharesPerson(s.Name, r.known[e].Name) {
					r.own[title] = several // on the day of a handover
				}
				continue
			}
			if r.own == nil {
				r.own = make(map[string]int32)
			}
			r.own[title] = r.officeholder(s, o)
		}
	}
}

// seat is the country whose head of state or government a publisher is, "" when it
// is none: the White House, the Prime Minister of Oldland.
func (r *reader) seat(publisher string) string {
	name, _ := cutArticle(publisher)
	if name == "" {
		return ""
	}
	if s, ok := r.sense(name, lexicon.Metonym); ok {
		if s.Detail == "seat" || s.Detail == "government" {
			return s.Country
		}
		return ""
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "Office of "), "the ")
	title, land, ok := strings.Cut(name, " of ")
	if !ok {
		return ""
	}
	w := r.lex.Word(title[strings.LastIndexByte(title, ' ')+1:])
	if !w.Is(lexicon.Role) || !r.lex.Of(title).Has(lexicon.Title) && w.Detail != "head" {
		return ""
	}
	land, _ = cutArticle(land)
	s, ok := r.sense(land, lexicon.Country)
	if !ok {
		return ""
	}
	return s.Country
}

// isDay tells whether a date is given to the day.
func isDay(date string) bool {
	return len(date) >= len("2006-01-02") && date[4] == '-' && date[7] == '-'
}

// officeholder is the person of the lexicon, made when no full name in the article
// is his.
func (r *reader) officeholder(s lexicon.Sense, o lexicon.Office) int32 {
	r.buf = appendKey(r.buf[:0], s.Name)
	key := wordsOf(string(r.buf))
	e := int32(-1)
	for _, x := range r.byWord[surnameOf(key)] {
		if k := &r.known[x]; k.full && (samePersonName(key, k.words) || r.sharesPerson(s.Name, k.Name)) {
			e = x
			break
		}
	}
	if e < 0 {
		e = r.person(s.Name, key)
		r.known[e].Wikidata = s.QID
	}
	k := &r.known[e]
	k.Country = o.Country
	if len(k.roles) < maxRoles {
		k.roles = append(k.roles, role{head: r.headOf(o.Title), detail: "head", title: o.Title})
	}
	return e
}

// called are short for offices, in the labels of turns.
var called = map[string]string{"pm": "prime minister", "vp": "vice president"}

// ownOffice is the holder of an office of the page's own country, -1 when it has none.
func (r *reader) ownOffice(title string) int32 {
	title = strings.ToLower(title)
	if full, ok := called[title]; ok {
		title = full
	}
	if e, ok := r.own[title]; ok && e >= 0 {
		return e
	}
	return -1
}

// byOwnOffice is the page's own holder of the office that a noun group is, -1 when
// it is none of them. The office is written in capitals there.
func (r *reader) byOwnOffice(g nounGroup) int32 {
	if len(r.own) == 0 || !strings.EqualFold(r.text(g.first), "the") || g.head == g.first || !isCapital(r.text(g.head)) || !isCapital(r.text(g.first+1)) {
		return -1
	}
	if w := r.text(g.head + 1); w == "of" || w == "for" {
		return -1 // another's
	}
	return r.ownOffice(r.doc.Text[r.doc.Tokens[g.first+1].Start:r.doc.Tokens[g.head].End])
}

// governs is whose government a name is that is nothing but the noun, on the page of a
// head of government.
func (r *reader) governs(g *group) int32 {
	if g.key != "government" {
		return -1
	}
	return r.ownGovernment()
}

// ownGovernment is what "the Government" is on the page of a head of government: his
// own, and not that of a region which the page names too. It is a body if the page
// names it in one way, else the country; -1 elsewhere.
func (r *reader) ownGovernment() int32 {
	if r.homeland == "" {
		return -1
	}
	if r.cabinet < 0 {
		r.cabinet = r.findGovernment()
	}
	return r.cabinet
}

// ourGovernment resolves "my Government" and "our Government" on the page of a head of
// government, outside the quotations of his guests, and gives the token behind it.
func (r *reader) ourGovernment(t int, subject bool) int {
	if w := r.text(t); r.quoted[t] || !strings.EqualFold(w, "my") && !strings.EqualFold(w, "our") || r.text(t+1) != "Government" {
		return t
	}
	e := r.ownGovernment()
	if e < 0 || r.names[t+1] != 0 {
		return t
	}
	r.add(e, t, t+2, document.Nominal)
	r.note(e, t, subject)
	return t + 2
}

func (r *reader) findGovernment() int32 {
	found := int32(-1)
	for i := range r.known {
		k := &r.known[i]
		if k.Type != document.Organization || len(k.words) < 2 || k.words[len(k.words)-1] != "government" {
			continue
		}
		switch land := r.ruled(k); {
		case land == r.homeland:
			return int32(i) // Oldland Government
		case land != "":
		case found == -1:
			found = int32(i)
		default:
			found = several
		}
	}
	if found >= 0 {
		return found
	}
	if c, ok := r.lex.Country(r.homeland); ok {
		return r.country(c)
	}
	return -1
}

// ruled is the country or the region whose government a name says that it is, "" when
// it says another thing: the Example Government.
func (r *reader) ruled(k *known) string {
	name := k.Name[:max(0, strings.LastIndexByte(k.Name, ' '))]
	for s := range r.lex.Senses(name) {
		switch {
		case s.Kind.Has(lexicon.Country | lexicon.Adjective):
			return s.Country
		case s.Kind.Has(lexicon.Place):
			return name
		}
	}
	if lexicon.Capitals(name) || provinces[strings.ToLower(name)] {
		return name // NSW
	}
	return ""
}

// provinces are words for governments below that of the state.
var provinces = set("state", "territory", "local", "provincial", "regional", "city")
