#include "project/recover.h"

#include "history/words.h"
#include "model/emit.h"
#include "project/one_file.h"
#include "project/one_object.h"
#include "project/ran_texts.h"
#include "project/statement_text.h"
#include "sql/format.h"
#include "sql/split.h"
#include <string.h>

/* What git, or a revision, has for one old node. */
typedef struct {
    const char *text, *path_schema, *path, *origin;
    const char *understood; /* in PostgreSQL's words, which a proof has seen; NULL: none has, "": there were none */
    bool is_new;            /* it is what is declared now, so hardly what was */
    guint rank;             /* of the newest revision that carried its file: 1 for the first one; 0: none did */
    guint age;              /* 0 is the newest in git */
    bool failed;            /* a proof did, with it */
} Candidate;

enum { MOST_CANDIDATES = 8 };

/* A version that has another body than the database. */
typedef struct {
    const char *body, *path, *origin; /* NULL: none was found */
    guint distance;                   /* lines that only one of both has */
} Closest;

typedef struct {
    Node *node;
    const Node *declared; /* what it is to become; NULL: it goes */
    GArray *candidates;   /* of Candidate, best first; the first one is taken, unless it failed */
    bool is_sure;         /* nothing older can be better */
    bool is_deep;         /* what seemed sure has failed */
    Closest closest;
} Wanted;

struct Recovery {
    Schema *schema;
    const Config *config;
    Graph *graph;      /* NULL: it cannot be read */
    History *history;  /* NULL: there is no repository */
    GHashTable *ranks; /* the first digits of a blob -> Candidate.rank */
    GArray *wanted;    /* of Wanted */
};

enum { BLOB_DIGITS = 7 };

static void
wanted_clear(void *data)
{
    g_array_unref(((Wanted *)data)->candidates);
}

static Recovery *
recovery_new(PleatSession *session, Schema *schema)
{
    Recovery *recovery = g_new0(Recovery, 1);
    recovery->schema = schema;
    recovery->config = session->config;
    recovery->ranks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    recovery->wanted = g_array_new(FALSE, FALSE, sizeof(Wanted));
    g_array_set_clear_func(recovery->wanted, wanted_clear);
    return recovery;
}

void
recovery_free(Recovery *recovery)
{
    if (recovery == NULL)
        return;
    g_hash_table_unref(recovery->ranks);
    graph_free(recovery->graph);
    g_array_unref(recovery->wanted);
    g_free(recovery);
}

/* The files that revisions carried, by the blobs that their headers name. */
static void
read_ranks(PleatSession *session, Recovery *recovery)
{
    if (!session_graph(session, &recovery->graph, NULL))
        return;
    GPtrArray *all = graph_all(recovery->graph);
    for (guint i = 0; i < all->len; i++)
        for (const char **source = ((const Revision *)all->pdata[i])->source; *source != NULL; source++) {
            const char *at = strrchr(*source, '@');
            if (at != NULL && strlen(at + 1) >= BLOB_DIGITS)
                g_hash_table_insert(recovery->ranks, g_strndup(at + 1, BLOB_DIGITS), GUINT_TO_POINTER(i + 1));
        }
}

/* --- What a file of some commit has --------------------------------------------------------------------------- */

/* NULL: it has none, or one that was read as SQL (BEGIN ATOMIC). */
static const char *
body_of(const Node *node)
{
    int body = kind_attr(node->kind, "body");
    return body < 0 || node->values[body] == NULL || *node->values[body] == '\0' ? NULL : node->values[body];
}

static bool
is_called(const Node *node, const char *sql)
{
    g_autofree char *name = statement_name(sql, node->kind->statement);
    return g_strcmp0(name, node->name) == 0;
}

static char *
origin(Schema *schema, const FileVersion *version)
{
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(version->date);
    g_autofree char *day = date == NULL ? g_strdup("?") : g_date_time_format(date, "%Y-%m-%d");
    return arena_printf(schema->arena, "%s, blob %.7s, commit %.7s (%s)", version->path, version->blob, version->commit,
                        day);
}

/* Where the file stood elsewhere, names without a schema may have meant the node's own all the same. */
static const Node *
find_in(const Schema *file, const Node *wanted)
{
    const Node *found = one_object_alike(file, wanted);
    for (guint i = 0; found == NULL && i < file->roots->len; i++) {
        const Node *root = file->roots->pdata[i];
        if (root->kind == wanted->kind && g_strcmp0(root->name, wanted->name) == 0 &&
            g_strcmp0(root->schema, root->path_schema) == 0 &&
            one_object_same_types(root->signature, wanted->signature))
            found = root;
    }
    return found;
}

/* What its names without a schema mean: what they meant in its file, unless its own name has moved along with that. */
static const char *
path_schema_of(const Node *node, const Node *wanted)
{
    return g_strcmp0(node->schema, wanted->schema) == 0 ? node->path_schema : wanted->schema;
}

/* Whether OR REPLACE stands in one of both does not matter. */
static bool
say_the_same(const char *sql, const char *other)
{
    const char *left = statement_behind_create(sql), *right = statement_behind_create(other);
    return left != NULL && right != NULL && strcmp(left, right) == 0;
}

static Candidate *
find_known(const Wanted *wanted, const char *text)
{
    for (guint i = 0; i < wanted->candidates->len; i++) {
        Candidate *candidate = &g_array_index(wanted->candidates, Candidate, i);
        if (say_the_same(candidate->text, text))
            return candidate;
    }
    return NULL;
}

/* Of a database's body nothing but the whole is right. */
static bool
may_be(const Wanted *wanted, const char *sql)
{
    const char *body = body_of(wanted->node);
    return body == NULL || statement_has_body(sql, body);
}

static void
note_distance(Recovery *recovery, Wanted *wanted, const FileVersion *version, const char *sql)
{
    g_autofree char *body = statement_body(sql);
    const guint distance = body == NULL ? 0 : text_distance(body_of(wanted->node), body);
    if (body == NULL || (wanted->closest.body != NULL && wanted->closest.distance <= distance))
        return;
    wanted->closest = (Closest){.body = arena_strdup(recovery->schema->arena, body),
                                .path = version->path,
                                .origin = origin(recovery->schema, version),
                                .distance = distance};
}

/* What a file declares. The newest place where it stands so is told. */
static void
add_candidate(Recovery *recovery, Wanted *wanted, const Node *node, const char *path, const char *from, guint rank)
{
    Arena *arena = recovery->schema->arena;
    Candidate *candidate = find_known(wanted, node->text);
    if (candidate == NULL && wanted->candidates->len == MOST_CANDIDATES)
        return;
    if (candidate == NULL) {
        const Candidate made = {
            .text = arena_strdup(arena, node->text),
            .path_schema = arena_strdup(arena, path_schema_of(node, wanted->node)),
            .path = arena_strdup(arena, path),
            .origin = from,
            .is_new = wanted->declared != NULL && wanted->declared->text != NULL &&
                      say_the_same(wanted->declared->text, node->text),
            .age = wanted->candidates->len,
        };
        g_array_append_val(wanted->candidates, made);
        candidate = &g_array_index(wanted->candidates, Candidate, made.age);
    }
    candidate->rank = MAX(candidate->rank, rank);
    wanted->is_sure = !candidate->failed && !candidate->is_new &&
                      (candidate->rank > 0 || (body_of(wanted->node) != NULL && !wanted->is_deep));
}

static void
add_version(Recovery *recovery, Wanted *wanted, const FileVersion *version, const Node *node)
{
    if (!may_be(wanted, node->text)) {
        note_distance(recovery, wanted, version, node->text);
        return;
    }
    g_autofree char *blob = g_strndup(version->blob, BLOB_DIGITS);
    add_candidate(recovery, wanted, node, version->path, origin(recovery->schema, version),
                  GPOINTER_TO_UINT(g_hash_table_lookup(recovery->ranks, blob)));
}

/* Only a file that seems to have one of them is read as declarations. */
static bool
match(const FileVersion *version, GBytes *content, void *data)
{
    Recovery *recovery = data;
    const char *text = g_bytes_get_data(content, NULL);
    g_autoptr(GArray) statements = split_statements(text);
    g_autoptr(OneFile) file = NULL;
    guint n_open = 0;
    for (guint k = 0; k < recovery->wanted->len; k++) {
        Wanted *wanted = &g_array_index(recovery->wanted, Wanted, k);
        for (guint i = 0; !wanted->is_sure && i < statements->len; i++) {
            const Statement *statement = &g_array_index(statements, Statement, i);
            if (!is_called(wanted->node, text + statement->start))
                continue;
            if (file == NULL)
                file = one_file_read(recovery->config, version->path, wanted->node->kind->folder, content);
            const Node *node = find_in(file->schema, wanted->node);
            if (node != NULL && node->text != NULL)
                add_version(recovery, wanted, version, node);
            break;
        }
        n_open += !wanted->is_sure;
    }
    return n_open == 0;
}

/* --- What revisions have run ------------------------------------------------------------------------------------ */

static const Node *
find_ran(const Recovery *recovery, const Wanted *wanted, const RanText *ran, OneFile **file)
{
    GString *text = g_string_new("-- pleat: schema ");
    sql_append(text, "%I\n", ran->path_schema == NULL ? wanted->node->schema : ran->path_schema);
    g_string_append_printf(text, "%s;\n", ran->sql);
    g_autoptr(GBytes) content = g_string_free_to_bytes(text);
    *file = one_file_read(recovery->config, ran->revision->path, wanted->node->kind->folder, content);
    const Node *node = find_in((*file)->schema, wanted->node);
    return node == NULL || node->text == NULL ? NULL : node;
}

static bool
match_ran(const RanText *ran, void *data)
{
    Recovery *recovery = data;
    guint n_open = 0;
    for (guint k = 0; k < recovery->wanted->len; k++) {
        Wanted *wanted = &g_array_index(recovery->wanted, Wanted, k);
        g_autoptr(OneFile) file = NULL;
        const Node *node = NULL;
        if (!wanted->is_sure && is_called(wanted->node, ran->sql) && may_be(wanted, ran->sql))
            node = find_ran(recovery, wanted, ran, &file);
        if (node != NULL)
            add_candidate(recovery, wanted, node, ran->revision->path,
                          arena_printf(recovery->schema->arena, "revision %s", ran->revision->id), ran->rank);
        n_open += !wanted->is_sure;
    }
    return n_open == 0;
}

/* --- Which one is taken ----------------------------------------------------------------------------------------- */

/* What a revision carried last is what a database runs that nobody has touched since. */
static int
compare_candidates(const void *left, const void *right)
{
    const Candidate *a = left, *b = right;
    if (a->failed != b->failed)
        return a->failed ? 1 : -1;
    if (a->is_new != b->is_new)
        return a->is_new ? 1 : -1;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    return a->age < b->age ? -1 : 1;
}

static void
take(Wanted *wanted, const Candidate *candidate, const char *why_none)
{
    wanted->node->text = candidate == NULL ? NULL : candidate->text;
    wanted->node->path_schema = candidate == NULL ? NULL : candidate->path_schema;
    wanted->node->origin = candidate == NULL ? why_none : candidate->origin;
}

/* Of versions that a proof has refused: which of them has most words of the database's. NULL: it has refused none. */
static const Candidate *
closest_of(const Wanted *wanted, Arena *arena)
{
    Node own = *wanted->node;
    own.text = NULL;
    const char *sql = node_define(arena, &own, false).sql;
    const Candidate *closest = NULL;
    guint least = G_MAXUINT;
    for (guint i = 0; i < wanted->candidates->len; i++) {
        const Candidate *candidate = &g_array_index(wanted->candidates, Candidate, i);
        const guint distance = statement_distance(sql, candidate->text);
        if (candidate->failed && distance < least) {
            closest = candidate;
            least = distance;
        }
    }
    return closest;
}

static void
take_none_of(Wanted *wanted, Arena *arena)
{
    const Candidate *closest = closest_of(wanted, arena);
    static const char WHY[] = "the database: what git has differs from it";
    take(wanted, NULL, closest == NULL ? WHY : arena_printf(arena, "%s; closest is %s", WHY, closest->origin));
}

static void
take_best(Wanted *wanted, Arena *arena)
{
    GArray *candidates = wanted->candidates;
    g_array_sort(candidates, compare_candidates);
    const Candidate *best = candidates->len == 0 ? NULL : &g_array_index(candidates, Candidate, 0);
    if (best == NULL && wanted->closest.origin != NULL)
        take(wanted, NULL,
             arena_printf(arena, "the database: git has no version with this body; closest is %s",
                          wanted->closest.origin));
    else if (best == NULL)
        take(wanted, NULL, "the database: git has no version with this body");
    else if (best->failed)
        take_none_of(wanted, arena);
    else
        take(wanted, best, NULL);
}

/* What it was called before the plan renames it; NULL: the same. */
static const char *
old_name(const GArray *renames, const Node *new_node)
{
    for (guint i = 0; renames != NULL && i < renames->len; i++) {
        const Rename *rename = &g_array_index(renames, Rename, i);
        if (new_node != NULL && rename->new_node == new_node)
            return rename->old_node->name;
    }
    return NULL;
}

/* The way back of what is renamed as well changes it first: under its new name, which no version in git has. */
static void
add_wanted(Recovery *recovery, const Delta *delta, const GArray *renames)
{
    Node *root = delta->old_node;
    if (root == NULL || !kind_is_text(root->kind) || root->text != NULL)
        return;
    const char *was = old_name(renames, delta->new_node);
    if (was != NULL) {
        root->origin = arena_printf(recovery->schema->arena, "the database: in git it is still called %s", was);
        return;
    }
    Wanted wanted = {.node = root, .declared = delta->new_node == NULL ? NULL : delta->new_node->declared};
    wanted.candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_append_val(recovery->wanted, wanted);
}

/* The names of those that are looked for: NULL-terminated, g_free. *all_plain: each is a single word, by which it is
 * found in a content. */
static const char **
names_of(const Recovery *recovery, bool *all_plain)
{
    const char **words = g_new0(const char *, recovery->wanted->len + 1);
    guint n = 0;
    *all_plain = true;
    for (guint i = 0; i < recovery->wanted->len; i++) {
        const Wanted *wanted = &g_array_index(recovery->wanted, Wanted, i);
        if (wanted->is_sure)
            continue;
        words[n++] = wanted->node->name;
        *all_plain = *all_plain && word_is_plain(wanted->node->name);
    }
    return words;
}

static bool
look_through_git(Recovery *recovery, GError **error)
{
    g_autoptr(GPtrArray) folders = g_ptr_array_new();
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kind_is_text(kinds_all[i]) &&
            !g_ptr_array_find_with_equal_func(folders, kinds_all[i]->folder, g_str_equal, NULL))
            g_ptr_array_add(folders, (gpointer)(guintptr)kinds_all[i]->folder);
    g_ptr_array_add(folders, NULL);
    const FileVersion *found = NULL;
    bool all_plain;
    g_autofree const char **words = names_of(recovery, &all_plain);
    const HistorySearch search = {(const char *const *)folders->pdata, all_plain ? words : NULL, match, recovery};
    return history_find(recovery->history, &search, &found, error);
}

/* git first: it knows who wrote it, and when. */
static bool
look_through(Recovery *recovery, GError **error)
{
    if (recovery->history != NULL && !look_through_git(recovery, error))
        return false;
    bool all_plain;
    g_autofree const char **words = names_of(recovery, &all_plain);
    if (recovery->graph != NULL && words[0] != NULL)
        ran_texts_visit(recovery->graph, words, match_ran, recovery);
    return true;
}

bool
recover_texts(PleatSession *session, Schema *old_schema, GArray *deltas, const GArray *renames, Recovery **out,
              GError **error)
{
    g_autoptr(Recovery) recovery = recovery_new(session, old_schema);
    for (guint i = 0; i < deltas->len; i++)
        add_wanted(recovery, &g_array_index(deltas, Delta, i), renames);
    if (recovery->wanted->len > 0 && !session_history(session, &recovery->history, error))
        return false;
    if (recovery->wanted->len > 0) {
        read_ranks(session, recovery);
        if (!look_through(recovery, error))
            return false;
    }
    for (guint i = 0; i < recovery->wanted->len; i++)
        take_best(&g_array_index(recovery->wanted, Wanted, i), recovery->schema->arena);
    *out = g_steal_pointer(&recovery);
    return true;
}

bool
recover_others(Recovery *recovery, GHashTable *failed, bool *any, GError **error)
{
    *any = false;
    for (guint i = 0; failed != NULL && i < recovery->wanted->len; i++) {
        Wanted *wanted = &g_array_index(recovery->wanted, Wanted, i);
        if (wanted->node->text == NULL || !g_hash_table_contains(failed, wanted->node->key))
            continue;
        Candidate *refused = &g_array_index(wanted->candidates, Candidate, 0);
        refused->failed = true;
        refused->understood = arena_strdup(recovery->schema->arena, g_hash_table_lookup(failed, wanted->node->key));
        wanted->is_sure = false;
        wanted->is_deep = true;
        *any = true;
    }
    if (*any && !look_through(recovery, error))
        return false;
    for (guint i = 0; *any && i < recovery->wanted->len; i++)
        take_best(&g_array_index(recovery->wanted, Wanted, i), recovery->schema->arena);
    return true;
}

void
recover_forget(Recovery *recovery)
{
    for (guint i = 0; i < recovery->wanted->len; i++)
        take_none_of(&g_array_index(recovery->wanted, Wanted, i), recovery->schema->arena);
}

void
recover_keep_bodies(Recovery *recovery)
{
    for (guint i = 0; i < recovery->wanted->len; i++) {
        Wanted *wanted = &g_array_index(recovery->wanted, Wanted, i);
        if (wanted->node->text != NULL &&
            (body_of(wanted->node) == NULL || g_array_index(wanted->candidates, Candidate, 0).is_new))
            take(wanted, NULL, "the database: which version in git it is, only a proof can tell");
    }
}

/* How what git has becomes what the database has. A statement has no line end behind it, which git would tell of. */
static void
tell_difference(PleatSession *session, const Recovery *recovery, const char *path, const char *git,
                const char *database)
{
    const bool ends = g_str_has_suffix(git, "\n") || g_str_has_suffix(database, "\n");
    g_autofree char *old_text = g_strconcat(git, ends ? "" : "\n", NULL);
    g_autofree char *new_text = g_strconcat(database, ends ? "" : "\n", NULL);
    g_autofree char *patch = NULL;
    if (!history_patch(recovery->history, path, old_text, new_text, &patch, NULL))
        return;
    const char *hunk = strstr(patch, "@@");
    session_note(session, "%s", hunk == NULL ? "" : hunk);
}

static void
tell_of(PleatSession *session, const Recovery *recovery, const Wanted *wanted)
{
    const Closest *closest = &wanted->closest;
    session_note(session, "the database runs a body of %s %s that %s does not have: the way back restores it\n",
                 wanted->node->kind->title, node_address(wanted->node),
                 history_is_shallow(recovery->history) ? "this shallow clone (git fetch --unshallow)" : "git");
    if (closest->body == NULL)
        return;
    session_note(session, "  closest is %s:\n", closest->origin);
    tell_difference(session, recovery, closest->path, closest->body, body_of(wanted->node));
}

void
recover_tell(PleatSession *session, const Recovery *recovery)
{
    for (guint i = 0; recovery != NULL && recovery->history != NULL && i < recovery->wanted->len; i++) {
        const Wanted *wanted = &g_array_index(recovery->wanted, Wanted, i);
        if (wanted->candidates->len == 0 && body_of(wanted->node) != NULL)
            tell_of(session, recovery, wanted);
    }
}

static void
tell_refused(PleatSession *session, const Recovery *recovery, const Wanted *wanted, const Candidate *closest)
{
    const bool is_understood = closest->understood != NULL && *closest->understood != '\0';
    session_note(session, "the database has another %s %s than %s: the way back restores it\n  closest is %s%s\n",
                 wanted->node->kind->title, node_address(wanted->node), recovery->history == NULL ? "revisions" : "git",
                 closest->origin, is_understood ? ":" : "");
    if (is_understood)
        tell_difference(session, recovery, closest->path, closest->understood,
                        node_define(recovery->schema->arena, wanted->node, false).sql);
}

void
recover_tell_refused(PleatSession *session, const Recovery *recovery)
{
    for (guint i = 0; i < recovery->wanted->len; i++) {
        const Wanted *wanted = &g_array_index(recovery->wanted, Wanted, i);
        const Candidate *closest = closest_of(wanted, recovery->schema->arena);
        if (wanted->node->text == NULL && closest != NULL)
            tell_refused(session, recovery, wanted, closest);
    }
}
