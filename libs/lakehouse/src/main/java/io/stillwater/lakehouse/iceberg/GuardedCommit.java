package io.stillwater.lakehouse.iceberg;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.UpdateRequirements;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;

/** A commit for a REST catalog that fails when a snapshot was committed since its base was read. */
record GuardedCommit(
    TableIdentifier identifier, List<UpdateRequirement> requirements, List<MetadataUpdate> updates)
    implements TableCommit {

  static GuardedCommit of(TableIdentifier identifier, TableMetadata base, TableMetadata changed) {
    List<UpdateRequirement> requirements =
        new ArrayList<>(UpdateRequirements.forUpdateTable(base, changed.changes()));
    Long snapshotId = base.currentSnapshot() == null ? null : base.currentSnapshot().snapshotId();
    requirements.add(
        new UpdateRequirement.AssertRefSnapshotID(SnapshotRef.MAIN_BRANCH, snapshotId));
    return new GuardedCommit(identifier, requirements, changed.changes());
  }
}
