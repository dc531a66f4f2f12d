/* What raw SQL files say of the objects that they create: comments, labels, owners, privileges. */
#include "yaml/raw_sql_private.h"

#include "model/labels.h"
#include "sql/split.h"
#include "yaml/privilege.h"
#include <string.h>

typedef bool Fits(const Kind *kind, const char *word);

static Node *
find_named(Loader *loader, const Remark *remark, Fits *fits, const char *word, const char *schema, const char *name,
           const char *signature)
{
    Node *found = NULL;
    schema = schema == NULL ? remark->path_schema : schema;
    for (guint i = 0; i < loader->schema->roots->len; i++) {
        Node *root = loader->schema->roots->pdata[i];
        if (!g_hash_table_contains(loader->defined, root) || !fits(root->kind, word) || strcmp(root->name, name) != 0 ||
            g_strcmp0(root->schema, schema) != 0)
            continue;
        if (signature == NULL || g_strcmp0(root->signature, signature) == 0)
            found = root;
    }
    if (found == NULL)
        problems_add(loader->problems, remark->place, "no raw SQL file creates %s \"%s%s%s%s\"", word, name,
                     signature == NULL ? "" : "(", signature == NULL ? "" : signature, signature == NULL ? "" : ")");
    return found;
}

static Node *
find_object(Loader *loader, const Remark *remark, Fits *fits, const char *word, const char **cursor)
{
    const char *schema, *name;
    if (!raw_sql_name(loader, cursor, &schema, &name))
        return NULL;
    const char *arguments = raw_sql_arguments(loader, cursor);
    const char *signature = arguments == NULL ? NULL : loader_signature(loader, arguments, remark->path_schema);
    return find_named(loader, remark, fits, word, schema, name, signature);
}

/* A domain is a type, too (manual, COMMENT). */
static bool
is_any_type(const Kind *kind, const char *word)
{
    return strcmp(word, "TYPE") == 0 && kind->space == SPACE_TYPE;
}

static bool
is_kind(const Kind *kind, const char *word)
{
    return strcmp(kind->statement, word) == 0 || is_any_type(kind, word);
}

static bool
is_granted_on(const Kind *kind, const char *word)
{
    if (strcmp(word, "ROUTINE") == 0)
        return kind->space == SPACE_ROUTINE;
    return is_any_type(kind, word) || (kind->grant_on != NULL && g_str_has_prefix(kind->grant_on, word));
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

/* Parts ---------------------------------------------------------------------------------------------------------- */

/* NAME ON the domain that it is a constraint of. */
static bool
read_constraint(Loader *loader, const Remark *remark, const char **cursor, Node **node)
{
    g_autofree char *name = token_name(lex_next_solid(cursor));
    const Kind *kind = name != NULL && raw_sql_skip(cursor, "on") ? raw_sql_kind(cursor, NULL) : NULL;
    if (kind == NULL)
        return false;
    const Node *domain = find_object(loader, remark, is_kind, kind->statement, cursor);
    for (Node *child = domain == NULL ? NULL : domain->first_child; child != NULL; child = child->next)
        if (child->kind->space == SPACE_CONSTRAINT && g_strcmp0(child->name, name) == 0)
            *node = child;
    if (domain != NULL && *node == NULL)
        problems_add(loader->problems, remark->place, "%s has no constraint \"%s\"", loader_title(loader, domain),
                     name);
    return true;
}

/* The kind of what is said of the columns that come with one: a view's, the attributes of a type. */
static const Kind *
column_kind(const Kind *parent)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->bare && kind_has_parent(kinds_all[i], parent) && kinds_all[i]->identify != NULL &&
            g_str_has_prefix(kinds_all[i]->identify, "COLUMN "))
            return kinds_all[i];
    return NULL;
}

static bool
has_columns(const Kind *kind, const char *word)
{
    (void)word;
    return column_kind(kind) != NULL;
}

/* [schema.]object.column */
static bool
read_column(Loader *loader, const Remark *remark, const char **cursor, Node **node)
{
    const char *schema = NULL, *object, *column;
    if (!raw_sql_name(loader, cursor, &object, &column) || object == NULL)
        return false;
    if (raw_sql_skip(cursor, ".")) {
        g_autofree char *last = token_name(lex_next_solid(cursor));
        if (last == NULL)
            return false;
        schema = object;
        object = column;
        column = arena_strdup(loader->arena, last);
    }
    Node *parent = find_named(loader, remark, has_columns, "a view or type", schema, object, NULL);
    if (parent == NULL)
        return true;
    const Kind *kind = column_kind(parent->kind);
    *node = schema_find_named(loader->schema, kind, parent, NULL, column, NULL);
    const char *ahead = *cursor;
    if (*node == NULL && !raw_sql_skip(&ahead, "is null")) {
        *node = node_new(loader->schema, kind, NULL, column, NULL);
        (*node)->place = remark->place;
        (*node)->flags |= parent->flags & NODE_UNMANAGED;
        loader_add(loader, parent, *node);
    }
    return true;
}

static bool
read_whole(Loader *loader, const Remark *remark, const char **cursor, Node **node)
{
    const Kind *kind = raw_sql_kind(cursor, NULL);
    if (kind != NULL)
        *node = find_object(loader, remark, is_kind, kind->statement, cursor);
    return kind != NULL;
}

/* What is said of them -------------------------------------------------------------------------------------------- */

/* ON an object IS; *node is NULL where that was told to be none. */
static bool
read_subject(Loader *loader, const Remark *remark, const char **cursor, Node **node)
{
    if (!raw_sql_skip(cursor, "on"))
        return false;
    bool understood = raw_sql_skip(cursor, "column")       ? read_column(loader, remark, cursor, node)
                      : raw_sql_skip(cursor, "constraint") ? read_constraint(loader, remark, cursor, node)
                                                           : read_whole(loader, remark, cursor, node);
    return understood && (*node == NULL || raw_sql_skip(cursor, "is"));
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
    if (!raw_sql_skip(&cursor, "for"))
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
    const Kind *kind = raw_sql_kind(&cursor, NULL);
    Node *node = kind == NULL ? NULL : find_object(loader, remark, is_kind, kind->statement, &cursor);
    if (kind == NULL || node == NULL)
        return kind != NULL;
    if (!raw_sql_skip(&cursor, "owner to"))
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
    static const char *const OBJECTS[] = {"FUNCTION", "PROCEDURE", "ROUTINE", "TABLE", "TYPE", "DOMAIN"};
    const char *on, *object, *to, *grantees, *with, *behind, *word = "TABLE";
    if (!find_word(cursor, "on", &on, &object) || !find_word(object, grant ? "to" : "from", &to, &grantees))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(OBJECTS); i++)
        if (raw_sql_skip(&object, OBJECTS[i]))
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
    if (raw_sql_skip(&cursor, "comment"))
        return finish_comment(loader, remark, cursor);
    if (raw_sql_skip(&cursor, "security label"))
        return finish_label(loader, remark, cursor);
    if (raw_sql_skip(&cursor, "alter"))
        return finish_owner(loader, remark, cursor);
    if (raw_sql_skip(&cursor, "grant"))
        return finish_acl(loader, remark, cursor, true);
    return raw_sql_skip(&cursor, "revoke") && finish_acl(loader, remark, cursor, false);
}

void
remark_finish(Loader *loader, const Remark *remark)
{
    size_t length = strcspn(remark->text, "\n");
    if (finish_one(loader, remark))
        return;
    problems_add(loader->problems, remark->place, "not understood: \"%.*s%s\"", (int)MIN(length, 40), remark->text,
                 length > 40 ? "..." : "");
    problems_hint(
        loader->problems,
        "COMMENT ON, SECURITY LABEL, GRANT, REVOKE and ALTER ... OWNER TO may name what raw SQL files create");
}
