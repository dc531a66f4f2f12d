#include "report/fold.h"

#include <stdbool.h>
#include <string.h>

int
fold_width(const char *text, gssize length)
{
    int width = 0;
    const char *end = length < 0 ? text + strlen(text) : text + length;
    for (const char *at = text; at < end; at += g_utf8_skip[(guchar)*at]) {
        gunichar character = g_utf8_get_char(at);
        width += g_unichar_iszerowidth(character) ? 0 : g_unichar_iswide(character) ? 2 : 1;
    }
    return width;
}

void
fold_append(GString *out, const char *text, int at, int indent, int columns, const char *paint)
{
    if (columns <= 0) {
        g_string_append(out, text);
        return;
    }
    for (bool first = true; *text != '\0'; first = false) { /* the first word of a line stands, however long */
        size_t blanks = strspn(text, " "), word = strcspn(text + blanks, " ");
        int width = (int)blanks + fold_width(text + blanks, (gssize)word);
        if (at + width > columns && !first) {
            g_string_append_printf(out, "%s\n%*s%s", *paint == '\0' ? "" : "\033[0m", indent, "", paint);
            at = indent;
            text += blanks;
            width -= (int)blanks;
            blanks = 0;
        }
        g_string_append_len(out, text, (gssize)(blanks + word));
        at += width;
        text += blanks + word;
    }
}
