#include "scratch/realise.h"

#include "base/quit.h"
#include "catalog/catalog.h"
#include "exec/statement.h"
#include "model/privileges.h"
#include "model/template.h"
#include "model/unnamed.h"
#include "plan/names.h"
#include "plan/plan.h"
#include "scratch/label.h"
#include "scratch/surroundings.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/reach.h"
#include "sql/split.h"
#include <stdlib.h>
#include <string.h>

/* What declarations take for granted ----------------------------------------------------------------------------- */

static void
collect_tablespaces(Node *node, void *data)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_TABLESPACE) && node->values[i] != NULL)
            g_hash_table_add(data, g_strdup(node->values[i]));
}

/* Only superusers can be given these. */
static void
collect_superusers(Node *node, void *data)
{
    if (node->kind->superusers && node->facets[FACET_OWNER] != NULL)
        g_hash_table_add(data, g_strdup(node->facets[FACET_OWNER]));
}

static void
collect_roles(Node *node, void *data)
{
    GHashTable *roles = data;
    g_autoptr(Arena) arena = arena_new();
    if (node->kind->named_after_role && strcmp(node->name, "public") != 0)
        g_hash_table_add(roles, g_strdup(node->name));
    if (node->facets[FACET_OWNER] != NULL)
        g_hash_table_add(roles, g_strdup(node->facets[FACET_OWNER]));
    GrantParts parts;
    if (node->kind->grant_parts != NULL && privileges_parts(arena, node, &parts) && parts.role != NULL)
        g_hash_table_add(roles, g_strdup(parts.role));
    for (char **pair = privileges_split(arena, node->facets[FACET_PRIVILEGES]); *pair != NULL; pair += 2)
        if (strcmp(pair[0], "PUBLIC") != 0)
            g_hash_table_add(roles, g_strdup(pair[0]));
}

static bool
make_each(PGconn *connection, const Schema *schema, NodeVisit *collect,
          bool (*make)(PGconn *connection, const char *name, GError **error), GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    schema_visit(schema, collect, names);
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        if (!make(connection, name, error))
            return false;
    return true;
}

bool
realise_superusers(PGconn *connection, const Schema *schema, GError **error)
{
    return make_each(connection, schema, collect_superusers, superuser_make, error);
}

bool
realise_surroundings(PGconn *connection, const Schema *schema, GError **error)
{
    return make_each(connection, schema, collect_superusers, superuser_make, error) &&
           make_each(connection, schema, collect_roles, role_make, error) &&
           make_each(connection, schema, collect_tablespaces, tablespace_make, error);
}

/* Schemas that nothing declares but something stands in. */
static bool
make_schemas(PGconn *connection, const Schema *schema, GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (root->schema != NULL)
            g_hash_table_add(names, (gpointer)(guintptr)root->schema);
        int in_schema = kind_attr(root->kind, "in_schema"); /* an extension's */
        if (in_schema >= 0 && root->values[in_schema] != NULL && strcmp(root->values[in_schema], "pg_catalog") != 0)
            g_hash_table_add(names, (gpointer)(guintptr)root->values[in_schema]);
    }
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (root->kind->is_schema && strcmp(root->name, "public") != 0)
            g_hash_table_remove(names, root->name);
    }
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        if (!connection_run(connection, sql_printf(arena, "CREATE SCHEMA IF NOT EXISTS %I", name), error))
            return false;
    return true;
}

/* Creating ------------------------------------------------------------------------------------------------------- */

/* An heir without the default that it would come with has an action that only drops. */
static const Node *
subject(const Action *action)
{
    return action->new_node != NULL ? action->new_node : action->old_node;
}

/* All statements of an action as one message, which is one transaction. for_bodies: with names that pleat's own
 * statements do not need. */
static char *
action_text(const Action *action, bool for_bodies)
{
    g_autoptr(Arena) arena = arena_new();
    const char *path = for_bodies ? sql_search_path(arena, node_root(subject(action))->schema, NULL) : "pg_catalog";
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < action->up->len; i++) {
        const ActionSql *sql = &g_array_index(action->up, ActionSql, i);
        if (sql->search_path != NULL)
            sql_append(out, "SET search_path = %I, pg_catalog;\n", sql->search_path);
        else
            g_string_append_printf(out, "SET search_path = %s;\n", path);
        g_autofree char *statement = scratch_statement(sql->sql);
        g_string_append_printf(out, "%s;\n", statement);
    }
    return g_string_free(out, FALSE);
}

static bool
speaks_of_all(const Node *node)
{
    g_autoptr(Arena) arena = arena_new();
    for (char **pair = privileges_split(arena, node->facets[FACET_PRIVILEGES]); *pair != NULL; pair += 2)
        if (strcmp(pair[0], "PUBLIC") == 0)
            return true;
    return false;
}

/* "public" is there in every new database, with what initdb grants and says: the statement that would make it, which
 * comes first, makes it as any other schema would come. What initdb grants to all, another thing before 15, stays where
 * nothing is said of that. */
static void
take_as_new(Action *action)
{
    if (subject(action)->kind->is_schema && strcmp(subject(action)->name, "public") == 0)
        g_array_index(action->up, ActionSql, 0).sql =
            speaks_of_all(subject(action)) ? "REVOKE ALL ON SCHEMA public FROM PUBLIC; COMMENT ON SCHEMA public IS NULL"
                                           : "COMMENT ON SCHEMA public IS NULL";
}

/* The node whose text the server's error points at: the action's own, or a child inlined in it. */
static const Node *
node_at(const Action *action, const char *text, long position)
{
    const Node *root = subject(action);
    for (const Node *node = root; position > 0 && node != NULL; node = node_walk(root, node)) {
        if (node->leaf == NULL || node->leaf[0] == '\0' || node->place.file == NULL)
            continue;
        const char *at = strstr(text, node->leaf);
        for (; at != NULL; at = strstr(at + 1, node->leaf)) {
            long start = g_utf8_pointer_to_offset(text, at) + 1;
            if (position >= start && position <= start + g_utf8_strlen(node->leaf, -1))
                return node;
        }
    }
    return root;
}

/* What the server does not understand may be what a newer one does. */
static bool
is_misunderstood(const PGresult *result)
{
    static const char *const STATES[] = {"42601", "0A000", "22023"}; /* syntax, not supported, no such option */
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    for (size_t i = 0; i < G_N_ELEMENTS(STATES); i++)
        if (g_strcmp0(state, STATES[i]) == 0)
            return true;
    return false;
}

static void
add_problem(Problems *problems, const Action *action, const char *text, const PGresult *result, int major)
{
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT);
    const Node *node = node_at(action, text, position == NULL ? 0 : atol(position));
    Place place = action->place;
    for (const Node *up = node; up != NULL; up = up->parent)
        if (up->place.file != NULL) {
            place = up->place;
            break;
        }
    problems_add(problems, place, "%s %s%s: %s%s%s", node->kind->title, node->name == NULL ? "of " : "",
                 node_address(node->name == NULL && node->parent != NULL ? node->parent : node),
                 message == NULL ? PQresultErrorMessage(result) : message, detail == NULL ? "" : ": ",
                 detail == NULL ? "" : detail);
    if (hint != NULL)
        problems_hint(problems, "%s", hint);
    else if (is_misunderstood(result))
        problems_hint(problems, "the server is PostgreSQL %d", major);
}

/* A policy, say, names roles that no facet tells of: each is made when it is missed. So are tablespaces. */
static PGresult *
run_in_surroundings(PGconn *connection, const char *text)
{
    for (;;) {
        PGresult *result = statement_exec(connection, text);
        if (result == NULL || PQresultStatus(result) != PGRES_FATAL_ERROR ||
            !make_missing(connection, PQresultErrorField(result, PG_DIAG_SQLSTATE),
                          PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)))
            return result;
        PQclear(result);
    }
}

static bool
is_done(const PGresult *result)
{
    return PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
}

/* Where the fault is in a body that the statement runs, the server tells where it was (CONTEXT): such bodies may count
 * on the search_path of who calls them. *text: that of the last try. */
static PGresult *
run_action(PGconn *connection, const Action *action, char **text)
{
    *text = action_text(action, false);
    PGresult *result = run_in_surroundings(connection, *text);
    if (is_done(result) || PQresultErrorField(result, PG_DIAG_CONTEXT) == NULL)
        return result;
    PQclear(result);
    g_free(*text);
    *text = action_text(action, true);
    return run_in_surroundings(connection, *text);
}

/* One pass over the actions that are left; those that fail stay. problems NULL: failures are not reported yet. */
static bool
run_pass(PGconn *connection, GPtrArray *left, Problems *problems, GError **error)
{
    g_autoptr(GPtrArray) failed = g_ptr_array_new();
    for (guint i = 0; i < left->len; i++) {
        const Action *action = left->pdata[i];
        g_autofree char *text = NULL;
        g_autoptr(PGresult) result = run_action(connection, action, &text);
        if (!quit_check(error))
            return false;
        if (is_done(result))
            continue;
        if (PQstatus(connection) != CONNECTION_OK)
            return connection_fail(connection, result, error);
        if (problems != NULL)
            add_problem(problems, action, text, result, connection_major(connection));
        g_ptr_array_add(failed, left->pdata[i]);
    }
    g_ptr_array_set_size(left, 0);
    g_ptr_array_extend(left, failed, NULL, NULL);
    return true;
}

/* What is left is tried again as long as that helps. defaults: only default privileges, which must not reach what is
 * made here, or all else. */
static bool
make_all(PGconn *connection, const Plan *plan, bool defaults, Problems *problems, GError **error)
{
    g_autoptr(GPtrArray) left = g_ptr_array_new();
    for (guint i = 0; i < plan->actions->list->len; i++) {
        Action *action = plan->actions->list->pdata[i];
        if ((subject(action)->kind->grant_parts != NULL) != defaults)
            continue;
        take_as_new(action);
        if (action->up->len > 0)
            g_ptr_array_add(left, action);
    }
    for (guint before = left->len + 1; left->len > 0 && left->len < before;) {
        before = left->len;
        if (!run_pass(connection, left, NULL, error))
            return false;
    }
    return left->len == 0 || run_pass(connection, left, problems, error);
}

bool
realise_into(PGconn *connection, Schema *schema, const char *own_schema, Problems *problems, GError **error)
{
    if (!schema->has_edges)
        names_link(schema);
    if (!realise_surroundings(connection, schema, error) || !make_schemas(connection, schema, error) ||
        !connection_run(connection, "SET check_function_bodies = off", error))
        return false;
    g_autoptr(Plan) plan = plan_creation(schema, own_schema);
    return make_all(connection, plan, false, problems, error) && make_all(connection, plan, true, problems, error);
}

/* All names are whole, as the catalog writes them: a search_path changes nothing but for bodies that statements run. */
static bool
run_actions(PGconn *connection, const Plan *plan, GError **error)
{
    for (guint i = 0; i < plan->actions->list->len; i++) {
        Action *action = plan->actions->list->pdata[i];
        if (subject(action)->flags & NODE_UNMANAGED)
            continue;
        take_as_new(action);
        g_autofree char *text = action_text(action, true);
        if (!statement_run(connection, text, NULL, error))
            return fail_within(error, "%s %s", subject(action)->kind->title, node_address(subject(action)));
    }
    return true;
}

bool
realise_again(PGconn *connection, const Schema *realised, const char *own_schema, GError **error)
{
    g_autoptr(Plan) plan = plan_creation(realised, own_schema);
    if (!connection_run(connection, "BEGIN; SET LOCAL check_function_bodies = off", error))
        return false;
    if (run_actions(connection, plan, error) && statement_run(connection, "COMMIT", NULL, error))
        return true;
    if (PQstatus(connection) == CONNECTION_OK)
        connection_run(connection, "ROLLBACK", NULL);
    return false;
}

/* Files of SQL ---------------------------------------------------------------------------------------------------- */

static int
line_of(const char *text, size_t offset)
{
    int line, column;
    text_position(text, offset, &line, &column);
    return line;
}

/* psql's commands, up to the end of their lines, become blanks: places stay what they are. What a dump of a schema
 * holds of them only guards or talks. */
static bool
blank_commands(char *text, const char *file, GError **error)
{
    static const char *const HARMLESS[] = {"restrict", "unrestrict", "set", "echo", "timing", "encoding", "unset"};
    const char *cursor = text;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (*token.text != '\\')
            continue;
        char *command = text + (token.text - text);
        size_t length = strcspn(command, "\n");
        bool known = false;
        for (size_t i = 0; !known && i < G_N_ELEMENTS(HARMLESS); i++)
            known = g_str_has_prefix(command + 1, HARMLESS[i]);
        if (!known)
            return fail(error, PLEAT_ERROR_INPUT, "%s:%d: only SQL can be read, not %.*s", file,
                        line_of(text, (size_t)(command - text)), (int)MIN(length, 40), command);
        memset(command, ' ', length);
        cursor = command + length;
    }
    return true;
}

/* COPY ... FROM STDIN: rows would follow. */
static bool
reads_rows(const char *sql)
{
    const char *cursor = sql;
    bool from = false;
    Token token = lex_next_solid(&cursor);
    for (bool copies = token_is(token, "copy"); copies && token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        if (from && token_is(token, "stdin"))
            return true;
        from = token_is(token, "from");
    }
    return false;
}

bool
fail_reaching(GError **error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *place = g_strdup_vprintf(format, args);
    va_end(args);
    fail(error, PLEAT_ERROR_INPUT, "%s: it would reach the publisher from the scratch server", place);
    return fail_hint(
        error, "say WITH (connect = false) or WITH (refresh = false), SET (slot_name = NONE) before a DROP, and do "
               "by hand what must reach it");
}

bool
realise_sql(PGconn *connection, const char *file, const char *text, GError **error)
{
    g_autofree char *sql = g_strdup(text);
    if (!blank_commands(sql, file, error))
        return false;
    g_autoptr(GArray) statements = split_statements(sql);
    g_autoptr(GHashTable) let_go = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < statements->len; i++) {
        const Statement *statement = &g_array_index(statements, Statement, i);
        g_autofree char *one = g_strndup(sql + statement->start, statement->length);
        if (reads_rows(one)) {
            fail(error, PLEAT_ERROR_INPUT, "%s:%d: it holds rows, and only a schema is wanted", file,
                 line_of(sql, statement->start));
            return fail_hint(error, "make the file with pg_dump --schema-only");
        }
        if (statement_reaches_out(one, let_go))
            return fail_reaching(error, "%s:%d", file, line_of(sql, statement->start));
        g_autofree char *here = scratch_statement(one);
        g_autoptr(PGresult) result = run_in_surroundings(connection, here);
        ExecStatusType status = PQresultStatus(result);
        if (!quit_check(error))
            return false;
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            continue;
        connection_fail(connection, result, error);
        return fail_within(error, "%s:%d", file, line_of(sql, statement->start));
    }
    return true;
}

/* Attaching ------------------------------------------------------------------------------------------------------ */

typedef struct {
    GPtrArray *roots;  /* of Node: declared under one search path */
    GString *elements; /* of an array: what asks for their ids */
} Asked;

static void
free_asked(void *data)
{
    Asked *asked = data;
    g_ptr_array_unref(asked->roots);
    g_string_free(asked->elements, TRUE);
    g_free(asked);
}

/* Search path -> Asked. Of what is told apart by types, which are declared as their author spells them. */
static GHashTable *
collect_asked(Arena *arena, const Schema *declared)
{
    GHashTable *by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_asked);
    for (guint i = 0; i < declared->roots->len; i++) {
        Node *root = declared->roots->pdata[i];
        if (root->kind->find_id == NULL)
            continue;
        const char *path = root->path_schema != NULL ? root->path_schema : root->schema;
        path = path == NULL ? "public" : path;
        Asked *asked = g_hash_table_lookup(by_path, path);
        if (asked == NULL) {
            asked = g_new(Asked, 1);
            *asked = (Asked){g_ptr_array_new(), g_string_new(NULL)};
            g_hash_table_insert(by_path, (gpointer)(guintptr)path, asked);
        }
        g_ptr_array_add(asked->roots, root);
        g_string_append_printf(asked->elements, "%s(%s)::oid", asked->elements->len > 0 ? ", " : "",
                               root->kind->find_id(root, arena));
    }
    return by_path;
}

static void
attach_root(Node *node, const Node *declared)
{
    node->declared = declared;
    node->declared_key = declared->key;
    node->facets[FACET_OWNER] = declared->facets[FACET_OWNER];
}

/* The server says what is meant: one query a search path. */
static bool
attach_by_id(PGconn *connection, Schema *realised, Schema *declared, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < realised->roots->len; i++) {
        Node *root = realised->roots->pdata[i];
        if (root->kind->find_id != NULL)
            g_hash_table_insert(by_id, arena_printf(arena, "%s %u", root->kind->name, root->object_id), root);
    }
    g_autoptr(GHashTable) by_path = collect_asked(arena, declared);
    GHashTableIter iterator;
    gpointer path, value;
    g_hash_table_iter_init(&iterator, by_path);
    while (g_hash_table_iter_next(&iterator, &path, &value)) {
        const Asked *asked = value;
        const char *set = sql_printf(arena, "SET search_path = %I, public, pg_catalog;", path);
        const char *sql = arena_printf(arena, "%s SELECT unnest(ARRAY[%s])", set, asked->elements->str);
        g_autoptr(PGresult) result = PQexec(connection, sql);
        if (PQresultStatus(result) != PGRES_TUPLES_OK)
            return connection_fail(connection, result, error);
        for (guint i = 0; i < asked->roots->len; i++) {
            const Node *root = asked->roots->pdata[i];
            const char *id = PQgetvalue(result, (int)i, 0); /* empty where there is none */
            Node *node = g_hash_table_lookup(by_id, arena_printf(arena, "%s %s", root->kind->name, id));
            if (node != NULL)
                attach_root(node, root);
        }
    }
    return true;
}

static void
attach_node(Node *node, void *data)
{
    if (node->declared != NULL)
        return;
    const Node *match = schema_match(data, node);
    if (match == NULL)
        return;
    node->declared = match;
    node->declared_key = match->key;
    node->facets[FACET_OWNER] = match->facets[FACET_OWNER];
    node->flags |= match->flags & NODE_UNMANAGED;
}

bool
realise_attach(PGconn *connection, Schema *realised, Schema *declared, GError **error)
{
    schema_visit(realised, attach_node, declared);
    unnamed_attach(realised);
    return attach_by_id(connection, realised, declared, error);
}

/* What was declared, was made without a complaint, and is not there. */
static void
find_absent(const Schema *realised, const Schema *declared, Problems *problems)
{
    for (guint i = 0; i < declared->roots->len; i++) {
        const Node *root = declared->roots->pdata[i];
        if (root->kind->absent != NULL && (root->flags & NODE_UNMANAGED) == 0 && schema_match(realised, root) == NULL)
            problems_add(problems, root->place, "%s %s: %s", root->kind->title, node_address(root), root->kind->absent);
    }
}

bool
realise(Scratch *scratch, Schema *declared, const Scope *scope, const char *own_schema, Problems *problems,
        Schema **out, GError **error)
{
    g_autofree char *conninfo = NULL, *name = NULL;
    if (!scratch_database_new(scratch, NULL, &conninfo, &name, error))
        return false;
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(Schema) schema = NULL;
    bool ok = connection_open(conninfo, "pleat scratch", &connection, error) &&
              realise_into(connection, declared, own_schema, problems, error) &&
              (problems_errors(problems) > 0 || (catalog_reflect(connection, own_schema, &schema, error) &&
                                                 realise_attach(connection, schema, declared, error)));
    PQfinish(g_steal_pointer(&connection));
    if (!ok)
        return fail_within(error, "scratch");
    if (schema != NULL)
        find_absent(schema, declared, problems);
    if (!scratch_database_drop(scratch, name, error) || !problems_raise(problems, error))
        return false;
    scope_apply(scope, schema);
    *out = g_steal_pointer(&schema);
    return true;
}
