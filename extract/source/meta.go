package source

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says about its article; "" is unknown.
type metadata struct{ title, date, publisher, url, lang string }

// The names, properties and itemprops of <meta> elements that say something of
// an article, most trusted first: Open Graph, schema.org, Dublin Core, and the
// names that the publishers' own systems use.
var (
	titleNames = []string{"og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "citation_title", "parsely-title"}
	dateNames  = []string{"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
		"article:published", "article.published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
		"dc.date.created", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
		"cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
		"publication-date", "date"}
	publisherNames = []string{"og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name"}
	urlNames       = []string{"og:url", "twitter:url", "parsely-link"}
	langNames      = []string{"inlanguage", "dc.language", "dcterms.language", "content-language", "og:locale"}
)

// declared is where a page can say something of its article.
type declared struct {
	metas     map[string]string // content by name, property or itemprop
	canonical string            // <link rel="canonical">
	lang      string            // <html lang>
	linked    []string          // JSON-LD
	times     []string          // dates shown with the article, most trusted first
	shown     []string          // the same, of elements that only look like a date
}

// readMetadata reads what a page says about its article, each field from the
// first place that has a value fit for it.
func readMetadata(page *html.Node) metadata {
	d := declared{metas: map[string]string{}}
	d.scan(page, false)
	linked := linkedArticle(d.linked)
	return metadata{
		title:     first(squeeze, d.named(titleNames), []string{linked.title}),
		date:      first(dayOf, d.named(dateNames), []string{linked.date}, d.times, d.shown),
		publisher: first(squeeze, d.named(publisherNames), []string{linked.publisher}),
		url:       first(absolute, []string{d.canonical}, d.named(urlNames), []string{linked.url}),
		lang:      first(language, []string{d.lang}, d.named(langNames), []string{linked.lang}),
	}
}

// first is the first candidate that is fit, as fit makes it.
func first(fit func(string) string, candidates ...[]string) string {
	for _, list := range candidates {
		for _, c := range list {
			if v := fit(c); v != "" {
				return v
			}
		}
	}
	return ""
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func dayOf(s string) string {
	d, _ := ParseDate(s)
	return d
}

// absolute is a URL that says where the page is in the world.
func absolute(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

func (d *declared) named(names []string) []string {
	values := make([]string, len(names))
	for i, n := range names {
		values[i] = d.metas[n]
	}
	return values
}

// scan collects what a page declares. inArticle tells that n lies in its main
// part, where a <time> is the article's and not that of some other.
func (d *declared) scan(n *html.Node, inArticle bool) {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer:
		return
	case atom.Article, atom.Main:
		inArticle = true
	case atom.Html:
		d.lang = attr(n, "lang")
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(strings.TrimSpace(attr(n, key)))
			if name != "" && d.metas[name] == "" {
				d.metas[name] = attr(n, "content")
			}
		}
	case atom.Link:
		if d.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			d.canonical = attr(n, "href")
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") {
			d.linked = append(d.linked, textOf(n))
		}
		return
	default:
		d.date(n, inArticle)
	}
	for c := range n.ChildNodes() {
		d.scan(c, inArticle)
	}
}

// date collects the date that an element shows, unless that is the date of an
// update.
func (d *declared) date(n *html.Node, inArticle bool) {
	tokens := attrWords(n)
	if tokens["updated"] || tokens["update"] || tokens["modified"] || tokens["datemodified"] {
		return
	}
	published := tokens["datepublished"] || tokens["published"] || tokens["pubdate"] || hasAttr(n, "pubdate")
	if n.DataAtom == atom.Time {
		value := attr(n, "datetime")
		if value == "" {
			value = textOf(n)
		}
		switch {
		case published:
			d.times = append([]string{value}, d.times...)
		case inArticle:
			d.times = append(d.times, value)
		}
		return
	}
	if published || inArticle && (tokens["date"] || tokens["timestamp"]) {
		const most = 100
		if text := squeeze(textOf(n)); len(text) <= most {
			d.shown = append(d.shown, dateOnlyLine(text))
		}
	}
}

// linkedArticle reads the article that JSON-LD describes: the first object with
// a headline or a day of publication, however deep.
func linkedArticle(scripts []string) metadata {
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(strings.TrimSpace(s)), &v) != nil {
			continue // a page's own mistake; the other places remain
		}
		if m, ok := findLinked(v); ok {
			return m
		}
	}
	return metadata{}
}

func findLinked(v any) (metadata, bool) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if m, ok := findLinked(e); ok {
				return m, true
			}
		}
	case map[string]any:
		m := metadata{
			title:     linkedText(v["headline"]),
			date:      linkedText(v["datePublished"]),
			publisher: linkedText(v["publisher"]),
			url:       linkedText(v["url"]),
			lang:      linkedText(v["inLanguage"]),
		}
		if m.title != "" || m.date != "" {
			if m.url == "" {
				m.url = linkedText(v["mainEntityOfPage"])
			}
			return m, true
		}
		return findLinked(v["@graph"])
	}
	return metadata{}, false
}

// linkedText is a JSON-LD value as a string; an object is its name or its id.
func linkedText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return linkedText(v[0])
		}
	case map[string]any:
		for _, key := range []string{"name", "@id", "@value"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	return ""
}
