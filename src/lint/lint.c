#include "lint/lint.h"

#include "base/spell.h"
#include "lint/exceptions.h"

typedef struct {
    Findings *findings; /* NULL: only learn */
    Known *known;
} Linter;

static void
add_finding(Linter *linter, const Rule *rule, const Revision *revision, int line, const char *object, const char *text)
{
    const Place place = {revision->path, line, 1};
    g_autofree char *sentence = spell_controls(text, "");
    Finding *finding = findings_add(linter->findings, &rule->name, place, "%s", sentence);
    finding->object = g_strdup(object);
    finding_hint(finding, "%s", rule->name.help);
}

static void
look_at_site(Linter *linter, const Site *site)
{
    for (const RuleGroup *group = rule_groups; group->rules != NULL; group++)
        for (const Rule *rule = group->rules; rule->name.code != NULL; rule++) {
            g_autoptr(GString) text = g_string_new(NULL);
            if (rule->check != NULL && rule->check(site, text))
                add_finding(linter, rule, site->section->revision, site->line, site_object(site), text->str);
        }
}

static void
look_at_section(Linter *linter, Section *section)
{
    for (guint i = 0; section != NULL && i < section->sites->len; i++) {
        Site *site = SECTION_SITE(section, i);
        site->known = linter->known;
        if (linter->findings != NULL)
            look_at_site(linter, site);
        known_learn(linter->known, site->operation, site->each);
    }
}

static void
look_at_whole(Linter *linter, const Revision *revision)
{
    for (const RuleGroup *group = rule_groups; group->rules != NULL; group++)
        for (const Rule *rule = group->rules; rule->name.code != NULL; rule++) {
            g_autoptr(GString) text = g_string_new(NULL);
            int line = 1;
            if (rule->whole != NULL && rule->whole(revision, text, &line))
                add_finding(linter, rule, revision, line, NULL, text->str);
        }
}

static void
look_at_revision(Linter *linter, const Revision *revision)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Section) up = section_read(arena, revision, false);
    g_autoptr(Section) down = linter->findings == NULL ? NULL : section_read(arena, revision, true);
    if (down != NULL && revision->downgrade != NULL) {
        up->other = down;
        down->other = up;
    }
    if (linter->findings != NULL)
        look_at_whole(linter, revision);
    look_at_section(linter, up);
    guint mark = known_mark(linter->known);
    look_at_section(linter, down);
    known_forget(linter->known, mark);
}

void
lint_revisions(Findings *findings, const GPtrArray *revisions, GHashTable *wanted, const Config *config)
{
    g_autoptr(Known) known = known_new();
    g_autoptr(Exceptions) exceptions = exceptions_new(findings, config, wanted == NULL);
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = revisions->pdata[i];
        const bool looks = wanted == NULL || g_hash_table_contains(wanted, revision);
        Linter linter = {looks ? findings : NULL, known};
        look_at_revision(&linter, revision);
        if (looks) {
            findings_add_subject(findings, revision->path);
            exceptions_add_revision(exceptions, revision);
        }
    }
    exceptions_apply(exceptions);
    findings_sort(findings);
}
