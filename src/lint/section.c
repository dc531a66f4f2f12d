#include "lint/section.h"

#include <string.h>

static void
note_made(Section *section, ObjectName object, guint index)
{
    if (object.name == NULL)
        return;
    GArray *list = g_hash_table_lookup(section->made, object.name);
    if (list == NULL) {
        list = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(section->made, (gpointer)(guintptr)object.name, list);
    }
    g_array_append_val(list, index);
}

static void
add_site(Section *section, const Step *step, guint statement, ObjectName each, const Operation *operation)
{
    const Site site = {
        .section = section,
        .index = section->sites->len,
        .step = step,
        .statement = statement,
        .line = step->lines[step->kind == STEP_COMMAND ? 0 : statement],
        .each = each,
        .operation = operation,
    };
    if (operation->type == OP_CREATE)
        note_made(section, operation->object, site.index);
    g_array_append_val(section->sites, site);
}

static ObjectName
read_name(Arena *arena, const char *text)
{
    ObjectName name = {NULL, NULL};
    if (text != NULL) {
        GArray *read = operations_read(arena, text);
        const Token *at = g_array_index(read, Operation, 0).all;
        tokens_name(arena, &at, &name);
        g_array_unref(read);
    }
    return name;
}

static void
add_statement(Section *section, const Step *step, guint statement)
{
    const bool each = step->kind == STEP_EACH_PARTITION;
    g_autoptr(GString) sql = g_string_new(step->kind == STEP_COMMAND ? "" : step->statements[statement]);
    g_autoptr(GString) subject = g_string_new(step->subject == NULL ? "" : step->subject);
    g_string_replace(subject, "{schema}", "\"{schema}\"", 0);
    if (each)
        g_string_replace(sql, "{partition}", subject->str, 0);
    g_string_replace(sql, "\"{schema}\"", "{schema}", 0);
    g_string_replace(sql, "{schema}", "\"{schema}\"", 0);
    const ObjectName table = each ? read_name(section->arena, subject->str) : (ObjectName){NULL, NULL};
    g_autoptr(GArray) read = operations_read(section->arena, sql->str);
    for (guint i = 0; i < read->len; i++) {
        Operation *operation = arena_new_one(section->arena, Operation);
        *operation = g_array_index(read, Operation, i);
        add_site(section, step, statement, table, operation);
    }
}

Section *
section_read(Arena *arena, const Revision *revision, bool down)
{
    Section *section = g_new0(Section, 1);
    section->arena = arena;
    section->revision = revision;
    section->down = down;
    section->generated = revision_is_as_generated(revision);
    section->sites = g_array_new(FALSE, FALSE, sizeof(Site));
    section->made = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
    Step **steps = down ? revision->downgrade : revision->upgrade;
    for (; steps != NULL && *steps != NULL; steps++) {
        if ((*steps)->kind == STEP_COMMAND)
            add_statement(section, *steps, 0);
        for (guint i = 0; (*steps)->kind != STEP_COMMAND && (*steps)->statements[i] != NULL; i++)
            add_statement(section, *steps, i);
    }
    return section;
}

void
section_free(Section *section)
{
    if (section == NULL)
        return;
    g_array_unref(section->sites);
    g_hash_table_unref(section->made);
    g_free(section);
}

/* Questions ------------------------------------------------------------------------------------------------------- */

bool
operation_is(const Operation *operation, OperationType type, const char *kind)
{
    return operation->type == type && strcmp(operation->kind, kind) == 0;
}

ObjectName
site_table(const Site *site)
{
    const Operation *operation = site->operation;
    static const char *const OTHERS[] = {"index", "trigger", "rule", "policy", NULL};
    if (g_strv_contains(OTHERS, operation->kind))
        return operation->table;
    return strcmp(operation->kind, "table") == 0 ? operation->object : (ObjectName){NULL, NULL};
}

static bool
is_made_before(const Section *section, ObjectName object, guint index)
{
    const GArray *list = object.name == NULL ? NULL : g_hash_table_lookup(section->made, object.name);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        guint at = g_array_index(list, guint, i);
        if (at < index && object_is(SECTION_SITE(section, at)->operation->object, object))
            return true;
    }
    return false;
}

/* Does a way back take away what the way forth made? Of an index: along with its table. */
static bool
is_on_its_way_out(const Section *section, ObjectName object)
{
    const Section *other = section->down ? section->other : NULL;
    const GArray *list = other == NULL || object.name == NULL ? NULL : g_hash_table_lookup(other->made, object.name);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        const Operation *operation = SECTION_SITE(other, g_array_index(list, guint, i))->operation;
        const bool index = strcmp(operation->kind, "index") == 0;
        if (object_is(operation->object, object) && (!index || section_makes(other, operation->table)))
            return true;
    }
    return false;
}

bool
site_is_new(const Site *site, ObjectName object)
{
    const ObjectName schema = {NULL, object.schema};
    if (is_on_its_way_out(site->section, object))
        return true;
    return is_made_before(site->section, object, site->index) || is_made_before(site->section, schema, site->index);
}

bool
section_makes(const Section *section, ObjectName object)
{
    return is_made_before(section, object, G_MAXUINT);
}

const Operation *
section_adds_column(const Section *section, ObjectName table, const char *column)
{
    for (guint i = 0; i < section->sites->len; i++) {
        const Operation *operation = SECTION_SITE(section, i)->operation;
        if (operation->type == OP_ADD_COLUMN && object_is(operation->object, table) &&
            (column == NULL || g_strcmp0(operation->part, column) == 0))
            return operation;
    }
    return NULL;
}

bool
site_in_expand(const Site *site)
{
    return !site->section->down && site->section->revision->phase == PHASE_EXPAND;
}

bool
site_in_block(const Site *site)
{
    return site->step->kind == STEP_TRANSACTION;
}

bool
site_locks_table(const Site *site)
{
    const Operation *operation = site->operation;
    const ObjectName table = site_table(site);
    if (table.name == NULL || site_is_new(site, table))
        return false;
    switch (operation->type) {
    case OP_OTHER:
    case OP_GRANT:
    case OP_REVOKE:
    case OP_UPDATE:
    case OP_DELETE:
    case OP_INSERT:
    case OP_SET:
    case OP_VALIDATE:
        return false;
    case OP_CREATE:
    case OP_REINDEX:
        return strcmp(operation->kind, "table") != 0 && (operation->flags & OP_CONCURRENTLY) == 0;
    case OP_ALTER: /* OWNER, SET (...), SET STATISTICS: short, and the last two block no query */
        return tokens_find(operation->rest, "set (") == NULL && tokens_find(operation->rest, "statistics") == NULL;
    default:
        return true;
    }
}

const char *
site_object(const Site *site)
{
    Arena *arena = site->section->arena;
    const Operation *operation = site->operation;
    const char *object = object_text(arena, operation->object);
    const ObjectName table = site_table(site);
    if (operation->object.name == NULL || (table.name != NULL && !object_is(table, operation->object)))
        return table.name == NULL ? NULL : object_text(arena, table);
    static const char *const PARTS[] = {"table", "type", "foreign table", "view", "materialized view", NULL};
    const bool part = operation->part != NULL && g_strv_contains(PARTS, operation->kind) &&
                      operation->type != OP_RENAME && operation->type != OP_ADD_CONSTRAINT &&
                      operation->type != OP_DROP_CONSTRAINT && operation->type != OP_VALIDATE;
    return part ? arena_printf(arena, "%s.%s", object, name_text(arena, operation->part)) : object;
}
