"""What is said under a picture, as a form holds it: words in each language, two views and whose they are, the adults' note."""
from collections.abc import Mapping

from wordspics.story import About, Panel, Story, View
from wordspics.story.tongue import TONGUES, Tongue, tongue

OWN = "own"                     # the choice that asks for somebody who is not on the list
YOUNG = ("baby", "toddler", "child")             # nobody asks them to take a side
OTHERS = ("The doctors say", "The judge says", "The social worker says", "The police say", "The school says")


def field_of(view: int | None, one: Tongue, tongues: tuple[Tongue, ...]) -> str:
    """The name of a field of words; `view` is 0 or 1, or None for the panel's own."""
    base = "words" if view is None else f"view-{view}"
    return base if one == tongues[0] else f"{base}-{one.code}"


def tongues_of(about: About) -> tuple[Tongue, ...]:
    return tuple(tongue(code) for code in about.languages)


def shown_in(form: Mapping[str, str], about: About) -> tuple[Tongue, ...]:
    """The languages a form's page showed, in its order: words stay in theirs, whichever another window put first or took off meanwhile.

    Those of the story where the form does not say, or says what no page of ours can have shown.
    """
    codes = form.get("languages", "").split()
    return tuple(map(tongue, codes)) if codes and {*codes} <= {*TONGUES, *about.languages} else tongues_of(about)


def owners(story: Story) -> list[str]:
    """Whose view it may be: the grown-ups of the story, then those who are often the other side."""
    children = {child.person for child in story.about.children}
    grown = [p for p in story.cast.people if p.name and p.standing != "died" and p.id not in children and p.look.age not in YOUNG]
    return list(dict.fromkeys([*(f"{person.name} says" for person in grown), *OTHERS]))


def told(panel: Panel, form: Mapping[str, str], about: About) -> Panel:
    """The panel as the form tells it; what the form does not hold stays. A BadStory in one sentence when something does not fit."""
    tongues = shown_in(form, about)
    for one in tongues:
        panel = panel.tell(form.get(field_of(None, one, tongues), panel.words_in(one.code)), one.code)
    views = tuple(_view(view, n, form, tongues) for n, view in enumerate(panel.views))
    return panel.with_(views=views, notes=form.get("notes", panel.notes))


def _view(view: View, n: int, form: Mapping[str, str], tongues: tuple[Tongue, ...]) -> View:
    owner = form.get(f"owner-{n}", view.owner)
    view = view.with_(owner=form.get(f"own-{n}", "") if owner == OWN else owner)
    for one in tongues:
        view = view.tell(form.get(field_of(n, one, tongues), view.words_in(one.code)), one.code)
    return view
