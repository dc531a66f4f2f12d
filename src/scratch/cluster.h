/*
 * cluster.h - one PostgreSQL server of pleat's own, made, started and ended
 *
 * A throw-away cluster lives as long as its Cluster and at most as long as pleat; a kept one, named by the caller,
 * keeps its data in the site's state directory and its server may outlive pleat.
 */
#pragma once

#include "scratch/binaries.h"
#include "scratch/site.h"

typedef struct Cluster Cluster;

/* kept: NULL for a throw-away cluster. Returns when the server answers. */
bool cluster_start(const Site *site, const Binaries *binaries, const char *kept, Cluster **out, GError **error);

/* The directory of its socket. */
const char *cluster_sockets(const Cluster *cluster);

/* Stops it; a throw-away cluster is removed. Returns when that is done. */
void cluster_stop(Cluster *cluster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cluster, cluster_stop)

/* Lets the server of a kept cluster go on by itself, and frees the Cluster. */
void cluster_let_go(Cluster *cluster);
