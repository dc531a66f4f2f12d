#include "report/markdown_words.h"

#include "base/spell.h"
#include <stdbool.h>
#include <string.h>

static const char LINE_END[] = "\xe2\x8f\x8e"; /* U+23CE, the sign on the return key */

void
markdown_append_text(GString *out, const char *text)
{
    g_autofree char *shown = spell_controls(text, "\n\r\t");
    for (const char *at = shown; *at != '\0'; at++) {
        if (*at == '\n' || *at == '\r')
            g_string_append_c(out, ' ');
        else if (*at == '@') /* splits what would be somebody's name */
            g_string_append(out, "@<!-- -->");
        else if (strchr("\\`*_[]<>&~|#$", *at) != NULL)
            g_string_append_printf(out, "\\%c", *at);
        else
            g_string_append_c(out, *at);
    }
}

/* As HTML, of which Markdown finds nothing to read either. */
static void
append_entities(GString *out, const char *text)
{
    g_string_append(out, "<code>");
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            g_string_append(out, LINE_END);
        else if (g_ascii_ispunct(*text))
            g_string_append_printf(out, "&#%d;", *text);
        else
            g_string_append_c(out, *text);
    }
    g_string_append(out, "</code>");
}

void
markdown_append_code(GString *out, const char *text)
{
    g_autofree char *shown = spell_controls(text, "\n");
    const bool plain = *shown != '\0' && strpbrk(shown, "`|\\\n") == NULL && !g_ascii_isspace(shown[0]) &&
                       !g_ascii_isspace(shown[strlen(shown) - 1]);
    if (plain)
        g_string_append_printf(out, "`%s`", shown);
    else if (*shown != '\0')
        append_entities(out, shown);
}

static size_t
longest_fence(const char *text)
{
    size_t longest = 0;
    for (text = strchr(text, '`'); text != NULL; text = strchr(text, '`')) {
        const size_t length = strspn(text, "`");
        longest = MAX(longest, length);
        text += length;
    }
    return longest;
}

void
markdown_append_block(GString *out, const char *language, const char *text)
{
    g_autofree char *shown = spell_controls(text, "\n\t"), *fence = g_strnfill(MAX(3, longest_fence(shown) + 1), '`');
    const bool ends = g_str_has_suffix(shown, "\n");
    g_string_append_printf(out, "%s%s\n%s%s%s\n", fence, language, shown, ends ? "" : "\n", fence);
}

void
html_append_text(GString *out, const char *text)
{
    g_autofree char *shown = spell_controls(text, "\n\t");
    for (const char *letter = shown; *letter != '\0'; letter++) {
        static const char SPECIAL[] = "<>&\"'";
        static const char *const ENTITIES[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
        const char *at = strchr(SPECIAL, *letter);
        if (at != NULL)
            g_string_append(out, ENTITIES[at - SPECIAL]);
        else
            g_string_append_c(out, *letter);
    }
}

void
html_append_line(GString *out, const char *text)
{
    g_autofree char *line = spell_controls(text, "");
    html_append_text(out, line);
}
