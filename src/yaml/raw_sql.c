#include "yaml/loader.h"

#include "model/labels.h"
#include "sql/format.h"
#include "sql/split.h"
#include "yaml/privilege.h"
#include "yaml/signature.h"
#include <string.h>

/* A statement that says something of an object: kept until all objects are known. */
typedef struct {
    const char *text;
    const char *path_schema;
    Place place;
} Remark;

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
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (kind->parents != NULL || (kind->space != SPACE_TYPE && kind->space != SPACE_RELATION))
            continue;
        g_autoptr(GString) key = g_string_new(NULL);
        sql_append(key, "%s %I.%s", kind->name, where->schema, type);
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

/* "schema.name" or "name" at the cursor; false when none stands there. */
static bool
read_name(Loader *loader, const char **cursor, const char **schema, const char **name)
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

/* The text between the parentheses that open at the cursor, which moves behind them; NULL when none open there. */
static const char *
read_arguments(Loader *loader, const char **cursor)
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

/* Moves the cursor behind the words when they stand there. */
static bool
skip_words(const char **cursor, const char *words)
{
    const char *at = *cursor;
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (char **word = list; *word != NULL; word++)
        if (!token_is(lex_next_solid(&at), *word))
            return false;
    *cursor = at;
    return true;
}

/* The kind whose CREATE words stand at the cursor, which moves behind them. folder NULL: any. */
static const Kind *
read_kind(const char **cursor, const char *folder)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        bool fits =
            kind->folder != NULL && kind->statement != NULL && (folder == NULL || strcmp(kind->folder, folder) == 0);
        if (fits && skip_words(cursor, kind->statement))
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

static void
refuse(const File *file, const char *statement, Place place)
{
    g_autoptr(GString) kinds = g_string_new(NULL);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (g_strcmp0(kinds_all[i]->folder, file->folder) == 0 && kinds_all[i]->statement != NULL)
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
    if (skip_words(&cursor, "if not exists")) {
        problems_add(loader->problems, place, "IF NOT EXISTS: a declaration says what is to be there");
        return;
    }
    if (!read_name(loader, &cursor, &schema, &name)) {
        problems_add(loader->problems, place, "CREATE %s without a name", kind->statement);
        return;
    }
    if (kind->has_signature) {
        const char *arguments = read_arguments(loader, &cursor);
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
    loader_add(loader, NULL, node);
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
    if (!skip_words(behind, "create"))
        return NULL;
    skip_words(behind, "or replace");
    skip_words(behind, "recursive");
    return read_kind(behind, folder);
}

static void
read_statement(const File *file, const char *statement, Place place, bool whole)
{
    RawSql *raw = file->raw;
    const char *behind = statement;
    const Kind *kind = read_create(&behind, file->folder);
    if (kind != NULL && kind->has_signature) {
        Routine routine = {*file, kind, statement, behind, place, raw->loader->unmanaged};
        g_array_append_val(raw->routines, routine);
    } else if (whole && is_remark(statement)) {
        Remark remark = {statement, file->path_schema, place};
        g_array_append_val(raw->remarks, remark);
    } else if (whole && kind == NULL) {
        refuse(file, statement, place);
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

/* Remarks -------------------------------------------------------------------------------------------------------- */

static Node *
find_object(Loader *loader, const Remark *remark, bool (*fits)(const Kind *kind, const char *word), const char *word,
            const char **cursor)
{
    const char *schema, *name;
    if (!read_name(loader, cursor, &schema, &name))
        return NULL;
    schema = schema == NULL ? remark->path_schema : schema;
    const char *arguments = read_arguments(loader, cursor);
    const char *signature = arguments == NULL ? NULL : loader_signature(loader, arguments, remark->path_schema);
    Node *found = NULL;
    for (guint i = 0; i < loader->schema->roots->len; i++) {
        Node *root = loader->schema->roots->pdata[i];
        if (root->kind->folder == NULL || !fits(root->kind, word) || strcmp(root->name, name) != 0 ||
            g_strcmp0(root->schema, schema) != 0)
            continue;
        if (signature == NULL || g_strcmp0(root->signature, signature) == 0)
            found = root;
    }
    if (found == NULL)
        problems_add(loader->problems, remark->place, "no %s \"%s%s%s%s\" is declared", word, name,
                     signature == NULL ? "" : "(", signature == NULL ? "" : signature, signature == NULL ? "" : ")");
    return found;
}

static bool
is_kind(const Kind *kind, const char *word)
{
    return strcmp(kind->statement, word) == 0;
}

static bool
is_granted_on(const Kind *kind, const char *word)
{
    if (strcmp(word, "ROUTINE") == 0)
        return kind->space == SPACE_ROUTINE;
    return kind->grant_on != NULL && g_str_has_prefix(kind->grant_on, word);
}

static bool
set_facet(Loader *loader, const Remark *remark, Node *node, Facet facet, const char *value)
{
    if (node->facets[facet] != NULL)
        return problems_add(loader->problems, remark->place, "the %s of %s is said twice", facet_keys[facet],
                            loader_title(loader, node));
    node->facets[facet] = arena_strdup(loader->arena, value);
    return true;
}

/* ON an object IS; *node is NULL where that was told to be none. */
static bool
read_subject(Loader *loader, const Remark *remark, const char **cursor, Node **node)
{
    const Kind *kind = skip_words(cursor, "on") ? read_kind(cursor, NULL) : NULL;
    if (kind == NULL)
        return false;
    *node = find_object(loader, remark, is_kind, kind->statement, cursor);
    return *node == NULL || skip_words(cursor, "is");
}

static bool
finish_comment(Loader *loader, const Remark *remark, const char *cursor)
{
    Node *node = NULL;
    if (!read_subject(loader, remark, &cursor, &node))
        return false;
    if (node == NULL)
        return true;
    g_autofree char *text = token_string(lex_next_solid(&cursor));
    if (text != NULL)
        set_facet(loader, remark, node, FACET_COMMENT, text);
    return true;
}

/* A provider is named as an identifier or as a string. */
static bool
finish_label(Loader *loader, const Remark *remark, const char *cursor)
{
    if (!skip_words(&cursor, "for"))
        return problems_add(loader->problems, remark->place, "SECURITY LABEL without FOR and its provider") || true;
    Token token = lex_next_solid(&cursor);
    g_autofree char *name = token_name(token);
    g_autofree char *provider = name != NULL ? g_steal_pointer(&name) : token_string(token);
    Node *node = NULL;
    if (provider == NULL || !read_subject(loader, remark, &cursor, &node))
        return false;
    if (node == NULL)
        return true;
    g_autofree char *label = token_string(lex_next_solid(&cursor));
    const char *labels = label == NULL ? NULL : labels_add(loader->arena, node->facets[FACET_LABELS], provider, label);
    if (labels != NULL)
        node->facets[FACET_LABELS] = labels;
    else if (label != NULL)
        problems_add(loader->problems, remark->place, "the label of %s for \"%s\" is said twice",
                     loader_title(loader, node), provider);
    return true;
}

static bool
finish_owner(Loader *loader, const Remark *remark, const char *cursor)
{
    const Kind *kind = read_kind(&cursor, NULL);
    Node *node = kind == NULL ? NULL : find_object(loader, remark, is_kind, kind->statement, &cursor);
    if (kind == NULL || node == NULL)
        return kind != NULL;
    if (!skip_words(&cursor, "owner to"))
        return false;
    g_autofree char *role = token_name(lex_next_solid(&cursor));
    if (role != NULL)
        set_facet(loader, remark, node, FACET_OWNER, role);
    return role != NULL;
}

/* Where the word stands outside of parentheses, and behind it; false when it does not. */
static bool
find_word(const char *from, const char *word, const char **at, const char **behind)
{
    int depth = 0;
    const char *cursor = from;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        if (depth > 0 || !token_is(token, word))
            continue;
        *at = token.text;
        *behind = cursor;
        return true;
    }
    return false;
}

typedef struct {
    bool grant, with_option;
    char **privileges, **grantees;
} Acl;

static void
take_away(Loader *loader, Node *node, const char *grantee, const char *privilege)
{
    bool public = strcmp(grantee, "PUBLIC") == 0;
    if (!public && node->facets[FACET_PRIVILEGES] == NULL)
        return;
    const char *all = g_ascii_strncasecmp(privilege, "all", 3) == 0
                          ? privileges_all(loader->arena, node, loader->schema->major)
                          : privilege;
    g_auto(GStrv) words = g_strsplit(all, ",", -1);
    for (char **word = words; *word != NULL; word++) {
        g_autofree char *upper = g_ascii_strup(*word, -1);
        node->facets[FACET_PRIVILEGES] =
            privileges_change(loader->arena, node->facets[FACET_PRIVILEGES], grantee, upper, false);
    }
}

static void
apply_acl(Loader *loader, const Remark *remark, const Acl *acl, Node *node)
{
    for (char **grantee = acl->grantees; *grantee != NULL; grantee++)
        for (char **privilege = acl->privileges; *privilege != NULL; privilege++) {
            const char *cursor = *grantee;
            Token token = lex_next_solid(&cursor);
            g_autofree char *name = token_is(token, "public") ? g_strdup("PUBLIC") : token_name(token);
            const char *text =
                arena_printf(loader->arena, "%s%s", *privilege, acl->with_option ? " with grant option" : "");
            if (name != NULL && acl->grant)
                privileges_grant(loader, node, name, text, remark->place);
            else if (name != NULL)
                take_away(loader, node, name, *privilege);
        }
}

static bool
finish_acl(Loader *loader, const Remark *remark, const char *cursor, bool grant)
{
    static const char *const OBJECTS[] = {"FUNCTION", "PROCEDURE", "ROUTINE", "TABLE"};
    const char *on, *object, *to, *grantees, *with, *behind, *word = "TABLE";
    if (!find_word(cursor, "on", &on, &object) || !find_word(object, grant ? "to" : "from", &to, &grantees))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(OBJECTS); i++)
        if (skip_words(&object, OBJECTS[i]))
            word = OBJECTS[i];
    Acl acl = {.grant = grant};
    acl.with_option = grant && find_word(grantees, "with", &with, &behind);
    const char *end = acl.with_option ? with : grantees + strlen(grantees);
    acl.privileges = split_list(loader->arena, arena_strndup(loader->arena, cursor, (size_t)(on - cursor)));
    acl.grantees = split_list(loader->arena, arena_strndup(loader->arena, grantees, (size_t)(end - grantees)));
    char **objects = split_list(loader->arena, arena_strndup(loader->arena, object, (size_t)(to - object)));
    for (; *objects != NULL; objects++) {
        const char *name = *objects;
        Node *node = find_object(loader, remark, is_granted_on, word, &name);
        if (node != NULL)
            apply_acl(loader, remark, &acl, node);
    }
    return true;
}

static bool
finish_one(Loader *loader, const Remark *remark)
{
    const char *cursor = remark->text;
    if (skip_words(&cursor, "comment"))
        return finish_comment(loader, remark, cursor);
    if (skip_words(&cursor, "security label"))
        return finish_label(loader, remark, cursor);
    if (skip_words(&cursor, "alter"))
        return finish_owner(loader, remark, cursor);
    if (skip_words(&cursor, "grant"))
        return finish_acl(loader, remark, cursor, true);
    return skip_words(&cursor, "revoke") && finish_acl(loader, remark, cursor, false);
}

void
raw_sql_finish(RawSql *raw)
{
    for (guint i = 0; i < raw->remarks->len; i++) {
        const Remark *remark = &g_array_index(raw->remarks, Remark, i);
        size_t length = strcspn(remark->text, "\n");
        if (finish_one(raw->loader, remark))
            continue;
        problems_add(raw->loader->problems, remark->place, "not understood: \"%.*s%s\"", (int)MIN(length, 40),
                     remark->text, length > 40 ? "..." : "");
        problems_hint(
            raw->loader->problems,
            "COMMENT ON, SECURITY LABEL, GRANT, REVOKE and ALTER ... OWNER TO may name what raw SQL files create");
    }
}
