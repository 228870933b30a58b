"""Names, formulae, ids and links come through a translation as they are, or there is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.excerpts import one_line
from bot.core.papers import Paper
from bot.core.protecting import Piece, has_words, names_of, protect, restore

texts = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            "We train GPT-4 on ImageNet with O(n²) time ; x ∈ ℝ^d , $a b$ <x id='0'> & "
            "https://a.example/b. arXiv:2305.14314v2 10.1038/nature14539 the model = 3 α".split(" ")
        ),
        max_size=20,
    ).map(" ".join),
)


def kept(text: str, *names: str) -> list[str]:
    """The protected parts of a text."""
    return [piece.text for piece in protect(text, names) if piece.number is not None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Deep Learning for the People", []),
        ("We fine-tune Llama-3.1-70B and GPT-4o", ["Llama-3.1-70B", "GPT-4o"]),
        ("LLM-based agents on ImageNet, CIFAR-10", ["LLM", "ImageNet", "CIFAR-10"]),
        ("AI for DNA in 3D, the 2nd of 1990s, 100x faster", []),
        ("A GREAT NEW METHOD FOR LARGE MODELS", []),
        ("runs in O(n²) time", ["O(n²)"]),
        ("where x ∈ ℝ^d holds", ["x ∈ ℝ^d"]),
        ("significant (p < 0.05).", ["(p < 0.05)"]),
        ("the sum = total of it", ["="]),
        ("a $b + c$ d", ["$b + c$"]),
        ("See https://a.example/b?c=1. Then", ["https://a.example/b?c=1"]),
        ("mail ada@example.org!", ["ada@example.org"]),
        ("as arXiv:2305.14314v2 and cs/0701001 say", ["arXiv:2305.14314v2", "cs/0701001"]),
        ("doi:10.1038/nature14539.", ["doi:10.1038/nature14539"]),
        ("shown by Kaiser et al. before", ["Kaiser et al."]),
        ("α", ["α"]),
        ("...", []),
        ("", []),
    ],
)
def test_what_is_written_like_a_name_or_a_formula_is_protected(text: str, parts: list[str]) -> None:
    """Ordinary words are not, however they are capitalised."""
    assert kept(text) == parts


def test_a_paper_s_own_names_are_names_wherever_they_stand() -> None:
    """Its nickname, its authors by their whole names, its organisation; no half words."""
    paper = Paper(
        1,
        ("arxiv:1",),
        "Mamba: Linear-Time Sequence Modeling",
        "huggingface",
        date(2026, 1, 1),
        authors=("Ada Lovelace", "Plato", " "),
        organization="Example Labs",
    )
    names = names_of(paper)
    assert names == ("Ada Lovelace", "Example Labs", "Mamba")
    assert kept("Mamba of Ada Lovelace at Example Labs, and Mambas", *names) == [
        "Mamba",
        "Ada Lovelace",
        "Example Labs",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Position: We Should Sleep",
        "what is it: a study",
        "No Colon",
        "A Far Longer Part: it",
        "«A»: b",
    ],
)
def test_not_all_that_stands_before_a_colon_is_a_nickname(title: str) -> None:
    """A genre, a question, half a sentence."""
    paper = Paper(1, ("arxiv:1",), title, "huggingface", date(2026, 1, 1))
    assert names_of(paper) == ()


@given(texts, st.lists(st.text(min_size=1, max_size=8), max_size=3))
def test_the_pieces_of_a_text_are_the_text(text: str, names: list[str]) -> None:
    """Numbered in its order."""
    pieces = protect(text, names)
    assert "".join(piece.text for piece in pieces) == text
    numbers = [piece.number for piece in pieces if piece.number is not None]
    assert numbers == list(range(len(numbers)))


@given(texts, st.data())
def test_a_translation_that_can_be_relied_on_has_every_protected_part(
    text: str, data: st.DataObject
) -> None:
    """Whatever a translator does: drop, double, alter, reorder, invent."""
    original = protect(one_line(text))
    told = list(original)
    for _ in range(data.draw(st.integers(0, 3))):
        if not told:
            break
        at = data.draw(st.integers(0, len(told) - 1))
        match data.draw(st.sampled_from(["drop", "double", "alter", "move", "words", "invent"])):
            case "drop":
                del told[at]
            case "double":
                told.append(told[at])
            case "alter":
                told[at] = Piece(told[at].text + "x", told[at].number)
            case "move":
                told.append(told.pop(at))
            case "words":
                told.insert(at, Piece(data.draw(st.text(max_size=20))))
            case _:
                told.append(Piece("part", data.draw(st.integers(0, 9))))
    parts = [piece for piece in original if piece.number is not None]
    if (result := restore(original, told)) is None:
        return
    assert sorted(p.number or 0 for p in told if p.number is not None) == [
        part.number for part in parts
    ]
    for part in parts:
        assert one_line(part.text) in result


def test_parts_may_change_places_and_the_spaces_in_them() -> None:
    """Languages differ in their order; a part stands as it stood."""
    original = protect("We train GPT-4 on ImageNet")
    told = (Piece("Su "), Piece(" ImageNet ", 1), Piece(" alleniamo "), Piece("GPT-4", 0))
    assert restore(original, told) == "Su ImageNet alleniamo GPT-4"


@pytest.mark.parametrize(
    "told",
    [
        (),
        (Piece("GPT-4", 0),),
        (Piece("alleniamo "), Piece("GPT-5", 0)),
        (Piece("alleniamo "), Piece("GPT-4", 0), Piece("GPT-4", 0)),
        (Piece("alleniamo "), Piece("GPT-4", 1)),
        (Piece("alleniamo GPT-4"),),
        (Piece("vedi https://evil.example "), Piece("GPT-4", 0)),
        (Piece("bla " * 500), Piece("GPT-4", 0)),
    ],
)
def test_what_cannot_be_relied_on_is_no_translation(told: tuple[Piece, ...]) -> None:
    """Nothing, only names, a name altered, doubled, misnumbered or lost, a new link, a novel."""
    assert restore(protect("We train GPT-4"), told) is None


def test_a_text_of_names_alone_has_no_words() -> None:
    """There is nothing to translate in it."""
    assert not has_words(protect("GPT-4 = 3.5"))
    assert has_words(protect("the GPT-4"))
