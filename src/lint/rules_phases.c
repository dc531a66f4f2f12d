/* rules_phases.c - what breaks the old application while it still runs */
#include "lint/rule.h"

#include <string.h>

static bool
is_kind(const Operation *operation, const char *const *kinds)
{
    return g_strv_contains(kinds, operation->kind);
}

/* What applications name in their statements: what merely serves them (an index, a trigger) is not among it. */
static const char *const NAMED[] = {"table",     "view",      "materialized view", "foreign table", "function",
                                    "procedure", "aggregate", "routine",           "type",          "domain",
                                    "schema",    "sequence",  "extension",         "operator",      NULL};

/* Does a later statement of the same transaction give its name to what has been made beside it? */
static bool
is_succeeded(const Site *site)
{
    const Section *section = site->section;
    const ObjectName object = site->operation->object;
    for (guint i = site->index + 1; i < section->sites->len; i++) {
        const Site *later = SECTION_SITE(section, i);
        if (later->step != site->step)
            break;
        const Operation *rename = later->operation;
        if (rename->type == OP_RENAME && g_strcmp0(rename->object.schema, object.schema) == 0 &&
            g_strcmp0(rename->part, object.name) == 0 && site_is_new(later, rename->object))
            return true;
    }
    return false;
}

static bool
drop_in_expand(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const ObjectName object = operation->object;
    if (!site_in_expand(site) || object.name == NULL)
        return false;
    const bool column =
        operation->type == OP_DROP_COLUMN && !section_adds_column(site->section, object, operation->part);
    const bool attribute = operation->type == OP_DROP_ATTRIBUTE;
    const bool whole = operation->type == OP_DROP && is_kind(operation, NAMED);
    if ((!column && !attribute && !whole) || section_makes(site->section, object) || (whole && is_succeeded(site)))
        return false;
    return say(text, "%s %s goes while the old application may still use it",
               column      ? "column"
               : attribute ? "attribute"
                           : operation->kind,
               site_object(site));
}

/* Does a later statement of the same transaction make something that answers to the old name? */
static bool
has_alias(const Site *site)
{
    const Section *section = site->section;
    for (guint i = site->index + 1; i < section->sites->len; i++) {
        const Site *later = SECTION_SITE(section, i);
        if (later->step != site->step)
            break;
        if (later->operation->type == OP_CREATE && object_is(later->operation->object, site->operation->object))
            return true;
    }
    return false;
}

/* A range's constructors have the name of their type, and are renamed along with it. */
static bool
is_constructor(const Site *site)
{
    for (guint i = 0; strcmp(site->operation->kind, "function") == 0 && i < site->section->sites->len; i++) {
        const Operation *other = SECTION_SITE(site->section, i)->operation;
        if (operation_is(other, OP_RENAME, "type") && object_is(other->object, site->operation->object))
            return true;
    }
    return false;
}

static bool
rename_in_expand(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const ObjectName object = operation->object;
    const bool part = operation->type == OP_RENAME_PART;
    if (!site_in_expand(site) || object.name == NULL || site_is_new(site, object) ||
        (!part && operation->type != OP_RENAME && operation->type != OP_SET_SCHEMA) || !is_kind(operation, NAMED) ||
        (!part && (has_alias(site) || is_constructor(site))) ||
        (part && section_adds_column(site->section, object, operation->part) != NULL))
        return false;
    return say(text, "the old application does not find %s under its new name", site_object(site));
}

/* Does the constraint speak of a column that the section adds? Then something keeps it filled. */
static bool
is_about_new_column(const Site *site)
{
    const Operation *operation = site->operation;
    if (operation->type != OP_ADD_CONSTRAINT)
        return operation->part != NULL &&
               section_adds_column(site->section, operation->object, operation->part) != NULL;
    for (const Token *at = operation->rest; at->kind != TOKEN_END; at++) {
        g_autofree char *name = token_name(*at);
        if (name != NULL && section_adds_column(site->section, operation->object, name) != NULL)
            return true;
    }
    return false;
}

/* Does it only take the place of what the section took away, or come back later? */
static bool
is_made_again(const Site *site)
{
    const Operation *operation = site->operation;
    for (guint i = 0; i < site->section->sites->len; i++) {
        const Operation *other = SECTION_SITE(site->section, i)->operation;
        if (operation->part == NULL || !object_is(other->object, operation->object) ||
            g_strcmp0(other->part, operation->part) != 0)
            continue;
        if (operation->type == OP_ADD_CONSTRAINT && i < site->index && other->type == OP_DROP_CONSTRAINT)
            return true;
        if (operation->type == OP_DROP_DEFAULT && i > site->index && tokens_begin(other->rest, "set default"))
            return true;
    }
    return false;
}

/* In words what is tightened; NULL: nothing. */
static const char *
tightens(const Site *site)
{
    const Operation *operation = site->operation;
    switch (operation->type) {
    case OP_SET_NOT_NULL:
        return "rows with NULL are refused";
    case OP_ADD_CONSTRAINT:
        return (operation->flags & (OP_NOT_ENFORCED | OP_ONLY)) != 0 ? NULL
                                                                     : "rows that break the constraint are refused";
    case OP_DROP_DEFAULT:
        return "rows without a value get none";
    case OP_SET_IDENTITY:
    case OP_ADD_IDENTITY:
        return token_is(*operation->rest, "always") ? "rows that bring their own value are refused" : NULL;
    case OP_ROW_SECURITY:
        return "rows are hidden that were seen before";
    case OP_REVOKE:
        return "a role loses a privilege";
    default:
        return NULL;
    }
}

static bool
tightening_in_expand(const Site *site, GString *text)
{
    static const char *const VALUES[] = {"table",         "domain", "view", "sequence", "function",
                                         "procedure",     "schema", "type", "routine",  "materialized view",
                                         "foreign table", NULL};
    const Operation *operation = site->operation;
    const char *harm = site_in_expand(site) ? tightens(site) : NULL;
    if (harm == NULL || operation->object.name == NULL || !is_kind(operation, VALUES) ||
        section_makes(site->section, operation->object) || is_about_new_column(site) || is_made_again(site))
        return false;
    return say(text, "%s: %s, which the old application may still need", site_object(site), harm);
}

static bool
composite_attribute(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    return operation->type == OP_ADD_ATTRIBUTE && !site_is_new(site, operation->object) &&
           say(text, "whoever writes values of %s, by ROW(...) or as text, fails from here on",
               object_text(site->section->arena, operation->object));
}

/* Do all arguments of the old one stand at the beginning of the new one's, and can the rest be left out? */
static bool
could_mean_both(const char *old, const char *new)
{
    guint old_all, old_required, new_all, new_required;
    arguments_count(old, &old_all, &old_required);
    arguments_count(new, &new_all, &new_required);
    size_t length = strlen(old);
    const bool begins = strncmp(new, old, length) == 0 && (length == 0 || new[length] == ' ');
    return begins && new_all > old_all && new_required <= old_all;
}

static bool
ambiguous_overload(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_CREATE, "function") && !operation_is(operation, OP_CREATE, "procedure"))
        return false;
    g_autoptr(GPtrArray) others = known_each(site->known, FACT_ROUTINE, operation->object);
    for (guint i = 0; i < others->len && operation->arguments != NULL; i++) {
        const Fact *other = others->pdata[i];
        if (could_mean_both(other->text, operation->arguments))
            return say(text, "calls of %s(%s) could mean this one too, and fail", site_object(site), other->text);
    }
    return false;
}

static bool
new_in_contract(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const Section *section = site->section;
    const bool table = operation_is(operation, OP_CREATE, "table") && (operation->flags & OP_TEMPORARY) == 0 &&
                       !tokens_begin(operation->rest, "partition of");
    const bool column = operation_is(operation, OP_ADD_COLUMN, "table") && !site_is_new(site, operation->object);
    if (section->down || section->revision->phase != PHASE_CONTRACT || (!table && !column))
        return false;
    for (guint i = 0; i < section->sites->len; i++) { /* one that takes the place of an old one */
        const Operation *other = SECTION_SITE(section, i)->operation;
        if ((other->type == OP_DROP || other->type == OP_DROP_COLUMN || other->type == OP_RENAME ||
             other->type == OP_RENAME_PART) &&
            object_is(other->object, operation->object))
            return false;
    }
    return say(text, "%s comes only when the new application has long been running", site_object(site));
}

static bool
drop_required_column(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (site->section->down || site->section->revision->phase != PHASE_CONTRACT ||
        !operation_is(operation, OP_DROP_COLUMN, "table") || operation->part == NULL)
        return false;
    const bool required = known_find(site->known, FACT_REQUIRED, operation->object, operation->part) != NULL &&
                          known_find(site->known, FACT_DEFAULT, operation->object, operation->part) == NULL;
    return required && known_find(site->known, FACT_TRIGGER, operation->object, NULL) == NULL &&
           say(text, "%s was NOT NULL without a default until now: the new application had to write it",
               site_object(site));
}

const Rule rules_phases[] = {
    {{"PL201", "drop-in-expand", "something goes in the expand phase", "move it to a contract revision",
      SEVERITY_ERROR},
     "Expand runs while the old application does: what it names must stay. A column that is NOT NULL and that the new "
     "application no longer writes loses its NOT NULL in expand, and goes in contract.",
     "The old application gets 42703 or 42P01 at once, also in queries that waited for the lock.",
     drop_in_expand},
    {{"PL202", "rename-in-expand", "something is renamed in the expand phase",
      "a table: rename it and create a view of the old name in one transaction; a column: a new one kept in step by a "
      "trigger; "
      "a label: add the new one",
      SEVERITY_ERROR},
     "A rename is instant, and from its commit on the old name is unknown. With a view of the old name in the same "
     "transaction the old application goes on.",
     "42703, 42P01 or 22P02 (a label) at once, also in a query that was blocked behind the rename; with the view, "
     "prepared "
     "statements go on.",
     rename_in_expand},
    {{"PL203", "tightening-in-expand", "something is tightened in the expand phase",
      "move it to a contract revision; or allow it, if the old application keeps to it already", SEVERITY_WARNING},
     "Until the old application is gone nothing may be refused that it still writes or reads: no NOT NULL, no new "
     "constraint "
     "(NOT VALID ones check new rows too), no default less, no privilege less.",
     "INSERT without the column: 23502; a row against the check: 23514, on an UPDATE of any other column too; row "
     "security "
     "without a policy: 0 rows, silently.",
     tightening_in_expand},
    {{"PL204", "composite-attribute", "a composite type in use gets an attribute",
      "make a new type, and a new column of it that is kept in step", SEVERITY_WARNING},
     "Old rows read NULL in the new attribute, and nothing is rewritten, but whoever builds a value with the old "
     "number of "
     "fields fails.",
     "ROW(1,'a')::c gives 42846 and '(1,a)' 22P02 from the commit on.",
     composite_attribute},
    {{"PL205", "ambiguous-overload", "a new routine with a default makes calls of an old one ambiguous",
      "create it without the default; drop the old one in contract; then put the default in", SEVERITY_ERROR},
     "CREATE OR REPLACE with one more argument is no replacement: both routines are there, and a call without the new "
     "argument "
     "fits both.",
     "Every f(1) fails with 42725 from the commit on.",
     ambiguous_overload},
    {{"PL206", "new-in-contract", "something new comes in the contract phase", "move it to the expand revision",
      SEVERITY_NOTICE},
     "The new application is deployed between expand and contract. What it needs must come in expand.",
     "The new application gets 42P01 or 42703 until the contract has run.",
     new_in_contract},
    {{"PL207", "drop-required-column", "a column goes in contract that no expand has made optional",
      "ALTER COLUMN ... DROP NOT NULL (or SET DEFAULT) in the expand revision", SEVERITY_WARNING},
     "The new application, which knows the column no longer, runs before the contract. While the column is NOT NULL "
     "and has no "
     "default, its rows are refused, unless a trigger fills it.",
     "The new application's INSERT fails with 23502 from its deployment until the contract.",
     drop_required_column},
    {{NULL}},
};
