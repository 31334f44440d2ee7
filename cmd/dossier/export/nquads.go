package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/graph"
)

// The IRIs of the store are relative; in N-Quads they are absolute, below this
// scheme.
const scheme = "dossier:"

// The datatypes of numbers.
const (
	xsdInteger = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDouble  = "http://www.w3.org/2001/XMLSchema#double"
)

// maxInteger bounds the whole numbers that a float64 holds exactly.
const maxInteger = 1 << 53

// WriteNQuads writes quads as N-Quads (w3.org/TR/n-quads), in their order.
func WriteNQuads(w io.Writer, quads iter.Seq2[graph.Quad, error]) error {
	b := bufio.NewWriter(w)
	for q, err := range quads {
		if err != nil {
			return err
		}
		writeIRI(b, string(q.Subject))
		b.WriteByte(' ')
		writeIRI(b, string(q.Predicate))
		b.WriteByte(' ')
		writeTerm(b, q.Object)
		b.WriteByte(' ')
		writeIRI(b, string(q.Label))
		b.WriteString(" .\n")
	}
	return b.Flush()
}

func writeIRI(b *bufio.Writer, iri string) {
	b.WriteByte('<')
	b.WriteString(scheme)
	for _, r := range iri {
		if r <= ' ' || r == 0x7f || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(b, `\u%04X`, r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('>')
}

func writeTerm(b *bufio.Writer, t graph.Term) {
	switch t.Kind {
	case graph.KindID:
		writeIRI(b, string(t.ID))
	case graph.KindNumber:
		if t.Num == math.Trunc(t.Num) && math.Abs(t.Num) < maxInteger {
			fmt.Fprintf(b, `"%d"^^<%s>`, int64(t.Num), xsdInteger)
			return
		}
		fmt.Fprintf(b, `"%s"^^<%s>`, strconv.FormatFloat(t.Num, 'E', -1, 64), xsdDouble)
	default:
		writeString(b, t.Text)
	}
}

func writeString(b *bufio.Writer, s string) {
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
}

// maxLine is the longest line of N-Quads that is read: a quad with the text of a
// whole document.
const maxLine = 64 << 20

// LineError is what is wrong with a line of N-Quads.
type LineError struct {
	Line int // 1-based
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives the cause.
func (e *LineError) Unwrap() error { return e.Err }

// ReadNQuads reads what WriteNQuads wrote, or another program that kept to its
// vocabulary. It ends at the first line that is wrong, with a [*LineError].
func ReadNQuads(r io.Reader) iter.Seq2[graph.Quad, error] {
	return func(yield func(graph.Quad, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		n := 0
		for lines.Scan() {
			n++
			line := strings.TrimSpace(lines.Text())
			if line == "" || line[0] == '#' {
				continue
			}
			q, err := parseQuad(line)
			if err != nil {
				yield(graph.Quad{}, &LineError{n, err})
				return
			}
			if !yield(q, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(graph.Quad{}, &LineError{n + 1, err})
		}
	}
}

// parseQuad reads one statement: subject, predicate, object, label, full stop.
func parseQuad(line string) (graph.Quad, error) {
	var terms [4]graph.Term
	rest := line
	for i := range terms {
		var err error
		if terms[i], rest, err = parseTerm(rest); err != nil {
			return graph.Quad{}, err
		}
		if i != 2 && terms[i].Kind != graph.KindID {
			return graph.Quad{}, errors.New("an IRI is needed as subject, predicate and label")
		}
		rest = strings.TrimLeft(rest, " \t")
	}
	if rest != "." {
		return graph.Quad{}, fmt.Errorf("a full stop is needed after four terms, not %.20q", rest)
	}
	return graph.Quad{Subject: terms[0].ID, Predicate: graph.Predicate(terms[1].ID), Object: terms[2], Label: terms[3].ID}, nil
}

func parseTerm(s string) (graph.Term, string, error) {
	switch {
	case strings.HasPrefix(s, "<"):
		iri, rest, err := parseIRI(s)
		if err != nil {
			return graph.Term{}, "", err
		}
		id, ok := strings.CutPrefix(iri, scheme)
		if !ok {
			return graph.Term{}, "", fmt.Errorf("the IRI <%s> is none of dossier's", iri)
		}
		return graph.Node(graph.ID(id)), rest, nil
	case strings.HasPrefix(s, `"`):
		return parseLiteral(s)
	}
	return graph.Term{}, "", fmt.Errorf("an IRI or a literal is needed, not %.20q", s)
}

func parseIRI(s string) (iri, rest string, err error) {
	end := strings.IndexByte(s, '>')
	if end < 0 || s[0] != '<' {
		return "", "", fmt.Errorf("an IRI is needed, not %.20q", s)
	}
	iri, err = unescape(s[1:end])
	return iri, s[end+1:], err
}

func parseLiteral(s string) (graph.Term, string, error) {
	end := 1
	for end < len(s) && s[end] != '"' {
		if s[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(s) {
		return graph.Term{}, "", errors.New("a literal has no end")
	}
	text, err := unescape(s[1:end])
	if err != nil {
		return graph.Term{}, "", err
	}
	rest, typed := strings.CutPrefix(s[end+1:], "^^")
	if !typed {
		return graph.Text(text), rest, nil
	}
	datatype, rest, err := parseIRI(rest)
	if err != nil {
		return graph.Term{}, "", err
	}
	if datatype != xsdInteger && datatype != xsdDouble {
		return graph.Term{}, "", fmt.Errorf("the datatype <%s> is none of dossier's", datatype)
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return graph.Term{}, "", fmt.Errorf("%q is no number", text)
	}
	return graph.Number(n), rest, nil
}

// unescape undoes ECHAR and UCHAR of the grammar.
func unescape(s string) (string, error) {
	if !strings.Contains(s, `\`) {
		return s, nil
	}
	plain := map[byte]byte{'t': '\t', 'b': '\b', 'n': '\n', 'r': '\r', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\'}
	digits := map[byte]int{'u': 4, 'U': 8}
	var b strings.Builder
	for len(s) > 0 {
		i := strings.IndexByte(s, '\\')
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		if s = s[i+1:]; s == "" {
			return "", errors.New("an escape has no end")
		}
		if c, ok := plain[s[0]]; ok {
			b.WriteByte(c)
			s = s[1:]
			continue
		}
		n := digits[s[0]]
		if n == 0 || len(s) < 1+n {
			return "", fmt.Errorf(`\%.9s is no escape`, s)
		}
		code, err := strconv.ParseUint(s[1:1+n], 16, 32)
		if err != nil || !utf8.ValidRune(rune(code)) {
			return "", fmt.Errorf(`\%s is no character`, s[:1+n])
		}
		b.WriteRune(rune(code))
		s = s[1+n:]
	}
	return b.String(), nil
}
