#!/usr/bin/env bash
# pleat report: a change as a comment for a pull request and as an HTML page, which a real browser opens.
. "$(dirname "$0")/lib.sh"

export SOURCE_DATE_EPOCH=1767225600

# The README's change of crashstats, as a branch: with --rev-id, so that it can be told from.
crashstats() {
    cp -r "$SOURCE_ROOT/schemas/crashstats/." .
    git_project
    pleat revision --autogenerate --from revisions -m baseline --rev-id aaaa >/dev/null
    commit "baseline"
    git checkout -q -b names
    app/merge-names
    printf 'tables:\n  public.user_account: {rows: 412 M, heap: 80 GB, indexes: 16 GB, toast: 0 bytes}\n  public.crash: {rows: 900 M, heap: 1 TB, indexes: 200 GB, toast: 0 bytes}\n' >stats.yaml
    commit "merge user names"
    pleat revision --autogenerate --from revisions -m "merge user names" --rev-id bbbb >/dev/null
    commit "revision"
}

# Two tables in git, nothing else.
small() {
    mkdir -p schema
    printf 'default: dev\n' >pleat.yaml
    printf 'tables:\n  a:\n    columns:\n      id: int\n    primary_key: [id]\n' >schema/a.yaml
    git_project
}

# The lines of docs/ci.md that make a report, as a forge runs them.
reports_of_the_documents() {
    local line
    git branch -q origin/main main
    sed -nE 's/^ +- (run: )?(pleat report .*)$/\2/p' "$SOURCE_ROOT/docs/ci.md" >job
    expect_equal 3 "$(wc -l <job)"
    while IFS= read -r line; do
        GITHUB_BASE_REF=main CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main GITHUB_SERVER_URL=https://example.org GITHUB_REPOSITORY=a/b \
            HEAD=c0ffee CI_PROJECT_URL=https://example.net/a/b CI_COMMIT_SHA=c0ffee bash -euo pipefail -c "$line" </dev/null
        expect_match '2 revisions$|^<!doctype html>' "$(ls -t report.* | head -n 1)"
    done <job
    expect_match '\]\(<https://example.net/a/b/-/blob/c0ffee/schema/users.yaml#L4>\)' report.md
}

need_mermaid() {
    need_from_npm mermaid@11.17.2 package.json dist
}

# reads_diagrams N FILE: it has so many, and Mermaid itself can read them.
reads_diagrams() {
    expect_exit 0 node "$CLI_TESTS/read_mermaid.mjs" "$PACKAGE" "$2"
    expect_match ": $1 diagrams?$"
}

in_browser() {
    expect_exit 0 python3 "$CLI_TESTS/report_page.py" "$@"
    grep '^#' "$OUT" || true
}

case_the_change_of_crashstats() {
    crashstats
    expect_exit 0 pleat report --markdown --link 'https://example.org/{file}#L{line}'
    expect_match '^<!-- pleat report -->$'
    expect_match '^## Schema: objects 1 new, 4 changed, 2 gone; 2 revisions$'
    expect_match '^> - public\.user\\_account: drop column first\\_name \(bbbbc\)$'
    expect_match '^\| \[bbbb\]\(<https://example.org/revisions/20260101_bbbb_expand_merge_user_names.sql#L1>\) merge user names \| expand \| ACCESS EXCLUSIVE on public\.user\\_account \(412 M rows, 96 GB\), instant \| all but 1, listed above \|'
    expect_match ' \| contract \| ACCESS EXCLUSIVE on public\.crash \(900 M rows, 1\.2 TB\), instant \|' # of equal locks that on the largest
    expect_match '^1\. \*\*Before the new application is deployed\*\*: `pleat upgrade expand@head`$'
    expect_match '^3\. \*\*When the old application is gone\*\*: `pleat upgrade contract@head`$'
    expect_match '^   - because the old application may still write nulls: public\.user\\_account$'
    expect_no_match '^> - .*(irreversible|what table public\.crash\\_note holds)'
    expect_match '^\| \*\*changed\*\* table `public.user_account`<br>\[schema/users.yaml:4\]\(<https://example.org/schema/users.yaml#L4>\) \| `\+ column name: text NOT NULL` \[:10\]\(<https://example.org/schema/users.yaml#L10>\)<br>`\+ index ix_user_account_name: \(lower\(name\)\)` \[:26\]\(<https://example.org/schema/users.yaml#L26>\)<br>.* \|$'
    expect_match '^\| \*\*gone\*\* table `public.crash_note`<br>`schema/crashes.yaml:[0-9]+` \|' # no link: it is there no more
    expect_match '<summary>function <code>public.user_label\(integer\)</code>: definition</summary>'
    expect_match '^    t[0-9]+\["public.user_account \(changed\)"\] \{$'
    expect_match '^        text first_name "gone"$'
    expect_match '^-     select u\.first_name'
    expect_match '^-- step 4, statement: SHARE UPDATE EXCLUSIVE on public.user_account \(412 M rows, 96 GB\), reads the whole table$'
    cp "$OUT" first.md
    expect_exit 0 pleat report --markdown --link 'https://example.org/{file}#L{line}'
    expect_equal "$(cat first.md)" "$(cat "$OUT")"
    expect_exit 0 pleat report git:main...names --markdown
    expect_match '2 revisions$'
    # by revisions: the same difference, replayed
    expect_exit 0 pleat report bbbbc bbbb --markdown
    expect_match '^## Schema: objects 1 new, 4 changed, 2 gone; 2 revisions$'
    expect_match '<br>`schema/users.yaml:[0-9]+` \|'
    expect_exit 0 pleat report bbbbc --markdown
    expect_match '^## Schema: objects 2 changed, 2 gone; 1 revision$'
    expect_no_match '`pleat upgrade expand@head`'
    # a branch that is not checked out
    git checkout -q main
    expect_exit 0 pleat report git:main...names --markdown
    expect_match '^## Schema: objects 1 new, 4 changed, 2 gone; 2 revisions$'
    expect_exit 0 pleat report --markdown
    expect_match '^## Schema: objects none; 0 revisions$'
    git checkout -q names
    reports_of_the_documents
    expect_exit 0 pleat report --html --output page.html
    expect_equal "" "$(cat "$OUT")"
    expect_match "default-src 'none'" page.html
    need_browser
    in_browser crashstats page.html
}

# expect_document EXPRESSION...: what was printed is as the published schema says, and each is true of it.
expect_document() {
    python3 - "$SOURCE_ROOT/docs/schemas" "$OUT" "$@" <<'END' || fail "not so in:" "$(cat "$OUT")"
import json, jsonschema, sys
schema, document = json.load(open(f"{sys.argv[1]}/report.schema.json")), json.load(open(sys.argv[2]))
jsonschema.Draft202012Validator.check_schema(schema)
files = jsonschema.RefResolver(f"file://{sys.argv[1]}/", schema)
jsonschema.Draft202012Validator(schema, resolver=files).validate(document)
for expression in sys.argv[3:]:
    assert eval(expression), expression
END
}

case_what_lint_finds() {
    small
    git checkout -q -b by_hand
    mkdir revisions
    cat >revisions/20260102_cccc_expand_by_hand.sql <<'END'
-- pleat: revision cccc expand
-- pleat: message by hand
\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY on_id ON public.a (id);
ALTER TABLE public.a ALTER COLUMN id SET NOT NULL;
END
    commit "by hand"
    expect_exit 0 pleat report --markdown --link 'https://example.org/{file}#L{line}'
    expect_match '^\| \*\*warning\*\* `PL107` set-not-null-scans<br>\[cccc:5\]\(<.*> *\) \| all of .*<br>\*hint:\* '
    expect_match '\*\*notice\*\*'
    expect_equal "" "$(grep -A 99 '\*\*notice\*\*' "$OUT" | grep '\*\*warning\*\*')" # what weighs most comes first
    expect_exit 0 pleat report --format json
    expect_document '"PL107" in {f["code"] for f in document["lint"]["findings"]}'
}

case_a_document_for_programs() {
    crashstats
    expect_exit 0 pleat report --format json
    expect_document '[r["revision"] for r in document["revisions"]] == ["bbbb", "bbbbc"] and not document["forgotten"]' \
        'document["revisions"][0]["heaviest"]["size"] == "412 M rows, 96 GB"' \
        '"because the old application may still write nulls" in [m for a in document["revisions"][1]["actions"] for m in a["more"]]' \
        'any(loss.startswith("public.user_account: drop column first_name") for loss in document["losses"])' \
        'document["deploy"][0]["command"] == "pleat upgrade expand@head" and document["deploy"][1]["command"] is None' \
        '[c["line"] for c in document["changes"] if c["address"] == "public.user_account.name"] == [10]'
    pleat diff git:main...names --format json >diff.json
    python3 -c 'import json; a, b = (json.load(open(f))["changes"] for f in ("diff.json", "'"$OUT"'")); assert [c["id"] for c in a] == [c["id"] for c in b]'
    expect_exit 0 pleat report --from git:main --to git:main --format json
    expect_document 'document["changes"] == [] and document["revisions"] == [] and document["deploy"] == []'
    expect_exit 2 pleat report --format json --html
}

case_what_is_asked_wrongly() {
    small
    expect_exit 2 pleat report
    expect_match 'a report is either --markdown or --html, or --format json'
    expect_exit 2 pleat report --html --markdown
    expect_exit 2 pleat report nosuch --markdown
    expect_exit 2 pleat report --from schema heads --markdown
    expect_match '"heads"'
    git branch -q -m trunk
    expect_exit 2 pleat report --markdown
    expect_match 'hint: pleat report git:BRANCH\.\.\.'
}

case_a_revision_that_was_forgotten() {
    small
    git checkout -q -b more
    printf 'tables:\n  b:\n    columns:\n      a_id: int references a\n' >schema/b.yaml
    expect_exit 0 pleat report --markdown
    expect_match 'no revision makes the change: `pleat revision --autogenerate`'
    expect_match '^\| \*\*new\*\* table `public.b`<br>`schema/b.yaml:2` \| 1 column \|$'
    expect_exit 0 pleat report --from git:HEAD --to schema --html
    expect_match 'no revision makes the change'
}

# On a branch: names that would end what they stand in.
hostile() {
    small
    git checkout -q -b more
    cat >schema/b.yaml <<'END'
tables:
  "</script><script>alert(1)</script>":
    columns:
      "a|b`c``d": int
      "</details>*x* @somebody": text
    checks:
      "``` %% \" ;#": "\"a|b`c``d\" <> 1"
  'odd "name"; --> $x$':
    comment: "| a | b |\n```\n</details>\n"
    columns:
      "x\ny": int
END
}

# Nothing of a name is markup, and no name ends what it stands in.
# Nothing in the declarations, and so no difference; what to run is told all the same.
case_tenants_revisions() {
    small
    mkdir revisions
    printf 'tenants: "t%%"\n' >>pleat.yaml
    pleat revision --autogenerate --from revisions -m baseline --rev-id aaaa >/dev/null
    commit "two tables"
    git checkout -q -b tenants
    pleat revision --tenants -m customers --rev-id bbbb >/dev/null
    sed -i '/ON_ERROR_STOP/a CREATE TABLE {schema}.customer (id int PRIMARY KEY);' revisions/*bbbb*
    commit "customers"
    expect_exit 0 pleat report --markdown
    expect_match '^\| `?bbbb`? customers \| expand of tenants \| '
    expect_match 'pleat upgrade expand@head --tenants'
    expect_no_match 'pleat upgrade expand@head`|no revision makes' "$OUT"
    expect_exit 0 pleat report --format json
    expect_document '[(r["revision"], r["tenants"]) for r in document["revisions"]] == [("bbbb", True)] and not document["forgotten"]'
    expect_exit 0 pleat report bbbb --html --output page.html
    expect_match 'class="chip both">tenants<' page.html
    expect_exit 0 pleat report git:main... --format json
    expect_document '[r["revision"] for r in document["revisions"]] == ["bbbb"]'
}

case_hostile_names() {
    hostile
    expect_exit 0 pleat report --markdown
    # Each row of a table has the cells of its heading, however names are spelled.
    python3 - "$OUT" <<'END'
import re, sys
rows, wide = 0, None
text = open(sys.argv[1], encoding="utf-8").read()
outside = re.sub(r"(?ms)^(`{3,})\w+\n.*?^\1$", "", text)  # neither blocks of code nor code in lines
outside = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", outside)
assert "<script" not in outside and "@somebody" not in outside, outside
assert outside.count("<details>") == outside.count("</details>") >= 1, outside
for line in open(sys.argv[1], encoding="utf-8"):
    if not line.startswith("|"):
        wide = None
        continue
    cells = len(re.sub(r"\\.", "", line).split("|"))
    wide = wide or cells
    assert cells == wide, line
    rows += 1
assert rows >= 4, rows
END
    expect_exit 0 pleat report --html --output page.html
    need_browser
    in_browser hostile page.html
}

# On a branch: columns of many types, with names that are words of Mermaid's or none.
all_types() {
    small
    git checkout -q -b more
    cat >schema/types.yaml <<'END'
types:
  "odd type":
    enum: ["a b", "c\"d"]
tables:
  end:
    columns:
      class: character varying(20)
      erDiagram: numeric(10, 2)
      PK: timestamp(3) with time zone
      uk-1: int
      "1st": double precision[]
      "%%": bit varying(5)
      ünïcode: interval day to second
      "enum": '"odd type"'
      direction: '"char"'
      id: bigint generated always as identity
    primary_key: [id]
    foreign_keys:
      - (id) references "end"
END
}

case_Mermaid_reads_the_diagrams() {
    need_mermaid
    local what
    printf '```mermaid\nerDiagram\n    a {\n        int "x\n    }\n```\n' >wrong.md
    expect_exit 1 node "$CLI_TESTS/read_mermaid.mjs" "$PACKAGE" wrong.md
    for what in crashstats hostile all_types; do
        mkdir "$what"
        (cd "$what" && "$what" && pleat report --markdown >page.md)
        reads_diagrams 1 "$what/page.md"
    done
}

# Letters are letters in all languages; what is not said of a flag is false.
case_names_in_other_letters() {
    new_db db <(echo 'CREATE TABLE public."Bücher" (id int PRIMARY KEY, "größe" text)')
    mkdir schema revisions
    printf 'databases: {db: "%s"}\ndefault: db\n' "$(url "$db")" >pleat.yaml
    cat >schema/books.yaml <<'END'
schema: public
tables:
  Bücher:
    columns:
      id: int not null
      größe: text not null
      Цена €: int
    primary_key: [id]
END
    expect_exit 0 pleat report --from db --to schema --markdown
    expect_match '^        text größe "changed"$'
    expect_match '^        integer Цена_€ "new"$'
    expect_match '~ column größe: not_null: false → true'
}

# 500 tables, each of which refers to one before it, and more routines than a comment has room for.
case_a_large_schema() {
    small
    git checkout -q -b more
    python3 - >schema/large.yaml <<'END'
print("tables:")
for i in range(500):
    print(f"  table_{i}:\n    columns:\n      id: bigint")
    for column in ("title text not null", "amount numeric(14,2)", "made_at timestamptz", "active boolean", "details jsonb"):
        print("      {}: {}".format(*column.split(" ", 1)))
    print("      other_id: bigint\n    primary_key: [id]")
    if i:
        print(f"    foreign_keys:\n      - (other_id) references table_{i // 3}")
END
    mkdir functions
    for number in {1..40}; do
        printf 'create function f_%s() returns int language sql as $$\n%s    select 1\n$$;\n' "$number" \
            "$(printf '    -- what stands in line %s of it\n' {1..60})
" >"functions/f_$number.sql"
    done
    expect_exit 0 pleat report --markdown
    [ "$(wc -c <"$OUT")" -le 65536 ] || fail "a comment of $(wc -c <"$OUT") bytes"
    expect_match '^## Schema: objects 540 new; 0 revisions$'
    expect_match '^> Left out, for a comment holds 65,536 characters: 1 diagram, [0-9]+ bodies\.'
    expect_exit 0 pleat report --html --output page.html
    need_browser
    in_browser large page.html
}

run_cases "$@"
