/* gate_private.h - one question after another: what gates.c, gate_facts.c and gate_uses.c share */
#pragma once

#include "revision/drops.h"
#include "run/gates.h"

typedef struct {
    Runner *runner;
    const Revision *revision;
    const GateSettings *settings;
    const GPtrArray *all;  /* of Revision */
    GPtrArray *expands;    /* the Revisions that it depends on, loaded */
    GArray *drops;         /* of Drop */
    GHashTable *shared;    /* indexes of drops, plus 1, whose names another object has too: words do not tell which is
                              meant */
    GHashTable *mentioned; /* names in the revision's own statements: it sees to these objects itself */
    Arena *arena;
    GString *refusals, *warnings; /* a line each */
    int refused;
} Gating;

/* A finding of a gate: refuses or warns as it is set, or at most warns where it is not sure. */
void gate_find(Gating *gating, Gate gate, bool sure, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Is it asked at all? */
bool gate_is_on(const Gating *gating, Gate gate);

/* The steps of a revision's upgrade, for the tenant where the run is over one. */
bool gate_steps(const Gating *gating, const Revision *revision, Step *const **out, GError **error);

/* A PostgreSQL array of texts, NULL for NULL: in the arena. */
const char *gate_array(Arena *arena, const GPtrArray *texts);

/* SQL that gives true when what a step of an expand revision has done or verified still holds: in the arena or the
 * step's own; NULL: the step does not say it. */
const char *gate_question(Arena *arena, const Step *step);
bool gate_backfill(Gating *gating, GError **error);

/* Facts: what the expand revisions have made is there, whole, and old enough. gate_facts.c */
bool gate_valid(Gating *gating, GError **error);
bool gate_soak(Gating *gating, GError **error);
bool gate_deprecated(Gating *gating, GError **error);
bool gate_quarantined(Gating *gating, GError **error);

/* Uses: nobody needs what goes. gate_uses.c */
bool gate_find_shared(Gating *gating, GError **error);
bool gate_dependants(Gating *gating, GError **error);
bool gate_statements(Gating *gating, GError **error);
bool gate_routines(Gating *gating, GError **error);
