package document

// Quad classes of an event: verbal or material, cooperation or conflict.
const (
	VerbalCooperation   = 1
	MaterialCooperation = 2
	VerbalConflict      = 3
	MaterialConflict    = 4
)

// ploverMode is a mode of an event type with its own intensity.
type ploverMode struct {
	name      string
	intensity float64
}

// ploverType is an event type: its quad class, its intensity when the mode is
// not known, and its modes.
type ploverType struct {
	name      string
	quad      int
	intensity float64
	modes     []ploverMode
}

// plover holds the 16 event types with quad classes and intensities (-10 to 10)
// from the PLOVER manual 2.0, draft (CC BY-SA 4.0). Two of its statements are
// settled here: SANCTION is material conflict, as in the manual's list of types
// (its introduction says verbal), and ACCUSE, printed as 3, is -3, since its
// modes are -2 and -3.5. A mode that is printed without a score has the score
// of its type.
var plover = [...]ploverType{
	{"agree", VerbalCooperation, 2.5, nil},
	{"consult", VerbalCooperation, 2.5, []ploverMode{{"visit", 4}, {"third-party", 1}, {"multilateral", 4}, {"phone", 1.5}}},
	{"support", VerbalCooperation, 5, nil},
	{"concede", VerbalCooperation, 4.5, nil},
	{"cooperate", MaterialCooperation, 9.5, nil},
	{"aid", MaterialCooperation, 10, nil},
	{"retreat", MaterialCooperation, 6.5, []ploverMode{
		{"withdraw", 8}, {"release", 6.5}, {"disarm", 10}, {"ceasefire", 7.5}, {"access", 6.5}, {"resign", 4.5}}},
	{"request", VerbalConflict, 0, []ploverMode{{"assist", 0.5}, {"change", -1}, {"yield", -1}, {"meet", 0}}},
	{"accuse", VerbalConflict, -3, []ploverMode{{"disapprove", -2}, {"investigate", -3.5}, {"allege", -3.5}}},
	{"reject", VerbalConflict, -2, []ploverMode{{"assist", -1.5}, {"change", -2}, {"yield", -2}, {"meet", -2}}},
	{"threaten", VerbalConflict, -3.5, []ploverMode{
		{"restrict", -3}, {"arrest", -3.5}, {"relations", -3.5}, {"expel", -3.5}, {"territory", -4}, {"violence", -3.5}}},
	{"protest", MaterialConflict, -5, []ploverMode{
		{"demo", -5}, {"riot", -7}, {"strike", -5}, {"hunger", -4.5}, {"boycott", -4.5}, {"obstruct", -4.5}, {"vandalize", -5}}},
	{"sanction", MaterialConflict, -6, []ploverMode{{"convict", -6}, {"expel", -5.5}, {"withdraw", -6}, {"discontinue", -6}}},
	{"mobilize", MaterialConflict, -5.5, []ploverMode{{"troops", -6.5}, {"weapons", -6.5}, {"police", -5.5}, {"militia", -6}}},
	{"coerce", MaterialConflict, -7, []ploverMode{
		{"seize", -7}, {"restrict", -7}, {"censor", -6.5}, {"curfew", -6.5}, {"martial-law", -7.5}, {"arrest", -7},
		{"deport", -7}, {"withhold", -7}, {"misinformation", -6.5}, {"cyber", -7}}},
	{"assault", MaterialConflict, -9, []ploverMode{
		{"abduct", -8.5}, {"beat", -7.5}, {"torture", -8.5}, {"sexual", -8.5}, {"targeted", -9.5}, {"destroy", -8.5},
		{"primitive", -8}, {"firearms", -9}, {"explosives", -9}, {"suicide-attack", -9.5}, {"aerial", -9.5}, {"drone", -9.5},
		{"heavy-weapons", -9.5}, {"crowd-control", -7.5}, {"unconventional", -10}}},
}

// EventQuad gives the quad class (1 to 4) and the intensity (-10, the sharpest
// conflict, to 10, the closest cooperation) of a PLOVER event type in lower
// case. An unknown or empty mode has the intensity of the type; an unknown type
// has quad class 0.
func EventQuad(event, mode string) (quad int, intensity float64) {
	for i := range plover {
		t := &plover[i]
		if t.name != event {
			continue
		}
		for _, m := range t.modes {
			if m.name == mode {
				return t.quad, m.intensity
			}
		}
		return t.quad, t.intensity
	}
	return 0, 0
}
