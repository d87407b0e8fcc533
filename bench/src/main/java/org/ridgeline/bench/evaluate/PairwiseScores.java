package org.ridgeline.bench.evaluate;

/// One engine's scores, by the pairs that they are of.
record PairwiseScores(Pairs pairs, Compared compared) implements EngineScores {
  @Override
  public String engine() {
    return compared.engine();
  }

  @Override
  public boolean failed(int print) {
    return compared.failed()[print];
  }

  @Override
  public void pairs(Visitor visitor) {
    for (int print = 0; print < pairs.prints().size(); print++) {
      say(visitor, print, pairs.genuine(print), compared.genuine()[print], true);
      say(visitor, print, pairs.impostors(print), compared.impostors()[print], false);
    }
  }

  private static void say(Visitor visitor, int print, int[] others, float[] scores, boolean mated) {
    for (int i = 0; i < others.length; i++) {
      visitor.pair(print, others[i], mated, scores[i]);
    }
  }
}
