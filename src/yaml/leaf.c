#include "yaml/leaf.h"

#include "sql/format.h"
#include "sql/split.h"
#include <string.h>

/* One word and nothing else, but no literal of SQL's own. */
static bool
is_bare_word(const char *text)
{
    static const char *const LITERALS[] = {"true", "false", "null"};
    const char *cursor = text;
    Token token = lex_next(&cursor);
    if (token.kind != TOKEN_WORD || *cursor != '\0')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(LITERALS); i++)
        if (token_is(token, LITERALS[i]))
            return false;
    return true;
}

/* The offset of a comma outside of parentheses, or -1. */
static gssize
top_level_comma(const char *text)
{
    int depth = 0;
    const char *cursor = text;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token_is(token, "(") || token_is(token, "["))
            depth++;
        else if (token_is(token, ")") || token_is(token, "]"))
            depth--;
        else if (depth == 0 && token_is(token, ","))
            return token.text - text;
    }
    return -1;
}

static bool
is_quoted(const DocNode *scalar)
{
    return scalar->style == DOC_SINGLE || scalar->style == DOC_DOUBLE;
}

/* A plain scalar of a flow collection ends at a comma, which may have been meant to belong to it. */
static bool
may_be_cut(const DocNode *scalar)
{
    if (scalar->style != DOC_PLAIN)
        return false;
    const char *behind = scalar->document->source + scalar->end;
    behind += strspn(behind, " \t\r\n");
    return *behind == ',';
}

static const char *
leaf_fault(const DocNode *scalar, const char *text, size_t skipped, unsigned rules, Problems *problems)
{
    size_t offset = 0;
    if (is_quoted(scalar) && is_bare_word(text)) {
        problems_add(problems, scalar->place, "\"%s\" is quoted for YAML only: to SQL it is a bare word", text);
        problems_hint(problems, "write \"'%s'\" for the SQL string, %s without quotes for the SQL word", text, text);
        return NULL;
    }
    const char *fault = split_fragment_fault(text, &offset);
    if (fault != NULL) {
        problems_add(problems, doc_place_at(scalar, skipped + offset), "%s in \"%s\"", fault, text);
        if (may_be_cut(scalar))
            problems_hint(problems, "a comma inside of { } or [ ] ends a value: put a value that holds one in quotes");
        return NULL;
    }
    gssize comma = rules & LEAF_ONE ? top_level_comma(text) : -1;
    if (comma >= 0) {
        problems_add(problems, doc_place_at(scalar, skipped + (size_t)comma),
                     "one definition is meant here: \"%s\" holds a comma", text);
        return NULL;
    }
    return text;
}

const char *
leaf_read(Arena *arena, const DocNode *scalar, unsigned rules, Problems *problems)
{
    if (scalar->broken)
        return NULL;
    if (scalar->type != DOC_TEXT || scalar->missing) {
        problems_add(problems, scalar->place, "SQL is meant here, not %s", doc_type_name(scalar));
        return NULL;
    }
    const char *start = scalar->text, *end = start + strlen(start);
    while (g_ascii_isspace(*start))
        start++;
    while (end > start && g_ascii_isspace(end[-1]))
        end--;
    if (start == end) {
        problems_add(problems, scalar->place, "SQL is meant here, not an empty text");
        return NULL;
    }
    const char *text = arena_strndup(arena, start, (size_t)(end - start));
    return leaf_fault(scalar, text, (size_t)(start - scalar->text), rules, problems);
}

static bool
append_item(GString *out, Arena *arena, const DocNode *item, LeafIsName *is_name, void *data, Problems *problems)
{
    bool known = item->type == DOC_TEXT && !item->broken && is_name != NULL && is_name(item->text, data);
    bool word = item->type == DOC_TEXT && is_bare_word(item->text);
    if (out->len > 0)
        g_string_append(out, ", ");
    if (known || word) {
        sql_append_identifier(out, item->text);
        return true;
    }
    const char *text = leaf_read(arena, item, LEAF_ONE, problems);
    if (text != NULL)
        g_string_append(out, text);
    return text != NULL;
}

const char *
leaf_read_list(Arena *arena, const DocNode *list, LeafIsName *is_name, void *data, Problems *problems)
{
    g_autoptr(GString) out = g_string_new(NULL);
    bool good = true;
    if (list->n_items == 0) {
        problems_add(problems, list->place, "an empty list");
        return NULL;
    }
    for (size_t i = 0; i < list->n_items; i++)
        good = append_item(out, arena, list->items[i].value, is_name, data, problems) && good;
    return good ? arena_strndup(arena, out->str, out->len) : NULL;
}
