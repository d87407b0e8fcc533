package org.ridgeline.policy;

/// What is wrong with a policy table, and where.
/// - **Shape** `line` from 1, 0 for the whole; `row` its id as far as one can be read; `column` by
///   its name in the head
public record TableFault(int line, String row, String column, String expected, String found) {
  /// As a command prints it.
  public String words() {
    return (line == 0 ? "table" : "line " + line)
        + (row.isEmpty() ? "" : ", row " + row)
        + (column.isEmpty() ? "" : ", column " + column)
        + ": expected "
        + expected
        + ", found "
        + found;
  }
}
