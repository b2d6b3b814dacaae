package io.stillwater.events.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the executor needs to do a step, one record per kind. Columns are dotted paths, types the
 * contract's spelling, defaults and limits plain JSON.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StepArguments.Check.class, name = "CHECK"),
  @JsonSubTypes.Type(value = StepArguments.Tag.class, name = "TAG"),
  @JsonSubTypes.Type(value = StepArguments.Retain.class, name = "RETAIN"),
  @JsonSubTypes.Type(value = StepArguments.CreateTable.class, name = "CREATE_TABLE"),
  @JsonSubTypes.Type(value = StepArguments.AddColumn.class, name = "ADD_COLUMN"),
  @JsonSubTypes.Type(value = StepArguments.WidenType.class, name = "WIDEN_TYPE"),
  @JsonSubTypes.Type(value = StepArguments.SetNullability.class, name = "SET_NULLABILITY"),
  @JsonSubTypes.Type(value = StepArguments.MoveColumn.class, name = "MOVE_COLUMN"),
  @JsonSubTypes.Type(value = StepArguments.SetDefault.class, name = "SET_DEFAULT"),
  @JsonSubTypes.Type(value = StepArguments.SetComment.class, name = "SET_COMMENT"),
  @JsonSubTypes.Type(value = StepArguments.SetProperties.class, name = "SET_PROPERTIES"),
  @JsonSubTypes.Type(value = StepArguments.SetSortOrder.class, name = "SET_SORT_ORDER"),
  @JsonSubTypes.Type(value = StepArguments.PartitionField.class, name = "PARTITION_FIELD"),
  @JsonSubTypes.Type(value = StepArguments.CopyColumn.class, name = "COPY_COLUMN"),
  @JsonSubTypes.Type(value = StepArguments.Validate.class, name = "VALIDATE"),
  @JsonSubTypes.Type(value = StepArguments.SwapNames.class, name = "SWAP_NAMES"),
  @JsonSubTypes.Type(value = StepArguments.Deprecate.class, name = "DEPRECATE"),
  @JsonSubTypes.Type(value = StepArguments.CreateView.class, name = "CREATE_VIEW"),
  @JsonSubTypes.Type(value = StepArguments.DropColumn.class, name = "DROP_COLUMN"),
  @JsonSubTypes.Type(value = StepArguments.RenameColumn.class, name = "RENAME_COLUMN"),
  @JsonSubTypes.Type(value = StepArguments.RenameTable.class, name = "RENAME_TABLE"),
  @JsonSubTypes.Type(value = StepArguments.DropTable.class, name = "DROP_TABLE"),
  @JsonSubTypes.Type(value = StepArguments.UpgradeFormat.class, name = "UPGRADE_FORMAT"),
  @JsonSubTypes.Type(value = StepArguments.RollOut.class, name = "ROLL_OUT"),
  @JsonSubTypes.Type(value = StepArguments.Soak.class, name = "SOAK")
})
public sealed interface StepArguments {

  /**
   * @param stage PRE, POST or QUALITY
   * @param settings the check's own settings, as the release gives them
   * @param onBreach what a breach counts as: FAIL or WARN
   * @param critical an UNKNOWN result of it counts as FAIL rather than as WARN
   */
  record Check(
      String stage,
      String name,
      Map<String, JsonNode> settings,
      String onBreach,
      boolean critical,
      String note)
      implements StepArguments {
    public Check {
      settings = Plan.copy(settings);
    }
  }

  /** A tag of the table's current snapshot, kept for as long as rollback is promised. */
  record Tag(Duration keep) implements StepArguments {}

  /** Holds snapshot expiry so that what undo needs is still there. */
  record Retain(Duration keep) implements StepArguments {}

  record CreateTable(List<ColumnSpec> columns, List<String> partitioning)
      implements StepArguments {}

  record AddColumn(ColumnSpec column, Position position) implements StepArguments {}

  record WidenType(String column, String from, String to) implements StepArguments {}

  record SetNullability(String column, boolean nullable) implements StepArguments {}

  record MoveColumn(String column, Position position, Position before) implements StepArguments {}

  /** A null default drops the one there is. */
  record SetDefault(String column, JsonNode value, JsonNode before) implements StepArguments {}

  record SetComment(String column, String comment, String before) implements StepArguments {}

  /** Null values remove a property, in {@code properties} as in {@code before}. */
  record SetProperties(Map<String, String> properties, Map<String, String> before)
      implements StepArguments {}

  record SetSortOrder(List<String> order, List<String> before) implements StepArguments {}

  /** One partition field, e.g. {@code bucket(16, id)}: added or dropped as the step's kind says. */
  record PartitionField(String field) implements StepArguments {}

  /**
   * Values of one column copied into another of the same rows: once (BACKFILL) or for as long as
   * writers may write only one of them (SYNC).
   *
   * @param castTo the target's type where it differs
   * @param onInvalid fail or set_null, for values that do not fit
   * @param bothWays whether a row that has only the new name written is copied back to the old one
   */
  record CopyColumn(String from, String to, String castTo, String onInvalid, boolean bothWays)
      implements StepArguments {}

  /**
   * Proof by reading the data before an effect.
   *
   * @param rule FITS (every value of the column survives the cast to {@code type}), NO_NULLS
   */
  record Validate(String column, String rule, String type) implements StepArguments {}

  /** In one commit: {@code column} becomes {@code retired}, {@code replacement} takes its name. */
  record SwapNames(String column, String replacement, String retired) implements StepArguments {}

  record Deprecate(String column, String replacement, String comment) implements StepArguments {}

  record CreateView(String view, Map<String, String> sql) implements StepArguments {}

  record DropColumn(String column) implements StepArguments {}

  record RenameColumn(String from, String to) implements StepArguments {}

  record RenameTable(String to) implements StepArguments {}

  record DropTable() implements StepArguments {}

  record UpgradeFormat(int from, int to) implements StepArguments {}

  record RollOut(String component, String strategy, Map<String, JsonNode> settings)
      implements StepArguments {
    public RollOut {
      settings = Plan.copy(settings);
    }
  }

  record Soak(Duration duration) implements StepArguments {}

  /** A column as the release describes it; a null default means none. */
  record ColumnSpec(
      String name, String type, boolean nullable, JsonNode defaultValue, String comment) {}

  /** Where a column stands among its siblings: first, or after one named; both unset: last. */
  record Position(boolean first, String after) {}
}
