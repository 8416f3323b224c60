"""Copies of one engagement, worked on apart and put together in every order: all the same in the end, and no word lost.

`python -m tests.proofs.merging RUNS [--plant last-arrival|same-identity] [--from SEED]`. With a fault planted it must
fail: a cell that belongs to what came last, and an old copy put back that goes on under its name.
"""

from __future__ import annotations

import argparse
import random
import sys

from tests.proofs.merging_world import PLANTS, World


def run(seed: int, plant: str = "") -> None:
    """One world, from its beginning to where all have met. Raises AssertionError."""
    chance = random.Random(seed)
    world = World(chance, plant)
    for _ in range(chance.randrange(5, 40)):
        world.play()
    world.settle()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", type=int)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--plant", choices=PLANTS, default="")
    options = parser.parse_args()
    failed = 0
    for seed in range(options.first, options.first + options.runs):
        try:
            run(seed, options.plant)
        except AssertionError as error:
            failed += 1
            if failed <= 5:
                print(f"run {seed}: {error}")
    print(f"{options.runs} runs, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
