#include "yaml/unread.h"

#include "model/kind.h"
#include <string.h>

#define SQL ".sql"
#define IN_YAML "schema"

static const char *const SQL_ALONE[] = {SQL, NULL}, *const YAML_ALONE[] = {".yaml", ".yml", NULL};

/* What folders of routines are called elsewhere. */
static const char *const ROUTINES[] = {"procs", "routines", NULL};

typedef struct {
    FileTree *tree;
    const char *prefix;
    Problems *problems;
    GHashTable *seen; /* set of folders */
} Unread;

/* The folder that raw SQL of a kind with this plural is read from; NULL: there is none. */
static const char *
folder_of(const char *plural)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (g_strcmp0(kinds_all[i]->plural, plural) == 0 && kinds_all[i]->folder != NULL)
            return kinds_all[i]->folder;
    return g_strv_contains(ROUTINES, plural) ? "functions" : NULL;
}

static bool
is_read(const char *folder)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (g_strcmp0(kinds_all[i]->folder, folder) == 0)
            return true;
    return strcmp(folder, IN_YAML) == 0;
}

/* False: it has no such files. */
static bool
warn(Unread *unread, const char *folder, const char *const *suffixes)
{
    g_autoptr(GPtrArray) paths = NULL;
    if (!file_tree_list(unread->tree, folder, suffixes, &paths, NULL) || paths->len == 0)
        return false;
    g_autofree char *first = g_strconcat(unread->prefix, paths->pdata[0], NULL);
    const guint n = paths->len - 1;
    g_autofree char *others =
        n == 0 ? g_strdup("") : g_strdup_printf(" (nor %s %u more in \"%s/\")", n == 1 ? "is" : "are", n, folder);
    problems_warn(unread->problems, (Place){.file = g_intern_string(first)}, "not read: it declares nothing%s", others);
    return true;
}

static void
warn_of_sql(Unread *unread, const char *plural)
{
    if (is_read(plural) || !g_hash_table_add(unread->seen, (char *)(guintptr)plural) ||
        !warn(unread, plural, SQL_ALONE))
        return;
    const char *folder = folder_of(plural);
    if (folder != NULL)
        problems_hint(unread->problems, "move it to %s/, or to the folder of its schema there", folder);
    else
        problems_hint(unread->problems,
                      "declare it under \"%s\" in a file of schema/; raw SQL is read of routines (functions/), views "
                      "(views/) and types (types/) alone",
                      plural);
}

void
unread_warn(FileTree *tree, const char *prefix, Problems *problems)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    Unread unread = {tree, prefix, problems, seen};
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const char *folder = kinds_all[i]->folder;
        if (kinds_all[i]->plural != NULL)
            warn_of_sql(&unread, kinds_all[i]->plural);
        if (folder != NULL && g_hash_table_add(seen, (char *)(guintptr)folder) && warn(&unread, folder, YAML_ALONE))
            problems_hint(problems, "YAML is read from schema/ alone, raw SQL from %s/", folder);
    }
    for (const char *const *plural = ROUTINES; *plural != NULL; plural++)
        warn_of_sql(&unread, *plural);
    if (warn(&unread, IN_YAML, SQL_ALONE))
        problems_hint(problems, "raw SQL is read from functions/, views/ and types/, YAML from schema/");
}
