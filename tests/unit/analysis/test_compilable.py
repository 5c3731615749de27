"""What stops mypyc, or means something else once compiled, is seen in the sources: the compiled build itself takes minutes to make."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ANALYSIS = Path(__file__).resolve().parents[3] / "service" / "analysis"
SET_OPERATIONS = (ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor)


def is_keys(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "keys"


def is_a_set(node: ast.expr) -> bool:
    """Whether an expression shows by itself that it is a set and no frozenset."""
    if isinstance(node, ast.BinOp):
        return is_a_set(node.left) and is_a_set(node.right)
    return isinstance(node, ast.Set | ast.SetComp) or is_keys(node)


def is_findall(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "findall"


def faults(source: str) -> Iterator[str]:
    """The line of each turn that must not be there, and what to write."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.BinOp(left=left, op=op, right=right) if isinstance(op, SET_OPERATIONS):
                if (is_keys(left) and not is_a_set(right)) or (is_keys(right) and not is_a_set(left)):
                    yield f"{node.lineno}: a frozenset and keys() make a set: ask both, or write union()"
            case ast.Compare(
                ops=[*_, ast.In() | ast.NotIn()],
                comparators=[*_, ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements)],
            ):
                if any(isinstance(element, ast.Starred) for element in elements):
                    yield f"{node.lineno}: in (a, *b): ask each"
            case ast.For(iter=read) | ast.comprehension(iter=read):
                if isinstance(read, ast.Call) and ast.unparse(read.func) == "reversed" and any(map(is_findall, read.args)):
                    yield f"{read.lineno}: reversed(findall()): write findall()[::-1]"


@pytest.mark.parametrize("source", sorted(ANALYSIS.glob("*.py")), ids=lambda path: path.stem)
def test_no_rule_is_written_so_that_it_cannot_be_compiled(source: Path) -> None:
    assert list(faults(source.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("found = word in SOME | TABLE.keys()", True),
        ("found = TABLE.keys() & SOME", True),
        ("for word in TABLE.keys() | OTHER.keys(): pass", False),
        ("found = {word for word in lowers} & TABLE.keys()", False),
        ("found = SOME.union(TABLE)", False),
        ("found = word in (a, *b)", True),
        ("found = word not in {*a, *b}", True),
        ("found = word in (a, b)", False),
        ("found = few <= {*a, *b}", False),
        ("found = [int(n) for n in reversed(_INDEX.findall(text))]", True),
        ("for n in reversed(_INDEX.findall(text)): pass", True),
        ("found = [int(n) for n in _INDEX.findall(text)[::-1]]", False),
        ("found = next(text for text in reversed(texts) if text)", False),
    ],
)
def test_the_check_sees_each_of_these_turns_and_not_what_is_like_them(source: str, caught: bool) -> None:
    assert bool(list(faults(source))) is caught
