#!/usr/bin/env python3
"""What a report's page does in a real browser: report_page.py crashstats|hostile|large|real FILE"""
import sys

from browser import Browser

# Contrast of each text with the ground that it stands on (WCAG 2.1, 1.4.3); what is below 4.5 to 1.
PALE = """
const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (element) => {
  for (; element; element = element.parentElement) {
    const color = getComputedStyle(element).backgroundColor;
    if (!color.endsWith(", 0)") && color !== "transparent") return color;
  }
};
const pale = [];
for (const element of document.querySelectorAll("body *:not(svg *, script, style)")) {
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !element.checkVisibility()) continue;
  const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5) pale.push([element.className, element.textContent.slice(0, 40), (a + 0.05) / (b + 0.05)]);
}
return pale;
"""

SHOWN = "return [...document.querySelectorAll('.object')].filter((object) => !object.hidden).map((object) => object.dataset.name)"
MOVED = "return document.querySelector('#entities svg').style.transform"


def expect(what, holds, *more):
    if not holds:
        raise AssertionError(f"not so: {what}: {more}")


def quiet(browser):
    """Neither the console nor the network has anything to tell."""
    expect("no complaint", not (complaints := browser.complaints()), complaints)
    expect("no request", not (requests := browser.requests()), requests)


def try_colours(browser):
    browser.see(dark=False)
    for theme in ("light", "dark"):
        expect(f"{theme} texts can be read", not (pale := browser.run(PALE)), pale[:5])
        before = browser.run("return getComputedStyle(document.body).backgroundColor")
        browser.click("#theme")
        expect("the toggle changes the colours", before != browser.run("return getComputedStyle(document.body).backgroundColor"))
    expect("pressed", browser.run("return document.querySelector('#theme').getAttribute('aria-pressed')") == "false")
    browser.run("delete document.documentElement.dataset.theme")
    browser.see(dark=True)
    expect("as the system has it", browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(15, 19, 24)")
    browser.see(dark=False)


def try_keys(browser):
    browser.press("Tab")
    expect("the first stop skips to the content", browser.run("return document.activeElement.className") == "skip")
    expect("it is in sight", browser.run("return document.activeElement.getBoundingClientRect().left >= 0"))
    browser.press("Enter")
    expect("the content has the focus", browser.run("return document.activeElement.id") == "main")
    browser.press("/")
    expect("/ searches", browser.run("return document.activeElement.id") == "search")
    browser.press(*"user_acc")
    browser.wait_for("return document.querySelector('#found').textContent !== ''")
    expect("it is found", "public.user_account" in (shown := browser.run(SHOWN)) and "public.user_role" not in shown, shown)
    expect("the diagram shows it", browser.run("return document.querySelectorAll('.box:not(.dim)').length") >= 1)
    expect("and hides others", browser.run("return document.querySelectorAll('.box.dim').length") >= 1)
    expect("and arrows between them", browser.run("return document.querySelectorAll('.arrow.dim').length") >= 1)
    browser.press("Escape")
    expect("all is there again", len(browser.run(SHOWN)) == len(browser.run("return [...document.querySelectorAll('.object')]")))
    browser.run("document.querySelector('#main').focus()")
    browser.press("j", "j")
    expect("j goes to the next object", browser.run("return document.activeElement === document.querySelectorAll('.object summary')[1]"))
    browser.press("k")
    expect("k goes back", browser.run("return document.activeElement === document.querySelectorAll('.object summary')[0]"))
    browser.press("a")
    expect("a folds", browser.run("return document.querySelectorAll('.object[open]').length") == 0)
    browser.press("a", "?")
    expect("? lists the keys", browser.run("return document.querySelector('#shortcuts').open"))
    browser.press("Escape")
    expect("Escape closes the list", not browser.run("return document.querySelector('#shortcuts').open"))
    browser.run("document.querySelector('#keys-on').checked = false")
    browser.press("a")
    expect("keys can be switched off", browser.run("return document.querySelectorAll('.object[open]').length") > 0)


def try_diagram(browser):
    browser.run("document.querySelector('#entities').scrollIntoView({behavior: 'instant', block: 'center'})")
    marks = browser.run("return Object.fromEntries([...document.querySelectorAll('.box')].map((box) => "
                        "[box.querySelector('.heading').textContent, box.getAttribute('class')]))")
    expect("what differs is marked", marks.get("public.user_account") == "box changed" and marks.get("public.crash_note") == "box gone"
           and marks.get("public.crash") == "box same", marks)
    gone = browser.run("return [...document.querySelectorAll('.box.changed .row.gone .name')].map((name) => name.textContent)")
    expect("so are columns", gone == ["first_name", "last_name"], gone)
    hidden = browser.run("""
      const boxes = [...document.querySelectorAll('.box')].map((box) => {
        const {width, height} = box.getBBox(), {e, f} = box.transform.baseVal[0].matrix;
        return {left: e + 2, right: e + width - 2, top: f + 2, bottom: f + height - 2};
      });
      return [...document.querySelectorAll('#entities .arrow')].filter((arrow) => {
        const all = arrow.getTotalLength(), points = Array.from({length: 40}, (_, i) => arrow.getPointAtLength((all * (i + 1)) / 42));
        return points.some(({x, y}) => boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom));
      }).map((arrow) => arrow.textContent)""")
    expect("no arrow runs beneath a box", hidden == [], hidden)
    for act in (lambda: browser.click("#zoom-in"), lambda: browser.drag("#entities", 80, 30),
                lambda: (browser.run("document.querySelector('#entities').focus()"), browser.press("ArrowLeft", "-"))):
        before = browser.run(MOVED)
        act()
        browser.wait_for(f"{MOVED} !== {before!r}")
    few = browser.run("return document.querySelectorAll('.box').length")
    browser.click("#all-tables")
    expect("all tables", browser.run("return document.querySelectorAll('.box').length") > few)
    apart = browser.run("""
      const boxes = [...document.querySelectorAll('.box .frame')].map((frame) => frame.getBoundingClientRect());
      return boxes.every((a, i) => boxes.slice(i + 1).every((b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top))""")
    expect("no box covers another", apart)
    browser.click("#all-tables")


def try_bodies(browser):
    words = browser.run("return [...document.querySelectorAll('[data-name^=\"public.user_label\"] mark')].map((mark) => mark.textContent)")
    expect("words that differ are marked", "name" in words and any("first_name" in word for word in words), words)
    hidden = "return [...document.querySelectorAll('.sides tr.far')].every((row) => row.checkVisibility())"
    expect("lines far from them are hidden", not browser.run(hidden))
    browser.click(".all-lines")
    expect("until they are asked for", browser.run(hidden))


def crashstats(browser):
    try_keys(browser)
    try_diagram(browser)
    try_bodies(browser)
    links = browser.run("return [...document.querySelectorAll('#graph a')].map((a) => document.querySelector(a.getAttribute('href')) !== null)")
    expect("revisions of the graph lead to what they run", links == [True, True], links)
    try_colours(browser)
    expect("it prints", browser.pdf().startswith(b"%PDF"))
    browser.run("dispatchEvent(new Event('beforeprint'))")
    expect("on paper all is open", browser.run("return document.querySelectorAll('details:not([open])').length") == 0)


def hostile(browser):
    """Names that would end what they stand in."""
    scripts = browser.run("return document.scripts.length")
    expect("no script but the page's own", scripts == 4, scripts)
    names = browser.run("return [...document.querySelectorAll('.object')].map((object) => object.dataset.name)")
    expect("the name is there to the letter", any("</script><script>alert(1)</script>" in name for name in names), names)
    drawn = browser.run("return [...document.querySelectorAll('.box .heading')].map((text) => text.textContent)")
    expect("and drawn", len(drawn) == 2 and any("</script>" in name for name in drawn), drawn)


def large(browser):
    """500 tables: laid out, and moved without a frame that one would notice."""
    spent = int(browser.run("return document.querySelector('#entities').dataset.milliseconds"))
    boxes = browser.run("return document.querySelectorAll('.box').length")
    expect("all are drawn", boxes == 500, boxes)
    filled = browser.run("return document.querySelectorAll('.box .body').length")
    expect("what nobody can read is not drawn", filled == 0, filled)
    scale = browser.run("return entities.drawing.scale")
    expect("all of it can be seen at once", scale > 0.1, scale)
    frames = browser.ask("POST", f"/session/{browser.session}/execute/async", {"args": [], "script": """
      const done = arguments[0], times = [];
      let last = performance.now();
      document.querySelector('#entities').scrollIntoView({behavior: 'instant', block: 'center'});
      const frame = (now) => {
        times.push(now - last);
        last = now;
        if (times.length > 24) done(times.slice(1));
        else {
          entities.drawing.move(times.length % 2 ? 9 : -7, 5);
          entities.drawing.zoom(times.length < 12 ? 1.15 : 0.87);
          requestAnimationFrame(frame);
        }
      };
      requestAnimationFrame(frame);"""})
    started = browser.run("const t = performance.now(); document.querySelector('#search').value = 'table_4'; search(); return performance.now() - t")
    middle = sorted(frames)[len(frames) // 2]
    print(f"# {boxes} tables: drawn in {spent} ms, a frame in {middle:.0f} ms (at most {max(frames):.0f}), a search in {started:.0f} ms")
    expect("it is laid out at once", spent < 2000, spent)
    expect("it moves", middle < 500, frames)
    expect("it searches", started < 500, started)


def real(browser):
    """Whatever schema it is of: objects are there, each table is drawn, and the search finds one of them."""
    names = browser.run("return [...document.querySelectorAll('.object')].map((object) => object.dataset.name)")
    boxes = browser.run("return document.querySelectorAll('.box').length")
    expect("objects are told", len(names) >= 5, names)
    expect("tables are drawn", 0 < boxes <= len(names), boxes)
    browser.run("document.querySelector('#search').value = arguments[0]; search()", names[-1])
    expect("the search finds one", names[-1] in browser.run(SHOWN), names[-1])


def main():
    what, file = sys.argv[1:]
    with Browser(1300, 900) as browser:
        browser.open(file)
        {"crashstats": crashstats, "hostile": hostile, "large": large, "real": real}[what](browser)
        quiet(browser)


main()
