#include "history/objects.h"

#include "history/packs.h"

#include <string.h>
#include <zlib.h>

/* Types in a pack that are none of objects; the others are libgit2's. */
enum { BY_OFFSET = 6, BY_ID = 7 };

/* Bases come again soon: trees are read as the walk goes, and packs hold them side by side. */
enum { N_BASES = 4096, MOST_OF_BASES = 16 << 20, DEEPEST_CHAIN = 4096 };

typedef struct {
    const Pack *pack;
    gsize offset;
    Object *object; /* NULL: nothing */
} Base;

struct Objects {
    git_odb *odb;
    const Packs *packs;
    z_stream inflating;
    bool can_inflate;
    Base *bases;
    size_t bases_size;
    GArray *chain; /* of Entry: from an object to what it is a difference to, and so on */
};

/* One entry of a pack: an object, or a difference to one. */
typedef struct {
    gsize offset, data; /* where it begins, and its compressed bytes do */
    gsize size;         /* of what comes out of these */
    guint type;
    gsize base; /* the offset of what it is a difference to; 0: nothing */
} Entry;

Object *
object_ref(Object *object)
{
    return g_rc_box_acquire(object);
}

void
object_unref(Object *object)
{
    g_rc_box_release(object);
}

static Object *
object_new(git_object_t type, size_t size)
{
    Object *object = g_rc_box_alloc(sizeof(Object) + size + 1);
    object->type = type;
    object->size = size;
    object->data[size] = '\0';
    return object;
}

Objects *
objects_new(const History *history)
{
    Objects *objects = g_new0(Objects, 1);
    objects->odb = history->odb;
    objects->packs = history->packs;
    objects->can_inflate = inflateInit(&objects->inflating) == Z_OK;
    objects->bases = g_new0(Base, N_BASES);
    objects->chain = g_array_new(FALSE, FALSE, sizeof(Entry));
    return objects;
}

static void
drop_bases(Objects *objects)
{
    for (guint i = 0; i < N_BASES; i++)
        g_clear_pointer(&objects->bases[i].object, object_unref);
    objects->bases_size = 0;
}

void
objects_free(Objects *objects)
{
    if (objects == NULL)
        return;
    drop_bases(objects);
    g_free(objects->bases);
    g_array_unref(objects->chain);
    inflateEnd(&objects->inflating);
    g_free(objects);
}

/* --- An entry (manual page gitformat-pack(5)) -------------------------------------------------------------------- */

/* Seven bits a byte, the lowest first. */
static bool
read_size(const guint8 **at, const guint8 *end, guint shift, gsize *size)
{
    for (;; shift += 7) {
        if (*at == end || shift > 56)
            return false;
        const guint8 byte = *(*at)++;
        *size |= (gsize)(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return true;
    }
}

/* Seven bits a byte, the highest first, and each further byte counts one more. */
static bool
read_distance(const guint8 **at, const guint8 *end, gsize *distance)
{
    for (*distance = 0;; *distance += 1) {
        if (*at == end || *distance > G_MAXSIZE >> 8)
            return false;
        const guint8 byte = *(*at)++;
        *distance = *distance << 7 | (byte & 0x7f);
        if ((byte & 0x80) == 0)
            return true;
    }
}

static bool
read_base(const Pack *pack, Entry *entry, const guint8 **at, const guint8 *end)
{
    gsize distance;
    switch (entry->type) {
    case BY_OFFSET:
        if (!read_distance(at, end, &distance) || distance == 0 || distance >= entry->offset)
            return false;
        entry->base = entry->offset - distance;
        return true;
    case BY_ID:
        if (end - *at < GIT_OID_RAWSZ || !pack_find(pack, *at, &entry->base) || entry->base == 0)
            return false;
        *at += GIT_OID_RAWSZ;
        return true;
    default:
        return entry->type >= GIT_OBJECT_COMMIT && entry->type <= GIT_OBJECT_TAG;
    }
}

static bool
read_entry(const Pack *pack, gsize offset, Entry *entry)
{
    const guint8 *at = pack->bytes + offset, *end = pack->bytes + pack->end;
    const guint8 first = *at++;
    *entry = (Entry){.offset = offset, .type = first >> 4 & 7, .size = first & 0xf};
    if ((first & 0x80) != 0 && !read_size(&at, end, 4, &entry->size))
        return false;
    if (entry->size > HISTORY_LARGEST_BLOB || !read_base(pack, entry, &at, end))
        return false;
    entry->data = (gsize)(at - pack->bytes);
    return entry->data < pack->end;
}

static Object *
inflate_entry(Objects *objects, const Pack *pack, const Entry *entry)
{
    z_stream *inflating = &objects->inflating;
    g_autoptr(Object) object = object_new((git_object_t)entry->type, entry->size);
    if (!objects->can_inflate || inflateReset(inflating) != Z_OK)
        return NULL;
    inflating->next_in = (Bytef *)(gsize)(pack->bytes + entry->data);
    inflating->avail_in = (uInt)MIN(pack->end - entry->data, G_MAXUINT32);
    inflating->next_out = (Bytef *)object->data;
    inflating->avail_out = (uInt)entry->size + 1; /* the NUL's place, so that there is one where the size is 0 */
    if (inflate(inflating, Z_FINISH) != Z_STREAM_END || inflating->total_out != entry->size)
        return NULL;
    object->data[entry->size] = '\0';
    return g_steal_pointer(&object);
}

/* --- Differences -------------------------------------------------------------------------------------------------- */

/* Which of the bytes follow that make a number is said by bits. */
static bool
read_number(const guint8 **at, const guint8 *end, guint bits, guint n, gsize *out)
{
    *out = 0;
    for (guint i = 0; i < n; i++)
        if ((bits & 1U << i) != 0) {
            if (*at == end)
                return false;
            *out |= (gsize) * (*at)++ << 8 * i;
        }
    return true;
}

/* What a difference copies from the base, or brings itself. */
static bool
read_piece(const guint8 **at, const guint8 *end, const Object *base, const char **piece, gsize *length)
{
    enum { COPIES = 0x80, MOST = 0x10000 };
    const guint8 code = *(*at)++;
    if ((code & COPIES) == 0) {
        *piece = (const char *)*at;
        *length = code;
        *at += MIN(code, end - *at);
        return code != 0 && *at - (const guint8 *)*piece == code;
    }
    gsize from;
    if (!read_number(at, end, code, 4, &from) || !read_number(at, end, code >> 4 & 7, 3, length))
        return false;
    *length = *length == 0 ? MOST : *length;
    *piece = base->data + MIN(from, base->size);
    return from <= base->size && *length <= base->size - from;
}

static Object *
apply(const Object *base, const Object *difference)
{
    const guint8 *at = (const guint8 *)difference->data, *end = at + difference->size;
    gsize from_size = 0, size = 0, done = 0;
    if (!read_size(&at, end, 0, &from_size) || !read_size(&at, end, 0, &size) || from_size != base->size ||
        size > HISTORY_LARGEST_BLOB)
        return NULL;
    g_autoptr(Object) object = object_new(base->type, size);
    while (at < end) {
        const char *piece;
        gsize length;
        if (!read_piece(&at, end, base, &piece, &length) || length > size - done)
            return NULL;
        memcpy(object->data + done, piece, length);
        done += length;
    }
    return done == size ? g_steal_pointer(&object) : NULL;
}

static Base *
base_slot(const Objects *objects, const Pack *pack, gsize offset)
{
    const guint64 hash = ((guint64)offset ^ (guint64)(gsize)pack) * 0x9E3779B97F4A7C15U;
    return &objects->bases[(hash >> 32) % N_BASES];
}

static Object *
known_base(const Objects *objects, const Pack *pack, gsize offset)
{
    const Base *base = base_slot(objects, pack, offset);
    return base->object != NULL && base->pack == pack && base->offset == offset ? object_ref(base->object) : NULL;
}

static void
keep_base(Objects *objects, const Pack *pack, gsize offset, Object *object)
{
    Base *base = base_slot(objects, pack, offset);
    objects->bases_size += object->size - (base->object == NULL ? 0 : base->object->size);
    g_clear_pointer(&base->object, object_unref);
    *base = (Base){pack, offset, object_ref(object)};
    if (objects->bases_size > MOST_OF_BASES)
        drop_bases(objects);
}

/* Notes the entries that are differences, the outermost first, down to an object, which may be known already. */
static Object *
descend(Objects *objects, const Pack *pack, gsize offset)
{
    g_array_set_size(objects->chain, 0);
    while (objects->chain->len < DEEPEST_CHAIN) {
        Object *known = known_base(objects, pack, offset);
        Entry entry;
        if (known != NULL)
            return known;
        if (!read_entry(pack, offset, &entry))
            return NULL;
        if (entry.base == 0) {
            Object *object = inflate_entry(objects, pack, &entry);
            if (object != NULL && objects->chain->len > 0)
                keep_base(objects, pack, offset, object);
            return object;
        }
        g_array_append_val(objects->chain, entry);
        offset = entry.base;
    }
    return NULL;
}

static Object *
read_at(Objects *objects, const Pack *pack, gsize offset)
{
    g_autoptr(Object) object = descend(objects, pack, offset);
    for (guint i = objects->chain->len; object != NULL && i-- > 0;) {
        const Entry *entry = &g_array_index(objects->chain, Entry, i);
        g_autoptr(Object) difference = inflate_entry(objects, pack, entry);
        Object *made = difference == NULL ? NULL : apply(object, difference);
        object_unref(object);
        object = made;
        if (made != NULL)
            keep_base(objects, pack, entry->offset, made);
    }
    return g_steal_pointer(&object);
}

Object *
objects_read_packed(Objects *objects, const git_oid *id)
{
    gsize offset;
    const Pack *pack = packs_find(objects->packs, id->id, &offset);
    return pack == NULL || offset == 0 ? NULL : read_at(objects, pack, offset);
}

bool
objects_is_lost(const Objects *objects, const git_oid *id)
{
    gsize offset;
    if (packs_find(objects->packs, id->id, &offset) == NULL || offset != 0)
        return false;
    git_error_set_str(GIT_ERROR_ODB, "the index of its pack leads out of the pack");
    return true;
}

bool
objects_read(Objects *objects, const git_oid *id, Object **out)
{
    Object *object = objects_read_packed(objects, id);
    if (object == NULL) {
        g_autoptr(git_odb_object) read = NULL;
        if (objects_is_lost(objects, id) || git_odb_read(&read, objects->odb, id) < 0)
            return false;
        object = object_new(git_odb_object_type(read), git_odb_object_size(read));
        memcpy(object->data, git_odb_object_data(read), object->size);
    }
    *out = object;
    return true;
}
