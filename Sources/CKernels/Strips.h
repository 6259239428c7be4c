// Long runs of entrywise steps.

#ifndef BACKSTEP_STRIPS_H
#define BACKSTEP_STRIPS_H

#include "CKernels.h"

/// Does the steps behind a `KernelStrips` on one strip after the other.
///
/// A product and a sum may be rounded once here, where the processor can.
void kernels_strips(const KernelStep *header);

#endif
