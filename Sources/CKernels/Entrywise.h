// The steps that work entry by entry, on whole vectors.

#ifndef BACKSTEP_ENTRYWISE_H
#define BACKSTEP_ENTRYWISE_H

#include "CKernels.h"
#include "Vectors.h"

#define EACH_OF_ONE(operation, formula) \
  case operation: \
    for (int64_t i = 0; i < count; i += LANES) { \
      Vector x = load(a + i); \
      store(out + i, formula); \
    } \
    return;

#define EACH_NUMBER(operation, formula) \
  case operation: \
    for (int64_t i = 0; i < count; i++) { \
      double x = a[i]; \
      out[i] = formula; \
    } \
    return;

// Which of the two is a single number is asked once and not for each entry.
#define EACH_OF_TWO(operation, formula) \
  case operation: \
    if (step->flags & KernelScalarA) { \
      Vector x = every(a[0]); \
      for (int64_t i = 0; i < count; i += LANES) { \
        Vector y = load(b + i); \
        store(out + i, formula); \
      } \
    } else if (step->flags & KernelScalarB) { \
      Vector y = every(b[0]); \
      for (int64_t i = 0; i < count; i += LANES) { \
        Vector x = load(a + i); \
        store(out + i, formula); \
      } \
    } else { \
      for (int64_t i = 0; i < count; i += LANES) { \
        Vector x = load(a + i), y = load(b + i); \
        store(out + i, formula); \
      } \
    } \
    return;

INLINE Vector largerOf(Vector x, Vector y) {
  Vector larger = chosen(y < x, x, y);
  return chosen(x != x, x, chosen(y != y, y, larger));
}

INLINE Vector smallerOf(Vector x, Vector y) {
  Vector smaller = chosen(y < x, y, x);
  return chosen(x != x, x, chosen(y != y, y, smaller));
}

// What is no number is neither equal to anything nor different from it.
INLINE Bits differ(Vector x, Vector y) {
  return (x != y) & (x == x) & (y == y);
}

INLINE Vector wholePower(Vector x, double exponent) {
  Vector result = x;
  for (int i = 1; i < (int)fabs(exponent); i++) result *= x;
  return exponent < 0 ? 1 / result : result;
}

INLINE void unary(
    const KernelStep *step, const double *a, double *out, int64_t count) {
  switch (step->operation) {
    EACH_OF_ONE(KernelCopy, x)
    EACH_OF_ONE(KernelNegate, -x)
    EACH_OF_ONE(KernelExp, vectorExp(x))
    EACH_OF_ONE(KernelLn, vectorLn(x))
    EACH_OF_ONE(KernelLog1p, vectorLog1p(x))
    EACH_OF_ONE(KernelSqrt, vectorSqrt(x))
    EACH_OF_ONE(KernelFloor, vectorFloor(x))
    EACH_OF_ONE(KernelAbs, magnitude(x))
    EACH_OF_ONE(KernelSign,
        chosen(x > 0, every(1), chosen(x < 0, every(-1), x)))
    EACH_OF_ONE(KernelStep01,
        chosen(x != x, x, chosen(x == 0, every(step->number), truth(x > 0))))
    EACH_OF_ONE(KernelSigmoid, vectorSigmoid(x))
    EACH_OF_ONE(KernelSigmoidSlope, vectorSigmoidSlope(x))
    EACH_OF_ONE(KernelTanh, vectorTanh(x))
    EACH_OF_ONE(KernelSech, vectorSech(x))
    EACH_OF_ONE(KernelSoftplus, vectorSoftplus(x))
    EACH_OF_ONE(KernelLogDecay, vectorLogDecay(x))
    EACH_OF_ONE(KernelRelu, chosen(x <= 0, every(0), x))
    EACH_OF_ONE(KernelLeakyRelu, chosen(x < 0, 0.01 * x, x))
    EACH_OF_ONE(KernelNot, truth(x == 0))
    EACH_OF_ONE(KernelWholePower, wholePower(x, step->number))
    EACH_NUMBER(KernelSin, sin(x))
    EACH_NUMBER(KernelCos, cos(x))
    EACH_NUMBER(KernelCosh, cosh(x))
    EACH_NUMBER(KernelSinh, sinh(x))
    EACH_NUMBER(KernelErf, erf(x))
    EACH_NUMBER(KernelNormalShare, normalShare(x))
    EACH_NUMBER(KernelNormalDensity, normalDensity(x))
    EACH_NUMBER(KernelGelu, geluOf(x))
    default: return;
  }
}

INLINE void powers(
    const KernelStep *step, const double *a, const double *b, double *out,
    int64_t count) {
  int64_t nextA = step->flags & KernelScalarA ? 0 : 1;
  int64_t nextB = step->flags & KernelScalarB ? 0 : 1;
  for (int64_t i = 0; i < count; i++) {
    out[i] = raised(a[i * nextA], b[i * nextB]);
  }
}

INLINE void binary(
    const KernelStep *step, const double *a, const double *b, double *out,
    int64_t count) {
  switch (step->operation) {
    EACH_OF_TWO(KernelAdd, x + y)
    EACH_OF_TWO(KernelSubtract, x - y)
    EACH_OF_TWO(KernelMultiply, x * y)
    EACH_OF_TWO(KernelDivide, x / y)
    EACH_OF_TWO(KernelMaximum, largerOf(x, y))
    EACH_OF_TWO(KernelMinimum, smallerOf(x, y))
    EACH_OF_TWO(KernelLess, truth(x < y))
    EACH_OF_TWO(KernelLessOrEqual, truth(x <= y))
    EACH_OF_TWO(KernelEqual, truth(x == y))
    EACH_OF_TWO(KernelNotEqual, truth(differ(x, y)))
    EACH_OF_TWO(KernelAnd,
        truth(differ(x, every(0)) & differ(y, every(0))))
    EACH_OF_TWO(KernelOr,
        truth(differ(x, every(0)) | differ(y, every(0))))
    case KernelPower: powers(step, a, b, out, count); return;
    case KernelAddScaled: {
      Vector c = every(step->c[0]);
      for (int64_t i = 0; i < count; i += LANES) {
        store(out + i, load(a + i) + c * load(b + i));
      }
      return;
    }
    case KernelSubtractScaled: {
      Vector c = every(step->c[0]);
      for (int64_t i = 0; i < count; i += LANES) {
        store(out + i, load(a + i) - c * load(b + i));
      }
      return;
    }
    default: return;
  }
}

INLINE void entrywise(
    const KernelStep *step, int64_t offset, int64_t count) {
  const double *a = step->a + (step->flags & KernelMovesA ? offset : 0);
  double *out = step->out + (step->flags & KernelMovesOut ? offset : 0);
  if (step->operation < KernelAdd) {
    unary(step, a, out, count);
  } else {
    const double *b = step->b + (step->flags & KernelMovesB ? offset : 0);
    binary(step, a, b, out, count);
  }
}

#endif
