package io.stillwater.planning.release;

/** How a column gets its new name. */
public enum RenameStrategy {
  /** Both names side by side until nobody reads the old one. */
  EXPAND_CONTRACT,
  /** At once: what names the old one breaks. */
  IN_PLACE,
  /** The table keeps the old name, a view shows the new one. */
  VIEW
}
