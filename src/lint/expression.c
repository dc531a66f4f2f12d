#include "lint/expression.h"

#include <string.h>

bool
tokens_begin_anywhere(const Token *tokens, const char *words)
{
    for (const Token *at = tokens; at->kind != TOKEN_END;) {
        if (tokens_begin(at, words))
            return true;
        at = token_is(*at, "(") || token_is(*at, "[") ? tokens_skip(at) : at + 1;
    }
    return false;
}

/* Defaults -------------------------------------------------------------------------------------------------------- */

typedef enum { CALL_STEADY, CALL_UNKNOWN, CALL_VOLATILE } CallKind;

/* Of PostgreSQL's own functions and those of contrib: volatile ones, and others that stand in defaults. */
static const char VOLATILE[] =
    " clock_timestamp gen_random_bytes gen_random_uuid lastval nextval pg_current_xact_id random"
    " random_normal setval timeofday txid_current uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4"
    " uuidv4 uuidv7 ";
static const char STEADY[] =
    " abs and any array array_fill bit btrim cast char character coalesce concat concat_ws current_date"
    " current_schema current_setting current_time current_timestamp date date_part date_trunc daterange"
    " decimal decode encode extract format greatest in int4range int8range interval json_build_array"
    " json_build_object jsonb_build_array jsonb_build_object least left length localtime localtimestamp"
    " lower lpad ltrim make_date make_interval make_timestamp make_timestamptz md5 not now nullif numeric"
    " numrange or point repeat replace right round row rtrim sha256 statement_timestamp substr substring"
    " time timestamp timestamptz timezone to_char to_date to_json to_jsonb to_timestamp to_tsvector"
    " transaction_timestamp trim tsrange tstzrange upper varchar varying ";

/* Is the word among those of the list, which has blanks around each? */
static bool
is_listed(const char *list, const char *word)
{
    g_autofree char *whole = g_strdup_printf(" %s ", word);
    return strstr(list, whole) != NULL;
}

static CallKind
classify(const Site *site, ObjectName routine)
{
    const bool own = routine.schema != NULL && strcmp(routine.schema, "pg_catalog") != 0;
    const Fact *fact = known_find(site->known, FACT_ROUTINE, routine, NULL);
    if (fact != NULL)
        return (fact->flags & FACT_VOLATILE) != 0 ? CALL_VOLATILE : CALL_STEADY;
    if (is_listed(VOLATILE, routine.name))
        return CALL_VOLATILE;
    return !own && is_listed(STEADY, routine.name) ? CALL_STEADY : CALL_UNKNOWN;
}

/* Does the column's definition go on with something else than its default here? */
static bool
ends_default(Token token)
{
    return token_is(token, "check") || token_is(token, "references") || token_is(token, "constraint");
}

/* The first call of that kind in a default. */
static const char *
find_call(const Site *site, const Token *at, CallKind wanted)
{
    Arena *arena = site->section->arena;
    while (at->kind != TOKEN_END && !ends_default(*at)) {
        ObjectName name;
        const Token *behind = at;
        if (!tokens_name(arena, &behind, &name)) {
            at++;
            continue;
        }
        if (token_is(*behind, "(") && classify(site, name) == wanted)
            return object_text(arena, name);
        at = behind;
    }
    return NULL;
}

/* What stands behind DEFAULT; NULL: there is none. */
static const Token *
default_of(const Site *site)
{
    return tokens_find(site->operation->rest, "default");
}

/* The column's type: what stands behind its name. */
static bool
is_serial(const Token *type)
{
    static const char SERIAL[] = " serial bigserial smallserial serial2 serial4 serial8 ";
    g_autofree char *word = token_name(*type);
    return word != NULL && is_listed(SERIAL, word);
}

/* "generated always as (...)" that is stored; false: virtual, or none. */
static bool
is_stored(const Token *rest)
{
    const Token *as = tokens_find(rest, "generated always as");
    return as != NULL && token_is(*as, "(") && !token_is(*tokens_skip(as), "virtual");
}

const char *
column_rewrites(const Site *site)
{
    Arena *arena = site->section->arena;
    const Token *rest = site->operation->rest, *type = rest;
    if (is_serial(rest))
        return "a serial column counts in each row";
    if (tokens_begin_anywhere(rest, "as identity"))
        return "an identity column counts in each row";
    if (is_stored(rest))
        return "a stored generated column is computed for each row";
    const Token *expression = default_of(site);
    const char *call = expression == NULL ? NULL : find_call(site, expression, CALL_VOLATILE);
    if (call != NULL)
        return arena_printf(arena, "%s() is volatile, so each row gets a value of its own", call);
    ObjectName domain;
    if (!tokens_name(arena, &type, &domain) || token_is(*type, "["))
        return NULL;
    g_autoptr(GPtrArray) constraints = known_each(site->known, FACT_CONSTRAINED, domain);
    return constraints->len > 0 ? arena_printf(arena, "the domain %s has a constraint", object_text(arena, domain))
                                : NULL;
}

const char *
default_unknown_routine(const Site *site)
{
    const Token *expression = default_of(site);
    return expression == NULL ? NULL : find_call(site, expression, CALL_UNKNOWN);
}

/* Types ----------------------------------------------------------------------------------------------------------- */

/* Is what follows USING the column itself, perhaps in parentheses? */
static bool
is_only_column(const Token *expression, const char *column)
{
    while (token_is(*expression, "("))
        expression++;
    g_autofree char *name = token_name(*expression);
    if (g_strcmp0(name, column) != 0)
        return false;
    expression++;
    while (token_is(*expression, ")"))
        expression++;
    return expression->kind == TOKEN_END;
}

/* Types that other types become only by writing each row anew, whatever those are. */
static const char ALWAYS[] =
    " bigint bool boolean bpchar bytea char character date double float4 float8 int int2 int4 int8"
    " integer json jsonb money real smallint time timestamp timestamptz timetz uuid ";

RetypeCost
retype_cost(const Site *site)
{
    Arena *arena = site->section->arena;
    const Token *rest = site->operation->rest, *at = rest;
    const Token *expression = tokens_find(rest, "using");
    if (expression != NULL)
        return is_only_column(expression, site->operation->part) ? RETYPE_FREE : RETYPE_REWRITES;
    if (site->section->generated) /* it writes USING for each that is not free */
        return RETYPE_FREE;
    ObjectName type = {NULL, NULL};
    tokens_name(arena, &at, &type);
    for (const Token *token = at; token->kind != TOKEN_END; token++)
        if (token_is(*token, "[") || token_is(*token, "array"))
            return RETYPE_REWRITES;
    if (type.name == NULL)
        return RETYPE_UNCLEAR;
    const bool varying = token_is(*at, "varying");
    if (is_listed(ALWAYS, type.name) && !varying)
        return RETYPE_REWRITES;
    return RETYPE_UNCLEAR; /* text, varchar, numeric, ... are free from some */
}
