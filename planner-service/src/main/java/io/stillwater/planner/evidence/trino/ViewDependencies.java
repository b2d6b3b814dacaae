package io.stillwater.planner.evidence.trino;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.TableNames;
import io.stillwater.planner.evidence.sql.SqlReads;
import io.stillwater.planner.evidence.sql.SqlReads.TableRead;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planner.evidence.trino.QueryCompleted.Reference;
import io.stillwater.planner.evidence.trino.QueryCompleted.Table;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What views stand on: as query events show it, or as their text says it. */
final class ViewDependencies {
  /** Says which views there are as far as somebody queried them. */
  static final String FROM_EVENTS = "trino-events";

  /** Trino's TableReferenceInfo; row filters and column masks are no views. */
  private static final Map<String, ReaderKind> VIEWS =
      Map.of("view", ReaderKind.VIEW, "materializedView", ReaderKind.MATERIALIZED_VIEW);

  private static final int TEXTS_KEPT = 500;
  private static final int LONGEST_KEPT = 20_000;

  /** Texts come again with every query of a view. */
  private final Map<ViewText, Map<TableName, TableRead>> parsed =
      Collections.synchronizedMap(new LastUsed());

  private record ViewText(String text, String catalog, String schema) {}

  /** Adds the view through which a table of an event was read, if it was. */
  void add(
      Table table,
      TableName name,
      Set<String> columns,
      List<Table> all,
      TableNames names,
      Instant at,
      EvidenceBatch batch) {
    Optional<Reference> through = lastView(table.referenceChain());
    if (through.isEmpty()) {
      return;
    }
    Reference view = through.get();
    Optional<TableName> viewName = names.of(view.catalogName(), view.schemaName(), view.viewName());
    if (viewName.isEmpty()) {
      return;
    }
    ReaderKey reader = new ReaderKey(VIEWS.get(view.type()), viewName.get().toString(), null);
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    boolean star =
        text(view, all)
            .map(text -> reads(text, view.catalogName(), view.schemaName(), names).get(name))
            .filter(TableRead::everyColumn)
            .isPresent();
    add(reader, name, new TableRead(columns, star), FROM_EVENTS, day, batch);
  }

  /** Adds what a view's text says. */
  void add(
      ReaderKind kind,
      TableName view,
      Map<TableName, TableRead> reads,
      String origin,
      LocalDate day,
      EvidenceBatch batch) {
    ReaderKey reader = new ReaderKey(kind, view.toString(), null);
    reads.forEach((table, read) -> add(reader, table, read, origin, day, batch));
  }

  private static void add(
      ReaderKey reader,
      TableName table,
      TableRead read,
      String origin,
      LocalDate day,
      EvidenceBatch batch) {
    if (read.everyColumn()) {
      batch.depends(table, Reader.EVERY_COLUMN, reader, ReaderUse.VIEW_STAR, origin, day);
    }
    for (String column : read.columns()) {
      batch.depends(table, column, reader, ReaderUse.VIEW_NAMES, origin, day);
    }
    if (read.columns().isEmpty() && !read.everyColumn()) {
      batch.depends(table, Reader.NO_COLUMN, reader, ReaderUse.ROWS_ONLY, origin, day);
    }
  }

  Map<TableName, TableRead> reads(String text, String catalog, String schema, TableNames names) {
    if (text.length() > SqlReads.MAX_LENGTH) {
      return Map.of();
    }
    ViewText view = new ViewText(text, catalog, schema);
    Map<TableName, TableRead> known = parsed.get(view);
    if (known == null) {
      known = SqlReads.of(text, parts -> names.of(parts, catalog, schema));
      if (text.length() <= LONGEST_KEPT) {
        parsed.put(view, known);
      }
    }
    return known;
  }

  /** The view that names the table itself. */
  private static Optional<Reference> lastView(List<Reference> chain) {
    if (chain == null || chain.isEmpty()) {
      return Optional.empty();
    }
    Reference last = chain.get(chain.size() - 1);
    return last.type() != null && VIEWS.containsKey(last.type())
        ? Optional.of(last)
        : Optional.empty();
  }

  private static Optional<String> text(Reference view, List<Table> all) {
    return all.stream()
        .filter(
            table ->
                table.viewText() != null
                    && view.viewName().equals(table.table())
                    && view.schemaName().equals(table.schema())
                    && view.catalogName().equals(table.catalog()))
        .map(Table::viewText)
        .findFirst();
  }

  private static final class LastUsed extends LinkedHashMap<ViewText, Map<TableName, TableRead>> {
    private static final long serialVersionUID = 1L;

    private LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ViewText, Map<TableName, TableRead>> eldest) {
      return size() > TEXTS_KEPT;
    }
  }
}
