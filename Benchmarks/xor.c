// One iteration of a 2-3-1 network on four examples in straight C, as one
// would write it by hand: loops of known length and no library but exp.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { INPUTS = 2, HIDDEN = 3, EXAMPLES = 4 };

static double x[EXAMPLES][INPUTS], y[EXAMPLES];
static double W1[INPUTS][HIDDEN], b1[HIDDEN], W2[HIDDEN], b2;

static unsigned long long state = 42;

static double drawn(double low, double high) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return low + (high - low) * ((double)(state >> 11) / 9007199254740992.0);
}

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static double iteration(double rate) {
  double cost = 0, dW1[INPUTS][HIDDEN] = {{0}}, db1[HIDDEN] = {0};
  double dW2[HIDDEN] = {0}, db2 = 0;
  for (int j = 0; j < EXAMPLES; j++) {
    double a1[HIDDEN], z2 = b2;
    for (int i = 0; i < HIDDEN; i++) {
      double z = b1[i];
      for (int k = 0; k < INPUTS; k++) z += W1[k][i] * x[j][k];
      a1[i] = sigmoid(z);
      z2 += W2[i] * a1[i];
    }
    double a2 = sigmoid(z2), error = a2 - y[j];
    cost += 0.5 * error * error / EXAMPLES;
    double d2 = error * a2 * (1 - a2) / EXAMPLES;
    db2 += d2;
    for (int i = 0; i < HIDDEN; i++) {
      double d1 = W2[i] * d2 * a1[i] * (1 - a1[i]);
      dW2[i] += d2 * a1[i];
      db1[i] += d1;
      for (int k = 0; k < INPUTS; k++) dW1[k][i] += d1 * x[j][k];
    }
  }
  for (int i = 0; i < HIDDEN; i++) {
    for (int k = 0; k < INPUTS; k++) W1[k][i] -= rate * dW1[k][i];
    b1[i] -= rate * db1[i];
    W2[i] -= rate * dW2[i];
  }
  b2 -= rate * db2;
  return cost;
}

int main(void) {
  double third = 1 / sqrt(3), half = 1 / sqrt(2);
  for (int j = 0; j < EXAMPLES; j++) {
    for (int k = 0; k < INPUTS; k++) x[j][k] = drawn(0, 1);
  }
  for (int k = 0; k < INPUTS; k++) {
    for (int i = 0; i < HIDDEN; i++) W1[k][i] = drawn(-half, half);
  }
  for (int i = 0; i < HIDDEN; i++) b1[i] = drawn(-0.1, 0.1);
  for (int i = 0; i < HIDDEN; i++) W2[i] = drawn(-third, third);
  b2 = drawn(-0.1, 0.1);
  for (int j = 0; j < EXAMPLES; j++) y[j] = drawn(0, 1) < 0.5 ? 0 : 1;
  printf("compiled 0 0 0\n");
  fflush(stdout);
  char word[16];
  long count;
  while (scanf("%15s %ld", word, &count) == 2) {
    struct timespec begin, end;
    double cost = 0;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (long i = 0; i < count; i++) cost = iteration(0.5);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.9g %.17g\n", (double)(end.tv_sec - begin.tv_sec)
        + 1e-9 * (double)(end.tv_nsec - begin.tv_nsec), cost);
    fflush(stdout);
  }
  return 0;
}
