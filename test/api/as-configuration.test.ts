import { describe, expect, it } from "vitest";
import {
  createAsConfiguration,
  deleteAsConfiguration,
  getAsConfiguration,
  listAsConfigurations,
} from "../../provider/api/as-configuration";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

const PATH = "/scaling_configuration";

describe("an AS configuration", () => {
  it("is created by a call that is never repeated", async () => {
    const { client, sent } = stubClient(() => answer(200, { scaling_configuration_id: "c" }));
    const creation = { scalingConfigurationName: "web", instanceConfig: { instanceId: "i", keyName: "k" } };
    expect(await valueOf(createAsConfiguration(client)(creation))).toBe("c");
    expect(sent()).toEqual([
      {
        method: "POST",
        path: PATH,
        idempotent: false,
        body: { scaling_configuration_name: "web", instance_config: { instance_id: "i", key_name: "k" } },
      },
    ]);
  });

  it("is got and deleted under its id", async () => {
    const { client, sent } = stubClient(({ method }) =>
      method === "GET" ? answer(200, fixture("as-configuration")) : answer(204),
    );
    expect((await valueOf(getAsConfiguration(client)("c/1"))).scalingConfigurationName).toBe(" shop-front");
    await valueOf(deleteAsConfiguration(client)("c/1"));
    expect(sent()).toEqual([
      { method: "GET", path: `${PATH}/c%2F1`, idempotent: true },
      { method: "DELETE", path: `${PATH}/c%2F1`, idempotent: true },
    ]);
  });

  it.each([
    [404, "AS.0007", "NotFound"],
    [400, "AS.1004", "NotFound"],
    [400, "AS.1006", "Refused"],
    [403, "AS.0011", "Refused"],
  ])("answered with %i %s is %s", async (status, code, tag) => {
    const { client } = stubClient(() => asRefusal(status, code));
    const errors = [
      await errorOf(getAsConfiguration(client)("c")),
      await errorOf(deleteAsConfiguration(client)("c")),
    ];
    expect(errors.map(({ _tag }) => _tag)).toEqual([tag, tag]);
  });

  it("that cannot be created because its source is missing is refused, not gone", async () => {
    const { client } = stubClient(() => asRefusal(400, "AS.1004"));
    expect(await errorOf(createAsConfiguration(client)({ scalingConfigurationName: "web" }))).toMatchObject({
      _tag: "Refused",
      code: "AS.1004",
    });
  });
});

describe("listing AS configurations", () => {
  const page = (ids: readonly string[], total: number) => {
    const [row] = (fixture("as-configuration-page") as { scaling_configurations: readonly object[] })
      .scaling_configurations;
    return answer(200, {
      scaling_configurations: ids.map((id) => ({ ...row, scaling_configuration_id: id })),
      total_number: total,
    });
  };

  it("reads all pages, with every filter", async () => {
    const { client, sent } = stubClient(({ query }) =>
      query?.["start_number"] === 0
        ? page(
            Array.from({ length: 100 }, (_, index) => `c${index}`),
            101,
          )
        : page(["c100"], 101),
    );
    const { configurations, total } = await valueOf(
      listAsConfigurations(client)({ scalingConfigurationName: "web", imageId: "image" }),
    );
    expect([configurations.length, total, configurations[100]?.scalingConfigurationId]).toEqual([
      101,
      101,
      "c100",
    ]);
    expect(sent().map(({ path, query }) => [path, query])).toEqual(
      [0, 100].map((offset) => [
        PATH,
        { scaling_configuration_name: "web", image_id: "image", start_number: offset, limit: 100 },
      ]),
    );
  });

  it("asks for all of them without a filter", async () => {
    const { client, sent } = stubClient(() => page([], 0));
    expect(await valueOf(listAsConfigurations(client)())).toEqual({ configurations: [], total: 0 });
    expect(sent().map(({ query }) => query)).toEqual([{ start_number: 0, limit: 100 }]);
  });
});
