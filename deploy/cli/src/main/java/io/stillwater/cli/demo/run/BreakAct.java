package io.stillwater.cli.demo.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.demo.lake.DemoTable;
import io.stillwater.cli.demo.traffic.Tally;
import io.stillwater.cli.follow.ReleaseOutcome;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.lakehouse.TableName;
import java.time.Duration;
import java.time.Instant;

/** A release that passes its plan, hurts the readers, and is taken back because of them. */
public final class BreakAct {
  private static final TableName TABLE = DemoTable.PRODUCTS.table();
  private static final long AFTERWARDS_MILLIS = 3_000;

  private final DemoContext demo;

  public BreakAct(DemoContext demo) {
    this.demo = demo;
  }

  public void play(JsonNode release) {
    TableProof before = proof();
    Tally.Count readsBefore = demo.traffic().reads().count();
    DemoRelease.Result result =
        new DemoRelease(demo.stack().kafka().bootstrap(), demo.screen()).run(release);
    Tally.Count readsUntil = demo.traffic().reads().count();
    Pause.millis(AFTERWARDS_MILLIS);
    Tally.Count after = demo.traffic().reads().count().since(readsUntil);

    demo.promises()
        .check(
            "the bad release passes its plan",
            result.follower().plan() != null
                && result.follower().plan().status() == PlanStatus.PLANNED,
            result.follower().plan() == null
                ? "no plan"
                : "risk " + result.follower().plan().risk());
    takenBack(result);
    Tally.Count during = readsUntil.since(readsBefore);
    demo.promises().check("it hurt readers", during.failed() > 0, during.toString());
    demo.promises()
        .check("readers are well again", after.done() > 0 && after.failed() == 0, after.toString());
    TableProof now = proof();
    demo.promises().check("schema as before", now.schema().equals(before.schema()), now.schema());
    demo.promises()
        .check(
            "data as before",
            now.data().equals(before.data()),
            "%s rows, hash %s".formatted(now.data().get(0), now.data().get(1)));
  }

  private void takenBack(DemoRelease.Result result) {
    Command command = result.watch().rollback();
    boolean byMonitor = command != null && "monitor".equals(command.actor());
    demo.promises()
        .check(
            "the monitor takes it back",
            byMonitor && result.outcome().kind() == ReleaseOutcome.Kind.ROLLED_BACK,
            result.outcome().kind() + (command == null ? "" : ": " + command.reason()));
    Tally.Span harm = demo.traffic().reads().failureSpan();
    Instant restored = result.watch().reached(DeploymentState.ROLLED_BACK);
    if (byMonitor && harm != null && restored != null) {
      Instant detected = result.watch().rollbackAt();
      demo.screen()
          .line(
              "time to detect %s (first failed read to rollback command), time to restore %s"
                  .formatted(
                      Seconds.of(Duration.between(harm.first(), detected)),
                      Seconds.of(Duration.between(detected, restored))));
    }
  }

  private TableProof proof() {
    return TableProof.of(demo.catalog(), demo.engine(), TABLE);
  }
}
