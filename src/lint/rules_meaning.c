/* rules_meaning.c - statements that succeed and mean something else than they seem to */
#include "lint/rule.h"

#include <string.h>

static bool
creates_routine(const Operation *operation)
{
    return operation_is(operation, OP_CREATE, "function") || operation_is(operation, OP_CREATE, "procedure");
}

/* The one that a CREATE OR REPLACE replaces. */
static const Fact *
replaced_routine(const Site *site)
{
    const Operation *operation = site->operation;
    if (!creates_routine(operation) || (operation->flags & OP_OR_REPLACE) == 0 || operation->arguments == NULL)
        return NULL;
    g_autoptr(GPtrArray) routines = known_each(site->known, FACT_ROUTINE, operation->object);
    for (guint i = 0; i < routines->len; i++)
        if (strcmp(((const Fact *)routines->pdata[i])->text, operation->arguments) == 0)
            return routines->pdata[i];
    return NULL;
}

/* Is what keeps the results ("index public.i", "table public.t") made anew in the section? */
static bool
is_made_anew(const Site *site, const char *where)
{
    const Section *section = site->section;
    for (guint i = 0; i < section->sites->len; i++) {
        const Operation *operation = SECTION_SITE(section, i)->operation;
        if (operation->type != OP_REINDEX && operation->type != OP_CREATE && operation->type != OP_DROP &&
            operation->type != OP_ADD_COLUMN && operation->type != OP_UPDATE)
            continue;
        const char *kind = operation->type == OP_REINDEX ? "index" : operation->kind;
        const char *name = arena_printf(section->arena, "%s %s", kind, object_text(section->arena, operation->object));
        if (strcmp(name, where) == 0)
            return true;
    }
    return false;
}

static bool
stored_results(const Site *site, GString *text)
{
    const Fact *old = replaced_routine(site);
    if (old == NULL || g_strcmp0(old->part, tokens_text(site->section->arena, site->operation->rest, NULL)) == 0)
        return false;
    g_autoptr(GPtrArray) uses = known_each(site->known, FACT_STORED_USE, site->operation->object);
    for (guint i = 0; i < uses->len; i++) {
        const Fact *use = uses->pdata[i];
        if (!is_made_anew(site, use->text))
            return say(text, "%s keeps results of the old %s: nothing computes them anew", use->text,
                       site_object(site));
    }
    return false;
}

static bool
view_options_lost(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const Fact *options = !operation_is(operation, OP_CREATE, "view") || (operation->flags & OP_OR_REPLACE) == 0
                              ? NULL
                              : known_find(site->known, FACT_VIEW_OPTIONS, operation->object, NULL);
    return options != NULL && !site->section->generated && tokens_find(operation->rest, "with (") == NULL &&
           !tokens_begin(operation->rest, "with (") &&
           say(text, "%s loses its options: WITH %s", site_object(site), options->text);
}

static bool
says(const Token *rest, const char *words)
{
    for (const Token *at = rest; at->kind != TOKEN_END; at++) {
        if (tokens_begin(at, words))
            return true;
        if (token_is(*at, "as") || token_is(*at, "return") || token_is(*at, "begin"))
            return false;
    }
    return false;
}

static bool
routine_options_lost(const Site *site, GString *text)
{
    const Fact *old = replaced_routine(site);
    const Token *rest = site->operation->rest;
    if (old == NULL || site->section->generated) /* there the declaration says so */
        return false;
    if ((old->flags & FACT_DEFINER) != 0 && !says(rest, "security definer"))
        return say(text, "%s was SECURITY DEFINER and is no longer", site_object(site));
    return (old->flags & FACT_SETTINGS) != 0 && !says(rest, "set") &&
           say(text, "%s had settings of its own (SET ...) and has none any more", site_object(site));
}

/* Was there one of this name that not everybody could execute, and is that not said again? */
static bool
privileges_lost(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const Section *section = site->section;
    bool dropped = false;
    if (!creates_routine(operation) || replaced_routine(site) != NULL)
        return false;
    for (guint i = 0; i < section->sites->len; i++) {
        const Operation *other = SECTION_SITE(section, i)->operation;
        const bool same = object_is(other->object, operation->object);
        if (i > site->index && same && (other->type == OP_REVOKE || other->type == OP_GRANT))
            return false;
        dropped |= i < site->index && same && other->type == OP_DROP && routine_was_revoked(site->known, other->object);
    }
    return dropped && say(text, "everybody may execute %s again: a dropped routine's privileges do not come back",
                          site_object(site));
}

static bool
row_security_without_policy(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (operation->type != OP_ROW_SECURITY || known_find(site->known, FACT_POLICY, operation->object, NULL) != NULL)
        return false;
    for (guint i = site->index; i < site->section->sites->len; i++) {
        const Operation *later = SECTION_SITE(site->section, i)->operation;
        if (operation_is(later, OP_CREATE, "policy") && object_is(later->table, operation->object))
            return false;
    }
    return say(text, "whoever does not own %s sees no row of it: there is no policy", site_object(site));
}

static bool
identity_starts_at_one(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_ADD_IDENTITY, "table") || site_is_new(site, operation->object))
        return false;
    for (guint i = site->index; i < site->section->sites->len; i++)
        for (const Token *at = SECTION_SITE(site->section, i)->operation->all; at->kind != TOKEN_END; at++)
            if (token_is(*at, "setval") || token_is(*at, "restart") || token_is(*at, "start"))
                return false;
    return say(text, "the numbers of %s begin at 1, which its rows have already", site_object(site));
}

static bool
generated_kind_unsaid(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_CREATE, "table") && !operation_is(operation, OP_ADD_COLUMN, "table"))
        return false;
    for (const Token *at = operation->rest; at->kind != TOKEN_END; at++) {
        if (!tokens_begin(at, "generated always as ("))
            continue;
        const Token *behind = tokens_skip(at + 3);
        if (!token_is(*behind, "stored") && !token_is(*behind, "virtual"))
            return say(text, "a generated column of %s is neither STORED nor VIRTUAL",
                       object_text(site->section->arena, operation->object));
    }
    return false;
}

static bool
refuses_updates(const Site *site, ObjectName table, GString *text)
{
    return known_find(site->known, FACT_UNIDENTIFIED, table, NULL) != NULL &&
           say(text, "UPDATE and DELETE of %s fail from then on: it has no primary key and no other replica identity",
               object_text(site->section->arena, table));
}

static bool
published_without_identity(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (operation->type == OP_PUBLISH)
        return known_find(site->known, FACT_INSERTS_ONLY, operation->object, NULL) == NULL &&
               refuses_updates(site, operation->table, text);
    const Token *at =
        operation_is(operation, OP_CREATE, "publication") ? tokens_find(operation->rest, "for table") : NULL;
    for (const Token *word = operation->all; word->kind != TOKEN_END; word++)
        if (token_is(*word, "publish"))
            return false;
    if (at == NULL)
        return false;
    for (const Token *next = at; next != NULL;) {
        const Token *item = tokens_cut(site->section->arena, next, &next);
        ObjectName table;
        if (token_is(*item, "only") || token_is(*item, "table"))
            item++;
        if (tokens_name(site->section->arena, &item, &table) && refuses_updates(site, table, text))
            return true;
    }
    return false;
}

const Rule rules_meaning[] = {
    {{"PL501", "stored-results", "a routine changes whose results an index or column keeps",
      "give the new body a new name and build a new index with it; or REINDEX CONCURRENTLY behind it, and set the "
      "columns in batches",
      SEVERITY_WARNING},
     "PostgreSQL believes that an IMMUTABLE function never changes: indexes over it, and stored generated columns, "
     "keep what the "
     "old body gave.",
     "Where a scan of the table gave the row with a = 10, the index gave the one with a = 15, until REINDEX; generated "
     "columns keep "
     "the old value until one of their base columns is set.",
     stored_results},
    {{"PL502", "view-options-lost", "a view is replaced without the options that it had",
      "repeat WITH (...) in CREATE OR REPLACE VIEW", SEVERITY_ERROR},
     "CREATE OR REPLACE VIEW without WITH clears security_barrier and security_invoker.",
     "The view then reads with its owner's rights: row security is bypassed.",
     view_options_lost},
    {{"PL503", "routine-options-lost", "a routine is replaced without the options that it had",
      "repeat SECURITY DEFINER and SET in CREATE OR REPLACE", SEVERITY_WARNING},
     "CREATE OR REPLACE sets all that it does not say to the default: SECURITY DEFINER, SET search_path, IMMUTABLE, "
     "STRICT, COST.",
     "All of them were reset; owner and privileges stayed.",
     routine_options_lost},
    {{"PL504", "privileges-lost", "a routine is dropped and made again without its privileges",
      "REVOKE ALL ON FUNCTION ... FROM PUBLIC, and the grants, in the same transaction", SEVERITY_WARNING},
     "A new routine may be executed by everybody, whatever the old one of its name was.",
     "proacl is NULL after DROP and CREATE, though EXECUTE had been revoked from PUBLIC.",
     privileges_lost},
    {{"PL505", "row-security-without-policy", "row security is enabled on a table without a policy",
      "CREATE POLICY first, in the same transaction", SEVERITY_WARNING},
     "Without a policy nobody but the owner and superusers sees a row.",
     "The old application sees 0 rows, silently; its UPDATE says 0 rows, its INSERT fails with 42501.",
     row_security_without_policy},
    {{"PL506", "identity-starts-at-one", "an existing column becomes an identity and starts at 1",
      "SELECT setval(pg_get_serial_sequence(...), max(...)) in the same transaction, with the table locked against "
      "writes",
      SEVERITY_WARNING},
     "The sequence of a new identity knows nothing of the rows that are there.",
     "The first INSERT fails with 23505.",
     identity_starts_at_one},
    {{"PL507", "generated-kind-unsaid", "a generated column that is neither STORED nor VIRTUAL",
      "write STORED or VIRTUAL", SEVERITY_WARNING},
     "PostgreSQL 18 makes it virtual, older versions refuse it.",
     "42601 on 13 to 17; VIRTUAL on 18.",
     generated_kind_unsaid},
    {{"PL508", "published-without-identity", "a table without a replica identity is published",
      "give it a primary key first, or REPLICA IDENTITY FULL or USING INDEX; or publish inserts only", SEVERITY_ERROR},
     "What is published must say which row an UPDATE or DELETE was of. PostgreSQL refuses both where a table cannot, "
     "from the moment at which it is in the publication.",
     "Both fail with 55000 at once, without any subscriber, and with wal_level = replica, too.",
     published_without_identity},
    {{NULL}},
};
