package source

import (
	"strings"
	"testing"
)

// TestForeign has texts that must go in, however odd their English, and some
// that must not.
func TestForeign(t *testing.T) {
	tests := []struct {
		name, declared, text string
		english              bool
	}{
		{"plain", "", story, true},
		{"declared French", "fr", story, false},
		{"declared English", "en", "Der Hafen hat am Montag eine zweite Mole eröffnet, und das erste Schiff, das sie nutzte, war eine Fähre vom Festland, sagte die Sprecherin.", true},
		{"too short to tell", "", "Der Hafen ist offen.", true},
		{"headlines without function words", "", strings.Repeat("Harlow Bay pier opens; ferry first; cost down; mayor pleased. ", 5), true},
		{"names in plenty", "", strings.Repeat("Krzysztof Wiśniewski, Ayşe Yıldız, Nguyễn Văn Hải and Þóra Jónsdóttir won. ", 5), true},
		{"numbers", "", strings.Repeat("12 14 15 17 ", 30), true},
		{"German", "", "Der Hafen hat am Montag eine zweite Mole eröffnet, und das erste Schiff, das sie nutzte, war eine Fähre vom Festland. Eine Sprecherin sagte, dass die Mole weniger gekostet habe als geplant.", false},
		{"French", "", "Le port a ouvert lundi sa deuxième jetée, et le premier navire à l'utiliser était un ferry venu du continent. Une porte-parole a déclaré que la jetée avait coûté moins cher que prévu.", false},
		{"Spanish", "", "El puerto abrió el lunes su segundo muelle y el primer barco que lo utilizó fue un transbordador procedente del continente. Una portavoz dijo que el muelle había costado menos de lo previsto.", false},
		{"Russian", "", "В понедельник порт открыл второй причал, и первым судном, которое им воспользовалось, стал паром с материка. Представительница порта сообщила, что причал обошёлся дешевле, чем планировалось.", false},
		{"Chinese", "", "港口周一启用了第二座码头，第一艘使用该码头的船是来自大陆的渡轮。港口发言人说，码头的造价低于计划。新码头将于明年春天全面投入使用，届时每天将有十二班渡轮。", false},
		{"Arabic", "", "افتتح الميناء يوم الاثنين رصيفه الثاني، وكانت أول سفينة تستخدمه عبارة قادمة من البر الرئيسي. وقالت متحدثة باسم الميناء إن الرصيف كلف أقل مما كان مخططا له في البداية.", false},
		{"empty", "", "", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := foreign(test.declared, test.text); (got == "") != test.english {
				t.Errorf("taken for %q", got)
			}
		})
	}
}

// TestLanguage reads declarations of a language as pages make them.
func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "en-GB": "en", "EN_us": "en", "English": "en", "eng": "en", "de-AT": "de", "und": "", "": "", " fr ": "fr", "-": "-",
	} {
		if got := language(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestHeadline tells headlines from first sentences.
func TestHeadline(t *testing.T) {
	const body = "\n\nThe port authority opened its second pier on Monday.\n\nIt is long."
	for _, test := range []struct{ text, want string }{
		{"Second pier opens in Harlow Bay" + body, "Second pier opens in Harlow Bay"},
		{"\n\n  Second pier opens in Harlow Bay \r\n\r\n" + body, "Second pier opens in Harlow Bay"},
		{"The second pier opened." + body, ""},                        // a sentence
		{"“It is long”" + body, ""},                                   // a quotation
		{"Tuesday, 2 April 2013" + body, ""},                          // a dateline
		{"Harlow Bay" + body, ""},                                     // a place, or the name of the writer
		{"Second pier opens in Harlow Bay", ""},                       // nothing follows
		{"Second pier opens in Harlow Bay\nIt is long.\n\nVery.", ""}, // a paragraph that is broken into lines
		{strings.Repeat("pier ", 30) + body, ""},
		{"", ""},
	} {
		if got := headline(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}
