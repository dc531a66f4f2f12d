/*
 * record.h - what programs read: one JSON object, built field by field
 *
 * A record is an event, printed on a line of its own, or a document. Names of fields are part of pleat's interface
 * (docs/json.md): once printed they keep their meaning. Absent knowledge is null, not a missing field. A field needs a
 * name inside of an object and has none (NULL) inside of a list.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct Record Record;

/* An object, open. */
Record *record_new(void);
void record_free(Record *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Record, record_free)

/* NULL is null. What is no UTF-8 in it is replaced. */
void record_text(Record *record, const char *name, const char *text);
/* A list of texts, NULL-terminated; NULL: an empty one. */
void record_texts(Record *record, const char *name, const char *const *texts);
void record_integer(Record *record, const char *name, gint64 number);
/* To about a millisecond. */
void record_seconds(Record *record, const char *name, double seconds);
void record_flag(Record *record, const char *name, bool flag);
void record_null(Record *record, const char *name);
/* A JSON value as text, such as another record's; null when it is none. */
void record_value(Record *record, const char *name, const char *json);

/* What follows is inside of it, until it is closed. */
void record_open(Record *record, const char *name);
void record_open_list(Record *record, const char *name);
void record_close(Record *record);

/* The whole, with a line end: on one line, or indented for people too. It is finished then. g_free. */
char *record_line(Record *record);
char *record_document(Record *record);
