package queries

import (
	"cmp"
	"slices"
	"strings"

	"dossier/graph"
)

// joining joins the events of a list that are one event, told by several
// documents or several times in one.
type joining struct {
	*asking
	request BetweenRequest
	refs    []graph.Ref // of the list, those of one day together
	given   copies

	day   string
	known map[graph.ID]*account // of the events of that day, nil for what isn't to be given
}

// account is an event with the others that are the same.
type account struct {
	best   *graph.RelationRecord
	others []*graph.RelationRecord // in the order of the list
}

// event is the row of the i-th ref, nil when another stands for it or it isn't
// asked for.
func (j *joining) event(i int) (Row, error) {
	ref := j.refs[i]
	if day := dayOf(ref); j.known == nil || day != j.day {
		j.day, j.known = day, make(map[graph.ID]*account)
	}
	if _, ok := j.known[ref.ID]; !ok {
		if err := j.gather(i); err != nil {
			return nil, err
		}
	}
	t := j.known[ref.ID]
	if t == nil || j.given.again(t.best.Copy) {
		return nil, nil
	}
	row, err := j.relation(t.best)
	if err != nil || len(t.others) == 0 {
		return row, err
	}
	e := row.(EventRow)
	for _, x := range t.others {
		j.given.again(x.Copy)
		also, err := j.alsoIn(x.Ref, x.Copy)
		if err != nil {
			return nil, err
		}
		for _, id := range append([]string{string(x.Document.ID)}, also...) {
			if id != e.Document.ID && !slices.Contains(e.AlsoIn, id) {
				e.AlsoIn = append(e.AlsoIn, id)
			}
		}
	}
	return e, nil
}

// gather reads the i-th event and those after it that may be the same.
func (j *joining) gather(i int) error {
	first := j.refs[i]
	same := make(map[string]*account)
	for _, ref := range j.refs[i:] {
		if dayOf(ref) != j.day {
			break
		}
		if ref.Kind != graph.EventNode || ref.Type != first.Type || ref.Mode != first.Mode {
			continue
		}
		if j.day == "" && ref.ID != first.ID { // nothing tells them to be the same
			break
		}
		x, err := j.Relation(j.ctx, ref.ID)
		if err != nil {
			return err
		}
		j.known[ref.ID] = nil
		if !asks(j.request.Modalities, x.Modality) || j.given.has(x.Copy) {
			continue
		}
		t := &account{best: x}
		if key := occurrence(x); key != "" {
			if before := same[key]; before != nil {
				t = before.with(x)
			}
			same[key] = t
		}
		j.known[t.best.ID] = t
		for _, o := range t.others {
			j.known[o.ID] = nil
		}
	}
	return nil
}

// with is the account with one more, which comes later in the list: the most
// certain stands for all, then that of the newest document.
func (t *account) with(x *graph.RelationRecord) *account {
	all := append([]*graph.RelationRecord{t.best, x}, t.others...)
	slices.SortFunc(all, func(a, b *graph.RelationRecord) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), a.Ref.Compare(b.Ref))
	})
	others := all[1:]
	slices.SortFunc(others, func(a, b *graph.RelationRecord) int { return a.Ref.Compare(b.Ref) })
	return &account{all[0], others}
}

// occurrence is what has to agree of two that are one event: type and mode, who
// does it to whom, when it happened, whether it did, and who claims it. It is ""
// when nothing tells whether another is the same: without a date of its own, or
// with one side only.
func occurrence(x *graph.RelationRecord) string {
	subjects, objects := actors(x.Subject), actors(x.Object)
	both := len(subjects) > 0 && len(objects) > 0 || x.Reciprocal && len(subjects) > 1
	if x.Date == nil || x.Date.Start == "" || !both {
		return ""
	}
	claim := ""
	if c := claimant(x); c != nil {
		claim = "claimed by " + cmp.Or(c.ID, c.Name)
	}
	way := "to"
	if x.Reciprocal {
		way = "with"
	}
	return strings.Join([]string{
		x.Type, x.Mode, x.Modality, claim, x.Date.Start, x.Date.End, strings.Join(subjects, " "), way, strings.Join(objects, " "),
	}, "|")
}

// actors is the IDs of one side, in order.
func actors(ps []graph.Party) []string {
	out := make([]string, len(ps))
	for i := range ps {
		out[i] = string(ps[i].Entity.ID)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
