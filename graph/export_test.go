package graph

// CheckVocabulary is what the tests of the quads check them by.
var CheckVocabulary = checkVocabulary
