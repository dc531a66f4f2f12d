/* Commits in whose place others stand: refs/replace, as "git replace --graft" joins an imported history to another. */
#include "history/commits.h"

#include <string.h>

#define REPLACING "refs/replace/"

/* git's own limit is as low. */
enum { LONGEST_CHAIN = 5 };

/* Whether git itself would heed them. */
static bool
are_heeded(const History *history)
{
    g_autoptr(git_config) config = NULL;
    int heeded = 1;
    if (g_getenv("GIT_NO_REPLACE_OBJECTS") != NULL)
        return false;
    if (git_repository_config_snapshot(&config, history->repository) == 0 &&
        git_config_get_bool(&heeded, config, "core.usereplacerefs") < 0)
        heeded = 1;
    return heeded != 0;
}

void
replaced_load(History *history)
{
    git_reference_iterator *names = NULL;
    if (!are_heeded(history) || git_reference_iterator_glob_new(&names, history->repository, REPLACING "*") < 0)
        return;
    const char *name;
    while (git_reference_next_name(&name, names) == 0) {
        git_oid id, other;
        if (git_oid_fromstr(&id, name + strlen(REPLACING)) < 0 ||
            git_reference_name_to_id(&other, history->repository, name) < 0)
            continue;
        g_hash_table_insert(history->replaced, g_memdup2(&id, sizeof id), g_memdup2(&other, sizeof other));
    }
    git_reference_iterator_free(names);
}

git_oid
replaced_by(const History *history, git_oid id)
{
    const git_oid *other;
    for (int i = 0; i < LONGEST_CHAIN && (other = g_hash_table_lookup(history->replaced, &id)) != NULL; i++)
        id = *other;
    return id;
}
