#include "history/objects.h"

#include <string.h>

bool
git_fail(const History *history, GError **error, const char *format, ...)
{
    const git_error *last = git_error_last();
    g_autofree char *why = g_strdup(last != NULL && last->message != NULL ? last->message : "unknown failure");
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    fail(error, PLEAT_ERROR_INPUT, "%s: %s", text, why);
    if (history->partial)
        return fail_hint(error,
                         "this is a partial clone: run \"git fetch --refetch --no-filter\" to get what it left out");
    if (history_is_shallow(history))
        return fail_hint(error, "this is a shallow clone: run \"git fetch --unshallow\"");
    return fail_hint(error, "\"git fsck\" tells what is damaged");
}

const char *
history_intern(History *history, const char *text)
{
    const char *known = g_hash_table_lookup(history->names, text);
    if (known != NULL)
        return known;
    char *copy = arena_strdup(history->arena, text);
    g_hash_table_add(history->names, copy);
    return copy;
}

char *
history_full_path(const History *history, const char *path)
{
    if (g_str_has_prefix(path, ":/"))
        return g_strdup(path + 2);
    if (*history->prefix == '\0' || *path == '\0')
        return g_strdup(*path == '\0' ? history->prefix : path);
    return g_strconcat(history->prefix, "/", path, NULL);
}

char *
history_shown_path(const History *history, const char *full)
{
    size_t length = strlen(history->prefix);
    if (length == 0)
        return g_strdup(full);
    if (strncmp(full, history->prefix, length) == 0 && full[length] == '/')
        return g_strdup(full + length + 1);
    return g_strconcat(":/", full, NULL);
}

/* Looks at the size before the content is loaded. */
static bool
check_size(const History *history, const git_oid *id, const char *path, size_t limit, GError **error)
{
    size_t size;
    git_object_t type;
    if (git_odb_read_header(&size, &type, history->odb, id) < 0)
        return git_fail(history, error, "cannot read \"%s\" from git", path);
    if (type != GIT_OBJECT_BLOB)
        return fail(error, PLEAT_ERROR_INPUT, "cannot read \"%s\" from git: its object is no blob", path);
    if (size > limit)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is too large (%zu MiB)", path, size >> 20);
    return true;
}

/* From a pack, or as libgit2 has it: never before its size is known. */
static bool
read_object(const History *history, const git_oid *id, const char *path, size_t limit, Object **out, GError **error)
{
    g_autoptr(Object) object = objects_read_packed(history->objects, id);
    if (object == NULL || object->type != GIT_OBJECT_BLOB || object->size > limit) {
        if (objects_is_lost(history->objects, id))
            return git_fail(history, error, "cannot read \"%s\" from git", path);
        if (!check_size(history, id, path, limit, error))
            return false;
        g_clear_pointer(&object, object_unref);
        if (!objects_read(history->objects, id, &object))
            return git_fail(history, error, "cannot read \"%s\" from git", path);
    }
    *out = g_steal_pointer(&object);
    return true;
}

bool
git_read_blob(const History *history, const git_oid *id, const char *path, size_t limit, GBytes **content,
              GError **error)
{
    g_autoptr(Object) object = NULL;
    if (!read_object(history, id, path, limit, &object, error))
        return false;
    git_oid actual;
    if (git_odb_hash(&actual, object->data, object->size, GIT_OBJECT_BLOB) < 0 || !git_oid_equal(&actual, id))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read \"%s\" from git: its object is damaged", path);
    *content = g_bytes_new_take(g_memdup2(object->data, object->size + 1), object->size);
    return true;
}

void
objects_pass_by(bool pass_by)
{
    git_libgit2_opts(GIT_OPT_ENABLE_CACHING, pass_by ? 0 : 1);
}

bool
git_has_threads(void)
{
    return (git_libgit2_features() & GIT_FEATURE_THREADS) != 0;
}

void
git_oid_hex(const git_oid *id, char hex[GIT_OID_HEXSZ + 1])
{
    git_oid_tostr(hex, GIT_OID_HEXSZ + 1, id);
}

guint
git_oid_hash(gconstpointer id)
{
    guint hash;
    memcpy(&hash, ((const git_oid *)id)->id, sizeof hash);
    return hash;
}

gboolean
git_oid_same(gconstpointer left, gconstpointer right)
{
    return git_oid_equal(left, right) != 0;
}
