/*
 * review.h - what somebody who reviews a change wants to know, found once for all formats of the report
 *
 * The revisions that are looked at, what each of their actions and steps locks and costs, what differs between the
 * declarations before and after, what is lost, what lint has found, and what to run when.
 */
#pragma once

#include "model/impact.h"
#include "report/changes.h"
#include "report/diagram.h"
#include "report/findings.h"
#include "revision/graph.h"

/* One line of a generated revision's header. Texts are its own. */
typedef struct {
    char *object, *verb, *cost;
    char *more; /* what else it locks, and why it waits: lines; NULL: nothing to add */
} ReviewAction;

typedef struct {
    int number; /* as the runner counts; 0: a setting of the session */
    const Step *step;
    const GArray *impacts; /* of Impact; NULL: nothing was measured */
} ReviewStep;

typedef struct {
    const Revision *revision;
    GPtrArray *actions;     /* of ReviewAction; empty: nothing is said by pleat, it is written by hand */
    GPtrArray *notes;       /* what else the header says, a text each: "irreversible: ..." */
    GArray *upgrade;        /* of ReviewStep */
    GArray *downgrade;      /* likewise; NULL: it cannot be undone */
    const Impact *heaviest; /* of the upgrade; NULL: it touches nothing that was there, or was not measured */
    bool is_instant;        /* that lock is held while nothing is read or written */
    bool is_measured;
    guint losses;                         /* how many of the review's are its own */
    GHashTable *measured, *measured_down; /* what the steps refer to */
} ReviewedRevision;

/* What to do, in this order. */
typedef struct {
    char *what;       /* "before the new application is deployed" */
    char *command;    /* "pleat upgrade expand@head"; NULL: it is no command of pleat's */
    GPtrArray *notes; /* texts: what to mind */
} DeployStep;

/* What is reviewed; borrowed. */
typedef struct {
    const char *from, *to; /* sources, as the user would spell them */
    GArray *deltas;        /* of Delta */
    const Schema *new_schema;
    const Graph *graph;       /* NULL: no revisions are looked at */
    const Graph *tenants;     /* those of tenants; NULL: likewise */
    GHashTable *wanted;       /* set of Revision of the graphs, loaded: those that are reviewed */
    const Findings *findings; /* of lint, about these; NULL: it was not asked */
    GHashTable *sizes;        /* relation -> "412 M rows, 96 GB" */
    GHashTable *bytes;        /* relation -> gint64 * */
    const FindingsView *view; /* where files are */
    const char *link;         /* "https://.../{file}#L{line}"; NULL: places are not linked */
} ReviewSubject;

typedef struct {
    ReviewSubject subject;
    GPtrArray *objects;   /* of ChangedObject */
    guint counts[3];      /* objects that come, change, go */
    GPtrArray *revisions; /* of ReviewedRevision, in the order in which they run; tenants' behind the database's */
    GPtrArray *findings;  /* of Finding, borrowed: what weighs most first, what is allowed at the end */
    GPtrArray *losses;    /* texts: "public.t: drop column a (b1c)" */
    GPtrArray *deploy;    /* of DeployStep */
    Diagram *diagram;
    bool is_forgotten; /* there are differences, and no revision that makes them */
} Review;

Review *review_new(const ReviewSubject *subject);
void review_free(Review *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Review, review_free)

/* "ACCESS EXCLUSIVE on public.t (412 M rows, 96 GB), reads the whole table": g_free. */
char *review_impact_words(const Review *review, const Impact *impact);

/* Of a revision's heaviest lock; where it has none, that. g_free. */
char *review_heaviest_words(const Review *review, const ReviewedRevision *reviewed);

/* Does the heaviest lock of the one weigh more than that of the other? Of equal ones that on the larger table. */
bool review_is_heavier(const Review *review, const ReviewedRevision *reviewed, const ReviewedRevision *than);

/* "expand", "contract of tenants", "both". g_free. */
char *review_phase_words(const Revision *revision);

/* "2 new, 1 changed": g_free. */
char *review_counts_words(const Review *review);

/* "revisions/x.sql:12" from the repository's root, and where a link leads (NULL: nowhere): g_free. */
char *review_place_words(const Review *review, Place place);
char *review_place_link(const Review *review, Place place);

/* The same beside a place that is told: ":12" where it is of the same file. g_free. */
char *review_near_words(const Review *review, Place place, Place told);

/* Is the place in the downgrade of one of the revisions? */
bool review_is_way_back(const Review *review, Place place);

/* The statements of a step as one script; of a command its words: g_free. */
char *review_step_sql(const ReviewStep *step);

/* "step 2, backfill of public.t: ROW EXCLUSIVE on public.t", on one line: g_free. */
char *review_step_title(const Review *review, const ReviewStep *step);

/* How many findings count of a severity. */
guint review_findings_of(const Review *review, Severity severity);
