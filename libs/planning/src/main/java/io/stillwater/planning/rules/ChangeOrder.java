package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.RenameStrategy;
import io.stillwater.planning.release.RequestedChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which changes of one table are planned, whatever order they were written in: what
 * others may need comes first, what takes names away comes last.
 */
public final class ChangeOrder {
  /** Settings that let a table do what it could not do before; other changes may need them. */
  private static final Set<String> ABILITIES =
      Set.of(
          "delta.appendOnly",
          "delta.columnMapping.mode",
          "delta.enableTypeWidening",
          "hoodie.schema.on.read.enable");

  private ChangeOrder() {}

  public static List<RequestedChange> of(List<RequestedChange> changes) {
    List<RequestedChange> ordered = new ArrayList<>(changes);
    ordered.sort(Comparator.comparingInt(change -> rank(change.change())));
    return addedInTurn(ordered);
  }

  private static int rank(Change change) {
    return switch (change.operation()) {
      case CREATE_TABLE -> 0;
      case UPGRADE_FORMAT -> 1;
      case ADD_COLUMN -> 2;
      case WIDEN_TYPE -> 3;
      case SET_NULLABLE, SET_NOT_NULL -> 4;
      case SET_DEFAULT, DROP_DEFAULT, SET_COMMENT -> 5;
      case CHANGE_TYPE_NARROWING -> 6;
      case DROP_PARTITION -> 7;
      case REPLACE_PARTITION -> 8;
      case ADD_PARTITION -> 9;
      case SET_SORT_ORDER -> 10;
      case SET_PROPERTIES -> enables((Change.SetProperties) change) ? 1 : 11;
      case RENAME_COLUMN ->
          ((Change.RenameColumn) change).strategy() == RenameStrategy.IN_PLACE ? 14 : 12;
      case MOVE_COLUMN -> 13;
      case DROP_COLUMN -> 15;
      case RENAME_TABLE -> 16;
      case DROP_TABLE -> 17;
    };
  }

  private static boolean enables(Change.SetProperties set) {
    return set.properties().keySet().stream()
        .anyMatch(name -> ABILITIES.contains(name) || name.startsWith("delta.feature."));
  }

  /** A new column comes after the new struct or sibling that it needs. */
  private static List<RequestedChange> addedInTurn(List<RequestedChange> ordered) {
    List<RequestedChange> waiting = new ArrayList<>(ordered);
    List<RequestedChange> done = new ArrayList<>();
    Set<ColumnPath> toCome = new HashSet<>();
    waiting.forEach(change -> added(change).ifPresent(toCome::add));
    while (!waiting.isEmpty()) {
      RequestedChange next =
          waiting.stream()
              .filter(change -> !needs(change, toCome))
              .findFirst()
              .orElse(waiting.get(0));
      waiting.remove(next);
      done.add(next);
      added(next).ifPresent(toCome::remove);
    }
    return done;
  }

  private static Optional<ColumnPath> added(RequestedChange change) {
    return change.change() instanceof Change.AddColumn add
        ? Optional.of(add.column())
        : Optional.empty();
  }

  private static boolean needs(RequestedChange change, Set<ColumnPath> toCome) {
    if (toCome.isEmpty() || !(change.change() instanceof Change.AddColumn add)) {
      return false;
    }
    boolean sibling =
        add.position() != null
            && !add.position().first()
            && toCome.contains(add.column().sibling(add.position().after()))
            && !add.position().after().equals(add.column().leaf());
    boolean parent = false;
    for (Optional<ColumnPath> up = add.column().parent(); up.isPresent(); up = up.get().parent()) {
      parent |= toCome.contains(up.get());
    }
    return sibling || parent;
  }
}
