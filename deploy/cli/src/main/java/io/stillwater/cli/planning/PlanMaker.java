package io.stillwater.cli.planning;

import io.stillwater.cli.documents.ReleaseSource;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.release.Release;

/** Makes the plan of a valid release without applying anything. */
public interface PlanMaker {
  Plan plan(ReleaseSource source, Release release);
}
