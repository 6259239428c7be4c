#ifndef BACKSTEP_CKERNELS_H
#define BACKSTEP_CKERNELS_H

#include <stdint.h>

/// What a step does.
///
/// All matrices stand column after column, and every buffer has room for
/// `KERNEL_PADDING` doubles behind its last entry: entrywise steps work on
/// whole vectors and may read and write there.
typedef enum KernelOperation : int32_t {
  /// Something only the caller can do; the run returns to it.
  KernelReturn,
  /// The next `rows` steps, entrywise ones, on strips of `count` entries.
  KernelStrips,

  // Entry by entry: out = f(a).
  KernelCopy,
  KernelNegate,
  KernelExp,
  KernelLn,
  KernelLog1p,
  KernelSqrt,
  /// The largest whole number that is not above a.
  KernelFloor,
  KernelAbs,
  KernelSign,
  /// The value at 0 is `number`.
  KernelStep01,
  KernelSigmoid,
  KernelSigmoidSlope,
  KernelTanh,
  KernelSech,
  KernelSoftplus,
  /// ln(1 + exp(-|a|))
  KernelLogDecay,
  KernelRelu,
  KernelLeakyRelu,
  KernelNot,
  KernelSin,
  KernelCos,
  KernelCosh,
  KernelSinh,
  KernelErf,
  KernelNormalShare,
  KernelNormalDensity,
  KernelGelu,
  /// a to the whole power `number`.
  KernelWholePower,

  // Entry by entry: out = f(a, b); one of the two may be a single number.
  KernelAdd,
  KernelSubtract,
  KernelMultiply,
  KernelDivide,
  KernelMaximum,
  KernelMinimum,
  KernelPower,
  KernelLess,
  KernelLessOrEqual,
  KernelEqual,
  KernelNotEqual,
  KernelAnd,
  KernelOr,
  /// out = a + c b, c a single number.
  KernelAddScaled,
  /// out = a - c b, c a single number.
  KernelSubtractScaled,

  // Column by column, rows × columns.
  KernelColumnSums,
  KernelSoftmax,
  KernelLogSoftmax,
  KernelLogSumExp,
  KernelSumOthers,
  KernelLogSumOthers,
  KernelPassOthers,

  // Sums of rows × columns; with `KernelAccumulate` added to out.
  KernelRowSums,
  KernelTotal,
  KernelSquares,
  KernelInner,
  /// The sum of ln(1 + exp(-|a|)).
  KernelLogDecays,

  // One number of all entries.
  KernelLargest,
  KernelSmallest,
  KernelEvery,
  KernelSome,

  // Where entries stand.
  KernelTranspose,
  /// out, rows × columns, is the number a.
  KernelFill,
  /// Every column of out is a.
  KernelSpreadColumn,
  /// Every row of out is a.
  KernelSpreadRow,
  /// rows × columns entries, of which columns are aColumn and outColumn apart.
  KernelBlock,
  /// out, rows × rows, is 0 but for its diagonal a.
  KernelDiagonal,
  /// out is the diagonal of a, rows × rows.
  KernelDiagonalOf,

  /// out = A·B, rows × inner by inner × columns; to each column c is added
  /// where there is one.
  KernelProduct,
} KernelOperation;

enum {
  /// a is a single number.
  KernelScalarA = 1,
  /// b is a single number.
  KernelScalarB = 2,
  /// Within strips a, b, out move on from strip to strip.
  KernelMovesA = 4,
  KernelMovesB = 8,
  KernelMovesOut = 16,
  /// The result is added to what stands in out.
  KernelAccumulate = 32,
};

enum {
  /// Doubles of room behind each buffer.
  KernelPadding = 32,
  /// Entries of a strip.
  KernelStripLength = 256,
};

/// One step of a plan: no references, only numbers and places.
typedef struct KernelStep {
  KernelOperation operation;
  int32_t flags;
  /// Entries of an entrywise step.
  int64_t count;
  int64_t rows;
  int64_t columns;
  int64_t inner;
  const double *a;
  const double *b;
  const double *c;
  double *out;
  /// How far apart the rows and the columns of a and b are.
  int64_t aRow;
  int64_t aColumn;
  int64_t bRow;
  int64_t bColumn;
  int64_t outColumn;
  double number;
} KernelStep;

/// Runs steps one after the other.
///
/// - Returns: The number of the first step that only the caller can do, or
///   `count`.
int64_t kernels_run(const KernelStep *steps, int64_t first, int64_t count);

/// Runs steps again and again; none of them may be `KernelReturn`.
void kernels_repeat(const KernelStep *steps, int64_t count, int64_t times);

/// Runs steps once for each number of a list, which is put into `place`
/// before; none of them may be `KernelReturn`.
///
/// - Parameters:
///   - result: What is read after each run; nothing if null.
///   - results: Where it is left, one after the other.
void kernels_run_over(
    const KernelStep *steps, int64_t count, const double *numbers,
    int64_t times, double *place, const double *result, double *results);

/// Runs two sequences that do not depend on each other, beside each other
/// where another processor is free.
///
/// The result is the same as that of one after the other.
void kernels_run_both(
    const KernelStep *first, int64_t firstCount, const KernelStep *second,
    int64_t secondCount);

/// Whether `kernels_run_both`, called from this thread, may use another one;
/// it may unless told otherwise.
void kernels_use_threads(int32_t allowed);

/// out = A·B + c, or added to out: entry (i, k) of A stands at
/// a[i·aRow + k·aColumn].
void kernels_product(const KernelStep *step);

/// The vectors that are used: 4 for x86-64-v4, 3 for x86-64-v3, else 0.
int32_t kernels_level(void);

/// Has the calling thread use no wider vectors than those of a level, nor
/// others that work for it; 4 lets it use all that the processor has.
void kernels_use_level(int32_t level);

#endif
