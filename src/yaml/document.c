#include "yaml/document.h"

#include "sql/lex.h"
#include <string.h>
#include <yaml.h>

#define DEEPEST 100

typedef struct {
    Arena *arena;
    Document *document;
    Problems *problems;
    yaml_parser_t parser;
    guint32 *offsets; /* character -> byte; NULL: they are the same */
} Reader;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_event_t, yaml_event_delete)

/* Places and offsets --------------------------------------------------------------------------------------------- */

static Place
place_of(const Reader *reader, yaml_mark_t mark)
{
    return (Place){reader->document->file, (int)mark.line + 1, (int)mark.column + 1};
}

static size_t
byte_of(const Reader *reader, yaml_mark_t mark)
{
    return reader->offsets == NULL ? mark.index : reader->offsets[mark.index];
}

/* libyaml counts characters; the tree counts bytes. */
static guint32 *
character_offsets(Arena *arena, const char *text, size_t length)
{
    size_t n = 0;
    if (g_utf8_strlen(text, (gssize)length) == (glong)length)
        return NULL;
    guint32 *offsets = arena_new_array(arena, guint32, length + 1);
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)text[i] & 0xC0) != 0x80)
            offsets[n++] = (guint32)i;
    for (; n <= length; n++)
        offsets[n] = (guint32)length;
    return offsets;
}

static Place
place_of_byte(const Document *document, size_t offset)
{
    Place place = {.file = document->file};
    text_position(document->source, offset, &place.line, &place.column);
    return place;
}

/* Problems ------------------------------------------------------------------------------------------------------- */

static void
add_syntax_problem(Reader *reader)
{
    yaml_parser_t *parser = &reader->parser;
    reader->document->broken = true;
    if (parser->error == YAML_READER_ERROR) {
        problems_add(reader->problems, place_of_byte(reader->document, parser->problem_offset),
                     "a control character: %s", parser->problem);
        return;
    }
    Place place = place_of(reader, parser->problem_mark);
    char at = reader->document->source[MIN(byte_of(reader, parser->problem_mark), reader->document->length)];
    if (at == '\t') {
        problems_add(reader->problems, place, "a tab where YAML wants spaces");
        return;
    }
    problems_add(reader->problems, place, "not YAML: %s%s%s", parser->problem, parser->context ? " " : "",
                 parser->context ? parser->context : "");
    if (strstr(parser->problem, "mapping values are not allowed") != NULL)
        problems_hint(reader->problems, "put a value that holds \": \" in quotes");
    else if (at != '\0' && strchr("@`%*&!", at) != NULL)
        problems_hint(reader->problems, "put a value that begins with \"%c\" in quotes", at);
}

static void
refuse_decorations(Reader *reader, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor != NULL) {
        problems_add(reader->problems, place_of(reader, event->start_mark),
                     "anchor \"&%s\": YAML anchors are not used here", (const char *)anchor);
        problems_hint(reader->problems, "mixins and include do this");
    }
    if (tag != NULL)
        problems_add(reader->problems, place_of(reader, event->start_mark), "tag \"%s\": YAML tags are not used here",
                     (const char *)tag);
}

/* Building ------------------------------------------------------------------------------------------------------- */

static bool
next_event(Reader *reader, yaml_event_t *event)
{
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    add_syntax_problem(reader);
    return false;
}

static DocNode *
node_at(Reader *reader, const yaml_event_t *event, DocType type, DocStyle style)
{
    DocNode *node = arena_new_one(reader->arena, DocNode);
    node->document = reader->document;
    node->type = type;
    node->style = style;
    node->place = place_of(reader, event->start_mark);
    node->start = byte_of(reader, event->start_mark);
    node->end = byte_of(reader, event->end_mark);
    return node;
}

static DocNode *
build_scalar(Reader *reader, const yaml_event_t *event)
{
    static const DocStyle STYLES[] = {DOC_PLAIN, DOC_PLAIN, DOC_SINGLE, DOC_DOUBLE, DOC_LITERAL, DOC_FOLDED};
    DocNode *node = node_at(reader, event, DOC_TEXT, STYLES[event->data.scalar.style]);
    node->text = arena_strndup(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    node->missing = node->style == DOC_PLAIN && node->start == node->end;
    refuse_decorations(reader, event, event->data.scalar.anchor, event->data.scalar.tag);
    if (strlen(node->text) != event->data.scalar.length) {
        problems_add(reader->problems, node->place, "a NUL character, which no text of PostgreSQL may hold");
        node->broken = true;
    }
    return node;
}

static DocNode *
build_alias(Reader *reader, const yaml_event_t *event)
{
    problems_add(reader->problems, place_of(reader, event->start_mark), "alias \"*%s\": YAML aliases are not used here",
                 (const char *)event->data.alias.anchor);
    problems_hint(reader->problems, "mixins and include do this");
    DocNode *node = node_at(reader, event, DOC_TEXT, DOC_PLAIN);
    node->text = "";
    node->broken = true;
    return node;
}

static DocNode *build(Reader *reader, const yaml_event_t *event, int depth);

static bool
is_good_key(Reader *reader, const DocNode *key, GHashTable *seen)
{
    if (key->broken)
        return false;
    if (key->type != DOC_TEXT)
        return problems_add(reader->problems, key->place, "a key must be a text, not %s", doc_type_name(key));
    if (key->style == DOC_PLAIN && strcmp(key->text, "<<") == 0) {
        problems_add(reader->problems, key->place, "merge key \"<<\": YAML merge keys are not used here");
        problems_hint(reader->problems, "mixins and include do this");
        return false;
    }
    const DocNode *first = g_hash_table_lookup(seen, key->text);
    if (first != NULL)
        return problems_add(reader->problems, key->place, "key \"%s\" is already given in line %d", key->text,
                            first->place.line);
    g_hash_table_insert(seen, (char *)(guintptr)key->text, (DocNode *)(guintptr)key);
    return true;
}

/* "{type: numeric(10, 2)}" is a key "2)" with no value to YAML. */
static bool
is_good_value(Reader *reader, const DocNode *mapping, const DocItem *item)
{
    if (mapping->style != DOC_FLOW || !item->value->missing)
        return true;
    problems_add(reader->problems, item->key->place, "key \"%s\" has no value: inside of { } a comma ends a value",
                 item->key->text);
    problems_hint(reader->problems, "put a value that holds a comma in quotes");
    return false;
}

static bool
build_items(Reader *reader, DocNode *node, int depth)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(DocItem));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    DocItem item = {0};
    for (;;) {
        g_auto(yaml_event_t) event = {0};
        if (!next_event(reader, &event))
            return false;
        if (event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT) {
            node->end = MAX(node->end, byte_of(reader, event.end_mark));
            break;
        }
        DocNode *part = build(reader, &event, depth + 1);
        if (part == NULL)
            return false;
        if (node->type == DOC_MAPPING && item.key == NULL) {
            item.key = part;
            continue;
        }
        item.value = part;
        if (node->type == DOC_LIST || (is_good_key(reader, item.key, seen) && is_good_value(reader, node, &item)))
            g_array_append_val(items, item);
        item = (DocItem){0};
    }
    node->n_items = items->len;
    node->items = arena_new_array(reader->arena, DocItem, items->len);
    if (items->len > 0)
        memcpy(node->items, items->data, items->len * sizeof(DocItem));
    return true;
}

static DocNode *
build_collection(Reader *reader, const yaml_event_t *event, int depth)
{
    bool mapping = event->type == YAML_MAPPING_START_EVENT;
    bool flow = mapping ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                        : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    DocNode *node = node_at(reader, event, mapping ? DOC_MAPPING : DOC_LIST, flow ? DOC_FLOW : DOC_BLOCK);
    if (mapping)
        refuse_decorations(reader, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    else
        refuse_decorations(reader, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
    if (depth > DEEPEST) {
        problems_add(reader->problems, node->place, "nested more than %d deep", DEEPEST);
        reader->document->broken = true;
        return NULL;
    }
    return build_items(reader, node, depth) ? node : NULL;
}

static DocNode *
build(Reader *reader, const yaml_event_t *event, int depth)
{
    if (event->type == YAML_SCALAR_EVENT)
        return build_scalar(reader, event);
    if (event->type == YAML_ALIAS_EVENT)
        return build_alias(reader, event);
    return build_collection(reader, event, depth);
}

static void
read_stream(Reader *reader)
{
    bool had_document = false;
    for (;;) {
        g_auto(yaml_event_t) event = {0};
        if (!next_event(reader, &event) || event.type == YAML_STREAM_END_EVENT)
            return;
        if (event.type == YAML_DOCUMENT_START_EVENT) {
            if (had_document) {
                problems_add(reader->problems, place_of(reader, event.start_mark),
                             "more than one YAML document in a file");
                problems_hint(reader->problems, "one file holds one document: leave out the \"---\"");
                return;
            }
            had_document = true;
        } else if (event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_END_EVENT) {
            DocNode *root = build(reader, &event, 0);
            if (root == NULL)
                return;
            reader->document->root = root->missing ? NULL : root;
        }
    }
}

Document *
document_parse(Arena *arena, const char *file, const char *content, size_t length, Problems *problems)
{
    Document *document = arena_new_one(arena, Document);
    if (length >= 3 && memcmp(content, "\xEF\xBB\xBF", 3) == 0) {
        content += 3;
        length -= 3;
    }
    document->file = file;
    document->source = arena_strndup(arena, content, length);
    document->length = length;
    const char *fault;
    if (!g_utf8_validate(content, (gssize)length, &fault)) { /* refuses NUL bytes too */
        document->broken = true;
        size_t at = (size_t)(fault - content);
        problems_add(problems, place_of_byte(document, at), "not UTF-8: byte 0x%02X", (unsigned char)*fault);
        return document;
    }
    Reader reader = {.arena = arena, .document = document, .problems = problems};
    reader.offsets = character_offsets(arena, content, length);
    yaml_parser_initialize(&reader.parser);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)document->source, length);
    read_stream(&reader);
    yaml_parser_delete(&reader.parser);
    return document;
}

/* Asking --------------------------------------------------------------------------------------------------------- */

DocNode *
doc_get(const DocNode *mapping, const char *key)
{
    for (size_t i = 0; mapping->type == DOC_MAPPING && i < mapping->n_items; i++)
        if (strcmp(mapping->items[i].key->text, key) == 0)
            return mapping->items[i].value;
    return NULL;
}

const char *
doc_type_name(const DocNode *node)
{
    if (node->missing)
        return "nothing";
    return node->type == DOC_TEXT ? "a text" : node->type == DOC_LIST ? "a list" : "a mapping";
}

/* Behind the white space at "at", which holds *breaks line ends. */
static const char *
skip_blank(const char *at, size_t *breaks)
{
    for (*breaks = 0; *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'; at++)
        *breaks += *at == '\n' || (*at == '\r' && at[1] != '\n');
    return at;
}

/* Behind a backslash sequence, and the bytes of text that it stands for. */
static const char *
skip_escape(const char *at, const char **text)
{
    size_t digits = at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : at[1] == 'U' ? 8 : 0;
    do
        ++*text;
    while (((unsigned char)**text & 0xC0) == 0x80);
    return at + 2 + digits;
}

/* Where a block scalar's first line begins, and how far its lines are indented. */
static const char *
block_start(const char *at, size_t *indent)
{
    at += strcspn(at, "\n");
    at += *at == '\n';
    const char *line = at;
    while (line[strspn(line, " ")] == '\n')
        line += strspn(line, " ") + 1;
    *indent = strspn(line, " ");
    return at;
}

/* Source and text side by side, one character a turn, until the offset is reached. */
Place
doc_place_at(const DocNode *scalar, size_t offset)
{
    const char *source = scalar->document->source;
    const char *at = source + scalar->start, *text = scalar->text, *stop = text + offset;
    bool block = scalar->style == DOC_LITERAL || scalar->style == DOC_FOLDED;
    size_t indent = 0;
    if (block) {
        at = block_start(at, &indent);
        at += MIN(strspn(at, " "), indent);
    } else if (scalar->style != DOC_PLAIN) {
        at++;
    }
    while (text < stop && *text != '\0' && at < source + scalar->end) {
        size_t breaks;
        const char *solid = skip_blank(at, &breaks);
        if (block && *at == '\n') {
            at++;
            at += MIN(strspn(at, " "), indent);
            text++;
        } else if (!block && breaks > 0) {
            at = solid;
            text += breaks == 1 ? 1 : breaks - 1;
        } else if (scalar->style == DOC_DOUBLE && *at == '\\') {
            bool joined = at[1] == '\n';
            at = joined ? skip_blank(at + 1, &breaks) : skip_escape(at, &text);
        } else {
            at += *at == '\'' && scalar->style == DOC_SINGLE ? 2 : 1;
            text++;
        }
    }
    return place_of_byte(scalar->document, (size_t)(at - source));
}
