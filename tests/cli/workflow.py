#!/usr/bin/env python3
"""Runs a job of docs/ci.md here, as a forge would in a fresh clone: workflow.py PAGE NAME|gitlab-NAME

The page's indented blocks are YAML: a workflow of GitHub is found by its name, a job of GitLab by its key. Steps run one after
the other until one fails, whose status is the exit status. "${{ secrets.NAME }}" is the environment variable NAME; any other
expression, and any action but the checkout, is an error: what this cannot do must not look as if it had been done. Of GitLab
the reports that the job names must be there and readable at its end, whatever its status.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

import yaml


def blocks(page):
    for block in re.findall(r"(?m)((?:^    .*\n|^\n(?=    ))+)", page):
        text = re.sub("(?m)^    ", "", block).lstrip("\n")
        if re.match(r"\w+:", text):
            yield yaml.safe_load(text)


def expand(text):
    return re.sub(r"\$\{\{ *secrets\.(\w+) *\}\}", lambda match: os.environ[match[1]], text)


def environment_of(*places):
    values = {name: expand(str(value)) for place in places for name, value in place.get("env", {}).items()}
    wrong = [value for value in values.values() if "${{" in value]
    assert not wrong, wrong
    return dict(os.environ, **values)


def github(workflow):
    """GitHub runs a step by "bash -e"."""
    job, = workflow["jobs"].values()
    for step in job["steps"]:
        if "uses" in step:
            assert step == {"uses": "actions/checkout@v4", "with": {"fetch-depth": 0}}, step
            continue
        assert "${{" not in step["run"], step
        done = subprocess.run(["bash", "-e", "-c", step["run"]], env=environment_of(workflow, job, step), check=False)
        if done.returncode != 0:
            return done.returncode
    return 0


def read_reports(reports):
    junit = reports.get("junit", [])
    for file in [junit] if isinstance(junit, str) else junit:
        if pathlib.Path(file).exists():
            print(f"{file}: {len(list(xml.etree.ElementTree.parse(file).getroot().iter('failure')))} failures")
    if pathlib.Path(reports.get("codequality", "")).is_file():
        for issue in json.loads(pathlib.Path(reports["codequality"]).read_text(encoding="utf-8")):
            print(f"{issue['location']['path']}:{issue['location']['lines']['begin']}: {issue['check_name']}")


def gitlab(job):
    """GitLab runs all lines as one script, which ends at the first that fails."""
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])], check=False)
    read_reports(job["artifacts"]["reports"])
    return done.returncode


def main(page, name):
    for block in blocks(pathlib.Path(page).read_text(encoding="utf-8")):
        if block.get("name") == name and "jobs" in block:
            return github(block)
        if name.startswith("gitlab-") and name.removeprefix("gitlab-") in block and "script" in block[name.removeprefix("gitlab-")]:
            return gitlab(block[name.removeprefix("gitlab-")])
    raise SystemExit(f"{page} has no workflow {name}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
