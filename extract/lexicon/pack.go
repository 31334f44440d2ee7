package lexicon

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// A part of the pack is a file: a header of text lines, which anybody can read,
// an empty line, and the records, compressed. The records are lines of seven
// columns between tabs:
//
//	kind name aliases country qid detail extra
//
// with "|" between several values in a column. extra holds an organisation's
// acronym, a place's population, a country's parent or a person's offices
// (kind;start;end;country;title).
const (
	magic   = "dossier lexicon"
	version = 1

	// maxRecords bounds what a damaged or hostile header can make us unpack.
	maxRecords = 64 << 20
)

// Part is one file of the pack before compression.
type Part struct {
	Name    string // what it holds: people, places …
	Sources string // one line: origins and licences, as they must ship
	Keys    int    // how many phrases its records hold, prefixes included; Encode counts them
	Records []byte
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Encode writes the part. The same part gives the same bytes.
func (p Part) Encode(w io.Writer) error {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression),
		zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(8<<20), zstd.WithEncoderCRC(false))
	if err != nil {
		return fmt.Errorf("lexicon: preparing to compress %s: %w", p.Name, err)
	}
	l, err := load([]Part{p})
	if err != nil {
		return err
	}
	body := enc.EncodeAll(p.Records, nil)
	_, err = fmt.Fprintf(w, "%s\nversion: %d\npart: %s\nsources: %s\nkeys: %d\nrecords: %d\nchecksum: %08x\n\n%s",
		magic, version, p.Name, p.Sources, l.names.used, len(p.Records), crc32.Checksum(body, castagnoli), body)
	if err != nil {
		return fmt.Errorf("lexicon: writing %s: %w", p.Name, err)
	}
	return nil
}

// DecodePart reads a file of the pack. An error names the file and says what is
// wrong with it.
func DecodePart(file string, data []byte) (Part, error) {
	refuse := func(format string, args ...any) (Part, error) {
		return Part{}, fmt.Errorf("lexicon: %s: "+format, append([]any{file}, args...)...)
	}
	head, body, ok := bytes.Cut(data, []byte("\n\n"))
	if !ok || !bytes.HasPrefix(head, []byte(magic+"\n")) {
		return refuse("not a part of a lexicon")
	}
	field := make(map[string]string)
	for line := range strings.Lines(string(head[len(magic)+1:])) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		field[name] = value
	}
	if v := field["version"]; v != strconv.Itoa(version) {
		return refuse("version %q, this program reads %d: rebuild it with cmd/train", v, version)
	}
	if sum := fmt.Sprintf("%08x", crc32.Checksum(body, castagnoli)); sum != field["checksum"] {
		return refuse("damaged: checksum %s, expected %q", sum, field["checksum"])
	}
	keys, err := strconv.ParseUint(field["keys"], 10, 24)
	if err != nil {
		return refuse("number of keys: %w", err)
	}
	size, err := strconv.ParseUint(field["records"], 10, 32)
	if err != nil || size > maxRecords {
		return refuse("size %q out of range", field["records"])
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxRecords))
	if err != nil {
		return refuse("preparing to unpack: %w", err)
	}
	defer dec.Close()
	records, err := dec.DecodeAll(body, make([]byte, 0, size))
	if err != nil {
		return refuse("unpacking: %w", err)
	}
	if uint64(len(records)) != size {
		return refuse("damaged: %d bytes of records, expected %d", len(records), size)
	}
	return Part{Name: field["part"], Sources: field["sources"], Keys: int(keys), Records: records}, nil
}
