"""Words that make two papers alike and tell nobody what they are about: no reason to be shown.

They count where papers are compared (`likeness`): *train* in common is more than nothing. A reader
takes none of them for a topic. What may be one (*memory*, *planning*, *network*) is not here. They
are terms as `likeness.singular` leaves them; adverbs are told by their ending.
"""

from __future__ import annotations

from typing import Final

_DOING = """
    adapt add adding align answer appear apply applying arise ask assess avoid begin bring build
    building built call capture captured carry change changing choose claim close collect
    collected combine combining compete complete compute construct contain continue convert cope
    cover create creating cut deal decide decrease deliver depend deploy derive design designed
    detect determine draw drive driven emerge end enter estimate exceed expand expect explain
    expose extend extract fail fall fill fit fix fixed focus follow force form found generate
    generated generating grow growing guide guided guiding handle happen hide hold imagine imply
    induced inform involve join judge jump learn learned learning leave lie limiting link listen
    live load look looking lose maintain making manage match matching meet merge mix move moving
    name occur open operate optimize pass passed pay pick place play pose predict prefer prepare
    preservation preserve preserving prevent process prove push put raise reach reaching read
    reading realize receive recover refine repair repeat replace resolve retrieved return rise run
    running save say scale scaled scaling score seek select send serve shape share shared shift
    sit sort speak speed spend split stand start stay stop store struggle suffer supply support
    switch taking teach tell test tested testing think track train trained training transform
    treat try trying turn update vary verify wait want watch win write writing
"""
_BEING = """
    absolute accurate active actual alone appropriate arbitrary automatic average aware bad basic
    big bigger brief broad broader careful central cheap cheaper clean clear closed closer co
    coarse comparable complex comprehensive consistent constant correct costly critical cross
    daily dedicated deep deeper detailed direct distinct diverse dominant double early easier easy
    empty entire equal exact expensive explicit external extra extreme faithful false fast faster
    fastest final fine finer flat flexible former free frequent fresh global half hard harder
    heavy hidden huge ideal identical immediate implicit independent individual initial inside
    inter intermediate internal joint likely little local long longer manual massive mere minimal
    minor missing mixed modern multi multiple narrow natural necessary negative non normal old
    older opposite optimal ordinary original outside parallel partial perfect plain poor popular
    positive pre precise primary private proper public pure quick rapid rare raw ready real
    realistic reasonable regular related relative relevant reliable remote rich rough scalable
    self semi sequential serial sharp short shorter simultaneous single small special stable
    standard state static steady strict stronger subtle sudden sufficient suitable superior tight
    tiny top total true ultimate uncertain unexplored uniform universal unknown unseen upper usual
    valid valuable vast visible wild worse worst wrong
"""
_THINGS = """
    ability access account activity advance advantage agree analysis art aspect assumption attempt
    balance barrier baseline basis batch bench benefit billion bit block body bottleneck bound
    budget capability capacity care category cause center chance choice class collection
    combination comparison component condition configuration connection consequence constraint
    content context contrast copy core cost count couple course criterion cycle data dataset date
    day decade degree demand dependency device dimension direction distance domain dozen effort
    element environment error evaluation evidence execution expense extent factor failure field
    figure fraction front function future gap goal ground group growth guarantee guidance hand
    harness head hour house hundred impact implementation implication information input instance
    item job kind language layer length life line list loop loss machine majority manner margin
    mark mechanism member metric million mind minute mode module moment month node notion object
    objective observation operation opportunity option order outcome output pair paradigm
    parameter partner path pattern peak people percent period person phase piece pipeline point
    position power practice precision presence principle priority procedure product progress
    project property purpose quality quantity quarter question rank rate ratio reality reason
    record region relation relationship request resource response rest review right room round row
    rule sample scenario scheme scope section sense sentence service session side sign size source
    space stage step strategy strength structure style subject subset sum surface survey table
    target team theme thing thousand threshold time trace trade trend trial truth unit usage user
    utility value variable variation version view volume week weight year
"""

WEAK_WORDS: Final = frozenset(word for words in (_DOING, _BEING, _THINGS) for word in words.split())
"""Terms that are no reason; adverbs are none either."""

_NO_ADVERBS: Final = frozenset(("anomaly", "assembly", "family", "multiply", "poly", "supply"))


def is_weak(term: str) -> bool:
    """Whether a term tells nobody what two papers have in common."""
    if term.endswith("ly"):
        return term not in _NO_ADVERBS
    return (f"{term[:-2]}y" if term.endswith("ie") else term) in WEAK_WORDS  # strategie(s)
