/*
 * schema.h - the metadata model: a tree of nodes, whatever it was read from
 *
 * A Schema is what a source says a database is: declarations, a live database, a commit. A node has the same lifetime
 * as its Schema; a Schema owns one arena. All texts in nodes belong to that arena.
 */
#pragma once

#include "base/arena.h"
#include "base/problem.h"
#include "model/kind.h"

/* Facets: what any node may have, done once over. */
typedef enum {
    FACET_COMMENT,
    FACET_OWNER,      /* a role's name */
    FACET_PRIVILEGES, /* what differs from the default, canonical: see model/privileges.h */
    FACET_LABELS,     /* a security label for each provider, canonical: see model/labels.h */
    N_FACETS
} Facet;

extern const char *const facet_keys[N_FACETS]; /* "comment", "owner", "privileges", "security_labels" */

typedef enum {
    NODE_DERIVED = 1 << 0,       /* comes with its parent's parent: an inherited column, a partition's cloned index */
    NODE_UNMANAGED = 1 << 1,     /* outside of what pleat manages: read because something managed may need it */
    NODE_SEPARATE = 1 << 2,      /* not part of its parent's CREATE although its kind is inlined: breaks a cycle */
    NODE_OPAQUE = 1 << 3,        /* the server does not show its attributes to this role: they are not compared */
    NODE_BY_CONVENTION = 1 << 4, /* of a declaration without a name: a template of the configuration gave it one */
    NODE_PART = 1 << 5,          /* derived, and says only what is its own: see heir_part() */
    NODE_LACKS = 1 << 6,         /* a declaration that says what it does not have of the tables above: see heir_own() */
} NodeFlags;

/* What only declarations say of a node; never compared. */
typedef struct {
    const char *renamed_from;          /* its old name; NULL: none is told */
    const char *renamed_schema;        /* the schema of the old name; NULL: the node's own */
    const char *const *renamed_labels; /* pairs: label, its old text; NULL-terminated; NULL: none */
    const char *backfill;              /* SQL: an old row's value for the new column */
    const char *const *backfill_down;  /* pairs: old column, SQL; NULL-terminated */
    const char *deprecated;
    const char *quarantine; /* why it is kept out of reach (quarantine.h); NULL: it is not */
    const char *was_schema; /* where it was before that; NULL: no root */
    const char *was_name;
    bool keep_prior;
} Extras;

struct Node {
    const Kind *kind;
    Node *parent; /* NULL: a root */
    Node *first_child, *last_child, *next;
    const char *key;       /* kind and address, unique in the Schema: "column public.crash.id" */
    const char *schema;    /* of a root in a schema; else NULL */
    const char *name;      /* without quotes; NULL only in declarations whose name PostgreSQL chooses */
    const char *signature; /* of a routine: "integer, text" (types of input arguments); else NULL */
    const char **values;   /* one for each of kind->attrs */
    const char *facets[N_FACETS];
    const char *leaf;         /* a declaration's own SQL after the name, where it was written as one; else NULL */
    const char *text;         /* the user's own statement of a raw SQL file, without semicolon; else NULL */
    const char *path_schema;  /* the schema that unqualified names in "text" mean; else NULL */
    const char *origin;       /* of a text that was recovered: where it comes from; else NULL */
    const Extras *extras;     /* NULL: none */
    const Node *declared;     /* of a realised node: the declaration that it comes from; belongs to another Schema */
    const char *declared_key; /* that declaration's key, which may spell a signature in other words */
    Place place;              /* of a declaration */
    unsigned flags;           /* of NodeFlags */

    guint32 class_id, object_id; /* of a reflected node: its place in pg_depend; 0 else */
    int sub_id;
    GPtrArray *needs;     /* nodes that this one depends on, each once; NULL: none, or edges were not read */
    GPtrArray *needed_by; /* the reverse */
};

/* What a database has and no kind reads. */
typedef struct {
    const char *class_title; /* "operator", as PostgreSQL says it */
    const char *schema;      /* that it stands in, or its table; NULL: none */
    const char *identity;    /* for messages: "public.+(text,text)", "a on public.t" */
} Unmodelled;

/* Where a leaf of a declaration stands, or an attribute's SQL. */
typedef struct {
    const char *file;
    size_t start;     /* its offset there */
    const char *text; /* as its author wrote it */
    const Node *node; /* what it declares */
    int attr;         /* -1: the node's leaf */
    int item;         /* of an attribute that is a mapping: the how manyth of it */
    bool is_list;
} LeafPlace;

struct Schema {
    Arena *arena;
    GPtrArray *roots;      /* of Node, in the order of reading */
    GHashTable *by_key;    /* key -> Node, children included */
    GPtrArray *unmodelled; /* of Unmodelled; only where it was read from a database */
    GArray *leaves; /* of LeafPlace; only of declarations; what a mixin says is there for each that includes it */
    int major;      /* of the server that it was read from or is meant for; 0: unknown */
    bool has_edges;
};

Schema *schema_new(int major);
void schema_free(Schema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Schema, schema_free)

/* A new node, not yet in the tree. */
Node *node_new(Schema *schema, const Kind *kind, const char *schema_name, const char *name, const char *signature);

/*
 * Puts a node under its parent (NULL: among the roots) and gives it its key. False when the key is taken: *taken is the
 * node that has it, and nothing has changed.
 */
bool schema_add(Schema *schema, Node *parent, Node *node, Node **taken);

/* An edge: "node" depends on "on". Edges to itself, its parents and twice the same are dropped. */
void node_add_need(Node *node, Node *on);

Node *schema_find(const Schema *schema, const char *key);

/* The node of a kind that stands under this parent (NULL: a root in this schema) and has this name, or NULL. signature:
 * NULL where the kind has none. */
Node *schema_find_named(const Schema *schema, const Kind *kind, const Node *parent, const char *in_schema,
                        const char *name, const char *signature);

/* Adds the roots that count to a table of name -> GPtrArray of roots, which the caller frees. */
void schema_index_names(const Schema *schema, bool (*counts)(const Node *root), GHashTable *index);
GHashTable *schema_new_index(void);

/* The node of the other Schema that has this one's key, or NULL. */
Node *schema_match(const Schema *schema, const Node *node);

/* Gives the node another name. False when a sibling has it; nothing has changed then. */
bool schema_rename(Schema *schema, Node *node, const char *name);

/* The same of a root that comes to stand in another schema. */
bool schema_move(Schema *schema, Node *node, const char *to, const char *name);

/* The root that a node stands under: itself for a root. */
Node *node_root(const Node *node);

/* A value by its attribute's key, NULL when it is not there; the key must exist. */
const char *node_value(const Node *node, const char *key);
void node_set(Node *node, const char *key, const char *value);

/* The node with values of its own, which may become others; what is below it and beside it is the same: arena. */
Node *node_variant(Arena *arena, const Node *node);

/* The first child of a kind with a name (NULL: any), or NULL. */
Node *node_child(const Node *node, const char *kind, const char *name);

/* Next in a walk over the node's whole subtree, parents first: start with previous = root itself; NULL at the end. */
Node *node_walk(const Node *root, const Node *previous);

/* Does the root belong to something that it names, and go with it: a serial column's sequence? */
bool node_is_owned(const Node *root);

/* The type that a routine is a part of: each needs the other, so the type was announced before. NULL: none. */
const Node *node_whole(const Node *node);

/* Appends its name as SQL spells it, with its schema and signature: public.f(integer). */
void node_append_name(GString *out, const Node *node);

/* For messages: public.crash.id, public.add(integer, integer). */
const char *node_address(const Node *node);

/* Calls visit for every node of the Schema, parents first. */
typedef void NodeVisit(Node *node, void *data);
void schema_visit(const Schema *schema, NodeVisit *visit, void *data);
