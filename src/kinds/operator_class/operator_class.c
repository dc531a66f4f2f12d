/* CREATE OPERATOR CLASS. Only its name, schema and owner can be altered. */
#include "kinds/embedded.h"
#include "model/emit.h"

static const Attr attrs[] = {
    {.key = "default", .type = VALUE_BOOL, .doc = "what indexes on its type use where they name none"},
    {.key = "type", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the type of what is indexed"},
    {.key = "family", .type = VALUE_SQL, .doc = "its family; one of its own name where nothing is said"},
    {.key = "members", .type = VALUE_SQL, .doc = "OPERATOR 1 <, ..., FUNCTION 1 compare(TYPE, TYPE), ..."},
    {.key = "storage", .type = VALUE_SQL, .doc = "the type of what the index holds, where it is another"},
};

const Kind kind_operator_class = {
    .name = "operator_class",
    .title = "operator class",
    .plural = "operator_classes",
    .in_schema = true,
    .has_signature = true,
    .signature_word = "USING",
    .is_implied = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE OPERATOR CLASS {schema}.{name}[default? DEFAULT] FOR TYPE {type} USING {signature}"
              "[family? FAMILY {family}] AS [members?{members}][members?[storage?, ]][storage?STORAGE {storage}]"
              "[members![storage!STORAGE {type}]]",
    .drop = "DROP OPERATOR CLASS {node}",
    .rename = "ALTER OPERATOR CLASS {node} RENAME TO {new}",
    .identify = "OPERATOR CLASS {node}",
    .owner = "OPERATOR CLASS {node}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still make indexes by it"},
    .catalog = "pg_opclass",
    .query = operator_class_sql,
};
