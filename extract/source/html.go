package source

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/extract/document"
)

// html delivers the article of a page.
func (r *reader) html(path string, data []byte) bool {
	d := decode(data, declaredCharset(data[:min(len(data), headBytes)]))
	a, err := readPage(d.text)
	if err != nil {
		return r.fail(path, 0, err, "save the page of one article, or its text as .txt")
	}
	if d.remark != nil && !r.warn(path, 0, d.remark, d.hint) {
		return false
	}
	return r.deliver(a, path, 0)
}

// declaredCharset is the encoding that a page names in a <meta> at its top, or "".
func declaredCharset(head []byte) string {
	const name = "charset"
	head = bytes.ToLower(head)
	i := bytes.Index(head, []byte(name))
	if i < 0 || !bytes.Contains(head[:i], []byte("<meta")) {
		return ""
	}
	value := bytes.TrimLeft(head[i+len(name):], " \t\r\n=\"'")
	if end := bytes.IndexAny(value, " \t\r\n\"'/>;"); end >= 0 {
		value = value[:end]
	}
	return string(value)
}

// errNoArticle is a page of links, forms or nothing.
var errNoArticle = errors.New("no article in this page")

// fewestBody is how many words outside links make an article.
const fewestBody = 25

// readPage finds the article of a page: readability picks the part that holds
// it, after the parts that say by their names what else they are have been cut
// away, and the table of boilerplate drops what is left of menus and prompts.
func readPage(page string) (a document.Article, err error) {
	defer func() {
		// Not our code, and pages are what anybody wrote: one page must not end
		// a run over thousands.
		if p := recover(); p != nil {
			a, err = document.Article{}, fmt.Errorf("the page can't be read: %v", p)
		}
	}()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return document.Article{}, fmt.Errorf("the page can't be parsed: %w", err)
	}
	m := readMetadata(root)
	prune(root)
	where, _ := url.Parse(m.url) // "" or valid: see absolute
	found, err := readability.FromDocument(root, where)
	if err != nil {
		return document.Article{}, fmt.Errorf("the page can't be read: %w", err)
	}
	if found.Node == nil {
		return document.Article{}, errNoArticle
	}
	if m.title == "" {
		m.title = squeeze(found.Title())
	}
	m.title = bareTitle(m.title, m.publisher)
	text, shown, body := plainText(found.Node)
	if body < fewestBody {
		return document.Article{}, errNoArticle
	}
	if m.date == "" {
		m.date = shown
	}
	return document.Article{Title: m.title, Date: m.date, URL: m.url, Publisher: m.publisher, Lang: m.lang, Text: text}, nil
}

// bareTitle takes the publisher's name off the end of a title.
func bareTitle(title, publisher string) string {
	bare, cut := strings.CutSuffix(title, publisher)
	if mark := strings.TrimRight(bare, " "); cut && publisher != "" {
		for _, m := range []string{" |", " -", " –", " —", " ·"} {
			if t, ok := strings.CutSuffix(mark, m); ok {
				return strings.TrimSpace(t)
			}
		}
	}
	return title
}

// asides are the words in an element's class, id, role or data attributes that
// tell that it does not belong to the article.
var asides = wordSet(`cookie cookies consent gdpr newsletter newsletters subscribe subscription signup paywall
	ad ads advert adverts advertisement advertising sponsor sponsored promo promoted promotion
	related recommended recommendations recirculation trending popular mostread outbrain taboola
	share sharing social comments comment disqus breadcrumb breadcrumbs menu navigation nav navbar
	caption credit byline author copyright toolbar modal popup banner sidebar widget footer skip print`)

// mostAside is the share of a page's words that an aside can hold; what holds
// more is the page itself, whose class happens to name what it has.
const mostAside = 0.3

// prune cuts away the asides of a page.
func prune(root *html.Node) {
	total := wordCount(root)
	var cut []*html.Node
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if isAside(n) && float64(wordCount(n)) <= mostAside*float64(total) {
			cut = append(cut, n)
			return
		}
		for c := range n.ChildNodes() {
			visit(c)
		}
	}
	visit(root)
	for _, n := range cut {
		n.Parent.RemoveChild(n)
	}
}

func isAside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Button, atom.Figcaption, atom.Dialog:
		return true
	case 0, atom.Html, atom.Head, atom.Body, atom.Main, atom.Article, atom.Meta, atom.Title, atom.P:
		return false
	}
	for w := range attrWords(n) {
		if asides[w] {
			return true
		}
	}
	return false
}

// blocks are the elements that begin and end a paragraph.
var blocks = wordSet(`address article aside blockquote body br caption center dd details div dl dt fieldset figcaption
	figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`)

// silent are the elements whose text is not for reading.
var silent = wordSet(`audio button canvas figcaption iframe input math noscript object option script select style svg template textarea video`)

// plainText is the text of an element, paragraphs separated by a blank line, the
// number of words in it outside links, and the day that a line of its own shows
// near the top, which is left out of the text.
func plainText(root *html.Node) (text, day string, body int) {
	var out, paragraph strings.Builder
	linked, all, lines := 0, 0, 0 // words of the paragraph, paragraphs so far
	flush := func() {
		p := squeeze(paragraph.String())
		paragraph.Reset()
		if p != "" {
			lines++
		}
		shown := ""
		if day == "" && lines <= datelineLines {
			shown = dateOnlyLine(p)
		}
		switch {
		case shown != "":
			day = shown
		case p != "" && !isBoilerplate(p, linked, all):
			if out.Len() > 0 {
				out.WriteString("\n\n")
			}
			out.WriteString(p)
			body += all - linked
		}
		linked, all = 0, 0
	}
	var visit func(n *html.Node, inLink bool)
	visit = func(n *html.Node, inLink bool) {
		if n.Type == html.TextNode {
			paragraph.WriteString(n.Data)
			count := len(strings.Fields(n.Data))
			all += count
			if inLink {
				linked += count
			}
			return
		}
		if silent[n.Data] {
			return
		}
		if blocks[n.Data] {
			flush()
			defer flush()
		}
		for c := range n.ChildNodes() {
			visit(c, inLink || n.DataAtom == atom.A)
		}
	}
	visit(root, false)
	flush()
	return out.String(), day, body
}

// wordSet makes a set of the words in a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// attr is the value of an element's attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// attrWords are the words, in lower case, of the attributes by which an element
// says what it is.
func attrWords(n *html.Node) map[string]bool {
	set := map[string]bool{}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label":
			for w := range strings.FieldsFuncSeq(strings.ToLower(a.Val), func(r rune) bool { return strings.ContainsRune(" \t\r\n-_:.", r) }) {
				set[w] = true
			}
		}
	}
	return set
}

// textOf is all text below a node.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// wordCount counts the words below a node that are for reading.
func wordCount(n *html.Node) int {
	if n.Type == html.TextNode {
		return len(strings.Fields(n.Data))
	}
	count := 0
	if !silent[n.Data] || n.DataAtom == atom.Figcaption {
		for c := range n.ChildNodes() {
			count += wordCount(c)
		}
	}
	return count
}
