"""The alias register: the real names that a workshop knows, each with the pseudonym that stands for it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.workshop.privacy.find import Find, Kind, Severity
from bot.workshop.privacy.plain import plain
from bot.workshop.privacy.welsh import TRIGGERS, Mutation, mutations

WORD = re.compile(r"[^\W\d_]+")
BETWEEN = r"[\s.,_\-]{1,3}"
SHORT = 4
IN_A_SENTENCE = r"(?<=[^.!?\n]\s)"
ORDERS = (
    r"(?i:I|you|he|she|it|we|they|the|this|that|there|these|those|a|an|my|your|his|her|our|their|of"
    r"|who|which|what|anyone|anybody|anything|someone|somebody|something|everyone|everybody|everything|nobody|no|not"
    r"|any|some|all|both|each|every|either|one|other|others)(?!\w)"
)
"""What follows at the start of a sentence where it is no name: "Will you ...", "Mark this ..."."""
MODAL = frozenset({"will", "may"})
ASKED = r"(?!\w+\s(?!is(?!\w)|was(?!\w)|had(?!\w)|and(?!\w)|\w+(?:s|ed|ing)(?!\w))[a-z][^.!?\n]*\?)"
"""A question ("Will school be told?"), unless a verb follows that shows somebody ("Will moved when?")."""
MIDDLE = r"(?:\s(?!(?:Mrs?|Ms|Miss|Dr|[DP]C)(?!\w))[A-Z][\w'\-]*\.?){0,2}"
"""Names that the register does not have, between first name and surname."""
EVERYDAY = frozenset(
    """will mark grace hope faith joy rose amber dawn eve ivy jack bill rob sue pat art ray dean young brown white green
    black king long price cook baker may june april august summer autumn winter jade ruby pearl lily daisy heather holly
    hazel violet iris frank ernest guy don drew miles max chase hunter mason carter tyler taylor river sky star angel
    chance charity destiny harmony honey melody mercy patience prudence constance victor victoria jean gene jay robin
    wren teddy rich nick dan sandy cliff glen dale heath lane reed rod stone wood woods hill field fields ford park
    church house hall street bush moss berry day knight bishop pope abbot parsons page judge law marshall major law
    carpenter mason miller smith potter shepherd fisher farmer gardener porter walker rider turner cooper weaver
    sharp swift small little short strong wise good best bright bliss self love case care carer""".split()
)


@dataclass(frozen=True)
class Alias:
    """A person's real name, as given name first; the words of it that are theirs even when they stand alone."""

    name: str = field(repr=False)
    pseudonym: str
    first_alone: bool = False
    surname_alone: bool = False


@dataclass(frozen=True)
class Form:
    """One way to write a name: ``key`` is a word of it, ``after`` the words that it must follow."""

    key: str
    source: str
    pseudonym: str
    after: frozenset[str] = frozenset()
    not_after: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_]){self.source}(?![^\W_])")

    def fits(self, word_before: str) -> bool:
        return word_before in self.after if self.after else word_before != self.not_after or not word_before


@dataclass(frozen=True)
class AliasRegister:
    """Make one for a workshop and keep it: its forms are worked out once. Its ``repr`` shows no real name."""

    aliases: tuple[Alias, ...] = ()

    @classmethod
    def of(cls, pseudonyms: Mapping[str, str]) -> "AliasRegister":
        """Real names and their pseudonyms, where first names and surnames also count alone."""
        pairs = pseudonyms.items()
        return cls(tuple(Alias(name, known, first_alone=True, surname_alone=True) for name, known in pairs))

    @cached_property
    def forms(self) -> Mapping[str, tuple[Form, ...]]:
        """By key, so that only those are tried whose word is in the text."""
        by_key: dict[str, list[Form]] = defaultdict(list)
        for alias in self.aliases:
            for form in _forms(alias):
                by_key[form.key].append(form)
        return {key: tuple(forms) for key, forms in by_key.items()}

    def names(self, text: str) -> Iterator[Find]:
        for key in self.forms.keys() & set(WORD.findall(text.lower())):
            for form in self.forms[key]:
                for match in form.pattern.finditer(text):
                    if form.fits(_word_before(match)):
                        yield Find(*match.span(), Kind.NAME, Severity.HIGH, form.pseudonym)


def _word_before(match: re.Match[str]) -> str:
    words = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    return words[-1] if words else ""


def _forms(alias: Alias) -> Iterator[Form]:
    words = plain(alias.name).text.replace(",", " ").split()
    if not words:
        return
    if len(words) == 1:
        yield from _alone(words[0], alias.pseudonym)
        return
    first, last = words[0], words[-1]
    yield from _whole(words, alias.pseudonym)
    if len(words) > 2:  # noqa: PLR2004
        yield from _whole([first, last], alias.pseudonym)
    yield from _shortened(words, alias.pseudonym)
    if alias.first_alone:
        yield from _alone(first, alias.pseudonym)
    if alias.surname_alone:
        yield from _alone(last, alias.pseudonym)


def _whole(words: list[str], pseudonym: str) -> Iterator[Form]:
    """In order, with the first word as it is or mutated; and the surname first."""
    first, rest = words[0], words[1:]
    for start in [first, *(mutated for _, mutated in mutations(first))]:
        yield Form(_key(rest[-1]), (MIDDLE + BETWEEN).join(map(_any_case, [start, *rest])), pseudonym)
    surname_first = BETWEEN.join(map(_any_case, [rest[-1], first]))
    yield Form(_key(rest[-1]), surname_first, pseudonym, not_after=first.lower())  # not in "Jane Smith, Jane Smith"


def _shortened(words: list[str], pseudonym: str) -> Iterator[Form]:
    """``J. Smith``, ``J M Smith`` and ``Jane S.``."""
    first, last = words[0], words[-1]
    initials = rf"(?i:{re.escape(first[0])})\.\s?"
    if first[0].upper() not in "AIO":  # words by themselves, in English or Welsh
        initials = rf"(?:{initials}|{re.escape(first[0].upper())}\s)"
    middle = "".join(rf"(?:(?i:{re.escape(word[0])})\.?\s?)?" for word in words[1:-1])
    yield Form(_key(last), rf"{initials}{middle}{_any_case(last)}", pseudonym)
    yield Form(_key(first), rf"{_any_case(first)}\s+{re.escape(last[0].upper())}(?![\w'])", pseudonym)


def _alone(word: str, pseudonym: str) -> Iterator[Form]:
    if word.lower() in EVERYDAY:
        asked = ASKED if word.lower() in MODAL else ""
        yield Form(_key(word), rf"(?:{IN_A_SENTENCE}|(?!\w+\s{ORDERS}){asked}){_capital(word)}", pseudonym)
    else:
        yield Form(_key(word), _any_case(word), pseudonym)
        if len(word) >= SHORT:
            yield Form(_key(word + "s"), rf"{_any_case(word)}(?=[sS](?![^\W_]))[sS]", pseudonym)
    for mutation, mutated in mutations(word):
        common = len(mutated) <= SHORT or mutated.lower() in EVERYDAY or mutation is Mutation.SOFT_GONE
        yield Form(_key(mutated), _capital(mutated), pseudonym, TRIGGERS[mutation] if common else frozenset())


def _key(word: str) -> str:
    return max(WORD.findall(word.lower()), key=len, default="")


def _any_case(word: str) -> str:
    return f"(?i:{_spelt(word)})"


def _capital(word: str) -> str:
    return f"{re.escape(word[0].upper())}(?i:{_spelt(word[1:])})"


def _spelt(word: str) -> str:
    return re.escape(word).replace(r"\-", r"[\s\-]").replace("'", "'?")
