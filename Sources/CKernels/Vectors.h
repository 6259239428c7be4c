// Vectors of eight doubles, whatever the processor makes of them.
//
// Nothing in here contracts a product and a sum into one rounding, so that
// each entry has the same bits on every processor: but for the file of long
// strips, which says that it may.

#ifndef BACKSTEP_VECTORS_H
#define BACKSTEP_VECTORS_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#ifdef KERNELS_MAY_CONTRACT
#pragma STDC FP_CONTRACT ON
#else
#pragma STDC FP_CONTRACT OFF
#endif

#if defined(__clang__)
// Vectors are handed over only between functions that become one.
#pragma clang diagnostic ignored "-Wpsabi"
#endif

#define INLINE static inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__clang__)
#define KERNELS_X86 1
#define LEVEL_4 \
  __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define LEVEL_3 __attribute__((target("arch=x86-64-v3")))
#else
#define KERNELS_X86 0
#endif

enum { LANES = 8 };

typedef double Vector __attribute__((vector_size(64)));
typedef int64_t Bits __attribute__((vector_size(64)));
typedef uint64_t UnsignedBits __attribute__((vector_size(64)));
typedef double LooseVector __attribute__((vector_size(64), aligned(8)));

INLINE Vector load(const double *from) { return *(const LooseVector *)from; }

INLINE void store(double *to, Vector value) { *(LooseVector *)to = value; }

INLINE Vector every(double number) {
  return (Vector){number, number, number, number,
                  number, number, number, number};
}

INLINE Vector chosen(Bits mask, Vector yes, Vector no) {
  return (Vector)(((Bits)yes & mask) | ((Bits)no & ~mask));
}

INLINE Vector truth(Bits mask) { return (Vector)((Bits)every(1) & mask); }

INLINE Vector magnitude(Vector x) {
  return (Vector)((Bits)x & 0x7fffffffffffffffLL);
}

// Sums of many entries run in eight lanes, whose order is the same on every
// processor; a few entries are added from the first to the last.
INLINE double folded(Vector lanes) {
  double low = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
  return low + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

// exp(x) = 2^k exp(r), |r| at most half of ln 2; `less` is exp(r) - 1.
typedef struct {
  Bits exponent;
  Vector less;
} Power;

INLINE Power powerOf(Vector x) {
  const double magic = 0x1.8p52;
  Vector shifted = x * 0x1.71547652b82fep0 + magic;
  Vector k = shifted - magic;
  Vector r = (x - k * 6.93147180369123816490e-01)
      - k * 1.90821492927058770002e-10;
  Vector r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
  Vector q0 = 0.5 + r * (1.0 / 6);
  Vector q1 = 1.0 / 24 + r * (1.0 / 120);
  Vector q2 = 1.0 / 720 + r * (1.0 / 5040);
  Vector q3 = 1.0 / 40320 + r * (1.0 / 362880);
  Vector q4 = 1.0 / 3628800 + r * (1.0 / 39916800);
  Vector q5 = 1.0 / 479001600 + r * (1.0 / 6227020800);
  Vector q = ((q0 + q1 * r2) + r4 * (q2 + q3 * r2)) + r8 * (q4 + q5 * r2);
  return (Power){(Bits)shifted - (Bits)every(magic), r + r2 * q};
}

INLINE Vector twoTo(Bits exponent) {
  return (Vector)((exponent + 1023) << 52);
}

INLINE Vector vectorExp(Vector x) {
  // Beyond these the value is infinite or 0 all the same.
  Vector held = chosen(x > 720, every(720), x);
  held = chosen(held < -750, every(-750), held);
  Power power = powerOf(held);
  // In two halves, since 2^k alone may not be a number.
  Bits half = power.exponent >> 1;
  return (1 + power.less) * twoTo(half) * twoTo(power.exponent - half);
}

// exp(-|x|), which never overflows; what would be no normal number is 0.
INLINE Vector decay(Vector x) {
  Vector size = magnitude(x);
  Bits isFar = size > 708;
  Power power = powerOf(-chosen(isFar, every(708), size));
  Vector value = (1 + power.less) * twoTo(power.exponent);
  return chosen(isFar, every(0), value);
}

INLINE Vector vectorTanh(Vector x) {
  Vector size = magnitude(x);
  Vector held = chosen(size > 22, every(22), size);
  Power power = powerOf(2 * held);
  Vector scale = twoTo(power.exponent);
  Vector less = scale * power.less + (scale - 1);
  Vector value = less / (less + 2);
  return (Vector)((Bits)value | ((Bits)x & INT64_MIN));
}

// Source: the reduction and the polynomial of fdlibm's logarithm.
INLINE Vector vectorLn(Vector x) {
  Bits tiny = x < 0x1p-1022;
  Vector scaled = chosen(tiny, x * 0x1p54, x);
  const int64_t rootOfHalf = 0x3fe6a09e667f3bcdLL;
  Bits bits = (Bits)scaled;
  Bits k = (bits - rootOfHalf) >> 52;
  Vector f = (Vector)(bits - (k << 52)) - 1;
  k -= tiny & 54;
  Vector exponent = (Vector)(k + (Bits)every(0x1.8p52)) - 0x1.8p52;
  Vector s = f / (2 + f), z = s * s, w = z * z;
  Vector even = w * (3.999999999940941908e-01
      + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  Vector odd = z * (6.666666666666735130e-01
      + w * (2.857142874366239149e-01
      + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  Vector half = 0.5 * f * f;
  Vector value = exponent * 6.93147180369123816490e-01
      - ((half - (s * (half + (even + odd))
      + exponent * 1.90821492927058770002e-10)) - f);
  value = chosen(x == 0, every(-INFINITY), value);
  value = chosen((x < 0) | (x != x), every(NAN), value);
  return chosen(x == INFINITY, x, value);
}

INLINE Vector vectorLog1p(Vector x) {
  Vector sum = 1 + x;
  Vector taken = sum - 1;
  // What the sum lost is made good by the slope of the logarithm.
  Vector ratio = chosen(x > 0x1p60, every(1), x / taken);
  return chosen(taken == 0, x, vectorLn(sum) * ratio);
}

INLINE Vector vectorSqrt(Vector x) {
#if defined(__has_builtin) && __has_builtin(__builtin_elementwise_sqrt)
  return __builtin_elementwise_sqrt(x);
#else
  Vector root;
  for (int lane = 0; lane < LANES; lane++) root[lane] = sqrt(x[lane]);
  return root;
#endif
}

INLINE Vector vectorFloor(Vector x) {
#if defined(__has_builtin) && __has_builtin(__builtin_elementwise_floor)
  return __builtin_elementwise_floor(x);
#else
  Vector whole;
  for (int lane = 0; lane < LANES; lane++) whole[lane] = floor(x[lane]);
  return whole;
#endif
}

INLINE Vector vectorSigmoid(Vector x) {
  Vector power = decay(x);
  return chosen(x < 0, power, every(1)) / (1 + power);
}

INLINE Vector vectorSigmoidSlope(Vector x) {
  Vector power = decay(x), sum = 1 + power;
  return power / (sum * sum);
}

INLINE Vector vectorSech(Vector x) {
  Vector power = decay(x);
  return 2 * power / (1 + power * power);
}

// ln(1 + exp(-|x|)) = 2 artanh(p / (2 + p)) of the power p.
INLINE Vector vectorLogDecay(Vector x) {
  Vector power = decay(x);
  Vector s = power / (2 + power), z = s * s;
  Vector z2 = z * z, z4 = z2 * z2, z8 = z4 * z4;
  Vector q0 = 1.0 / 3 + z * (1.0 / 5), q1 = 1.0 / 7 + z * (1.0 / 9);
  Vector q2 = 1.0 / 11 + z * (1.0 / 13), q3 = 1.0 / 15 + z * (1.0 / 17);
  Vector q4 = 1.0 / 19 + z * (1.0 / 21), q5 = 1.0 / 23 + z * (1.0 / 25);
  Vector q6 = 1.0 / 27 + z * (1.0 / 29), q7 = 1.0 / 31 + z * (1.0 / 33);
  Vector low = (q0 + z2 * q1) + z4 * (q2 + z2 * q3);
  Vector high = (q4 + z2 * q5) + z4 * (q6 + z2 * q7);
  Vector twice = 2 * s;
  return twice + twice * (z * (low + z8 * high));
}

// Σ ln(1 + exp(-|a|)) = ln Π(1 + exp(-|a|)): one logarithm for many entries.
// What the product is more than 1 is kept, so that no small power is lost.
INLINE double totalOfLogDecays(const double *a, int64_t count) {
  // As many factors of at most 2 as a number has room for.
  enum { FACTORS = 512 };
  double sum = 0;
  for (int64_t from = 0; from < count; from += 2 * FACTORS * LANES) {
    int64_t end = from + 2 * FACTORS * LANES;
    if (end > count) end = count;
    Vector first = every(0), second = every(0);
    int64_t i = from;
    for (; i + 2 * LANES <= end; i += 2 * LANES) {
      first += decay(load(a + i)) * (1 + first);
      second += decay(load(a + i + LANES)) * (1 + second);
    }
    for (; i < end; i += LANES) {
      Vector power = decay(load(a + i));
      for (int64_t lane = end - i; lane < LANES; lane++) power[lane] = 0;
      first += power * (1 + first);
    }
    sum += folded(vectorLog1p(first) + vectorLog1p(second));
  }
  return sum;
}

INLINE Vector vectorSoftplus(Vector x) {
  Vector positive = chosen(x > 0, x, every(0));
  Vector value = positive + vectorLogDecay(x);
  return chosen(x != x, x, value);
}

// MARK: - One number at a time

static inline double raised(double base, double exponent) {
  if (exponent == 2) return base * base;
  if (exponent == 0) return 1;
  if (exponent == trunc(exponent) && fabs(exponent) <= 16) {
    double result = base;
    for (int i = 1; i < (int)fabs(exponent); i++) result *= base;
    return exponent < 0 ? 1 / result : result;
  }
  if (exponent == trunc(exponent)) return pow(base, exponent);
  if (base == 0 && exponent > 0) return 0;
  return base < 0 ? NAN : pow(base, exponent);
}

static inline double normalDensity(double x) {
  double square = x * x;
  if (!isfinite(square)) return isnan(x) ? x : 0;
  double rest = fma(x, x, -square);
  return 0.3989422804014326779 * exp(-square / 2) * (1 - rest / 2);
}

static inline double normalShare(double x) {
  const double root = 0.70710678118654752440;
  const double rootRest = fma(-root, root, 0.5) / (2 * root);
  double argument = -x * root;
  double share = erfc(argument);
  if (!(argument > 1 && share > 0)) return share / 2;
  // Far to the left one unit in the last place of the argument is many in
  // the value; its rounding error is made good by the slope.
  double rest = fma(-x, root, -argument) - x * rootRest;
  return (share - 1.12837916709551257390 * exp(-argument * argument) * rest)
      / 2;
}

static inline double geluOf(double x) {
  return x == -INFINITY ? 0 : x * normalShare(x);
}

#endif
