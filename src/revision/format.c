#include "revision/parser.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* A directive is one line of a comment: names that hold line ends must not end it. */
static void
append_line(GString *out, const char *start, const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text == NULL ? "" : text), "\r\n", ' ');
    g_autofree char *whole = g_strchomp(g_strconcat(start, line, NULL));
    g_string_append_printf(out, "%s\n", whole);
}

static void
append_items(GString *out, const char *const *list)
{
    for (const char *const *item = list; item != NULL && *item != NULL; item++) {
        if (item > list)
            g_string_append_c(out, ' ');
        directive_append_item(out, *item);
    }
}

static void
append_list(GString *out, const char *start, const char *const *list)
{
    g_autoptr(GString) items = g_string_new(NULL);
    append_items(items, list);
    if (items->len > 0)
        append_line(out, start, items->str);
}

static void
append_each(GString *out, const char *start, const char *const *list)
{
    for (; list != NULL && *list != NULL; list++)
        append_line(out, start, *list);
}

static void
append_revision(GString *out, const Revision *header)
{
    g_autoptr(GString) line = g_string_new(header->id);
    if (header->phase != PHASE_NONE)
        g_string_append_printf(line, " %s", phase_name(header->phase));
    if (header->after != NULL && header->after[0] != NULL) {
        g_autofree char *after = g_strjoinv(", ", (char **)(guintptr)header->after);
        g_string_append_printf(line, " after %s", after);
    }
    append_line(out, "-- pleat: revision ", line->str);
}

char *
revision_format(const Revision *header, const char *upgrade_sql, const char *downgrade_sql)
{
    GString *out = g_string_new(NULL);
    append_revision(out, header);
    append_line(out, "-- pleat: message ", header->message);
    if (header->tenant)
        append_line(out, "-- pleat: tenant", NULL);
    append_list(out, "-- pleat: depends_on ", header->depends_on);
    append_list(out, "-- pleat: label ", header->labels);
    append_list(out, "-- pleat: replaces ", header->replaces);
    if (header->milestone != NULL)
        append_line(out, "-- pleat: milestone ", header->milestone);
    append_list(out, "-- pleat: source ", header->source);
    append_each(out, "-- pleat: expects ", header->expects);
    append_each(out, "-- pleat: drops ", header->drops);
    append_each(out, "-- pleat: measured ", header->measured);
    for (Allow **allow = header->allows; allow != NULL && *allow != NULL; allow++)
        if ((*allow)->in_header)
            append_line(out, "-- pleat: allow ", (*allow)->text);
    g_autoptr(GString) below = g_string_new("--\n");
    append_each(below, "-- ", header->notes);
    g_string_append_printf(below, "\\set ON_ERROR_STOP on\nSET lock_timeout = '800ms';\n%s", upgrade_sql);
    if (downgrade_sql != NULL)
        g_string_append_printf(below, "\\quit\n-- pleat: downgrade\n%s", downgrade_sql);
    g_autofree char *digest = header->generated == NULL ? NULL : section_digest(below->str);
    if (digest != NULL)
        append_line(out, "-- pleat: generated ", digest);
    g_string_append(out, below->str);
    return g_string_free(out, FALSE);
}

/* The text with the first line that holds the directive replaced; else the text as it is. */
static char *
replace_line(const char *text, const char *directive, const char *line)
{
    g_autofree char *pattern = g_strdup_printf("^--[ \t]*pleat:[ \t]*%s[ \t][^\r\n]*", directive);
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    int start = 0, end = 0;
    if (!g_regex_match(regex, text, 0, &match) || !g_match_info_fetch_pos(match, 0, &start, &end))
        return g_strdup(text);
    return g_strdup_printf("%.*s%s%s", start, text, line, text + end);
}

char *
revision_reparent(const Revision *revision, const char *const *after, const char *const *depends_on)
{
    Revision header = {.id = revision->id, .phase = revision->phase, .after = revision->after};
    if (after != NULL)
        header.after = (const char **)(guintptr)after;
    g_autoptr(GString) line = g_string_new(NULL), needs = g_string_new(NULL);
    append_revision(line, &header);
    g_string_truncate(line, line->len - 1);
    g_autofree char *text = replace_line(g_bytes_get_data(revision->text, NULL), "revision", line->str);
    if (depends_on == NULL)
        return g_steal_pointer(&text);
    append_list(needs, "-- pleat: depends_on ", depends_on);
    g_string_truncate(needs, MAX(needs->len, 1) - 1);
    return replace_line(text, "depends_on", needs->str);
}

char *
revision_new_id(void)
{
    guint8 bytes[6];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
        g_error("the system gives no random bytes");
    GString *id = g_string_new(NULL);
    for (size_t i = 0; i < sizeof bytes; i++)
        g_string_append_printf(id, "%02x", bytes[i]);
    return g_string_free(id, FALSE);
}

char *
revision_slug(const char *message)
{
    enum { LONGEST = 40 };
    GString *slug = g_string_new(NULL);
    for (const char *at = message; *at != '\0' && slug->len < LONGEST; at++) {
        if (g_ascii_isalnum(*at))
            g_string_append_c(slug, g_ascii_tolower(*at));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '_')
            g_string_append_c(slug, '_');
    }
    while (slug->len > 0 && slug->str[slug->len - 1] == '_')
        g_string_truncate(slug, slug->len - 1);
    return g_string_free(slug, FALSE);
}

static GDateTime *
now(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    GDateTime *fixed = epoch == NULL ? NULL : g_date_time_new_from_unix_utc(g_ascii_strtoll(epoch, NULL, 10));
    return fixed != NULL ? fixed : g_date_time_new_now_utc();
}

/* The value of a token; NULL: no such token. */
static char *
token_value(const char *token, const Revision *header, GDateTime *date)
{
    static const struct {
        const char *token, *format;
    } DATES[] = {{"date", "%Y%m%d"}, {"year", "%Y"},   {"month", "%m"},  {"day", "%d"},
                 {"hour", "%H"},     {"minute", "%M"}, {"second", "%S"}, {"epoch", "%s"}};
    for (size_t i = 0; i < G_N_ELEMENTS(DATES); i++)
        if (strcmp(token, DATES[i].token) == 0)
            return g_date_time_format(date, DATES[i].format);
    if (strcmp(token, "rev") == 0)
        return g_strdup(header->id);
    if (strcmp(token, "phase") == 0)
        return g_strdup(header->phase == PHASE_NONE ? "baseline" : phase_name(header->phase));
    return strcmp(token, "slug") == 0 ? revision_slug(header->message == NULL ? "" : header->message) : NULL;
}

char *
revision_file_name(const char *template, const Revision *header)
{
    g_autoptr(GDateTime) date = now();
    GString *out = g_string_new(NULL);
    for (const char *at = template; *at != '\0'; at++) {
        const char *close = *at == '{' ? strchr(at, '}') : NULL;
        g_autofree char *token = close == NULL ? NULL : g_strndup(at + 1, (gsize)(close - at - 1));
        g_autofree char *value = token == NULL ? NULL : token_value(token, header, date);
        if (value == NULL) {
            g_string_append_c(out, *at);
            continue;
        }
        if (value[0] == '\0' && out->len > 0 && strchr("_-", out->str[out->len - 1]) != NULL)
            g_string_truncate(out, out->len - 1); /* no message, no dangling separator */
        g_string_append(out, value);
        at = close;
    }
    return g_string_free(out, FALSE);
}
