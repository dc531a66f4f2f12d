#include "report/markdown_words.h"

#include <stdbool.h>
#include <string.h>

static const char LINE_END[] = "\xe2\x8f\x8e"; /* U+23CE, the sign on the return key */

void
markdown_append_text(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n' || *text == '\r')
            g_string_append_c(out, ' ');
        else if (*text == '@') /* splits what would be somebody's name */
            g_string_append(out, "@<!-- -->");
        else if (strchr("\\`*_[]<>&~|#$", *text) != NULL)
            g_string_append_printf(out, "\\%c", *text);
        else
            g_string_append_c(out, *text);
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
        else if (g_ascii_ispunct(*text) || g_ascii_iscntrl(*text))
            g_string_append_printf(out, "&#%d;", *text);
        else
            g_string_append_c(out, *text);
    }
    g_string_append(out, "</code>");
}

void
markdown_append_code(GString *out, const char *text)
{
    const bool plain = *text != '\0' && strpbrk(text, "`|\\\n\r") == NULL && !g_ascii_isspace(text[0]) &&
                       !g_ascii_isspace(text[strlen(text) - 1]);
    if (plain)
        g_string_append_printf(out, "`%s`", text);
    else if (*text != '\0')
        append_entities(out, text);
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
    g_autofree char *fence = g_strnfill(MAX(3, longest_fence(text) + 1), '`');
    const bool ends = g_str_has_suffix(text, "\n");
    g_string_append_printf(out, "%s%s\n%s%s%s\n", fence, language, text, ends ? "" : "\n", fence);
}

void
html_append_text(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        static const char SPECIAL[] = "<>&\"'";
        static const char *const ENTITIES[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
        const char *at = strchr(SPECIAL, *text);
        if (at != NULL)
            g_string_append(out, ENTITIES[at - SPECIAL]);
        else if (!g_ascii_iscntrl(*text) || *text == '\n' || *text == '\t')
            g_string_append_c(out, *text);
        else
            g_string_append(out, "\xef\xbf\xbd"); /* U+FFFD: a control character stands in no HTML */
    }
}
