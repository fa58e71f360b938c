"""Words and Pictures: a family and a worker tell a child the truth about something hard, panel by panel."""
from pathlib import Path

ROOT = Path(__file__).parent.parent


def create_app(config=None):
    """The Flask app, wired by a Config, or else by the environment. A ValueError or a store's fault in one plain sentence when it must not start."""
    from flask import Flask                 # here: the children in the fence, and most commands, have no use for it

    from config import Config
    from wordspics import web
    from wordspics.press import Press
    from wordspics.store import Store

    config = config or Config.from_environment()
    app = Flask("wordspics", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.extensions["store"] = Store.open(config.home, argon2=config.argon2, idle=config.idle, longest=config.longest)
    app.extensions["press"] = Press()
    web.init_app(app, config)
    return app
