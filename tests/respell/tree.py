"""Declarations as trees: read as pleat reads them, written in any of YAML's styles."""
import re
import subprocess

NAMES = {"comment", "name", "owner"}         # keys whose text is no SQL: quotes say nothing there
ORDERED = {"columns", "composite"}           # mappings whose order counts
OF_NAMES = ORDERED | {"checks", "indexes", "unique", "foreign_keys", "exclusions", "triggers", "policies", "partitions", "rules",
                      "statistics", "domains"}    # mappings whose keys are names, and say nothing of the values


class Text:
    def __init__(self, text, missing=False):
        self.text, self.missing = text, missing


class List:
    def __init__(self, items):
        self.items = items


class Map:
    def __init__(self, pairs):
        self.pairs = pairs    # of [key, value]

    def get(self, key):
        return next((value for name, value in self.pairs if name == key), None)

    def set(self, key, value):
        for pair in self.pairs:
            if pair[0] == key:
                pair[1] = value
                return
        self.pairs.append([key, value])

    def remove(self, key):
        self.pairs = [pair for pair in self.pairs if pair[0] != key]


def unescape(text):
    return text.encode().decode("unicode_escape").encode("latin-1").decode()


def read(program, path):
    lines = subprocess.run([program, path], capture_output=True, check=True, text=True).stdout.splitlines()
    rows = [line.split(" ", 3) for line in lines]
    at = 0

    def node():
        nonlocal at
        depth, kind, text = int(rows[at][0]), rows[at][1], rows[at][3]
        at += 1
        if kind in ("text", "missing"):
            return Text(unescape(text), kind == "missing")
        items = []
        while at < len(rows) and int(rows[at][0]) > depth:
            if kind == "list":
                items.append(node())
                continue
            key = unescape(rows[at][3])
            at += 1
            items.append([key, node()])
        return List(items) if kind == "list" else Map(items)

    return node() if rows else Map([])


def plain(text, flow):
    return (re.fullmatch(r"[\w(][^\n\t]*", text) is not None and not re.search(r": | #|[: ]$", text)
            and not (flow and re.search(r"[\[\]{},]", text)))


def double(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(c, c if c >= " " and c != "\x7f" else f"\\x{ord(c):02x}") for c in text) + '"'


class Writer:
    """count: called with the sort of each spelling that is chosen."""

    def __init__(self, rng, count):
        self.rng, self.count = rng, count
        self.step = rng.choice((1, 2, 3, 4))

    def comment(self, indent):
        if self.rng.random() < 0.08:
            self.count("yaml comment")
            return " " * indent + self.rng.choice(("# why: {\"x\", 'y'", "#", "# - a: b")) + "\n"
        return ""

    def key(self, key):
        styles = [double(key)]
        if not re.search(r"[\n\r\t\x00-\x1f]", key):
            styles.append("'" + key.replace("'", "''") + "'")
        if plain(key, True):
            if self.rng.random() < 0.8:
                return key
            self.count("quoted key")
        return self.rng.choice(styles)

    def scalar(self, node, indent, flow, free):
        """free: no SQL, or more than a bare word, so that quotes are YAML's alone."""
        text, styles = node.text, []
        if node.missing:
            return ""
        if plain(text, flow):
            styles += ["plain"] * 4
        smooth = not re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]", text.replace("\n", ""))
        if free or not styles:
            styles.append("double")
            if smooth and "\n" not in text:
                styles.append("single")
        if not flow and smooth and text.strip() == text != "":
            styles.append("literal")
            if "\n" not in text and "  " not in text and " " in text:
                styles.append("folded")
        style = self.rng.choice(styles)
        self.count(style)
        if style == "plain":
            return text
        if style == "double":
            return double(text)
        if style == "single":
            return "'" + text.replace("'", "''") + "'"
        margin = "\n" + " " * (indent + self.step)
        if style == "literal":
            return "|-" + "".join(margin + line if line else "\n" for line in text.split("\n"))
        words = text.split(" ")
        return ">-" + margin + "".join(
            word + ("" if i == len(words) - 1 else margin if self.rng.random() < 0.2 else " ") for i, word in enumerate(words))

    def is_free(self, node, key):
        return key in NAMES or re.fullmatch(r"[A-Za-z_\x80-\U0010ffff][\w$]*", node.text) is None

    def inline(self, node, key, indent=0, flow=True):
        if isinstance(node, Text):
            return self.scalar(node, indent, flow, self.is_free(node, key))
        if isinstance(node, List):
            return "[" + ", ".join(self.inline(item, key) for item in node.items) + "]"
        return "{" + ", ".join(f"{self.key(name)}: {self.inline(value, self.label(key, name))}" for name, value in self.order(node, key)) + "}"

    @staticmethod
    def label(key, name):
        return None if key in OF_NAMES else name

    def order(self, node, key):
        pairs = list(node.pairs)
        if key not in ORDERED and len(pairs) > 1 and self.rng.random() < 0.5:
            self.count("key order")
            self.rng.shuffle(pairs)
        return pairs

    def is_flow(self, node):
        items = node.items if isinstance(node, List) else [value for _, value in node.pairs]
        small = len(items) <= 4 and all(isinstance(item, (Text, List)) and not (isinstance(item, Text) and item.missing) for item in items)
        if not items or (small and self.rng.random() < 0.5):
            self.count("flow collection")
            return True
        self.count("block collection")
        return False

    def value(self, node, key, indent):
        """What stands behind "key:", with its line's end; indent: the key's."""
        if isinstance(node, Text) or self.is_flow(node):
            text = self.inline(node, key, indent, not isinstance(node, Text))
            beside = "" if text[:2] in ("|-", ">-") else self.comment(1)
            return (" " + text if text else "") + (beside or "\n")
        return "\n" + self.block(node, key, indent + self.step)

    def block(self, node, key, indent):
        margin, out = " " * indent, ""
        if isinstance(node, List):
            for item in node.items:
                out += self.comment(indent) + margin + "-" + self.value(item, key, indent)
            return out
        for name, value in self.order(node, key):
            out += self.comment(indent) + margin + self.key(name) + ":" + self.value(value, self.label(key, name), indent)
        return out

    def document(self, root):
        return self.block(root, None, 0)
