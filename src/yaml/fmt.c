#include "yaml/fmt.h"

#include "sql/lex.h"
#include "yaml/fmt_order.h"
#include "yaml/scalar.h"
#include <string.h>

enum { STEP = 2, WIDEST = 120 };

typedef struct {
    const char *text; /* from "#" to the line's end */
    size_t length, offset;
    size_t column;
    bool own_line, after_blank;
} Comment;

typedef struct {
    const Document *document;
    GArray *comments; /* of Comment, in order */
    guint next;       /* the first that is not written yet */
} Layout;

/* One item of a mapping or list, laid out. */
typedef struct {
    GString *text;
    bool after_blank, has_comments_above;
    int weight;
    guint place; /* among the others, in the file */
} Part;

/* Comments ------------------------------------------------------------------------------------------------------- */

static bool
is_after_blank_line(const char *source, const char *line)
{
    if (line == source)
        return false;
    const char *at = line - 1; /* the newline before */
    while (at > source && (at[-1] == ' ' || at[-1] == '\t' || at[-1] == '\r'))
        at--;
    return at == source || at[-1] == '\n';
}

static void
add_comment(Layout *layout, const char *at)
{
    const char *source = layout->document->source, *line = at;
    while (line > source && line[-1] != '\n')
        line--;
    Comment comment = {.text = at, .length = strcspn(at, "\r\n"), .offset = (size_t)(at - source)};
    while (comment.length > 0 && g_ascii_isspace(at[comment.length - 1]))
        comment.length--;
    comment.column = (size_t)(at - line);
    comment.own_line = strspn(line, " \t") == comment.column;
    comment.after_blank = comment.own_line && is_after_blank_line(source, line);
    g_array_append_val(layout->comments, comment);
}

/* All "#" between the scalars: what stands there besides is punctuation. */
static void
scan_gap(Layout *layout, size_t from, size_t to)
{
    const char *source = layout->document->source;
    for (size_t at = from; at < to; at++)
        if (source[at] == '#') {
            add_comment(layout, source + at);
            at += strcspn(source + at, "\n");
        }
}

static void
scan_comments(Layout *layout, const DocNode *node, size_t *done)
{
    if (node == NULL)
        return;
    for (size_t i = 0; i < node->n_items; i++) {
        scan_comments(layout, node->items[i].key, done);
        scan_comments(layout, node->items[i].value, done);
    }
    if (node->type != DOC_TEXT)
        return;
    size_t start = node->start, indent;
    if (node->style == DOC_LITERAL || node->style == DOC_FOLDED)
        start = (size_t)(doc_block_start(node, &indent) - layout->document->source);
    scan_gap(layout, *done, start);
    *done = MAX(node->end, start);
}

static const Comment *
peek(const Layout *layout, size_t limit)
{
    if (layout->next >= layout->comments->len)
        return NULL;
    const Comment *comment = &g_array_index(layout->comments, Comment, layout->next);
    return comment->offset < limit ? comment : NULL;
}

/* One blank line; none where a scalar that keeps its last lines ("|+") ends with one: there it would be text. */
static void
append_blank_line(GString *out)
{
    if (out->len > 0 && !g_str_has_suffix(out->str, "\n\n"))
        g_string_append_c(out, '\n');
}

/* Those on lines of their own before the limit that stand at least at the column. */
static bool
append_comments(Layout *layout, GString *out, size_t limit, size_t column, int indent)
{
    bool any = false;
    for (const Comment *comment; (comment = peek(layout, limit)) != NULL && comment->column >= column; layout->next++) {
        if (comment->after_blank)
            append_blank_line(out);
        g_string_append_printf(out, "%*s%.*s\n", indent, "", (int)comment->length, comment->text);
        any = true;
    }
    return any;
}

/* Those beside what was just written, before the limit. */
static void
append_beside(Layout *layout, GString *out, size_t limit)
{
    for (const Comment *comment; (comment = peek(layout, limit)) != NULL && !comment->own_line; layout->next++)
        g_string_append_printf(out, "  %.*s", (int)comment->length, comment->text);
}

static bool
holds_comments(const Layout *layout, const DocNode *node)
{
    for (guint i = layout->next; i < layout->comments->len; i++) {
        size_t offset = g_array_index(layout->comments, Comment, i).offset;
        if (offset >= node->start && offset < node->end)
            return true;
    }
    return false;
}

/* Scalars -------------------------------------------------------------------------------------------------------- */

static bool
is_bare_word(const char *text)
{
    const char *cursor = text;
    return lex_next(&cursor).kind == TOKEN_WORD && *cursor == '\0';
}

static bool
has_lines(const DocNode *node)
{
    return memchr(node->document->source + node->start, '\n', node->end - node->start) != NULL;
}

/* The lines of a block scalar as they are, at another indentation. */
static void
append_block(const DocNode *node, GString *out, int indent)
{
    size_t old_indent;
    const char *source = node->document->source, *end = source + node->end;
    const char *line = doc_block_start(node, &old_indent);
    const char *header = source + node->start;
    g_string_append_c(out, *header);
    if (node->text[0] == ' ' || node->text[0] == '\n')
        g_string_append_printf(out, "%d", STEP); /* its first line does not show the indentation */
    bool keeps = false;
    for (header++; g_ascii_isdigit(*header) || *header == '+' || *header == '-'; header++) {
        keeps = keeps || *header == '+';
        if (!g_ascii_isdigit(*header))
            g_string_append_c(out, *header);
    }
    while (!keeps && end > line && g_ascii_isspace(end[-1]))
        end--;
    for (; line < end; line += strcspn(line, "\n") + 1) {
        size_t length = MIN(strcspn(line, "\r\n"), (size_t)(end - line)), skip = MIN(strspn(line, " "), old_indent);
        g_string_append_c(out, '\n');
        if (length > skip)
            g_string_append_printf(out, "%*s%.*s", indent + STEP, "", (int)(length - skip), line + skip);
    }
}

/* A plain or quoted scalar of several lines: how far its lines are indented says nothing. */
static void
append_lines(const DocNode *node, GString *out, int indent)
{
    g_autofree char *raw = g_strndup(node->document->source + node->start, node->end - node->start);
    g_auto(GStrv) lines = g_strsplit(raw, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        const char *text = line == lines ? *line : g_strchug(*line);
        if (line != lines)
            g_string_append_c(out, '\n');
        size_t length = strlen(text);
        if (length > 0 && text[length - 1] == '\r')
            length--;
        if (length > 0)
            g_string_append_printf(out, "%*s%.*s", line == lines ? 0 : indent + STEP, "", (int)length, text);
    }
}

static void
append_scalar(const DocNode *node, GString *out, int indent, bool flow)
{
    bool block = node->style == DOC_LITERAL || node->style == DOC_FOLDED;
    const char *raw = node->document->source + node->start;
    if (node->rewritten && flow)
        scalar_append_inline(out, node->text);
    else if (node->rewritten)
        scalar_append(out, node->text, indent, true);
    else if (block)
        append_block(node, out, indent);
    else if (has_lines(node) && !flow)
        append_lines(node, out, indent);
    else if (node->style == DOC_PLAIN && !has_lines(node))
        g_string_append(out, node->text);
    else if (is_bare_word(node->text)) /* where SQL is meant its quotes are a mistake that layout must not hide */
        g_string_append_len(out, raw, (gssize)(node->end - node->start));
    else if (flow)
        scalar_append_inline(out, node->text);
    else
        scalar_append(out, node->text, indent, false);
}

static void
append_fmt_key(const DocNode *key, GString *out, bool flow)
{
    if (key->style == DOC_PLAIN && !has_lines(key))
        g_string_append(out, key->text);
    else if (flow)
        scalar_append_inline(out, key->text);
    else
        scalar_append_key(out, key->text);
}

static void
append_flow(const DocNode *node, GString *out)
{
    if (node->type == DOC_TEXT) {
        append_scalar(node, out, 0, true);
        return;
    }
    g_string_append_c(out, node->type == DOC_LIST ? '[' : '{');
    for (size_t i = 0; i < node->n_items; i++) {
        if (i > 0)
            g_string_append(out, ", ");
        if (node->type == DOC_MAPPING) {
            append_fmt_key(node->items[i].key, out, true);
            g_string_append(out, ": ");
        }
        append_flow(node->items[i].value, out);
    }
    g_string_append_c(out, node->type == DOC_LIST ? ']' : '}');
}

/* Collections ---------------------------------------------------------------------------------------------------- */

static void append_collection(Layout *layout, const DocNode *node, GString *out, int indent, size_t limit, Role role,
                              bool in_list);

/* May it stay on one line? */
static bool
stays_flow(const Layout *layout, const DocNode *node, int indent)
{
    if (node->style != DOC_FLOW)
        return false;
    if (node->n_items == 0)
        return true;
    if (holds_comments(layout, node))
        return false;
    g_autoptr(GString) line = g_string_new(NULL);
    append_flow(node, line);
    return indent + g_utf8_strlen(line->str, -1) <= WIDEST;
}

static bool
is_inline(const Layout *layout, const DocNode *node, int indent)
{
    return node->type == DOC_TEXT || stays_flow(layout, node, indent);
}

static void
append_inline(const DocNode *node, GString *out, int indent)
{
    if (node->type == DOC_TEXT)
        append_scalar(node, out, indent, false);
    else
        append_flow(node, out);
}

/* Also what is no block in the file may become one. */
static bool
is_written_as_block(const DocNode *node)
{
    if (node->type != DOC_TEXT || node->missing)
        return false;
    if (!node->rewritten && (node->style == DOC_LITERAL || node->style == DOC_FOLDED))
        return true;
    if (!node->rewritten && has_lines(node))
        return false;
    g_autoptr(GString) text = g_string_new(NULL);
    append_scalar(node, text, 0, false);
    return strchr(text->str, '\n') != NULL;
}

/* A comment beside a block scalar's "|", or behind it, would become part of the text: it goes above. */
static void
comments_above(Layout *layout, const DocItem *item, Part *part, int indent, size_t limit)
{
    const DocNode *first = item->key != NULL ? item->key : item->value;
    const Comment *comment = peek(layout, first->start);
    part->after_blank = comment != NULL
                            ? comment->after_blank
                            : is_after_blank_line(first->document->source,
                                                  first->document->source + first->start - (first->place.column - 1));
    part->has_comments_above = append_comments(layout, part->text, first->start, 0, indent);
    bool block = item->value->style == DOC_LITERAL || item->value->style == DOC_FOLDED;
    if (block)
        part->has_comments_above |= append_comments(layout, part->text, item->value->end, 0, indent);
    if (!is_written_as_block(item->value))
        return;
    for (; (comment = peek(layout, limit)) != NULL && !comment->own_line; layout->next++) {
        g_string_append_printf(part->text, "%*s%.*s\n", indent, "", (int)comment->length, comment->text);
        part->has_comments_above = true;
    }
}

static void
append_pair(Layout *layout, const DocItem *item, GString *out, int indent, size_t limit, Role role)
{
    g_string_append_printf(out, "%*s", indent, "");
    append_fmt_key(item->key, out, false);
    g_string_append_c(out, ':');
    const DocNode *value = item->value;
    if (value->missing || is_inline(layout, value, indent + (int)strlen(item->key->text) + 2)) {
        if (!value->missing)
            g_string_append_c(out, ' ');
        append_inline(value, out, indent);
        append_beside(layout, out, limit);
        g_string_append_c(out, '\n');
        return;
    }
    const DocNode *first = value->items[0].key != NULL ? value->items[0].key : value->items[0].value;
    append_beside(layout, out, first->start);
    g_string_append_c(out, '\n');
    append_collection(layout, value, out, indent + STEP, limit, role_of_value(role, item), false);
}

/* "- " stands where the first line's indentation ends. */
static void
append_element(Layout *layout, const DocItem *item, GString *out, int indent, size_t limit, Role role)
{
    const DocNode *value = item->value;
    g_string_append_printf(out, "%*s-", indent, "");
    if (value->missing || is_inline(layout, value, indent + STEP)) {
        if (!value->missing)
            g_string_append_c(out, ' ');
        append_inline(value, out, indent);
        append_beside(layout, out, limit);
        g_string_append_c(out, '\n');
        return;
    }
    g_autoptr(GString) inner = g_string_new(NULL);
    append_collection(layout, value, inner, indent + STEP, limit, role_of_value(role, item), true);
    bool mapping = value->type == DOC_MAPPING && inner->str[indent + STEP] != '#';
    g_string_append(out, mapping ? " " : "\n");
    g_string_append(out, inner->str + (mapping ? indent + STEP : 0));
}

static int
compare_parts(const void *left, const void *right)
{
    const Part *a = left, *b = right;
    return a->weight - b->weight;
}

static int
compare_places(const void *left, const void *right)
{
    const Part *a = left, *b = right;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* The first key of a mapping in a list stands behind "- ", where no comment can stand above it. */
static void
sort_parts(GArray *parts, bool in_list)
{
    g_array_sort(parts, compare_parts); /* stable */
    if (in_list && g_array_index(parts, Part, 0).has_comments_above)
        g_array_sort(parts, compare_places);
}

static void
clear_part(void *part)
{
    g_string_free(((Part *)part)->text, TRUE);
}

/* A header, above a blank line, is the file's and not the first key's. */
static void
append_header(Layout *layout, const DocNode *root, GString *out)
{
    const DocNode *first = root->items[0].key != NULL ? root->items[0].key : root->items[0].value;
    const char *source = layout->document->source;
    guint end = layout->next;
    bool blank_before_key = is_after_blank_line(source, source + first->start);
    for (guint i = layout->next; i < layout->comments->len; i++) {
        const Comment *comment = &g_array_index(layout->comments, Comment, i);
        if (comment->offset >= first->start)
            break;
        if (i > layout->next && comment->after_blank)
            end = i;
        if (blank_before_key)
            end = i + 1;
    }
    if (end == layout->next)
        return;
    size_t limit = g_array_index(layout->comments, Comment, end - 1).offset + 1;
    append_comments(layout, out, limit, 0, 0);
    g_string_append_c(out, '\n');
}

static void
append_parts(const GArray *parts, GString *out, bool top)
{
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = &g_array_index(parts, Part, i);
        if (i > 0 && (top || part->after_blank))
            append_blank_line(out);
        g_string_append_len(out, part->text->str, (gssize)part->text->len);
    }
}

/* The items in canonical order; limit: where what follows the collection begins. */
static void
append_collection(Layout *layout, const DocNode *node, GString *out, int indent, size_t limit, Role role, bool in_list)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Part));
    g_array_set_clear_func(parts, clear_part);
    size_t column = (size_t)node->items[0].value->place.column - 1;
    for (size_t i = 0; i < node->n_items; i++) {
        const DocItem *item = &node->items[i], *next = i + 1 < node->n_items ? item + 1 : NULL;
        size_t end = next == NULL ? limit : next->key != NULL ? next->key->start : next->value->start;
        Part part = {.text = g_string_new(NULL), .place = parts->len};
        comments_above(layout, item, &part, indent, end);
        if (node->type == DOC_MAPPING) {
            part.weight = role_weight(role, node, item);
            append_pair(layout, item, part.text, indent, end, role);
        } else {
            append_element(layout, item, part.text, indent, end, role);
        }
        g_array_append_val(parts, part);
    }
    if (node->type == DOC_MAPPING)
        column = (size_t)node->items[0].key->place.column - 1;
    else if (node->style == DOC_BLOCK)
        column = (size_t)node->place.column - 1;
    sort_parts(parts, in_list);
    append_parts(parts, out, role.type == ROLE_TOP);
    bool flow = node->style == DOC_FLOW;
    append_comments(layout, out, flow ? node->end : limit, flow ? 0 : column, indent);
}

/* Rewriting ------------------------------------------------------------------------------------------------------ */

/* What is in a list's brackets beside its items would be lost. */
static bool
may_be_rewritten(const DocNode *node)
{
    return node->type == DOC_TEXT || memchr(node->document->source + node->start, '#', node->end - node->start) == NULL;
}

static void
rewrite(DocNode *node, GHashTable *others)
{
    const char *text = g_hash_table_lookup(others, GSIZE_TO_POINTER(node->start));
    if (text != NULL && node->type != DOC_MAPPING && may_be_rewritten(node)) {
        node->type = DOC_TEXT;
        node->text = text;
        node->n_items = 0;
        node->rewritten = true;
    }
    for (size_t i = 0; i < node->n_items; i++)
        rewrite(node->items[i].value, others);
}

/* The whole ------------------------------------------------------------------------------------------------------ */

static char *
lay_out(Arena *arena, const Document *document)
{
    g_autoptr(GArray) comments = g_array_new(FALSE, FALSE, sizeof(Comment));
    Layout layout = {document, comments, 0};
    size_t done = 0;
    scan_comments(&layout, document->root, &done);
    scan_gap(&layout, done, document->length);
    g_autoptr(GString) out = g_string_new(NULL);
    append_header(&layout, document->root, out);
    append_collection(&layout, document->root, out, 0, document->length, (Role){ROLE_TOP, NULL, NULL}, false);
    append_comments(&layout, out, document->length + 1, 0, 0);
    return arena_strndup(arena, out->str, out->len);
}

char *
fmt_layout(Arena *arena, const char *file, const char *content, size_t length, GHashTable *others, Problems *problems)
{
    size_t errors = problems_errors(problems);
    Document *document = document_parse(arena, file, content, length, problems);
    if (problems_errors(problems) > errors)
        return NULL;
    if (document->root == NULL || document->root->type != DOC_MAPPING || document->root->n_items == 0)
        return arena_strndup(arena, content, length);
    if (others != NULL)
        rewrite(document->root, others);
    char *text = lay_out(arena, document);
    g_autoptr(Problems) faults = problems_new();
    Document *again = document_parse(arena, file, text, strlen(text), faults);
    if (problems_errors(faults) == 0 && again->root != NULL && doc_equal(document->root, again->root))
        return text;
    problems_add(problems, (Place){file, 0, 0}, "laying it out would change what it says: it is left as it is");
    problems_hint(problems, "this is a defect of pleat: please report the file");
    return NULL;
}
