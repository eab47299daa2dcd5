"""Who in the room could answer a question, by the services that it names."""

from collections.abc import Collection, Sequence

from bot.synthesis import cues
from bot.synthesis.draft import Asked, Person
from bot.synthesis.heard import Heard
from bot.synthesis.services import Named, named, services_of


def asked(members: Sequence[Heard], people: Sequence[Person]) -> tuple[Asked, ...]:
    """The services that are asked about, with who belongs to them: never whoever is known to ask."""
    askers = {each.author for each in members if each.author}
    own = {service for person in people if person.key in askers for service in services_of(person)}
    here = {service for person in people for service in services_of(person)}
    names = [name for each in members for name in _names(each.text)]
    found = {service: name.words for name in reversed(names) for service in _meant(name, here)}
    others = {service: words for service, words in found.items() if service not in own} or found
    return tuple(
        Asked(
            service,
            words,
            tuple(sorted(each.key for each in people if each.key not in askers and service in services_of(each))),
        )
        for service, words in sorted(others.items())
    )


def _names(text: str) -> list[Named]:
    """The services that the question in *text* names, or else those that the rest of it does."""
    span = cues.question(text)
    return (named(text[span[0] : span[1]]) if span else []) or named(text)


def _meant(name: Named, here: Collection[str]) -> list[str]:
    return [each for each in name.services if each in here] or list(name.services)
