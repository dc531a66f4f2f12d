/* source.h - anything that can become a Schema */
#pragma once

#include "project/session.h"

typedef struct {
    char *spelled;    /* as the user wrote it */
    Schema *schema;   /* in the catalog's form, with edges */
    Schema *declared; /* of declarations: what schema's nodes point to with "declared"; else NULL */
} Source;

bool source_open(PleatSession *session, const char *spelled, Source **out, GError **error);
void source_free(Source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)
