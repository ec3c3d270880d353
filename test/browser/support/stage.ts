/** A simulator whose clock is moved by hand, and its page in a browser. */
import { type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { manualClock, startSimulator, type Simulator } from "otc-as-simulator";

export interface Stage {
  readonly simulator: Simulator;
  /** Moves the clock, in seconds. */
  readonly advance: (seconds: number) => void;
  /** Creates an enabled group in two zones and returns its id; nothing has come up yet. */
  readonly createGroup: (
    name: string,
    numbers: { readonly desired: number; readonly max?: number },
  ) => Promise<string>;
  /** Calls the AS service and returns the status. */
  readonly call: (method: string, path: string, body?: object) => Promise<number>;
  /** The page, opened. What it complains about goes to `complaints`. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /** Errors of scripts, messages of the console and violations of the policy, of all pages that were opened. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

async function signIn({ credentials }: Simulator): Promise<string> {
  const { authUrl, username, password, domainName, projectName } = credentials;
  const domain = { name: domainName };
  const auth = {
    identity: { methods: ["password"], password: { user: { name: username, password, domain } } },
    scope: { project: { name: projectName, domain } },
  };
  const response = await fetch(`${authUrl}/auth/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
  return response.headers.get("x-subject-token") ?? "";
}

/** @param port 0 for a free one */
export async function openStage(browser: Browser, port = 0): Promise<Stage> {
  const clock = manualClock();
  const simulator = await startSimulator({ clock, port, seed: 6 });
  const token = await signIn(simulator);
  const seeded = simulator.admin.outside("seedConfiguration", { scaling_configuration_name: "web" });
  const { scaling_configuration_id: configuration } = seeded as { scaling_configuration_id: string };
  const complaints: string[] = [];
  const contexts: { close: () => Promise<void> }[] = [];

  const send = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${simulator.url}/autoscaling-api/v1/${simulator.credentials.projectId}/${path}`, {
      method,
      headers: { "x-auth-token": token },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  return {
    simulator,
    complaints,
    advance: (seconds) => {
      clock.advance(seconds * 1000);
    },
    call: async (method, path, body) => (await send(method, path, body)).status,
    createGroup: async (name, { desired, max = 8 }) => {
      const response = await send("POST", "scaling_group", {
        scaling_group_name: name,
        scaling_configuration_id: configuration,
        desire_instance_number: desired,
        min_instance_number: 0,
        max_instance_number: max,
        available_zones: ["eu-de-01", "eu-de-02"],
        vpc_id: "7bf4a1b1-1111-4222-8333-444455556666",
        networks: [{ id: "99999999-1111-4222-8333-444455556666" }],
      });
      const { scaling_group_id: id } = (await response.json()) as { scaling_group_id: string };
      await send("POST", `scaling_group/${id}/action`, { action: "resume" });
      return id;
    },
    open: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => complaints.push(message.text()));
      await page.goto(`${simulator.url}/`);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await simulator.close();
    },
  };
}
