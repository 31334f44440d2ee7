package statement

// rule names the way in which a statement was found.
type rule byte

const (
	ruleNone rule = iota
	ruleQuoteBefore
	ruleQuoteAround
	ruleQuoteAfter
	ruleMixedBefore
	ruleMixedAfter
	ruleTrailing
	ruleParenthetical
	ruleThat
	ruleBare
	ruleAsked
	rulePhrase
	ruleNaming
	ruleAccordFront
	ruleAccordEnd
	ruleColon
	ruleSigned
	ruleFloating
	ruleTurn
	ruleHeadline
	ruleContinued
	ruleCount
)

// follows tells whether the attribution comes after all of its content, which
// then may hold other reports.
func (k rule) follows() bool { return k == ruleTrailing || k == ruleMixedBefore }

// rules gives each rule its name and how often a statement that it found was
// right, content and speaker both, on the development set.
var rules = [ruleCount]struct {
	name       string
	confidence float64
}{
	ruleQuoteBefore:   {"quote.before-cue", .9},
	ruleQuoteAround:   {"quote.around-cue", .9},
	ruleQuoteAfter:    {"quote.after-cue", .9},
	ruleMixedBefore:   {"mixed.before-cue", .7},
	ruleMixedAfter:    {"mixed.after-cue", .7},
	ruleTrailing:      {"indirect.before-cue", .7},
	ruleParenthetical: {"indirect.around-cue", .7},
	ruleThat:          {"indirect.that", .7},
	ruleBare:          {"indirect.bare", .7},
	ruleAsked:         {"indirect.question", .6},
	rulePhrase:        {"indirect.phrase", .5},
	ruleNaming:        {"indirect.naming", .5},
	ruleAccordFront:   {"accord.front", .8},
	ruleAccordEnd:     {"accord.end", .8},
	ruleColon:         {"quote.colon", .8},
	ruleSigned:        {"quote.signed", .8},
	ruleFloating:      {"quote.floating", .7},
	ruleTurn:          {"turn", .9},
	ruleHeadline:      {"headline", .8},
	ruleContinued:     {"quote.continued", .9},
}
