"""The pages. The only part of the house that knows Flask: every view is find, check, one verb, keep, go."""
from flask import Flask

from config import Config
from wordspics.web import (about, advice, ages, agree, assets, begin, beside, copies, desk, door, drawings, errors, faces,
                           furniture, handover, hidden, home, languages, mending, network, notes, once, ownpictures, panels, people, printing,
                           read, rehearsal, renaming, security, sheets, splitting, talk, tray)

PAGES = (assets, faces, door, home, about, begin, people, renaming, network, panels, splitting, languages, talk, notes, advice, sheets,
         beside, drawings, ownpictures, tray, hidden, read, agree, ages, printing, rehearsal, handover, copies, mending)


def init_app(app: Flask, config: Config) -> None:
    """Furnish `app` with every page, the store under `config.home`, and the rules of the door."""
    desk.init_app(app, config)
    security.init_app(app, config)
    errors.init_app(app)
    assets.init_app(app)
    furniture.init_app(app, config)
    once.init_app(app)
    drawings.init_app(app)
    printing.init_app(app)
    for page in PAGES:
        app.register_blueprint(page.bp)
    security.check_declared(app)
