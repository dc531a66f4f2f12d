/* CREATE SERVER. Its type and its wrapper cannot be altered. */
#include "kinds/embedded.h"
#include "kinds/shared.h"

enum { TYPE, VERSION, WRAPPER, OPTIONS };

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << TYPE | 1ull << WRAPPER))
        return false;
    if (changed & (1ull << VERSION))
        emit_attribute(actions, old_node, new_node, VERSION);
    if (changed & (1ull << OPTIONS))
        emit_foreign_options(actions, old_node, new_node, OPTIONS, "ALTER SERVER {name}");
    return true;
}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_TEXT, .doc = "a text for its wrapper"},
    [VERSION] = {.key = "version",
                 .type = VALUE_TEXT,
                 .doc = "a text for its wrapper",
                 .alter = "ALTER SERVER {name} VERSION {value}",
                 .reset = "ALTER SERVER {name} VERSION NULL"},
    [WRAPPER] = {.key = "wrapper", .type = VALUE_NAME, .flags = ATTR_REQUIRED, .doc = "its foreign data wrapper"},
    [OPTIONS] = {.key = "options", .type = VALUE_FOREIGN_OPTIONS, .doc = "host, port, dbname, ..."},
};

const Kind kind_server = {
    .name = "server",
    .title = "server",
    .plural = "servers",
    .space = SPACE_DATABASE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf =
        "[type?TYPE {type} ][version?VERSION {version} ]FOREIGN DATA WRAPPER {wrapper}[options? OPTIONS ({options})]",
    .create = "CREATE SERVER {name} {leaf}",
    .drop = "DROP SERVER {name}",
    .rename = "ALTER SERVER {name} RENAME TO {new}",
    .identify = "SERVER {name}",
    .grant_on = "FOREIGN SERVER {name}",
    .owner = "SERVER {name}",
    .alter = alter,
    .catalog = "pg_foreign_server",
    .query = server_sql,
};
