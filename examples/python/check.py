"""Runs PettingZoo's own tests on the environment. usage: check.py [PROGRAM]"""
import sys

from demarche_env import DemarcheEnv
from pettingzoo.test import parallel_api_test, parallel_seed_test

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "demarche"


def make(seats=None, scenario="dark-grid"):
    return DemarcheEnv(scenario, seats=seats, program=PROGRAM)


def main():
    for seats in (None, ["Lysmark"]):
        env = make(seats)
        parallel_api_test(env, num_cycles=30)
        env.close()
    parallel_seed_test(make, num_cycles=12)
    # Acts chosen among the open ones are never refused for being closed.
    env = make()
    observations, _ = env.reset(seed=3)
    played = 0
    while env.agents:
        for agent in env.agents:
            env.action_space(agent).seed(played)
        actions = {agent: env.action_space(agent).sample(observations[agent]["action_mask"]) for agent in env.agents}
        observations, rewards, _, _, infos = env.step(actions)
        assert all(-1 <= reward <= 1 for reward in rewards.values())
        closed = [trouble for info in infos.values() for trouble in info["refused"] if "slot" in trouble["what"]]
        assert not closed, closed
        played += 1
    assert played == env.greeting["turns"], played
    env.close()
    print("PettingZoo's tests pass")


main()
