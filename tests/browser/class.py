"""A class in a real browser: two phones, a laptop for the facilitator, one phone without script.

    python3 class.py DEMARCHE [FOLDER]

plays a turn of Dark Grid against the built program, kills the host on the way, and says what it saw; with a folder it leaves
pictures of every page there. Needs the package `playwright` and a Chromium at /usr/bin/chromium.
"""

import re
import sys

from hosted import Host, fits, join, pictures
from playwright.sync_api import expect, sync_playwright

picture = pictures(sys.argv[2] if len(sys.argv) > 2 else None)


def order(page):
    """Orders the first suggestion, reading its card on the way."""
    page.locator("[aria-labelledby=do] ul.acts a").first.click()
    fits(page)
    picture(page, "act")
    page.get_by_role("button", name="Read the legality card").click()
    expect(page.locator(".card .verdict")).not_to_be_empty()
    fits(page)
    picture(page, "check")
    page.get_by_role("button", name=re.compile("^Order it")).click()
    expect(page.get_by_role("button", name="Take back")).to_have_count(1)


def main(chromium):
    troubles = []
    # Other work may be going on beside this.
    expect.set_options(timeout=20_000)

    def opened(**settings):
        page = chromium.new_context(**settings).new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if "Content Security Policy" in said.text else None)
        return page

    host = Host()
    port = host.address.rsplit(":", 1)[1]
    phone = {"width": 360, "height": 740}
    ada = opened(viewport=phone)
    ben = opened(viewport={"width": 320, "height": 640}, color_scheme="dark", reduced_motion="reduce")
    cy = opened(viewport=phone, java_script_enabled=False)
    desk = opened(viewport={"width": 1280, "height": 800})
    desk.goto(host.desk)
    expect(desk.locator(".mark")).to_be_visible()
    assert host.desk.rsplit("/", 1)[1] not in desk.url, "the secret stays in the address line"
    picture(ada, "blank")
    ada_code = join(ada, host, "Ada", "Lysmark", picture)
    join(ben, host, "Ben", "Orsenne")
    join(cy, host, "Cy", "Veldany")
    expect(ada.get_by_text("The class has not begun")).to_be_visible()

    # The stream brings the beginning to every seat that has script; the other looks again by itself.
    desk.reload()
    picture(desk, "desk-before")
    # Nobody begins without those who are not ready by mistake: two say so, and the third is left to come.
    for page in (ada, ben):
        page.get_by_role("button", name="I have read this and am ready").click()
    expect(desk.get_by_text("Not ready yet: Cy")).to_be_visible()
    desk.get_by_label("Begin without them").check()
    desk.get_by_role("button", name="Begin the class").click()
    for page in (ada, ben):
        expect(page.locator(".clock")).to_be_visible()
        fits(page)
    cy.get_by_role("link", name="Look again").click()
    expect(cy.locator(".clock")).to_be_visible()
    picture(ada, "seat-phone")
    picture(ben, "seat-narrow-dark")
    order(ada)
    order(cy)

    # By keyboard alone: the first stop is the way past the header.
    ada.goto(f"{host.address}/seat")
    ada.keyboard.press("Tab")
    expect(ada.locator(".skip")).to_be_focused()

    ada.goto(f"{host.address}/seat/acts")
    ada.fill("#q", "sanction")
    ada.get_by_role("button", name="Find").click()
    expect(ada.locator("ul.acts li").first).to_contain_text(re.compile("sanction", re.I))
    fits(ada)
    picture(ada, "acts")

    # A message appears where it was sent, unless somebody is writing there.
    ada.goto(f"{host.address}/seat")
    ada.locator("#write summary").click()
    ada.get_by_label("Orsenne").check()
    ada.get_by_label("Text").fill("Shall we talk about Pellas?")
    ben.locator("#write summary").click()
    ben.get_by_label("Text").fill("Dear")
    ada.get_by_role("button", name="Send to Orsenne").click()
    expect(ben.locator("#changed")).to_be_visible()
    expect(ben.get_by_label("Text")).to_have_value("Dear")
    ben.locator("#show").click()
    expect(ben.get_by_text("Shall we talk about Pellas?")).to_be_visible()
    # Whoever goes by keyboard stays where they were when a page renews itself.
    ben.locator("a[href='/seat/acts']").focus()
    ada.locator("#write summary").click()
    ada.get_by_label("Orsenne").check()
    ada.get_by_label("Text").fill("And soon?")
    ada.get_by_role("button", name="Send to Orsenne").click()
    expect(ben.get_by_text("And soon?")).to_be_visible()
    expect(ben.locator("a[href='/seat/acts']")).to_be_focused()

    # Without script the readers are named on a page of their own.
    cy.goto(f"{host.address}/seat")
    cy.locator("#write summary").click()
    cy.get_by_label("Tesk").check()
    cy.get_by_label("Text").fill("The lights are not ours.")
    cy.get_by_role("button", name="Read once more").click()
    picture(cy, "read-again")
    cy.get_by_role("button", name="Send to Tesk").click()
    expect(cy.get_by_text("The lights are not ours.")).to_be_visible()

    # The host dies and comes back: it is said, and then everybody goes on.
    host.kill()
    expect(ada.locator("#lost")).to_be_visible()
    host = Host(port)
    expect(ada.locator("#lost")).to_be_hidden()
    expect(ada.get_by_role("button", name="Take back")).to_have_count(1)
    desk.goto(host.desk)
    desk.get_by_role("button", name="Let the clock go on").click()
    picture(desk, "desk")
    desk.get_by_role("link", name="See as Tesk").click()
    expect(desk.locator(".seeing")).to_be_visible()
    picture(desk, "desk-see")
    desk.get_by_role("link", name="Back to the facilitator").click()
    desk.locator("[name=sure]").check()
    desk.get_by_role("button", name="End turn 1 now").click()
    for page in (ada, ben):
        expect(page.locator("header.top")).to_contain_text("Turn 2 of")
        expect(page.locator("#came")).to_be_visible()
    picture(ada, "seat-second-turn")

    # Another device, with the code alone.
    tablet = opened(viewport={"width": 1280, "height": 800})
    tablet.goto(f"{host.address}/return")
    tablet.fill("#code", ada_code)
    tablet.get_by_role("button", name="Come back").click()
    expect(tablet.locator("h1")).to_have_text("Lysmark")
    picture(tablet, "seat-laptop")
    host.kill()
    assert not troubles, troubles
    print("a class of three played a turn in Chromium, with a host that was killed on the way")


with sync_playwright() as playwright:
    main(playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]))
