// Long runs of entrywise steps, and long sums.

#ifndef BACKSTEP_STRIPS_H
#define BACKSTEP_STRIPS_H

#include "CKernels.h"

/// Does the steps behind a `KernelStrips` on one strip after the other.
///
/// A product and a sum may be rounded once here, where the processor can.
void kernels_strips(const KernelStep *header);

/// The sum of ln(1 + exp(-|a|)) over many entries.
double kernels_long_log_decays(const double *a, int64_t count);

#endif
