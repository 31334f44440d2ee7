package token

import "strings"

// follow says what may come after an abbreviation's stop.
type follow byte

const (
	never follow = iota // a name or number follows: the stop never ends a sentence
	maybe               // may end a sentence when what follows begins one
)

// abbreviations keep the stop after them. Written without it.
var abbreviations = func() map[string]follow {
	m := map[string]follow{}
	for _, w := range strings.Fields(`
		Mr Mrs Ms Messrs Mx Dr Prof Rev Fr Hon St Ste Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Brig
		Capt Cmdr Cpl Sgt Adm Supt Insp Det Pres Amb Sec Atty Mme Mlle Srta Ald Del Msgr
		No Nos Art Sec Vol vol Fig pp Ch vs v approx est ca cf al eg Ft Mt Msg Drs Attn attn div e.g i.e P.S a.k.a
		GEN SEN REP GOV DR MR MRS MS PROF REV SGT CAPT COL`) {
		m[w] = never
	}
	for _, w := range strings.Fields(`
		Jr Sr Esq JR SR INC CORP LTD PVT Pvt Inc Corp Co Cos Ltd Bros Assn Dept Univ Inst Intl Natl Govt Bldg
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
		Ave Blvd Sts Rd Hwy Pkwy Sq etc ext tel esp
		Ala Ariz Ark Cal Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
		Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta`) {
		m[w] = maybe
	}
	return m
}()

// starters are the capitalised words that, after an abbreviation's stop, begin a
// sentence rather than go on with a name.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		The A An This That These Those He She It They We You I His Her Its Their Our My There Here
		In On At By For From With After Before Since During While When Where If As Although Though
		But And Or So Yet However Meanwhile Moreover Then Now Today What Who Why How Some Many Most
		Several All Both Each Other Another One Two Three No Not Under Over Among Because According
		Asked Last Earlier Later Also Still Instead Despite Until Such`) {
		m[w] = true
	}
	return m
}()
