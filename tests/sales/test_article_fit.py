"""Which article fits a sale: the order, and that its reasons are true."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from desktop.sales.article_fit import NEED, PRODUCT, REASONS, SECTOR, TAG, Offered, Sought, fit, ranked, words_of

number = some.none() | some.integers(1, 3)
products = some.frozensets(some.integers(1, 4), max_size=3)
word = some.sampled_from(["robots", "склад", "ёлка", "Cold chain", "ERP"])
sales = some.builds(
    Sought,
    need=number,
    sector=number,
    products=products,
    words=some.lists(word, max_size=3).map(lambda found: words_of(" ".join(found))),
    language=some.sampled_from(["en", "ru"]),
)
articles = some.builds(
    Offered,
    id=some.integers(1, 50),
    title=some.sampled_from(["a", "B", "c"]),
    need=number,
    sector=number,
    products=products,
    tags=some.frozensets(word, max_size=2),
    language=some.sampled_from(["", "en", "ru"]),
)


@given(sales, articles)
def test_a_reason_is_given_exactly_where_it_is_true(sought: Sought, article: Offered) -> None:
    reasons = fit(sought, article).reasons
    assert (NEED in reasons) == (sought.need is not None and sought.need == article.need)
    assert (SECTOR in reasons) == (sought.sector is not None and sought.sector == article.sector)
    assert (PRODUCT in reasons) == bool(sought.products & article.products)
    assert (TAG in reasons) == any(words_of(tag) <= sought.words for tag in article.tags)
    assert list(reasons) == [reason for reason in REASONS if reason in reasons]


@given(sales, some.lists(articles, max_size=8, unique_by=lambda one: one.id), some.randoms())
def test_the_order_does_not_depend_on_the_order_before(sought: Sought, found: list[Offered], chance) -> None:
    mixed = list(found)
    chance.shuffle(mixed)
    assert ranked(sought, mixed) == ranked(sought, found)
    assert {one.article.id for one in ranked(sought, found)} == {one.id for one in found}


@given(sales, articles, articles)
def test_what_fits_in_more_is_never_behind_what_fits_in_less(sought: Sought, one: Offered, other: Offered) -> None:
    """An article with every reason of another, and one more that weighs, stands before it, if neither is for others."""
    one, other = replace(one, id=1), replace(other, id=2)
    mine, theirs = set(fit(sought, one).reasons), set(fit(sought, other).reasons)
    meant_for_others = (one.need not in (None, sought.need)) or (one.sector not in (None, sought.sector))
    if mine > theirs and not meant_for_others:
        assert ranked(sought, [other, one])[0].article == one


@given(sales, articles, some.integers(1, 4))
def test_one_more_fitting_product_never_makes_an_article_worse(sought: Sought, article: Offered, product: int) -> None:
    sought = replace(sought, products=sought.products | {product})
    more = replace(article, products=article.products | {product})
    assert fit(sought, more).score >= fit(sought, article).score


def test_of_two_alike_the_readers_language_comes_first_and_one_for_others_last() -> None:
    sought = Sought(need=1, sector=2, language="ru")
    general = Offered(1, "General")
    english = Offered(2, "A", need=1, language="en")
    russian = Offered(3, "Б", need=1, language="ru")
    elsewhere = Offered(4, "0", need=3)
    order = [one.article.id for one in ranked(sought, [elsewhere, general, english, russian])]
    assert order == [3, 2, 1, 4]


def test_a_tag_of_two_words_needs_both_and_no_capitals() -> None:
    sought = Sought(words=words_of("The COLD storage chain of Ёлка"))
    assert fit(sought, Offered(1, "x", tags=frozenset({"Cold chain"}))).reasons == (TAG,)
    assert fit(sought, Offered(1, "x", tags=frozenset({"елка"}))).reasons == (TAG,)
    assert fit(sought, Offered(1, "x", tags=frozenset({"Cold war"}))).reasons == ()
    assert fit(sought, Offered(1, "x", tags=frozenset({"of"}))).reasons == ()
