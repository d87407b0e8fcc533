package org.ridgeline.console.entry;

import java.io.Serializable;
import java.security.Principal;

/// Who is logged in, and in which epoch of their access the log-in was: one of an earlier is over.
record Entered(String name, int epoch) implements Principal, Serializable {
  @Override
  public String getName() {
    return name;
  }
}
