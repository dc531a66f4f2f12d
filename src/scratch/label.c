#include "scratch/label.h"

#include "sql/format.h"
#include "sql/lex.h"

typedef struct {
    char *provider, *label; /* label NULL: it is taken away */
    char *object;           /* "TABLE t", as SQL */
} Label;

static void
label_clear(Label *label)
{
    g_free(label->provider);
    g_free(label->label);
    g_free(label->object);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Label, label_clear)

static bool
skip(const char **cursor, const char *word)
{
    return token_is(lex_next_solid(cursor), word);
}

static char *
read_provider(const char **cursor)
{
    Token token = lex_next_solid(cursor);
    char *name = token_name(token);
    return name != NULL ? name : token_string(token);
}

/* The object's name ends where the last IS stands. */
static bool
read_object(const char *cursor, Label *out)
{
    const char *start = cursor, *end = NULL, *behind = NULL;
    for (const char *at = cursor; *at != '\0'; at = cursor) {
        Token token = lex_next(&cursor);
        if (!token_is(token, "is"))
            continue;
        end = at;
        behind = cursor;
    }
    if (end == NULL)
        return false;
    out->object = g_strndup(start, (gsize)(end - start));
    out->label = token_string(lex_next_solid(&behind));
    return true;
}

static bool
label_parse(const char *sql, Label *out)
{
    const char *cursor = sql;
    if (!skip(&cursor, "security") || !skip(&cursor, "label") || !skip(&cursor, "for"))
        return false;
    out->provider = read_provider(&cursor);
    return out->provider != NULL && skip(&cursor, "on") && read_object(cursor, out);
}

/* COMMENT ON takes whatever SECURITY LABEL does, and finds it by the same names: its row says which object is meant.
 * There is none for databases, roles and tablespaces. A subscription's labels stand in the catalog of theirs. */
static const char FIND[] =
    "DECLARE class oid; object oid; sub int; "
    "BEGIN "
    "BEGIN "
    "COMMENT ON %s IS 'pleat: the object of a security label'; "
    "SELECT d.classoid, d.objoid, d.objsubid INTO class, object, sub FROM pg_catalog.pg_description d "
    "WHERE d.description OPERATOR(pg_catalog.=) 'pleat: the object of a security label'; "
    "RAISE EXCEPTION USING ERRCODE = 'PLEAT'; "
    "EXCEPTION WHEN SQLSTATE 'PLEAT' THEN NULL; " /* takes the comment back */
    "END; ";

static const char REMOVE[] = "DELETE FROM pg_catalog.pg_seclabel l WHERE l.classoid OPERATOR(pg_catalog.=) class "
                             "AND l.objoid OPERATOR(pg_catalog.=) object AND l.objsubid OPERATOR(pg_catalog.=) sub "
                             "AND l.provider OPERATOR(pg_catalog.=) %L; "
                             "DELETE FROM pg_catalog.pg_shseclabel l WHERE l.classoid OPERATOR(pg_catalog.=) class "
                             "AND l.objoid OPERATOR(pg_catalog.=) object AND l.provider OPERATOR(pg_catalog.=) %L; ";

static const char ADD[] = "IF class OPERATOR(pg_catalog.=) 'pg_catalog.pg_subscription'::pg_catalog.regclass THEN "
                          "INSERT INTO pg_catalog.pg_shseclabel (classoid, objoid, provider, label) "
                          "VALUES (class, object, %L, %L); "
                          "ELSIF class IS NOT NULL THEN "
                          "INSERT INTO pg_catalog.pg_seclabel (classoid, objoid, objsubid, provider, label) "
                          "VALUES (class, object, sub, %L, %L); "
                          "END IF; ";

char *
label_stand_in(const char *sql)
{
    g_auto(Label) label = {NULL, NULL, NULL};
    if (!label_parse(sql, &label))
        return NULL;
    g_autoptr(GString) body = g_string_new(NULL);
    sql_append(body, FIND, label.object);
    sql_append(body, REMOVE, label.provider, label.provider);
    if (label.label != NULL)
        sql_append(body, ADD, label.provider, label.label, label.provider, label.label);
    g_string_append(body, "END");
    GString *out = g_string_new(NULL);
    sql_append(out, "DO LANGUAGE plpgsql %L", body->str);
    return g_string_free(out, FALSE);
}

char *
scratch_statement(const char *sql)
{
    char *stand_in = label_stand_in(sql);
    return stand_in != NULL ? stand_in : g_strdup(sql);
}
