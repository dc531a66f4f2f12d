#include "project/version_document.h"

#include "revision/revision.h"

void
version_write_object(Record *record, const char *name, const Node *node)
{
    record_open(record, name);
    record_text(record, "kind", node->kind->name);
    record_text(record, "name", node->name);
    record_text(record, "address", node_address(node));
    record_text(record, "file", node->place.file);
    if (node->place.file != NULL)
        record_integer(record, "line", node->place.line);
    else
        record_null(record, "line");
    record_close(record);
}

static void
write_commit(Record *record, const FileVersion *commit)
{
    g_autofree char *day = commit != NULL ? version_day(commit) : NULL;
    record_text(record, "commit", commit != NULL ? commit->commit : NULL);
    record_text(record, "date", day);
    record_text(record, "author", commit != NULL ? commit->author : NULL);
    record_text(record, "subject", commit != NULL ? commit->subject : NULL);
}

void
version_write(Record *record, const char *name, const ObjectVersion *version, GHashTable *carried)
{
    if (version == NULL) {
        record_null(record, name);
        return;
    }
    const GPtrArray *revisions = g_hash_table_lookup(carried, version);
    record_open(record, name);
    write_commit(record, version->version);
    record_text(record, "file", version->path[0] == ':' ? version->path + 2 : version->path);
    record_flag(record, "dropped", version->node == NULL);
    record_open_list(record, "revisions");
    for (guint i = 0; revisions != NULL && i < revisions->len; i++)
        record_text(record, NULL, ((const Revision *)revisions->pdata[i])->id);
    record_close(record);
    record_close(record);
}
