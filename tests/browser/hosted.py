"""What the browser tests share: a host of the built program, and what every page is held to."""

import atexit
import pathlib
import re
import subprocess
import sys
import tempfile

BINARY = sys.argv[1]
DATA = tempfile.mkdtemp()


class Host:
    def __init__(self, port=0, data=DATA):
        arguments = [BINARY, "host", "dark-grid", "--port", str(port), "--seed", "7", "--data", data]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        # Whatever goes wrong here, no host is left behind.
        atexit.register(self.process.kill)
        told = ""
        while "Ctrl-C" not in told:
            line = self.process.stdout.readline()
            assert line, f"the host did not come up: {told}"
            told += line
        self.address, self.code = re.search(r"(http://\S+)/\?code=(\w+)", told).groups()
        self.desk = re.search(r"(http://\S+/desk/enter/\S+)", told).group(1)
        self.board = re.search(r"(http://\S+/board/\w+)", told).group(1)

    def kill(self):
        self.process.kill()
        self.process.wait()


def pictures(folder):
    """Takes pictures into a folder, or none without one."""

    def picture(page, name):
        if folder:
            path = pathlib.Path(folder)
            path.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=path / f"{name}.png", full_page=True)

    return picture


def fits(page):
    """Nothing is wider than the screen."""
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, f"{page.url}: {wide} wide on {screen}"


def join(page, host, name, state, picture=lambda page, name: None):
    # Not every test that hosts has a browser.
    from playwright.sync_api import expect

    page.goto(f"{host.address}/?code={host.code}")
    page.fill("#name", name)
    page.select_option("#state", label=state)
    page.get_by_role("button", name="Join").click()
    code = page.locator(".code").inner_text()
    picture(page, f"welcome-{name}")
    page.get_by_role("link", name="To your seat").click()
    expect(page.locator("h1")).to_have_text(state.split(":")[0])
    return code
