/* others.h - makers for types that are neither texts nor on an axis */
#pragma once

#include "fake/maker.h"

/* NULL: the type is not known. */
MakeFunction *other_maker(const FakeType *type);

MakeFunction make_array, make_composite, make_range, make_multirange, make_bits;
