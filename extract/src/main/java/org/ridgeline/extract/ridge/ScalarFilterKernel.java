package org.ridgeline.extract.ridge;

/// The filters' sums, a number at a time.
final class ScalarFilterKernel implements FilterKernel {
  @Override
  public void apply(Plane plane, int at, float[] even, float[] odd, float[] into) {
    float[] evens = new float[WIDTH];
    float[] odds = new float[WIDTH];
    for (int row = 0; row < Bank.ROWS; row++) {
      int from = at + row * plane.stride;
      for (int x = 0; x < Bank.LANES; x++) {
        float value = plane.at[from + x];
        int lane = x % WIDTH;
        evens[lane] += even[row * Bank.LANES + x] * value;
        odds[lane] += odd[row * Bank.LANES + x] * value;
      }
    }
    into[0] = FilterKernel.sum(evens, 0);
    into[1] = FilterKernel.sum(odds, 0);
  }
}
