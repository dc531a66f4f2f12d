/* section.c - the parts of a file's text: what stands above the steps, the way forth, the way back */
#include "revision/parser.h"

#include <string.h>

/* Where a line begins, counted from 1; the end of the text where there is no such line. */
static const char *
line_at(const char *text, int line)
{
    for (; line > 1; line--) {
        const char *newline = strchr(text, '\n');
        if (newline == NULL)
            return text + strlen(text);
        text = newline + 1;
    }
    return text;
}

char *
revision_section(const Revision *revision, bool down)
{
    static const char FOR_PSQL[] = "SET lock_timeout = '800ms';\n";
    const char *text = g_bytes_get_data(revision->text, NULL);
    if (down)
        return revision->down_line == 0 ? NULL : g_strdup(line_at(text, revision->down_line + 1));
    const char *start = line_at(text, revision->body_line + 1), *end = text + strlen(text);
    if (g_str_has_prefix(start, FOR_PSQL))
        start += strlen(FOR_PSQL);
    if (revision->quit_line != 0)
        end = line_at(text, revision->quit_line);
    return g_strndup(start, start < end ? (gsize)(end - start) : 0);
}

char *
section_digest(const char *text)
{
    enum { SHOWN = 12 };
    g_autoptr(GString) plain = g_string_new(text);
    g_string_replace(plain, "\r\n", "\n", 0); /* git may have changed line ends */
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, plain->str, (gssize)plain->len);
    return g_strndup(sum, SHOWN);
}

bool
revision_is_as_generated(const Revision *revision)
{
    if (revision->generated == NULL)
        return false;
    g_autoptr(GRegex) regex =
        g_regex_new("^--[ \t]*pleat:[ \t]*generated[ \t][^\n]*\n", G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    const char *text = g_bytes_get_data(revision->text, NULL);
    int start = 0, end = 0;
    if (!g_regex_match(regex, text, 0, &match) || !g_match_info_fetch_pos(match, 0, &start, &end))
        return false;
    g_autofree char *digest = section_digest(text + end);
    return strcmp(digest, revision->generated) == 0;
}

int
step_line(const Step *step, const char *statement)
{
    for (int i = 0; step->lines != NULL && statement != NULL && step->statements[i] != NULL; i++)
        if (strcmp(step->statements[i], statement) == 0)
            return step->lines[i];
    return step->line;
}
