#include "project/recover.h"

#include "history/words.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

typedef struct {
    Schema *schema;
    GPtrArray *wanted; /* of Node: old nodes whose text was not found yet */
    int count;
} Recovery;

/* What stands behind "CREATE [OR REPLACE] <words>": the object's own name, NULL when it is another kind of statement.
 */
static char *
created_name(const char *sql, const char *words)
{
    const char *cursor = sql;
    if (!token_is(lex_next_solid(&cursor), "create"))
        return NULL;
    const char *ahead = cursor;
    if (token_is(lex_next_solid(&ahead), "or")) {
        lex_next_solid(&ahead);
        cursor = ahead;
    }
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    for (char **part = parts; *part != NULL; part++)
        if (!token_is(lex_next_solid(&cursor), *part))
            return NULL;
    char *name = token_name(lex_next_solid(&cursor));
    for (ahead = cursor; token_is(lex_next_solid(&ahead), "."); ahead = cursor) {
        cursor = ahead;
        g_free(name);
        name = token_name(lex_next_solid(&cursor));
    }
    return name;
}

bool
statement_has_body(const char *sql, const char *body)
{
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *text = token_string(token);
        if (text != NULL && strcmp(text, body) == 0)
            return true;
    }
    return false;
}

static bool
is_version_of(const Node *node, const char *sql)
{
    g_autofree char *name = created_name(sql, node->kind->statement);
    if (g_strcmp0(name, node->name) != 0)
        return false;
    int body = kind_attr(node->kind, "body");
    return body < 0 || node->values[body] == NULL || statement_has_body(sql, node->values[body]);
}

static char *
origin(Schema *schema, const FileVersion *version)
{
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(version->date);
    g_autofree char *day = date == NULL ? g_strdup("?") : g_date_time_format(date, "%Y-%m-%d");
    return arena_printf(schema->arena, "%s, blob %.7s, commit %.7s (%s)", version->path, version->blob, version->commit,
                        day);
}

/* Unqualified names mean the node's own schema, as where the file was read. */
static bool
match(const FileVersion *version, GBytes *content, void *data)
{
    Recovery *recovery = data;
    const char *text = g_bytes_get_data(content, NULL);
    g_autoptr(GArray) statements = split_statements(text);
    for (guint i = 0; i < statements->len; i++) {
        const Statement *statement = &g_array_index(statements, Statement, i);
        g_autofree char *sql = g_strndup(text + statement->start, statement->length);
        for (guint k = 0; k < recovery->wanted->len; k++) {
            Node *node = recovery->wanted->pdata[k];
            if (!is_version_of(node, sql))
                continue;
            node->text = arena_strdup(recovery->schema->arena, sql);
            node->path_schema = node->schema;
            node->origin = origin(recovery->schema, version);
            recovery->count++;
            g_ptr_array_remove_index(recovery->wanted, k);
            break;
        }
    }
    return recovery->wanted->len == 0;
}

static void
add_wanted(Recovery *recovery, Node *root)
{
    if (root == NULL || root->kind->folder == NULL || root->text != NULL)
        return;
    g_ptr_array_add(recovery->wanted, root);
    root->origin = "the database: git has no version with this body";
}

/* Their names, by which they are found in a content; NULL where one is no single word. NULL-terminated: g_free. */
static const char **
names_of(const GPtrArray *wanted)
{
    const char **words = g_new0(const char *, wanted->len + 1);
    for (guint i = 0; i < wanted->len; i++) {
        words[i] = ((const Node *)wanted->pdata[i])->name;
        if (words[i] == NULL || !word_is_plain(words[i])) {
            g_free(words);
            return NULL;
        }
    }
    return words;
}

bool
recover_texts(PleatSession *session, Schema *old_schema, GArray *deltas, int *count, GError **error)
{
    g_autoptr(GPtrArray) wanted = g_ptr_array_new();
    Recovery recovery = {old_schema, wanted, 0};
    History *history = NULL;
    *count = 0;
    for (guint i = 0; i < deltas->len; i++)
        add_wanted(&recovery, g_array_index(deltas, Delta, i).old_node);
    if (wanted->len == 0)
        return true;
    if (!session_history(session, &history, error))
        return false;
    g_autoptr(GPtrArray) folders = g_ptr_array_new();
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->folder != NULL &&
            !g_ptr_array_find_with_equal_func(folders, kinds_all[i]->folder, g_str_equal, NULL))
            g_ptr_array_add(folders, (gpointer)(guintptr)kinds_all[i]->folder);
    g_ptr_array_add(folders, NULL);
    const FileVersion *found = NULL;
    g_autofree const char **words = names_of(wanted);
    const HistorySearch search = {(const char *const *)folders->pdata, words, match, &recovery};
    if (history != NULL && !history_find(history, &search, &found, error))
        return false;
    *count = recovery.count;
    return true;
}

void
recover_forget(GArray *deltas)
{
    for (guint i = 0; i < deltas->len; i++) {
        Node *node = g_array_index(deltas, Delta, i).old_node;
        if (node == NULL || node->origin == NULL)
            continue;
        node->text = NULL;
        node->origin = "the database: what git has differs from it";
    }
}
