"""The tutorial from the first word to the last, by clicks: `demarche` alone in a terminal, and one person in a browser.

    python3 tutorial.py DEMARCHE [FOLDER]

With a folder it leaves pictures there. Needs the package `playwright` and a Chromium at /usr/bin/chromium.
"""

import atexit
import os
import pty
import re
import subprocess
import sys
import tempfile

from playwright.sync_api import expect, sync_playwright

from hosted import fits, pictures

picture = pictures(sys.argv[2] if len(sys.argv) > 2 else None)


def started():
    """The program with a terminal before it and no screen; gives the link it prints."""
    _, terminal = pty.openpty()
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    program = os.path.abspath(sys.argv[1])
    process = subprocess.Popen(
        [program], stdin=terminal, stdout=subprocess.PIPE, text=True, env=bare, cwd=tempfile.mkdtemp()
    )
    atexit.register(process.kill)
    told = ""
    while not (found := re.search(r"http://\S+/enter/\S+", told)):
        line = process.stdout.readline()
        assert line, f"the tutorial did not come up: {told}"
        told += line
    return found.group(0)


def main(chromium):
    expect.set_options(timeout=20_000)
    troubles = []
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    link = started()
    page.goto(link)
    expect(page.locator("h1")).to_have_text("Miravel")
    assert link.rsplit("/", 1)[1] not in page.url, "the secret stays in the address line"
    for turn in (1, 2, 3):
        expect(page.locator("header.top")).to_contain_text(f"Turn {turn} of 3")
        picture(page, f"tutorial-turn-{turn}")
        fits(page)
        # Who am I, what happened, what to do: three lines before anything else.
        assert page.locator(".now dd").count() == 3
        with page.expect_navigation():
            page.locator("[aria-labelledby=do] ul.acts a").first.click()
        page.get_by_role("button", name="Read the legality card").click()
        expect(page.locator(".card .verdict")).not_to_be_empty()
        fits(page)
        picture(page, f"tutorial-card-{turn}")
        with page.expect_navigation():
            page.get_by_role("button", name=re.compile("^Order it")).click()
        expect(page.get_by_role("button", name="Take back")).to_have_count(1)
        # The turn ends by itself, and the page hears of it.
        page.get_by_role("button", name="Our orders are complete").click()
    expect(page.locator(".now")).to_contain_text("The crisis is over")
    picture(page, "tutorial-over")
    page.get_by_role("link", name="What your team considered").click()
    expect(page.locator("h1")).to_have_text("First Note")
    picture(page, "tutorial-file")
    assert not troubles, troubles
    print("the tutorial was played to its end by clicks")


with sync_playwright() as playwright:
    main(playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]))
