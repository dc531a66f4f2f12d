/*
 * recipe.h - how a cluster is made and run: paths, options, environment
 *
 * A Recipe owns all that a GuardianJob points to.
 */
#pragma once

#include "scratch/binaries.h"
#include "scratch/guardian.h"
#include "scratch/site.h"

typedef struct Recipe Recipe;

/* kept: as in cluster.h. */
Recipe *recipe_new(const Site *site, const Binaries *binaries, const char *kept);
void recipe_free(Recipe *recipe);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Recipe, recipe_free)

const GuardianJob *recipe_job(const Recipe *recipe);
