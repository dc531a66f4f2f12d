#include "scratch/body_routines.h"

#include "scratch/embedded_scratch.h"
#include "sql/format.h"
#include <string.h>

/* Routines -------------------------------------------------------------------------------------------------------- */

static const char *
text_of(Arena *arena, const PGresult *result, int row, const char *column)
{
    const int number = PQfnumber(result, column);
    return PQgetisnull(result, row, number) ? NULL : arena_strdup(arena, PQgetvalue(result, row, number));
}

static char **
list_of(Arena *arena, const PGresult *result, int row, const char *column)
{
    const char *text = text_of(arena, result, row, column);
    g_auto(GStrv) items = g_strsplit(text == NULL ? "" : text, "\x01", -1);
    char **list = arena_new_array(arena, char *, g_strv_length(items) + 1);
    for (guint i = 0; items[i] != NULL; i++)
        list[i] = arena_strdup(arena, items[i]);
    return list;
}

static Routine *
routine_of(Arena *arena, char *const *schemas, const PGresult *result, int row)
{
    Routine *routine = arena_new_one(arena, Routine);
    *routine = (Routine){
        .schema = text_of(arena, result, row, "schema"),
        .name = text_of(arena, result, row, "name"),
        .signature = text_of(arena, result, row, "signature"),
        .kind = text_of(arena, result, row, "kind"),
        .language = text_of(arena, result, row, "language"),
        .body = text_of(arena, result, row, "body"),
        .definition = text_of(arena, result, row, "definition"),
        .returns = text_of(arena, result, row, "returns"),
        .path = text_of(arena, result, row, "path"),
        .is_polymorphic = strcmp(text_of(arena, result, row, "is_polymorphic"), "t") == 0,
        .arguments = list_of(arena, result, row, "arguments"),
        .relations = list_of(arena, result, row, "relations"),
    };
    routine->has_path = routine->path != NULL;
    if (!routine->has_path)
        routine->path = sql_search_path(arena, routine->schema, (const char *const *)schemas);
    return routine;
}

bool
body_routines_read(PGconn *connection, Arena *arena, const char *names, char *const *schemas, GPtrArray *routines,
                   GError **error)
{
    const char *list[] = {names};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, routines_sql, 1, list, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        g_ptr_array_add(routines, routine_of(arena, schemas, result, row));
    return true;
}

/* What a body can see ---------------------------------------------------------------------------------------------- */

static void
add_variable(GArray *list, const char *name, const char *type)
{
    const PlVariable variable = {.name = name, .type = type};
    g_array_append_val(list, variable);
}

bool
body_is_of_trigger(const Routine *routine)
{
    return strcmp(routine->returns, "trigger") == 0;
}

/* NEW and OLD are rows of the table (manual, "Trigger Functions"). relation NULL: it is not known which. */
static void
add_of_trigger(GArray *list, const char *relation)
{
    static const char *const TEXTS[] = {"tg_when", "tg_level", "tg_op", "tg_event", "tg_tag"};
    static const char *const NAMES[] = {"tg_name", "tg_relname", "tg_table_name", "tg_table_schema"};
    add_variable(list, "new", relation);
    add_variable(list, "old", relation);
    for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++)
        add_variable(list, TEXTS[i], "text");
    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++)
        add_variable(list, NAMES[i], "name");
    add_variable(list, "tg_relid", "oid");
    add_variable(list, "tg_nargs", "integer");
    add_variable(list, "tg_argv", "text[]");
}

GArray *
body_variables(Arena *arena, const Routine *routine, const char *relation)
{
    GArray *list = g_array_new(TRUE, TRUE, sizeof(PlVariable));
    for (guint i = 0; routine->arguments[i] != NULL; i++) {
        const char *split = strchr(routine->arguments[i], '\x02');
        const size_t length = (size_t)(split - routine->arguments[i]);
        add_variable(list,
                     length == 0 ? plpgsql_argument(arena, i + 1) : arena_strndup(arena, routine->arguments[i], length),
                     strcmp(split + 1, "record") == 0 ? NULL : split + 1);
    }
    if (body_is_of_trigger(routine) || strcmp(routine->returns, "event_trigger") == 0)
        add_of_trigger(list, relation);
    return list;
}
