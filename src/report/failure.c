#include "report/failure.h"

#include <stdlib.h>
#include <string.h>

/* What may stand at the beginning of a line below the first one: see connection_fail(), fail_hint(). */
static const char *const TITLES[] = {"detail", "context", "statement", "place", "hint"};
enum { TITLE_DETAIL, TITLE_CONTEXT, TITLE_STATEMENT, TITLE_PLACE, TITLE_HINT };

/* Is there "title: " at the beginning of this line? Then what follows it. */
static const char *
after_title(const char *line, const char *title)
{
    size_t length = strlen(title);
    return strncmp(line, title, length) == 0 && strncmp(line + length, ": ", 2) == 0 ? line + length + 2 : NULL;
}

static bool
has_title(const char *line)
{
    for (size_t i = 0; i < G_N_ELEMENTS(TITLES); i++)
        if (after_title(line, TITLES[i]) != NULL)
            return true;
    return false;
}

/* From here to the next line with a title. */
static size_t
length_of_part(const char *text)
{
    for (const char *end = strchr(text, '\n'); end != NULL; end = strchr(end + 1, '\n'))
        if (has_title(end + 1))
            return (size_t)(end - text);
    return strlen(text);
}

/* g_free; NULL: the message has none. */
static char *
find_part(const char *message, const char *title)
{
    for (const char *line = strchr(message, '\n'); line != NULL; line = strchr(line + 1, '\n')) {
        const char *text = after_title(line + 1, title);
        if (text != NULL)
            return g_strndup(text, length_of_part(text));
    }
    return NULL;
}

char *
failure_sqlstate(const char *message)
{
    static const char MARK[] = "(SQLSTATE ";
    const char *mark = g_strstr_len(message, (gssize)strcspn(message, "\n"), MARK);
    const char *code = mark == NULL ? NULL : mark + strlen(MARK);
    return code != NULL && strcspn(code, ")") == 5 ? g_strndup(code, 5) : NULL;
}

static void
write_place(Record *record, const char *place)
{
    const char *colon = place == NULL ? NULL : strrchr(place, ':');
    g_autofree char *file = colon == NULL ? NULL : g_strndup(place, (gsize)(colon - place));
    record_text(record, "file", file);
    if (colon == NULL)
        record_null(record, "line");
    else
        record_integer(record, "line", atoi(colon + 1));
}

void
failure_write(Record *record, PleatFault fault, const char *message)
{
    static const char *const FAULTS[] = {
        [PLEAT_FAULT_INPUT] = "input",
        [PLEAT_FAULT_SERVER] = "server",
        [PLEAT_FAULT_INTERRUPTED] = "interrupted",
        [PLEAT_FAULT_INTERNAL] = "internal",
    };
    g_autofree char *first = g_strndup(message, length_of_part(message)), *sqlstate = failure_sqlstate(message);
    g_autofree char *place = find_part(message, TITLES[TITLE_PLACE]);
    record_text(record, "fault", FAULTS[fault]);
    record_text(record, "message", first);
    record_text(record, "sqlstate", sqlstate);
    for (int title = TITLE_DETAIL; title <= TITLE_HINT; title++) {
        g_autofree char *part = find_part(message, TITLES[title]);
        if (title == TITLE_DETAIL || title == TITLE_CONTEXT || title == TITLE_HINT)
            record_text(record, TITLES[title], part);
    }
    write_place(record, place);
}
