"""Collections on disk that are as long, short, strange or large as the schema allows."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sites import build_here, configure
from spreekkamer import texts
from spreekkamer.checking import check_folder
from spreekkamer.library import Library
from spreekkamer.schema import BETWEEN, CARD, DILEMMA, FACET, KINDS, RESULTS, SOURCE, UNKNOWN_PERIOD
from spreekkamer.schema_types import (
    ID_LENGTH,
    Choice,
    Condition,
    Field,
    Flag,
    Group,
    Id,
    ListOf,
    MapOf,
    Number,
    Pattern,
    Ref,
    Table,
    Text,
    Type,
)

REAL = Path(__file__).parent.parent / "learnings"
SHARED = ("dilemmas", "tags", "sources.yml", "law_changes.yml", "words.yml")

LONG_WORD = "onafgebrokenwoord" * 4 + "zonderstreep"
LONG_DILEMMA, LONG_SIDES = "longest-dilemma", ("longest-side-1", "longest-side-2")
FULL_DILEMMA, FULL_SIDES = "one-sided", ("crowded", "nobody")
LONG_TAGS = ("longest-tag-1", "longest-tag-2", "longest-tag-3", "longest-tag-word")
LONG_SOURCE = "longest-source"
CROWD = 60
ITEMS = 3

RIGHT_TO_LEFT = {
    "arabic": "(هل نبدأ بالعمل أم باللغة؟) سؤال!",
    "hebrew": "«קודם עבודה או קודם לימודים?» (שלב 2)!",
}
ODD_TITLES = {
    "quotes": "\"Zeg 'ja'\", zei ze: „wat ‘nu’?” «echt» `of niet`",
    "markup": "<b>Vet</b> & <script>alert(1)</script> of 1 < 2 > 0",
    "entities": "Kosten &amp; baten &lt;samen&gt; is 100% & meer &#39;",
    "braces": "{{ 7 * 7 }} {% raw %} {titel} ${x} %s blijft staan",
    "emoji": "👩🏽‍💼 in gesprek met 👨‍👩‍👧‍👦 over 🏠 en 🇳🇱 ⚖️",
    "accents": "Ça vá? Ŵêêr ééns n̈aar Łódź, ẞtraße en ﬁets",
    "mixed-direction": "Ze zei «السلام عليكم» (welkom), en toen?",
    **RIGHT_TO_LEFT,
}
"""Titles that have to come out as they were typed, by the id of their card."""


def filled(length: int) -> str:
    """Return running Dutch text of exactly `length` characters."""
    sentence = "Samen keken we wat er nog kon en wie daar verder bij zou helpen. "
    text = (sentence * (length // len(sentence) + 1))[:length]
    return text[:-1] + "." if length > 1 else "x"


def written(path: Path, fields: Mapping[str, Any]) -> None:
    """Write `fields` as YAML, a line for each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    path.write_text("".join(lines), encoding="utf-8")


class Made:
    """A site that `make` built, with the cards it was made of."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "site"
        self.cards: dict[str, dict[str, Any]] = json.loads((root / "cards.json").read_text())

    def address(self, path: str) -> str:
        """Return the address on disk of a page."""
        return f"{self.folder.as_uri()}/{path}"

    def showing(self, *marks: str) -> list[str]:
        """Return the pages whose HTML holds one of `marks`."""
        pages = sorted(self.folder.rglob("*.html"))
        found = (each for each in pages if any(mark in each.read_text() for mark in marks))
        return [each.relative_to(self.folder).as_posix() for each in found]


class Maker:
    """Values of every type of the schema: as long as can be, or as short.

    `targets` says which ids a reference may have; `name` makes new ids unique.
    """

    patterns: Mapping[str, str] = {"period": "2026-Q3", "month": "2026-06", "date": "2026-11-01"}
    url = f"https://{'example.org/' + 'een-lang-adres/' * 40:.490}"

    def __init__(self, name: str, targets: Mapping[str, tuple[str, ...]], short: bool) -> None:
        self._name = name
        self._targets = targets
        self._short = short
        self._number = 0

    def fields(self, table: Table, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return `given` with every other field that may, or when short must, stand beside it."""
        others = [field for field in table.fields.values() if field.name not in given]
        wanted = [field for field in others if self._wanted(field, given)]
        return dict(given) | {field.name: self._filled(table, field) for field in wanted}

    def _filled(self, table: Table, field: Field) -> Any:
        """Return a value for `field`; a rule asks more of some texts than their length."""
        value = self._one_of_each(field.type)
        if (table.name, field.name) == ("allow", "rule"):
            return "privacy-combination"
        return f"{value[:-1]}?" if (table.name, field.name) == ("card", "question") else value

    def _wanted(self, field: Field, given: Mapping[str, Any]) -> bool:
        if field.forbidden and _holds(field.forbidden, given):
            return False
        needed = field.always or (field.required is not None and _holds(field.required, given))
        return needed or not self._short

    def _one_of_each(self, type_: Type) -> Any:
        if isinstance(type_, Text):
            return filled(type_.shortest if self._short else type_.longest)
        if isinstance(type_, Pattern):
            return self.url if type_.name == "url" else self.patterns[type_.name]
        if isinstance(type_, Choice):
            return max(type_.names, key=len)
        if isinstance(type_, Number):
            return type_.highest
        if isinstance(type_, Flag):
            return True
        if isinstance(type_, Group):
            return self.fields(type_.table, {})
        return self._reference(type_)

    def _reference(self, type_: Type) -> Any:
        if isinstance(type_, Id):
            self._number += 1
            return f"was-{self._name}-{self._number}-".ljust(ID_LENGTH, "x")
        if isinstance(type_, Ref):
            return self._targets[type_.target][0]
        if isinstance(type_, ListOf) and isinstance(type_.type, Ref):
            return list(self._targets[type_.type.target][: type_.most or ITEMS])
        if isinstance(type_, ListOf):
            items = [self._one_of_each(type_.type) for _ in range(type_.most or ITEMS)]
            # No text may stand in a list twice.
            same = isinstance(type_.type, Text)
            return [f"{n}{item[1:]}" if same else item for n, item in enumerate(items)]
        assert isinstance(type_, MapOf)
        assert isinstance(type_.key, Ref)
        keys = self._targets[type_.key.target]
        return {key: self._one_of_each(type_.type) for key in keys}


def _is_default(name: str, value: object) -> bool:
    return value == CARD.fields[name].default


def _holds(condition: Condition, values: Mapping[str, Any]) -> bool:
    default = CARD.fields[condition.field].default
    found = values.get(condition.field, default) in condition.values
    return found is not condition.negated


def _translated(length: int, mark: str = "") -> dict[str, str]:
    return {each: mark + filled(length - len(mark)) for each in ("nl", "en")}


def _sides(names: tuple[str, ...], label: int, definition: int) -> dict[str, Any]:
    return {
        name: {
            "label": _translated(label, f"{number}: "),
            "definition": _translated(definition),
        }
        for number, name in enumerate(names, 1)
    }


def _shared_files(root: Path) -> None:
    """Write the real dilemmas, tags and registers, and the extreme ones beside them."""
    for name in SHARED:
        source = REAL / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, root / name)
    none: dict[str, tuple[str, ...]] = {}
    targets = none | {"source": (LONG_SOURCE,), "dilemma": ("work-training", FULL_DILEMMA)}
    maker = Maker("dilemma", targets, short=False)
    sides = {"sides": _sides(LONG_SIDES, 60, 250)}
    written(root / f"dilemmas/{LONG_DILEMMA}.yml", maker.fields(DILEMMA, sides))
    maker = Maker("dilemma", none, short=True)
    sides = {"sides": _sides(FULL_SIDES, 4, 1)}
    written(root / f"dilemmas/{FULL_DILEMMA}.yml", maker.fields(DILEMMA, sides))
    source = Maker("source", none, short=False).fields(SOURCE, {})
    with (root / "sources.yml").open("a", encoding="utf-8") as file:
        file.write(f"{LONG_SOURCE}: {json.dumps(source)}\n")
    values = {
        tag: {
            "label": _translated(60, f"{number} "),
            "synonyms": [f"{each} {filled(58)}" for each in range(8)],
        }
        for number, tag in enumerate(LONG_TAGS)
    }
    values[LONG_TAGS[-1]]["label"] = {"nl": LONG_WORD[:60], "en": LONG_WORD[:60]}
    given = {"max_per_card": len(LONG_TAGS), "values": values}
    written(root / "tags/longest-facet.yml", Maker("facet", none, short=False).fields(FACET, given))


def _kinds() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a name and the deciding fields for every kind, status and result."""
    for kind in KINDS:
        result = {} if kind == "question" else {"result": "partly"}
        yield kind, {"kind": kind, "status": "active", **result}
    yield "superseded", {"status": "superseded", "result": "unclear"}
    yield "retired", {"status": "retired", "result": "worked"}
    yield "failed", {"status": "active", "result": "did-not-work"}


def collection(root: Path) -> dict[str, dict[str, Any]]:
    """Write an extreme collection to the folder `root`; return its cards by id.

    The cards of the crowd are `crowd-0` to `crowd-59`.
    """
    root.mkdir(parents=True)
    _shared_files(root)
    targets = {
        "dilemma": (LONG_DILEMMA, "work-training", FULL_DILEMMA),
        "side": LONG_SIDES[:1],
        "card": ("longest-practice", "shortest-practice", "markup"),
        "source": (LONG_SOURCE, "akoost", "almere-2017"),
        "facet": ("longest-facet",),
        "tag": LONG_TAGS,
    }
    cards: dict[str, dict[str, Any]] = {}
    for name, given in _kinds():
        for size in ("longest", "shortest"):
            ident = f"{size}-{name}"
            others = tuple(each for each in targets["card"] if each != ident)
            maker = Maker(ident, targets | {"card": others}, short=size == "shortest")
            made = maker.fields(CARD, given)
            # A card that has only what it must have leaves out what it would be anyway.
            if size == "shortest":
                made = {name: value for name, value in made.items() if not _is_default(name, value)}
            cards[ident] = made
        lists = {"tags": {"longest-facet": list(LONG_TAGS)}, "also": ["work-training", "one-sided"]}
        cards[f"longest-{name}"] |= lists
    short = Maker("other", targets, short=True)
    other = {"dilemma": "work-training", "side": "work-first", "result": "partly"}
    cards["long-word"] = short.fields(
        CARD,
        other
        | {"title": LONG_WORD, "situation": LONG_WORD, "choice": LONG_WORD}
        | {"what_worked": LONG_WORD, "role": LONG_WORD[:60], "question": f"{LONG_WORD}?"}
        | {"tags": {"longest-facet": [LONG_TAGS[-1]]}},
    )
    for ident, title in ODD_TITLES.items():
        # The text around a title is as strange as the title.
        strange = {"title": title, "situation": f"{title} {filled(40)}", "role": title[:60]}
        cards[ident] = short.fields(CARD, other | strange)
    for number in range(CROWD):
        cards[f"crowd-{number}"] = short.fields(
            CARD,
            {
                "title": f"Kaart {number} van velen aan een kant",
                "kind": "sourced" if number % 3 == 0 else "practice",
                "dilemma": FULL_DILEMMA,
                "side": FULL_SIDES[0],
                "result": RESULTS[number % len(RESULTS)],
                "what_worked": filled(90),
                "what_did_not_work": filled(30),
            },
        )
    for ident, fields in cards.items():
        written(root / f"cards/{ident}.yml", fields)
    return cards


def make(root: Path, write: Callable[[Path], dict[str, dict[str, Any]]] = collection) -> None:
    """Build a site of what `write` writes, with a list of its cards beside it."""
    cards = write(root / "learnings")
    (root / "cards.json").write_text(json.dumps(cards))
    build_here(configure(root), root / "site")


WHO = ("Een jongere", "Een moeder met twee kinderen", "Een oud-kapper", "Een nieuwkomer")
WANTED = ("wilde snel aan het werk", "zag op tegen een opleiding", "kwam steeds te laat")
DID = ("We belden samen de werkgever", "Ik stelde het gesprek uit", "We maakten een klein plan")
THEN = ("Daarna ging het contact beter", "Het hielp om één stap te kiezen", "Er kwam rust")
BUT = ("Het kostte veel tijd", "De tweede afspraak ging niet door", "Het bleef spannend")


def plausible(root: Path, number: int) -> dict[str, dict[str, Any]]:
    """Write `number` cards to the folder `root` beside the real dilemmas and tags; return them.

    They are the same at every call and are spread over dilemmas, sides, results and kinds.
    """
    root.mkdir(parents=True)
    for name in SHARED:
        source = REAL / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, root / name)
    library = check_folder(root, "learnings", texts.load("nl")).library
    assert library is not None
    chance = random.Random(3)
    cards = {f"plausible-{each}": _plausible(each, library, chance) for each in range(number)}
    for ident, fields in cards.items():
        written(root / f"cards/{ident}.yml", fields)
    return cards


def _plausible(number: int, library: Library, chance: random.Random) -> dict[str, Any]:
    dilemma = chance.choice(list(library.dilemmas.values()))
    kind = chance.choices(("practice", "sourced", "example", "question"), (6, 3, 2, 1))[0]
    who, wanted, did = chance.choice(WHO), chance.choice(WANTED), chance.choice(DID)
    card: dict[str, Any] = {
        "title": f"{did}: {wanted.lower()} ({number})",
        "kind": kind,
        "dilemma": dilemma.id,
        "period": chance.choice(("2019", "2023", "2024-Q2", "2025-Q4", "2026-Q1", "2026-Q3")),
        "situation": f"{who} {wanted}. Thuis speelde er ook van alles, en de tijd drong.",
    }
    for facet in library.facets.values():
        tags = sorted(tag.id for tag in facet.values.values() if not tag.legacy)
        if chance.random() < 0.5:
            card.setdefault("tags", {})[facet.id] = chance.sample(tags, chance.randint(1, 2))
    if kind == "question":
        return card | {"question": f"Wat doe je als iemand zegt: {wanted}?"}
    sides = [*(side.id for side in dilemma.sides), BETWEEN]
    card |= {
        "side": chance.choices(sides, (5, 3, 1))[0],
        "result": chance.choice(RESULTS),
        "choice": f"{did}. {chance.choice(DID)}, en dat spraken we ook zo af.",
        "what_worked": f"{chance.choice(THEN)}. {chance.choice(THEN)}.",
        "what_did_not_work": f"{chance.choice(BUT)}.",
    }
    if chance.random() < 0.4:
        results = ("confirms", "partly", "contradicts")
        card["tries"] = [
            {"period": "2026-Q2", "result": chance.choice(results), "note": chance.choice(THEN)}
            for _ in range(chance.randint(1, 4))
        ]
    if kind == "sourced":
        card |= {"evidence": "qualitative", "sources": [chance.choice(sorted(library.sources))]}
        card["period"] = chance.choice((card["period"], UNKNOWN_PERIOD))
    return card
