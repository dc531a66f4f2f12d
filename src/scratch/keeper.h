/*
 * keeper.h - what runs in the guardian's process
 *
 * Called in a freshly forked child with all signals blocked. Only functions that are safe after a fork are used here
 * and below: no memory is allocated, nothing is printed, and it leaves by _exit().
 */
#pragma once

#include "scratch/guardian.h"

_Noreturn void keeper_main(const GuardianJob *job, int lifeline, int news);
