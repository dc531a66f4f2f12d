/* rules_data.c - rows that are lost, changed at once, or no longer looked after */
#include "lint/rule.h"

#include <string.h>

/* What the header says of what does not come back. */
static bool
says_irreversible(const Revision *revision)
{
    for (const char **note = revision->notes; *note != NULL; note++)
        if (g_str_has_prefix(*note, "irreversible:"))
            return true;
    return false;
}

/* Is the column computed from others, so that the other direction brings its values back? */
static bool
is_generated_there(const Section *other, const Operation *operation)
{
    const Operation *add = other == NULL ? NULL : section_adds_column(other, operation->object, operation->part);
    return add != NULL && tokens_find(add->rest, "generated always as") != NULL;
}

/* In words what is lost; NULL: nothing. */
static const char *
loses(const Site *site)
{
    const Operation *operation = site->operation;
    const char *kind = operation->kind;
    if (operation->object.name == NULL || site_is_new(site, operation->object))
        return NULL;
    switch (operation->type) {
    case OP_DROP:
        if (strcmp(kind, "table") == 0)
            return "its rows";
        return strcmp(kind, "schema") == 0 && (operation->flags & OP_CASCADE) != 0 ? "all that it holds" : NULL;
    case OP_DROP_COLUMN:
        return strcmp(kind, "table") == 0 && !is_generated_there(site->section->other, operation) ? "its values" : NULL;
    case OP_DROP_ATTRIBUTE:
        return "its values";
    case OP_TRUNCATE:
        return "its rows";
    default:
        return NULL;
    }
}

static bool
loss_not_told(const Site *site, GString *text)
{
    const Revision *revision = site->section->revision;
    const char *lost = site->section->down ? NULL : loses(site);
    if (lost == NULL || says_irreversible(revision) || site->section->generated)
        return false;
    return say(text, "%s goes, and %s cannot come back: nothing in the header says so", site_object(site), lost);
}

static bool
downgrade_loses(const Site *site, GString *text)
{
    const Section *section = site->section;
    const Operation *operation = site->operation;
    const char *lost = section->down ? loses(site) : NULL;
    if (lost == NULL || section->other == NULL || section->generated)
        return false;
    const bool made = section_makes(section->other, operation->object) ||
                      (operation->type == OP_DROP_COLUMN &&
                       section_adds_column(section->other, operation->object, operation->part) != NULL);
    for (guint i = 0; i < section->other->sites->len; i++) { /* renamed on the way forth, or an attribute */
        const Operation *other = SECTION_SITE(section->other, i)->operation;
        if ((other->type == OP_ADD_ATTRIBUTE && g_strcmp0(other->part, operation->part) == 0) ||
            (other->type == OP_RENAME && g_strcmp0(other->part, operation->object.name) == 0))
            return false;
    }
    return !made && say(text, "the way back takes %s away, which the way forth did not make: %s are lost",
                        site_object(site), lost);
}

static bool
unbatched(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if ((operation->type != OP_UPDATE && operation->type != OP_DELETE) || site->step->kind == STEP_BACKFILL ||
        operation->object.name == NULL || site_is_new(site, operation->object))
        return false;
    return say(text, "all rows of %s that it touches stay locked until it ends",
               object_text(site->section->arena, operation->object));
}

static bool
truncates(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    return operation->type == OP_TRUNCATE && !site_is_new(site, operation->object) &&
           say(text, "all rows of %s go, and nobody can use it meanwhile",
               object_text(site->section->arena, operation->object));
}

static bool
cascades(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if ((operation->flags & OP_CASCADE) == 0 || operation->type == OP_REVOKE || site_is_new(site, operation->object))
        return false;
    return say(text, "what depends on %s goes along, whatever it is",
               object_text(site->section->arena, operation->object));
}

static bool
triggers_disabled(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (operation->type == OP_DISABLE_TRIGGER)
        return say(text, "the triggers of %s fire for nobody, in all sessions, until they are enabled again",
                   object_text(site->section->arena, operation->object));
    return operation->type == OP_SET && g_strcmp0(operation->part, "session_replication_role") == 0 &&
           !token_is(*operation->rest, "origin") && !token_is(*operation->rest, "default") &&
           say(text, "no trigger fires in this session, foreign keys' own included");
}

/* Does the section say how the new column gets its values? */
static bool
fills(const Section *section, ObjectName table)
{
    for (guint i = 0; i < section->sites->len; i++) {
        const Operation *operation = SECTION_SITE(section, i)->operation;
        if (operation->type == OP_UPDATE && object_is(operation->object, table))
            return true;
    }
    return false;
}

/* What a column is made of, for comparing: its type and the rest. */
static const char *
definition(const Site *site, const Operation *operation)
{
    return tokens_text(site->section->arena, operation->rest, NULL);
}

static bool
drop_and_add(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const Section *section = site->section;
    const Operation *added = section->down || !operation_is(operation, OP_DROP_COLUMN, "table")
                                 ? NULL
                                 : section_adds_column(section, operation->object, NULL);
    const Operation *was = added == NULL || section->other == NULL
                               ? NULL
                               : section_adds_column(section->other, operation->object, operation->part);
    if (was == NULL || g_strcmp0(added->part, operation->part) == 0 || fills(section, operation->object) ||
        strcmp(definition(site, added), definition(site, was)) != 0)
        return false;
    return say(text, "%s goes and an equal column %s comes, empty: was it to be renamed?", site_object(site),
               name_text(site->section->arena, added->part));
}

static bool
unvalidated_check(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_ADD_CONSTRAINT, "table") || site->section->down || operation->part == NULL ||
        (operation->flags & OP_NOT_VALID) == 0 || strcmp(operation->form, "foreign key") == 0 ||
        site_is_new(site, operation->object) || site->section->generated)
        return false;
    for (guint i = site->index; i < site->section->sites->len; i++) {
        const Operation *later = SECTION_SITE(site->section, i)->operation;
        if (later->type == OP_VALIDATE && g_strcmp0(later->part, operation->part) == 0)
            return false;
    }
    return say(text, "rows that break %s fail from here on when any of their columns changes",
               name_text(site->section->arena, operation->part));
}

const Rule rules_data[] = {
    {{"PL401", "loss-not-told", "rows or values are lost, and the header does not say so",
      "a line \"-- irreversible: what is lost and why it may be\" in the header, above the first statement",
      SEVERITY_WARNING},
     "A downgrade brings the table or column back, empty. Whoever reviews or runs the revision has to know.",
     "PostgreSQL drops along with a column, without CASCADE, each index and check that holds it; on 13 and 14 also "
     "columns that "
     "are generated from it.",
     loss_not_told},
    {{"PL402", "unbatched-rows", "an UPDATE or DELETE of a table in use runs in one piece",
      "\"-- pleat: backfill TABLE by KEY\" above it, and /*range*/ true in its condition", SEVERITY_WARNING},
     "Its row locks are held until the end, dead rows pile up with no chance of a vacuum in between, and a replica "
     "lags behind.",
     "300,000 rows: row locks for 5.7 s against 0.38 s in batches of 5,000; the table grows from 37 to 76 MB, and only "
     "to 45 "
     "with a vacuum now and then.",
     unbatched},
    {{"PL403", "truncate", "TRUNCATE of a table in use", "DELETE in batches, or let the rows be", SEVERITY_WARNING},
     "It takes ACCESS EXCLUSIVE, and what it removes is gone for good.",
     "ACCESS EXCLUSIVE on the table.",
     truncates},
    {{"PL404", "cascade", "CASCADE", "name what is to go, in statements of its own", SEVERITY_WARNING},
     "CASCADE takes along what the author may not know of, on a database that may hold more than his.",
     "DROP EXTENSION citext CASCADE dropped columns; a sequence's took the default of another table, whose next INSERT "
     "stored "
     "NULL.",
     cascades},
    {{"PL405", "triggers-disabled", "triggers are switched off", "let them fire; a sync trigger has to",
      SEVERITY_WARNING},
     "DISABLE TRIGGER is for all sessions, not for this one, and locks the table against writes. "
     "session_replication_role also "
     "switches off the triggers that foreign keys are made of.",
     "DISABLE TRIGGER takes SHARE ROW EXCLUSIVE.",
     triggers_disabled},
    {{"PL406", "drop-and-add", "a column goes and its like comes under another name",
      "renamed_from in the declaration, or a backfill of the new column", SEVERITY_WARNING},
     "A tool that compares two states cannot tell a rename from a drop and an add.",
     "All values are lost, and with the column its indexes, UNIQUE, checks and statistics, silently.",
     drop_and_add},
    {{"PL407", "downgrade-loses", "the way back takes away what the way forth did not make",
      "undo what the upgrade does, and nothing more", SEVERITY_WARNING},
     "A downgrade loses what was written to new tables and columns; that is in its nature. What was there before must "
     "outlive it.",
     "The rows are gone.",
     downgrade_loses},
    {{"PL408", "unvalidated-check", "a check NOT VALID that the revision does not validate",
      "VALIDATE CONSTRAINT behind it, after a backfill if rows may break it", SEVERITY_NOTICE},
     "NOT VALID spares the scan, not the check: every new version of a row is checked, so that an UPDATE of any other "
     "column of "
     "an old row that breaks it fails. Foreign keys are only checked when their columns change.",
     "23514 (for a NOT NULL of PostgreSQL 18: 23502).",
     unvalidated_check},
    {{NULL}},
};
