/*
 * kind.h - what pleat knows of one kind of PostgreSQL object, as a table
 *
 * A kind is a static descriptor: its attributes, a few SQL templates (model/template.h), one catalog query, and hooks
 * where a table cannot say it. Loading and writing YAML, reading catalog rows, comparing, the editors' JSON Schema and
 * the reference pages are each written once over this table; nothing outside src/kinds names a kind.
 */
#pragma once

#include "base/arena.h"
#include "model/effect.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct Node Node;
typedef struct Kind Kind;
typedef struct Schema Schema;
typedef struct Actions Actions;
typedef struct Action Action;
typedef struct ActionSql ActionSql;

/* Of privileges that are not simply those ON an object. */
typedef struct {
    const char *before;         /* what comes before GRANT and REVOKE, with a blank at its end */
    const char *on;             /* in GRANT ON */
    const char *role;           /* whose they are */
    const char *schema;         /* of default privileges in one schema; NULL: anywhere */
    const char *public_default; /* what everybody has where nothing is said */
    const char *owner_default;  /* what the role has then */
    const char *initial;        /* what each has then, as the text of privileges; NULL: the two above say it */
    bool by_script;             /* an extension's script says what each has then: unknown where "initial" is NULL */
} GrantParts;

/* Adds a statement to an action's way forth or to its way back: action_up or action_down. */
typedef ActionSql *ActionAdd(Actions *actions, Action *action, const char *sql);

/*
 * How the text of a value reads, in the catalog's rows, in the model and in SQL. A value is always a text; NULL means
 * "not there" or "the default".
 */
typedef enum {
    VALUE_SQL,     /* an SQL fragment: a type, an expression, a clause */
    VALUE_TEXT,    /* plain text; a literal where it becomes SQL */
    VALUE_NAME,    /* one name, without quotes; an identifier where it becomes SQL */
    VALUE_BOOL,    /* "true", or NULL for false */
    VALUE_INT,     /* decimal digits */
    VALUE_NAMES,   /* identifiers in SQL's own spelling: a, "B c"; a YAML list */
    VALUE_LABELS,  /* literals: 'low', 'high'; a YAML list */
    VALUE_MAP,     /* names with an SQL fragment each: x double precision, "Y" integer; a YAML mapping, order counts */
    VALUE_OPTIONS, /* options: fillfactor='90', user_catalog_table='true'; a YAML mapping; order does not count */
    VALUE_FOREIGN_OPTIONS, /* options of foreign data: host 'db', port '5432'; likewise */
} ValueType;

typedef enum {
    ATTR_REQUIRED = 1 << 0,    /* a declaration by mapping without it (and without "definition") is an error */
    ATTR_HIDDEN = 1 << 1,      /* not in YAML */
    ATTR_INTERNAL = 1 << 2,    /* not compared */
    ATTR_LATE = 1 << 3,        /* set by a command of its own, once what it names is there: no part of CREATE */
    ATTR_TWIN = 1 << 4,        /* names what comes with the object under a name of its own */
    ATTR_ALONE = 1 << 5,       /* at most one child of a parent has it: one gives it up before another takes it */
    ATTR_SEPARATE = 1 << 6,    /* what has it is no part of its parent's CREATE: that could not say it */
    ATTR_SCALAR = 1 << 7,      /* a declaration that is no mapping of attributes gives this one: enum: [a, b] */
    ATTR_LINEAGE = 1 << 8,     /* names the tables that this one is a partition or an heir of */
    ATTR_FOREBEAR = 1 << 9,    /* names what this one copies, in the table above: an index attached to another */
    ATTR_AFTER = 1 << 10,      /* not in CREATE: its alter template sets it behind */
    ATTR_HEIR = 1 << 11,       /* an heir's may differ from its forebear's, whose changes reach it */
    ATTR_HEIR_BARE = 1 << 12,  /* likewise, but a new heir comes without it */
    ATTR_HEIR_APART = 1 << 13, /* likewise, and changes do not reach it; with ATTR_HEIR: a new one comes with it */
    ATTR_TABLESPACE = 1 << 14, /* names a tablespace: like a role, it belongs to the whole server */
    ATTR_LOOSE = 1 << 15,      /* where nothing is said of it, or nothing is told to this role, it may be anything */
    ATTR_KEPT_ORDER = 1 << 16, /* options stay in the order in which they are said */
    ATTR_LAST = 1 << 17,       /* with ATTR_AFTER: of a new table only when its heirs are there, which it reaches */
    ATTR_HOME = 1 << 18,       /* the schema of what comes with it, which has another name then: changed as a name is */
    ATTR_ACCIDENT = 1 << 19, /* no statement gives it: something has gone wrong. Plans mend it, proofs go without it */
} AttrFlags;

typedef struct {
    const char *key; /* the YAML key and the column of the catalog query */
    ValueType type;
    unsigned flags;     /* of AttrFlags */
    const char *unless; /* of a required one: an attribute of the parent that gives it; NULL: none */
    const char *beside; /* an attribute with which the leaf does not say this one, which stands beside it; NULL: none */
    int since, until;   /* server majors that have it, both included; 0: no bound */
    const char *alter; /* template of the ALTER that changes it; {value} is the new one. NULL: Kind.alter sees to it, or
                        * the object is replaced */
    const char *reset; /* template where the new value is NULL; NULL: alter serves with {value} empty */
    Effect set_effect; /* of setting or changing; phase none: expand */
    Effect reset_effect; /* of resetting; phase none: as set_effect */
    const char *none;    /* of an heir's: template of what a declaration says for "none" where the forebear has one */
    const char *const *only; /* of options: the names that a declaration may say, NULL-terminated; NULL: any */
    const char *only_hint;   /* why, and what to do instead */
    const char *fixed;       /* why it cannot be changed at all: "PostgreSQL ..."; NULL: it can, if need be anew */
    const char *doc;         /* one line for the reference */
} Attr;

/* Which names must differ from each other. */
typedef enum {
    SPACE_NONE,       /* the name is no resource */
    SPACE_DATABASE,   /* one name a database within the kind: schemas, extensions */
    SPACE_RELATION,   /* tables, views, indexes, sequences of one schema; their row types too */
    SPACE_TYPE,       /* types of one schema */
    SPACE_ROUTINE,    /* routines of one schema and one signature */
    SPACE_CONSTRAINT, /* constraints of one table */
    SPACE_CHILD,      /* children of one kind of one parent */
} NameSpace;

/* What a diagram of tables shows of it. */
typedef enum {
    PICTURE_NONE,
    PICTURE_BOX,       /* something with columns: a table */
    PICTURE_LINE,      /* a line of its parent's box: a column */
    PICTURE_KEY,       /* a mark on the columns that it is over */
    PICTURE_REFERENCE, /* an arrow to the box that it needs */
} Picture;

/* How the children of a parent are written in YAML. */
typedef enum {
    SHAPE_MAP,    /* name: leaf */
    SHAPE_LIST,   /* a list of leaves named by convention, or a mapping with names */
    SHAPE_SINGLE, /* at most one: primary_key */
    SHAPE_INLINE, /* an attribute-like child in its parent's own leaf or mapping: a column's default */
} YamlShape;

/* What happens to an object when something that it depends on is altered in place (a column's type). */
typedef enum {
    DEPENDANT_SURVIVES, /* PostgreSQL carries it along */
    DEPENDANT_RECREATE, /* it must be dropped before and made again after */
} Dependant;

/* What stands on columns, and how it is made a second time, beside itself: in the order in which this is done. */
typedef enum {
    PART_NONE,
    PART_INDEX,
    PART_KEY,
    PART_CHECK,
    PART_FOREIGN_KEY,
    PART_SINGLE, /* it cannot be: while both are there, the one refuses what the other has */
} PartKind;

struct Kind {
    const char *name;          /* "foreign_key": in keys and files */
    const char *title;         /* "foreign key": in messages */
    const char *plural;        /* the YAML key: at top level, or in the parent's mapping */
    const char *partition_key; /* the key that says that a declared partition is of this kind: "server" */
    const char *variant;   /* where kinds share a plural ("types"): the key in the mapping that says this one, "enum" */
    const char *folder;    /* the folder of raw SQL files that may define it: "functions", "types"; NULL: YAML alone */
    const char *statement; /* what such a file's CREATE says: "FUNCTION"; also "MATERIALIZED VIEW" */
    bool spelled_out;      /* what such a file says is read into attributes, as YAML says it; else it stays a text */
    const char *const *parents; /* names of the kinds that it may be a child of, NULL-terminated; NULL: a root */
    YamlShape shape;
    NameSpace space;
    Picture picture;
    bool in_schema;             /* a root with a schema */
    bool is_schema;             /* what roots with a schema stand in */
    bool has_signature;         /* a root told apart by its argument types too */
    bool raw_name;              /* its name is no identifier: an operator, the type that a cast is from */
    const char *signature_word; /* between name and signature, "USING"; NULL: the signature stands in parentheses */
    bool anonymous;             /* its name is its parent's: a column's default */
    bool bare;        /* comes with its parent and has no command of its own; read only where something is said of it */
    bool superusers;  /* only superusers may own it */
    bool has_members; /* its CREATE brings objects that are no nodes: an extension */
    bool is_implied;  /* others may use it without naming it: a cast, a type's operator class */
    bool binds_replaced;   /* CREATE OR REPLACE of what could use it needs it, whatever that says: a transform */
    bool outlives_drop;    /* dropped by a command of its own even when its parent goes: a foreign key */
    const char *example;   /* of a name that must say more than names do; NULL: any name will do */
    const char *absent;    /* why a declaration may have left no trace in the catalog, which is an error; NULL: never */
    bool named_after_role; /* its name is that of a role, or "public" */
    bool rows_elsewhere;   /* a relation whose rows another server holds: nothing is rewritten or lost */
    bool attach_makes;     /* a table that is attached to a partitioned one gets it if it has none: an index */
    bool completes_parent; /* what uses a new parent waits for it: it cannot be added behind all of that */
    PartKind part;         /* of what stands on columns */
    bool sends_rows;       /* replication sends those of its parent: a table's, or all of a schema */
    bool fills_columns;    /* of a type: a column of it is added by writing the table anew */
    bool detach_drops;     /* a table that is detached loses it: a trigger */
    Dependant on_alter;

    const Attr *attrs;
    size_t n_attrs;

    /* Templates. */
    const char *leaf;     /* what a YAML scalar holds, mostly the SQL after the name; NULL: never a scalar */
    const char *none;     /* the leaf that says that a part of an heir has none: "NULL"; NULL: it always has one */
    const char *create;   /* the whole command; NULL: Kind.define makes it */
    const char *announce; /* makes it known before what it needs is there, which may need it in turn; NULL: it cannot */
    const char *drop;     /* of what was announced: takes along what needs it and it needs */
    const char *inlined;  /* as an item of its parent's CREATE; NULL: never inlined */
    const char *rename;   /* {new} is the new name */
    const char *relabel;  /* renames a label: {label} is the old one, {new} the new one; NULL: it has none */
    const char *const *aside; /* rename it to {aside} and what comes with it to {aside_twin}, so that a new version can
                               * be made while users of the old one go over; NULL-terminated; NULL: cannot be done */
    const char *identify;     /* in COMMENT ON, e.g. "COLUMN {parent}.{name}"; NULL: no comment possible */
    const char *holds;        /* what only one object can hold at a time, beside its name; empty: nothing */
    const char *bars;         /* what cannot come while this is there: the text of its "barred_as"; empty: nothing */
    const char *barred_as;    /* in "bars" of those that must be gone before this comes; empty: none can bar it */
    const char *grant_on;     /* in GRANT ON; NULL: no privileges of its own */
    const char *public_default; /* what everybody may do with a new one: "EXECUTE"; NULL: nothing */
    bool grants_column;         /* its privileges are those of a column of what grant_on names */
    const char *owner;          /* e.g. "TABLE {node}" in ALTER ... OWNER TO; NULL: has no owner of its own */

    Effect create_effect, drop_effect; /* phase none: expand to create, contract to drop */
    Effect rename_effect;              /* phase none: expand, ACCESS EXCLUSIVE */

    const char *catalog; /* "pg_class": the class of its objects in pg_depend and pg_description */

    const char *release; /* a statement that lets its database be dropped, which PostgreSQL refuses while there is one;
                          * NULL: it does not */

    const char *query; /* the catalog query: what its columns mean is told in catalog/catalog.h */

    /* Hooks; NULL where the tables say it all. */

    /* Fills in what a declaration does not say because what it stands in says it. */
    void (*complete)(Node *node, Arena *arena);

    /* The command that creates it, where a template cannot say it. Appends to sql. */
    void (*define)(const Node *node, GString *sql);

    /* Alters old into new where the attribute table cannot; true when it has seen to all of it (see model/action.h).
     * changed is a bit set over attrs. */
    bool (*alter)(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions);

    /* Of kinds with a signature that PostgreSQL may spell in another way than a declaration: an SQL expression for the
     * id of what the node declares: arena text. NULL: the names say it. */
    char *(*find_id)(const Node *node, Arena *arena);

    /* How its privileges are granted, where grant_on cannot say it: arena texts. False: its name does not say it. */
    bool (*grant_parts)(const Node *node, Arena *arena, GrantParts *out);

    /* Creates or drops with more than one statement or another effect than the table's (an index that is built
     * concurrently). True when it has seen to it. */
    bool (*create_actions)(const Node *node, Actions *actions);
    bool (*drop_actions)(const Node *node, Actions *actions);

    /* Of two of one schema and name that differ in their keys or cannot be altered into each other: the phase in which
     * the new one must take the place of the old one at once, for one call could mean both (routines). PHASE_NONE: they
     * can be there side by side. NULL: always. */
    Phase (*takes_place)(const Node *old_node, const Node *new_node);

    /* What its owner is that of, as text, which takes it along to a new one (a sequence and the column that it belongs
     * to); NULL: it has one of its own, as all have where there is no hook. */
    const char *(*shares_owner)(const Node *node);

    /* Is there no data in it that a new one would not have, although its kind holds data (a generated column)? NULL:
     * no. */
    bool (*is_rebuilt)(const Node *node);

    /* Of what holds data: does the new version compute its own instead? NULL: never. */
    bool (*is_computed_now)(const Node *old_node, const Node *new_node);

    /* Must it go before a column that it depends on changes, and come after it? Both versions of it are asked. on_alter
     * says it of all changes. NULL: no. */
    bool (*is_torn)(const Node *node, const Node *old_column, const Node *new_column);

    /* Of what is altered in place: must a dependant go before and come after? In place of what the dependant's kind
     * says. NULL: that counts. */
    bool (*tears)(const Node *old_node, const Node *new_node, const Node *dependant);

    /* Where it comes, goes or changes: does PostgreSQL refuse that, on one of both ways, while something is there that
     * uses what it stands in, itself or through types, and that can be made anew? One of both nodes may be NULL. NULL:
     * never. */
    bool (*is_held_up)(const Node *old_node, const Node *new_node, const Node *user);

    /* With it: why what it tears goes before and comes after, for the header. What can be built in steps of its own is;
     * NULL: all of it is one transaction. */
    const char *tears_because;

    /* Of what is altered in place: must a part of it go before and come after? NULL: no. */
    bool (*tears_part)(const Schema *new_schema, const Node *old_node, const Node *part);

    /* Of a part that can be kept in quarantine (model/quarantine.h): takes out of a declaration what nobody could
     * fulfil who no longer knows of it (NOT NULL). NULL: it cannot be. */
    void (*enter_quarantine)(Node *node);

    /* Do its privileges change behind its attributes, and not before them? NULL: no. */
    bool (*facets_wait)(const Node *old_node, const Node *new_node);

    /* Of what holds values: the statement that makes them texts, or what they were again: arena text. NULL: holds none.
     */
    char *(*detour)(const Node *node, Arena *arena, bool back);

    /* Of what is computed and kept: does it hold rows of this table? Nothing makes them texts: it goes, and is computed
     * again. NULL: it holds none. */
    bool (*holds_rows)(const Node *node, const Node *table);

    /* Of what holds values: template of what has its place and no value; NULL: nothing can have it. */
    const char *stand_in;

    /* Does it come with its parent where nothing is said of it, just as it is (a column of a typed table)? NULL: no. */
    bool (*comes_untold)(const Node *node);

    /* Of a bare kind: does the parent have one, of which it need not say anything? Default privileges reach that, too.
     * NULL: only where something is said. */
    bool (*comes_silently)(const Node *parent);

    /* An object that serves the old name from the renaming on until the contract phase: adds the statements that make
     * it and those that take it away to an action. old_node is what was renamed, new_node what it is now. False: there
     * is none. NULL: there never is. */
    bool (*alias)(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
                  ActionAdd *take_away);

    /* Without alias: do statements of an application name it all the same (nextval of a sequence)? */
    bool has_no_alias;

    /* Can both names be served by a new one beside the old one, which kept in step replaces it (a column)? Then a
     * renaming is that. NULL: no. */
    bool (*is_replaceable)(const Node *old_node, const Node *new_node);

    /* Of a change that only the contract phase makes, under the same name: what the new application meets until then,
     * and what to do where it cannot bear that: arena text. NULL: nothing to speak of; there never is. */
    char *(*meanwhile)(const Node *old_node, const Node *new_node, Arena *arena);

    /* Must what it stands in (or it itself, a root) be made anew for a change that PostgreSQL refuses as things stand,
     * on one of both ways? One of both nodes is NULL where it comes or goes. NULL: never. */
    bool (*asks_for_new_root)(const Node *old_node, const Node *new_node, const Node *old_root);

    /* Makes the new version while the old one serves, in place of dropping it first, where nothing needs either of them
     * and what they need stays. False: cannot. NULL: never can. */
    bool (*beside)(const Node *old_node, const Node *new_node, Actions *actions);

    /* Where it is made anew: can the new version be built under another name while the old one serves, and then take
     * its place in one transaction with whatever depends on it? Then create_actions and drop_actions do so where
     * Actions.built_first is set: what they need stays as it is. NULL: never can. */
    bool (*can_build_first)(const Node *old_node, const Node *new_node);

    /* Goes over from the old version of a type to the new one, which has its name, and keeps its data; false: cannot.
     * NULL: never can. */
    bool (*follow)(const Node *old_node, const Node *new_node, Actions *actions);

    /* Of a type: the expression that makes a value of the old version one of the new: arena text. Does the text of a
     * value mean the same in both? Then NULL serves as well. */
    char *(*convert)(const Node *old_node, const Node *new_node, const char *value, Arena *arena);
    bool (*keeps_text)(const Node *old_node, const Node *new_node);

    /* Of a type: what a value of the old version has and none of the new one, in words: arena text. NULL: nothing;
     * there never is any. */
    char *(*loses)(const Node *old_node, const Node *new_node, Arena *arena);

    /* The key in "naming:" of pleat.yaml whose template names what is declared without a name: "fk"; NULL: always
     * declared with one. */
    const char *naming;
};

/* The attribute's index, or -1. */
int kind_attr(const Kind *kind, const char *key);

/* Is it defined by a text of its author's, in a raw SQL file? */
bool kind_is_text(const Kind *kind);

/* The one with ATTR_HOME; -1: none has. */
int kind_home(const Kind *kind);

/* Does the kind's leaf say this attribute, or a child ("child.default")? */
bool kind_leaf_says(const Kind *kind, const char *token);

/* The attribute beside which the leaf does not say this one, or -1. */
int kind_beside(const Kind *kind, const Attr *attr);

/* All kinds, parents before children; NULL at the end. Generated from src/kinds/meson.build. */
extern const Kind *const kinds_all[];

const char *kind_article(const Kind *kind); /* "a" or "an", before its title */

const Kind *kind_find(const char *name);                              /* by name; NULL when there is none */
const Kind *kind_find_plural(const Kind *parent, const char *plural); /* parent NULL: a root */
bool kind_has_parent(const Kind *kind, const Kind *parent);
