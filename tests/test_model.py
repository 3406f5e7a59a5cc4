"""The values that all the rest is made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taikun_build.model import version_order

VERSIONS = st.tuples(st.integers(0), st.integers(0), st.integers(0))


@given(VERSIONS, VERSIONS)
def test_versions_are_compared_number_by_number(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    written = [version_order(".".join(map(str, version))) for version in (one, other)]
    assert (written[0] < written[1]) is (one < other)


def test_a_version_may_have_more_digits_than_python_reads() -> None:
    assert version_order("1.9.0") < version_order("1.10.0") < version_order("1.1" + "0" * 5000 + ".0")
