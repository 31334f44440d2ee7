package name

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/klauspost/compress/zstd"
)

// Model is what has been learned: word classes, the weights of features and of
// neighbouring labels. It is immutable.
type Model struct {
	notice      string
	clusters    classTable
	weights     weightTable
	transitions [Labels][Labels]int32 // [to][from]
}

// Notice says what the model was learned from, and under which licences.
func (m *Model) Notice() string { return m.notice }

// Parts are a model as it is learned. Keys are in ascending order.
type Parts struct {
	Notice      string
	WordKeys    []uint32 // HashLower of the words that have a class
	WordClasses []uint8  // 1 to 255
	Keys        []uint32 // features
	Rows        [][Weights]int8
	Transitions [Labels][Labels]int16 // [to][from]
}

const (
	magic   = "DOSSNAME"
	version = 2
)

var checksums = crc32.MakeTable(crc32.Castagnoli)

// Encode is the file of a model:
//
//	magic, version (4 bytes), checksum of all that follows (4 bytes),
//	notice (length, bytes),
//
// and packed with zstd
//
//	transitions (2 bytes each),
//	words: count, keys as differences, one class each,
//	features: count, keys as differences, for each a set of labels (2 bytes),
//	then for each the weights of those labels (1 byte each).
//
// Numbers of fixed width are little-endian, all others varints. The same parts
// give the same bytes.
func Encode(p *Parts) []byte {
	var b []byte
	for _, t := range p.Transitions {
		for _, v := range t {
			b = binary.LittleEndian.AppendUint16(b, uint16(v))
		}
	}
	b = appendKeys(b, p.WordKeys)
	b = append(b, p.WordClasses...)
	b = appendKeys(b, p.Keys)
	for i := range p.Rows {
		var set uint16
		for k, v := range p.Rows[i] {
			if v != 0 {
				set |= 1 << k
			}
		}
		b = binary.LittleEndian.AppendUint16(b, set)
	}
	for i := range p.Rows {
		for _, v := range p.Rows[i] {
			if v != 0 {
				b = append(b, byte(v))
			}
		}
	}
	out := append([]byte(magic), 0, 0, 0, 0, 0, 0, 0, 0)
	out = binary.AppendUvarint(out, uint64(len(p.Notice)))
	out = pack(append(out, p.Notice...), b)
	binary.LittleEndian.PutUint32(out[len(magic):], version)
	binary.LittleEndian.PutUint32(out[len(magic)+4:], crc32.Checksum(out[len(magic)+8:], checksums))
	return out
}

// largest bounds what a model may unpack to, in bytes.
const largest = 64 << 20

// pack appends b to out, packed; the same bytes give the same bytes.
func pack(out, b []byte) []byte {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options are wrong
	}
	return z.EncodeAll(b, out)
}

func unpack(b []byte) ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(largest))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(b, nil)
}

func appendKeys(b []byte, keys []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(keys)))
	before := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-before))
		before = k
	}
	return b
}

// What can be wrong with the file of a model.
var (
	ErrFormat   = errors.New("not a model of names")
	ErrVersion  = errors.New("model of another version")
	ErrChecksum = errors.New("damaged model: its checksum does not fit")
	ErrContent  = errors.New("damaged model: its content does not fit its counts")
)

// Decode reads the file of a model. It fails with ErrFormat, ErrVersion,
// ErrChecksum or ErrContent.
func Decode(b []byte) (*Model, error) {
	head := len(magic) + 8
	if len(b) < head || string(b[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	if v := binary.LittleEndian.Uint32(b[len(magic):]); v != version {
		return nil, fmt.Errorf("%w: %d, this program reads %d", ErrVersion, v, version)
	}
	if crc32.Checksum(b[head:], checksums) != binary.LittleEndian.Uint32(b[len(magic)+4:]) {
		return nil, ErrChecksum
	}
	r := reader{rest: b[head:]}
	m := &Model{}
	m.notice = string(r.bytes(r.count()))
	rest, err := unpack(r.rest)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrContent, err)
	}
	r.rest = rest
	for i := range m.transitions {
		for k := range m.transitions[i] {
			m.transitions[i][k] = int32(int16(r.uint16()))
		}
	}
	m.clusters.read(&r)
	m.weights.read(&r)
	if r.bad || len(r.rest) > 0 {
		return nil, ErrContent
	}
	return m, nil
}

// reader takes a model apart; once something is missing it is bad for good and
// gives zeros.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) bytes(n int) []byte {
	if r.bad || n > len(r.rest) {
		r.bad = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) uint16() uint16 {
	if b := r.bytes(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// count is a number of things of at least one byte each.
func (r *reader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.rest)) {
		r.bad = true
		return 0
	}
	return int(n)
}
