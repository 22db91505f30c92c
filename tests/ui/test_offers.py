"""What the command bar makes of a text."""

from ui.offers import Offer, complete, is_prefix_only, search_text


def nothing():
    return None


PREFIX = Offer("prefix", ("Run process", "Запустить процесс"), nothing, prefix=True)
SALE = Offer("run.sale", ("Run process Corporate sale", "Запустить процесс Корпоративная продажа"), nothing)
LEADS = Offer("go.leads", ("Go to Leads", "Перейти: Лиды"), nothing)
OFFERS = (PREFIX, SALE, LEADS)
FOUND = (Offer("account:1", ("Corpus Media",), nothing, detail="Account"),)


def test_run_process_alone_is_offered_before_the_processes():
    for text in ("Run process", "run process  ", "кгт зкщсуыы", "Запустить процесс"):
        assert complete(text, OFFERS).first == "prefix", text
        assert is_prefix_only(text, OFFERS), text


def test_with_a_name_the_process_comes_first():
    assert complete("Run process corp", OFFERS).first == "run.sale"
    assert not is_prefix_only("Run process corp", OFFERS)


def test_empty_text_offers_everything_but_the_prefix():
    keys = [offer.key for offer in complete("", OFFERS).offers]
    assert keys == ["run.sale", "go.leads"]


def test_records_stand_under_their_heading_after_the_commands():
    completion = complete("Run process corp", OFFERS, FOUND, found_label="Found")
    assert [row.key for row in completion.rows] == ["run.sale", "", "account:1"]
    assert completion.rows[1].header
    assert completion.rows[2].marked == (0, 1, 2, 3)
    assert completion.offer("account:1") is FOUND[0]
    assert completion.title("run.sale") == "Run process Corporate sale"


def test_only_records_then_the_first_of_them_is_taken():
    assert complete("qqqqqq", OFFERS, FOUND).first == "account:1"
    assert complete("qqqqqq", OFFERS).first is None


def test_records_are_searched_without_the_words_run_process():
    assert search_text("Run process corp", OFFERS) == "corp"
    assert search_text("кгт зкщсуыы corp", OFFERS) == "corp"
    assert search_text("Run process", OFFERS) == ""
    assert search_text("  vega   log ", OFFERS) == "vega log"


def test_other_words_find_an_offer_and_are_not_shown():
    task = Offer("create.activity", ("Create task", "Создать задачу"), nothing, also=("New task", "Новая задача"))
    for text in ("new task", "новая задача", "yjdfz pflfxf"):
        completion = complete(text, (*OFFERS, task))
        assert completion.first == "create.activity", text
        assert (completion.rows[0].title, completion.rows[0].marked) == ("Create task", ())
