#include "report/record.h"

#include <json-glib/json-glib.h>

struct Record {
    JsonBuilder *builder;
    GString *open; /* '{' or '[' for each level */
};

Record *
record_new(void)
{
    Record *record = g_new0(Record, 1);
    record->builder = json_builder_new();
    record->open = g_string_new("{");
    json_builder_begin_object(record->builder);
    return record;
}

void
record_free(Record *record)
{
    if (record == NULL)
        return;
    g_object_unref(record->builder);
    g_string_free(record->open, TRUE);
    g_free(record);
}

static JsonBuilder *
begin_field(Record *record, const char *name)
{
    g_assert((name != NULL) == (record->open->str[record->open->len - 1] == '{'));
    if (name != NULL)
        json_builder_set_member_name(record->builder, name);
    return record->builder;
}

void
record_text(Record *record, const char *name, const char *text)
{
    g_autofree char *valid = text == NULL ? NULL : g_utf8_make_valid(text, -1);
    JsonBuilder *builder = begin_field(record, name);
    if (valid == NULL)
        json_builder_add_null_value(builder);
    else
        json_builder_add_string_value(builder, valid);
}

void
record_texts(Record *record, const char *name, const char *const *texts)
{
    record_open_list(record, name);
    for (; texts != NULL && *texts != NULL; texts++)
        record_text(record, NULL, *texts);
    record_close(record);
}

void
record_integer(Record *record, const char *name, gint64 number)
{
    json_builder_add_int_value(begin_field(record, name), number);
}

/* json-glib prints all 17 digits of a double: a fraction of two has few. */
void
record_seconds(Record *record, const char *name, double seconds)
{
    json_builder_add_double_value(begin_field(record, name), (double)(gint64)(seconds * 1024 + 0.5) / 1024);
}

void
record_flag(Record *record, const char *name, bool flag)
{
    json_builder_add_boolean_value(begin_field(record, name), flag);
}

void
record_null(Record *record, const char *name)
{
    json_builder_add_null_value(begin_field(record, name));
}

void
record_value(Record *record, const char *name, const char *json)
{
    JsonNode *node = json_from_string(json, NULL);
    json_builder_add_value(begin_field(record, name), node != NULL ? node : json_node_new(JSON_NODE_NULL));
}

void
record_open(Record *record, const char *name)
{
    json_builder_begin_object(begin_field(record, name));
    g_string_append_c(record->open, '{');
}

void
record_open_list(Record *record, const char *name)
{
    json_builder_begin_array(begin_field(record, name));
    g_string_append_c(record->open, '[');
}

void
record_close(Record *record)
{
    g_assert(record->open->len > 0);
    if (record->open->str[record->open->len - 1] == '{')
        json_builder_end_object(record->builder);
    else
        json_builder_end_array(record->builder);
    g_string_truncate(record->open, record->open->len - 1);
}

static char *
print(Record *record, bool pretty)
{
    g_assert(record->open->len == 1);
    record_close(record);
    g_autoptr(JsonNode) root = json_builder_get_root(record->builder);
    g_autofree char *text = json_to_string(root, pretty);
    return g_strconcat(text, "\n", NULL);
}

char *
record_line(Record *record)
{
    return print(record, false);
}

char *
record_document(Record *record)
{
    return print(record, true);
}
