package graph

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// rank is where a subject stands among those that have the same object by the
// same predicate: subjects with a [Ref] sort newest first, those of one document
// together, in the order of its text. It is what [Ref.Compare] goes by, but for
// documents of one day whose hashes begin alike, so that the newest of a hub are
// found without looking at the others.
type rank struct {
	// Of the document: the day, counted backwards, and the first half of the
	// hash.
	document uint64
	position uint64 // see [Ref]
}

// The first byte of a rank in a key tells whether it is one.
const (
	unranked = 0
	isRanked = 1
)

// rankOf is the rank of a subject, ok is false for one that has none.
func rankOf(id ID) (r rank, ok bool) {
	ref, ok := ParseRef(id)
	if !ok || ref.Position < 0 {
		return rank{}, false
	}
	var half [hashLen / 4]byte
	if _, err := hex.Decode(half[:], []byte(ref.Hash[:hashLen/2])); err != nil {
		return rank{}, false // a hash that no document has
	}
	return rank{rankOfDay(ref.Day) | uint64(binary.BigEndian.Uint32(half[:])), uint64(ref.Position)}, true
}

// dayNumber is a day as a number, 0 when it is unknown.
func dayNumber(iso string) uint64 {
	day, err := strconv.ParseUint(strings.ReplaceAll(iso, "-", ""), 10, 32)
	if err != nil {
		return 0
	}
	return day
}

// dayOf is the day of a number, ISO 8601.
func dayOf(number uint64) string { return isoDay(fmt.Sprintf("%08d", number)) }

// rankOfDay is where the ranks of a day begin; unknown days come last.
func rankOfDay(iso string) uint64 { return (math.MaxUint32 - dayNumber(iso)) << 32 }

// aDay is how far the ranks of one day of the calendar are from those of the day
// before it.
const aDay = 1 << 32

// day is the day of a rank, as [Ref] has it.
func (r rank) day() string { return dayOf(math.MaxUint32 - r.document>>32) }

// before tells whether a rank comes before another.
func (r rank) before(o rank) bool {
	return r.document < o.document || r.document == o.document && r.position < o.position
}

// stretch is the ranks of some documents, both ends included.
type stretch struct{ first, last uint64 }

// always is the stretch of all ranks.
var always = stretch{0, math.MaxUint64}

// between is the ranks of the days from since until until, both included. An
// empty end is open; with both open the unknown days are among them.
func between(since, until string) stretch {
	s := always
	if since != "" || until != "" {
		s.last = rankOfDay("") - 1
	}
	if until != "" {
		s.first = rankOfDay(until)
	}
	if since != "" {
		s.last = rankOfDay(since) + aDay - 1
	}
	return s
}

// appendRank appends the rank of a subject to a key, such that keys sort as
// their ranks do.
func appendRank(k []byte, subject ID) []byte {
	r, ok := rankOf(subject)
	if !ok {
		return append(k, unranked)
	}
	return r.appendTo(k)
}

func (r rank) appendTo(k []byte) []byte {
	return appendNumber(binary.BigEndian.AppendUint64(append(k, isRanked), r.document), r.position)
}

// cutRank takes a rank off a key; ranked is false when it says that there is
// none.
func cutRank(k []byte) (r rank, ranked bool, rest []byte, ok bool) {
	if len(k) > 0 && k[0] == unranked {
		return rank{}, false, k[1:], true
	}
	if len(k) < 1+8 || k[0] != isRanked {
		return rank{}, false, nil, false
	}
	r.document = binary.BigEndian.Uint64(k[1:])
	r.position, rest, ok = cutNumber(k[1+8:])
	return r, true, rest, ok
}
