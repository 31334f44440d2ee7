package lexicon

// Kind is the set of things that a phrase can be.
type Kind uint32

// What a phrase can be. A phrase is often several at once: Jordan is a country,
// a given name and a surname.
const (
	Country      Kind = 1 << iota // the country itself, or a body of states with a code: EUE, UNO
	Adjective                     // Russian, as in Russian forces
	People                        // Russians
	Metonym                       // the Kremlin: stands for a government when it acts
	WeakMetonym                   // stands for one now and then: a ministry's street, a palace
	Capital                       // capital city of a country
	City                          // city of 100,000 people or more
	Town                          // smaller city
	Region                        // first level inside a country: state, province, oblast
	Feature                       // sea, river, island, mountain, continent
	Organization                  // full name or alias
	Acronym                       // short form of an organisation, all capitals
	Leader                        // full name of somebody who held an office of state
	Politician                    // full name of some other politician
	Short                         // with the two above: a single word that is used for that person
	Title                         // may stand before a name: General of the Army, Prime Minister, Dr.
	Given                         // given name
	Female                        // with Given: used for women
	Male                          // with Given: used for men
	Surname
	Prefix // longer phrases begin with this one

	Place  = Capital | City | Town | Region | Feature
	Person = Leader | Politician
)

// Has tells whether k and any have a kind in common.
func (k Kind) Has(any Kind) bool { return k&any != 0 }
