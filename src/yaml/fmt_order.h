/*
 * fmt_order.h - which key comes before which, in each kind of mapping of a declaration file
 */
#pragma once

#include "model/kind.h"
#include "yaml/document.h"

typedef enum {
    ROLE_OTHER,      /* the author's order: mixins, privileges, backfill_down */
    ROLE_TOP,        /* the file */
    ROLE_EXTERNAL,   /* "external" */
    ROLE_NAMES,      /* names of objects of a kind */
    ROLE_PARTITIONS, /* names of partitions, of whatever kind each is */
    ROLE_OBJECT,     /* the mapping of one object */
} RoleType;

typedef struct {
    RoleType type;
    const Kind *kind;   /* of names and objects */
    const char *plural; /* of names of roots: kinds may share it */
} Role;

/* What a mapping's value is to it. */
Role role_of_value(Role role, const DocItem *item);

/* Lower comes first; equal ones keep their order. */
int role_weight(Role role, const DocNode *mapping, const DocItem *item);
