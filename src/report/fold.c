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

/* Embeddings, overrides, isolates and marks of direction (Unicode Standard Annex 9). */
static bool
turns(gunichar character)
{
    return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0x200e || character == 0x200f || character == 0x61c;
}

static void
append_spelled(GString *out, gunichar character)
{
    static const char *const NAMED[] = {['\n'] = "\\n", ['\r'] = "\\r", ['\b'] = "\\b", ['\f'] = "\\f", [27] = "\\e"};
    if (character < G_N_ELEMENTS(NAMED) && NAMED[character] != NULL)
        g_string_append(out, NAMED[character]);
    else
        g_string_append_printf(out, character < 0x100 ? "\\x%02x" : "\\u%04x", character);
}

char *
fold_one_line(const char *text)
{
    GString *out = g_string_new(NULL);
    while (*text != '\0') {
        const gunichar character = g_utf8_get_char_validated(text, -1);
        const bool is_valid = character != (gunichar)-1 && character != (gunichar)-2;
        if (!is_valid)
            append_spelled(out, (guchar)*text);
        else if (character != '\t' && (g_unichar_iscntrl(character) || turns(character)))
            append_spelled(out, character);
        else
            g_string_append_unichar(out, character);
        text += is_valid ? g_utf8_skip[(guchar)*text] : 1;
    }
    return g_string_free(out, FALSE);
}
