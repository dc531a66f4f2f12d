"""A scenario: one file of tests/load/scenarios, read.

    title: what changes
    since: 14                   the first major version that has it; until: the last one
    asks: WORDS                 pleat refuses or asks instead of migrating: its words (a regular expression)
    stops: WORDS                a phase ends with these at first, and ends well once "repair" has run
    stops_back: WORDS           the same of the way back
    irreversible: REASON        why the way back does not lead all the way back; it must still run
    bears: WORDS                what no plan can avoid (a regular expression): it must happen, and nothing else
    says: WORDS                 the revision or lint say it so (likewise)
    known: REASON               what pleat's own way still does wrong: the scenario is expected to fail
    killed: QUERY               pleat is killed once it returns t while a phase runs, and run again after "meanwhile"
    protocol: simple            of the clients; else half of them speak "prepared"
    --- before                  SQL, on top of base.sql
    --- plain                   the statements that one would write by hand; they also say what is wanted
    --- wanted                  SQL that says what is wanted, where the plain statements do not
    --- declare                 what cannot be inferred: "TEXT => TEXT" in the declarations of what is wanted, "\\n" is a line end
    --- grown                   SQL, once the revision is made: it was made elsewhere, on a smaller database
    --- alone                   the statement of a phase that locks longest, on a copy that nobody uses: no lock may be held for more than
                                half as long again
    --- old                     a pgbench script of the old application, one a section; :rows is how many t has
    --- new                     one of the new application, where it is another one
    --- meanwhile               SQL, when pleat has been killed
    --- repair                  SQL, when a phase has stopped
    --- holds                   queries that return t when the upgrade is through
    --- holds_back              queries that return t when contract is undone, and both applications have run since
"""
import collections
import re

HEADERS = "title", "since", "until", "asks", "stops", "stops_back", "irreversible", "bears", "says", "known", "killed", "protocol"
SECTIONS = "before", "plain", "wanted", "declare", "grown", "alone", "old", "new", "meanwhile", "repair", "holds", "holds_back"


class Scenario:
    def __init__(self, path):
        head, *sections = re.split(r"^--- (\w+)\n", path.read_text(), flags=re.M)
        self.name = path.stem
        self.headers = dict(line.split(": ", 1) for line in head.splitlines() if line)
        self.sections = collections.defaultdict(list)
        for name, text in zip(sections[::2], sections[1::2]):
            self.sections[name].append(text)
        unknown = (self.headers.keys() - set(HEADERS)) | (self.sections.keys() - set(SECTIONS))
        if unknown or "title" not in self.headers:
            raise ValueError(f"{path}: no title, or unknown: {', '.join(sorted(unknown))}")

    def text(self, section):
        return "".join(self.sections[section])

    def scripts(self, application):
        return self.sections[application] or self.sections["old"]

    def has(self, header):
        return header in self.headers

    @property
    def wanted(self):
        return self.text("wanted") or self.text("plain")

    @property
    def protocols(self):
        return ["simple"] if self.headers.get("protocol") == "simple" else ["simple", "prepared"]

    @property
    def edits(self):
        """Pairs of texts."""
        lines = (line.replace("\\n", "\n") for line in self.text("declare").splitlines())
        return [line.split(" => ", 1) for line in lines if line]

    def why_not(self, major):
        """Why it is not tried on that version; None: it is."""
        if major < int(self.headers.get("since", 0)):
            return f"since {self.headers['since']}"
        if major > int(self.headers.get("until", 99)):
            return f"until {self.headers['until']}"
        return None
