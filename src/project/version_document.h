/*
 * version_document.h - the versions of what is declared, as programs read them (docs/json.md)
 */
#pragma once

#include "project/trace.h"
#include "report/record.h"

/* A field of an open record: kind, name, address and place. */
void version_write_object(Record *record, const char *name, const Node *node);

/* A version inside of an open record or list (name NULL); version NULL: null. carried: as carried_find() gives it. */
void version_write(Record *record, const char *name, const ObjectVersion *version, GHashTable *carried);
