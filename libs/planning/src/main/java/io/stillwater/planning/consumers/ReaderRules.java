package io.stillwater.planning.consumers;

import static io.stillwater.planning.consumers.Effect.ADDS_COLUMN;
import static io.stillwater.planning.consumers.Effect.ADDS_FIELD;
import static io.stillwater.planning.consumers.Effect.SHIFTS_VALUES;
import static io.stillwater.planning.consumers.Effect.WIDENS;

import io.stillwater.events.plan.ConsumerVerdict;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each effect does to each use: B breaks, s safe, ? not known.
 *
 * <p>Sources. Stored views: Trino compares the columns of a view's query with those it stored, by
 * count, by name at each position and by whether the new type can be coerced to the stored one, and
 * else fails with VIEW_IS_STALE, even for count(*) (StatementAnalyzer; TestIcebergConnectorTest,
 * measured on Trino 483). A view that names its columns does not notice others, but a wider type
 * that it shows is stale too, and whether it shows the column is not in the evidence. Contracts:
 * dbt compares names and types for equality, so widening breaks them (dbt model contracts); order
 * is not compared. Scans: Iceberg projects by field id, so a renamed column is read; the query
 * behind the scan may name it. float to double: 0.1 is another value, filters and joins may find
 * nothing. Streams: a Delta stream stops at an added column, an Iceberg stream in Spark keeps the
 * columns it started with (DeltaSourceSuite; Iceberg's Spark streaming). Format versions: whether a
 * reader's library knows the version is not in the evidence.
 */
final class ReaderRules {
  /** Columns in the order of {@link Effect}. */
  private static final String RULES =
      """
                    adds   adds  moves widens shifts narrows may be drops  renames drops renames newer keeps
                    column field              values         NULL   column column  table table   format all
      SCANS         s      s     s     s      ?      ?       s      B      B       B     B       ?     s
      ANALYSES      s      s     s     s      ?      ?       s      B      B       B     B       ?     s
      VIEW_NAMES    s      ?     s     ?      ?      ?       s      B      B       B     B       ?     s
      VIEW_STAR     B      B     B     B      B      B       s      B      B       B     B       ?     s
      CONTRACT      s      B     s     B      B      B       s      B      B       B     B       ?     s
      CONTRACT_STAR B      B     s     B      B      B       s      B      B       B     B       ?     s
      MODEL_NAMES   s      s     s     s      ?      ?       s      B      B       B     B       ?     s
      MODEL_STAR    ?      ?     s     ?      ?      ?       s      ?      ?       B     B       ?     s
      PROJECTS      s      s     s     ?      ?      ?       s      B      ?       B     B       ?     s
      LINEAGE       s      s     s     ?      ?      ?       s      B      B       B     B       ?     s
      STREAMS       ?      ?     ?     ?      ?      ?       ?      B      B       B     B       ?     s
      DEPENDS       ?      ?     ?     ?      ?      ?       s      ?      ?       B     B       ?     s
      DOWNSTREAM    s      s     s     ?      ?      ?       s      ?      ?       ?     ?       ?     s
      ROWS_ONLY     s      s     s     s      s      s       s      s      s       B     B       ?     s
      """;

  private static final int HEADER_LINES = 2;
  private static final Map<ReaderUse, Map<Effect, ConsumerVerdict>> TABLE = table();

  private ReaderRules() {}

  static ConsumerVerdict verdict(Effect effect, ReaderUse use) {
    return TABLE.get(use).get(effect);
  }

  /** Why it is so, where it does not go without saying; null where it does. */
  static String reason(Effect effect, ReaderUse use) {
    boolean retyped = effect == WIDENS || effect == SHIFTS_VALUES;
    return switch (use) {
      case VIEW_STAR ->
          effect == ADDS_COLUMN || effect == ADDS_FIELD || effect == Effect.MOVES || retyped
              ? "Trino fails with VIEW_IS_STALE until ALTER VIEW … REFRESH"
              : null;
      case VIEW_NAMES -> retyped ? "stale if the view shows the column itself" : null;
      case CONTRACT, CONTRACT_STAR -> "names and types must be equal";
      case PROJECTS ->
          effect == Effect.RENAMES_COLUMN
              ? "files are read by field id, the query behind the scan is not known"
              : null;
      case STREAMS ->
          effect == ADDS_COLUMN
              ? "a Delta stream stops, an Iceberg stream goes on without it"
              : null;
      case SCANS, ANALYSES, MODEL_NAMES, LINEAGE ->
          effect == SHIFTS_VALUES ? "filters and joins on the column may find other rows" : null;
      case MODEL_STAR, DEPENDS, DOWNSTREAM, ROWS_ONLY -> null;
    };
  }

  private static Map<ReaderUse, Map<Effect, ConsumerVerdict>> table() {
    Map<ReaderUse, Map<Effect, ConsumerVerdict>> table = new EnumMap<>(ReaderUse.class);
    RULES
        .lines()
        .skip(HEADER_LINES)
        .map(line -> line.split(" +"))
        .forEach(cells -> table.put(ReaderUse.valueOf(cells[0]), row(cells)));
    return table;
  }

  private static Map<Effect, ConsumerVerdict> row(String[] cells) {
    Map<Effect, ConsumerVerdict> row = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      row.put(effect, verdict(cells[effect.ordinal() + 1]));
    }
    return row;
  }

  private static ConsumerVerdict verdict(String letter) {
    return switch (letter) {
      case "B" -> ConsumerVerdict.BREAKS;
      case "s" -> ConsumerVerdict.SAFE;
      default -> ConsumerVerdict.UNKNOWN;
    };
  }
}
