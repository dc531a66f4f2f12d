#include "history/filter.h"

#include "history/kept.h"

/* Filters of more bytes are not made: then blobs are read. */
#define MOST_BYTES ((size_t)64 << 20)

bool
filter_known(const History *history, const git_oid *blob, WordFilter *filter)
{
    const WordFilter *made = g_hash_table_lookup(history->filters, blob);
    if (made != NULL)
        *filter = *made;
    return made != NULL || (history->kept != NULL && kept_filter(history->kept, blob, filter));
}

/* Its hash is not checked: who finds a word in it reads it again. */
static bool
make_filter(History *history, const git_oid *blob, WordFilter *filter)
{
    size_t size;
    git_object_t type;
    g_autoptr(git_odb_object) object = NULL;
    if (history->filters_size > MOST_BYTES || git_odb_read_header(&size, &type, history->odb, blob) < 0 ||
        type != GIT_OBJECT_BLOB || size > HISTORY_LARGEST_BLOB || git_odb_read(&object, history->odb, blob) < 0)
        return false;
    *filter = words_of(history->arena, git_odb_object_data(object), git_odb_object_size(object));
    WordFilter *made = arena_new_one(history->arena, WordFilter);
    git_oid *key = arena_new_one(history->arena, git_oid);
    *made = *filter;
    *key = *blob;
    g_hash_table_insert(history->filters, key, made);
    history->filters_size += filter->size;
    history->work++;
    return true;
}

bool
filter_may_hold(History *history, const git_oid *blob, const char *const *words)
{
    WordFilter filter;
    if (words == NULL || !(filter_known(history, blob, &filter) || make_filter(history, blob, &filter)))
        return true;
    for (; *words != NULL; words++)
        if (words_may_hold(filter, *words))
            return true;
    return false;
}
