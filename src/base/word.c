#include "base/word.h"

#include <glib.h>
#include <string.h>

static bool
is_letter(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

bool
word_is_plain(const char *text)
{
    const char *at = text;
    while (is_letter(*at))
        at++;
    return *at == '\0' && at != text;
}

bool
word_stands_in(const char *text, const char *word)
{
    const bool is_plain = word_is_plain(word);
    const size_t length = strlen(word);
    for (const char *at = text; (at = strcasestr(at, word)) != NULL && *at != '\0'; at++)
        if (!is_plain || ((at == text || !is_letter(at[-1])) && !is_letter(at[length])))
            return true;
    return length == 0;
}
