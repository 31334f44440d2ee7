package source

import (
	"strings"
	"unicode"
)

// match is how a line of boilerplate is recognised.
type match int

const (
	whole  match = iota // the line is the phrase, but for marks at its end
	starts              // the line begins with it
	holds               // the line has it somewhere
)

// boilerplate are the lines that pages put among the paragraphs of an article,
// in lower case: what invites to read, watch, share, subscribe or agree, and what
// says who took the picture or made the page. A row catches a line of at most so
// many words, so that a sentence of the article that happens to begin alike
// stays.
var boilerplate = []struct {
	match  match
	phrase string
	words  int
}{
	// other articles
	{starts, "read more:", 40}, {starts, "read more about", 20}, {starts, "read more on", 20}, {starts, "read also", 40},
	{starts, "also read", 40}, {starts, "read next", 40}, {starts, "read the full", 12}, {starts, "read our", 20},
	{starts, "read:", 40}, {starts, "see also", 40}, {starts, "related:", 40}, {starts, "more on this", 12},
	{starts, "more from", 12}, {starts, "more stories", 12}, {starts, "you may also", 12}, {starts, "you might also", 12},
	{starts, "recommended for you", 12}, {starts, "editor's picks", 12}, {starts, "editors' picks", 12}, {starts, "up next", 20},
	{whole, "what's next", 2},
	{whole, "read more", 2}, {whole, "related", 1}, {whole, "related articles", 2}, {whole, "related stories", 2},
	{whole, "related topics", 2}, {whole, "related content", 2}, {whole, "related news", 2}, {whole, "recommended", 1},
	{whole, "most read", 2}, {whole, "most popular", 2}, {whole, "trending", 1}, {whole, "trending now", 2},
	{whole, "latest news", 2}, {whole, "top stories", 2}, {whole, "more", 1}, {whole, "further reading", 2},
	{starts, "topics:", 30}, {starts, "tags:", 30}, {starts, "filed under", 30}, {starts, "keywords:", 30}, {starts, "categories:", 30},
	// pictures, films, sound
	{starts, "watch:", 40}, {starts, "watch live", 20}, {starts, "listen:", 40}, {starts, "listen to this", 20},
	{starts, "photo:", 40}, {starts, "photos:", 40}, {starts, "photo by", 25}, {starts, "photograph:", 40}, {starts, "photograph by", 25},
	{starts, "picture:", 40}, {starts, "image:", 40}, {starts, "image credit", 40}, {starts, "image source", 40}, {starts, "photo credit", 40},
	{starts, "file photo", 40}, {starts, "source:", 6}, {whole, "photo", 1}, {whole, "image", 1}, {whole, "photos", 1}, {whole, "video", 1}, {starts, "credit:", 25}, {starts, "video:", 40}, {starts, "play video", 12}, {holds, "/getty images", 40},
	{holds, "getty images", 12}, {starts, "image caption", 60}, {starts, "advertisement", 3}, {starts, "advertising", 2},
	{starts, "sponsored", 8}, {starts, "promoted", 6}, {starts, "paid content", 8}, {whole, "ad", 1},
	{starts, "story continues below", 6}, {starts, "article continues", 8}, {starts, "continue reading", 8}, {starts, "scroll to continue", 8},
	// sharing, printing, commenting
	{starts, "share this", 12}, {starts, "share on", 12}, {starts, "share via", 12}, {starts, "share:", 20}, {whole, "share", 1},
	{whole, "tweet", 1}, {whole, "print", 1}, {whole, "email", 1}, {whole, "save", 1}, {whole, "copy link", 2}, {whole, "whatsapp", 1},
	{whole, "facebook", 1}, {whole, "twitter", 1}, {whole, "linkedin", 1}, {whole, "telegram", 1}, {starts, "facebook twitter", 12},
	{starts, "follow us", 25}, {starts, "follow @", 12}, {starts, "join our", 25}, {starts, "join the conversation", 12},
	{starts, "leave a comment", 8}, {starts, "post a comment", 8}, {starts, "comments", 3}, {starts, "view comments", 4},
	{starts, "show comments", 4}, {whole, "back to top", 3}, {starts, "skip to", 6}, {whole, "close", 1}, {whole, "menu", 1}, {whole, "loading", 1},
	// subscribing and agreeing
	{starts, "sign up", 30}, {starts, "sign in", 12}, {starts, "log in", 12}, {starts, "subscribe", 30}, {starts, "register now", 20},
	{starts, "get the latest", 30}, {starts, "get our", 25}, {starts, "get breaking news", 30}, {starts, "download our", 25},
	{starts, "download the app", 20}, {starts, "click here", 25}, {starts, "enter your email", 20}, {starts, "your email address", 20},
	{starts, "support our journalism", 30}, {starts, "donate", 12}, {holds, "our newsletter", 35}, {holds, "your inbox", 35},
	{starts, "we use cookies", 80}, {starts, "this site uses cookies", 80}, {starts, "this website uses cookies", 80},
	{starts, "by continuing to", 60}, {holds, "cookie policy", 60}, {holds, "privacy policy", 60}, {holds, "accept all cookies", 60},
	{whole, "accept", 1}, {whole, "accept all", 2}, {whole, "reject all", 2}, {whole, "i agree", 2}, {whole, "manage preferences", 2},
	// who made the page
	{starts, "powered by", 5}, {starts, "a version of this", 40}, {starts, "this version corrects", 25}, {holds, "follow him on", 60}, {holds, "follow her on", 60}, {starts, "first published", 12}, {starts, "last updated", 12}, {starts, "copyright ©", 40}, {starts, "copyright (c)", 40}, {starts, "©", 40}, {holds, "all rights reserved", 40},
	{starts, "reporting by", 40}, {starts, "editing by", 30}, {starts, "our standards:", 15}, {starts, "(reporting by", 40},
	{holds, "contributed to this report", 30}, {holds, "contributed to this story", 30}, {starts, "this article was originally published", 40},
	{starts, "this story was originally published", 40}, {starts, "have you got a story", 30}, {starts, "do you have a story", 30},
}

// mostLinked is how many words a paragraph that is nothing but links can have and
// still be a pointer to something else.
const mostLinked = 30

// isBoilerplate tells whether a paragraph of a page is no part of its article;
// linked of its words stand in links.
func isBoilerplate(paragraph string, linked, count int) bool {
	if count <= mostLinked && linked*10 >= count*9 || strings.IndexFunc(paragraph, unicode.IsLetter) < 0 {
		return true
	}
	line := strings.ToLower(strings.ReplaceAll(paragraph, "’", "'"))
	bare := strings.Trim(line, " .:!?…»>›→|•·-–—")
	for _, row := range boilerplate {
		if count > row.words {
			continue
		}
		switch row.match {
		case whole:
			if bare == row.phrase {
				return true
			}
		case starts:
			if strings.HasPrefix(line, row.phrase) {
				return true
			}
		case holds:
			if strings.Contains(line, row.phrase) {
				return true
			}
		}
	}
	return false
}
