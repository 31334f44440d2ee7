package entity

import (
	"slices"
	"strings"
)

// alike tells whether two given names are the same, one is the initial of the
// other, or one is short for the other.
func alike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) == 1 && a[0] == b[0] || slices.Contains(strings.Fields(shortFor[a]), b) || slices.Contains(strings.Fields(shortFor[b]), a)
}

// shortFor lists which given names a familiar form stands for, where both are
// used of one person in news. Source: compiled by hand for this project.
var shortFor = map[string]string{
	"abe": "abraham", "al": "albert alan alfred", "alex": "alexander alexandra", "andy": "andrew", "art": "arthur", "ben": "benjamin", "bernie": "bernard",
	"beth": "elizabeth", "bill": "william", "bob": "robert", "bobby": "robert", "brad": "bradley", "charlie": "charles", "chris": "christopher christine", "chuck": "charles",
	"cathy": "catherine", "dan": "daniel", "danny": "daniel", "dave": "david", "dick": "richard", "don": "donald", "doug": "douglas", "ed": "edward edwin", "fred": "frederick",
	"gabe": "gabriel", "gerry": "gerald", "greg": "gregory", "hank": "henry", "jack": "john", "jake": "jacob", "jeff": "jeffrey", "jerry": "gerald jerome", "jim": "james",
	"jimmy": "james", "joe": "joseph", "joey": "joseph", "josh": "joshua", "kate": "katherine kathryn", "kathy": "katherine kathleen", "ken": "kenneth", "larry": "lawrence",
	"liz": "elizabeth", "lou": "louis", "maggie": "margaret", "matt": "matthew", "meg": "margaret", "mike": "michael", "mitch": "mitchell", "nick": "nicholas",
	"pat": "patrick patricia", "peggy": "margaret", "pete": "peter", "phil": "philip phillip", "ray": "raymond", "rich": "richard", "rick": "richard", "rob": "robert",
	"ron": "ronald", "russ": "russell", "sam": "samuel samantha", "stan": "stanley", "steve": "stephen steven", "sue": "susan", "ted": "edward theodore", "tim": "timothy",
	"tom": "thomas", "tommy": "thomas", "tony": "anthony antony", "vince": "vincent", "walt": "walter", "will": "william", "zach": "zachary",
	"mohamed": "mohammed mohammad", "mohammed": "mohammad", "muhammad": "mohammad mohammed", "sergei": "sergey", "aleksandr": "alexander",
}
