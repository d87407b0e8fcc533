package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.repository.TestRepository.booking;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class GalleryFollowerTest {
  @TempDir private Path folder;
  private TestDatabase database;
  private JdbcClient rows;
  private EncounterStore store;
  private LocalGallery gallery;
  private GalleryFollower follower;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    var source = database.of().criminal();
    RepositoryProfile profile = RepositoryProfile.criminal();
    TestRepository.open(profile, source, folder.resolve("made")).close();
    rows = JdbcClient.create(source);
    store = new EncounterStore(source, profile);
    UUID owner = rows.sql("select owner from gallery").query(UUID.class).single();
    gallery = LocalGallery.open(folder.resolve("followed"), owner, People.ENGINE);
    follower = new GalleryFollower(source, gallery, People.ENGINE);
  }

  @AfterEach
  void close() {
    gallery.close();
    database.close();
  }

  private UUID enrol(int person) {
    var added =
        store.enrol(booking("r" + person, person, Map.of()), Optional.empty(), Optional::empty);
    return ((Enrolment.NewPerson) added).encounterId();
  }

  private void remove(UUID encounterId) {
    rows.sql("insert into gallery_change (encounter_id, removed) values (?, true)")
        .param(encounterId)
        .update();
    rows.sql("delete from encounter where encounter_id = ?").param(encounterId).update();
  }

  @Test
  void eachChangeIsAppliedOnce() {
    enrol(1);
    enrol(2);
    assertThat(follower.catchUp()).isEqualTo(2);
    assertThat(follower.catchUp()).isZero();
    enrol(3);
    assertThat(follower.catchUp()).isEqualTo(1);
    assertThat(gallery.encounters()).isEqualTo(3);
    assertThat(gallery.upTo()).isEqualTo(3);
  }

  @Test
  void whoIsRemovedLeavesTheGallery() {
    UUID first = enrol(1);
    enrol(2);
    follower.catchUp();
    remove(first);
    assertThat(follower.catchUp()).isZero();
    assertThat(gallery.encounters()).isEqualTo(1);
    assertThat(gallery.upTo()).isEqualTo(3);
  }

  @Test
  void whoCameAndWentInOneBatchNeverEnters() {
    UUID first = enrol(1);
    remove(first);
    enrol(2);
    assertThat(follower.catchUp()).isEqualTo(1);
    assertThat(gallery.encounters()).isEqualTo(1);
  }

  @Test
  void whoLeftWhileASearchLookedIsSeen() {
    UUID first = enrol(1);
    UUID second = enrol(2);
    follower.catchUp();
    assertThat(follower.isOutdated(Set.of(first, second), gallery.upTo())).isFalse();
    remove(first);
    assertThat(follower.isOutdated(Set.of(first, second), gallery.upTo())).isTrue();
    assertThat(follower.isOutdated(Set.of(second), gallery.upTo())).isFalse();
    enrol(3);
    assertThat(follower.isOutdated(Set.of(second), gallery.upTo())).isFalse();
  }

  private void touch(UUID encounterId) {
    rows.sql("update finger set template = template where encounter_id = ?")
        .param(encounterId)
        .update();
  }

  @Test
  void whoseTemplatesWereReplacedWhileASearchLookedIsSeen() {
    UUID first = enrol(1);
    enrol(2);
    follower.catchUp();
    touch(first);
    assertThat(follower.isOutdated(Set.of(), gallery.upTo())).isTrue();
    assertThat(follower.catchUp()).isEqualTo(1);
    assertThat(gallery.encounters()).isEqualTo(2);
    assertThat(follower.isOutdated(Set.of(), gallery.upTo())).isFalse();
  }

  @Test
  void whoIsReplacedAcrossTwoBatchesIsThereAfterBoth() {
    UUID first = enrol(1);
    follower.catchUp();
    rows.sql(
            """
            insert into gallery_change (encounter_id, removed)
            select gen_random_uuid(), true from generate_series(1, ?)
            """)
        .param(Limits.GALLERY_BATCH - 1)
        .update();
    touch(first);
    assertThat(follower.catchUp()).isEqualTo(1);
    assertThat(gallery.encounters()).isEqualTo(1);
  }

  @Test
  void aGalleryAheadOfItsDatabaseIsSaid() {
    enrol(1);
    follower.catchUp();
    follower.checkOrigin(gallery.last().orElseThrow());
    rows.sql("delete from gallery_change").update();
    assertThatThrownBy(follower::catchUp)
        .isInstanceOf(GalleryAheadException.class)
        .hasMessageContaining("restored from an older backup");
    assertThatThrownBy(() -> follower.checkOrigin(gallery.last().orElseThrow()))
        .isInstanceOf(GalleryAheadException.class);
  }
}
