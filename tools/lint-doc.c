/*
 * lint-doc - docs/lint.md, made from the descriptors of the rules: lint-doc >docs/lint.md
 *
 * A test compares the page with what this prints: tests/tools/meson.build.
 */
#include "lint/rule.h"
#include <stdio.h>

static const char INTRODUCTION[] =
    "# Rules of `pleat lint`\n"
    "\n"
    "<!-- Made by tools/lint-doc from src/lint: build/tools/lint-doc >docs/lint.md -->\n"
    "\n"
    "What each rule finds in a revision file, why that is wrong, what was measured, and what to do instead. Times are "
    "of a "
    "table of\n"
    "300,000 rows with six indexes, on PostgreSQL 17 where nothing else is said: they grow with the table. The command "
    "is told "
    "in\n"
    "[commands.md](commands.md#lint), the use of its formats in [ci.md](ci.md).\n"
    "\n"
    "A rule sees the statement, its phase, its transaction, and what this and all earlier revisions of the project "
    "have made: "
    "a\n"
    "table that the revision itself creates is used by nobody yet, and nothing that is done to it is a finding. The "
    "two "
    "sections of a\n"
    "file are looked at apart; rules about the old application look at the way forth alone. What a `DO` block, a "
    "function's "
    "body or a\n"
    "program does is not seen.\n"
    "\n"
    "Errors and warnings make the exit status 1, notices do not.\n"
    "\n"
    "## Exceptions\n"
    "\n"
    "In the revision, above the statement or block that it is for, or in the header for the whole file:\n"
    "\n"
    "    -- pleat: allow PL101 the table has 200 rows\n"
    "    CREATE INDEX country_name ON shop.country (name);\n"
    "\n"
    "In pleat.yaml, for files and objects by pattern (`*` and `?`), or for all of them:\n"
    "\n"
    "    lint:\n"
    "      severity: {PL102: warning, several-tables: notice}\n"
    "      allow:\n"
    "        - {rule: PL101, object: shop.country, reason: it has 200 rows}\n"
    "        - {rule: PL601, path: 'revisions/2024*', reason: written before there were downgrades}\n"
    "\n"
    "A rule is named by its code or by its name. An exception without a reason does not count, and is a finding itself "
    "(PL901).\n";

static void
print_rule(const Rule *rule)
{
    printf("\n### %s %s\n\n%s: %s.\n\n", rule->name.code, rule->name.slug, severity_names[rule->name.severity],
           rule->name.summary);
    printf("%s\n\n- **Measured**: %s\n- **Instead**: %s.\n", rule->why, rule->harm, rule->name.help);
}

/* All rules on one screen. */
static void
print_list(void)
{
    printf("\n| code | name | | finds |\n|---|---|---|---|\n");
    for (const RuleName *const *name = rule_names(); *name != NULL; name++)
        printf("| %s | `%s` | %s | %s |\n", (*name)->code, (*name)->slug, severity_names[(*name)->severity],
               (*name)->summary);
}

int
main(void)
{
    fputs(INTRODUCTION, stdout);
    printf("\n## All rules\n");
    print_list();
    for (const RuleGroup *group = rule_groups; group->rules != NULL; group++) {
        printf("\n## %s\n", group->title);
        for (const Rule *rule = group->rules; rule->name.code != NULL; rule++)
            print_rule(rule);
    }
    return ferror(stdout) != 0;
}
