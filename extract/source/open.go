package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/transform"
)

// headBytes is how much of an input is looked at to tell what it is.
const headBytes = 4096

// compression is a way in which an input may be packed. What counts is how the
// data begin; the ending of the name only says what is expected.
type compression struct {
	name, ending, magic string
	open                func(io.Reader) (io.ReadCloser, error)
}

var compressions = []compression{
	{"gzip", ".gz", "\x1f\x8b", func(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }},
	{"zstd", ".zst", "\x28\xb5\x2f\xfd", func(r io.Reader) (io.ReadCloser, error) {
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}},
}

// input reads one input.
func (r *reader) input(in input) bool {
	if in.path == Stdin {
		if r.stdinRead || r.stdin == nil {
			return r.fail(stdinName, 0, errors.New("can be read only once"), "name - once")
		}
		r.stdinRead = true
		return r.stream(stdinName, r.stdin, 0)
	}
	var size int64
	if in.info.Mode().IsRegular() {
		if size = in.info.Size(); size == 0 {
			return r.empty(in.path)
		}
	}
	f, err := os.Open(in.path)
	if err != nil {
		return r.fail(in.path, 0, plain(err), access(err))
	}
	defer f.Close() // opened for reading: nothing to lose
	return r.stream(in.path, f, size)
}

// stream reads the articles of one input; size is 0 when unknown.
func (r *reader) stream(path string, raw io.Reader, size int64) bool {
	in := bufio.NewReaderSize(&counter{r.ctx, raw, &r.read}, 64<<10)
	packed, err := unpack(path, in)
	if err != nil {
		return r.fail(path, 0, err, "pack it again, or take the ending off its name")
	}
	if packed != nil {
		defer packed.Close() // the checksum was verified at the end of the data
		in, size = bufio.NewReaderSize(packed, 64<<10), 0
	}
	head, err := in.Peek(headBytes)
	switch {
	case len(head) > 0: // an error comes again where it stands
	case err == io.EOF:
		return r.empty(path)
	default:
		return r.broken(path, 0, err)
	}
	format := r.options.Format
	if format == Auto || format == "" {
		format = byEnding(path).format
	}
	if format == Auto {
		format = byContent(head)
	}
	whole := format == Text || format == HTML // one article a file
	if whole && size > r.options.MaxBytes {
		return r.tooLarge(path, size)
	}
	if kind := binary(head); kind != "" {
		return r.fail(path, 0, fmt.Errorf("is no text (%s)", kind), "only text, HTML and JSON are read")
	}
	switch {
	case whole:
		return r.whole(path, in, size, format)
	case format == JSON:
		return r.json(path, utf8Reader(head, in))
	}
	return r.jsonl(path, utf8Reader(head, in))
}

// unpack gives the unpacked data of a compressed input, nil for any other.
func unpack(path string, in *bufio.Reader) (io.ReadCloser, error) {
	for _, c := range compressions {
		head, err := in.Peek(len(c.magic)) // the error comes again with the first read
		if err == nil && string(head) == c.magic {
			z, err := c.open(in)
			if err != nil {
				return nil, fmt.Errorf("damaged %s data: %w", c.name, err)
			}
			return z, nil
		}
		if strings.HasSuffix(strings.ToLower(path), c.ending) {
			return nil, fmt.Errorf("is not packed with %s, though its name ends in %s", c.name, c.ending)
		}
	}
	return nil, nil
}

// utf8Reader decodes UTF-16 and drops a byte order mark; anything else comes
// through as it is.
func utf8Reader(head []byte, in *bufio.Reader) io.Reader {
	if e := byBOM(head); e != nil {
		in.Discard(len(e.bom)) // was peeked: can't fail
		if e.encoding == nil {
			return in
		}
		return transform.NewReader(in, e.encoding.NewDecoder())
	}
	if e := looksUTF16(head); e != nil {
		return transform.NewReader(in, e.encoding.NewDecoder())
	}
	return in
}

// whole reads an input that is one article.
func (r *reader) whole(path string, in io.Reader, size int64, format Format) bool {
	limit := r.options.MaxBytes
	data := make([]byte, 0, max(size, headBytes)+1)
	for {
		n, err := in.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if int64(len(data)) > limit {
			return r.tooLarge(path, 0)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return r.broken(path, 0, err)
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
	if format == HTML {
		return r.html(path, data)
	}
	return r.text(path, data)
}

// text delivers a plain text as one article.
func (r *reader) text(path string, data []byte) bool {
	d := decode(data, "")
	if strings.TrimSpace(d.text) == "" {
		return r.empty(path)
	}
	if d.remark != nil && !r.warn(path, 0, d.remark, d.hint) {
		return false
	}
	return r.deliver(articleOf(d.text), path, 0)
}

func (r *reader) empty(path string) bool {
	return r.fail(path, 0, errors.New("is empty"), "")
}

// tooLarge reports an article over the limit; size is 0 when unknown.
func (r *reader) tooLarge(path string, size int64) bool {
	limit := humanize.IBytes(uint64(r.options.MaxBytes))
	err := fmt.Errorf("one article of more than %s, the most that is read", limit)
	if size > 0 {
		err = fmt.Errorf("one article of %s, and at most %s are read", humanize.IBytes(uint64(size)), limit)
	}
	return r.fail(path, 0, err, "split it into its articles, or write them as JSON Lines, one a line")
}

// broken reports an input that could not be read to its end.
func (r *reader) broken(path string, line int, err error) bool {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return r.fail(path, line, errors.New("the compressed data end too early"), "copy or download the file again")
	}
	return r.fail(path, line, fmt.Errorf("reading on: %w", plain(err)), "")
}

// counter counts what is read, and ends the reading when the context does.
type counter struct {
	ctx  context.Context
	in   io.Reader
	read *int64
}

func (c *counter) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	*c.read += int64(n)
	return n, err
}
