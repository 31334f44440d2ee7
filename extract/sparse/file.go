package sparse

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"

	"github.com/klauspost/compress/zstd"
)

// Part is a table as it is learned.
type Part struct {
	Width int      // weights of a feature
	Keys  []uint32 // features, in ascending order
	Rows  []int8   // their weights, one feature after another
}

// File is a model: tables, and numbers beside them whose meaning is the model's.
type File struct {
	Notice  string // what it was learned from, and under which licences
	Parts   []Part
	Numbers []int16
}

var checksums = crc32.MakeTable(crc32.Castagnoli)

// Encode is the file of a model:
//
//	magic (8 bytes), version (4), checksum of all that follows (4),
//	notice (length, bytes),
//
// and packed with zstd
//
//	numbers: count, 2 bytes each,
//	count of parts, and of each part: width, count of features, keys as
//	differences, for each feature the set of its weights that aren't zero (a
//	bit each), then for each feature those weights (1 byte each).
//
// Numbers of fixed width are little-endian, all others varints. The same file
// gives the same bytes. It panics when magic isn't eight bytes, or a part has fewer
// weights than its features need.
func Encode(magic string, version uint32, f *File) []byte {
	if len(magic) != 8 {
		panic("sparse: magic of a model is eight bytes")
	}
	b := binary.AppendUvarint(nil, uint64(len(f.Numbers)))
	for _, v := range f.Numbers {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	b = binary.AppendUvarint(b, uint64(len(f.Parts)))
	for i := range f.Parts {
		b = f.Parts[i].append(b)
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), version)
	out = append(out, 0, 0, 0, 0)
	out = binary.AppendUvarint(out, uint64(len(f.Notice)))
	return seal(pack(append(out, f.Notice...), b))
}

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

// seal writes the checksum of all that follows it.
func seal(file []byte) []byte {
	binary.LittleEndian.PutUint32(file[12:], crc32.Checksum(file[16:], checksums))
	return file
}

func (p *Part) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(p.Width))
	b = binary.AppendUvarint(b, uint64(len(p.Keys)))
	before := uint32(0)
	for _, k := range p.Keys {
		b = binary.AppendUvarint(b, uint64(k-before))
		before = k
	}
	for i := range p.Keys {
		for k, w := range p.Rows[i*p.Width : (i+1)*p.Width] {
			if k%8 == 0 {
				b = append(b, 0)
			}
			if w != 0 {
				b[len(b)-1] |= 1 << (k % 8)
			}
		}
	}
	for _, w := range p.Rows {
		if w != 0 {
			b = append(b, byte(w))
		}
	}
	return b
}

// What can be wrong with the file of a model.
var (
	ErrFormat   = errors.New("not a model of this kind")
	ErrVersion  = errors.New("model of another version")
	ErrChecksum = errors.New("damaged model: its checksum does not fit")
	ErrContent  = errors.New("damaged model: its content does not fit its counts")
)

const (
	largest = 64 << 20 // bytes that a model may unpack to
	widest  = 64       // weights of a feature
)

// Decode reads the file of a model. It fails with ErrFormat, ErrVersion,
// ErrChecksum or ErrContent.
func Decode(magic string, version uint32, b []byte) (*File, error) {
	if len(b) < 16 || string(b[:8]) != magic {
		return nil, ErrFormat
	}
	if v := binary.LittleEndian.Uint32(b[8:]); v != version {
		return nil, fmt.Errorf("%w: %d, this program reads %d", ErrVersion, v, version)
	}
	if crc32.Checksum(b[16:], checksums) != binary.LittleEndian.Uint32(b[12:]) {
		return nil, ErrChecksum
	}
	head := reader{rest: b[16:]}
	f := &File{Notice: string(head.bytes(head.count(1)))}
	unpacked, err := unpack(head.rest)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrContent, err)
	}
	r := reader{rest: unpacked}
	f.Numbers = make([]int16, r.count(2))
	for i := range f.Numbers {
		f.Numbers[i] = int16(r.uint16())
	}
	for range r.count(1) {
		f.Parts = append(f.Parts, r.part())
		if r.bad {
			break
		}
	}
	if head.bad || r.bad || len(r.rest) > 0 {
		return nil, ErrContent
	}
	return f, nil
}

func (r *reader) part() Part {
	p := Part{Width: int(min(r.uvarint(), widest+1))}
	if p.Width == 0 || p.Width > widest {
		r.bad = true
		return p
	}
	n := r.count(1)
	p.Keys = make([]uint32, n)
	key := uint64(0)
	for i := range p.Keys {
		d := r.uvarint()
		key += d
		if key > math.MaxUint32 || d == 0 && i > 0 {
			r.bad = true
		}
		if r.bad {
			return p
		}
		p.Keys[i] = uint32(key)
	}
	bytes := (p.Width + 7) / 8
	sets := r.bytes(n * bytes)
	if r.bad {
		return p
	}
	p.Rows = make([]int8, n*p.Width)
	for i := range p.Rows {
		set := sets[i/p.Width*bytes+i%p.Width/8]
		if set>>(i%p.Width%8)&1 == 0 {
			continue
		}
		if len(r.rest) == 0 {
			r.bad = true
			return p
		}
		p.Rows[i] = int8(r.rest[0])
		r.rest = r.rest[1:]
	}
	return p
}

// reader takes a file apart; once something is missing it is bad for good and
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

// count is a number of things of at least so many bytes each.
func (r *reader) count(bytes int) int {
	n := r.uvarint()
	if n > uint64(len(r.rest)/bytes) {
		r.bad = true
		return 0
	}
	return int(n)
}
