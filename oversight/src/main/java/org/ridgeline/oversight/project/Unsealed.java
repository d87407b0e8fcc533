package org.ridgeline.oversight.project;

/// A stream of facts that nobody keeps, like those of a fictional nation: they are counted as those
/// of other streams are, but not sealed, and no auditor can follow them. Never for facts of people.
public final class Unsealed {
  private final String stream;
  private final ProjectionStore store;

  /// - **Shape** `stream` the name its place is kept under
  /// - **Error** a name that a sealed stream has: IllegalArgumentException
  public Unsealed(String stream, ProjectionStore store) {
    this.stream = stream;
    this.store = store;
    if (!store.beginUnsealed(stream)) {
      throw new IllegalArgumentException("stream=" + stream + " is sealed");
    }
  }

  /// How many of its facts were taken in.
  public long place() {
    return store.place(stream);
  }

  /// Takes a batch in that begins behind a place; false where another process was there first.
  public boolean take(long place, Batch batch) {
    return store.together(() -> store.take(stream, place, batch));
  }
}
