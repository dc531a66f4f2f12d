#include "project/file_changes.h"

#include "report/record.h"
#include <string.h>

void
file_changes_begin(FileChanges *changes, PleatSession *session)
{
    if (!session_has_format(session, "json"))
        return;
    *changes = (FileChanges){.session = session,
                             .written = g_ptr_array_new_with_free_func(g_free),
                             .rewritten = g_ptr_array_new_with_free_func(g_free),
                             .removed = g_ptr_array_new_with_free_func(g_free),
                             .differences = g_string_new(NULL)};
    session->kept = changes->differences;
}

void
file_changes_clear(FileChanges *changes)
{
    if (changes->session == NULL)
        return;
    changes->session->kept = NULL;
    g_ptr_array_unref(changes->written);
    g_ptr_array_unref(changes->rewritten);
    g_ptr_array_unref(changes->removed);
    g_string_free(changes->differences, TRUE);
}

static bool
add(GPtrArray *paths, const char *path)
{
    if (paths != NULL)
        g_ptr_array_add(paths, g_strdup(path));
    return paths != NULL;
}

bool
file_changes_written(FileChanges *changes, const char *path)
{
    return add(changes->written, path);
}

bool
file_changes_rewritten(FileChanges *changes, const char *path)
{
    return add(changes->rewritten, path);
}

bool
file_changes_removed(FileChanges *changes, const char *path)
{
    return add(changes->removed, path);
}

static int
compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void
write_paths(Record *record, const char *name, GPtrArray *paths)
{
    record_open_list(record, name);
    g_ptr_array_sort(paths, compare_paths);
    for (guint i = 0; i < paths->len; i++)
        record_text(record, NULL, paths->pdata[i]);
    record_close(record);
}

static void
write_lines(Record *record, const char *name, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    record_open_list(record, name);
    for (char **line = lines; *line != NULL; line++)
        if (**line != '\0')
            record_text(record, NULL, *line);
    record_close(record);
}

void
file_changes_end(FileChanges *changes)
{
    if (changes->session == NULL)
        return;
    g_autoptr(Record) record = record_new();
    write_paths(record, "written", changes->written);
    write_paths(record, "rewritten", changes->rewritten);
    write_paths(record, "removed", changes->removed);
    write_lines(record, "differences", changes->differences->str);
    g_autofree char *document = record_document(record);
    changes->session->kept = NULL;
    session_write_text(changes->session, document);
}
