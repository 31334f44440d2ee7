package token

import (
	"strings"
	"unicode"

	"dossier/extract/document"
)

// Where a word is parted follows the treebanks of Universal Dependencies English:
// compounds part at their hyphens, save after a prefix that is no word.

// prefixes hold what follows their hyphen: e-mail, non-European, mid-1980s.
var prefixes = set(`
	anti ante arch auto bi co counter cross de e ex extra hyper infra inter intra macro mega meta micro mid mini mis mono
	multi neo non over para poly post pre pro proto pseudo psycho quasi re retro semi socio sub super trans tri ultra un under uni`)

// endings of file names and addresses, which hold the stop before them also where a
// capital or a figure would part it: Example.Com, minutes12.doc.
var endings = set(`com org net edu gov mil info biz doc docx pdf xls xlsx ppt txt htm html jpg jpeg png gif zip exe wav mp3 mp4`)

// units are parted from the figure before them: 6 pm, 40 km.
var units = set(`
	am pm AM PM Am Pm bn mn m k K mm cm km kg mg ml kb KB mb MB gb GB tb TB hz Hz MHz GHz kW kWh MW GW ft lb lbs oz mph kph
	hr hrs min mins sec secs yr yrs p percent minutes hours days years pct px`)

// slashes are abbreviations with a stroke inside.
var slashes = []string{"b/c", "w/out", "w/o", "w/", "l/c", "L/C", "n/a", "N/A", "s/he", "S/he", "B/C"}

// beforeFigure are the letters that keep a stop before a figure: c. 1840, p. 12,
// b. 1904, d. 1970, m. 1931.
const beforeFigure = "cpbdm"

// buffer holds a short word, so that it is looked up in lower case without an
// allocation.
type buffer [12]byte

// lower is the word with ASCII capitals made small; empty for a longer one, which is
// in no table.
func (b *buffer) lower(w string) []byte {
	if len(w) > len(b) {
		return nil
	}
	for i := range len(w) {
		b[i] = w[i]
		if w[i] >= 'A' && w[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return b[:len(w)]
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// hyphenated tells whether the hyphen at a byte is part of the word that begins at
// start.
func (c *cutter) hyphenated(start, at int) bool {
	w := c.text[start:at]
	if w[0] >= '0' && w[0] <= '9' {
		return c.numbered(start, at)
	}
	var b buffer
	return prefixes[string(b.lower(w))]
}

// numbered tells whether the hyphen stands inside a number of figures: a telephone's,
// a postcode, a day. Others are ranges and results, which are parted.
func (c *cutter) numbered(start, at int) bool {
	groups := make([]int, 1, 4) // lengths
	i := start
	for ; i < c.end; i++ {
		switch b := c.text[i]; {
		case b >= '0' && b <= '9':
			groups[len(groups)-1]++
			continue
		case b == '-' && len(groups) < 6:
			groups = append(groups, 0)
			continue
		}
		break
	}
	if i < at || i < c.end && unicode.IsLetter(rune(c.text[i])) {
		return false
	}
	last, first := groups[len(groups)-1], groups[0]
	if last == 0 {
		return false
	}
	switch len(groups) {
	case 1:
		return false
	case 2: // 555-0139, 3-0139, 94720-0139
		return last == 4 && (first == 1 || first == 3 || first == 5)
	}
	return last >= 2 && groups[1] >= 2 // 202-555-0139, 11-20-2000
}

// letters are the letters from a byte on.
func (c *cutter) letters(from int) string {
	end := from
	for end < c.end {
		r, n := c.rune(end)
		if classify(r) != letter {
			break
		}
		end += n
	}
	return c.text[from:end]
}

// slashed is the end of the abbreviation with a stroke that begins at start, or 0.
func (c *cutter) slashed(start int) int {
	if start+1 >= c.end || c.text[start+1] != '/' {
		return 0
	}
	for _, s := range slashes {
		if !strings.HasPrefix(c.text[start:c.end], s) {
			continue
		}
		if k, _ := c.rune(start + len(s)); classify(k) != letter || s == "w/" {
			return start + len(s)
		}
	}
	return 0
}

// address is the end of a web or mail address that begins at start, or 0.
func (c *cutter) address(start int) int {
	rest := c.text[start:c.end]
	web := false
	for _, p := range []string{"http://", "https://", "www.", "mailto:"} {
		web = web || strings.HasPrefix(rest, p)
	}
	if !web && start < c.plain {
		return 0
	}
	end, at := start, false
	for end < c.end {
		r, n := c.rune(end)
		if classify(r) == space || strings.ContainsRune("<>\"“”«»()[]{}|", r) {
			break
		}
		if !web && r == '/' {
			web = hosted(c.text[start:end])
		}
		if !web && classify(r) == mark && !strings.ContainsRune("@._-+", r) {
			break
		}
		at = at || r == '@' && end > start
		end += n
	}
	if !web && !at {
		c.plain = end
		return 0
	}
	if web && strings.HasSuffix(c.text[start:end], "-...") {
		return end // a link cut short
	}
	for end > start && strings.IndexByte(".,;:!?'-_", c.text[end-1]) >= 0 {
		end--
	}
	return end
}

// hosted tells whether a word before a stroke is the name of a host: example.org.
func hosted(w string) bool {
	i := strings.LastIndexByte(w, '.')
	return i > 0 && endings[w[i+1:]]
}

// parts appends the word [start, end), with what leans on it or is written together
// with it apart.
func (c *cutter) parts(out []document.Token, start, end int) []document.Token {
	w := c.text[start:end]
	cuts, n := [2]int{}, 0
	add := func(at int) {
		if at > 0 && n < len(cuts) {
			cuts[n], n = at, n+1
		}
	}
	if w[0] >= '0' && w[0] <= '9' {
		add(unitAt(w))
	}
	var b buffer
	small := b.lower(w)
	for _, at := range fused[string(small)] {
		add(at)
	}
	if rest := trailing[string(small)]; rest != "" && c.unowned(end) {
		add(len(w) - len(rest))
	}
	if n == 0 {
		add(cliticAt(w))
	}
	from := start
	for _, at := range cuts[:n] {
		out = append(out, document.Token{Span: document.Span{Start: from, End: start + at}})
		from = start + at
	}
	return append(out, document.Token{Span: document.Span{Start: from, End: end}})
}

// unitAt is where the unit of a figure begins, 0 without one.
func unitAt(w string) int {
	at := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' && r != ':' })
	if at > 0 && units[w[at:]] {
		return at
	}
	return 0
}
