package org.ridgeline.exchange.renew;

/// What a run of a renewal has done so far.
/// - **Unit** `encounters` worked on; fingers in all else
/// - **Shape** `replaced` templates; `withoutImage` and `notUsable` fingers that keep theirs,
///   noted; `failed`: of encounters whose extraction failed, not noted; `outrun`: gone, or made
///   anew by another run, while this one worked on them
public record Renewed(
    long encounters, long replaced, long withoutImage, long notUsable, long failed, long outrun) {
  static final Renewed NOTHING = new Renewed(0, 0, 0, 0, 0, 0);

  Renewed plus(Renewed more) {
    return new Renewed(
        encounters + more.encounters,
        replaced + more.replaced,
        withoutImage + more.withoutImage,
        notUsable + more.notUsable,
        failed + more.failed,
        outrun + more.outrun);
  }
}
