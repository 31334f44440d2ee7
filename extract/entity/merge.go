package entity

import "dossier/extract/document"

// merge makes one entity of those that turned out to be the same: two names of
// one Wikidata item, as Daesh and Islamic State are.
func (r *reader) merge() {
	var same map[int32]int32
	items := make(map[string]int32, len(r.known))
	for i := range r.known {
		k := &r.known[i]
		if k.Wikidata == "" || k.Type != document.Person && k.Type != document.Organization {
			continue
		}
		first, ok := items[k.Wikidata]
		if !ok {
			items[k.Wikidata] = int32(i)
			continue
		}
		to := &r.known[first]
		if to.Type != k.Type {
			continue
		}
		if same == nil {
			same = make(map[int32]int32)
		}
		same[int32(i)] = first
		if k.full && !to.full || k.Type == document.Organization && len(k.words) > len(to.words) {
			to.Name, to.words, to.full = k.Name, k.words, k.full
		}
		if to.Country == "" {
			to.Country = k.Country
		}
		to.roles = append(to.roles, k.roles[:min(len(k.roles), maxRoles-min(maxRoles, len(to.roles)))]...)
	}
	if same == nil {
		return
	}
	for _, ms := range [][]document.Mention{r.doc.Mentions, r.added} {
		for i := range ms {
			if e, ok := same[int32(ms[i].Entity)]; ok {
				ms[i].Entity = int(e)
			}
		}
	}
}
