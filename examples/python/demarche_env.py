"""A PettingZoo parallel environment over `demarche pipe`. Needs the packages `pettingzoo` and `gymnasium`.

    env = DemarcheEnv("dark-grid", program="target/release/demarche")
    observations, infos = env.reset(seed=7)
    while env.agents:
        actions = {agent: env.action_space(agent).sample(observations[agent]["action_mask"]) for agent in env.agents}
        observations, rewards, terminations, truncations, infos = env.step(actions)

An observation is a dictionary: `observation`, the seat's numbers scaled to -1..1, and `action_mask`, for each order one bit
per slot with "nothing" first. An action is up to `orders` slots, counted from 1; 0 orders nothing, and a slot that is closed is refused,
which the info of the next turn says.
"""
import functools
import json
import subprocess

import gymnasium
import numpy
from pettingzoo import ParallelEnv


class DemarcheEnv(ParallelEnv):
    metadata = {"name": "demarche_v1", "render_modes": ["ansi"]}

    def __init__(self, scenario, seats=None, program="demarche", orders=3, detail="numbers", render_mode=None):
        whom = ["--all"] if seats is None else [word for seat in seats for word in ("--seat", seat)]
        self._process = subprocess.Popen(
            [program, "pipe", scenario, *whom], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.greeting = self._read()
        self.possible_agents = list(self.greeting["seats"])
        self.agents = []
        self.orders, self.detail, self.render_mode = orders, detail, render_mode
        self._seats, self._turn = {}, 0

    def _read(self):
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"demarche has ended with code {self._process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(f"{answer['error']['what']}: {answer['error']['why']}")
        return answer

    def _ask(self, **request):
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        self._seats, self._turn = answer["seats"], answer["turn"]
        return answer

    @functools.lru_cache(maxsize=None)
    def observation_space(self, agent):
        numbers, mask = len(self.greeting["features"]), gymnasium.spaces.MultiBinary(self.greeting["slots"] + 1)
        return gymnasium.spaces.Dict(
            {
                "observation": gymnasium.spaces.Box(-1.0, 1.0, (numbers,), numpy.float32),
                "action_mask": gymnasium.spaces.Tuple([mask] * self.orders),
            }
        )

    @functools.lru_cache(maxsize=None)
    def action_space(self, agent):
        return gymnasium.spaces.MultiDiscrete([self.greeting["slots"] + 1] * self.orders)

    def _observe(self, agent):
        numbers = numpy.array(self._seats[agent]["features"], numpy.float32) / 1000
        mask = numpy.zeros(self.greeting["slots"] + 1, numpy.int8)
        mask[0] = 1
        mask[[slot + 1 for slot in self._seats[agent]["open"]]] = 1
        return {"observation": numbers, "action_mask": (mask,) * self.orders}

    def _infos(self):
        told = ("fortune", "attention", "refused", "story")
        return {agent: {key: self._seats[agent][key] for key in told if key in self._seats[agent]} for agent in self.agents}

    def reset(self, seed=None, options=None):
        self._ask(do="reset", seed=1 if seed is None else seed, detail=self.detail)
        self.agents = list(self.possible_agents)
        return {agent: self._observe(agent) for agent in self.agents}, self._infos()

    def step(self, actions):
        # A slot named twice is one order.
        orders = {
            agent: list(dict.fromkeys(int(slot) - 1 for slot in action if slot > 0)) for agent, action in actions.items()
        }
        over = self._ask(do="step", orders=orders)["over"]
        observations = {agent: self._observe(agent) for agent in self.agents}
        rewards = {agent: self._seats[agent]["reward"] / 1000 for agent in self.agents}
        ended = {agent: over for agent in self.agents}
        cut = {agent: False for agent in self.agents}
        infos = self._infos()
        if over:
            self.agents = []
        return observations, rewards, ended, cut, infos

    def render(self):
        if self.render_mode == "ansi":
            return "\n".join(
                "\n".join(told["story"]["briefing"]) for told in self._seats.values() if "story" in told
            ) or f"turn {self._turn}"
        return None

    def close(self):
        if self._process.poll() is None:
            self._process.stdin.close()
            self._process.wait()
            self._process.stdout.close()
