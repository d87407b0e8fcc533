package org.ridgeline.exchange.agency;

/// How an agency gets its answers. Whatever the channel, it may also fetch them.
public enum Channel {
  /// The agency asks for them.
  FETCH,
  /// Written to its outbound folder.
  FOLDER,
  /// Posted to its callback address.
  CALLBACK
}
