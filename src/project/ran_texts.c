#include "project/ran_texts.h"

#include "sql/lex.h"
#include <string.h>

static bool
has_any(const Revision *revision, const char *const *words)
{
    if (revision->text == NULL)
        return true;
    for (; *words != NULL; words++)
        if (strcasestr(g_bytes_get_data(revision->text, NULL), *words) != NULL)
            return true;
    return false;
}

/* The first schema of SET [LOCAL] search_path = ...: g_free. NULL: it is another statement. */
static char *
path_set_by(const char *sql)
{
    const char *cursor = sql;
    if (!token_is(lex_next_solid(&cursor), "set"))
        return NULL;
    Token word = lex_next_solid(&cursor);
    if (token_is(word, "local"))
        word = lex_next_solid(&cursor);
    lex_next_solid(&cursor); /* "=", or TO */
    return token_is(word, "search_path") ? token_name(lex_next_solid(&cursor)) : NULL;
}

typedef struct {
    const char *sql;
    char *path_schema;
} Ran;

static void
ran_clear(void *data)
{
    g_free(((Ran *)data)->path_schema);
}

/* All of its statements, in their order: array of Ran. */
static GArray *
statements_of(const Revision *revision)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Ran));
    g_array_set_clear_func(all, ran_clear);
    for (Step **step = revision->upgrade; *step != NULL; step++) {
        g_autofree char *schema = NULL;
        if ((*step)->kind != STEP_TRANSACTION && (*step)->kind != STEP_STATEMENT)
            continue;
        for (char **sql = (*step)->statements; *sql != NULL; sql++) {
            char *set = path_set_by(*sql);
            if (set != NULL) {
                g_free(schema);
                schema = set;
                continue;
            }
            const Ran ran = {*sql, g_strdup(schema)};
            g_array_append_val(all, ran);
        }
    }
    return all;
}

void
ran_texts_visit(const Graph *graph, const char *const *words, RanTextFn *visit, void *data)
{
    const GPtrArray *all = graph_all(graph);
    for (guint i = all->len; i-- > 0;) {
        Revision *revision = all->pdata[i];
        if (!has_any(revision, words) || !revision_load(revision, NULL))
            continue;
        g_autoptr(GArray) statements = statements_of(revision);
        for (guint k = statements->len; k-- > 0;) {
            const Ran *ran = &g_array_index(statements, Ran, k);
            const RanText text = {revision, i + 1, ran->sql, ran->path_schema};
            if (visit(&text, data))
                return;
        }
    }
}
