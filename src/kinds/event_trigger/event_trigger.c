/* CREATE EVENT TRIGGER. It fires on what pleat itself does, from its creation on. Made anew on every change. */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { EVENT, TAGS, FUNCTION, ENABLED };

#define AT_ONCE                                                                                                        \
    {                                                                                                                  \
        PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "it fires on everybody's commands, pleat's too"                        \
    }

static const Attr attrs[] = {
    [EVENT] = {.key = "event",
               .type = VALUE_SQL,
               .flags = ATTR_REQUIRED,
               .doc = "ddl_command_start, ddl_command_end, sql_drop, table_rewrite or login (17)",
               .set_effect = AT_ONCE},
    [TAGS] = {.key = "tags", .type = VALUE_LABELS, .doc = "the commands that it fires on", .set_effect = AT_ONCE},
    [FUNCTION] = {.key = "function",
                  .type = VALUE_SQL,
                  .flags = ATTR_REQUIRED,
                  .doc = "the function that it calls, without parentheses",
                  .set_effect = AT_ONCE},
    [ENABLED] = {.key = "enabled",
                 .type = VALUE_SQL,
                 .flags = ATTR_AFTER,
                 .doc = "disable, enable replica or enable always",
                 .alter = "ALTER EVENT TRIGGER {name} {value}",
                 .reset = "ALTER EVENT TRIGGER {name} ENABLE",
                 .set_effect = AT_ONCE},
};

const Kind kind_event_trigger = {
    .name = "event_trigger",
    .title = "event trigger",
    .plural = "event_triggers",
    .space = SPACE_DATABASE,
    .superusers = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "ON {event}[tags? WHEN TAG IN ({tags})] EXECUTE FUNCTION {function}()",
    .create = "CREATE EVENT TRIGGER {name} {leaf}",
    .drop = "DROP EVENT TRIGGER {name}",
    .rename = "ALTER EVENT TRIGGER {name} RENAME TO {new}",
    .identify = "EVENT TRIGGER {name}",
    .owner = "EVENT TRIGGER {name}",
    .create_effect = AT_ONCE,
    .drop_effect = AT_ONCE,
    .rename_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .catalog = "pg_event_trigger",
    .query = event_trigger_sql,
};
