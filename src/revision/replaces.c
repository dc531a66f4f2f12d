#include "revision/replaces.h"

#include "base/error.h"

static bool
fail_inside(const Revision *squash, const char *has, const char *lacks, GError **error)
{
    fail(error, PLEAT_ERROR_STATE, "the database stands inside of what %s replaces: it has %s and not %s", squash->id,
         has, lacks);
    return fail_hint(error, "check out the commit before the squash, run pleat upgrade there, then come back");
}

bool
replaces_recognise(GPtrArray *all, GHashTable *applied, GError **error)
{
    for (guint i = 0; i < all->len; i++) {
        const Revision *squash = all->pdata[i];
        const char *has = NULL, *lacks = NULL;
        for (const char **id = squash->replaces; *id != NULL; id++)
            *(g_hash_table_contains(applied, *id) ? &has : &lacks) = *id;
        if (has == NULL)
            continue;
        if (lacks != NULL && !g_hash_table_contains(applied, squash->id))
            return fail_inside(squash, has, lacks, error);
        for (const char **id = squash->replaces; *id != NULL; id++)
            g_hash_table_remove(applied, *id);
        if (!g_hash_table_contains(applied, squash->id))
            g_hash_table_insert(applied, g_strdup(squash->id), NULL);
    }
    return true;
}
