"""config/conflicts.toml -> the conflicts that are watched, and what their sides are called."""

from __future__ import annotations

from service.config import checks
from service.config.tables import Table
from service.settings import Conflict, Party


def read_conflicts(root: Table) -> tuple[Conflict, ...]:
    """Every [[conflict]] with its [[conflict.party]] tables; ids are unique, and a name belongs to one side of a conflict."""
    seen: dict[str, int] = {}
    conflicts = []
    for table in root.tables("conflict", "[[conflict]]"):
        conflict = _read(table)
        table.finish()
        first = seen.setdefault(conflict.id, table.line("id"))
        if conflict.id and first != table.line("id"):
            table.wrong("id", f"there is a conflict {conflict.id} in line {first} already; ids are unique")
        if conflict.id:
            conflicts.append(conflict)
    if not root.values.get("conflict"):
        root.problems.add(root.file, 0, "has no conflict; add at least one [[conflict]] with id, title and [[conflict.party]]")
    root.finish()
    return tuple(conflicts)


def _read(table: Table) -> Conflict:
    identity = table.text("id", check=checks.identifier)
    parties = table.tables("party", "[[conflict.party]]")
    if not parties:
        table.wrong("party", "is missing; add a [[conflict.party]] with id and name for each side")
    return Conflict(
        id=identity,
        title=table.text("title"),
        parties=_read_parties(parties),
        places=table.texts("places"),
        countries=table.texts("countries", check=checks.country),
        keywords=table.texts("keywords"),
    )


def _read_parties(tables: list[Table]) -> tuple[Party, ...]:
    owners: dict[str, tuple[str, int]] = {}
    ids: dict[str, int] = {}
    parties = []
    for table in tables:
        party = Party(
            id=table.text("id", check=checks.identifier),
            name=table.text("name", longest=120),
            aliases=table.texts("aliases"),
            people=table.texts("people"),
            forces=table.texts("forces"),
        )
        table.finish()
        first = ids.setdefault(party.id, table.line("id"))
        if party.id and first != table.line("id"):
            table.wrong("id", f"this conflict has a party {party.id} in line {first} already")
        _claim_names(table, party, owners)
        parties.append(party)
    return tuple(parties)


def _claim_names(table: Table, party: Party, owners: dict[str, tuple[str, int]]) -> None:
    """A word that stands for two sides of one conflict would give one side's dead to the other."""
    for key, words in (("aliases", party.aliases), ("people", party.people), ("forces", party.forces)):
        written = [word.strip() if isinstance(word, str) else word for word in table.values.get(key) or ()]
        for word in words:
            owner, line = owners.setdefault(word, (party.id, table.line(key, written.index(word))))
            if owner != party.id:
                place = written.index(word)
                table.wrong(key, f'"{word}" is a name of {owner} in line {line} already; a name belongs to one side', place)
