/*
 * Types and domains of raw SQL files: what the statement says becomes the mapping that YAML would say it with, and is
 * declared as that.
 */
#include "yaml/raw_sql_private.h"

#include "sql/split.h"
#include "yaml/clauses.h"
#include "yaml/names.h"
#include <string.h>

typedef struct {
    Loader *loader;
    const RawStatement *statement;
} Source;

typedef struct {
    const char *start, *end;
} Span;

/* Nodes ---------------------------------------------------------------------------------------------------------- */

static DocNode *
new_node(const Source *source, DocType type, const char *at)
{
    const RawStatement *statement = source->statement;
    DocNode *node = arena_new_one(source->loader->arena, DocNode);
    *node = (DocNode){.document = statement->document, .type = type, .place = statement->place};
    node->start = node->end = statement->start + (size_t)(at - statement->text);
    text_position(statement->document->source, node->start, &node->place.line, &node->place.column);
    return node;
}

static DocNode *
new_text(const Source *source, const char *at, const char *text)
{
    DocNode *node = new_node(source, DOC_TEXT, at);
    node->text = text;
    node->rewritten = true;
    return node;
}

static DocNode *
new_collection(const Source *source, DocType type, const char *at, size_t most)
{
    DocNode *node = new_node(source, type, at);
    node->items = arena_new_array(source->loader->arena, DocItem, most + 1);
    return node;
}

static DocNode *
new_key(const Source *source, const char *at, const char *name)
{
    g_autofree char *key = name_format(NULL, name, false);
    return new_text(source, at, arena_strdup(source->loader->arena, key));
}

static void
add_item(DocNode *collection, DocNode *key, DocNode *value)
{
    collection->items[collection->n_items++] = (DocItem){key, value};
}

/* Texts ---------------------------------------------------------------------------------------------------------- */

/* Appends the SQL without its comments, which belong to the file. */
static void
append_plain(GString *out, Span span)
{
    const char *cursor = span.start;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END && token.text < span.end; token = lex_next(&cursor)) {
        bool comment = token.kind == TOKEN_SPACE && strcspn(token.text, "-/") < token.length;
        g_string_append_len(out, comment ? " " : token.text, comment ? 1 : (gssize)token.length);
    }
}

static DocNode *
plain_text(const Source *source, Span span)
{
    const char *cursor = span.start;
    g_autoptr(GString) out = g_string_new(NULL);
    append_plain(out, span);
    return new_text(source, lex_next_solid(&cursor).text,
                    g_strstrip(arena_strndup(source->loader->arena, out->str, out->len)));
}

/* The items between commas: an array of Span. */
static GArray *
split_items(Span list)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(Span));
    const char *cursor = list.start;
    int depth = 0;
    Token token = lex_next_solid(&cursor);
    if (token.text >= list.end)
        return items;
    for (Span item = {token.text, NULL};; token = lex_next_solid(&cursor)) {
        bool ends = token.text >= list.end;
        depth += token_is(token, "(") + token_is(token, "[") - token_is(token, ")") - token_is(token, "]");
        if (!ends && (depth > 0 || !token_is(token, ",")))
            continue;
        item.end = token.text;
        g_array_append_val(items, item);
        item.start = cursor;
        if (ends)
            return items;
    }
}

/* Values --------------------------------------------------------------------------------------------------------- */

static void
add_label(const Source *source, DocNode *labels, Span item)
{
    const char *cursor = item.start;
    Token token = lex_next_solid(&cursor);
    g_autofree char *label = token.text >= item.end ? NULL : token_string(token);
    DocNode *node = new_text(source, token.text, label == NULL ? NULL : arena_strdup(source->loader->arena, label));
    if (label == NULL || lex_next_solid(&cursor).text < item.end)
        problems_add(source->loader->problems, node->place, "a label is a text in single quotes");
    else
        add_item(labels, NULL, node);
}

static void
add_attribute(const Source *source, DocNode *map, Span item)
{
    const char *cursor = item.start;
    Token token = lex_next_solid(&cursor);
    g_autofree char *name = token.text >= item.end ? NULL : token_name(token);
    DocNode *key = new_key(source, token.text, name == NULL ? "" : name);
    DocNode *type = name == NULL ? NULL : plain_text(source, (Span){cursor, item.end});
    if (type == NULL || *type->text == '\0')
        problems_add(source->loader->problems, key->place, "an attribute is a name and a type");
    else
        add_item(map, key, type);
}

/* What stands in the parentheses of a kind whose mapping has a key for all of it. */
static DocNode *
read_value(const Source *source, const Kind *kind, Span inner)
{
    const ValueType type = kind->attrs[0].type; /* the scalar one */
    if (type != VALUE_LABELS && type != VALUE_MAP)
        return plain_text(source, inner);
    g_autoptr(GArray) items = split_items(inner);
    DocNode *value = new_collection(source, type == VALUE_MAP ? DOC_MAPPING : DOC_LIST, inner.start, items->len);
    for (guint i = 0; i < items->len; i++)
        (type == VALUE_MAP ? add_attribute : add_label)(source, value, g_array_index(items, Span, i));
    return value;
}

/* Domains -------------------------------------------------------------------------------------------------------- */

/* A CHECK with its name, if it has one, as an item of "checks". */
static void
add_check(const Source *source, DocNode *checks, const Clause *clause, const char *at)
{
    const char *cursor = at;
    raw_sql_skip(&cursor, "constraint");
    while (!raw_sql_skip(&cursor, "check"))
        lex_next_solid(&cursor);
    const char *ahead = cursor, *condition = raw_sql_arguments(source->loader, &ahead);
    DocNode *entry = new_collection(source, DOC_MAPPING, at, 2);
    if (condition == NULL) {
        problems_add(source->loader->problems, entry->place, "CHECK without a condition in parentheses");
        return;
    }
    lex_next_solid(&cursor);
    DocNode *definition = plain_text(source, (Span){cursor, cursor + strlen(condition)});
    Token behind = lex_next_solid(&ahead);
    if (behind.text < at + (clause->end - clause->start))
        problems_add(source->loader->problems, new_node(source, DOC_TEXT, behind.text)->place,
                     "a domain's CHECK ends behind its condition");
    if (clause->name == NULL) {
        definition->place = entry->place;
        add_item(checks, NULL, definition);
        return;
    }
    add_item(entry, new_text(source, at, "name"), new_key(source, at, clause->name));
    add_item(entry, new_text(source, at, "definition"), definition);
    add_item(checks, NULL, entry);
}

/* Appends what stands there without the blanks and comments around it. */
static void
append_piece(const Source *source, GString *leaf, Span span)
{
    const char *text = plain_text(source, span)->text;
    g_string_append_printf(leaf, "%s%s", leaf->len > 0 && *text != '\0' ? " " : "", text);
}

/* The type with all that belongs to it is one leaf; its checks are parts of their own. */
static void
read_domain(const Source *source, const Kind *kind, DocNode *mapping, const char *start)
{
    const Kind *check = kind_find_plural(kind, "checks");
    g_autoptr(GArray) clauses = clauses_read(source->loader->arena, start);
    g_autoptr(GString) leaf = g_string_new(NULL);
    DocNode *checks = new_collection(source, DOC_LIST, start, clauses->len);
    const char *from = start;
    for (guint i = 0; i < clauses->len; i++) {
        const Clause *clause = &g_array_index(clauses, Clause, i);
        if (strcmp(clause->naming, check->naming) != 0)
            continue;
        append_piece(source, leaf, (Span){from, start + clause->start});
        add_check(source, checks, clause, start + clause->start);
        from = start + clause->end;
    }
    append_piece(source, leaf, (Span){from, start + strlen(start)});
    add_item(mapping, new_text(source, start, "definition"),
             new_text(source, start, arena_strndup(source->loader->arena, leaf->str, leaf->len)));
    if (checks->n_items > 0)
        add_item(mapping, new_text(source, start, check->plural), checks);
}

/* Statements ------------------------------------------------------------------------------------------------------- */

/* The words between the name and the first value in what creates a kind: "AS ENUM (" */
static char *
words_behind_name(const Kind *kind)
{
    const char *behind = strstr(kind->create, "{node}") + strlen("{node}");
    return g_strstrip(g_strndup(behind, strcspn(behind, "{")));
}

/* The kind whose words stand behind the name, where *cursor then stands; NULL: none. */
static const Kind *
find_kind(const Kind *first, const char **cursor)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (!kind->spelled_out || strcmp(kind->statement, first->statement) != 0)
            continue;
        g_autofree char *words = words_behind_name(kind);
        if (raw_sql_skip(cursor, words) || kind->variant == NULL) /* that of a domain need not be there */
            return kind;
    }
    return NULL;
}

/* What stands behind the words, as the keys of a mapping. */
static bool
read_parts(const Source *source, const Kind *kind, DocNode *mapping, const char *cursor)
{
    if (kind->variant == NULL) {
        read_domain(source, kind, mapping, cursor);
        return true;
    }
    const char *end = cursor;
    int depth = 1;
    while (depth > 0) {
        Token token = lex_next_solid(&end);
        depth += token_is(token, "(") - token_is(token, ")");
    }
    const char *behind = end;
    Token more = lex_next_solid(&behind);
    if (more.kind != TOKEN_END)
        return problems_add(source->loader->problems, new_node(source, DOC_TEXT, more.text)->place,
                            "%s %s ends with its parentheses", kind_article(kind), kind->title);
    add_item(mapping, new_text(source, cursor, kind->variant), read_value(source, kind, (Span){cursor, end - 1}));
    return true;
}

/* The keys that stand above the statement. */
static void
add_directives(const Source *source, DocNode *mapping, const Directive *directives)
{
    for (; directives->key != NULL; directives++) {
        DocNode *value = new_text(source, source->statement->text, directives->text);
        value->place = directives->place;
        add_item(mapping, new_text(source, source->statement->text, directives->key), value);
    }
}

const char *
raw_sql_declare(Loader *loader, const Kind *first, const char *cursor, const RawStatement *statement,
                const Directive *directives)
{
    const Source source = {loader, statement};
    const char *schema, *name;
    size_t offset, n_directives = 0;
    const char *fault = split_fragment_fault(statement->text, &offset);
    if (fault != NULL)
        return fault;
    if (!raw_sql_name(loader, &cursor, &schema, &name))
        return arena_printf(loader->arena, "CREATE %s without a name", first->statement);
    const Kind *kind = find_kind(first, &cursor);
    if (kind == NULL)
        return "only AS ENUM (...), AS (...) and AS RANGE (...) are read of types";
    while (directives[n_directives].key != NULL)
        n_directives++;
    DocNode *mapping = new_collection(&source, DOC_MAPPING, statement->text, n_directives + 2);
    if (!read_parts(&source, kind, mapping, cursor))
        return NULL;
    add_directives(&source, mapping, directives);
    g_autofree char *key = name_format(schema, name, true);
    const DocItem item = {new_text(&source, statement->text, arena_strdup(loader->arena, key)), mapping};
    loader_define(loader, declare_object(loader, kind, &item));
    return NULL;
}
