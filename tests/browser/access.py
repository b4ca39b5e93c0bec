"""Every page a participant or the room can meet, judged by axe-core; and a turn played with nothing but a keyboard.

    python3 access.py DEMARCHE AXE [FOLDER]

where AXE is `axe.min.js` of the package `axe-core`. Pages are judged wide and light, and 320 px narrow, dark and without
motion. With a folder it leaves pictures there. Needs the package `playwright` and a Chromium at /usr/bin/chromium.
"""

import pathlib
import re
import sys

from hosted import Host, fits, join, pictures
from playwright.sync_api import expect, sync_playwright

AXE = pathlib.Path(sys.argv[2]).read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
picture = pictures(sys.argv[3] if len(sys.argv) > 3 else None)
PRESS = "The press: publishes, sees what is public and what it is told"


def press(page, name, role="button"):
    """Presses what is called so, and waits for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).click()


def judge(page, name):
    """No rule of axe is broken, and nothing is wider than the screen."""
    page.wait_for_load_state("load")
    fits(page)
    picture(page, name)
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", RULES)
    assert len(found["passes"]) > 8, f"{name}: axe saw next to nothing"
    broken = [f"{one['id']}: {one['help']} at {[node['html'][:120] for node in one['nodes']]}" for one in found["violations"]]
    assert not broken, f"{name}: " + "; ".join(broken)
    return len(found["passes"])


def axe_sees(page):
    """The judge is not blind: a picture without a text and a field without a label are found."""
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src=''><input></main>")
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", RULES)
    assert {"image-alt", "label"} <= {one["id"] for one in found["violations"]}


def tab_to(page, text):
    """Tabs to the next thing that can be used and is called so; whatever has the focus is marked."""
    for _ in range(120):
        page.keyboard.press("Tab")
        said, marked = page.evaluate(
            """() => {
              const at = document.activeElement;
              const name = at === document.body ? "" : at.labels?.[0]?.textContent ?? at.textContent;
              return [name.trim(), at === document.body || getComputedStyle(at).outlineStyle !== "none"];
            }"""
        )
        assert marked, f"the focus does not show on `{said}`"
        if re.search(text, said):
            return
    raise AssertionError(f"`{text}` cannot be reached by Tab on {page.url}")


def enter(page):
    """Presses Enter, and waits for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state("load")


def by_keyboard(page, host):
    """Joins, reads, orders, declares complete and writes, with no pointer."""
    page.goto(f"{host.address}/?code={host.code}")
    tab_to(page, "^Your name")
    page.keyboard.type("Kim")
    tab_to(page, "^State$")
    page.keyboard.type("Miravel")
    tab_to(page, "^Join$")
    enter(page)
    tab_to(page, "^To your seat$")
    enter(page)
    tab_to(page, "^Skip to the page$")
    page.keyboard.press("Enter")
    tab_to(page, "over the blackout")
    enter(page)
    tab_to(page, "how sure are you")
    page.keyboard.press("ArrowDown")
    tab_to(page, "^Read the legality card$")
    enter(page)
    expect(page.locator(".card .verdict")).not_to_be_empty()
    tab_to(page, "^Order it")
    enter(page)
    tab_to(page, "^Our orders are complete$")
    enter(page)
    expect(page.get_by_text("Your orders are complete.")).to_be_visible()
    tab_to(page, "^Write to other States$")
    page.keyboard.press("Enter")
    tab_to(page, "^Haldria$")
    page.keyboard.press("Space")
    tab_to(page, "^Text$")
    page.keyboard.type("Are you well?")
    tab_to(page, "^Send to Haldria$")
    enter(page)
    expect(page.get_by_text("Are you well?")).to_be_visible()


def end(desk, host, turn):
    """The facilitator ends a turn."""
    desk.goto(f"{host.address}/desk")
    desk.locator("[name=sure]").check()
    press(desk, f"End turn {turn} now")


def main(chromium):
    expect.set_options(timeout=20_000)
    host = Host()
    wide = {"viewport": {"width": 1280, "height": 800}}
    narrow = {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark", "reduced_motion": "reduce"}

    def opened(**settings):
        return chromium.new_context(**settings).new_page()

    ada, pia, kim = opened(**wide), opened(**wide), opened(**wide)
    desk, board = opened(**wide), opened(viewport={"width": 1920, "height": 1080})
    axe_sees(opened())
    ada.goto(host.address)
    judge(ada, "join-blank")
    ada.goto(f"{host.address}/?code={host.code}")
    judge(ada, "join")
    ada.goto(f"{host.address}/return")
    judge(ada, "return")
    ada.fill("#code", "NOTACODE")
    press(ada, "Come back")
    judge(ada, "return-wrong")
    ada.goto(f"{host.address}/nowhere")
    judge(ada, "nowhere")
    join(ada, host, "Ada", "Lysmark", judge)
    judge(ada, "seat-waiting")
    join(pia, host, "Pia", PRESS)
    lia = opened(**wide)
    join(lia, host, "Lia", "Lysmark")
    # Until the class begins, the way in is what the room sees, on a full screen and on an old projector.
    for size in ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080}):
        board.set_viewport_size(size)
        board.goto(host.board)
        for part in (".scan", ".join .code"):
            box = board.locator(part).bounding_box()
            assert box["y"] + box["height"] <= size["height"], f"{part} is below the fold at {size}"
    judge(board, "board-waiting")
    desk.goto(host.desk)
    judge(desk, "desk-waiting")
    press(ada, "I have read this and am ready")
    judge(ada, "seat-ready")
    desk.get_by_label("Begin without them").check()
    press(desk, "Begin the class")
    expect(desk.locator(".clock").first).to_be_visible()
    by_keyboard(kim, host)
    # A draft before the team of the pages that are judged.
    lia.goto(f"{host.address}/seat")
    with lia.expect_navigation():
        lia.locator("[aria-labelledby=do] ul.acts a").first.click()
    press(lia, "Read the legality card")
    press(lia, "Propose it to the team")
    ada.goto(f"{host.address}/seat")
    ada.get_by_label("Why, in a word").fill("Not before Orsenne has answered")
    press(ada, "Object")
    expect(ada.get_by_text("Ada objects")).to_be_visible()

    # The same pages for two kinds of eyes: one page after the other in each.
    eyes = {"wide": ada, "narrow": opened(**narrow, storage_state=ada.context.storage_state())}
    for how, page in eyes.items():
        page.goto(f"{host.address}/seat")
        for one in page.locator("main details > summary").all():
            one.click()
        judge(page, f"seat-{how}")
        page.goto(f"{host.address}/seat/briefing")
        judge(page, f"briefing-{how}")
        page.goto(f"{host.address}/codex")
        judge(page, f"codex-{how}")
        page.goto(f"{host.address}/codex/arsiwa.51.proportionality")
        judge(page, f"norm-{how}")
        page.goto(f"{host.address}/seat/acts")
        judge(page, f"acts-{how}")
        page.goto(f"{host.address}/seat")
        with page.expect_navigation():
            page.locator("[aria-labelledby=do] ul.acts a").first.click()
        judge(page, f"act-{how}")
        press(page, "Read the legality card")
        judge(page, f"check-{how}")
        page.goto(f"{host.address}/seat")
        page.evaluate("document.querySelector('form[data-letter]').removeAttribute('data-letter')")
        page.locator("#write summary").click()
        page.get_by_label("Orsenne").check()
        page.get_by_label("Text").fill("A word?")
        press(page, "Read once more")
        judge(page, f"read-again-{how}")
    moving = eyes["narrow"].evaluate(
        "[...document.querySelectorAll('*')].some((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0)"
    )
    assert not moving, "something moves although no motion was asked for"

    pia.goto(f"{host.address}/seat")
    judge(pia, "press")
    pia.get_by_label("Your report").fill("The lights are still out.")
    press(pia, "Read once more, then publish")
    judge(pia, "press-read-again")
    press(pia, "Send to everybody")
    board.goto(host.board)
    expect(board.get_by_text("The lights are still out.")).to_be_visible()
    judge(board, "board")
    small = opened(**narrow, locale="fr-FR")
    small.goto(f"{host.address}/?code={host.code}")
    expect(small.locator("html")).to_have_attribute("lang", "fr")
    judge(small, "join-french")
    small.goto(host.board)
    judge(small, "board-narrow")

    # Short of time: asked for at one press, and given at one.
    ada.goto(f"{host.address}/seat")
    press(ada, "Ask for more time")
    judge(ada, "time-asked")
    desk.reload()
    judge(desk, "desk")
    desk.locator("[aria-labelledby=pleas]").get_by_role("button", name=re.compile("^Give")).click()
    expect(ada.get_by_text("3 minutes more were given")).to_be_visible()
    press(desk, "See as Tesk", "link")
    judge(desk, "desk-see")
    desk.go_back()
    desk.locator("[name=sure]").check()
    press(desk, "End turn 1 now")
    expect(kim.locator("header.top")).to_contain_text("Turn 2 of")
    expect(board.locator("header.top")).to_contain_text("Turn 2 of")
    for how, page in eyes.items():
        page.goto(f"{host.address}/seat")
        judge(page, f"seat-second-turn-{how}")
    judge(board, "board-second-turn")
    # The facilitator's other pages, with something on each; narrow too.
    desk.goto(f"{host.address}/desk/plans")
    desk.fill("#title", "A paper prints a leak")
    desk.fill("#text", "Minutes of a meeting in Pellas.")
    desk.check("[name=to-all]")
    desk.fill("#does", "pressure LYS +80; tension LYS/VEL +60")
    desk.get_by_role("button", name="Put it on the list").click()
    expect(desk.get_by_text("Told in turn 2")).to_be_visible()
    desk.goto(f"{host.address}/desk/turn")
    desk.locator("#act-0 summary").click()
    desk.locator("#reason-strike-0").fill("It was ordered by mistake.")
    desk.get_by_role("button", name="Strike it out").first.click()
    expect(desk.get_by_text("Struck out:")).to_be_visible()
    narrow_desk = opened(**narrow)
    narrow_desk.goto(host.desk)
    for way in ("inbox", "people", "turn", "plans", "worlds"):
        for how, page in (("wide", desk), ("narrow", narrow_desk)):
            page.goto(f"{host.address}/desk/{way}")
            page.evaluate("document.querySelectorAll('main details').forEach(closed => closed.open = true)")
            judge(page, f"desk-{way}-{how}")
    # An offer waits, is answered with another, and the difference is read.
    ada.goto(f"{host.address}/seat/act?act=offer-negotiation&way=0")
    ada.get_by_label("The State it is addressed to").select_option("Miravel")
    press(ada, "Read the legality card")
    press(ada, re.compile("^Order it"))
    end(desk, host, 2)
    kim.goto(f"{host.address}/seat")
    expect(kim.locator("#waits-mine")).to_be_visible()
    judge(kim, "waiting")
    with kim.expect_navigation():
        kim.locator("[aria-labelledby=waiting] a[href*='act=counter']").first.click()
    press(kim, "Read the legality card")
    expect(kim.locator(".compared")).to_contain_text("instead of")
    judge(kim, "counter")
    press(kim, re.compile("^Order it"))
    end(desk, host, 3)
    for how, page in eyes.items():
        page.goto(f"{host.address}/seat")
        expect(page.locator(".compared")).to_contain_text("instead of")
        judge(page, f"seat-countered-{how}")
    host.kill()
    print("axe-core finds nothing on any page, wide or narrow, light or dark; a turn was played by keyboard alone")


with sync_playwright() as playwright:
    main(playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]))
