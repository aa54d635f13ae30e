"""Names across languages: romanize, invert, compare, explain. Data are loaded on the first call."""

from auditor.names.compare import compare, replay, score
from auditor.names.convention import conventions
from auditor.names.explain import explain
from auditor.names.foreign import foreignness
from auditor.names.jointly import JointGuess, conventions_jointly
from auditor.names.keys import keys
from auditor.names.natives import natives, natives_anywhere
from auditor.names.near import near_miss
from auditor.names.parts import parts
from auditor.names.romanize import romanize, variants
from auditor.names.types import ConventionGuess, Foreign, Kind, NameMatch, NameParts, NativeGuess

__all__ = [
    "ConventionGuess",
    "Foreign",
    "JointGuess",
    "Kind",
    "NameMatch",
    "NameParts",
    "NativeGuess",
    "compare",
    "conventions",
    "conventions_jointly",
    "explain",
    "foreignness",
    "keys",
    "natives",
    "natives_anywhere",
    "near_miss",
    "parts",
    "replay",
    "romanize",
    "score",
    "variants",
]
