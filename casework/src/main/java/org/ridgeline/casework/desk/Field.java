package org.ridgeline.casework.desk;

/// A field or a part of a case, as a refusal begins with it.
public enum Field implements Term {
  AGAINST_CHECKS("Why it goes against the checks"),
  COURT("The court"),
  CONTEST("How to contest it"),
  DOCKET("The docket"),
  DOCUMENT_DATE("The document's date"),
  EVIDENCE("Evidence"),
  FACT("The fact"),
  FINDING("The finding"),
  HANDED_OVER("Who handed over"),
  HISTORY("History"),
  HOW_ACKNOWLEDGED("How it was acknowledged"),
  HOW_VERIFIED("How it was made sure"),
  INDICATOR("The indicator"),
  INTERVIEW_DATE("The interview's date"),
  INTERVIEW_RECORD("The interview record"),
  LANGUAGE("The language"),
  NAME("The name"),
  NARRATIVE("The narrative"),
  NO_INTERVIEW("The reason for none"),
  NUMBER("The number"),
  OUTCOME("The outcome"),
  PROSECUTOR("The prosecutor's office"),
  REASON("The reason"),
  RECEIPT("The receipt"),
  REMOVAL("The record of the removal"),
  SEARCHED("What was searched"),
  SOURCE("The source"),
  SOURCE_DATE("The source's date"),
  TITLE("The title"),
  TOOK_OVER("Who took over");

  private final String words;

  Field(String words) {
    this.words = words;
  }

  @Override
  public String key() {
    return "field." + name();
  }

  @Override
  public String words() {
    return words;
  }
}
