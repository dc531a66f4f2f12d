#include "report/revisions.h"

#include "report/event.h"

void
revision_write_header(Record *record, const Revision *revision)
{
    record_text(record, "revision", revision->id);
    record_text(record, "phase", revision->phase == PHASE_NONE ? NULL : phase_name(revision->phase));
    record_text(record, "message", revision->message);
    record_texts(record, "after", revision->after);
    record_texts(record, "depends_on", revision->depends_on);
    record_texts(record, "labels", revision->labels);
    record_text(record, "milestone", revision->milestone);
    record_texts(record, "replaces", revision->replaces);
    record_text(record, "file", revision->path);
    record_flag(record, "tenants", revision->tenant);
}

void
revision_write_impact(Record *record, const Impact *impact)
{
    record_text(record, "relation", impact->relation);
    record_text(record, "lock", lock_name(impact->lock));
    record_flag(record, "rewrites", impact->costs & COST_REWRITE);
    record_flag(record, "scans", impact->costs & COST_SCAN);
    if (impact->partitions > 0)
        record_integer(record, "partitions", impact->partitions);
    else
        record_null(record, "partitions");
    record_flag(record, "known", impact->is_known);
}

void
revision_write_steps(Record *record, const char *name, Step *const *steps, StepMore *more, void *data)
{
    if (steps == NULL) {
        record_null(record, name);
        return;
    }
    record_open_list(record, name);
    for (int number = 0; *steps != NULL; steps++) {
        const Step *step = *steps;
        record_open(record, NULL);
        if (step->kind == STEP_SETTING)
            record_null(record, "step");
        else
            record_integer(record, "step", ++number);
        record_text(record, "kind", event_step_kind(step));
        record_text(record, "subject", step->subject);
        record_integer(record, "line", step->line);
        record_texts(record, "statements", (const char *const *)step->statements);
        if (step->kind != STEP_SETTING)
            more(record, number, data);
        record_close(record);
    }
    record_close(record);
}
