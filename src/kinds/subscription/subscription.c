/*
 * CREATE SUBSCRIPTION, as pg_dump makes it: without connecting to the publisher, which the scratch server must never
 * do, and disabled. Whether it is enabled is what whoever runs the replication says, and no part of the schema
 * (docs/decisions/0043). What PostgreSQL tells the publisher to change is not changed here.
 */
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

enum {
    CONNECTION,
    PUBLICATIONS,
    SLOT_NAME,
    SYNCHRONOUS_COMMIT,
    BINARY,
    STREAMING,
    TWO_PHASE,
    DISABLE_ON_ERROR,
    PASSWORD_REQUIRED,
    RUN_AS_OWNER,
    ORIGIN,
    FAILOVER,
    WITHHELD,
};

static const char *const open_options[] = {"host",
                                           "hostaddr",
                                           "port",
                                           "dbname",
                                           "user",
                                           "passfile",
                                           "service",
                                           "application_name",
                                           "fallback_application_name",
                                           "options",
                                           "client_encoding",
                                           "connect_timeout",
                                           "keepalives",
                                           "keepalives_idle",
                                           "keepalives_interval",
                                           "keepalives_count",
                                           "tcp_user_timeout",
                                           "sslmode",
                                           "sslnegotiation",
                                           "sslcompression",
                                           "sslcert",
                                           "sslkey",
                                           "sslcertmode",
                                           "sslrootcert",
                                           "sslcrl",
                                           "sslcrldir",
                                           "sslsni",
                                           "ssl_min_protocol_version",
                                           "ssl_max_protocol_version",
                                           "requirepeer",
                                           "require_auth",
                                           "channel_binding",
                                           "gssencmode",
                                           "gssdelegation",
                                           "gsslib",
                                           "krbsrvname",
                                           "target_session_attrs",
                                           "load_balance_hosts",
                                           NULL};

#define SET "ALTER SUBSCRIPTION {name} SET "
#define APPLIES                                                                                                        \
    {                                                                                                                  \
        PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, NULL                                                                   \
    }
#define ASKS_THE_PUBLISHER "PostgreSQL connects to the publisher to change it"

static const Attr attrs[] = {
    [CONNECTION] = {.key = "connection",
                    .type = VALUE_FOREIGN_OPTIONS,
                    .flags = ATTR_LOOSE | ATTR_KEPT_ORDER,
                    .only = open_options,
                    .only_hint =
                        "secrets are in no declaration: use a passfile, or set the whole connection with ALTER "
                        "SUBSCRIPTION on each database and declare none",
                    .doc = "where the publisher is: host, port, dbname, user, ...; no secrets. Where nothing is said, "
                           "any"},
    [PUBLICATIONS] = {.key = "publications",
                      .type = VALUE_NAMES,
                      .flags = ATTR_REQUIRED,
                      .doc = "what it gets, by the publisher's names",
                      .alter = "ALTER SUBSCRIPTION {name} SET PUBLICATION {value} WITH (refresh = false)",
                      .set_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "it gets other changes"}},
    [SLOT_NAME] = {.key = "slot_name",
                   .type = VALUE_TEXT,
                   .doc = "its slot on the publisher, or none; its own name where nothing is said",
                   .alter = SET "(slot_name = {value})",
                   .reset = SET "(slot_name = {name})",
                   .set_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC,
                                  "the publisher must have a slot of that name"}},
    [SYNCHRONOUS_COMMIT] = {.key = "synchronous_commit",
                            .type = VALUE_TEXT,
                            .doc = "that of its workers; off where nothing is said",
                            .alter = SET "(synchronous_commit = {value})",
                            .reset = SET "(synchronous_commit = off)",
                            .set_effect = APPLIES},
    [BINARY] = {.key = "binary",
                .type = VALUE_BOOL,
                .since = 14,
                .doc = "values are sent in binary form",
                .alter = SET "(binary = true)",
                .reset = SET "(binary = false)",
                .set_effect = APPLIES},
    [STREAMING] = {.key = "streaming",
                   .type = VALUE_TEXT,
                   .since = 14,
                   .doc = "\"on\", \"off\" or parallel (16): big transactions are sent while they run; PostgreSQL's "
                          "own choice where nothing is said",
                   .set_effect = APPLIES},
    [TWO_PHASE] = {.key = "two_phase",
                   .type = VALUE_BOOL,
                   .since = 15,
                   .doc = "prepared transactions are sent as such",
                   .fixed = ASKS_THE_PUBLISHER},
    [DISABLE_ON_ERROR] = {.key = "disable_on_error",
                          .type = VALUE_BOOL,
                          .since = 15,
                          .doc = "an error disables it",
                          .alter = SET "(disable_on_error = true)",
                          .reset = SET "(disable_on_error = false)",
                          .set_effect = APPLIES},
    [PASSWORD_REQUIRED] = {.key = "password_required",
                           .type = VALUE_SQL,
                           .since = 16,
                           .doc = "false: an owner who is no superuser needs no password",
                           .alter = SET "(password_required = {value})",
                           .reset = SET "(password_required = true)",
                           .set_effect = APPLIES},
    [RUN_AS_OWNER] = {.key = "run_as_owner",
                      .type = VALUE_BOOL,
                      .since = 16,
                      .doc = "changes are made as its owner, not as the tables'",
                      .alter = SET "(run_as_owner = true)",
                      .reset = SET "(run_as_owner = false)",
                      .set_effect = APPLIES},
    [ORIGIN] = {.key = "origin",
                .type = VALUE_TEXT,
                .since = 16,
                .doc = "none: only what the publisher did not get from elsewhere",
                .alter = SET "(origin = {value})",
                .reset = SET "(origin = any)",
                .set_effect = APPLIES},
    [FAILOVER] = {.key = "failover",
                  .type = VALUE_BOOL,
                  .since = 17,
                  .doc = "its slot is kept on the publisher's standbys",
                  .fixed = ASKS_THE_PUBLISHER},
    [WITHHELD] = {.key = "withheld",
                  .type = VALUE_BOOL,
                  .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                  .doc = "its connection has options that are not read"},
};

/* Connection --------------------------------------------------------------------------------------------------- */

/* Options as libpq reads them (manual, "Keyword/Value Connection Strings"): host=db dbname='a b'. */
static void
append_connection(GString *sql, const char *options)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **option = split_list(arena, options == NULL ? "" : options); *option != NULL; option++) {
        const char *cursor = *option;
        g_autofree char *key = token_name(lex_next_solid(&cursor));
        g_autofree char *value = token_string(lex_next_solid(&cursor));
        const char *quote = value[0] == '\0' || strpbrk(value, " \t\r\n\f\v'\\") != NULL ? "'" : "";
        g_string_append_printf(text, "%s%s=%s", text->len > 0 ? " " : "", key, quote);
        for (const char *at = value; *at != '\0'; at++) {
            if (*at == '\'' || *at == '\\')
                g_string_append_c(text, '\\');
            g_string_append_c(text, *at);
        }
        g_string_append(text, quote);
    }
    sql_append_literal(sql, text->str);
}

static char *
connection_sql(Actions *actions, const Node *node)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    template_append(sql, "ALTER SUBSCRIPTION {name} CONNECTION ", node, NULL);
    append_connection(sql, node->values[CONNECTION]);
    return arena_strdup(actions->arena, sql->str);
}

static void
change_connection(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "its changes come from there"};
    Action *action =
        action_add(actions, old_node, new_node, effect, emit_verb(actions, "change connection of", new_node));
    action->alters = true;
    action_up(actions, action, connection_sql(actions, new_node));
    action_down(actions, action, connection_sql(actions, old_node));
    if (old_node->values[WITHHELD] != NULL)
        action->loss = arena_printf(actions->arena,
                                    "the options of the connection of subscription %s that are not read, its password: "
                                    "ALTER SUBSCRIPTION ... CONNECTION must give all of them",
                                    node_address(new_node));
}

/* Creating and dropping ---------------------------------------------------------------------------------------- */

static void
define(const Node *node, GString *sql)
{
    static const char *const OPTIONS[] = {
        [SLOT_NAME] = "slot_name = {slot_name}",
        [SYNCHRONOUS_COMMIT] = "synchronous_commit = {synchronous_commit}",
        [BINARY] = "binary = true",
        [STREAMING] = "streaming = {streaming}",
        [TWO_PHASE] = "two_phase = true",
        [DISABLE_ON_ERROR] = "disable_on_error = true",
        [PASSWORD_REQUIRED] = "password_required = {password_required}",
        [RUN_AS_OWNER] = "run_as_owner = true",
        [ORIGIN] = "origin = {origin}",
        [FAILOVER] = "failover = true",
    };
    template_append(sql, "CREATE SUBSCRIPTION {name} CONNECTION ", node, NULL);
    append_connection(sql, node->values[CONNECTION]);
    template_append(sql, " PUBLICATION {publications} WITH (connect = false", node, NULL);
    for (size_t i = SLOT_NAME; i < G_N_ELEMENTS(OPTIONS); i++)
        if (node->values[i] != NULL) {
            g_string_append(sql, ", ");
            template_append(sql, OPTIONS[i], node, NULL);
        }
    g_string_append_c(sql, ')');
}

/* DROP connects to drop the slot, unless the subscription has none. */
static void
let_go_of_slot(Actions *actions, GArray *list, const Node *node)
{
    static const char *const STEPS[] = {SET "(slot_name = NONE)", "ALTER SUBSCRIPTION {name} DISABLE"};
    for (size_t i = 0; i < G_N_ELEMENTS(STEPS); i++) {
        ActionSql step = {.sql = template_sql(actions->arena, STEPS[i], node, NULL)};
        g_array_prepend_val(list, step);
    }
}

static const char *
slot_of(const Node *node)
{
    return node->values[SLOT_NAME] != NULL ? node->values[SLOT_NAME] : node->name;
}

static bool
has_slot(const Node *node)
{
    return strcmp(slot_of(node), "none") != 0;
}

static bool
create_actions(const Node *node, Actions *actions)
{
    Action *action = emit_create(actions, node, create_effect(node->kind));
    let_go_of_slot(actions, action->down, node);
    action->afterwards = arena_printf(
        actions->arena,
        "subscription %s is made without a connection and disabled: %s%smake slot \"%s\" on the publisher, then ALTER "
        "SUBSCRIPTION ... ENABLE and ... REFRESH PUBLICATION",
        node_address(node), node->values[CONNECTION] == NULL ? "give its CONNECTION, " : "",
        has_slot(node) ? "" : "set its slot_name, ", has_slot(node) ? slot_of(node) : node->name);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    let_go_of_slot(actions, action->up, node);
    if (has_slot(node))
        action->afterwards =
            arena_printf(actions->arena,
                         "drop slot \"%s\" of subscription %s on the publisher, which keeps its WAL for it until then",
                         slot_of(node), node_address(node));
    action->loss = arena_printf(actions->arena, "how far subscription %s has come%s", node_address(node),
                                node->values[WITHHELD] != NULL ? ", and its password" : "");
    return true;
}

/* Altering ----------------------------------------------------------------------------------------------------- */

static const char *
streaming_sql(Actions *actions, const Node *node)
{
    const char *standard = actions->new_schema->major >= 18 ? "parallel" : "off";
    const char *value = node->values[STREAMING] != NULL ? node->values[STREAMING] : standard;
    const TemplateToken more[] = {{"value", sql_printf(actions->arena, "%L", value)}, {NULL, NULL}};
    return template_sql(actions->arena, SET "(streaming = {value})", node, more);
}

static void
change_streaming(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = APPLIES;
    Action *action = action_add(actions, old_node, new_node, effect, "change streaming");
    action->alters = true;
    action_up(actions, action, streaming_sql(actions, new_node));
    action_down(actions, action, streaming_sql(actions, old_node));
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << TWO_PHASE | 1ull << FAILOVER))
        return false;
    for (int attr = CONNECTION; attr < WITHHELD; attr++) {
        if ((changed & (1ull << attr)) == 0)
            continue;
        if (attr == CONNECTION) {
            change_connection(actions, old_node, new_node);
        } else if (attr == STREAMING) {
            change_streaming(actions, old_node, new_node);
        } else {
            Action *action = emit_attribute(actions, old_node, new_node, attr);
            if (attr == PUBLICATIONS)
                action->afterwards = arena_printf(
                    actions->arena, "ALTER SUBSCRIPTION %s REFRESH PUBLICATION, which connects to the publisher",
                    node_address(new_node));
        }
    }
    return true;
}

/* PostgreSQL drops no database that has one. */
static const char RELEASE[] =
    "DO $release$ DECLARE s text; BEGIN FOR s IN SELECT quote_ident(subname) FROM pg_catalog.pg_subscription"
    " JOIN pg_catalog.pg_database d ON d.oid = subdbid WHERE d.datname = pg_catalog.current_database() LOOP"
    " EXECUTE 'ALTER SUBSCRIPTION ' || s || ' DISABLE'; EXECUTE 'ALTER SUBSCRIPTION ' || s || ' SET (slot_name = "
    "NONE)';"
    " EXECUTE 'DROP SUBSCRIPTION ' || s; END LOOP; END $release$";

const Kind kind_subscription = {
    .name = "subscription",
    .title = "subscription",
    .plural = "subscriptions",
    .space = SPACE_DATABASE,
    .superusers = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .define = define,
    .drop = "DROP SUBSCRIPTION {name}",
    .rename = "ALTER SUBSCRIPTION {name} RENAME TO {new}",
    .identify = "SUBSCRIPTION {name}",
    .owner = "SUBSCRIPTION {name}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, COST_DATA_LOSS, "the old application may need what it brings"},
    .rename_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .alter = alter,
    .release = RELEASE,
    .catalog = "pg_subscription",
    .query = subscription_sql,
};
