import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { getAsGroupOutput, getAsGroupsOutput } from "../../provider/lookup/as-group";
import { getAsInstancesOutput, getSuspendedInstancesOutput } from "../../provider/lookup/as-instance";
import { getAsQuotasOutput } from "../../provider/lookup/as-quota";
import { getAsPolicyExecutionsOutput, getScalingActionsOutput } from "../../provider/lookup/scaling-action";
import { simulated } from "../api/support/simulated";
import { programFor } from "./support/program";

/** The value of an output, which must come. */
const valueOf = <A>(output: pulumi.Output<A>): Promise<A> =>
  new Promise((resolve) => {
    output.apply(resolve);
  });

describe("a look-up with outputs", () => {
  it("takes results of resources, and gives what the function gives", async () => {
    const { simulator, runningGroup } = await simulated();
    const scalingGroupId = pulumi.output(await runningGroup(1));
    programFor(simulator);
    const group = getAsGroupOutput({ scalingGroupId });
    expect(await valueOf(group.scalingGroupName)).toBe("web");
    expect(await valueOf(getAsGroupsOutput({ scalingGroupName: group.scalingGroupName }))).toHaveLength(1);
    expect(await valueOf(getAsInstancesOutput({ scalingGroupId }))).toHaveLength(1);
    expect(await valueOf(getScalingActionsOutput({ scalingGroupId, status: "SUCCESS" }))).toHaveLength(1);
    expect(await valueOf(getSuspendedInstancesOutput({ scalingGroupId }))).toEqual([]);
    expect(await valueOf(getAsQuotasOutput())).not.toEqual([]);
  });

  it("asks nothing while an argument is unknown", async () => {
    const { simulator } = await simulated();
    const program = programFor(simulator);
    const scalingPolicyId = pulumi.output<string>(pulumi.unknown as string);
    const executions = getAsPolicyExecutionsOutput({ scalingPolicyId });
    expect(await (executions as unknown as { isKnown: Promise<boolean> }).isKnown).toBe(false);
    expect(program.calls()).toEqual({ signIns: 0, reads: {} });
  });

  it("keeps secret what it learned with a secret", async () => {
    const { simulator, pausedGroup } = await simulated();
    const id = await pausedGroup();
    programFor(simulator);
    expect(await pulumi.isSecret(getAsGroupOutput({ scalingGroupId: pulumi.secret(id) }))).toBe(true);
    expect(await pulumi.isSecret(getAsGroupOutput({ scalingGroupId: id }))).toBe(false);
  });
});
