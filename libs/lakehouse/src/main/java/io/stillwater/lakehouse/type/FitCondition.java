package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.type.LakeType.Varchar;

/** The proof, per value, that a cast loses nothing: cast there and back and compare. */
final class FitCondition {
  private FitCondition() {}

  static String fits(String expression, LakeType from, LakeType to, Dialect dialect) {
    if (TypeLattice.lossless(from, to)) {
      return "true";
    }
    if (!TypeLattice.castable(from, to)) {
      return "(" + expression + " IS NULL)";
    }
    if (LosslessCasts.isText(from) && to instanceof Varchar varchar) {
      return "(%s IS NULL OR length(%s) <= %d)".formatted(expression, expression, varchar.length());
    }
    String there = "try_cast(%s AS %s)".formatted(expression, to.render(dialect));
    String back = "try_cast(%s AS %s)".formatted(there, from.render(dialect));
    String same = "coalesce(%s = %s, false)".formatted(back, expression);
    if (to instanceof Varchar varchar) {
      same += " AND length(%s) <= %d".formatted(there, varchar.length());
    }
    return "(%s IS NULL OR %s)".formatted(expression, same);
  }
}
