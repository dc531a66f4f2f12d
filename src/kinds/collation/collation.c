/*
 * CREATE COLLATION. Only its name, schema and owner can be altered. The version that the operating system or ICU had
 * when it was made is the server's own business (ALTER COLLATION ... REFRESH VERSION).
 */
#include "kinds/embedded.h"
#include "model/emit.h"

static const Attr attrs[] = {
    {.key = "provider", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "libc, icu or builtin (17)"},
    {.key = "locale", .type = VALUE_TEXT, .doc = "the locale"},
    {.key = "lc_collate", .type = VALUE_TEXT, .doc = "of libc: the locale of the order, where the two differ"},
    {.key = "lc_ctype", .type = VALUE_TEXT, .doc = "of libc: the locale of characters' classes"},
    {.key = "deterministic", .type = VALUE_SQL, .doc = "false: strings of other bytes may be equal"},
    {.key = "rules", .type = VALUE_TEXT, .since = 16, .doc = "of ICU: rules beyond the locale's"},
};

static const char *const aside[] = {"ALTER COLLATION {node} RENAME TO {aside}", NULL};

const Kind kind_collation = {
    .name = "collation",
    .title = "collation",
    .plural = "collations",
    .in_schema = true,
    .aside = aside,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "(provider = {provider}[locale?, locale = {locale}][lc_collate?, lc_collate = {lc_collate}]"
            "[lc_ctype?, lc_ctype = {lc_ctype}][deterministic?, deterministic = {deterministic}]"
            "[rules?, rules = {rules}])",
    .create = "CREATE COLLATION {node} {leaf}",
    .drop = "DROP COLLATION {node}",
    .rename = "ALTER COLLATION {node} RENAME TO {new}",
    .identify = "COLLATION {node}",
    .owner = "COLLATION {node}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still name it"},
    .catalog = "pg_collation",
    .query = collation_sql,
};
