"""Words that say nothing of what a paper is about: English's own, and those of every abstract.

They are folded words, as they stand in a text. How rare a word is tells most of it anyway; in a
small library it tells too little. So what a paper may be about is no stop word, but for a few that
stand in most abstracts, `model` or `task`, and their plurals.
"""

from __future__ import annotations

from typing import Final

_ENGLISH = """
    about above across after again against all almost along also although always am among an and
    another any are around as at away back be became because become been before behind being
    below beneath beside best better between beyond both but by came can cannot come could did
    do does done down due during each either else enough especially etc even ever every far few
    first five for four from further furthermore get give given go had hardly has hasn have
    having he hence her here herself him himself his how however if in indeed instead into is
    isn it itself just keep kept last later latter least less let like made mainly make many may
    maybe me mean meanwhile might more moreover most mostly much must my near nearly neither
    never next no none nor not nothing now of off often on once one only onto or other otherwise
    our ourselves out over own per perhaps quite rather really same second see seem seen several
    shall she should since six so some somehow something sometimes soon still such take ten than
    that the their them themselves then there thereby therefore these they third this those
    though three through throughout thus to together too toward towards twice two under unlike
    until up upon us use used useful using usually various very via was we well went were what
    whatever when whenever where whereas whereby wherein whether which while who whole whom
    whose why will with within without would yet you your
"""
_SCHOLARLY = """
    able abstract accordingly achieve achieved achieving additional additionally address
    addressed addressing aim allow allowed allowing approach approache article author available
    base based case certain challenge challenging common commonly compare compared comparing
    conduct consider considered considering contribute contribution corresponding crucial
    current currently demonstrate demonstrated demonstrating describe described despite detail
    develop developed developing difference different difficult directly discuss discussed
    easily effect effective effectively effectiveness efficient efficiently employ enable
    enabled enabling enhance enhanced enhancing ensure essential establish evaluate evaluated
    evaluating example exhibit existing experiment experimental explore exploring extensive
    extensively fact feature finally find finding following framework full fully fundamental
    gain general generally github good great greater help high higher highlight highly http
    https idea identified identify implement important improve improved improvement improving
    include including increase increased increasing increasingly insight interest introduce
    introduced introducing investigate investigated issue key known lack large largely larger
    lead leading level leverage leveraging limitation limited low lower main major make measure
    method model namely need needed new newly note novel number observe obtain obtained offer
    offering outperform outperforming overall page paper part particular particularly perform
    performance possible potential potentially powerful practical present presented
    previously prior problem produce promising propose proposed proposing provide provided
    providing range recent recently reduce reducing release released rely relying remain
    remaining report represent require required requirement research respectively result
    resulting reveal role set setting show showed showing shown significant significantly
    similar simple simply solution solve solving specific specifically strong studied study
    studying substantial substantially success successful successfully suggest system task
    technique term thorough type typical typically unified unique use utilize utilizing variety
    various way wide widely work working
"""

STOP_WORDS: Final = frozenset(
    form for word in (_ENGLISH + _SCHOLARLY).split() for form in (word, f"{word}s")
)
"""In no order."""
