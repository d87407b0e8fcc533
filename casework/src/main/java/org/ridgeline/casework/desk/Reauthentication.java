package org.ridgeline.casework.desk;

/// Asks again, at the moment of signing, whether somebody is who they are logged in as.
@FunctionalInterface
public interface Reauthentication {
  /// Whether the password is the operator's; tries are counted like those at the log-in.
  boolean confirms(String name, String password);
}
