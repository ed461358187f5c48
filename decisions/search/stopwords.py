"""Stopwords: frequent English words, and words that nearly every decision has. Pure."""

_LANGUAGE = """
allow allowed confirm confirmed confirms normally relate related relates relating
about above across actually after again against ago all almost already also although always am among an and another any
anyone anything are around as ask asked asking at away back be became because become been before began being below best
better between both but by came can cannot come could day days did didn different do does doesn doing don done down
during each either else enough even ever every everything example explain explained far few find first for found four
from full further gave get getting give given go goes going gone good got had has have having he help her here him
himself his how however i if in into is isn it its itself just keep kept kind knew know known last late later least
left less let like long look looked looking made make making many may me mean means might month months more most mr mrs
ms much must my myself near need needed needs neither never new next no none nor not nothing now of off often on once
one only or other others our out over own part people perhaps person place point put question quite rather really right
said same saw say says see seem seems seen set several she should show showed shown since so some someone something
soon still such sure take taken taking tell than that the their them themselves then there therefore these they thing
things think this those though thought three through time times to today together told too took toward towards tried
try two under until up upon us use used uses using very via want wanted wants was way we week weeks well went were what
when where whether which while who whole whom whose why will with within without would year years yes yet you your
"""
_TRADE = """
achieve action agreed apply authority body case circumstances closed comment comments complain complainant complained
complaining complains complaint complaints complete concern concerned concerning concerns consider considered
considering contact contacted council councils date decide decided decides decision decisions detail details
discretion discuss enquiries evidence fact failed failing failure fault final finding findings follow followed
following happened impact information injustice inquiries insufficient investigate investigated investigation
investigations investigator issue issues law legal likely matter matters name named officer officers ombudsman
ombudsmen outcome paragraph power powers previous procedure process provide provided put raise raised reason
reasonable reasons received reference refuse refused regarding reply report request requested resident respond
responded response result review reviewed sent significant stage statement summary unlikely view worthwhile wrong
wrote
"""
WORDS = frozenset(f"{_LANGUAGE} {_TRADE}".split())
"""Folded. They never make two decisions similar."""
