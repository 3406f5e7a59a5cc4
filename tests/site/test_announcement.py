"""An invitation says what the module says to readers, and has brackets where nobody can know."""

from __future__ import annotations

import pytest

from taikun_build.adapters.disk import load_catalogue
from taikun_build.editions import published_part
from taikun_build.model import Curriculum
from taikun_build.site.announcement import Announcement
from taikun_build.site.plan import GuidePage, draft_of_the_tree, plan_site


def facts(invitation: Announcement) -> str:
    """The facts, a line for each, in the language of the module."""
    say = load_catalogue(invitation.module.language).say
    return "".join(f"{say(label)}: {say(value)}\n" for label, value in invitation.facts)


@pytest.fixture(scope="module")
def invitations(curriculum: Curriculum) -> dict[str, Announcement]:
    """The invitations of the example by module and format."""
    pages = plan_site(published_part(curriculum), draft_of_the_tree()).pages
    guides = [page.value for page in pages if isinstance(page.value, GuidePage)]
    return {f"{one.module.id}-{one.form}": one for guide in guides for one in guide.announcements}


def test_there_is_one_for_each_way_of_holding_a_module(invitations: dict[str, Announcement]) -> None:
    assert list(invitations) == ["tvil-physical", "tvil-digital", "tvil-hybrid", "finne-digital"]


PHYSICAL = """\
Målgruppe: Ansatte i skranken
Varighet: 60 minutter med pauser
Slik foregår det: Vi møtes i samme rom.
Forkunnskaper: Du trenger ingen.
Ta med: [det deltakerne skal ha med]
Gruppe: 4–20 deltakere
Tid: [dag, dato og klokkeslett]
Sted: [adresse og rom]
Meld deg på innen: [dato og lenke til påmeldingen]
Spørsmål: [navn og e-postadresse]
"""
HYBRID = """\
Målgruppe: Ansatte i skranken
Varighet: 60 minutter med pauser
Slik foregår det: Du velger selv om du vil være i rommet eller på skjerm.
Forkunnskaper: Du trenger ingen.
Ta med: Egen PC, både i rommet og på skjerm. På skjerm trenger du også kamera og hodetelefoner.
Gruppe: 4–20 deltakere
Tid: [dag, dato og klokkeslett]
Sted: [adresse og rom]
Lenke: [lenke til møtet]
Meld deg på innen: [dato og lenke til påmeldingen]
Spørsmål: [navn og e-postadresse]
"""
DIGITAL_NN = """\
Målgruppe: Rettleiarar
Lengd: 30 minutt med pausar
Slik går det føre seg: Vi møtest på nett.
Forkunnskapar: Det er ein fordel å ha vore med på «Å stå i tvil» først.
Ta med: Ein PC med kamera og hovudtelefonar, og ein stad der du kan snakke uforstyrra.
Gruppe: 2–10 deltakarar
Tid: [dag, dato og klokkeslett]
Lenkje: [lenkje til møtet]
Meld deg på innan: [dato og lenkje til påmeldinga]
Spørsmål: [namn og e-postadresse]
"""


@pytest.mark.parametrize(
    ("name", "wanted"), [("tvil-physical", PHYSICAL), ("tvil-hybrid", HYBRID), ("finne-digital", DIGITAL_NN)]
)
def test_an_invitation_in_the_language_of_its_module(
    name: str, wanted: str, invitations: dict[str, Announcement]
) -> None:
    assert facts(invitations[name]) == wanted
