package org.ridgeline.casework.desk;

/// Something that only some roles do.
public enum Act implements Term {
  ADDING("Adding to a case"),
  LISTING("Listing cases"),
  OBJECTING("Noting an objection"),
  READING("Reading cases"),
  READING_DOCUMENTS("Reading documents"),
  REPLAYING("Replaying cases"),
  REVIEWING_CHECKS("Reviewing citizenship checks"),
  REVIEWING_CLAIMS("Reviewing a gang claim"),
  TAKING("Taking cases");

  private final String words;

  Act(String words) {
    this.words = words;
  }

  @Override
  public String key() {
    return "act." + name();
  }

  @Override
  public String words() {
    return words;
  }
}
