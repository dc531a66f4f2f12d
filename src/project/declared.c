#include "project/declared.h"

#include "base/spell.h"
#include "yaml/load.h"
#include "yaml/signature.h"
#include <string.h>

typedef struct {
    const char *name;
    const Kind *kind; /* that stands before the name; NULL: any */
    Arena *arena;
    GPtrArray *found; /* of Node */
    unsigned best;    /* how well they fit: 0 is to the letter */
} Looking;

enum { NO_FIT = 100 };

/* word: see file_tree_sift(); NULL: all files are read. */
static bool
load(PleatSession *session, const char *word, Problems *problems, Schema **out, GError **error)
{
    g_autoptr(FileTree) tree = NULL;
    if (!file_tree_open_directory(session->config->directory, &tree, error))
        return false;
    if (word != NULL)
        file_tree_sift(tree, ".sql", word);
    *out = declarations_load(tree, "", session->config, 0, problems);
    return true;
}

bool
declared_load(PleatSession *session, Schema **out, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = NULL;
    if (!load(session, NULL, problems, &schema, error))
        return false;
    if (schema->roots->len == 0 && !problems_raise(problems, error))
        return false;
    g_autoptr(GError) left_out = NULL;
    if (!problems_raise(problems, &left_out))
        session_note(session, "%s\n", left_out->message);
    *out = g_steal_pointer(&schema);
    return true;
}

char *
declared_title(const Node *node)
{
    g_autofree char *address = spell_controls(node_address(node), "");
    return g_strdup_printf("%s %s", node->kind->title, address);
}

/* "shop.total(int)" as addresses have it: "shop.total(integer)". */
static const char *
normal_name(Arena *arena, const char *name)
{
    const char *open = strchr(name, '(');
    if (open == NULL || !g_str_has_suffix(name, ")"))
        return name;
    char *arguments = arena_strndup(arena, open + 1, strlen(open) - 2);
    return arena_printf(arena, "%.*s(%s)", (int)(open - name), name, signature_read(arena, arguments, NULL, NULL));
}

/* Without the quotes of its parts, which only the full spelling has: shop."Total"(integer). */
static const char *
unquoted(Arena *arena, const char *name)
{
    const char *open = strchr(name, '(');
    GString *out = g_string_new(NULL);
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '"' && (open == NULL || at < open) && *++at != '"')
            at--; /* one that is alone; two stand for one */
        else
            g_string_append_c(out, *at);
    }
    const char *kept = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return kept;
}

/* The types without the schemas before them: what an author need not write. */
static char *
bare_types(Arena *arena, const char *signature)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) types = g_strsplit(signature, ", ", -1);
    for (char **type = types; *type != NULL; type++) {
        const char *dot = strrchr(*type, '.');
        g_string_append_printf(out, "%s%s", type == types ? "" : ", ", dot == NULL ? *type : dot + 1);
    }
    char *kept = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return kept;
}

/* All spellings of a node's name, the fullest first; NULL-terminated. */
static const char **
spellings(Arena *arena, const Node *node)
{
    const char **list = arena_new_array(arena, const char *, 10);
    const Node *root = node_root(node);
    int n = 0;
    list[n++] = arena_strdup(arena, node_address(node));
    const char *schema = root->schema == NULL ? "" : root->schema, *name = node->name;
    if (name == NULL)
        name = node->parent == NULL ? "" : node->parent->name;
    if (node->signature != NULL) {
        const char *types = bare_types(arena, node->signature);
        list[n++] = arena_printf(arena, "%s.%s(%s)", schema, name, types);
        list[n++] = arena_printf(arena, "%s(%s)", name, node->signature);
        list[n++] = arena_printf(arena, "%s(%s)", name, types);
    }
    if (node->parent == NULL || node->kind->space == SPACE_RELATION)
        list[n++] = arena_printf(arena, "%s.%s", schema, name);
    if (node->parent != NULL) {
        list[n++] = arena_printf(arena, "%s.%s.%s", schema, root->name, name);
        list[n++] = arena_printf(arena, "%s.%s", root->name, name);
    }
    list[n++] = name;
    list[n] = NULL;
    return list;
}

static void
look_at(Node *node, void *data)
{
    Looking *looking = data;
    if ((node->flags & NODE_DERIVED) != 0 || (looking->kind != NULL && node->kind != looking->kind) ||
        node->kind->anonymous)
        return;
    const char **names = spellings(looking->arena, node);
    unsigned fit = 0;
    while (names[fit] != NULL && strcmp(names[fit], looking->name) != 0)
        fit++;
    if (names[fit] == NULL)
        return;
    fit = fit == 0 ? 0 : node->parent == NULL ? 1 : 2; /* an object goes before a part of one */
    if (fit < looking->best)
        g_ptr_array_set_size(looking->found, 0);
    if (fit <= looking->best) {
        g_ptr_array_add(looking->found, node);
        looking->best = fit;
    }
}

/* The kind whose title stands before the name, which moves behind it. */
static const Kind *
read_kind(const char **name)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        size_t length = strlen(kinds_all[i]->title);
        if (g_str_has_prefix(*name, kinds_all[i]->title) && (*name)[length] == ' ') {
            *name += length + 1;
            return kinds_all[i];
        }
    }
    return NULL;
}

char *
declared_word(const char *name)
{
    size_t length = strcspn(name, "(");
    while (length > 0 && !g_ascii_isalnum(name[length - 1]) && name[length - 1] != '_' &&
           (name[length - 1] & 0x80) == 0)
        length--;
    size_t start = length;
    while (start > 0 && strchr(".\" ", name[start - 1]) == NULL)
        start--;
    return g_strndup(name + start, length - start);
}

/* An object may be spelled otherwise than it is called, and YAML may speak of what was passed by. */
bool
declared_load_of(PleatSession *session, const char *name, Schema **out, GError **error)
{
    g_autofree char *word = declared_word(name);
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = NULL;
    const Node *found = NULL;
    if (!load(session, word, problems, &schema, error))
        return false;
    const bool is_there = declared_find(schema, name, &found, NULL) ? found != NULL : true;
    if (!is_there || problems_errors(problems) > 0)
        return declared_load(session, out, error);
    *out = g_steal_pointer(&schema);
    return true;
}

bool
declared_find(const Schema *schema, const char *name, const Node **out, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    Looking looking = {.arena = arena, .found = found, .best = NO_FIT};
    const char *rest = name;
    looking.kind = read_kind(&rest);
    looking.name = normal_name(arena, rest);
    schema_visit(schema, look_at, &looking);
    if (found->len == 0 && strchr(rest, '"') != NULL) {
        looking.name = unquoted(arena, looking.name);
        schema_visit(schema, look_at, &looking);
    }
    *out = found->len == 0 ? NULL : found->pdata[0];
    if (found->len < 2)
        return true;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *title = declared_title(found->pdata[i]);
        g_string_append_printf(list, "%s%s", i == 0 ? "" : ", ", title);
    }
    fail(error, PLEAT_ERROR_USAGE, "\"%s\" is ambiguous: %s", name, list->str);
    return fail_hint(error, "say one of them as it stands here, \"kind name\"");
}

static void
add_name(Node *node, void *data)
{
    if (node->name == NULL || node->kind->anonymous)
        return;
    g_ptr_array_add(data, g_strdup(node_address(node)));
    g_ptr_array_add(data, g_strdup(node->name));
}

void
declared_suggest(const Schema *schema, const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    schema_visit(schema, add_name, names);
    g_ptr_array_add(names, NULL);
    const char *near = problem_did_you_mean(name, (const char *const *)names->pdata);
    if (near != NULL)
        fail_hint(error, "did you mean \"%s\"?", near);
}
