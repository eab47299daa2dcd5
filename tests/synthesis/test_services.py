"""Services are told by what people call them, and participants by their agency and role."""

import pytest

from bot.synthesis.services import named, services_of
from bot.workshop.ids import UserId
from bot.workshop.workshop import Participant
from prompts import lexicon
from prompts.lexicon import Services


def called(text: str) -> list[tuple[str, str]]:
    return [("/".join(each.services), each.words) for each in named(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("How does housing decide?", [("housing", "housing")]),
        ("Nobody rang the ward back.", [("ward", "ward")]),
        ("Two GPs, and CAMHS.", [("gp", "GPs"), ("camhs", "CAMHS")]),
        ("The school nurse wrote to us.", [("school-nursing", "school nurse")]),
        (
            "School’s letter to children’s services",
            [("school", "School’s"), ("childrens-services", "children’s services")],
        ),
        ("The community mental health teams", [("adult-mental-health", "community mental health teams")]),
        ("Is it A&E or the OT?", [("emergency-department", "A&E"), ("therapies", "OT")]),
        ("probation and the youth justice worker", [("probation", "probation"), ("youth-justice", "youth justice")]),
        ("The health visitor.", [("health-visiting", "health visitor")]),
        ("adult social care", [("adult-social-care", "adult social care")]),
        ("His [NHS number] went to the ward", [("ward", "ward")]),
        ("The adult team", [("adult-mental-health/adult-social-care", "adult team")]),
        ("The police officers", [("police", "police officers")]),
    ],
)
def test_a_service_is_known_by_its_everyday_names(text: str, found: list[tuple[str, str]]) -> None:
    assert called(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "His mental health got worse.",
        "It did not help.",
        "the house on the hill",
        "ot",
        "I have in mind",
        "She wards off",
        "",
    ],
)
def test_what_is_no_service_is_not_taken_for_one(text: str) -> None:
    assert called(text) in ([], [("ward", "wards")])


@pytest.mark.parametrize(
    ("agency", "role", "some"),
    [
        ("Health board", "Community nurse", {"health", "community-nursing"}),
        ("City council", "Housing officer", {"housing"}),
        ("High school", "Teacher", {"school"}),
        ("Police", "Neighbourhood officer", {"police"}),
        ("Children's services", "Social worker", {"childrens-services", "social-care"}),
        ("CAMHS", "Therapist", {"camhs", "mental-health", "health"}),
        ("NHS trust", "Mental health practitioner", {"mental-health", "health"}),
        ("Local authority", "Homelessness officer", {"housing"}),
        ("Ysbyty", "Nyrs", set()),
    ],
)
def test_people_belong_to_services_by_agency_and_role_and_to_the_wider_ones(
    agency: str, role: str, some: set[str]
) -> None:
    assert services_of(Participant(UserId("U1"), agency, role)) == some


def test_every_word_of_the_list_names_its_own_service() -> None:
    for service in lexicon.services().services:
        for words in service.called(as_role=False):
            [name] = named(words)
            assert service.name in name.services, words


def test_a_wider_service_is_found_step_by_step() -> None:
    assert lexicon.services().line("ward") == ("ward", "hospital", "health")


@pytest.mark.parametrize(
    ("services", "told"),
    [
        ([("one", None, "ward"), ("one", None, "clinic")], "stands twice: one"),
        ([("one", "nowhere", "ward")], "within a service that is not there: nowhere"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(services: list[tuple[str, str | None, str]], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Services.model_validate(
            {
                "services": [
                    {"name": name, "title": {"en": name}, "within": within, "words": {"en": [word]}}
                    for name, within, word in services
                ]
            }
        )


def test_welsh_words_are_one_line_in_the_list() -> None:
    given = lexicon.services().services[0].model_dump() | {
        "words": {"en": ["social care"], "cy": ["gofal cymdeithasol"]}
    }

    [service] = Services.model_validate({"services": [given | {"within": None}]}).services
    assert list(service.called(as_role=False)) == ["social care", "gofal cymdeithasol"]
