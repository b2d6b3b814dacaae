package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.Validate;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.ColumnPath;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Proves by reading that the data allow what comes next. */
@Singleton
public class ValidateStep implements StepHandler {
  private final Lake lake;
  private final NullProof nulls;
  private final FitProof fits;

  ValidateStep(Lake lake, NullProof nulls, FitProof fits) {
    this.lake = lake;
    this.nulls = nulls;
    this.fits = fits;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.VALIDATE);
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return Optional.empty();
  }

  @Override
  public Effect act(StepContext context) {
    Validate proof = context.arguments(Validate.class);
    long against = against(context, proof);
    if (against > 0) {
      throw new ProofFailedException(
          "%d row(s) of %s speak against it: %s %s %s"
              .formatted(
                  against,
                  context.step().target(),
                  proof.column(),
                  proof.rule(),
                  proof.type() == null ? "" : proof.type()));
    }
    return Effect.of("%s: no row speaks against %s".formatted(proof.column(), proof.rule()));
  }

  /** Nothing was changed. */
  @Override
  public void verify(StepContext context) {}

  private long against(StepContext context, Validate proof) {
    var table = lake.table(Stamps.table(context));
    ColumnPath column = ColumnPath.parse(proof.column());
    return switch (proof.rule()) {
      case "NO_NULLS" -> nulls.nulls(Stamps.table(context), table, column);
      case "FITS" -> fits.misfits(Stamps.table(context), table, column, proof.type());
      default ->
          throw new ImpossibleStepException(
              "Rule " + proof.rule() + " is not known; known are NO_NULLS and FITS");
    };
  }

  @Override
  public Undone undo(StepContext context) {
    return new Undone.TakenBack("it only looked");
  }
}
