"""Phases a second of the `diplomacy` engine with random legal orders: the nearest peer to a turn of ours.

usage: diplomacy_phases.py [GAMES] [PHASES]. Prints the phases a second of processor time over all games, as `bench turn` counts turns over all of its own; needs the package `diplomacy`.
"""
import random
import sys
import time

from diplomacy import Game


def play(seed: int, phases: int) -> tuple[int, float]:
    """Plays a game of so many phases, every power choosing among all its legal orders; gives phases and seconds."""
    chance, game, played = random.Random(seed), Game(), 0
    began = time.process_time()
    while not game.is_game_done and played < phases:
        possible = game.get_all_possible_orders()
        for power in game.powers:
            places = game.get_orderable_locations(power)
            game.set_orders(power, [chance.choice(possible[place]) for place in places if possible[place]])
        game.process()
        played += 1
    return played, time.process_time() - began


def main() -> None:
    games, phases = (int(word) for word in (sys.argv[1:] + ["6", "60"][len(sys.argv) - 1 :])[:2])
    play(0, 2)  # the first game loads the map
    played, seconds = (sum(column) for column in zip(*(play(seed, phases) for seed in range(games))))
    print(f"{played / seconds:.0f}")


main()
