#include "project/dropped.h"

#include "history/words.h"
#include "project/declared.h"
#include <string.h>

typedef struct {
    OneObject *object;
    const char *name;
    const Node *found;
    GError *error;
} Search;

static bool
declares(const FileVersion *version, GBytes *content, void *data)
{
    (void)content;
    Search *search = data;
    const OneFile *file = one_object_file(search->object, version);
    if (file == NULL)
        return false;
    return !declared_find(file->schema, search->name, &search->found, &search->error) || search->found != NULL;
}

bool
dropped_find(OneObject *object, const Schema *declared, const char *name, const Node **out, const FileVersion **version,
             GError **error)
{
    g_autofree char *word = declared_word(name);
    Search wanted = {.object = object, .name = name};
    const char *words[] = {word, NULL};
    const HistorySearch search = {declaration_folders(), word_is_plain(word) ? words : NULL, declares, &wanted};
    if (!history_find(object->history, &search, version, error)) {
        g_clear_error(&wanted.error);
        return false;
    }
    if (wanted.error != NULL) {
        g_propagate_error(error, wanted.error);
        return false;
    }
    if (wanted.found == NULL) {
        fail(error, PLEAT_ERROR_USAGE, "nothing is called \"%s\", neither in the declarations nor in their history",
             name);
        declared_suggest(declared, name, error);
        return false;
    }
    *out = wanted.found;
    return true;
}
