#include "revision/drops.h"

#include "model/quarantine.h"
#include "sql/lex.h"
#include "sql/one_line.h"
#include "sql/words.h"
#include <string.h>

static const char KEPT_AS[] = " kept as ", DEPRECATED[] = " deprecated ";

/* The parts of a name as it stands in the text, with where each begins: at most three count. */
enum { MOST_PARTS = 3 };

static int
read_parts(Arena *arena, const char *address, const char **names, size_t *ends)
{
    const char *cursor = address;
    int n = 0;
    for (Token token = lex_next_solid(&cursor); words_is_name(token) && n < MOST_PARTS;
         token = lex_next_solid(&cursor)) {
        g_autofree char *name = token_name(token);
        names[n] = arena_strdup(arena, name);
        ends[n++] = (size_t)(cursor - address);
        if (!token_is(lex_next_solid(&cursor), "."))
            break;
    }
    return n;
}

/* What stands behind the mark, which ends the text; NULL: the mark is not there. */
static const char *
cut_off(char *text, const char *mark)
{
    char *at = strstr(text, mark);
    if (at == NULL)
        return NULL;
    *at = '\0';
    return at + strlen(mark);
}

/* "column public.t.c" */
static bool
read_drop(Arena *arena, const char *line, Drop *out)
{
    const char *names[MOST_PARTS], *space = strchr(line, ' ');
    size_t ends[MOST_PARTS];
    if (space == NULL)
        return false;
    g_autofree char *kind = g_strndup(line, (gsize)(space - line));
    char *address = arena_strdup(arena, space + 1);
    const char *deprecated = cut_off(address, DEPRECATED), *kept_as = cut_off(address, KEPT_AS);
    const int n = read_parts(arena, address, names, ends);
    *out = (Drop){.kind = kind_find(kind), .address = address, .root = address, .kept_as = kept_as};
    out->deprecated = deprecated;
    if (out->kind == NULL || n == 0 || (out->kind->grants_column && n < 2))
        return false;
    out->name = names[n - 1];
    if (out->kind->grants_column) {
        out->table = names[n - 2];
        out->root = arena_strndup(arena, address, ends[n - 2]);
    }
    return true;
}

GArray *
drops_read(const Revision *revision, Arena *arena)
{
    GArray *drops = g_array_new(FALSE, FALSE, sizeof(Drop));
    for (const char **line = revision->drops; line != NULL && *line != NULL; line++) {
        Drop drop;
        g_autofree char *plain = one_line_parse(*line);
        if (read_drop(arena, plain, &drop))
            g_array_append_val(drops, drop);
    }
    return drops;
}

int
drop_deprecated_days(const Drop *drop)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *text = drop->deprecated == NULL ? g_strdup("") : g_strconcat(drop->deprecated, "T00:00:00Z", NULL);
    g_autoptr(GDateTime) then = g_date_time_new_from_iso8601(text, NULL);
    return then == NULL ? -1 : (int)(g_date_time_difference(now, then) / G_TIME_SPAN_DAY);
}

bool
drop_ends_quarantine(const Drop *drop)
{
    return drop->kept_as == NULL && (drop->table != NULL ? g_str_has_prefix(drop->name, QUARANTINE "_")
                                                         : g_str_has_prefix(drop->address, QUARANTINE "."));
}

bool
drop_asks_for_quarantine(const Drop *drop)
{
    const bool holds_data = quarantine_can_hold(drop->kind) && (drop->kind->drop_effect.costs & COST_DATA_LOSS) != 0;
    return drop->kept_as == NULL && (holds_data || drop_ends_quarantine(drop));
}

const char *
drops_format(Arena *arena, const Node *node, const Node *kept, const char *deprecated)
{
    g_autoptr(GString) line = g_string_new(node->key);
    if (kept != NULL)
        g_string_append_printf(line, "%s%s", KEPT_AS, node_address(kept));
    if (deprecated != NULL)
        g_string_append_printf(line, "%s%s", DEPRECATED, deprecated);
    g_autofree char *plain = one_line_format(line->str);
    return arena_strdup(arena, plain);
}
