/** What one can do in the playground. Pure. */
import { OTHER_SUBNET } from "../demo/scenery";

/** Where everything is. */
export interface Surroundings {
  /** Address of the simulator. */
  readonly endpoint: string;
  /** Directory of the program, as one types it after `cd`. */
  readonly directory: string;
}

/** Told when everything stands ready. */
export function guide({ endpoint, directory }: Surroundings): string {
  return `
The stack is up. Watch it in a browser: ${endpoint}/

In another terminal:
  cd ${directory} && . ./env
  pulumi preview                                  # nothing to do
  pulumi config set capacity 5 && pulumi up       # two more instances come up
  pulumi config set subnetId ${OTHER_SUBNET} && pulumi preview
                                                  # what the group does not allow, and the ways out
  pulumi destroy

What others do, also with the buttons of the page:
  GROUP=$(pulumi stack output groupId)
  curl -s $SIM/outside/modifyGroup -d '{"scaling_group_id":"'$GROUP'","cool_down_time":900}'
  pulumi preview                                  # shows the drift
  curl -s $SIM/outside/setCapacity -d '{"scaling_group_id":"'$GROUP'","desire_instance_number":7}'
  curl -s $SIM/outside/failNextAction -d '{"reason":"vcpu-quota"}'
  curl -s $SIM/faults -d '{"match":{"method":"PUT"},"effect":{"kind":"lost"}}'

The program is ${directory}/index.ts: edit it. Ctrl-C here ends everything but the program.
`;
}
