package org.ridgeline.repository;

/// Why a finger keeps the template of an earlier extractor.
public enum NotRenewed {
  /// The stored file has no image of it that can be read.
  NO_IMAGE,

  /// The present extractor finds too little in its image to enrol it with.
  NOT_USABLE
}
