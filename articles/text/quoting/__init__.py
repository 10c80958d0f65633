"""Finding quotations and who said them, by rules of each language: no model, no database, nothing learnt.

    story.py, reader.py                       all of it in order: a story, its sentences
    marks.py, dashes.py, turns.py             where the words of others stand: in marks, behind a dash, behind a name
    paragraph.py                              a paragraph as words and sentences, its quotes covered
    language.py, languages/                   the words a language has for saying, for people, for where it was said
    names.py, phrases.py                      how far a name reaches, and a phrase
    name_in_phrase.py, mentions.py, titles.py which part of it is name, title, house
    subjects.py, topic.py, cues.py            words of saying and their subjects; what a sentence is about
    attribution.py, speech.py                 which of them belong to a quote, and whether it is speech at all
    cast.py, context.py, issuers.py           who is in the story; whom "she", "the mayor", "the statement" means
    channels.py, outlets.py, paraphrases.py   where it was said, through whom; what is reported without marks
    east_asian.py                             Chinese and Japanese, by patterns alone
    quotation.py                              what is found

`articles/text/quotes.py` is the front; the rest of the house asks there.
"""
