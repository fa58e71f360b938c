import shutil

import pytest

from wordspics.guide.files import HOME


@pytest.fixture
def shelf(tmp_path):
    """A copy of the shipped guide that a test may add to and break."""
    shutil.copytree(HOME, tmp_path / "guide", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "guide"
