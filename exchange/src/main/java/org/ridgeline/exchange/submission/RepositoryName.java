package org.ridgeline.exchange.submission;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.repository.RepositoryProfile;

/// The repositories: a booking is searched in the first two, an applicant in the first and last.
public enum RepositoryName {
  CRIMINAL("criminal"),
  IMMIGRATION("immigration"),
  CIVIL("civil");

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
    throw new IllegalArgumentException("repository \"" + key + "\" expected=" + keys());
  }

  /// Where somebody known by a number is on record: numbers that applicants are given have a form
  /// of their own, all others are asked of the criminal repository.
  public static RepositoryName ofNumber(String number) {
    return RepositoryProfile.civil().assigned().isLike(number) ? CIVIL : CRIMINAL;
  }

  private static String keys() {
    return Stream.of(values()).map(RepositoryName::key).collect(Collectors.joining(", "));
  }
}
