#include "model/gate.h"

const char *const gate_names[N_GATES] = {
    [GATE_BACKFILL] = "backfill",
    [GATE_CONSTRAINTS] = "constraints",
    [GATE_INDEXES] = "indexes",
    [GATE_DEPENDANTS] = "dependants",
    [GATE_STATEMENTS] = "statements",
    [GATE_ROUTINES] = "routines",
    [GATE_SOAK] = "soak",
    [GATE_DEPRECATED] = "deprecated",
    [GATE_QUARANTINED] = "quarantined",
};

const char *const gate_level_names[N_GATE_LEVELS] = {"off", "warn", "error"};
