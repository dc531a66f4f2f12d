/*
 * rule.h - what lint looks for: one descriptor a rule
 *
 * docs/lint.md is made from these (tools/lint-doc). "harm" holds measured facts; where nothing was measured, what
 * PostgreSQL's manual says.
 */
#pragma once

#include "lint/section.h"
#include "report/findings.h"

/* Looks at one site: true when there is something to be said, which is appended to the text. */
typedef bool RuleCheck(const Site *site, GString *text);

/* Looks at a revision as a whole; *line is 1 unless the rule knows better. */
typedef bool RuleWhole(const Revision *revision, GString *text, int *line);

typedef struct {
    RuleName name;    /* its help is the fix */
    const char *why;  /* what is wrong with it, in a paragraph */
    const char *harm; /* what was measured */
    RuleCheck *check; /* one of the two; both NULL: somebody else finds it */
    RuleWhole *whole;
} Rule;

/* The descriptors of a group stand in a file each, ended by one without a code. */
extern const Rule rules_locks[], rules_phases[], rules_transactions[], rules_data[], rules_meaning[], rules_files[],
    rules_discipline[], rules_exceptions[];

typedef struct {
    const char *title; /* a heading of the page */
    const Rule *rules;
} RuleGroup;

/* In the order of the codes, ended by one without rules. */
extern const RuleGroup rule_groups[];

/* The names of all, NULL-terminated: for findings_new(). */
const RuleName *const *rule_names(void);

/* For checks: appends the sentence, and is true. */
bool say(GString *text, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* By code or slug; NULL: there is none. */
const RuleName *rule_find(const char *word);
