#include "yaml/raw_sql_private.h"

#include "sql/format.h"
#include "sql/split.h"
#include "yaml/signature.h"
#include <string.h>

/* The file at hand. */
typedef struct {
    RawSql *raw;
    const char *folder;
    const char *path_schema;
    const char *content;
    const char *file;
    const char *above, *above_end; /* what stands between the statement at hand and the one before */
} File;

/* A statement that creates a routine: kept until all types that its signature may name are known. */
typedef struct {
    File file;
    const Kind *kind;
    const char *statement, *behind; /* its text, and what follows the kind's words */
    Place place;
    bool unmanaged;
} Routine;

struct RawSql {
    Loader *loader;
    GArray *remarks;     /* of Remark */
    GArray *routines;    /* of Routine */
    GPtrArray *contents; /* of GBytes: the files that the routines stand in */
};

static void
unref_content(void *data)
{
    g_bytes_unref(data);
}

RawSql *
raw_sql_new(Loader *loader)
{
    RawSql *raw = g_new0(RawSql, 1);
    raw->loader = loader;
    raw->remarks = g_array_new(FALSE, FALSE, sizeof(Remark));
    raw->routines = g_array_new(FALSE, FALSE, sizeof(Routine));
    raw->contents = g_ptr_array_new_with_free_func(unref_content);
    return raw;
}

void
raw_sql_free(RawSql *raw)
{
    if (raw == NULL)
        return;
    g_array_unref(raw->remarks);
    g_array_unref(raw->routines);
    g_ptr_array_unref(raw->contents);
    g_free(raw);
}

/* Names and signatures ------------------------------------------------------------------------------------------- */

typedef struct {
    Loader *loader;
    const char *schema;
} Qualifying;

/* A type without a schema that the declarations define in the schema that unqualified names mean. */
static const char *
qualify(const char *type, void *data)
{
    const Qualifying *where = data;
    if (where->schema == NULL)
        return NULL;
    g_autoptr(GString) name = g_string_new(NULL), key = g_string_new(NULL);
    sql_append(name, " %I.%s", where->schema, type);
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (kind->parents != NULL || (kind->space != SPACE_TYPE && kind->space != SPACE_RELATION))
            continue;
        g_string_assign(key, kind->name);
        g_string_append_len(key, name->str, (gssize)name->len);
        const Node *root = schema_find(where->loader->schema, key->str);
        if (root != NULL)
            return sql_printf(where->loader->arena, "%I.%I", root->schema, root->name);
    }
    return NULL;
}

const char *
loader_signature(Loader *loader, const char *arguments, const char *path_schema)
{
    Qualifying where = {loader, path_schema};
    return signature_read(loader->arena, arguments, qualify, &where);
}

bool
raw_sql_name(Loader *loader, const char **cursor, const char **schema, const char **name)
{
    *schema = NULL;
    g_autofree char *first = token_name(lex_next_solid(cursor));
    if (first == NULL)
        return false;
    *name = arena_strdup(loader->arena, first);
    const char *ahead = *cursor;
    if (!token_is(lex_next_solid(&ahead), "."))
        return true;
    g_autofree char *second = token_name(lex_next_solid(&ahead));
    *cursor = ahead;
    *schema = *name;
    *name = arena_strdup(loader->arena, second);
    return second != NULL;
}

const char *
raw_sql_arguments(Loader *loader, const char **cursor)
{
    const char *ahead = *cursor;
    if (!token_is(lex_next_solid(&ahead), "("))
        return NULL;
    const char *start = ahead;
    int depth = 1;
    for (;;) {
        Token token = lex_next_solid(&ahead);
        depth += token_is(token, "(") - token_is(token, ")");
        if (token.kind != TOKEN_END && depth > 0)
            continue;
        *cursor = ahead;
        return arena_strndup(loader->arena, start, (size_t)(token.text - start));
    }
}

bool
raw_sql_skip(const char **cursor, const char *words)
{
    const char *at = *cursor;
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (char **word = list; *word != NULL; word++)
        if (!token_is(lex_next_solid(&at), *word))
            return false;
    *cursor = at;
    return true;
}

const Kind *
raw_sql_kind(const char **cursor, const char *folder)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        bool fits =
            kind->folder != NULL && kind->statement != NULL && (folder == NULL || strcmp(kind->folder, folder) == 0);
        if (fits && raw_sql_skip(cursor, kind->statement))
            return kind;
    }
    return NULL;
}

/* Directives ----------------------------------------------------------------------------------------------------- */

/* What stands behind "-- pleat: WORD" on a line of its own among the comments of a text, which a routine's body may
 * hold as well; NULL: no comment says it. */
static const char *
find_directive(const char *text, const char *text_end, const char *word)
{
    g_autofree char *directive = g_strconcat("-- pleat: ", word, NULL);
    const char *cursor = text;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END && token.text < text_end; token = lex_next(&cursor)) {
        const char *end = token.text + token.length;
        const char *at = token.kind != TOKEN_SPACE ? NULL : g_strstr_len(token.text, (gssize)token.length, directive);
        for (; at != NULL; at = g_strstr_len(at + 1, end - at - 1, directive))
            if (at == text || at[-1] == '\n')
                return at + strlen(directive);
    }
    return NULL;
}

/* Objects -------------------------------------------------------------------------------------------------------- */

/* Several kinds may be made by one statement: CREATE TYPE. */
static bool
is_first_that_says(const Kind *kind)
{
    const char *cursor = kind->statement;
    return cursor != NULL && raw_sql_kind(&cursor, kind->folder) == kind;
}

static void
refuse(const File *file, const char *statement, Place place)
{
    g_autoptr(GString) kinds = g_string_new(NULL);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (g_strcmp0(kinds_all[i]->folder, file->folder) == 0 && is_first_that_says(kinds_all[i]))
            g_string_append_printf(kinds, "%sCREATE %s", kinds->len > 0 ? ", " : "", kinds_all[i]->statement);
    size_t length = strcspn(statement, "\n");
    problems_add(file->raw->loader->problems, place, "no statement for a file under %s/: \"%.*s%s\"", file->folder,
                 (int)MIN(length, 40), statement, length > 40 ? "..." : "");
    problems_hint(file->raw->loader->problems,
                  "it may hold %s, and COMMENT, SECURITY LABEL, GRANT, REVOKE, ALTER ... OWNER TO on these",
                  kinds->str);
}

/* What "-- pleat: WORD TEXT" above the statement says, and where; NULL: nothing. word ends with a blank. */
static char *
read_directive(const File *file, const char *word, Place *place)
{
    const char *start = find_directive(file->above, file->above_end, word);
    if (start == NULL)
        return NULL;
    *place = (Place){.file = file->file};
    text_position(file->content, (size_t)(start - file->content), &place->line, &place->column);
    return g_strstrip(arena_strndup(file->raw->loader->arena, start, strcspn(start, "\n")));
}

static void
read_old_name(const File *file, Node *node)
{
    Place place;
    const char *name = read_directive(file, "renamed_from ", &place);
    if (name != NULL)
        values_renamed_from(file->raw->loader, node, name, place);
}

static void
read_quarantine(const File *file, Node *node)
{
    Place place;
    const char *reason = read_directive(file, "quarantine ", &place);
    if (reason != NULL)
        values_quarantine(file->raw->loader, node, reason, place);
}

/* "-- pleat: keep_prior" above the statement. */
static void
read_keep_prior(const File *file, Node *node)
{
    const char *end = find_directive(file->above, file->above_end, "keep_prior");
    bool whole = end != NULL && (*end == '\n' || *end == '\r' || *end == '\0');
    if (whole && node->kind->space == SPACE_ROUTINE)
        values_keep_prior(file->raw->loader, node);
}

static void
add_object(const File *file, const Kind *kind, const char *cursor, const char *statement, Place place)
{
    Loader *loader = file->raw->loader;
    const char *schema, *name, *signature = NULL;
    if (!raw_sql_name(loader, &cursor, &schema, &name)) {
        problems_add(loader->problems, place, "CREATE %s without a name", kind->statement);
        return;
    }
    if (kind->has_signature) {
        const char *arguments = raw_sql_arguments(loader, &cursor);
        if (arguments == NULL) {
            problems_add(loader->problems, place, "%s \"%s\" without its arguments in parentheses", kind->title, name);
            return;
        }
        signature = loader_signature(loader, arguments, file->path_schema);
    }
    if (strlen(name) > 63) {
        problems_add(loader->problems, place, "name \"%s\": longer than 63 bytes, where PostgreSQL would cut it", name);
        return;
    }
    Node *node = node_new(loader->schema, kind, schema == NULL ? file->path_schema : schema, name, signature);
    node->place = place;
    node->text = arena_strdup(loader->arena, statement);
    node->path_schema = file->path_schema;
    read_old_name(file, node);
    read_quarantine(file, node);
    read_keep_prior(file, node);
    if (loader_add(loader, NULL, node))
        loader_define(loader, node);
}

/* What may be said above a statement is what YAML says with the same keys. */
static void
declare_spelled_out(const File *file, const Kind *kind, const char *behind, const char *text, Place place)
{
    static const char *const KEYS[] = {"renamed_from", "quarantine"};
    Loader *loader = file->raw->loader;
    Directive directives[G_N_ELEMENTS(KEYS) + 1] = {0};
    for (size_t i = 0, n = 0; i < G_N_ELEMENTS(KEYS); i++) {
        g_autofree char *word = g_strconcat(KEYS[i], " ", NULL);
        directives[n].text = read_directive(file, word, &directives[n].place);
        if (directives[n].text != NULL)
            directives[n++].key = KEYS[i];
    }
    Document *document = arena_new_one(loader->arena, Document);
    *document = (Document){.file = file->file, .source = file->content, .length = strlen(file->content)};
    const RawStatement statement = {text, document, (size_t)(file->above_end - file->content), place};
    loader->path_schema = file->path_schema;
    const char *fault = raw_sql_declare(loader, kind, behind, &statement, directives);
    if (fault != NULL)
        problems_add(loader->problems, place, "%s", fault);
}

static bool
is_remark(const char *statement)
{
    const char *cursor = statement;
    Token first = lex_next_solid(&cursor);
    return token_is(first, "comment") || token_is(first, "grant") || token_is(first, "revoke") ||
           token_is(first, "alter") || token_is(first, "security");
}

/* What the statement creates; *behind moves behind the words that say so. NULL: something else, or nothing. */
static const Kind *
read_create(const char **behind, const char *folder)
{
    if (!raw_sql_skip(behind, "create"))
        return NULL;
    raw_sql_skip(behind, "or replace");
    raw_sql_skip(behind, "recursive");
    return raw_sql_kind(behind, folder);
}

/* Types know no OR REPLACE. */
static bool
is_plain_create(const char *statement, const Kind *kind)
{
    const char *cursor = statement;
    return raw_sql_skip(&cursor, "create") && raw_sql_kind(&cursor, kind->folder) == kind;
}

static void
read_statement(const File *file, const char *statement, Place place, bool whole)
{
    RawSql *raw = file->raw;
    const char *behind = statement;
    const Kind *kind = read_create(&behind, file->folder);
    if (kind != NULL && raw_sql_skip(&behind, "if not exists")) {
        problems_add(raw->loader->problems, place, "IF NOT EXISTS: a declaration says what is to be there");
    } else if (kind != NULL && kind->has_signature) {
        Routine routine = {*file, kind, statement, behind, place, raw->loader->unmanaged};
        g_array_append_val(raw->routines, routine);
    } else if (whole && is_remark(statement)) {
        Remark remark = {statement, file->path_schema, place};
        g_array_append_val(raw->remarks, remark);
    } else if (whole && (kind == NULL || (kind->spelled_out && !is_plain_create(statement, kind)))) {
        refuse(file, statement, place);
    } else if (whole && kind->spelled_out) {
        declare_spelled_out(file, kind, behind, statement, place);
    } else if (whole) {
        add_object(file, kind, behind, statement, place);
    }
}

/* As a comment's directive says, else the folder under "functions", else the first schema managed. */
static const char *
path_schema_of(Loader *loader, const char *path, const char *content)
{
    const char *cursor = find_directive(content, content + strlen(content), "schema ");
    g_autofree char *name = cursor == NULL ? NULL : token_name(lex_next_solid(&cursor));
    if (name != NULL)
        return arena_strdup(loader->arena, name);
    const char *below = path + strcspn(path, "/");
    below += *below == '/';
    g_autofree char *part = g_strndup(below, strcspn(below, "/"));
    if (strchr(below, '/') != NULL && config_manages_schema(loader->config, part))
        return arena_strdup(loader->arena, part);
    return loader->config->schemas[0];
}

/* The place of a text that does not end: the statement's would be of no help. */
static bool
is_whole(const File *file, const Statement *statement, const char *text)
{
    const char *cursor = text;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token.kind != TOKEN_BROKEN)
            continue;
        Place place = {.file = file->file};
        text_position(file->content, statement->start + (size_t)(token.text - text), &place.line, &place.column);
        return problems_add(file->raw->loader->problems, place, "%s that never ends",
                            token.text[0] == '/' ? "a comment" : "a quote");
    }
    return true;
}

static bool
check_text(const RawSql *raw, const char *name, const char *content, size_t length)
{
    const char *fault;
    if (g_utf8_validate(content, (gssize)length, &fault))
        return true;
    Place place = {.file = name};
    text_position(content, (size_t)(fault - content), &place.line, &place.column);
    return problems_add(raw->loader->problems, place, "not UTF-8: byte 0x%02X", (unsigned char)*fault);
}

void
raw_sql_read(RawSql *raw, const char *name, const char *path, GBytes *bytes)
{
    Loader *loader = raw->loader;
    size_t length;
    const char *content = g_bytes_get_data(bytes, &length);
    if (!check_text(raw, name, content, length))
        return;
    g_ptr_array_add(raw->contents, g_bytes_ref(bytes));
    if (g_str_has_prefix(content, "\xEF\xBB\xBF"))
        content += 3;
    const char *folder = arena_strndup(loader->arena, path, strcspn(path, "/"));
    File file = {raw, folder, path_schema_of(loader, path, content), content, name, content, content};
    loader->unmanaged = find_directive(content, content + strlen(content), "external") != NULL;
    g_autoptr(GArray) statements = split_statements(content);
    for (guint i = 0; i < statements->len; i++) {
        const Statement *statement = &g_array_index(statements, Statement, i);
        const char *text = arena_strndup(loader->arena, content + statement->start, statement->length);
        Place place = {.file = name};
        text_position(content, statement->start, &place.line, &place.column);
        file.above = file.above_end + strspn(file.above_end, ";");
        file.above_end = content + statement->start;
        read_statement(&file, text, place, is_whole(&file, statement, text));
        file.above_end += statement->length;
    }
    loader->unmanaged = false;
}

void
raw_sql_routines(RawSql *raw)
{
    for (guint i = 0; i < raw->routines->len; i++) {
        const Routine *routine = &g_array_index(raw->routines, Routine, i);
        raw->loader->unmanaged = routine->unmanaged;
        add_object(&routine->file, routine->kind, routine->behind, routine->statement, routine->place);
    }
    raw->loader->unmanaged = false;
}

void
raw_sql_finish(RawSql *raw)
{
    for (guint i = 0; i < raw->remarks->len; i++)
        remark_finish(raw->loader, &g_array_index(raw->remarks, Remark, i));
}
