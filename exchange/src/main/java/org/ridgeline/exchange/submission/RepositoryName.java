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

  /// The repository of a name; none of that name: IllegalArgumentException.
  public static RepositoryName ofKey(String key) {
    for (RepositoryName name : values()) {
      if (name.key.equals(key)) {
        return name;
      }
    }
    throw new IllegalArgumentException("repository \"" + key + "\" expected=criminal, immigration");
  }
}
