"""The catalogue of grounds, in the order in which pages list them.

Each ground is a file of this folder, found by itself: there is no list to add it to.
"""

from importlib import import_module
from pkgutil import iter_modules

from decisions.grounds.ground import Ground

_SHARED_FILES = {"right_of_appeal"}
"""Files without a ground, which hold what several grounds share."""


def load() -> dict[str, Ground]:
    """Return every ground by its slug, in order of `place`. Raises TypeError for a file that has no ground."""
    names = sorted({module.name for module in iter_modules(__path__)} - _SHARED_FILES)
    grounds = [_ground(name) for name in names]
    return {ground.slug: ground for ground in sorted(grounds, key=lambda ground: ground.place)}


def _ground(name: str) -> Ground:
    ground = getattr(import_module(f"{__name__}.{name}"), "GROUND", None)
    if not isinstance(ground, Ground):
        raise TypeError(f"decisions/grounds/catalogue/{name}.py has no ground: name it GROUND, as GROUND = Ground(…)")
    return ground


CATALOGUE = load()
"""The grounds by slug."""
