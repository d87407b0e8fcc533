package org.ridgeline.casework.casefile;

/// Gives the digest of what a case shows now.
@FunctionalInterface
public interface Digests {
  /// The digest, from what the caller's transaction sees.
  DossierDigest of(Case one);
}
