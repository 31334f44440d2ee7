package main

// notice says what the model of names was learned from. It is part of the file.
const notice = `Model of names in English news, licensed CC BY-SA 4.0.
Learned from: GUM, the Georgetown University Multilayer corpus (Zeldes 2017; annotation CC BY 4.0, texts CC BY, CC BY-SA or public domain); Universal NER on UD_English-EWT (CC BY-SA 4.0); CrossNER (MIT), DocRED and Re-DocRED (MIT), whose texts are from Wikipedia (CC BY-SA); MASC, the Manually Annotated Sub-Corpus (free for any use); the Groningen Meaning Bank (public domain), relabelled by rule. Word classes and vectors learned from: Tehran Times / Mehr News Agency (CC BY 4.0; text cleaned); pm-transcripts, licensed from the Commonwealth of Australia under CC BY 3.0 AU, which does not necessarily endorse this; Wikinews (CC BY 2.5); statements of the White House and of members of the US Congress (public domain; compilations by brian14708/wh-briefings, CC0, and dwillis/congress-press, MIT).
Data was selected, merged and changed.
`

// statementsNotice is the same of the model of statements.
const statementsNotice = `Model of reports in English news.
Learned from PolNeAR, a corpus of attributions in political news (Newell, Margolin and Ruths 2018): how often words of closed classes, verbs of reporting, tags, kinds of names, punctuation and their order go with cues, contents and speakers. It holds no other word of those texts, and no sentence. Licensed as the code, Apache-2.0.
`

// sentencesNotice is the same of the model of sentence ends.
const sentencesNotice = `Model of sentence ends in English, licensed CC BY-SA 4.0.
Learned from: UD_English-EWT, the English Web Treebank (CC BY-SA 4.0); GUM, the Georgetown University Multilayer corpus (Zeldes 2017; annotation CC BY 4.0, texts CC BY, CC BY-SA or public domain); where paragraphs end in Tehran Times / Mehr News Agency (CC BY 4.0; text cleaned) and in statements of the White House and of members of the US Congress (public domain; compilations by brian14708/wh-briefings, CC0, and dwillis/congress-press, MIT).
Data was selected, merged and changed.
`

// lemmasNotice is the same of the table of lemmas.
const lemmasNotice = `# Lemmas: Penn tag, ending (^ whole form), bytes to strip, what to add. Made by cmd/train lemmas.
# Learned from UD_English-EWT, the English Web Treebank (CC BY-SA 4.0), and GUM, the Georgetown University
# Multilayer corpus (Zeldes 2017; annotation CC BY 4.0). Licensed CC BY-SA 4.0. Data was selected, merged and changed.
`

// homographsNotice is the same of the list of places that are common words.
const homographsNotice = `# Places of the lexicon that are common words, too: news have them in lower case. Made by cmd/train homographs.
# Learned from Tehran Times / Mehr News Agency (CC BY 4.0), pm-transcripts (Commonwealth of Australia, CC BY 3.0 AU), Wikinews
# (CC BY 2.5), and public-domain statements of the White House and of members of the US Congress.
`
