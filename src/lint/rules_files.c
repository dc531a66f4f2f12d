/* rules_files.c - revision files as such; and a rule about declarations, whose findings others make */
#include "lint/rule.h"
#include "sql/format.h"

#include <string.h>

static const char IRREVERSIBLE[] = "irreversible:";

static const char *
reason_of(const Revision *revision)
{
    for (const char **note = revision->notes; *note != NULL; note++)
        if (g_str_has_prefix(*note, IRREVERSIBLE))
            return *note + strlen(IRREVERSIBLE) + strspn(*note + strlen(IRREVERSIBLE), " \t");
    return NULL;
}

static bool
no_way_back(const Revision *revision, GString *text, int *line)
{
    (void)line;
    if (revision->upgrade[0] == NULL || reason_of(revision) != NULL)
        return false;
    if (revision->downgrade == NULL)
        return say(text, "there is no way back, and the header does not say why");
    return revision->downgrade[0] == NULL && !revision_is_as_generated(revision) &&
           say(text, "the way back is empty, and the header does not say why");
}

static bool
no_reason(const Revision *revision, GString *text, int *line)
{
    (void)line;
    const char *reason = reason_of(revision);
    return reason != NULL && *reason == '\0' && say(text, "the header says irreversible and not why");
}

static bool
needs_confirmation(const Revision *revision, GString *text, int *line)
{
    (void)line;
    for (const char **note = revision->notes; *note != NULL; note++) {
        g_autofree char *lower = g_ascii_strdown(*note, -1);
        if (strstr(lower, "needs confirmation") != NULL)
            return say(text, "the header asks: %s", *note);
    }
    return false;
}

static bool
name_too_long(const Site *site, GString *text)
{
    if (site->index > 0 && (site - 1)->operation->all == site->operation->all)
        return false; /* the statement has been looked at */
    for (const Token *at = site->operation->all; at->kind != TOKEN_END; at++) {
        g_autofree char *name = token_name(*at);
        if (name != NULL && strlen(name) > SQL_NAME_LONGEST)
            return say(text, "\"%s\" is longer than %d bytes", name, SQL_NAME_LONGEST);
    }
    return false;
}

const Rule rules_files[] = {
    {{"PL601", "no-way-back", "a revision without a way back",
      "write the downgrade; or a line \"-- irreversible: REASON\" in the header", SEVERITY_WARNING},
     "A deployment that goes wrong must be able to go back. Where it cannot, whoever runs it has to know before.",
     "pleat downgrade stops at such a revision.",
     .whole = no_way_back},
    {{"PL602", "no-reason", "a header that says irreversible and not why", "say what is lost, and why it may be",
      SEVERITY_WARNING},
     "The reason is what a reviewer needs.",
     "None by itself.",
     .whole = no_reason},
    {{"PL603", "needs-confirmation", "a header that asks for a confirmation",
      "answer it in the declarations (renamed_from, backfill) and make the revision anew; or take the line out when it "
      "is settled",
      SEVERITY_ERROR},
     "What cannot be inferred from two states is asked in the header: a rename that may be a drop, values that cannot "
     "be "
     "converted. It must be settled before it runs.",
     "A rename taken for a drop and an add loses all values.",
     .whole = needs_confirmation},
    {{"PL604", "name-too-long", "a name of more than 63 bytes", "a shorter name", SEVERITY_WARNING},
     "PostgreSQL cuts it with no more than a NOTICE; then two names may be the same, and what is looked for by its "
     "whole name is "
     "not found.",
     "The catalog holds 63 bytes.",
     name_too_long},
    {{"PL701", "deprecated", "a declaration is marked as deprecated", "drop it when nothing uses it any more",
      SEVERITY_NOTICE},
     "What a declaration marks deprecated is listed, so that it is not forgotten.",
     "None."},
    {{"PL702", "never-deprecated", "something goes that was not declared deprecated long enough",
      "mark its declaration with deprecated: REASON, and let it go when the time of gates.deprecated_for is over",
      SEVERITY_WARNING},
     "Where pleat.yaml asks for a time of deprecation (gates: {deprecated_for: 14d}), those who use it were promised "
     "to "
     "be told before it goes. The gate of that name refuses the revision on a database.",
     "None by itself."},
    {{"PL703", "in-quarantine", "a declaration is in quarantine",
      "take it out of the declarations when its time is over", SEVERITY_NOTICE},
     "What is kept out of reach before it is dropped is listed, so that it is not forgotten.",
     "None."},
    {{"PL704", "never-quarantined", "what holds data is dropped without having been in quarantine",
      "say quarantine: REASON in its declaration, deploy that, and take the declaration out when the time of "
      "gates.quarantined_for is over",
      SEVERITY_WARNING},
     "Where pleat.yaml asks for a time of quarantine (gates: {quarantined_for: 30d}), a mistake is to show while the "
     "data is still there. The gate of that name refuses the revision on a database.",
     "What DROP TABLE or DROP COLUMN takes is only in a backup, which is as old as it is."},
    {{NULL}},
};
