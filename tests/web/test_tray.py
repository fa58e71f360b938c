"""The tray's pictures: what comes before anybody types, what a search finds, favourites, and what is not shown again."""
import re
from uuid import uuid4

import pytest

from wordspics import guide
from wordspics.pictures import library, svg
from wordspics.pictures.finder import places_by_group
from wordspics.story import About, Child, Scene, Thing
from wordspics.story.sheet import write_sheet


class Tray:
    """One panel's tray, asked as the page's script asks."""

    def __init__(self, visitor, story: str, panel: str = ""):
        self.visitor, self.story = visitor, story
        self.panel = panel or visitor.store.stories.load(story).story.panels[0].id

    def ask(self, **asked):
        return self.visitor.client.post(f"/stories/{self.story}/panels/{self.panel}/tray", json=asked, headers={
            "X-CSRFToken": self.visitor.token, "Accept": "application/json"})

    def shelves(self, **asked) -> dict[str, list[str]]:
        """The names of the pictures under each heading; a person stands there as "who/pose/feeling"."""
        answer = self.ask(**asked)
        assert answer.status_code == 200, answer.text
        return {heading: [name or who for who, name in _TILE.findall(tiles)]
                for heading, tiles in re.findall(r"<h3[^>]*>([^<]+)</h3>(.*?)</section>", answer.text, re.S)}

    def found(self, typed: str, kind: str = "all") -> list[str]:
        return next(iter(self.shelves(find=typed, kind=kind).values()), [])

    def sort(self, name: str, do: str):
        return self.visitor.send(f"/stories/{self.story}/hidden-pictures", {"name": name, "do": do})


_TILE = re.compile(r'data-place="[^"]*?&#34;who&#34;: &#34;([^&]+)&#34;|data-name="([a-z0-9-]+)"')


@pytest.fixture
def tray(sam) -> Tray:
    return Tray(sam, sam.store.stories.add(guide.example("theo")))


@pytest.fixture
def who(tray) -> dict[str, str]:
    return {person.name: person.id for person in tray.visitor.store.stories.load(tray.story).story.cast.people}


def test_what_the_words_say_just_now_lies_first(tray, who):
    said = tray.shelves(words="Mum was asleep on the sofa. The police came to the kitchen.")["For this panel"]
    assert said[0] == who["Mum"] and {"sofa", "kitchen"} <= set(said)
    assert "police-car" in tray.shelves(words="The police car came.")["For this panel"]
    assert said != tray.shelves(words="We went to the beach.")["For this panel"]


def test_before_there_are_words_the_step_itself_suggests(sam):
    story = sam.store.stories.add(guide.begin(About(children=(Child("Robin", 6),), situation="parent-in-prison")))
    panel = next(p for p in sam.store.stories.load(story).story.panels if p.purpose == "what-prison-is")
    assert Tray(sam, story, panel.id).shelves(kind="place")["For this panel"][0].startswith("prison")


def test_every_place_lies_once_under_what_it_belongs_to(tray):
    shelves = tray.shelves(kind="place")
    grouped = [name for title, names in shelves.items() if title not in ("For this panel", "Used lately", "Favourites") for name in names]
    assert sorted(grouped) == sorted(place.name for place in library.shelf().places())
    assert shelves["Police, court and prison"][:2] == ["police-station", "police-talking-room"]
    assert [title for title, _ in places_by_group()][-1] == "More places"


def test_what_the_family_used_last_lies_near(tray, clock):
    store = tray.visitor.store
    kept = store.stories.load(tray.story)
    panel = kept.story.panels[2]
    shown = panel.with_(scene=Scene(place="airport", items=(Thing(id="a", name="kite"), Thing(id="b", name="violin"))))
    clock.pass_by(minutes=1)
    store.sheets.put(tray.story, panel.id, write_sheet(shown), kept.sheets[panel.id].rev, str(uuid4()))
    assert tray.shelves()["Used lately"][:3] == ["violin", "kite", "airport"]
    assert tray.shelves(kind="place")["Used lately"][0] == "airport"


@pytest.mark.parametrize("typed, somebody, pictures", [
    ("mum", "Mum", {"ribbon-heart"}), ("police", "PC Amy", {"police-car", "police-station"}), ("mumy", "Mum", set())])
def test_one_search_finds_people_places_things_and_symbols(tray, who, typed, somebody, pictures):
    found = tray.found(typed)
    assert found[0] == who[somebody] and pictures <= set(found)


def test_a_filter_leaves_only_its_own(tray, who):
    assert tray.found("police", "person") == [who["PC Amy"]]
    assert tray.found("police", "place") == ["police-station", "police-talking-room"]
    assert "police-car" in tray.found("police", "thing") and "police-station" not in tray.found("police", "thing")


def test_somebody_is_found_doing_what_was_typed(tray, who):
    tile = tray.ask(find="dad shouting").text
    assert f"&#34;who&#34;: &#34;{who['Dad']}&#34;" in tile and "Dad, shouting" in tile
    assert "&#34;feeling&#34;: &#34;crying&#34;" in tray.ask(find="mum crying").text


@pytest.mark.parametrize("standing", ["not-seen", "died"])
def test_somebody_the_child_does_not_see_is_offered_when_they_are_named_and_never_unasked(tray, who, standing):
    tray.visitor.send(f"/stories/{tray.story}/people/{who['Dad']}", {"standing": standing})
    unasked = tray.ask(find="hug").text
    assert f"&#34;who&#34;: &#34;{who['Mum']}&#34;" in unasked and f"&#34;who&#34;: &#34;{who['Dad']}&#34;" not in unasked
    assert f"&#34;who&#34;: &#34;{who['Dad']}&#34;" in tray.ask(find="dad hug").text


def test_somebody_who_is_not_in_the_story_is_not_shown_as_another(tray):
    answer = tray.ask(find="grandad shouting", kind="person").text
    assert "data-place=" not in answer and "Nobody in this story is “grandad” yet." in answer


def test_nothing_found_says_kindly_what_to_try(tray):
    assert "Try one plain word" in tray.ask(find="xqzw").text
    assert "Look among everything (" in tray.ask(find="teddy", kind="place").text


def test_favourites_lie_near_until_they_are_let_go(tray):
    assert tray.sort("kite", "keep").status_code == 303
    tray.sort("kitchen", "keep")
    assert tray.shelves()["Favourites"] == ["kitchen", "kite"] and tray.shelves(kind="place")["Favourites"] == ["kitchen"]
    assert "data-liked" in tray.ask(find="kite").text
    tray.sort("kite", "let-go")
    assert tray.shelves()["Favourites"] == ["kitchen"]


@pytest.mark.parametrize("do, back, others_see_it", [("hide", "show", True), ("hide-here", "show-here", False)])
def test_a_hidden_picture_is_nowhere_until_it_is_put_back(tray, sam, do, back, others_see_it):
    other = Tray(sam, sam.store.stories.add(guide.example("lily")))
    words = "There was a broken plate."
    assert "broken-plate" in tray.shelves(words=words)["For this panel"] and "broken-plate" in tray.found("broken plate")
    tray.sort("broken-plate", "keep")
    tray.sort("broken-plate", do)
    assert "broken-plate" not in {name for names in tray.shelves(words=words).values() for name in names}
    assert "broken-plate" not in tray.found("broken plate")
    assert ("broken-plate" in other.found("broken plate")) == others_see_it
    listed = sam.visit(f"/stories/{tray.story}/hidden-pictures").get_data(as_text=True)
    assert "Put back: Broken plate" in listed and f'value="{back}"' in listed
    tray.sort("broken-plate", back)
    assert "broken-plate" in tray.found("broken plate")
    assert "Put back" not in sam.visit(f"/stories/{tray.story}/hidden-pictures").get_data(as_text=True).replace("how to put", "")


def test_a_panel_that_shows_a_hidden_picture_keeps_it(tray):
    store = tray.visitor.store
    panel = next(p for p in store.stories.load(tray.story).story.panels if any(getattr(i, "name", "") == "broken-plate" for i in p.scene.items))
    tray.sort("broken-plate", "hide")
    assert "broken plate" in tray.visitor.visit(f"/stories/{tray.story}/panels/{panel.id}").get_data(as_text=True)
    assert tray.visitor.visit(f"/stories/{tray.story}/panels/{panel.id}/picture.svg").status_code == 200


@pytest.mark.parametrize("name, do, code", [("plain", "hide", 422), ("teddy", "burn", 422), ("no-such-picture", "hide", 404), ("", "", 404)])
def test_what_cannot_be_hidden_is_refused_and_nothing_changes(tray, name, do, code):
    assert tray.sort(name, do).status_code == code
    assert tray.visitor.store.picture_lists.read("hidden") == ()


@pytest.mark.parametrize("asked", [{"kind": "dragon"}, {"find": "a" * 61}, {"word": "x"}, [], {"words": 7}])
def test_what_the_tray_cannot_read_is_refused_in_a_sentence(tray, asked):
    answer = tray.visitor.client.post(f"/stories/{tray.story}/panels/{tray.panel}/tray", json=asked, headers={
        "X-CSRFToken": tray.visitor.token, "Accept": "application/json"})
    assert answer.status_code == 422 and "The tray could not read" in answer.get_json()["sentence"]


def test_the_whole_library_is_the_same_for_everybody_and_kept_by_the_browser(tray):
    tray.sort("kite", "hide")
    tray.sort("teddy", "keep")
    shelves = tray.ask().text
    assert 'data-hidden="kite"' in shelves and 'data-favourites="teddy"' in shelves
    address = re.search(r'data-rest="([^"]+)"', shelves)[1]
    answer = tray.visitor.visit(address)
    assert "immutable" in answer.headers["Cache-Control"] and 'data-name="kite"' in answer.text and "data-liked" not in answer.text
    assert set(re.findall(r'data-name="([^"]+)"', answer.text)) == {one.name for one in (*library.shelf().things(), *library.shelf().symbols())}
    assert tray.visitor.visit(address.replace("all.html", "dragons.html")).status_code == 404


def test_the_picture_of_a_place_has_the_table_that_people_sit_behind(tray):
    table = re.findall(r' d="([^"]+)"', svg.write_shapes((library.shapes("meeting-room", front=True),)))
    shown = tray.visitor.visit("/library/at/now/meeting-room.svg").text
    assert table and all(path in shown for path in table)


def test_every_picture_on_the_shelf_can_be_shown(tray):
    shelf = library.shelf()
    for picture in (*shelf.places(), *shelf.things(), *shelf.symbols()):
        answer = tray.visitor.visit(f"/library/at/now/{picture.name}.svg")
        assert answer.status_code == 200 and answer.mimetype == "image/svg+xml", picture.name


def test_pictures_are_kept_by_the_browser_until_one_of_them_changes(tray):
    address = re.search(r'data-src="(/library/at/[^"]+/teddy\.svg)"', tray.ask(find="teddy").text)[1]
    assert "immutable" in tray.visitor.visit(address).headers["Cache-Control"]
    older = re.sub(r"/at/[0-9a-f]+/", "/at/0123456789abcdef/", address)
    assert tray.visitor.visit(older).headers["Cache-Control"] == "no-cache"
