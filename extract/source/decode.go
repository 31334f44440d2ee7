package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const utf8BOM = "\xef\xbb\xbf"

// wide is an encoding that a byte order mark, or a pattern of zero bytes, gives
// away.
type wide struct {
	bom      string
	encoding encoding.Encoding // nil for UTF-8
}

// wides are the encodings with a byte order mark; UTF-32 before UTF-16, whose
// mark it begins with.
var wides = []wide{
	{utf8BOM, nil},
	{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", utf16LE},
	{"\xfe\xff", utf16BE},
}

var (
	utf16LE = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16BE = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

func byBOM(head []byte) *wide {
	for i := range wides {
		if bytes.HasPrefix(head, []byte(wides[i].bom)) {
			return &wides[i]
		}
	}
	return nil
}

// looksUTF16 recognises UTF-16 without a byte order mark: in English every other
// byte is zero, always on the same side.
func looksUTF16(head []byte) *wide {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 4:
		return nil
	case zeros[1]*2 > pairs && zeros[0]*20 < pairs:
		return &wide{encoding: utf16LE}
	case zeros[0]*2 > pairs && zeros[1]*20 < pairs:
		return &wide{encoding: utf16BE}
	}
	return nil
}

// decoded is a text as UTF-8, with a remark when something was guessed or lost
// on the way to it.
type decoded struct {
	text   string
	remark error
	hint   string
}

// decode makes UTF-8 of a text: by its byte order mark, as UTF-8 if it is valid,
// by the declared encoding (a label as in HTML, or ""), else by guess: UTF-16
// by its zero bytes, UTF-8 with damage when most of its longer characters are
// whole, and windows-1252. What can't be decoded becomes U+FFFD.
func decode(data []byte, declared string) decoded {
	if e := byBOM(data); e != nil {
		data = data[len(e.bom):]
		if e.encoding != nil {
			return convert(data, e.encoding, len(e.bom))
		}
		return repair(data, len(e.bom))
	}
	if e := looksUTF16(data[:min(len(data), headBytes)]); e != nil {
		return convert(data, e.encoding, 0)
	}
	if utf8.Valid(data) {
		return decoded{text: string(data)}
	}
	if e, name := charset.Lookup(declared); e != nil && name != "utf-8" {
		return convert(data, e, 0)
	}
	first, bad, whole := damage(data)
	if whole >= bad || declared != "" {
		return repair(data, 0)
	}
	d := convert(data, charmap.Windows1252, 0)
	d.remark = fmt.Errorf("is not UTF-8 (byte %d), read as windows-1252", first)
	d.hint = "convert it to UTF-8 if names look wrong"
	return d
}

// convert decodes data, which begin at the given byte of the input.
func convert(data []byte, e encoding.Encoding, offset int) decoded {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil || !utf8.Valid(text) { // not in x/text, whose decoders replace; never believe it
		return repair(data, offset)
	}
	d := decoded{text: string(text)}
	if i := strings.IndexRune(d.text, utf8.RuneError); i >= 0 {
		before, _ := e.NewEncoder().Bytes(text[:i]) // was decoded from them: can be encoded
		d.remark = fmt.Errorf("a character that can't be decoded, first at byte %d", offset+len(before))
		d.hint = damagedHint
	}
	return d
}

const damagedHint = "it was replaced by U+FFFD; convert the file to UTF-8 if there are many"

// repair replaces what is not UTF-8 in data, which begin at the given byte of
// the input.
func repair(data []byte, offset int) decoded {
	if utf8.Valid(data) {
		return decoded{text: string(data)}
	}
	first, _, _ := damage(data)
	return decoded{
		text:   strings.ToValidUTF8(string(data), "\ufffd"),
		remark: fmt.Errorf("invalid UTF-8, first at byte %d", first+offset),
		hint:   damagedHint,
	}
}

// damage counts the bytes that are not UTF-8, where the first is, and the whole
// characters of more than one byte.
func damage(data []byte) (first, bad, whole int) {
	first = -1
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case n > 1:
			whole++
		case r == utf8.RuneError:
			if bad++; first < 0 {
				first = i
			}
		}
		i += n
	}
	return first, bad, whole
}
