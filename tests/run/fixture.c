#include "run/fixture.h"

#include "base/quit.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static Scratch *scratch;

const RunOptions FIXTURE_OPTIONS = {.schema = "pleat",
                                    .lock_timeout_ms = 50,
                                    .retries = 20,
                                    .backoff_least_ms = 10,
                                    .backoff_most_ms = 100,
                                    .backfill_batch = 10,
                                    .wait_ms = 10000};

int
fixture_main(int argc, char **argv, void (*add_tests)(void))
{
    g_test_init(&argc, &argv, NULL);
    GError *error = NULL;
    scratch_start(15, &scratch, &error);
    g_assert_no_error(error);
    add_tests();
    int status = g_test_run();
    scratch_stop(scratch);
    return status;
}

char *
fixture_database(void)
{
    GError *error = NULL;
    char *conninfo = NULL;
    scratch_database_new(scratch, NULL, &conninfo, NULL, &error);
    g_assert_no_error(error);
    return conninfo;
}

static char **
split(Arena *arena, const char *text, const char *separator)
{
    g_auto(GStrv) parts = g_strsplit(text, separator, -1);
    char **copy = arena_new_array(arena, char *, g_strv_length(parts) + 1);
    for (int i = 0; parts[i] != NULL; i++)
        copy[i] = arena_strdup(arena, parts[i]);
    return copy;
}

static Step *
read_step(Arena *arena, const char *text)
{
    static const struct {
        const char *word;
        StepKind kind;
    } WORDS[] = {{"begin", STEP_TRANSACTION},   {"sql", STEP_STATEMENT}, {"backfill", STEP_BACKFILL},
                 {"each", STEP_EACH_PARTITION}, {"verify", STEP_VERIFY}, {"command", STEP_COMMAND},
                 {"set", STEP_SETTING}};
    Step *step = arena_new_one(arena, Step);
    const char *colon = strstr(text, ": ");
    g_assert_nonnull(colon);
    char *head = arena_strndup(arena, text, (size_t)(colon - text)), *rest = strchr(head, ' ');
    if (rest != NULL)
        *rest++ = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        if (strcmp(head, WORDS[i].word) == 0)
            step->kind = WORDS[i].kind;
    char *by = rest == NULL ? NULL : strstr(rest, " by ");
    if (by != NULL) {
        *by = '\0';
        step->key = by + 4;
    }
    step->subject = rest;
    step->statements = split(arena, colon + 2,
                             step->kind == STEP_COMMAND       ? "|"
                             : step->kind == STEP_TRANSACTION ? "; "
                                                              : "\x01");
    return step;
}

static Step **
read_steps(Arena *arena, const char *const *texts, GChecksum *checksum)
{
    if (texts == NULL)
        return NULL;
    guint count = g_strv_length((char **)texts);
    Step **steps = arena_new_array(arena, Step *, count + 1);
    for (guint i = 0; i < count; i++) {
        steps[i] = read_step(arena, texts[i]);
        steps[i]->line = (int)i + 1;
        g_checksum_update(checksum, (const guchar *)texts[i], -1);
    }
    return steps;
}

Revision *
fixture_revision(const char *id, const char *const *up, const char *const *down)
{
    Arena *arena = arena_new();
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    Revision *revision = arena_new_one(arena, Revision);
    revision->arena = arena;
    revision->id = id;
    revision->path = arena_printf(arena, "revisions/%s.sql", id);
    revision->phase = PHASE_EXPAND;
    static const char *none[] = {NULL};
    revision->after = revision->depends_on = revision->labels = revision->replaces = none;
    revision->source = revision->expects = revision->notes = none;
    revision->upgrade = read_steps(arena, up, checksum);
    revision->downgrade = read_steps(arena, down, checksum);
    g_strlcpy(revision->checksum, g_checksum_get_string(checksum), sizeof revision->checksum);
    return revision;
}

void
fixture_done_if(Revision *revision, int step, const char *query)
{
    revision->upgrade[step]->done_if = query;
}

typedef struct {
    GPtrArray *all;
    bool down;
} Finder;

static bool
find(void *data, GHashTable *applied, GPtrArray **out, GError **error)
{
    (void)error;
    const Finder *finder = data;
    *out = g_ptr_array_new();
    for (guint i = 0; i < finder->all->len; i++) {
        Revision *revision = finder->all->pdata[finder->down ? finder->all->len - 1 - i : i];
        if (g_hash_table_contains(applied, revision->id) == finder->down)
            g_ptr_array_add(*out, revision);
    }
    return true;
}

static bool
run(const char *conninfo, Revision *const *revisions, bool down, const RunOptions *options, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (; *revisions != NULL; revisions++)
        g_ptr_array_add(all, *revisions);
    Finder finder = {all, down};
    Path path = {all, find, &finder};
    int count = 0;
    return path_run(conninfo, &path, down, options, &count, error);
}

bool
fixture_up(const char *conninfo, Revision *const *revisions, const RunOptions *options, GError **error)
{
    return run(conninfo, revisions, false, options, error);
}

bool
fixture_down(const char *conninfo, Revision *const *revisions, const RunOptions *options, GError **error)
{
    return run(conninfo, revisions, true, options, error);
}

char *
fixture_value(const char *conninfo, const char *sql)
{
    GError *error = NULL;
    g_autoptr(PGconn) connection = NULL;
    char *value = NULL;
    if (connection_open(conninfo, "test", &connection, &error))
        connection_value(connection, sql, &value, &error);
    g_assert_no_error(error);
    return value;
}

void
fixture_sql(const char *conninfo, const char *sql)
{
    GError *error = NULL;
    g_autoptr(PGconn) connection = NULL;
    if (connection_open(conninfo, "test", &connection, &error))
        connection_run(connection, sql, &error);
    g_assert_no_error(error);
}

void
fixture_check(const char *conninfo, const char *sql, const char *expected)
{
    g_autofree char *value = fixture_value(conninfo, sql);
    g_assert_cmpstr(value, ==, expected);
}

typedef struct {
    RunEventKind at;
    int left, signal_number;
} Trap;

static void
spring(const RunEvent *event, void *data)
{
    Trap *trap = data;
    if (event->kind == trap->at && --trap->left == 0)
        kill(getpid(), trap->signal_number);
}

int
fixture_up_in_child(const char *conninfo, Revision *const *revisions, RunEventKind at, int nth, int signal_number)
{
    pid_t child = fork();
    g_assert_cmpint(child, >=, 0);
    if (child == 0) {
        quit_watch();
        Trap trap = {at, nth, signal_number};
        RunOptions options = FIXTURE_OPTIONS;
        options.allow_commands = true;
        options.tell = spring;
        options.data = &trap;
        GError *error = NULL;
        bool good = fixture_up(conninfo, revisions, &options, &error);
        if (!good && error->code != PLEAT_ERROR_INTERRUPTED)
            fprintf(stderr, "child: %s\n", error->message);
        _exit(good ? 0 : 10 + error->code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}
