package relation

// operator is what a verb makes of the event below it: of "threatened to
// attack" a threat, of "agreed to send arms" an agreement, of "lifted the
// sanctions" a concession. PETRARCH-2 composes its codes in this way.
type operator byte

const (
	opNone     operator = iota
	opDo                // hold, launch, give: the event below, as it is
	opBegin             // begin, continue, try: the same, below a verb too
	opStop              // halt, cut, cancel
	opConclude          // end: what has an end of its own took place
	opEase              // lift, relax
	opAsk               // urge, demand
	opRefuse            // reject, decline
	opThreaten          // threaten
	opAgree             // promise, offer; ready to
	opIntend            // plan, want; is due to
	opBack              // praise, welcome
	opPredict           // will
)

var operatorNames = map[string]operator{
	"": opNone, "do": opDo, "begin": opBegin, "stop": opStop, "conclude": opConclude, "ease": opEase, "ask": opAsk, "refuse": opRefuse,
	"threaten": opThreaten, "agree": opAgree, "intend": opIntend, "back": opBack,
}

// polarity of an event type: whether it is cooperation or conflict.
func cooperative(kind string) bool {
	switch kind {
	case "agree", "consult", "support", "concede", "cooperate", "aid", "retreat":
		return true
	}
	return false
}

// apply gives the event that the operator makes of e.
func (op operator) apply(e event) event {
	switch op {
	case opNone, opDo, opBegin:
		return e
	case opStop:
		switch e.kind {
		case "assault", "mobilize":
			return event{"retreat", "ceasefire", "military"}
		case "sanction", "coerce", "protest", "threaten", "reject", "accuse", "request":
			return event{"concede", "", e.context}
		case "consult":
			return event{"reject", "meet", e.context}
		case "retreat":
			return event{"reject", "yield", e.context}
		}
		return event{"sanction", "discontinue", e.context}
	case opConclude:
		if e.kind == "consult" || e.kind == "cooperate" && e.context == "military" {
			return e // talks, a visit, a drill
		}
		return opStop.apply(e)
	case opEase:
		switch e.kind {
		case "sanction", "coerce", "reject":
			return event{"concede", "", e.context}
		}
		return event{}
	case opAsk:
		return event{"request", modeOf(e), e.context}
	case opRefuse:
		return event{"reject", modeOf(e), e.context}
	case opThreaten:
		return event{"threaten", threatOf(e), e.context}
	case opAgree:
		if cooperative(e.kind) || e.kind == "" {
			return event{"agree", "", e.context}
		}
		return opIntend.apply(e)
	case opIntend, opPredict:
		switch e.kind {
		case "agree", "consult", "support", "cooperate", "aid":
			return event{"agree", "", e.context}
		case "concede", "retreat":
			if e.mode == "resign" {
				return e
			}
			return event{"agree", "", e.context}
		case "sanction", "coerce", "assault", "mobilize":
			return event{"threaten", threatOf(e), e.context}
		}
		return e
	case opBack:
		return event{"support", "", e.context}
	}
	return event{}
}

// modeOf is the mode of a request for, or a refusal of, an event.
func modeOf(e event) string {
	switch e.kind {
	case "aid", "cooperate", "support":
		return "assist"
	case "consult":
		return "meet"
	case "concede", "retreat":
		return "yield"
	case "":
		return ""
	}
	return "change"
}

// threatOf is the mode of the threat of an event.
func threatOf(e event) string {
	switch e.kind {
	case "assault":
		return "violence"
	case "sanction":
		if e.mode == "expel" {
			return "expel"
		}
		return "relations"
	case "coerce":
		switch e.mode {
		case "arrest":
			return "arrest"
		case "deport":
			return "expel"
		case "seize":
			return "territory"
		}
		return "restrict"
	}
	return ""
}
