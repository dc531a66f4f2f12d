#include "scratch/recipe.h"

#include "base/arena.h"
#include <locale.h>
#include <string.h>
#include <sys/random.h>

struct Recipe {
    Arena *arena;
    GuardianJob job;
};

void
recipe_free(Recipe *recipe)
{
    if (recipe == NULL)
        return;
    arena_free(recipe->arena);
    g_free(recipe);
}

const GuardianJob *
recipe_job(const Recipe *recipe)
{
    return &recipe->job;
}

/* Arguments as execve() wants them. */
typedef struct {
    Arena *arena;
    GPtrArray *words;
} Words;

static void
add(Words *words, const char *word)
{
    g_ptr_array_add(words->words, arena_strdup(words->arena, word));
}

static char **
finish(Words *words)
{
    g_ptr_array_add(words->words, NULL);
    char **argv = arena_new_array(words->arena, char *, words->words->len);
    memcpy(argv, words->words->pdata, words->words->len * sizeof *argv);
    g_ptr_array_free(words->words, TRUE);
    return argv;
}

static Words
words_new(Arena *arena)
{
    return (Words){.arena = arena, .words = g_ptr_array_new()};
}

/* What a server needs to be found and linked, and nothing of the user's PG* and LC_* variables. */
static char *const *
environment(Arena *arena)
{
    static const char *const PASSED[] = {"PATH", "LD_LIBRARY_PATH", "LOCPATH", "LOCALE_ARCHIVE", "TZDIR"};
    Words words = words_new(arena);
    for (size_t i = 0; i < G_N_ELEMENTS(PASSED); i++)
        if (g_getenv(PASSED[i]) != NULL)
            add(&words, arena_printf(arena, "%s=%s", PASSED[i], g_getenv(PASSED[i])));
    return finish(&words);
}

/* Sorts by code point, knows the letters of every script, and is the same on every machine: or else plain C. */
static const char *
locale_option(void)
{
    locale_t locale = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
    if (locale == (locale_t)0)
        return "--locale=C";
    freelocale(locale);
    return "--locale=C.UTF-8";
}

/* Small WAL segments make the template small: 24 MB instead of 40. The guardian syncs it at once when it is done. */
static void
add_initdb_options(Words *words, int major)
{
    static const char *const OPTIONS[] = {"--username=postgres", "--auth=trust",    "--no-sync",
                                          "--wal-segsize=1",     "--encoding=UTF8", "--lc-messages=C"};
    for (size_t i = 0; i < G_N_ELEMENTS(OPTIONS); i++)
        add(words, OPTIONS[i]);
    add(words, locale_option());
    if (major >= 18)
        add(words, "--no-data-checksums");
}

/* No template serves another version, other options or another build. */
static char *
template_path(Arena *arena, const Site *site, const Binaries *binaries)
{
    Words words = words_new(arena);
    add(&words, binaries->version);
    add(&words, binaries->directory);
    add_initdb_options(&words, binaries->major);
    g_autofree char *all = g_strjoinv("\n", finish(&words));
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
    return arena_printf(arena, "%s/pg%d-%.12s", site->cache, binaries->major, hash);
}

static char *const *
initdb_words(Arena *arena, const Binaries *binaries, const char *data)
{
    Words words = words_new(arena);
    add(&words, arena_printf(arena, "%s/initdb", binaries->directory));
    add(&words, "-D");
    add(&words, data);
    add_initdb_options(&words, binaries->major);
    return finish(&words);
}

/*
 * Nothing of a throw-away cluster is worth a disk write that can be saved. Its backends are few and short, and see
 * thousands of tables in one transaction; statistics would only make what it answers depend on time. Its dynamic
 * shared memory is in files of its own directory, which go with it, where /dev/shm would keep those of a killed server.
 */
static const char *const THROW_AWAY[] = {
    "fsync=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "wal_init_zero=off",
    "max_wal_size=256MB",
    "checkpoint_timeout=1h",
    "autovacuum=off",
    "track_counts=off",
    "jit=off",
    "dynamic_shared_memory_type=mmap",
    "max_connections=64",
    "max_logical_replication_workers=0",
    "max_parallel_workers_per_gather=0",
    "max_parallel_maintenance_workers=0",
    "shared_buffers=64MB",
    "bgwriter_lru_maxpages=0",
    "timezone=UTC",
    "log_timezone=UTC",
    "pleat.throw_away=on", /* for what is done to nobody else's server */
};

/*
 * A development cluster is somebody's data: fsync stays on, so that it survives a power failure, and commits do not
 * wait for it, which loses the last half second at worst. All else is as initdb left it, for ALTER SYSTEM to change.
 */
static const char *const KEPT[] = {"max_wal_size=1GB"};

static const char *const BOTH[] = {
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    "synchronous_commit=off",
    "max_locks_per_transaction=1024",
    "logging_collector=off",
    "log_destination=stderr",
};

static void
add_settings(Words *words, const char *const *settings, size_t n_settings)
{
    for (size_t i = 0; i < n_settings; i++) {
        add(words, "-c");
        add(words, settings[i]);
    }
}

static char *const *
postgres_words(Arena *arena, const Binaries *binaries, const char *data, const char *sockets, bool kept)
{
    Words words = words_new(arena);
    add(&words, arena_printf(arena, "%s/postgres", binaries->directory));
    add(&words, "-D");
    add(&words, data);
    add(&words, "-c");
    add(&words, arena_printf(arena, "unix_socket_directories=%s", sockets));
    add_settings(&words, BOTH, G_N_ELEMENTS(BOTH));
    add_settings(&words, kept ? KEPT : THROW_AWAY, kept ? G_N_ELEMENTS(KEPT) : G_N_ELEMENTS(THROW_AWAY));
    return finish(&words);
}

/* GLib's random numbers repeat in a forked process; the kernel's do not. */
static char *
claim_name(Arena *arena)
{
    guint64 number = 0;
    if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
        number = (guint64)g_get_real_time() ^ (guint64)(gintptr)arena;
    return arena_printf(arena, CLAIM_PREFIX "%016" G_GINT64_MODIFIER "x", number);
}

static Claim
claim(Arena *arena, const char *root, const char *name)
{
    const char *own = arena_strdup(arena, root);
    return (Claim){.root = own, .name = name, .path = arena_printf(arena, "%s/%s", own, name)};
}

static void
set_paths(Recipe *recipe, const Site *site, const Binaries *binaries, const char *kept)
{
    Arena *arena = recipe->arena;
    GuardianJob *job = &recipe->job;
    const char *name = claim_name(arena);
    job->claims[CLAIM_TEMPLATE] = claim(arena, site->cache, arena_printf(arena, "%s-template", name));
    job->claims[CLAIM_DATA] = claim(arena, kept == NULL ? site->scratch : site->state, name);
    job->claims[CLAIM_SOCKETS] = claim(arena, site->sockets, name);
    job->template = template_path(arena, site, binaries);
    job->template_lock = arena_printf(arena, "%s.lock", job->template);
    job->initdb_data = arena_printf(arena, "%s/data", job->claims[CLAIM_TEMPLATE].path);
    job->initdb_log = arena_printf(arena, "%s/log", job->claims[CLAIM_TEMPLATE].path);
    job->copy = arena_printf(arena, "%s/data", job->claims[CLAIM_DATA].path);
    job->keep = kept == NULL ? NULL : arena_printf(arena, "%s/%s", site->state, kept);
    job->sockets = kept == NULL ? job->claims[CLAIM_SOCKETS].path : arena_printf(arena, "%s/%s", site->sockets, kept);
}

Recipe *
recipe_new(const Site *site, const Binaries *binaries, const char *kept)
{
    Recipe *recipe = g_new0(Recipe, 1);
    recipe->arena = arena_new();
    GuardianJob *job = &recipe->job;
    job->change_user = site->change_user;
    job->uid = site->uid;
    job->gid = site->gid;
    job->environment = environment(recipe->arena);
    set_paths(recipe, site, binaries, kept);
    const char *data = job->keep != NULL ? job->keep : job->copy;
    job->initdb = initdb_words(recipe->arena, binaries, job->initdb_data);
    job->postgres = postgres_words(recipe->arena, binaries, data, job->sockets, kept != NULL);
    job->postgres_log = arena_printf(recipe->arena, "%s/server.log", data);
    return recipe;
}
