package io.stillwater.planning.rules;

import io.stillwater.planning.release.Change;
import java.util.function.Consumer;

/**
 * The rules of a format for one table as it stands before a change, by what a change is about.
 *
 * @param column nullability, default, comment or place of a column
 * @param layout partitioning and sort order
 * @param table properties, or the table as a whole
 */
public record ChangeRules(
    Consumer<Change.AddColumn> add,
    Consumer<Change.WidenType> widen,
    Consumer<Change.ChangeTypeNarrowing> narrow,
    Consumer<Change.DropColumn> drop,
    Consumer<Change.RenameColumn> rename,
    ColumnChangeRules column,
    Consumer<Change.OfLayout> layout,
    TableChangeRules table) {

  public void judge(Change change) {
    if (change instanceof Change.AddColumn addition) {
      add.accept(addition);
    } else if (change instanceof Change.WidenType widening) {
      widen.accept(widening);
    } else if (change instanceof Change.ChangeTypeNarrowing narrowing) {
      narrow.accept(narrowing);
    } else if (change instanceof Change.DropColumn removal) {
      drop.accept(removal);
    } else if (change instanceof Change.RenameColumn renaming) {
      rename.accept(renaming);
    } else if (change instanceof Change.OfColumn ofColumn) {
      column.judge(ofColumn);
    } else if (change instanceof Change.OfLayout ofLayout) {
      layout.accept(ofLayout);
    } else {
      table.judge(change);
    }
  }
}
