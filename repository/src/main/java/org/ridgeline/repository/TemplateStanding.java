package org.ridgeline.repository;

/// How the templates of a repository stand to the present extractor.
/// - **Unit** fingers enrolled; `waitingEncounters` encounters
/// - **Shape** each finger is in one of: `present`, made by this extractor or a later one;
///   `waiting`, to be made anew; `withoutImage` and `notUsable`, looked at by this extractor and
///   left; `sealed`, of an earlier one and read by nobody
public record TemplateStanding(
    long present,
    long waiting,
    long withoutImage,
    long notUsable,
    long sealed,
    long waitingEncounters) {
  /// All fingers enrolled.
  public long fingers() {
    return present + waiting + withoutImage + notUsable + sealed;
  }
}
