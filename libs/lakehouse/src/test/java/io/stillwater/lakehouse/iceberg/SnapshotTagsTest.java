package io.stillwater.lakehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTagsTest {
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.IntegerType.get()));
  private static final String TAG = SnapshotTags.name("d-0123456789ab");

  @TempDir Path warehouse;
  private TestLake lake;
  private Table table;
  private long snapshot;

  @BeforeEach
  void createTable() {
    lake = TestLake.create(warehouse);
    table = lake.create(TableName.of("lake", "sales", "orders"), SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1));
    snapshot = table.currentSnapshot().snapshotId();
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void aTagKeepsItsSnapshotForItsTimeHoweverOldTheSnapshotIs() {
    // Given
    long now = System.currentTimeMillis();

    // When
    SnapshotTags.create(table, TAG, snapshot, Duration.ofDays(7));

    // Then
    SnapshotRef ref = table.refs().get("stillwater-d-0123456789ab");
    assertThat(ref.isTag()).isTrue();
    assertThat(ref.snapshotId()).isEqualTo(snapshot);
    long expires = table.snapshot(snapshot).timestampMillis() + ref.maxRefAgeMs();
    assertThat(expires).isGreaterThanOrEqualTo(now + Duration.ofDays(7).toMillis());
  }

  @Test
  void aTagThatIsThereStaysWhereItIs() {
    // Given
    SnapshotTags.create(table, TAG, snapshot, Duration.ofDays(7));
    Rows.append(table, Rows.row(SCHEMA, 2));

    // When
    long tagged =
        SnapshotTags.create(table, TAG, table.currentSnapshot().snapshotId(), Duration.ofDays(7));

    // Then
    assertThat(tagged).isEqualTo(snapshot);
  }

  @Test
  void removingATagTwiceIsRemovingItOnce() {
    // Given
    SnapshotTags.create(table, TAG, snapshot, Duration.ofDays(7));

    // When
    SnapshotTags.remove(table, TAG);
    SnapshotTags.remove(table, TAG);

    // Then
    assertThat(table.refs()).doesNotContainKey(TAG);
  }

  @Test
  void anExpiredSnapshotCannotBeTagged() {
    assertThatThrownBy(() -> SnapshotTags.create(table, TAG, 42, Duration.ofDays(7)))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("has no snapshot 42");
  }
}
