/* CREATE TEXT SEARCH PARSER: five C functions. Nothing of it can be altered, so a change makes it anew. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "start", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that begins with a text"},
    {.key = "gettoken", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that gives the next token"},
    {.key = "end", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that ends with a text"},
    {.key = "lextypes", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that lists the token types"},
    {.key = "headline", .type = VALUE_SQL, .doc = "the function that marks what was found"},
};

const Kind kind_text_search_parser = {
    .name = "text_search_parser",
    .title = "text search parser",
    .plural = "text_search_parsers",
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "(START = {start}, GETTOKEN = {gettoken}, END = {end}, LEXTYPES = {lextypes}"
            "[headline?, HEADLINE = {headline}])",
    .create = "CREATE TEXT SEARCH PARSER {node} {leaf}",
    .drop = "DROP TEXT SEARCH PARSER {node}",
    .rename = "ALTER TEXT SEARCH PARSER {node} RENAME TO {new}",
    .identify = "TEXT SEARCH PARSER {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still search with it"},
    .catalog = "pg_ts_parser",
    .query = text_search_parser_sql,
};
