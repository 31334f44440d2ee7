package source

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dossier/extract/document"
)

// TestPage reads a page with all that stands around an article.
func TestPage(t *testing.T) {
	got := run(t, "testdata", []string{"page.html"}, nil, Options{})
	want := document.Article{
		Title: "Second pier opens in Harlow Bay", Date: "2013-04-02", URL: "https://post.example/news/second-pier",
		Publisher: "Harlow Post", Lang: "en", Source: "page.html",
		Text: strings.Join([]string{
			"The port authority of Harlow Bay opened its second pier on Monday, and the first ship to use it was a ferry from the mainland with 212 passengers on board.",
			"“It has cost less than was planned,” said Ines Okafor, a spokeswoman for the authority.",
			"Fishermen had asked for the pier for twenty years. “Our boats could not land in winter,” Tomas Reiner, who speaks for them, said.",
			"“Now they can.”",
			"The pier is 300 metres long.",
			"It has room for four ships.",
			"The mayor, Pilar Szabo, said that a third pier was not needed, and that the town would now mend the road to the port.",
		}, "\n\n"),
	}
	if diff := cmp.Diff([]document.Article{want}, got.articles); diff != "" || got.errors != nil {
		t.Error(diff, got.errors)
	}
}

// TestPageEncodings reads a page in encodings that it declares, or doesn't.
func TestPageEncodings(t *testing.T) {
	const page = "<html><head>%s<title>A</title></head><body><article><p>The café of Harlow Bay. " + story + "</p></article></body></html>"
	tests := []struct{ name, meta, from, to, warning string }{
		{"UTF-8", "", "é", "é", ""},
		{"UTF-8 that says it is not", `<meta charset="iso-8859-1">`, "é", "é", ""},
		{"declared latin-1", `<meta charset="iso-8859-1">`, "\xe9", "é", ""},
		{"declared latin-2", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">`, "\xe8", "č", ""},
		{"undeclared", "", "\xe9", "é", "windows-1252"},
		{"damaged UTF-8", `<meta charset="utf-8">`, "\xe9", "\ufffd", "U+FFFD"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			content := strings.Replace(fmt.Sprintf(page, test.meta), "é", test.from, 1)
			got := run(t, write(t, map[string]string{"x.html": content}), []string{"x.html"}, nil, Options{})
			if len(got.articles) != 1 || !strings.HasPrefix(got.articles[0].Text, "The caf"+test.to+" of Harlow Bay.") {
				t.Errorf("got %v", got)
			}
			if warned := strings.Join(got.errors, "\n"); (warned != "") != (test.warning != "") || !strings.Contains(warned, test.warning) {
				t.Errorf("warned %q", warned)
			}
		})
	}
}

// TestShownDate takes the day of publication from a line near the top of the
// article, and leaves the days of a chronicle where they are.
func TestShownDate(t *testing.T) {
	page := "<article><p>2 April 2013</p><p>" + story + "</p>" + strings.Repeat("<p>3 April 2013</p><p>The pier stayed open, and the ferry came twice.</p>", 4) + "</article>"
	got := run(t, write(t, map[string]string{"x.html": page}), []string{"x.html"}, nil, Options{})
	if len(got.articles) != 1 {
		t.Fatal(got.errors)
	}
	a := got.articles[0]
	if a.Date != "2013-04-02" || !strings.HasPrefix(a.Text, story) || strings.Count(a.Text, "3 April 2013") != 4 {
		t.Errorf("%s: %s", a.Date, a.Text)
	}
}

// TestNoArticle refuses pages that hold none.
func TestNoArticle(t *testing.T) {
	links := strings.Repeat(`<li><a href="/x">Storm closes the port of Aldern for a third day, says the harbour master</a></li>`, 30)
	for name, page := range map[string]string{
		"links":  "<html><body><h1>News</h1><ul>" + links + "</ul></body></html>",
		"script": "<html><body><div id=app></div><script>render()</script></body></html>",
		"short":  "<html><body><p>Page not found.</p></body></html>",
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, write(t, map[string]string{"x.html": page}), []string{"x.html"}, nil, Options{})
			want := []string{"failed x.html: no article in this page: save the page of one article, or its text as .txt"}
			if diff := cmp.Diff(want, got.errors); diff != "" {
				t.Error(diff, got.articles)
			}
		})
	}
}

// TestDeepPage refuses a page whose elements are nested beyond what anybody
// writes, which the parser does for us.
func TestDeepPage(t *testing.T) {
	page := strings.Repeat("<div>", 100000) + story
	got := run(t, write(t, map[string]string{"x.html": page}), []string{"x.html"}, nil, Options{})
	if len(got.errors) != 1 || !strings.Contains(got.errors[0], "failed x.html: the page can't be parsed") {
		t.Errorf("got %v", got.errors)
	}
}

// TestMetadata reads each field from each place that can hold it.
func TestMetadata(t *testing.T) {
	tests := []struct {
		name, page string
		want       metadata
	}{
		{"Open Graph", `<html lang="en"><meta property="og:title" content="A pier"><meta property="og:site_name" content="Post">
			<meta property="og:url" content="https://post.example/a"><meta property="article:published_time" content="2013-04-02T10:00Z">`,
			metadata{"A pier", "2013-04-02", "Post", "https://post.example/a", "en"}},
		{"JSON-LD", `<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"}, {"@type": "NewsArticle", "headline": "A pier",
			"datePublished": "2013-04-02", "publisher": {"@type": "Organization", "name": "Post"}, "inLanguage": "en-GB",
			"mainEntityOfPage": {"@id": "https://post.example/a"}}]}</script>`,
			metadata{"A pier", "2013-04-02", "Post", "https://post.example/a", "en"}},
		{"JSON-LD with a mistake", `<script type="application/ld+json">{"headline": "A pier",}</script>`, metadata{}},
		{"itemprop", `<meta itemprop="headline" content="A pier"><meta itemprop="datePublished" content="2 April 2013">`,
			metadata{title: "A pier", date: "2013-04-02"}},
		{"Dublin Core", `<meta name="DC.title" content="A pier"><meta name="DC.date.issued" content="2013-04-02"><meta name="dc.publisher" content="Post">
			<meta name="DC.language" content="fr">`, metadata{title: "A pier", date: "2013-04-02", publisher: "Post", lang: "fr"}},
		{"a date that is no day gives way", `<meta name="date" content="2013"><meta name="pubdate" content="20130402">`, metadata{date: "2013-04-02"}},
		{"time in the article", `<article><time datetime="2013-04-02T10:00">2 April</time></article>`, metadata{date: "2013-04-02"}},
		{"time with the words", `<main><time>2 April 2013</time></main>`, metadata{date: "2013-04-02"}},
		{"time marked as published", `<div><time datetime="2013-04-01">x</time><time itemprop="datePublished" datetime="2013-04-02">x</time></div>`,
			metadata{date: "2013-04-02"}},
		{"time of another article", `<div><time datetime="2013-04-01">x</time></div><article><aside><time datetime="2013-04-01">x</time></aside></article>`, metadata{}},
		{"time of an update", `<article><time class="updated" datetime="2013-04-05">x</time><time datetime="2013-04-02">x</time></article>`,
			metadata{date: "2013-04-02"}},
		{"words that look like a date", `<article><div class="article-date">Published: 2 April 2013</div></article>`, metadata{date: "2013-04-02"}},
		{"canonical", `<link rel="canonical" href="https://post.example/a"><meta property="og:url" content="https://m.post.example/a">`,
			metadata{url: "https://post.example/a"}},
		{"address without a host", `<link rel="canonical" href="/a">`, metadata{}},
		{"address that is none", `<link rel="canonical" href="javascript:alert(1)">`, metadata{}},
		{"nothing", `<p>2 April 2013</p>`, metadata{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root, err := html.Parse(strings.NewReader(test.page))
			if err != nil {
				t.Fatal(err)
			}
			if got := readMetadata(root); got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

// TestBoilerplate has a line for each class of the table, and sentences that
// begin like one and must stay.
func TestBoilerplate(t *testing.T) {
	for _, line := range []string{
		"Read more: What became of the first pier", "READ MORE", "Related:", "See also: Ferry fares", "Photo: Oskar Brandt",
		"Share this article", "Advertisement", "Sign up for our newsletter", "We use cookies to improve your experience.",
		"© 2013 Harlow Post", "Reporting by Mara Lindqvist; Editing by Jonas Weir", "Editor’s picks", "* * *", "1 / 5",
		"Mara Lindqvist writes about ports. Follow her on Example @mara.",
	} {
		if !isBoilerplate(line, 0, len(strings.Fields(line))) {
			t.Errorf("%q should go", line)
		}
	}
	for _, line := range []string{
		"Read more books, the minister told the pupils.",
		"Share prices fell on Monday.",
		"Related charges against two other officers were dropped.",
		"Comments by the minister drew an angry answer from Freedonia on Monday.",
		"Printing of the new notes will begin in May.",
		"“We use cookies as bait,” said the harbour master.",
		"Donations to the party rose.",
	} {
		if isBoilerplate(line, 0, len(strings.Fields(line))) {
			t.Errorf("%q should stay", line)
		}
	}
	if !isBoilerplate("Ferry fares go up again in May", 7, 7) {
		t.Error("a paragraph of nothing but a link should go")
	}
	if isBoilerplate("The mayor spoke to the Harlow Post on Monday.", 3, 9) {
		t.Error("a paragraph with a link should stay")
	}
}

// TestBareTitle takes the publisher off a title.
func TestBareTitle(t *testing.T) {
	for _, test := range []struct{ title, publisher, want string }{
		{"A pier opens - Harlow Post", "Harlow Post", "A pier opens"},
		{"A pier opens | Harlow Post", "Harlow Post", "A pier opens"},
		{"A pier opens at the Harlow Post", "Harlow Post", "A pier opens at the Harlow Post"},
		{"A pier opens", "", "A pier opens"},
		{"Harlow Post", "Harlow Post", "Harlow Post"},
	} {
		if got := bareTitle(test.title, test.publisher); got != test.want {
			t.Errorf("%q: got %q, want %q", test.title, got, test.want)
		}
	}
}

// page is the sample page, for fuzzing.
func page(t testing.TB) []byte {
	data, err := os.ReadFile("testdata/page.html")
	if err != nil {
		t.Fatal(err)
	}
	return data
}
