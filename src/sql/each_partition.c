#include "sql/each_partition.h"

#include "sql/format.h"
#include "sql/words.h"
#include <string.h>

static const char LEAF[] = "{partition}";

static bool
builds_index(const char *statement)
{
    const char *cursor = statement;
    return words_skip(&cursor, "create index") || words_skip(&cursor, "create unique index");
}

/* A partition that has such an index on its own needs no second one. Its definition ends as the catalog says it. */
static void
append_unless_there(GString *out, const char *statement)
{
    const char *behind = strstr(statement, LEAF), *cursor = statement;
    if (behind == NULL || !builds_index(statement))
        return;
    behind += strlen(LEAF);
    bool unique = words_skip(&cursor, "create unique");
    const char *named = behind + strspn(behind, " ");
    g_autofree char *tail = g_strconcat(words_skip(&named, "using") ? "" : " USING btree", behind, NULL);
    sql_append(out,
               "\nAND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid\n"
               "WHERE i.indrelid = c.oid AND i.indisvalid AND %si.indisunique AND NOT x.relispartition\n"
               "AND right(pg_get_indexdef(x.oid), length(%L)) = %L)",
               unique ? "" : "NOT ", tail, tail);
}

static void
append_where(GString *out, const char *statement, const char *table)
{
    sql_append(out,
               "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace\n"
               "WHERE (c.oid IN (SELECT relid FROM pg_partition_tree(%L) WHERE isleaf)\n"
               "OR (c.oid = %L::regclass AND c.relkind NOT IN ('p', 'I')))%s",
               table, table, builds_index(statement) ? " AND c.relkind <> 'f'" : "");
}

static const char ORDER[] = "\nORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"";

void
each_partition_append_from(GString *out, const char *statement, const char *table)
{
    append_where(out, statement, table);
    g_string_append(out, ORDER);
}

void
each_partition_append_statements(GString *out, const char *statement, const char *table)
{
    sql_append(out, "SELECT replace(%L, '{partition}', format('%%I.%%I', n.nspname, c.relname))\n", statement);
    append_where(out, statement, table);
    append_unless_there(out, statement);
    g_string_append(out, ORDER);
}

void
each_partition_append_script(GString *out, const char *statement, const char *table)
{
    each_partition_append_statements(out, statement, table);
    g_string_append(out, " \\gexec\n");
}

const char *
each_partition_table(const char *directive)
{
    static const char words[] = "each partition of ";
    return directive != NULL && g_str_has_prefix(directive, words) ? directive + strlen(words) : NULL;
}
