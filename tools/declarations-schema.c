/*
 * declarations-schema - docs/schemas/declarations.schema.json, made from the descriptors of the kinds
 *
 * Draft 7, which is what YAML language servers know best. It says what keys there are and of which shape values are;
 * whether SQL is right is for pleat and PostgreSQL to say. A test compares the file with what this prints:
 * tests/tools/meson.build.
 */
#include "model/kind.h"
#include "model/labels.h"
#include "model/quarantine.h"
#include "model/schema.h"
#include "report/record.h"
#include "yaml/shape.h"
#include <stdio.h>
#include <string.h>

/* Shapes of values: what "type" and the other members of a schema say. A word that YAML 1.1 and 1.2 read differently,
 * or as null, is text to pleat all the same. */
#define TEXT_TYPES "\"string\", \"number\", \"boolean\""
#define TEXT "{\"$ref\": \"#/definitions/-text\"}"

typedef struct {
    const char *type;               /* names of types, or one */
    const char *items, *additional; /* of lists, of mappings; NULL: none */
} Shape;

static const Shape TEXT_SHAPE = {.type = "[" TEXT_TYPES "]"};
static const Shape TEXT_OR_LIST = {.type = "[" TEXT_TYPES ", \"array\"]", .items = TEXT};
static const Shape TEXT_MAP = {.type = "\"object\"", .additional = TEXT};

static const Shape VALUES[] = {
    [VALUE_SQL] = {.type = "[" TEXT_TYPES ", \"null\", \"array\"]", .items = TEXT},
    [VALUE_TEXT] = {.type = "[" TEXT_TYPES "]"},
    [VALUE_NAME] = {.type = "[" TEXT_TYPES "]"},
    [VALUE_BOOL] = {.type = "\"boolean\""},
    [VALUE_INT] = {.type = "\"integer\""},
    [VALUE_NAMES] = {.type = "[" TEXT_TYPES ", \"array\"]", .items = TEXT},
    [VALUE_LABELS] = {.type = "\"array\"",
                      .items = "{\"type\": [" TEXT_TYPES ", \"object\"], \"required\": [\"name\"], "
                               "\"additionalProperties\": false, \"properties\": {\"name\": " TEXT
                               ", \"renamed_from\": " TEXT "}}"},
    [VALUE_MAP] = {.type = "\"object\"", .additional = TEXT},
    [VALUE_OPTIONS] = {.type = "\"object\"", .additional = TEXT},
    [VALUE_FOREIGN_OPTIONS] = {.type = "\"object\"", .additional = TEXT},
};

static void
write_shape(Record *record, const Shape *shape)
{
    record_value(record, "type", shape->type);
    if (shape->items != NULL)
        record_value(record, "items", shape->items);
    if (shape->additional != NULL)
        record_value(record, "additionalProperties", shape->additional);
}

static char *
attribute_doc(const Attr *attr)
{
    GString *out = g_string_new(attr->doc);
    if (attr->since != 0)
        g_string_append_printf(out, " (PostgreSQL %d on)", attr->since);
    if (attr->until != 0)
        g_string_append_printf(out, " (up to PostgreSQL %d)", attr->until);
    return g_string_free(out, FALSE);
}

static void
write_options(Record *record, const Attr *attr)
{
    record_text(record, "type", "object");
    record_open(record, "properties");
    for (const char *const *option = attr->only; *option != NULL; option++)
        record_value(record, *option, TEXT);
    record_close(record);
    record_flag(record, "additionalProperties", false);
}

static void
write_attribute(Record *record, const char *key, const Attr *attr)
{
    g_autofree char *doc = attribute_doc(attr);
    record_open(record, key);
    if (*doc != '\0')
        record_text(record, "description", doc);
    if (attr->only != NULL && attr->type == VALUE_OPTIONS)
        write_options(record, attr);
    else
        write_shape(record, &VALUES[attr->type]);
    record_close(record);
}

/* Keys of a mapping, each once: kinds that share a plural share a schema, too ----------------------------------------
 */

typedef struct {
    Record *record;
    GHashTable *seen;
} Keys;

static bool
is_new(Keys *keys, const char *key)
{
    return g_hash_table_add(keys->seen, (gpointer)(guintptr)key);
}

static void
write_key(Keys *keys, const char *key, const char *doc, const Shape *shape)
{
    if (!is_new(keys, key))
        return;
    record_open(keys->record, key);
    record_text(keys->record, "description", doc);
    write_shape(keys->record, shape);
    record_close(keys->record);
}

/* name NULL: in a list. */
static void
write_reference(Record *record, const char *name, const Kind *kind)
{
    g_autofree char *path = g_strconcat("#/definitions/", kind->name, NULL);
    record_open(record, name);
    record_text(record, "$ref", path);
    record_close(record);
}

static void
write_child(Keys *keys, const Kind *child)
{
    Record *record = keys->record;
    if (!is_new(keys, child->plural))
        return;
    if (child->shape == SHAPE_SINGLE || child->shape == SHAPE_INLINE) {
        write_reference(record, child->plural, child);
        return;
    }
    record_open(record, child->plural);
    record_value(record, "type", "[\"object\", \"array\"]");
    write_reference(record, "additionalProperties", child);
    write_reference(record, "items", child);
    record_close(record);
}

/* "partitions" of a table: those of each kind that a partition can be. */
static void
write_partitions(Keys *keys, const Kind *kind)
{
    Record *record = keys->record;
    if (kind_attr(kind, "partition_by") < 0 || !is_new(keys, "partitions"))
        return;
    record_open(record, "partitions");
    record_text(record, "description", "its partitions by name, or \"unmanaged\": a job makes and drops them");
    record_value(record, "type", "[\"object\", \"string\"]");
    record_text(record, "pattern", "^unmanaged$");
    record_open(record, "additionalProperties");
    record_open_list(record, "anyOf");
    write_reference(record, NULL, kind);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->partition_key != NULL && kinds_all[i] != kind)
            write_reference(record, NULL, kinds_all[i]);
    record_close(record);
    record_close(record);
    record_close(record);
}

static const Shape GRANTS = {.type = "\"object\"", .additional = "{\"type\": \"array\", \"items\": " TEXT "}"};
static const Shape FLAG = {.type = "\"boolean\""};

static void
write_facets(Keys *keys, const Kind *kind)
{
    if (kind->identify != NULL)
        write_key(keys, "comment", "plain text", &TEXT_SHAPE);
    if (kind->owner != NULL)
        write_key(keys, "owner", "a role", &TEXT_SHAPE);
    if (kind->grant_on != NULL || kind->grants_column || kind->grant_parts != NULL)
        write_key(keys, "privileges", "by role, what it may do beside what PostgreSQL gives by itself", &GRANTS);
    if (labels_possible(kind))
        write_key(keys, "security_labels", "by provider", &TEXT_MAP);
}

static void
write_extras(Keys *keys, const Kind *kind)
{
    if (kind->rename != NULL)
        write_key(keys, "renamed_from", "what it was called before", &TEXT_SHAPE);
    write_key(keys, "deprecated", "why it is to go: pleat lint lists it", &TEXT_SHAPE);
    if (quarantine_can_hold(kind))
        write_key(keys, "quarantine", "why it is kept out of reach before it is dropped", &TEXT_SHAPE);
    if (kind->space == SPACE_ROUTINE)
        write_key(keys, "keep_prior", "the body that it had stays callable until contract", &FLAG);
    if (kind_is_column(kind)) {
        write_key(keys, "backfill", "SQL: the value of a new column in an old row", &TEXT_SHAPE);
        write_key(keys, "backfill_down", "SQL by old column: its value on the way back", &TEXT_MAP);
    }
    write_key(keys, "include", "mixins", &TEXT_OR_LIST);
    if (kind->parents != NULL)
        write_key(keys, "name", "of a declaration in a list", &TEXT_SHAPE);
}

static const Attr *
scalar_attribute(const Kind *kind)
{
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (kind->attrs[i].flags & ATTR_SCALAR)
            return &kind->attrs[i];
    return NULL;
}

/* The key that says which of several kinds it is holds what a declaration by one value would. */
static void
write_variant(Keys *keys, const Kind *kind)
{
    const Attr *scalar = scalar_attribute(kind);
    if (kind->variant == NULL || !is_new(keys, kind->variant))
        return;
    record_open(keys->record, kind->variant);
    record_text(keys->record, "description", kind->title);
    if (scalar != NULL)
        write_shape(keys->record, &VALUES[scalar->type]);
    else if (kind->leaf != NULL)
        write_shape(keys->record, &TEXT_OR_LIST);
    record_close(keys->record);
}

static void
write_keys_of(Keys *keys, const Kind *kind)
{
    write_variant(keys, kind);
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_HIDDEN) == 0 && is_new(keys, kind->attrs[i].key))
            write_attribute(keys->record, kind->attrs[i].key, &kind->attrs[i]);
    if (kind->leaf != NULL)
        write_key(keys, "definition", "SQL: what could stand in the place of the mapping", &TEXT_OR_LIST);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kind_has_parent(kinds_all[i], kind))
            write_child(keys, kinds_all[i]);
    write_partitions(keys, kind);
    write_facets(keys, kind);
    write_extras(keys, kind);
}

/* Kinds ------------------------------------------------------------------------------------------------------------ */

/* Do roots of both kinds stand under one key? */
static bool
is_together(const Kind *kind, const Kind *other)
{
    return kind == other ||
           (kind->parents == NULL && other->parents == NULL && strcmp(kind->plural, other->plural) == 0);
}

/* Is a root without anything in it a declaration: "extensions: {citext: }"? */
static bool
may_be_empty(const Kind *kind)
{
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (kind->attrs[i].flags & ATTR_REQUIRED)
            return false;
    return kind->parents == NULL && kind->variant == NULL;
}

/* One schema for all forms of a declaration: what is said of mappings holds for mappings alone, and an editor can say
 * what is wrong without guessing which form was meant. */
static void
write_types(Record *record, const Kind *kind)
{
    const Attr *scalar = scalar_attribute(kind);
    bool is_short = kind->variant == NULL && (scalar != NULL || kind->leaf != NULL);
    record_open_list(record, "type");
    record_text(record, NULL, "object");
    for (const char *const *type = (const char *const[]){"string", "number", "boolean", "array", NULL};
         is_short && *type != NULL; type++)
        record_text(record, NULL, *type);
    if (may_be_empty(kind) || kind->shape == SHAPE_INLINE)
        record_text(record, NULL, "null");
    record_close(record);
    if (is_short)
        record_value(record, "items", TEXT);
}

static void
write_properties(Record *record, const Kind *kind)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    Keys keys = {record, seen};
    record_open(record, "properties");
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (is_together(kind, kinds_all[i]))
            write_keys_of(&keys, kinds_all[i]);
    record_close(record);
    record_flag(record, "additionalProperties", false);
}

/* Kinds that share a key: a mapping says which one it is. */
static void
write_choice(Record *record, const Kind *kind)
{
    record_open_list(record, "anyOf");
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        if (!is_together(kind, kinds_all[i]))
            continue;
        record_open(record, NULL);
        record_texts(record, "required", (const char *const[]){kinds_all[i]->variant, NULL});
        record_close(record);
    }
    record_close(record);
}

static void
write_kind(Record *record, const Kind *kind)
{
    record_open(record, kind->name);
    record_text(record, "title", kind->title);
    write_types(record, kind);
    write_properties(record, kind);
    if (kind->variant != NULL)
        write_choice(record, kind);
    record_close(record);
}

/* Is it the first of those under its key? */
static bool
is_first(const Kind *kind)
{
    for (size_t i = 0; kinds_all[i] != kind; i++)
        if (is_together(kind, kinds_all[i]))
            return false;
    return true;
}

/* The whole -------------------------------------------------------------------------------------------------------- */

static void
write_roots(Record *record)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (kind->parents != NULL || kind->plural == NULL || !is_first(kind))
            continue;
        record_open(record, kind->plural);
        record_value(record, "type", "[\"object\", \"null\"]");
        write_reference(record, "additionalProperties", kind);
        record_close(record);
    }
}

static void
write_external(Record *record)
{
    record_open(record, "external");
    record_text(record, "description", "what managed objects refer to and pleat does not manage");
    record_text(record, "type", "object");
    record_open(record, "properties");
    write_roots(record);
    record_close(record);
    record_value(record, "additionalProperties", "{\"$ref\": \"#/definitions/table\"}");
    record_close(record);
}

int
main(void)
{
    g_autoptr(Record) record = record_new();
    record_text(record, "$schema", "http://json-schema.org/draft-07/schema#");
    record_text(record, "title", "Declarations of pleat: schema/*.yaml");
    record_text(record, "$comment", "Made by tools/declarations-schema.c from the kinds' tables.");
    record_value(record, "type", "[\"object\", \"null\"]");
    record_flag(record, "additionalProperties", false);
    record_open(record, "properties");
    record_value(record, "schema",
                 "{\"type\": \"string\", \"description\": \"what names without a schema mean in this file\"}");
    record_value(record, "mixins",
                 "{\"description\": \"parts of declarations, for include\", \"type\": \"object\", "
                 "\"additionalProperties\": {\"type\": \"object\"}}");
    write_external(record);
    write_roots(record);
    record_close(record);
    record_open(record, "definitions");
    record_value(record, "-text", "{\"type\": [" TEXT_TYPES "]}");
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (is_first(kinds_all[i]))
            write_kind(record, kinds_all[i]);
    record_close(record);
    g_autofree char *text = record_document(record);
    fputs(text, stdout);
    return ferror(stdout) != 0;
}
