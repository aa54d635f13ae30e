"""``python -m benchmarks.bed``."""

import sys

from benchmarks.bed import main

main(tuple(sys.argv[1:]))
