#include "project/cache.h"

#include "catalog/catalog.h"
#include "files/file_write.h"
#include "model/store.h"
#include <glib/gstdio.h>

static char *
cache_folder(void)
{
    return g_build_filename(g_get_user_cache_dir(), "pleat", NULL);
}

static char *
path_of(const char *kind, const char *what)
{
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, what, -1);
    g_autofree char *name = g_strdup_printf("%s-%.32s", kind, hash);
    g_autofree char *folder = cache_folder();
    return g_build_filename(folder, name, NULL);
}

char *
cache_history_path(const char *repository)
{
    return path_of(CACHE_HISTORY, repository);
}

char *
cache_path(PleatSession *session, const char *kind, int major, const char *detail)
{
    g_autofree char *configuration = NULL;
    if (session->config->path != NULL)
        g_file_get_contents(session->config->path, &configuration, NULL, NULL);
    g_autofree char *queries = catalog_fingerprint();
    g_autofree char *what = g_strdup_printf("%s\n%d\n%s\n%s\n%s", session->config->directory, major, queries,
                                            configuration == NULL ? "" : configuration, detail == NULL ? "" : detail);
    return path_of(kind, what);
}

Schema *
cache_read(const char *path, const char *const **notes)
{
    char *content = NULL;
    size_t size = 0;
    if (!g_file_get_contents(path, &content, &size, NULL))
        return NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_take(content, size);
    return schema_restore(bytes, notes);
}

void
cache_write(const char *path, const Schema *schema, const char *const *notes)
{
    g_autoptr(GBytes) bytes = schema_store(schema, notes);
    file_write_atomically(path, bytes, 0600, NULL);
}

typedef struct {
    char *path;
    time_t written;
} Kept;

static int
newest_first(const void *left, const void *right)
{
    const Kept *a = left, *b = right;
    return a->written < b->written ? 1 : a->written > b->written ? -1 : 0;
}

static void
kept_clear(void *kept)
{
    g_free(((Kept *)kept)->path);
}

void
cache_prune(const char *kind, guint keep)
{
    g_autofree char *folder = cache_folder(), *prefix = g_strconcat(kind, "-", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Kept));
    g_array_set_clear_func(all, kept_clear);
    for (const char *name = NULL; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        GStatBuf status;
        Kept kept = {g_build_filename(folder, name, NULL), 0};
        if (!g_str_has_prefix(name, prefix) || g_stat(kept.path, &status) != 0) {
            g_free(kept.path);
            continue;
        }
        kept.written = status.st_mtime;
        g_array_append_val(all, kept);
    }
    g_array_sort(all, newest_first);
    for (guint i = keep; i < all->len; i++)
        g_unlink(g_array_index(all, Kept, i).path);
}
