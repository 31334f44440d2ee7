package document

import "unicode/utf8"

// CodePoints turns byte offsets of a text into offsets in Unicode code points,
// which are what the wire and the rows of answers carry.
type CodePoints struct {
	text   string
	before []int // code points before each stride of bytes; nil when all is ASCII
}

const stride = 64

// NewCodePoints indexes a text, in one pass; a text of ASCII alone needs no
// index.
func NewCodePoints(text string) CodePoints {
	c := CodePoints{text: text}
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if ascii {
		return c
	}
	c.before = make([]int, 0, len(text)/stride+1)
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			c.before = append(c.before, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return c
}

// At is the number of code points before the byte.
func (c CodePoints) At(byteOffset int) int {
	if c.before == nil {
		return byteOffset
	}
	i := min(byteOffset/stride, len(c.before)-1)
	n := c.before[i]
	for k := i * stride; k < byteOffset; k++ {
		if utf8.RuneStart(c.text[k]) {
			n++
		}
	}
	return n
}

// Span is the span in code points.
func (c CodePoints) Span(s Span) [2]int { return [2]int{c.At(s.Start), c.At(s.End)} }
