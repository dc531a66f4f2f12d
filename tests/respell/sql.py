"""Fragments of SQL in other words that mean the same."""
import re

TOKEN = re.compile(r"""
    (?P<space>(?:\s|--[^\n]*\n?|/\*.*?\*/)+)
  | (?P<string>[eE]'(?:\\.|''|[^'\\])*' | (?:[bBxXnN]|[uU]&)?'(?:''|[^'])*' | \$(?P<tag>(?:[A-Za-z_]\w*)?)\$.*?\$(?P=tag)\$)
  | (?P<quoted>(?:[uU]&)?"(?:""|[^"])*")
  | (?P<word>[A-Za-z_\x80-\U0010ffff][\w$\x80-\U0010ffff]*)
  | (?P<number>\d[\w.]*|\.\d[\w]*)
  | (?P<cast>::)
  | (?P<operator>[-+*/<>=~!@\#%^&|`?]+)
  | (?P<mark>.)
""", re.X | re.S)

# A type's spellings, of which any may stand for any. "%s" is where a modifier goes: varchar(5).
ALIASES = [
    ("int%s", "int4%s", "integer%s"), ("int8%s", "bigint%s"), ("int2%s", "smallint%s"), ("bool%s", "boolean%s"),
    ("varchar%s", "character varying%s"), ("char%s", "character%s"), ("decimal%s", "numeric%s"),
    ("float8%s", "double precision%s"), ("float4%s", "real%s"), ("varbit%s", "bit varying%s"),
    ("timestamptz%s", "timestamp%s with time zone"), ("timestamp%s", "timestamp%s without time zone"),
    ("timetz%s", "time%s with time zone"), ("time%s", "time%s without time zone"),
]
# The words of each, the longest first: how a text is recognized.
FORMS = sorted(((form.replace("%s", " %s").split(), group) for group in ALIASES for form in group), key=lambda f: -len(f[0]))
CLAUSES = {"constraint", "primary", "unique", "references", "check", "default", "null", "generated", "collate", "not",
           "compression", "storage", "options"}


class Token:
    def __init__(self, kind, text):
        self.kind, self.text, self.glued_to = kind, text, None

    def __eq__(self, word):
        return self.text.lower() == word if self.kind == "word" else self.text == word

    __hash__ = None


def lex(text):
    """The tokens without white space; None where the author left a comment."""
    tokens = []
    for match in TOKEN.finditer(text):
        if match.lastgroup == "space" or (match.group("space") is not None):
            if "--" in match.group() or "/*" in match.group():
                return None
            continue
        kind = next(name for name in ("string", "quoted", "word", "number", "cast", "operator", "mark") if match.group(name))
        token = Token(kind, match.group())
        token.glued_to = tokens[-1] if tokens and not text[match.start() - 1].isspace() else None
        tokens.append(token)
    return tokens


def spell(tokens):
    """With a space between all tokens but those that stood together."""
    out = ""
    for i, token in enumerate(tokens):
        out += ("" if i == 0 or token.glued_to is tokens[i - 1] else " ") + token.text
    return out


def group_end(tokens, at):
    """Behind the group that begins at an opening parenthesis or bracket."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += (tokens[i] == "(" or tokens[i] == "[") - (tokens[i] == ")" or tokens[i] == "]")
        if depth == 0:
            return i + 1
    return len(tokens)


def read_type(tokens, at):
    """(end, group of aliases or None, modifier, array suffix) of the type at a place."""
    for words, group in FORMS:
        end, modifier = at, ""
        for word in words:
            if word != "%s":
                if end >= len(tokens) or tokens[end].kind != "word" or tokens[end] != word:
                    break
                end += 1
            elif end < len(tokens) and tokens[end] == "(":
                stop = group_end(tokens, end)
                modifier, end = spell(tokens[end:stop]).replace(" ", ""), stop
        else:
            return end, group, modifier
    return at, None, ""


class Spelling:
    """One way to respell: rng decides, count hears the sort of each respelling."""

    def __init__(self, rng, count, keywords, judge):
        self.rng, self.count, self.keywords, self.judge = rng, count, keywords, judge

    def chance(self, p=0.3):
        return self.rng.random() < p

    # Types

    def type_at(self, tokens, at):
        """The tokens of the type at a place in another spelling, and where it ends; None where it has no other."""
        end, group, modifier = read_type(tokens, at)
        if group is None or (end < len(tokens) and (tokens[end] == "." or tokens[end].kind == "string")):
            return None
        suffix = ""
        while end + 1 < len(tokens) and tokens[end] == "[" and tokens[end + 1] == "]":
            suffix, end = suffix + "[]", end + 2
        text = self.rng.choice(group).replace("%s", modifier)
        if suffix == "[]" and self.chance():
            self.count("array type")
            suffix = " array"
        self.count("type alias")
        return lex(text + suffix), end

    def types_behind_casts(self, tokens):
        out, at = [], 0
        while at < len(tokens):
            out.append(tokens[at])
            at += 1
            if out[-1] == "::" and self.chance(0.5):
                other = self.type_at(tokens, at)
                if other is not None:
                    out += other[0]
                    at = other[1]
        return out

    # Expressions

    def casts(self, tokens):
        """'a'::text as CAST('a' AS text), where what is cast is one literal."""
        out, at = [], 0
        while at < len(tokens):
            token, before = tokens[at], tokens[at - 1] if at > 0 else None
            simple = token.kind in ("string", "number") and (before is None or before.kind not in ("word", "quoted") or before.text.lower() in self.keywords)
            if simple and at + 1 < len(tokens) and tokens[at + 1] == "::" and self.chance(0.5):
                end = self.type_end(tokens, at + 2)
                if end is not None:
                    self.count("cast spelling")
                    out += lex("CAST(") + [token] + lex(" AS") + tokens[at + 2:end] + lex(")")
                    at = end
                    continue
            out.append(token)
            at += 1
        return out

    def type_end(self, tokens, at):
        end, group, _ = read_type(tokens, at)
        if group is None:
            if at >= len(tokens) or tokens[at].kind not in ("word", "quoted"):
                return None
            end = at + 1
            while end + 1 < len(tokens) and tokens[end] == ".":
                end += 2
        while end + 1 < len(tokens) and tokens[end] == "[" and tokens[end + 1] == "]":
            end += 2
        return None if end < len(tokens) and (tokens[end] == "(" or tokens[end] == "[" or tokens[end] == "::") else end

    def parentheses(self, tokens):
        """Around literals, and around what is in parentheses already; where expressions stand."""
        out, at = [], 0
        while at < len(tokens):
            token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
            before = tokens[at - 1] if at > 0 else None
            operand = before is not None and before.kind == "operator" and before != "*"
            if token.kind == "number" and operand and self.chance():
                self.count("parentheses")
                out += lex("(") + [token] + lex(")")
                at += 1
                continue
            if token == "(" and (before is None or before == "(" or before == "and" or before == "or") and \
                    not self.is_row(tokens, at) and self.chance():
                self.count("parentheses")
                out += lex("(") + tokens[at:group_end(tokens, at)] + lex(")")
                at = group_end(tokens, at)
                continue
            out.append(token)
            at += 1
        return out

    @staticmethod
    def is_row(tokens, at):
        depth = 0
        for token in tokens[at:group_end(tokens, at)]:
            depth += (token == "(" or token == "[") - (token == ")" or token == "]")
            if (depth == 1 and token == ",") or token == "select":
                return True
        return False

    def lists(self, tokens, its_type):
        """x IN (...) as x = ANY (ARRAY[...]), as PostgreSQL makes it of a text or of a varchar."""
        for at, token in enumerate(tokens[:-1]):
            if token == "in" and tokens[at + 1] == "(" and at > 0 and tokens[at - 1] != "not" and tokens[at + 2] != "select":
                end = group_end(tokens, at + 1)
                items = tokens[at + 2:end - 1]
                if its_type is None:
                    return tokens[:at] + lex(" = ANY (ARRAY[") + items + lex("])") + tokens[end:]
                items = lex(", ".join(f"{item.text}::{its_type}" for item in items if item.kind == "string"))
                return tokens[:at] + lex("::text = ANY ((ARRAY[") + items + lex(f"]::{its_type}[])::text[])") + tokens[end:]
        return None

    def between(self, tokens):
        """x BETWEEN a AND b as x >= a AND x <= b, of simple operands."""
        for at, token in enumerate(tokens):
            if token != "between" or at == 0 or at + 3 >= len(tokens) or tokens[at + 2] != "and":
                continue
            if tokens[at - 1] == "not" or (at + 4 < len(tokens) and tokens[at + 4] != "and" and tokens[at + 4] != ")"):
                continue
            start = at - 1
            if tokens[start] == ")":
                depth = 0
                while start >= 0:
                    depth += (tokens[start] == ")") - (tokens[start] == "(")
                    if depth == 0:
                        break
                    start -= 1
                if start > 0 and tokens[start - 1].kind in ("word", "quoted"):
                    start -= 1
            left = tokens[start:at]
            return tokens[:start] + lex("(") + left + lex(" >=") + [tokens[at + 1]] + lex(" AND") + left + lex(" <=") + \
                [tokens[at + 3]] + lex(")") + tokens[at + 4:]
        return None

    def judged(self, tokens, where, sort, other):
        if other is not None and self.chance(0.6):
            if self.judge.same(where, spell(tokens), spell(other)):
                self.count(sort)
                return other
            self.count(sort + " that PostgreSQL tells apart")
        return tokens

    def expression(self, text, where=None):
        """where: (schema, table) that the expression is about; None: not known."""
        tokens = lex(text)
        if tokens is None or not tokens:
            return text
        if where is not None:
            tokens = self.judged(tokens, where, "in list", self.lists(tokens, self.rng.choice((None, "varchar"))))
            tokens = self.judged(tokens, where, "between", self.between(tokens))
        tokens = self.parentheses(self.types_behind_casts(self.casts(tokens)))
        if self.chance():
            self.count("parentheses")
            tokens = lex("(") + tokens + lex(")")
        return self.surface(tokens)

    # What any fragment allows

    def surface(self, tokens):
        out = ""
        for i, token in enumerate(tokens):
            before = tokens[i - 1] if i > 0 else None
            if before is not None:
                out += self.gap(before, token)
            out += self.word(token) if token.kind == "word" else token.text
        return out

    def gap(self, before, token):
        glued = token.glued_to is before
        loose = token.kind == "mark" and token.text in "()," or before.kind == "mark" and before.text in "(),"
        if glued and not loose:
            return ""
        chance = self.rng.random()
        if chance > 0.12:
            return "" if glued else " "
        if chance > 0.06:
            self.count("white space")
            return self.rng.choice(("  ", "\n", "\n  ", " \t "))
        if chance > 0.03:
            self.count("block comment")
            return self.rng.choice((" /* it's \"so\" */ ", "/**/", " /* a /* nested */ ; */ "))
        self.count("line comment")
        return " -- isn't it; (\n "

    def word(self, token):
        text = token.text
        name = text.lower() not in self.keywords
        if name and self.chance(0.15):
            self.count("quoted name")
            return '"' + text.lower() + '"'
        if self.chance(0.2) and text.isascii():
            self.count("letter case")
            return self.rng.choice((text.upper(), text.lower(), text.capitalize()))
        return text

    def fragment(self, text):
        tokens = lex(text)
        if tokens is None or len(tokens) < 2:
            return text
        return self.surface(self.types_behind_casts(self.casts(tokens)))

    def type(self, text):
        tokens = lex(text)
        if not tokens:
            return text
        other = self.type_at(tokens, 0)
        if other is None:
            return self.surface(tokens) if len(tokens) > 1 else text
        return self.surface(other[0] + tokens[other[1]:])


def clauses(tokens):
    """A column's definition as its type and its clauses, each a list of tokens."""
    parts, depth = [[]], 0
    for i, token in enumerate(tokens):
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        before = tokens[i - 1] if i > 0 else None
        begins = depth == 0 and token.kind == "word" and token.text.lower() in CLAUSES
        if begins and (before is not None and (before == "set" or before == "by" or before == "default" or before == "not" and token == "null")):
            begins = False
        if begins and token == "not" and behind is not None and behind != "null":
            begins = False
        if begins and before is not None and parts[-1] and parts[-1][0] == "constraint" and len(parts[-1]) == 2:
            begins = False
        depth += (token == "(" or token == "[") - (token == ")" or token == "]")
        if begins:
            parts.append([])
        parts[-1].append(token)
    return parts
