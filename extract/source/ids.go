package source

import "hash/maphash"

// ids remembers which ids the inputs gave to which texts, as hashes: about 50
// bytes an id. That two of ten million ids fall on one hash has a chance of one
// in 300,000.
type ids struct {
	seed  maphash.Seed
	seen  map[uint64]use
	paths []string // that gave ids, in order
}

// use is where an id was given first, and to what.
type use struct {
	text       uint64 // hash
	path, line uint32 // path is an index into ids.paths
}

// add remembers that an id was given to a text at a line of a path, unless it
// was given before; then known is true, with the place of that and whether the
// text was the same. An empty id is never known.
func (s *ids) add(id, text, path string, line int) (first string, same, known bool) {
	if id == "" {
		return "", false, false
	}
	if s.seen == nil {
		s.seed, s.seen = maphash.MakeSeed(), map[uint64]use{}
	}
	key, hash := maphash.String(s.seed, id), maphash.String(s.seed, text)
	if u, known := s.seen[key]; known {
		return where(s.paths[u.path], int(u.line)), u.text == hash, true
	}
	if n := len(s.paths); n == 0 || s.paths[n-1] != path {
		s.paths = append(s.paths, path)
	}
	s.seen[key] = use{hash, uint32(len(s.paths) - 1), uint32(line)}
	return "", false, false
}
