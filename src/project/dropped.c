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

/* The last word of a name: of "function shop.total(integer)" it is "total". */
static char *
last_word(const char *name)
{
    size_t length = strcspn(name, "(");
    while (length > 0 && !g_ascii_isalnum(name[length - 1]) && name[length - 1] != '_' &&
           (name[length - 1] & 0x80) == 0)
        length--;
    size_t start = length;
    while (start > 0 && strchr(".\" ", name[start - 1]) == NULL)
        start--;
    return g_strndup(name + start, length - start);
}

bool
dropped_find(OneObject *object, const Schema *declared, const char *name, const Node **out, const FileVersion **version,
             GError **error)
{
    g_autofree char *word = last_word(name);
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
