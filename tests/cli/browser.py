"""A real browser for tests and pictures: Debian's chromium, driven by chromedriver over WebDriver.

    with Browser(width=1300, height=900) as browser:
        browser.open(path)
        browser.run("return document.title")

"missing()" says why there is none here, or nothing.
"""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Escape": "\ue00c", "Tab": "\ue004", "Enter": "\ue007", "ArrowLeft": "\ue012", "ArrowRight": "\ue014"}


def missing():
    lacking = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return "no " + " and no ".join(lacking) + " (Debian's packages chromium and chromium-driver)" if lacking else ""


class Browser:
    def __init__(self, width, height, dark=False):
        self.size, self.dark = (width, height), dark

    def __enter__(self):
        self.place = tempfile.mkdtemp(prefix="plt-browser.", dir="/tmp")
        # Whatever the browser keeps of its own it keeps there.
        environment = dict(os.environ, HOME=self.place, XDG_CONFIG_HOME=self.place, XDG_CACHE_HOME=self.place)
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                       text=True, env=environment)
        self.address = f"http://127.0.0.1:{self.find_port()}"
        arguments = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", f"--user-data-dir={self.place}/profile",
                     f"--window-size={self.size[0]},{self.size[1]}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # which root cannot have
        wanted = {"browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
                  "goog:chromeOptions": {"args": arguments, "binary": shutil.which("chromium")}}
        self.session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        self.command("Emulation.setDeviceMetricsOverride",
                     {"width": self.size[0], "height": self.size[1], "deviceScaleFactor": 1, "mobile": False})
        self.see(self.dark)
        return self

    def __exit__(self, *_):
        try:
            self.ask("DELETE", f"/session/{self.session}")
        finally:
            self.driver.terminate()
            self.driver.wait(20)
            self.driver.stdout.close()
            shutil.rmtree(self.place, ignore_errors=True)

    def find_port(self):
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                return int(line.rstrip(".\n").rsplit(" ", 1)[1])
        raise RuntimeError("chromedriver did not start")

    def ask(self, method, path, body=None):
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from error

    def do(self, method, path, body=None):
        return self.ask(method, f"/session/{self.session}{path}", body)

    def command(self, name, parameters):
        """One of the browser's own protocol."""
        return self.do("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def see(self, dark):
        """What the system's colours are."""
        self.command("Emulation.setEmulatedMedia",
                     {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def open(self, path):
        self.do("POST", "/url", {"url": pathlib.Path(path).resolve().as_uri()})

    def run(self, script, *arguments):
        return self.do("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def wait_for(self, script):
        """Until it is true; at most fifteen seconds."""
        end = time.monotonic() + 15
        while not self.run(script):
            if time.monotonic() > end:
                raise AssertionError(f"never true: {script}")
            time.sleep(0.05)

    def click(self, selector):
        self.run("document.querySelector(arguments[0]).scrollIntoView({behavior: 'instant', block: 'center'})", selector)
        element = self.do("POST", "/element", {"using": "css selector", "value": selector})
        self.do("POST", f"/element/{element[ELEMENT]}/click")

    def press(self, *keys):
        """Keys as a user presses them, wherever the focus is."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.do("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def drag(self, selector, x, y):
        box = self.run("const {left, top, width, height} = document.querySelector(arguments[0]).getBoundingClientRect();"
                       "return {x: Math.round(left + width / 2), y: Math.round(top + height / 2)}", selector)
        moves = [{"type": "pointerMove", "duration": 0, **box}, {"type": "pointerDown", "button": 0},
                 {"type": "pointerMove", "duration": 50, "x": box["x"] + x, "y": box["y"] + y},
                 {"type": "pointerUp", "button": 0}]
        self.do("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
                                                  "actions": moves}]})

    def complaints(self):
        """What the console has said since it was last asked."""
        return [entry["message"] for entry in self.do("POST", "/se/log", {"type": "browser"})]

    def requests(self):
        """Addresses that were asked for since it was last asked, but for files, its own pages and what addresses hold themselves."""
        wanted = []
        for entry in self.do("POST", "/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                wanted.append(message["params"]["request"]["url"])
        return [url for url in wanted if not url.startswith(("file:", "chrome:", "data:"))]

    def picture(self, path, of=None, scale=1):
        """Of what is in sight, or of a whole element."""
        parameters = {"format": "png"}
        if of is not None:
            box = self.run("const {x, y, width, height} = document.querySelector(arguments[0]).getBoundingClientRect();"
                           "return {x: x + scrollX, y: y + scrollY, width, height}", of)
            parameters.update(captureBeyondViewport=True, clip={**box, "scale": scale})
        pathlib.Path(path).write_bytes(base64.b64decode(self.command("Page.captureScreenshot", parameters)["data"]))

    def pdf(self):
        return base64.b64decode(self.command("Page.printToPDF", {"printBackground": True})["data"])
