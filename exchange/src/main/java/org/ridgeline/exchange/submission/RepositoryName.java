package org.ridgeline.exchange.submission;

/// The two repositories a booking is searched in.
public enum RepositoryName {
  CRIMINAL("criminal"),
  IMMIGRATION("immigration");

  private final String key;

  RepositoryName(String key) {
    this.key = key;
  }

  /// The name in rows, files and JSON.
  public String key() {
    return key;
  }
}
