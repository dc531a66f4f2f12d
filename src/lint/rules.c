#include "lint/rule.h"

#include <string.h>

const RuleGroup rule_groups[] = {
    {"Locks, scans and rewrites", rules_locks},
    {"The old application", rules_phases},
    {"Transactions and waiting", rules_transactions},
    {"Rows", rules_data},
    {"What statements mean", rules_meaning},
    {"Revision files and declarations", rules_files},
    {"Bodies, and the way revisions are kept in git", rules_discipline},
    {"Exceptions", rules_exceptions},
    {NULL, NULL},
};

const RuleName *const *
rule_names(void)
{
    static const RuleName *names[128];
    size_t n = 0;
    for (const RuleGroup *group = rule_groups; group->rules != NULL; group++)
        for (const Rule *rule = group->rules; rule->name.code != NULL; rule++) {
            g_assert(n + 1 < G_N_ELEMENTS(names));
            names[n++] = &rule->name;
        }
    names[n] = NULL;
    return names;
}

const RuleName *
rule_find(const char *word)
{
    for (const RuleName *const *name = rule_names(); *name != NULL; name++)
        if (g_ascii_strcasecmp((*name)->code, word) == 0 || strcmp((*name)->slug, word) == 0)
            return *name;
    return NULL;
}

bool
say(GString *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append_vprintf(text, format, args);
    va_end(args);
    return true;
}
