package io.stillwater.cli.demo.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.demo.lake.DemoTable;
import io.stillwater.cli.demo.traffic.Tally;
import io.stillwater.cli.follow.ReleaseOutcome;
import io.stillwater.cli.target.RestClient;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Risk;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlSession;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference release under readers and a writer that know nothing of it. */
public final class ReferenceAct {
  private static final Duration SYNC_LIMIT = Duration.ofSeconds(90);

  private final DemoContext demo;

  public ReferenceAct(DemoContext demo) {
    this.demo = demo;
  }

  public void play(JsonNode release) {
    DemoRelease.Result result =
        new DemoRelease(demo.stack().kafka().bootstrap(), demo.screen()).run(release);
    plan(result.follower().plan());
    outcome(result);
    demo.traffic().stopWriting();
    inStep(result.outcome().kind() == ReleaseOutcome.Kind.COMPLETED);
    traffic("reads", demo.traffic().reads());
    traffic("writes", demo.traffic().writes());
    schemas();
    history(result.ids().deploymentId());
  }

  private void plan(Plan plan) {
    if (plan == null) {
      demo.promises().check("a plan", false, "none came");
      return;
    }
    String strategies =
        plan.changes().stream()
            .filter(change -> change.classification() == Classification.UNSAFE)
            .map(change -> change.operation() + " by " + change.strategy())
            .collect(Collectors.joining(", "));
    demo.promises()
        .check(
            "plan: risk HIGH, 2 safe, 1 unsafe",
            plan.risk() == Risk.HIGH
                && plan.summary().safeChanges() == 2
                && plan.summary().unsafeChanges() == 1
                && strategies.equals("rename_column by expand_contract"),
            "risk %s, %d safe, %d unsafe (%s)"
                .formatted(
                    plan.risk(),
                    plan.summary().safeChanges(),
                    plan.summary().unsafeChanges(),
                    strategies));
  }

  private void outcome(DemoRelease.Result result) {
    Map<Phase, Duration> phases = result.watch().phases();
    demo.promises()
        .check(
            "deployed and soaked",
            result.outcome().kind() == ReleaseOutcome.Kind.COMPLETED,
            result.outcome().kind()
                + phases.entrySet().stream()
                    .map(phase -> phase.getKey() + " " + Seconds.of(phase.getValue()))
                    .collect(Collectors.joining(", ", "; ", "")));
  }

  private void traffic(String what, Tally tally) {
    Tally.Count count = tally.count();
    String first = tally.failures().isEmpty() ? "" : "; first: " + tally.failures().peek();
    demo.promises()
        .check(
            what + " went on and none failed",
            count.done() > 0 && count.failed() == 0,
            count + first);
  }

  private void schemas() {
    schema(DemoTable.ORDERS, "discount_pct double");
    schema(DemoTable.USERS, "first_name string");
    schema(DemoTable.PRODUCTS, "price double");
  }

  private void schema(DemoTable table, String expected) {
    String columns = TableProof.columns(demo.catalog(), table.table());
    demo.promises()
        .check("%s has %s".formatted(table.table(), expected), columns.contains(expected), columns);
  }

  /**
   * @param deployed whether there is something to wait for
   */
  private void inStep(boolean deployed) {
    long behind = 0;
    if (deployed) {
      demo.screen().line("the writer has stopped; its last rows are brought in step");
      behind = awaitInStep();
    }
    demo.promises()
        .check(
            "first_name in step with fname",
            deployed && behind == 0,
            deployed ? "%,d rows out of step".formatted(behind) : "not deployed");
  }

  private long awaitInStep() {
    long deadline = System.nanoTime() + SYNC_LIMIT.toNanos();
    long behind = outOfStep();
    while (behind > 0 && System.nanoTime() < deadline) {
      Pause.millis(500);
      behind = outOfStep();
    }
    return behind;
  }

  private long outOfStep() {
    try (SqlSession session = demo.engine().open()) {
      String users =
          session.register(
              PinnedTable.current(
                  DemoTable.USERS.table(), demo.catalog().load(DemoTable.USERS.table())));
      return session
          .query("SELECT count(*) FROM " + users + " WHERE first_name IS DISTINCT FROM fname")
          .number();
    }
  }

  private void history(String deploymentId) {
    String monitor = demo.stack().serviceUrl("monitor");
    JsonNode known = new RestClient(URI.create(monitor)).get("/deployments/" + deploymentId);
    String state = known.path("state").asText();
    demo.promises()
        .check(
            "the history knows it",
            state.equals("COMPLETED"),
            "%s, %s; page %s/".formatted(state, known.path("duration").asText(), monitor));
  }
}
