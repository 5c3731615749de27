"""``analyse``: text to report, the stages in order.

text -> sentences and tokens -> names -> figures -> ceasefire statements -> relevance -> (an irrelevant article's figures are
no news) -> conflicts. Each stage is a pure function of the ones before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from service.analysis.ceasefire import ceasefire_now, find_ceasefire
from service.analysis.conflicts import assign
from service.analysis.figures import find_figures
from service.analysis.gazetteer import Gazetteer
from service.analysis.homes import Title
from service.analysis.outside import outside_the_news
from service.analysis.relevance import judge
from service.analysis.state_wars import state_war
from service.analysis.text import prepare
from service.models import Report

VERSION = "en-4"  # part of every claim's id: to be raised with any change of what is found


def analyse(article_text: str, *, title: str = "", published: datetime, gazetteer: Gazetteer, language: str = "en") -> Report:
    """What an article states; offsets are into ``article_text``, ``published`` is aware.

    The title is context only: where the text is empty or one short sentence, pass title, line break and text as the text.
    Only English is read so far; ``language`` is for what comes. Pure and deterministic, never raises on any text.
    """
    document = prepare(article_text)
    mentions = gazetteer.mentions(document)
    head = prepare(title)
    told = Title(head, gazetteer.mentions(head)) if title else None
    found = find_figures(document, mentions, published=published, title=told)
    statements = find_ceasefire(document, mentions, published=published)
    told_of = ((told.document, told.mentions), (document, mentions)) if told else ((document, mentions),)
    war = state_war(told_of, gazetteer)
    relevant, why = judge(document, title, mentions, found.figures, statements, published, at_war=war is not None and war.sure)
    figures = found.figures if relevant else outside_the_news(found.figures, document, mentions)
    assignment = assign(document, mentions, figures, statements, gazetteer, title, war)
    return Report(
        relevant=relevant,
        figures=assignment.figures,
        ceasefire=assignment.statements,
        ceasefire_now=ceasefire_now(document, statements),
        conflict=assignment.main,
        conflicts=assignment.conflicts,
        parties=_by_weight(mention.party for mention in mentions),
        places=_by_weight(mention.place for mention in mentions),
        rejected=found.rejected,
        why_relevant=why,
        version=VERSION,
    )


def _by_weight(names: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, the one named most first; of equals the one named first."""
    return tuple(name for name, _ in Counter(name for name in names if name).most_common())
