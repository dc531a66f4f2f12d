#include "revision/measured.h"

#include "revision/parser.h"
#include <stdlib.h>
#include <string.h>

static const char DOWN[] = "down", REWRITE[] = "rewrite", SCAN[] = "scan", KNOWN[] = "known",
                  PARTITIONS[] = "partitions", PARTITION[] = "partition";

const char measured_nothing[] = "nothing";

static void
append_impact(GString *out, const Impact *impact)
{
    g_string_append_c(out, ' ');
    directive_append_item(out, impact->relation);
    g_string_append_printf(out, " (%s", lock_name(impact->lock));
    if (impact->costs & COST_REWRITE)
        g_string_append_printf(out, ", %s", REWRITE);
    if (impact->costs & COST_SCAN)
        g_string_append_printf(out, ", %s", SCAN);
    if (impact->partitions > 0)
        g_string_append_printf(out, ", %d %s", impact->partitions, impact->partitions == 1 ? PARTITION : PARTITIONS);
    if (impact->is_known)
        g_string_append_printf(out, ", %s", KNOWN);
    g_string_append_c(out, ')');
}

const char *
measured_format(Arena *arena, bool down, int step, const GArray *impacts)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_append_printf(line, "%s%s%d", down ? DOWN : "", down ? " " : "", step);
    for (guint i = 0; i < impacts->len; i++)
        append_impact(line, &g_array_index(impacts, Impact, i));
    return arena_strdup(arena, line->str);
}

static Lock
lock_named(const char *name)
{
    Lock lock = LOCK_ACCESS_EXCLUSIVE;
    while (lock > LOCK_NONE && strcmp(lock_name(lock), name) != 0)
        lock--;
    return lock;
}

/* What stands in the parentheses, word by word, up to the one that closes them; false: it never ends. */
static bool
read_words(GPtrArray *items, guint *at, Impact *impact)
{
    g_autoptr(GString) lock = g_string_new(NULL);
    for (bool closed = false; !closed; ++*at) {
        if (*at == items->len)
            return false;
        const char *item = items->pdata[*at];
        closed = g_str_has_suffix(item, ")");
        g_autofree char *word = g_strndup(item, strlen(item) - closed);
        if (strcmp(word, REWRITE) == 0)
            impact->costs |= COST_REWRITE;
        else if (strcmp(word, SCAN) == 0)
            impact->costs |= COST_SCAN;
        else if (strcmp(word, KNOWN) == 0)
            impact->is_known = true;
        else if (g_ascii_isdigit(*word))
            impact->partitions = atoi(word);
        else if (strcmp(word, PARTITION) != 0 && strcmp(word, PARTITIONS) != 0)
            g_string_append_printf(lock, "%s%s", lock->len == 0 ? "" : " ", *word == '(' ? word + 1 : word);
    }
    impact->lock = lock_named(lock->str);
    return true;
}

static GArray *
read_impacts(GPtrArray *items, guint at)
{
    GArray *impacts = impacts_new();
    while (at + 1 < items->len) {
        Impact impact = {.relation = items->pdata[at++]};
        const char *opening = items->pdata[at];
        if (*opening != '(' || !read_words(items, &at, &impact))
            break;
        g_array_append_val(impacts, impact);
    }
    return impacts;
}

static void
free_impacts(void *impacts)
{
    g_array_unref(impacts);
}

GHashTable *
measured_read(const Revision *revision, bool down)
{
    if (*revision->measured == NULL)
        return NULL;
    GHashTable *steps = g_hash_table_new_full(NULL, NULL, NULL, free_impacts);
    for (const char **line = revision->measured; *line != NULL; line++) {
        g_autoptr(GPtrArray) items = g_ptr_array_new();
        directive_add_items(revision->arena, items, *line);
        const bool is_down = items->len > 0 && strcmp(items->pdata[0], DOWN) == 0;
        const int step = items->len > is_down ? atoi(items->pdata[is_down]) : 0;
        if (is_down == down && step > 0)
            g_hash_table_insert(steps, GINT_TO_POINTER(step), read_impacts(items, 1 + is_down));
    }
    return steps;
}
