"""The people builder in a real browser: Mum is built by keys alone and by touch alone, and nobody is shut out on any of its pages."""
import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from pages import LAPTOP, PASSPHRASE, TOUCH, asleep, awake, sign_in
from tests.factories import make_cast, make_panel, make_person, make_scene, make_story
from wordspics.story import About, Child, Figure, Look

FAMILY = make_cast(
    make_person("lily", "Lily", role="child", look=Look(age="child", skin="mahogany", hair="puffs", hair_colour="black", features="downs")),
    make_person("mum", "Mum", proposed=True),
    make_person("nan", "Nan", role="nan", look=Look(age="older", skin="ebony", hair="short-afro", hair_colour="grey", wheelchair="blue")),
    make_person("ade", "Ade", role="baby", look=Look(age="baby", skin="umber", hair="tuft", top="onesie")),
    make_person("sara", "Aunty Sara", role="aunty", look=Look(skin="bronze", headwear="hijab", headwear_colour="teal", top="tunic")))
TAPS = [pytest.param(False, marks=pytest.mark.browser_context_args(viewport=LAPTOP)),
        pytest.param(True, marks=pytest.mark.browser_context_args(viewport=TOUCH, has_touch=True))]


@pytest.fixture
def builder(quiet, live):
    """The People page lies open; `kept()` is the cast as the store holds it, `state()` opens one of the page's addresses."""
    sign_in(quiet.context, live)
    family = live.store.families.add("The Oaks").id
    about = About(title="Us", children=(Child("Lily", 6, "lily"),), situation="dad-not-at-home")
    panel = make_panel(scene=make_scene(Figure(id="a", who="mum")))
    story = live.store.stories.add(make_story(0, about=about, cast=FAMILY).with_(panels=(panel,)), family)
    other = make_cast(make_person("lily", "Lily", role="child"), make_person("tariq", "Uncle Tariq", role="uncle"))
    live.store.stories.add(make_story(1, about=About(title="The summer", children=(Child("Lily", 6, "lily"),)), cast=other), family)
    quiet.kept = lambda: live.store.stories.load(story).story.cast
    quiet.state = lambda path="": (quiet.goto(f"{live.url}/stories/{story}/people{path}"), awake(quiet))
    quiet.state()
    return quiet


class Keys:
    """Somebody who has a keyboard and no mouse."""

    def __init__(self, page):
        self.page = page

    def reach(self, goal: str) -> None:
        """Tab on until there, past the end of the page and round again if need be."""
        for _ in range(200):
            if self.page.locator(f"{goal}:focus").count():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{goal} cannot be reached by Tab")

    def press(self, goal: str) -> None:
        self.reach(goal)
        self.page.keyboard.press("Enter")

    def choose(self, field: str, at: int) -> None:
        """The `at`th choice of a row: to the row, whichever choice of it the Tab key stops at, then along it with the arrows."""
        self.reach(f"[name={field}]")
        for _ in range(40):
            here = self.page.locator(":focus").get_attribute("id")
            if here == f"{field}-{at}":
                break
            self.page.keyboard.press("ArrowRight")
            expect(self.page.locator(f"#{here}")).not_to_be_checked()
        self.page.keyboard.press("Space")

    def answer(self, goal: str) -> None:
        self.reach(f"[name={self.page.locator(goal).get_attribute('name')}]")
        for _ in range(20):
            if self.page.locator(f"{goal}:focus").count():
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")


class Finger:
    """Somebody who has a touch screen and no keys."""

    def __init__(self, page):
        self.page = page

    def press(self, goal: str) -> None:
        self.page.locator(goal).tap()

    def choose(self, field: str, at: int) -> None:
        self.page.locator(f"label:has(#{field}-{at})").tap()

    def answer(self, goal: str) -> None:
        self.page.locator(f"label:has({goal})").tap()


@pytest.mark.parametrize("by_touch", TAPS)
def test_mum_is_built_by_keys_alone_and_by_touch_alone(builder, by_touch):
    somebody = (Finger if by_touch else Keys)(builder)

    def kept() -> Look:
        builder.locator(".save-state", has_text="Saved").wait_for()
        return builder.kept().person("mum").look

    def open_group(name: str) -> None:
        somebody.press(f"#group-{name}")
        builder.get_by_role("heading", name=f"Mum: {name}").wait_for()

    somebody.press("#person-mum")
    somebody.answer("#standing-seen")
    expect(builder.get_by_text("Not asked yet")).to_have_count(0)
    open_group("skin")
    somebody.choose("skin", 8)
    expect(builder.locator("legend", has_text="Skin: chestnut")).to_be_visible()
    assert kept().skin == "chestnut"
    open_group("hair")
    somebody.press("#like-nan")
    expect(builder.locator("legend", has_text="Hair: short afro")).to_be_visible()
    open_group("clothes")
    somebody.choose("top", 6)
    expect(builder.locator("legend", has_text="Top: dress")).to_be_visible()
    assert kept() == Look(skin="chestnut", hair="short-afro", hair_colour="grey", top="dress")
    dressed = builder.locator(".builder__drawing").inner_html()
    somebody.press("#undo")
    expect(builder.locator("legend", has_text="Top: dress")).to_have_count(0)
    assert builder.locator(".builder__drawing").inner_html() != dressed
    somebody.press("#redo")
    expect(builder.locator("legend", has_text="Top: dress")).to_be_visible()
    somebody.press("#names")
    expect(builder.locator("#names[aria-pressed=true]")).to_be_visible()
    assert kept().top == "dress" and builder.kept().named
    assert builder.kept().person("mum").standing == "seen" and not builder.kept().person("mum").proposed


@pytest.mark.parametrize("with_script", [
    pytest.param(with_script, marks=pytest.mark.browser_context_args(viewport=LAPTOP, java_script_enabled=with_script)) for with_script in (True, False)])
def test_by_keys_the_next_person_is_beside_whom_one_chose(page, live, with_script):
    sign_in(page.context, live)
    story = live.store.stories.add(make_story(0, cast=FAMILY))
    page.goto(f"{live.url}/stories/{story}/people")
    for who, after in (("nan", "ade"), ("ade", "sara")):
        Keys(page).press(f"#person-{who}")
        expect(page.locator(f"#person-{who}[aria-current]")).to_be_focused()
        expect(page.locator(f"#person-{who}")).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(page.locator(f"#person-{after}")).to_be_focused()
    assert page.evaluate("scrollY") == 0


@pytest.mark.browser_context_args(viewport=TOUCH, has_touch=True)
def test_no_page_of_the_builder_shuts_anybody_out(builder, axe):
    for path in ("/mum?group=who", "/lily?group=skin", "/sara?group=headwear", "/ade?group=legs", "/new", "/new?like=nan"):
        builder.state(path)
        assert not axe(builder), path
        wide = builder.evaluate("document.documentElement.scrollWidth")
        assert wide <= TOUCH["width"], path


@pytest.mark.browser_context_args(viewport=LAPTOP)
def test_what_another_window_chose_is_asked_about_and_stays(builder, live):
    builder.state("/mum?group=hair")
    builder.expected = ["409 (CONFLICT)"]
    second = builder.context.new_page()
    second.goto(builder.url)
    awake(second)
    second.locator("label[title=afro]").click()
    expect(second.locator("legend", has_text="Hair: afro")).to_be_visible()
    builder.locator("label[title=locs]").click()
    expect(builder.locator(".notice")).to_contain_text("Another window changed “Hair” meanwhile")
    expect(builder.locator("legend", has_text="Hair: afro")).to_be_visible()
    expect(builder.get_by_text("Not saved yet")).to_have_count(0)
    assert builder.kept().person("mum").look.hair == "afro"
    builder.locator("label[title=locs]").click()
    expect(builder.locator("legend", has_text="Hair: locs")).to_be_visible()
    assert builder.kept().person("mum").look.hair == "locs"


def test_what_was_said_of_somebody_on_a_slow_computer_before_the_page_woke_is_kept(builder):
    builder.state("/mum")
    with asleep(builder):
        builder.reload(wait_until="commit")
        builder.fill("#name", "Mama")
        builder.select_option("#role", "step-mum")
        builder.locator("label:has(#standing-seen)").click()
    awake(builder)
    builder.locator(".save-state", has_text=re.compile(r"Saved \d")).wait_for()
    mum = builder.kept().person("mum")
    assert (mum.name, mum.role, mum.standing, mum.proposed) == ("Mama", "step-mum", "seen", False)


@contextmanager
def slow_to_keep(page, who: str):
    """Inside, nothing that is sent about somebody is answered."""
    held = []
    page.route(f"**/people/{who}", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    yield
    page.unroute(f"**/people/{who}")
    for route in held:
        route.continue_()


def test_the_tiles_of_somebody_who_is_left_out_are_not_asked_for_any_more(builder):
    """They would be asked for, in vain, of a story that no longer has them."""
    builder.state("/nan")
    order = []
    builder.on("requestfailed", lambda request: order.append("tiles let go"))
    builder.on("request", lambda request: order.append("left out") if request.url.endswith("/removal") else None)
    with asleep_tiles(builder, "nan"):
        builder.fill("#name", "Nanna")
        builder.click("#leave")
        expect(builder.get_by_text("They are left out of this story")).to_be_visible()
    assert order == ["tiles let go", "left out"]


@contextmanager
def asleep_tiles(page, who: str):
    """Inside, the tiles that show somebody are asked for and never come."""
    page.route(re.compile(rf"/people/{who}\b"),
               lambda route: None if route.request.headers.get("x-parts") == "people" else route.continue_())
    yield
    page.unroute_all(behavior="ignoreErrors")


def test_a_name_just_typed_is_not_said_to_be_saved_and_goes_along_by_link_by_button_and_by_exit(builder, live):
    builder.expected = ["401 (UNAUTHORIZED)"]
    builder.context.route("https://**/*", lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"))
    builder.state("/mum")
    with slow_to_keep(builder, "mum"):
        builder.fill("#name", "Mama")
        expect(builder.locator(".save-state")).to_have_text("Saving")
    builder.click("#alike")
    builder.wait_for_url("**/new?like=mum")
    assert builder.kept().person("mum").name == "Mama"
    builder.state("/nan")
    builder.fill("#name", "Nanna")
    builder.click("#leave")
    expect(builder.get_by_text("They are left out of this story")).to_be_visible()
    assert not builder.kept().has("nan")
    builder.state("/mum")
    builder.fill("#name", "Mummy")
    for _ in range(3):
        builder.keyboard.press("Shift")
    builder.wait_for_url("https://**/*")
    live.store.vault.open(PASSPHRASE)
    assert builder.kept().person("mum").name == "Mummy"
