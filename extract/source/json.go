package source

import (
	"bufio"
	"errors"
	"io"
)

// json reads the objects of a JSON input, an article each: one of them, an array
// of them, or several in a row. It looks for the braces that match, so that an
// object with an error in it does not cost the next one.
func (r *reader) json(path string, in io.Reader) bool {
	o := objects{in: bufio.NewReaderSize(in, 64<<10), line: 1, limit: r.options.MaxBytes}
	for objects := 0; ; objects++ {
		data, line, size, err := o.next()
		switch {
		case err == io.EOF:
			return objects > 0 || r.empty(path)
		case errors.Is(err, errStray):
			if !r.fail(path, line, err, "write an object, or an array of objects, with an \"id\" and a \"text\" each") {
				return false
			}
		case err != nil:
			return r.broken(path, line, err)
		case size > r.options.MaxBytes:
			if !r.longRecord(path, line, "an object", size) {
				return false
			}
		case !r.record(path, line, data):
			return false
		}
	}
}

// errStray is something between two objects that is no white space, comma or
// bracket.
var errStray = errors.New("is no JSON object")

// objects cuts a stream into JSON objects.
type objects struct {
	in    *bufio.Reader
	buf   []byte
	line  int // where in is
	limit int64
}

// next gives the next object with the line on which it begins and its size. Of
// one that is larger than the limit only the beginning is kept. What stands
// between objects is passed over and is errStray, once.
func (o *objects) next() (data []byte, line int, size int64, err error) {
	o.buf = o.buf[:0]
	depth, quoted, escaped, stray := 0, false, false, 0
	for {
		b, err := o.in.ReadByte()
		if err == io.EOF && depth > 0 { // cut off: the parser says where
			return o.buf, line, size, nil
		}
		if err == io.EOF && stray > 0 {
			return nil, stray, 0, errStray
		}
		if err != nil {
			return nil, o.line, 0, err
		}
		if b == '\n' {
			o.line++
		}
		if depth == 0 {
			switch b {
			case ' ', '\t', '\r', '\n', ',', '[', ']':
				continue
			case '{':
				if stray > 0 {
					o.in.UnreadByte() // was just read: can't fail
					return nil, stray, 0, errStray
				}
				line = o.line
			default:
				if stray == 0 {
					stray = o.line
				}
				continue
			}
		}
		if size++; size <= o.limit {
			o.buf = append(o.buf, b)
		}
		switch {
		case escaped:
			escaped = false
		case quoted && b == '\\':
			escaped = true
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{', b == '[':
			depth++
		case b == '}', b == ']':
			if depth--; depth == 0 {
				return o.buf, line, size, nil
			}
		}
	}
}
