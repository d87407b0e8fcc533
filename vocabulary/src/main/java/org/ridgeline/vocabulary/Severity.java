package org.ridgeline.vocabulary;

/// How grave a finding is: an `ERROR` refuses the transaction, a `WARNING` does not.
public enum Severity {
  ERROR,
  WARNING
}
