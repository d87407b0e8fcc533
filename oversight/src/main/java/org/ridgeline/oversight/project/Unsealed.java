package org.ridgeline.oversight.project;

/// A stream of facts that nobody keeps, like those of a fictional nation: they are counted as those
/// of other streams are, but not sealed, and no auditor can follow them. Never for facts of people.
public final class Unsealed {
  private final String stream;
  private final ProjectionStore store;
  private Stride stride;

  /// - **Shape** `stream` the name its place is kept under
  /// - **Error** a name that a sealed stream has: IllegalArgumentException
  public Unsealed(String stream, ProjectionStore store) {
    this.stream = stream;
    this.store = store;
    if (!store.beginUnsealed(stream)) {
      throw new IllegalArgumentException("stream=" + stream + " is sealed");
    }
    stride = Stride.open(stream, store.place(stream), store);
  }

  /// How many of its facts were taken in, whether or not they are written yet.
  public long place() {
    return stride.last();
  }

  /// Takes a batch in that begins behind a place, to be written with others, or by [#keep]; false,
  /// and nothing done, where that is not where this stands.
  public boolean take(long place, Batch batch) {
    if (place != stride.last()) {
      return false;
    }
    stride.take(batch);
    if (stride.isFull()) {
      keep();
    }
    return true;
  }

  /// Writes what was taken in.
  /// - **Error** another process that takes in the same stream: IllegalStateException
  public void keep() {
    if (!stride.isEmpty() && !stride.keep()) {
      throw new IllegalStateException("stream=" + stream + " is taken in by another process, too");
    }
    stride = Stride.open(stream, store.place(stream), store);
  }
}
