#include "report/review_document.h"

#include "report/diff_document.h"
#include "report/revisions.h"

static void
write_texts(Record *record, const char *name, const GPtrArray *texts)
{
    record_open_list(record, name);
    for (guint i = 0; i < texts->len; i++)
        record_text(record, NULL, texts->pdata[i]);
    record_close(record);
}

static void
write_action(Record *record, const ReviewAction *action)
{
    g_auto(GStrv) more = g_strsplit(action->more == NULL ? "" : action->more, "\n", -1);
    record_open(record, NULL);
    record_text(record, "object", action->object);
    record_text(record, "action", action->verb);
    record_text(record, "cost", action->cost);
    record_texts(record, "more", (const char *const *)more);
    record_close(record);
}

static void
write_actions(Record *record, const GPtrArray *actions)
{
    record_open_list(record, "actions");
    for (guint i = 0; i < actions->len; i++)
        write_action(record, actions->pdata[i]);
    record_close(record);
}

/* With how large the relation is, in words. */
static void
write_impact(Record *record, const char *name, const Review *review, const Impact *impact)
{
    const GHashTable *sizes = review->subject.sizes;
    record_open(record, name);
    revision_write_impact(record, impact);
    record_text(record, "size",
                sizes == NULL ? NULL : g_hash_table_lookup((GHashTable *)(guintptr)sizes, impact->relation));
    record_close(record);
}

/* What is known of the steps of one way. */
typedef struct {
    const Review *review;
    GHashTable *measured; /* number -> array of Impact; NULL: nothing was measured */
} Measured;

static void
write_measured(Record *record, int number, void *data)
{
    const Measured *known = data;
    if (known->measured == NULL) {
        record_null(record, "measured");
        return;
    }
    const GArray *impacts = g_hash_table_lookup(known->measured, GINT_TO_POINTER(number));
    record_open_list(record, "measured");
    for (guint i = 0; impacts != NULL && i < impacts->len; i++)
        write_impact(record, NULL, known->review, &g_array_index(impacts, Impact, i));
    record_close(record);
}

static void
write_revision(Record *record, const Review *review, const ReviewedRevision *reviewed)
{
    const Revision *revision = reviewed->revision;
    record_open(record, NULL);
    revision_write_header(record, revision);
    write_actions(record, reviewed->actions);
    write_texts(record, "notes", reviewed->notes);
    if (reviewed->heaviest == NULL)
        record_null(record, "heaviest");
    else
        write_impact(record, "heaviest", review, reviewed->heaviest);
    revision_write_steps(record, "upgrade", revision->upgrade, write_measured, &(Measured){review, reviewed->measured});
    revision_write_steps(record, "downgrade", revision->downgrade, write_measured,
                         &(Measured){review, reviewed->measured_down});
    record_close(record);
}

static void
write_revisions(Record *record, const Review *review)
{
    record_open_list(record, "revisions");
    for (guint i = 0; i < review->revisions->len; i++)
        write_revision(record, review, review->revisions->pdata[i]);
    record_close(record);
}

static void
write_deploy(Record *record, const GPtrArray *steps)
{
    record_open_list(record, "deploy");
    for (guint i = 0; i < steps->len; i++) {
        const DeployStep *step = steps->pdata[i];
        record_open(record, NULL);
        record_text(record, "what", step->what);
        record_text(record, "command", step->command);
        write_texts(record, "notes", step->notes);
        record_close(record);
    }
    record_close(record);
}

char *
review_document(const Review *review)
{
    const ReviewSubject *subject = &review->subject;
    g_autoptr(Record) record = record_new();
    g_autofree char *lint =
        subject->findings == NULL ? NULL : findings_format(subject->findings, "json", subject->view);
    record_text(record, "from", subject->from);
    record_text(record, "to", subject->to);
    diff_write_changes(record, subject->deltas);
    record_flag(record, "forgotten", review->is_forgotten);
    write_revisions(record, review);
    write_texts(record, "losses", review->losses);
    write_deploy(record, review->deploy);
    record_value(record, "lint", lint);
    return record_document(record);
}
