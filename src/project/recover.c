#include "project/recover.h"

#include "history/words.h"
#include "model/emit.h"
#include "project/one_file.h"
#include "project/one_object.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

/* What git has for one old node. */
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
    g_array_unref(recovery->wanted);
    g_free(recovery);
}

/* The files that revisions carried, by the blobs that their headers name. */
static void
read_ranks(PleatSession *session, Recovery *recovery)
{
    g_autoptr(Graph) graph = NULL;
    if (!session_graph(session, &graph, NULL))
        return;
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++)
        for (const char **source = ((const Revision *)all->pdata[i])->source; *source != NULL; source++) {
            const char *at = strrchr(*source, '@');
            if (at != NULL && strlen(at + 1) >= BLOB_DIGITS)
                g_hash_table_insert(recovery->ranks, g_strndup(at + 1, BLOB_DIGITS), GUINT_TO_POINTER(i + 1));
        }
}

/* --- What a file of some commit has --------------------------------------------------------------------------- */

/* What stands behind "CREATE [OR REPLACE] <words>": the object's own name, NULL when it is another kind of statement.
 */
static char *
created_name(const char *sql, const char *words)
{
    const char *cursor = sql;
    if (!token_is(lex_next_solid(&cursor), "create"))
        return NULL;
    const char *ahead = cursor;
    if (token_is(lex_next_solid(&ahead), "or")) {
        lex_next_solid(&ahead);
        cursor = ahead;
    }
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    for (char **part = parts; *part != NULL; part++)
        if (!token_is(lex_next_solid(&cursor), *part))
            return NULL;
    char *name = token_name(lex_next_solid(&cursor));
    for (ahead = cursor; token_is(lex_next_solid(&ahead), "."); ahead = cursor) {
        cursor = ahead;
        g_free(name);
        name = token_name(lex_next_solid(&cursor));
    }
    return name;
}

bool
statement_has_body(const char *sql, const char *body)
{
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *text = token_string(token);
        if (text != NULL && strcmp(text, body) == 0)
            return true;
    }
    return false;
}

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
    g_autofree char *name = created_name(sql, node->kind->statement);
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

static bool
is_known(const Wanted *wanted, const char *text)
{
    for (guint i = 0; i < wanted->candidates->len; i++)
        if (strcmp(g_array_index(wanted->candidates, Candidate, i).text, text) == 0)
            return true;
    return wanted->candidates->len == MOST_CANDIDATES;
}

/* What stands in the longest of its strings: LANGUAGE may be one, too. */
static char *
written_body(const char *sql)
{
    char *body = NULL;
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *text = token_string(token);
        if (text != NULL && (body == NULL || strlen(text) > strlen(body))) {
            g_free(body);
            body = g_steal_pointer(&text);
        }
        g_free(text);
    }
    return body;
}

/* How many lines are in one of both texts alone. */
static guint
count_other_lines(const char *left, const char *right)
{
    g_auto(GStrv) mine = g_strsplit(left, "\n", -1), theirs = g_strsplit(right, "\n", -1);
    g_autoptr(GHashTable) open = g_hash_table_new(g_str_hash, g_str_equal); /* line -> how often it is left over */
    guint n = 0;
    for (char **line = mine; *line != NULL; line++, n++)
        g_hash_table_insert(open, *line, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(open, *line)) + 1));
    for (char **line = theirs; *line != NULL; line++) {
        guint left_over = GPOINTER_TO_UINT(g_hash_table_lookup(open, *line));
        if (left_over > 0)
            g_hash_table_insert(open, *line, GUINT_TO_POINTER(left_over - 1));
        n = left_over > 0 ? n - 1 : n + 1;
    }
    return n;
}

/* Each word on a line of its own: what PostgreSQL has understood of a statement and what its author wrote have hardly a
 * line in common. */
static char *
one_word_a_line(const char *sql)
{
    GString *out = g_string_new(NULL);
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *word = token.kind == TOKEN_WORD ? g_ascii_strdown(token.text, (gssize)token.length)
                                                         : g_strndup(token.text, token.length);
        g_string_append_printf(out, "%s\n", word);
    }
    return g_string_free(out, FALSE);
}

static guint
count_other_words(const char *left, const char *right)
{
    g_autofree char *mine = one_word_a_line(left), *theirs = one_word_a_line(right);
    return count_other_lines(mine, theirs);
}

static void
note_distance(Recovery *recovery, Wanted *wanted, const FileVersion *version, const char *sql)
{
    g_autofree char *body = written_body(sql);
    const guint distance = body == NULL ? 0 : count_other_lines(body_of(wanted->node), body);
    if (body == NULL || (wanted->closest.body != NULL && wanted->closest.distance <= distance))
        return;
    wanted->closest = (Closest){.body = arena_strdup(recovery->schema->arena, body),
                                .path = version->path,
                                .origin = origin(recovery->schema, version),
                                .distance = distance};
}

static void
add_candidate(Recovery *recovery, Wanted *wanted, const FileVersion *version, const Node *node)
{
    const char *body = body_of(wanted->node);
    if (body != NULL && !statement_has_body(node->text, body)) {
        note_distance(recovery, wanted, version, node->text);
        return;
    }
    if (is_known(wanted, node->text))
        return;
    g_autofree char *blob = g_strndup(version->blob, BLOB_DIGITS);
    Candidate candidate = {.age = wanted->candidates->len};
    candidate.path_schema = arena_strdup(recovery->schema->arena, path_schema_of(node, wanted->node));
    candidate.text = arena_strdup(recovery->schema->arena, node->text);
    candidate.path = version->path;
    candidate.origin = origin(recovery->schema, version);
    candidate.is_new = wanted->declared != NULL && g_strcmp0(wanted->declared->text, node->text) == 0;
    candidate.rank = GPOINTER_TO_UINT(g_hash_table_lookup(recovery->ranks, blob));
    g_array_append_val(wanted->candidates, candidate);
    wanted->is_sure = !candidate.is_new && (candidate.rank > 0 || (body != NULL && !wanted->is_deep));
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
                add_candidate(recovery, wanted, version, node);
            break;
        }
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
        const guint distance = count_other_words(sql, candidate->text);
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
    if (root == NULL || root->kind->folder == NULL || root->text != NULL)
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

/* The names of those that are looked for, by which they are found in a content; NULL where one is no single word.
 * NULL-terminated: g_free. */
static const char **
names_of(const Recovery *recovery)
{
    const char **words = g_new0(const char *, recovery->wanted->len + 1);
    guint n = 0;
    for (guint i = 0; i < recovery->wanted->len; i++) {
        const Wanted *wanted = &g_array_index(recovery->wanted, Wanted, i);
        if (wanted->is_sure)
            continue;
        words[n] = wanted->node->name;
        if (words[n] == NULL || !word_is_plain(words[n])) {
            g_free(words);
            return NULL;
        }
        n++;
    }
    return words;
}

static bool
look_through(Recovery *recovery, GError **error)
{
    g_autoptr(GPtrArray) folders = g_ptr_array_new();
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->folder != NULL &&
            !g_ptr_array_find_with_equal_func(folders, kinds_all[i]->folder, g_str_equal, NULL))
            g_ptr_array_add(folders, (gpointer)(guintptr)kinds_all[i]->folder);
    g_ptr_array_add(folders, NULL);
    const FileVersion *found = NULL;
    g_autofree const char **words = names_of(recovery);
    const HistorySearch search = {(const char *const *)folders->pdata, words, match, recovery};
    return history_find(recovery->history, &search, &found, error);
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
    if (recovery->history != NULL) {
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
    session_note(session, "the database runs a body of %s %s that git does not have: the way back restores it\n",
                 wanted->node->kind->title, node_address(wanted->node));
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
    session_note(session, "the database has another %s %s than git: the way back restores it\n  closest is %s%s\n",
                 wanted->node->kind->title, node_address(wanted->node), closest->origin, is_understood ? ":" : "");
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
