#include "project/unmodelled.h"

#include <string.h>

/* The plural of a class: rules, policies, operator classes. */
static char *
plural_of(const char *title)
{
    size_t length = strlen(title);
    if (length > 1 && title[length - 1] == 'y' && strchr("aeiou", title[length - 2]) == NULL)
        return g_strdup_printf("%.*sies", (int)length - 1, title);
    return g_strconcat(title, title[length - 1] == 's' ? "es" : "s", NULL);
}

static bool
is_managed(const Scope *scope, const Unmodelled *object)
{
    return object->schema == NULL || scope->schemas == NULL || g_strv_contains(scope->schemas, object->schema);
}

/* Appends the line of the objects of one class. */
static void
append_class(GString *out, const Scope *scope, const GPtrArray *objects, guint first, guint end)
{
    enum { NAMED = 5 };
    guint count = 0;
    g_autoptr(GString) names = g_string_new(NULL);
    const char *title = ((const Unmodelled *)objects->pdata[first])->class_title;
    for (guint i = first; i < end; i++) {
        const Unmodelled *object = objects->pdata[i];
        if (!is_managed(scope, object))
            continue;
        if (++count <= NAMED)
            g_string_append_printf(names, "%s%s", count == 1 ? "" : ", ", object->identity);
    }
    if (count == 0)
        return;
    if (count > NAMED)
        g_string_append_printf(names, " and %u more", count - NAMED);
    g_autofree char *plural = plural_of(title);
    g_string_append_printf(out, "not modelled: %u %s (%s)\n", count, count == 1 ? title : plural, names->str);
}

char *
unmodelled_text(PleatSession *session, const Schema *database, Schema *declared)
{
    g_autoptr(Arena) arena = arena_new();
    const Scope *scope = session_scope(session, arena, declared);
    const GPtrArray *objects = database->unmodelled;
    GString *out = g_string_new(NULL);
    for (guint i = 0, end; i < objects->len; i = end) {
        const Unmodelled *first = objects->pdata[i];
        for (end = i + 1; end < objects->len; end++)
            if (strcmp(((const Unmodelled *)objects->pdata[end])->class_title, first->class_title) != 0)
                break;
        append_class(out, scope, objects, i, end);
    }
    return g_string_free(out, FALSE);
}
