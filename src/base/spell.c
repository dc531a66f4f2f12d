#include "base/spell.h"

#include <stdbool.h>
#include <string.h>

/* Embeddings, overrides, isolates and marks of direction (Unicode Standard Annex 9). */
static bool
turns(gunichar character)
{
    return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0x200e || character == 0x200f || character == 0x61c;
}

/* Line and paragraph separators end a line as line ends do. */
static bool
is_obeyed(gunichar character)
{
    return g_unichar_iscntrl(character) || character == 0x2028 || character == 0x2029 || turns(character);
}

static void
append_spelled(GString *out, gunichar character)
{
    static const char *const NAMED[] = {
        ['\n'] = "\\n", ['\r'] = "\\r", ['\b'] = "\\b", ['\f'] = "\\f", ['\t'] = "\\t", [27] = "\\e"};
    if (character < G_N_ELEMENTS(NAMED) && NAMED[character] != NULL)
        g_string_append(out, NAMED[character]);
    else
        g_string_append_printf(out, character < 0x100 ? "\\x%02x" : "\\u%04x", character);
}

char *
spell_controls(const char *text, const char *keep)
{
    GString *out = g_string_new(NULL);
    while (*text != '\0') {
        const gunichar character = g_utf8_get_char_validated(text, -1);
        const bool is_valid = character != (gunichar)-1 && character != (gunichar)-2;
        if (!is_valid)
            append_spelled(out, (guchar)*text);
        else if (is_obeyed(character) && !(character < 0x80 && strchr(keep, (int)character) != NULL))
            append_spelled(out, character);
        else
            g_string_append_unichar(out, character);
        text += is_valid ? g_utf8_skip[(guchar)*text] : 1;
    }
    return g_string_free(out, FALSE);
}

/* How long a sequence of colors is, "\033[1;31m"; 0: none begins here. */
static size_t
length_of_color(const char *text)
{
    if (text[0] != '\033' || text[1] != '[')
        return 0;
    const size_t length = 2 + strspn(text + 2, "0123456789;");
    return text[length] == 'm' ? length + 1 : 0;
}

char *
spell_for_terminal(const char *text)
{
    GString *out = g_string_new(NULL);
    while (*text != '\0') {
        const size_t color = length_of_color(text);
        g_string_append_len(out, text, (gssize)color);
        text += color;
        size_t length = strcspn(text, "\033");
        if (text[length] != '\0' && length_of_color(text + length) == 0)
            length++;
        g_autofree char *plain = g_strndup(text, length), *spelled = spell_controls(plain, "\n\t");
        g_string_append(out, spelled);
        text += length;
    }
    return g_string_free(out, FALSE);
}
