package io.stillwater.planning.formats.hive;

import java.util.Locale;

/** How a Hive table's files are written, which decides how readers find columns in them. */
enum StorageFormat {
  PARQUET,
  ORC,
  AVRO,
  JSON,
  CSV,
  TEXTFILE,
  RCFILE,
  SEQUENCEFILE,
  UNKNOWN;

  /** Reads {@code PARQUET} as well as the class of an input format or SerDe. */
  static StorageFormat of(String text) {
    String name = text == null ? "" : text.toUpperCase(Locale.ROOT);
    for (StorageFormat format : values()) {
      if (name.contains(format.name())) {
        return format;
      }
    }
    if (name.contains("RCTEXT") || name.contains("RCBINARY") || name.contains("COLUMNARSERDE")) {
      return RCFILE;
    }
    return name.contains("TEXT") || name.contains("LAZYSIMPLE") ? TEXTFILE : UNKNOWN;
  }

  /** Values are text in the files, so that any type is read from what the text says. */
  boolean text() {
    return this == TEXTFILE || this == JSON || this == CSV;
  }

  /** SerDes whose tables REPLACE COLUMNS shortens ({@code AlterTableReplaceColumnsOperation}). */
  boolean replaceable() {
    return this == PARQUET || this == TEXTFILE || this == RCFILE || this == SEQUENCEFILE;
  }
}
