"""The catalogue of grounds, in the order in which pages list them. One ground is one file here: none is listed."""

from importlib import import_module
from pkgutil import iter_modules

from decisions.grounds.ground import Ground

_WORDINGS = {"right_of_appeal"}
"""Files that hold what several grounds share, and no ground."""


def load() -> dict[str, Ground]:
    """Every ground by its slug. Raises TypeError for a file that has none."""
    names = sorted({module.name for module in iter_modules(__path__)} - _WORDINGS)
    grounds = [_ground(name) for name in names]
    return {ground.slug: ground for ground in sorted(grounds, key=lambda ground: ground.place)}


def _ground(name: str) -> Ground:
    ground = getattr(import_module(f"{__name__}.{name}"), "GROUND", None)
    if not isinstance(ground, Ground):
        raise TypeError(f"decisions/grounds/catalogue/{name}.py has no ground: name it GROUND, as GROUND = Ground(…)")
    return ground


CATALOGUE = load()
"""Every ground by its slug."""
