package org.ridgeline.ledger;

import java.util.List;
import java.util.Set;
import org.ridgeline.ledger.Subject.Kind;

/// What is written of the installation as a whole, and of copies of it.
public enum KeepingAction implements Action.Listed {
  BACKUP_START("backup.start", "all that the installation holds is being copied"),
  BACKUP_END("backup.end", "the copy is whole, with this digest"),
  BACKUP_FAIL("backup.fail", "the copy was given up, and nothing of it is left"),
  BACKUP_RESTORE("backup.restore", "all before came from this backup");

  private final String key;
  private final String says;

  KeepingAction(String key, String says) {
    this.key = key;
    this.says = says;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Set<Kind> subjects() {
    return Set.of(Kind.BACKUP);
  }

  @Override
  public String says() {
    return says;
  }

  @Override
  public List<Writer> writers() {
    return List.of(Writer.ADMINISTRATOR);
  }

  @Override
  public String toString() {
    return key;
  }
}
