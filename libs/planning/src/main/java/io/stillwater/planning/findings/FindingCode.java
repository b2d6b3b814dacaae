package io.stillwater.planning.findings;

import io.stillwater.events.plan.Severity;
import java.util.Optional;

/**
 * What a plan may have to say. Codes are stable: a number is never given to another meaning. 1xx:
 * what is not as the release assumes. 2xx: readers and writers. 3xx: what the format or an engine
 * refuses. 4xx: data, files, retention. 5xx: the environment.
 */
public enum FindingCode {
  TABLE_NOT_FOUND(
      101,
      Severity.ERROR,
      "The table is not in its catalog.",
      "Check the name: catalog.schema.table; create it with create_table"),
  TABLE_EXISTS(
      102, Severity.ERROR, "A table of that name is there already.", "Choose another name"),
  TABLE_UNREADABLE(
      114,
      Severity.ERROR,
      "The table's description holds something that planning cannot read.",
      "Report it with the output of 'stillwater tables export'"),
  COLUMN_NOT_FOUND(103, Severity.ERROR, "The table has no such column.", "Check the column's path"),
  COLUMN_EXISTS(
      104,
      Severity.ERROR,
      "A column of that name is there already; engines do not tell upper from lower case.",
      "Choose another name"),
  FROM_TYPE_DIFFERS(
      105,
      Severity.ERROR,
      "The column's type is not the one that the release says it has.",
      "Correct 'from', or leave it out"),
  PARTITION_FIELD_NOT_FOUND(
      106,
      Severity.ERROR,
      "The current partition spec has no such field.",
      "Write the field as the table has it"),
  PARTITION_FIELD_EXISTS(
      107,
      Severity.ERROR,
      "The partition spec has this field already, or another time of the same column.",
      "Use replace_partition"),
  NOTHING_TO_DO(108, Severity.INFO, "The table is as the change wants it.", "Remove the change"),
  FORMAT_NOT_APPLIED(
      109,
      Severity.ERROR,
      "Changes of tables in this format are planned, but not applied yet by this version.",
      "Run the statements of the plan with the format's own engine"),
  NO_FIELDS_INSIDE(
      110,
      Severity.ERROR,
      "The path leads into a type that has no fields.",
      "Name a struct, or go through .element or .value to one"),
  CATALOG_UNKNOWN(
      112,
      Severity.ERROR,
      "The environment has no catalog of that name.",
      "Add the catalog to the environment's file, or correct the table's name"),
  POSITION_NOT_FOUND(
      113,
      Severity.ERROR,
      "'after' names no sibling of the column.",
      "Name a column of the same struct"),

  RENAME_READERS(
      201,
      Severity.WARNING,
      "Readers that name the old column break once it is dropped.",
      "Move them to the new name within the grace period"),
  RENAME_IN_PLACE(
      202,
      Severity.WARNING,
      "Queries, views and jobs that name the old column fail from the moment of the rename.",
      "Use strategy expand_contract unless nothing names the column"),
  DROP_READERS(
      203,
      Severity.WARNING,
      "Readers that name the column break once it is dropped.",
      "Remove it from queries, views and jobs within the grace period"),
  EQUALITY_SHIFT(
      204,
      Severity.WARNING,
      "Comparisons with decimal literals, hashes and joins change: 0.1 as float reads"
          + " 0.10000000149011612 as double.",
      "Look for filters, join keys and surrogate keys on the column"),
  POSITIONAL_INSERT(
      205,
      Severity.INFO,
      "INSERT without column names and stored SELECT * views notice the new column.",
      "Name columns in INSERT; re-create SELECT * views"),
  REORDER_SWAPS(
      206,
      Severity.WARNING,
      "INSERT without column names puts values into other columns, silently where types agree.",
      "Name columns in INSERT before the order changes"),
  PROPERTY_NAMES_COLUMN(
      207,
      Severity.WARNING,
      "Table properties are named after the column and do not follow it.",
      "Set the same properties for the new name with set_properties"),
  PARTITION_KEEPS_NAME(
      208,
      Severity.WARNING,
      "The partition field on the column keeps the old name.",
      "Expect the old name in partition metadata and paths"),
  NEW_NAME_IS_NULLABLE(
      209,
      Severity.WARNING,
      "The column is required; one added to a table with data cannot be.",
      "Use strategy in_place to keep it required, or check with quality: not_null"),
  NULLS_APPEAR(
      210,
      Severity.INFO,
      "Readers that rely on the column being required may meet NULL.",
      "Look for jobs and contracts that require it"),
  TABLE_RENAME(
      211,
      Severity.WARNING,
      "Everything that names the table fails from the moment of the rename.",
      "Keep a view of the old name"),
  TABLE_DROP(
      212,
      Severity.WARNING,
      "Everything that reads the table fails once it is dropped.",
      "Move readers within the grace period"),
  NARROWING_READERS(
      213,
      Severity.WARNING,
      "Readers and writers meet the narrower type from the moment the names are swapped.",
      "Check that they can write nothing the type does not hold"),
  NARROWING_CATCH_UP(
      214,
      Severity.WARNING,
      "Rows committed between the copy and the swap read NULL until they are synchronised.",
      "Hold writers while the release migrates, where that matters"),
  VALUES_LOST(
      215,
      Severity.WARNING,
      "Values that do not fit become NULL; the old column keeps them until it is dropped.",
      "Use onInvalid: fail to be told instead"),
  WIDE_TYPE_READERS(
      216,
      Severity.INFO,
      "Exact contracts (dbt) and some readers (iceberg-rust, PyIceberg inspect, Spark's"
          + " vectorised reader of Iceberg 1.10.1) have trouble with a promoted column.",
      "Try these readers on a copy first"),
  CONSUMERS_UNKNOWN(
      217,
      Severity.INFO,
      "Who reads it is not known: query events did not arrive all the time.",
      "Ask its owners; no evidence is not evidence of nobody"),
  EQUALITY_DELETES(
      218,
      Severity.WARNING,
      "Iceberg up to 1.10.1 cannot read a table that has live equality deletes on a dropped column.",
      "Compact the table's delete files before the column is dropped"),
  CONSUMERS_BREAK(
      219,
      Severity.WARNING,
      "Readers were seen that the change breaks.",
      "Move those listed as consumers first; they stay listed until they are not seen any more"),
  VIEWS_GO_STALE(
      220,
      Severity.WARNING,
      "Stored SELECT * views fail with VIEW_IS_STALE once the table's columns are not those they"
          + " were created with.",
      "Run ALTER VIEW … REFRESH, or re-create them, right after the change"),
  CONTRACTS_BREAK(
      221,
      Severity.WARNING,
      "Enforced dbt contracts compare names and types for equality; a wider type breaks them too.",
      "Change the models' contracts in the same release"),
  ENGINE_NOT_OBSERVED(
      222,
      Severity.INFO,
      "An engine uses the lake of which no evidence arrives.",
      "Send its Iceberg scan reports or OpenLineage events, or ask its owners"),

  REQUIRED_COLUMN(
      301,
      Severity.ERROR,
      "A required column cannot be added: existing rows have no value for it.",
      "Add it nullable, fill it, and check it with quality: not_null"),
  DEFAULT_BEFORE_V3(
      302,
      Severity.ERROR,
      "Iceberg knows defaults of added columns from format version 3 on.",
      "Add the column without default, or upgrade_format to 3 first"),
  NO_PROMOTION(
      303,
      Severity.ERROR,
      "The format does not change this type into that one in place.",
      "Use change_type_narrowing, or add a column"),
  MAP_KEY(
      304,
      Severity.ERROR,
      "Keys of a map cannot be changed.",
      "Add a map of the new shape beside it"),
  IDENTIFIER_COLUMN(
      305,
      Severity.ERROR,
      "The column identifies rows of the table.",
      "Change the identifier columns first"),
  PARTITION_SOURCE(
      306,
      Severity.ERROR,
      "The current partition spec uses the column.",
      "Use drop_partition or replace_partition in an earlier release"),
  SORT_SOURCE(
      307,
      Severity.ERROR,
      "The sort order uses the column.",
      "Use set_sort_order in an earlier release"),
  PARTITION_NAME_TAKEN(
      308,
      Severity.ERROR,
      "A partition field and a column would have the same name.",
      "Choose another name for the column"),
  MAKE_REQUIRED(
      309,
      Severity.ERROR,
      "The format does not make an optional column required: readers of old files could meet NULL.",
      "Check it instead with quality: not_null"),
  NO_SUCH_TYPE(
      310,
      Severity.ERROR,
      "The format has no such type in this version.",
      "Use a type that it has"),
  OLD_SPEC_REFUSED(
      311,
      Severity.ERROR,
      "An engine in use fails on tables whose old partition spec has lost its column.",
      "Keep the column until every engine has Iceberg 1.10 or newer"),
  OLD_SPEC_SOURCE(
      312,
      Severity.WARNING,
      "An old partition spec uses the column: Iceberg libraries before 1.10 fail on the table"
          + " once it is dropped, and Trino refuses to drop it.",
      "Make sure that every reader has Iceberg 1.10 or newer"),
  NO_DOWNGRADE(
      313,
      Severity.ERROR,
      "A format version cannot be lowered.",
      "Copy the table into a new one of that version"),
  UNKNOWN_VERSION(
      314, Severity.ERROR, "The format has no such version.", "Use a version that it has"),
  LAST_COLUMN(315, Severity.ERROR, "No column would be left.", "Add another column first"),
  RESERVED_PROPERTY(
      316,
      Severity.ERROR,
      "The property belongs to the format or to Stillwater.",
      "Leave it alone; the format version has upgrade_format"),
  TRANSFORM_NOT_APPLICABLE(
      317,
      Severity.ERROR,
      "The column's type cannot be partitioned or sorted this way.",
      "Choose another transform or column"),
  NO_CAST(
      318,
      Severity.ERROR,
      "No value of the old type is one of the new.",
      "Add a column and fill it by a job that knows how"),
  NOT_NARROWING(
      319,
      Severity.ERROR,
      "The new type holds every value of the old one in place.",
      "Use widen_type"),
  NO_COPY_IN_COLLECTION(
      320,
      Severity.ERROR,
      "Values inside lists and maps are not copied from one field to another.",
      "Use strategy in_place, or change the whole column"),
  DEFAULT_DOES_NOT_FIT(
      321,
      Severity.ERROR,
      "The default is no value of the column's type.",
      "Write a value of that type"),
  OTHER_CATALOG(
      322,
      Severity.ERROR,
      "A table cannot be renamed into another catalog.",
      "Keep the catalog's name"),
  VIEW_NEEDS_ENGINE(
      323,
      Severity.ERROR,
      "A view lives in an engine, and the environment names no Trino or Spark.",
      "Use expand_contract, or add the engine to the environment's file"),
  METASTORE_ORDER(
      324,
      Severity.WARNING,
      "A Hive metastore refuses changes of column order and dropping any but the last column unless"
          + " hive.metastore.disallow.incompatible.col.type.changes is false.",
      "Set it to false in the metastore"),
  NOT_NESTED(
      325,
      Severity.ERROR,
      "Elements, keys and values of a collection have no name or place of their own.",
      "Name a field of a struct"),
  VIEW_OF_COLUMNS(
      326,
      Severity.ERROR,
      "A view gives new names to columns, not to fields inside them.",
      "Use strategy expand_contract or in_place"),

  COPY_NOT_POSSIBLE(
      327,
      Severity.ERROR,
      "Values of this table cannot be copied from one column to another in place.",
      "Use strategy in_place, or copy into a new table"),

  // Iceberg and the engines that read it: 328 to 339.
  ENGINE_REFUSES(
      328,
      Severity.ERROR,
      "An engine in use refuses the change of such a table.",
      "Leave the change out, or take the engine out of the environment's file once it is gone"),
  ENGINE_WRITES_NULL(
      329,
      Severity.ERROR,
      "An engine in use does not know column defaults: its writers write NULL instead.",
      "Add the column without default and let writers name the value, or bring the engine to a"
          + " version with v3 defaults (Trino 480)"),
  ENGINE_BEFORE_V3(
      330,
      Severity.ERROR,
      "An engine in use does not know the table's new format version.",
      "Bring it to Trino 480, or to Iceberg 1.9 or newer, first"),
  ENGINE_HAS_NO_TYPE(
      331,
      Severity.ERROR,
      "An engine in use has no such type and can read nothing of the table any more.",
      "Use a type that every engine has, or upgrade the engine first"),
  PROMOTION_MISREAD(
      332,
      Severity.ERROR,
      "An engine in use reads promoted columns wrongly.",
      "Add a column of the wider type and fill it, or wait for a version that reads it right"),
  METASTORE_REFUSES(
      333,
      Severity.ERROR,
      "The Hive metastore refuses changes of column order and dropping any but the last column.",
      "Set hive.metastore.disallow.incompatible.col.type.changes to false in the metastore"),
  REQUIRED_INSIDE(
      334,
      Severity.ERROR,
      "A field cannot be proven to have a value where what holds it may be NULL or a collection.",
      "Make the column around it required first, or check it with quality: not_null"),
  PROPERTY_OF_NO_COLUMN(
      335,
      Severity.ERROR,
      "The property names a column that the table does not have.",
      "Correct the column's name in the property"),

  // Names of columns, in every format: 390 to 399.
  NAME_NOT_STORABLE(
      390,
      Severity.ERROR,
      "A name holds characters that the format, the catalog or the engines cannot keep apart.",
      "Use letters, digits and underscores"),
  NAME_LOWERED(
      391,
      Severity.INFO,
      "Trino shows names in lower case, and its statement would write them so.",
      "Use lower case, or leave the statement to Spark or Stillwater"),

  MIXED_VERSION_DEFAULT(
      401,
      Severity.WARNING,
      "Writers that know no defaults write NULL for the column, and readers before v3 see NULL.",
      "Bring every writer to a version with v3 defaults first"),
  WRITE_DEFAULT_IGNORED(
      402,
      Severity.WARNING,
      "Before format version 3 writers are free to ignore a default, and Trino refuses it.",
      "Use upgrade_format to 3, or let writers name the value"),
  NEW_FILES_ONLY(
      403,
      Severity.INFO,
      "Existing files stay as they are; only new ones follow the new layout.",
      "Rewrite old files in a quiet hour if their layout matters"),
  DYNAMIC_OVERWRITE(
      404,
      Severity.WARNING,
      "INSERT OVERWRITE in dynamic mode replaces whole partitions: what one is changes.",
      "Check jobs that overwrite partitions of the table"),
  UPGRADE_IS_FINAL(
      405,
      Severity.WARNING,
      "A format version is never lowered; readers and writers that do not know it fail at once.",
      "Make sure that every engine knows the version"),
  RETENTION_PROPERTY(
      406,
      Severity.WARNING,
      "The property decides how long snapshots are kept, and undo needs them.",
      "Keep at least the rollback window"),
  ENGINE_HAS_NO_STATEMENT(
      407,
      Severity.INFO,
      "An engine has no statement for this; Stillwater does it through the format's library.",
      "Nothing is to be done"),
  OLD_ROWS_KEEP_DEFAULT(
      408,
      Severity.INFO,
      "A default is for rows written from now on; rows that are there keep what they read.",
      "Fill old rows with a job where that matters"),

  // Iceberg and the engines that read it: 409 to 419.
  ENGINE_NEEDS_A_LOOK(
      409,
      Severity.WARNING,
      "What an engine in use makes of the change depends on a version that is not known, or was"
          + " not tried.",
      "Name its version and libraries in the environment's file, or try it on a copy first"),
  NULL_WRITERS_FAIL(
      410,
      Severity.WARNING,
      "Writers that write NULL into the column, or leave it out, fail from the commit on.",
      "Make sure that every writer fills the column before"),

  // Delta: 340 to 359 what the format or an engine refuses, 420 to 429 data, files and retention.
  COLUMN_MAPPING_NEEDED(
      340,
      Severity.ERROR,
      "Delta drops and renames columns only with column mapping.",
      "Enable it with set_properties {delta.columnMapping.mode: name}, which raises the protocol to"
          + " reader 2 and writer 5 for good; or copy into a new table"),
  DEFAULT_IN_ADD(
      341,
      Severity.ERROR,
      "Delta adds no column with a default, nor a default inside a struct.",
      "Add the column without default, then set_default; fill old rows with a job"),
  DEPENDENT_EXPRESSION(
      342,
      Severity.ERROR,
      "A CHECK constraint or a generated column uses the column.",
      "Drop the constraint or the generated column first, and add it again afterwards"),
  PARTITIONING_FIXED(
      343,
      Severity.ERROR,
      "The partition columns of a Delta table are fixed when it is created.",
      "Copy into a new table that is partitioned as wanted, or use clustering there"),
  CLUSTERING_COLUMN(
      344,
      Severity.ERROR,
      "Delta drops no column that it clusters by.",
      "Use set_sort_order in an earlier release to cluster by other columns"),
  CLUSTERING_REFUSED(
      345,
      Severity.ERROR,
      "Delta does not cluster the table this way.",
      "Cluster an unpartitioned table by up to four plain columns"),
  ENGINE_LACKS_FEATURE(
      346,
      Severity.ERROR,
      "An engine in use does not know a table feature that the change brings to the table.",
      "Upgrade the engine first, or take it off the table"),
  ENGINE_LACKS_TYPE_CHANGE(
      347,
      Severity.ERROR,
      "An engine in use cannot read a column whose type was changed this way.",
      "Use change_type_narrowing, which copies into a column of the new type, or upgrade the"
          + " engine"),
  NAME_NEEDS_MAPPING(
      348,
      Severity.ERROR,
      "Without column mapping Delta takes no spaces, and none of ,;{}()= in a column's name.",
      "Choose another name, or enable column mapping"),
  CHANGE_FEED_NAME(
      349,
      Severity.ERROR,
      "The change data feed has a column of that name.",
      "Choose another name"),
  ENGINE_REFUSES_STATEMENT(
      350,
      Severity.ERROR,
      "An engine in use refuses the statement for a table like this.",
      "Change what it stumbles over first, or take the engine off the table"),
  MAPPING_MODE(
      351,
      Severity.ERROR,
      "The mode of column mapping changes from none to name only.",
      "Copy into a new table that was created with the wanted mode"),
  GENERATED_IDENTITY(
      352,
      Severity.ERROR,
      "Type, default and nullability of an identity column are fixed.",
      "Add a column and fill it by a job"),
  APPEND_ONLY(
      353,
      Severity.ERROR,
      "The table takes appended rows only, so that no value can be copied in place.",
      "Set delta.appendOnly to false for the release"),
  ICEBERG_COMPATIBILITY(
      354,
      Severity.ERROR,
      "The table must stay readable as Iceberg, which does not know this.",
      "Use what both formats know, or copy into a new table without Iceberg compatibility"),
  CONTRACTION_NEEDS_MAPPING(
      355,
      Severity.WARNING,
      "The old name can be dropped only with column mapping, which the contraction enables first:"
          + " it raises the protocol for good.",
      "Make sure until then that every engine knows column mapping"),
  VERSION_IS_PROTOCOL(
      356,
      Severity.WARNING,
      "A Delta table has no format version: 'version' is read as the writer version of its"
          + " protocol, with the reader version that goes with it.",
      "Enable the one feature you need with set_properties instead"),
  NOT_NULL_NEEDS_CONSTRAINT(
      357,
      Severity.ERROR,
      "Delta makes no column required once it is there.",
      "Add a CHECK constraint (column IS NOT NULL), which reads the whole table and needs writer"
          + " version 3; or check with quality: not_null"),
  ENGINE_UNKNOWN(
      358,
      Severity.WARNING,
      "Whether an engine in use can do with the table what the change makes of it is not known.",
      "Find out the engine's version or its Delta library, and name it in the environment's file"),
  EXPRESSIONS_UNKNOWN(
      359,
      Severity.WARNING,
      "The table has generated columns whose expressions are not known here.",
      "Look into the table's schema whether one of them uses the column"),
  PROTOCOL_RAISED(
      420,
      Severity.WARNING,
      "The table's protocol is raised and never lowered again: readers and writers that do not know"
          + " the feature fail from then on.",
      "Make sure that every engine, also those not named here, knows the feature"),
  STREAM_RESTART(
      421,
      Severity.INFO,
      "Streams that read the table stop once when its schema changes, even for a new column.",
      "Let streams restart by themselves, with a new DataFrame"),
  STREAM_NEEDS_TRACKING(
      422,
      Severity.WARNING,
      "Streams that read the table fail on a change that is not additive and do not recover by a"
          + " restart.",
      "Give streams a schemaTrackingLocation and let them pass the change, or start them anew"),
  STREAM_SEES_UPDATES(
      423,
      Severity.WARNING,
      "The copy updates rows: streams without skipChangeCommits fail on it, and the change data"
          + " feed shows every row as changed.",
      "Set skipChangeCommits, or pause consumers while the release migrates"),
  RESTORE_TAKES_ROWS(
      424,
      Severity.INFO,
      "It is taken back by RESTORE, which also takes rows committed since out of the table and"
          + " makes streams read restored files again; the protocol stays.",
      "Roll back before writers go on, or mend forward"),
  VERSION_NOT_PINNED(
      425,
      Severity.WARNING,
      "The table's version is not known, so that no statement can name the one to restore.",
      "Note the version of DESCRIBE HISTORY before the release"),
  MANAGED_RENAME(
      426,
      Severity.WARNING,
      "Trino renames a managed Delta table only where the metastore does not move its files.",
      "Rename it through Spark, or make the table external"),
  KERNEL_REFUSES_RENAME(
      427,
      Severity.INFO,
      "Delta Kernel does not rename partition columns; Spark and Trino do.",
      "Rename it through Spark"),
  OPTIMIZE_NEEDED(
      428,
      Severity.INFO,
      "Files that are there are clustered anew by OPTIMIZE FULL only.",
      "Run it in a quiet hour if their layout matters"),
  WIDENED_READERS(
      429,
      Severity.INFO,
      "Exact contracts (dbt) and readers other than the engines named notice the wider type.",
      "Try these readers on a copy first"),

  // Hudi: 360 to 369 and 430 to 439.
  HUDI_KEY_COLUMN(
      360,
      Severity.ERROR,
      "Record key, ordering (pre-combine) and partition columns of a Hudi table stay as they are.",
      "Copy the table into a new one that has the column as it should be"),
  HUDI_NEEDS_SCHEMA_ON_READ(
      361,
      Severity.ERROR,
      "Hudi changes this only with schema on read, which keeps the history of the schema.",
      "Set hoodie.schema.on.read.enable to true first; it cannot be turned off again"),
  HUDI_META_COLUMN(
      362,
      Severity.ERROR,
      "The name belongs to Hudi's own columns.",
      "Choose a name that does not begin with _hoodie_"),
  HUDI_PLACE(
      363,
      Severity.ERROR,
      "Hudi keeps its meta columns in front: no column of the table comes first or among them.",
      "Name the column it should follow, or leave the place out"),
  HUDI_IN_ARRAY(
      364,
      Severity.ERROR,
      "Hudi does not evolve fields inside arrays.",
      "Add an array of the new shape beside it"),
  HUDI_PARTITIONING(
      365,
      Severity.ERROR,
      "The partitioning of a Hudi table cannot be evolved.",
      "Create a table partitioned as it should be, copy the rows, then rename_table"),
  HUDI_NAME_REUSED(
      366,
      Severity.ERROR,
      "Files that are there hold another column's values under this name.",
      "Choose a name that the table never had"),
  HUDI_NO_DEFAULT(
      367,
      Severity.ERROR,
      "Hudi keeps no defaults: Spark takes the statement, and rows read NULL.",
      "Add the column without default and fill it by an UPDATE"),
  HUDI_ENGINE(
      368,
      Severity.ERROR,
      "An engine in use would fail on the table, or read other values than are there.",
      "Upgrade the engine, or move its readers away first"),
  HUDI_STATEMENT_REFUSED(
      369,
      Severity.ERROR,
      "Hudi's statements in Spark refuse this without schema on read.",
      "Let a writer write with the new schema, or set hoodie.schema.on.read.enable to true first"),
  HUDI_GOES_LAST(
      430,
      Severity.WARNING,
      "Without schema on read a new column comes last, wherever it was asked to stand.",
      "Leave the place out, or set hoodie.schema.on.read.enable to true first"),
  HUDI_WRITERS_OMIT(
      431,
      Severity.WARNING,
      "Writers whose batches lack the new column fail unless they are told to fill it with NULL.",
      "Set hoodie.write.set.null.for.missing.columns to true in them"),
  HUDI_DROP_FLAG(
      432,
      Severity.WARNING,
      "Since Hudi 1.1 RENAME COLUMN and DROP COLUMN fail under the defaults it is shipped with.",
      "Keep the SET that the statement begins with, for its session alone"),
  HUDI_NESTED_TYPE(
      433,
      Severity.WARNING,
      "Spark's vectorised reader fails on old files after the type of a nested field changed.",
      "Try it on a copy; set spark.sql.parquet.enableVectorizedReader to false in readers"),
  HUDI_BECOMES_TEXT(
      434,
      Severity.WARNING,
      "Values become text: comparisons and arithmetic of readers and writers change.",
      "Look for queries that compute with the column"),
  HUDI_SCHEMA_ON_READ_FINAL(
      435,
      Severity.WARNING,
      "Schema on read cannot be turned off again once the schema has a history.",
      "Make sure that every engine reads the table with it, Trino's does not"),
  HUDI_UNVERIFIED(
      436,
      Severity.WARNING,
      "Hudi's documentation and tests do not say what readers make of this.",
      "Try it on a copy with the engines in use"),
  HUDI_VERSION_UNKNOWN(
      437,
      Severity.WARNING,
      "What this does depends on a version that is not known.",
      "Name the engine's version and its hudi library in the environment's file"),
  HUDI_SAVEPOINT(
      438,
      Severity.INFO,
      "It is taken back by the savepoint alone: later commits are lost, and writers must pause.",
      "Roll back early, with writers paused"),
  HUDI_TABLE_VERSION(
      439,
      Severity.WARNING,
      "Readers and writers with an older Hudi fail on a newer table version.",
      "Upgrade every engine first; downgrade_table goes back, and compacts merge-on-read tables"),

  // Hive: 370 to 379 and 440 to 449.
  HIVE_METASTORE_TYPES(
      370,
      Severity.ERROR,
      "The metastore compares the columns' types place by place and refuses this one.",
      "Set hive.metastore.disallow.incompatible.col.type.changes to false in the metastore"),
  HIVE_READS_BY_NAME(
      371,
      Severity.ERROR,
      "Readers find columns in the files by name: old files read NULL under the new one.",
      "Use strategy view, or copy the rows into a new table"),
  HIVE_READS_BY_POSITION(
      372,
      Severity.ERROR,
      "Readers find columns in the files by position: values would show up in other columns.",
      "Keep the columns in place, or copy the rows into a new table"),
  HIVE_PARTITION_COLUMN(
      373,
      Severity.ERROR,
      "The partition columns of a Hive table cannot be changed.",
      "Create a table partitioned as it should be, copy the rows, then rename_table"),
  HIVE_NO_COPY(
      374,
      Severity.ERROR,
      "Rows of a Hive table are not updated in place, and no snapshot tells which are new.",
      "Use strategy view, or fill a new table with INSERT … SELECT and rename_table"),
  HIVE_SCHEMA_ELSEWHERE(
      375,
      Severity.ERROR,
      "The table takes its columns from an Avro schema, not from the metastore.",
      "Change the schema at avro.schema.url or in avro.schema.literal"),
  HIVE_NO_DEFAULT(
      376,
      Severity.ERROR,
      "ADD COLUMNS knows no default, and no engine reads one for rows that are there.",
      "Add the column without default and let writers name the value"),
  HIVE_NESTED(
      377,
      Severity.ERROR,
      "Hive changes a field inside a column only with the column's whole type.",
      "Add a column of the new type, or copy the rows into a new table"),
  HIVE_ENGINE(
      378,
      Severity.ERROR,
      "An engine in use would fail on the table, or read other values than are there.",
      "Upgrade the engine, or copy the rows into a new table"),
  HIVE_LAYOUT_COLUMN(
      379,
      Severity.ERROR,
      "Files are bucketed or sorted by the column, and engines trust that.",
      "Copy the rows into a new table"),
  HIVE_PARTITIONS_KEEP_COLUMNS(
      440,
      Severity.WARNING,
      "Each partition keeps columns of its own; without CASCADE old ones do not get the change.",
      "Use Hive's statement with CASCADE, which the plan names"),
  HIVE_UNVERIFIED(
      441,
      Severity.WARNING,
      "What readers make of this in files of this format was not verified.",
      "Try it on a copy with the engines in use"),
  HIVE_MOVES_DIRECTORY(
      442,
      Severity.WARNING,
      "Renaming a managed table moves its directory: running queries lose their files.",
      "Rename in a quiet hour, or make the table external first"),
  HIVE_DATA_COMES_BACK(
      443,
      Severity.WARNING,
      "Dropping hides the values and leaves them in the files: a column of that name shows them.",
      "Never use the name again, or rewrite the table"),
  HIVE_READING_PROPERTY(
      444,
      Severity.WARNING,
      "The property decides how files that are there are read.",
      "Try it on a copy first"),
  HIVE_FILES_GO(
      445,
      Severity.WARNING,
      "The table is managed or purged: its files go with it.",
      "Copy them first, or set external.table.purge to false on an external table"),
  HIVE_FORMAT_UNKNOWN(
      446,
      Severity.WARNING,
      "How the table's files are read is not known.",
      "Name storage.format in the table's properties"),
  HIVE_TRANSACTIONAL(
      447,
      Severity.WARNING,
      "A transactional table stays one; Spark does not read or write it, Trino writes ORC only.",
      "Move its readers and writers first"),
  HIVE_FILES_STAY(
      448,
      Severity.INFO,
      "The table is external: its files stay, and a new table may be laid over them.",
      "Remove the files by hand where they should go"),
  HIVE_ORC_NAMES(
      449,
      Severity.WARNING,
      "Of ORC some readers go by position and keep the values, others by name and read NULL.",
      "Set orc.force.positional.evolution to true on the table before the rename"),

  TARGET_MISSING(
      501,
      Severity.ERROR,
      "The component has no target.",
      "Name it in the release or under components in the environment's file"),
  ROLL_OUT_BY_HAND(
      502,
      Severity.WARNING,
      "This version plans rollouts of components and has no executor for them.",
      "Release tables alone and roll the component out with your own tools"),
  GRACE_PERIOD(
      503,
      Severity.ERROR,
      "The environment does not allow this grace period.",
      "Choose one within the environment's bounds"),
  CATALOG_UNREADABLE(
      504,
      Severity.ERROR,
      "The catalog could not be read in time, so nothing is known of the tables.",
      "Bring the catalog back, then send the release again"),
  PLAN_TOO_LARGE(
      505, Severity.ERROR, "The plan is larger than an event may be.", "Split the release"),
  PLANNED_ANEW(
      506,
      Severity.INFO,
      "A table moved after the release was planned, so it was planned again.",
      "Read the new plan; what it was approved for may have changed"),
  // Iceberg and what a release does to tables: 507 to 519.
  CHECK_OF_OLD_NAME(
      507,
      Severity.ERROR,
      "A check that runs after the changes names a table that has another name by then.",
      "Write the table's new name in the check"),
  PLANNER_FAILED(
      599,
      Severity.ERROR,
      "The change could not be planned because of a defect of Stillwater.",
      "Report it with the release and the output of 'stillwater tables export'");

  private final String code;
  private final Severity severity;
  private final String explanation;
  private final String fix;

  FindingCode(int number, Severity severity, String explanation, String fix) {
    this.code = "SW" + number;
    this.severity = severity;
    this.explanation = explanation;
    this.fix = fix;
  }

  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  public String explanation() {
    return explanation;
  }

  public String fix() {
    return fix;
  }

  /** An ERROR stays one, whoever has read it. */
  public boolean acknowledgeable() {
    return severity != Severity.ERROR;
  }

  public static Optional<FindingCode> of(String code) {
    for (FindingCode one : values()) {
      if (one.code.equals(code)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
