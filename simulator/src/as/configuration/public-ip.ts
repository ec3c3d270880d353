/** The elastic IP address of the ECSs of an AS configuration. */
import { refuse } from "../refusal";
import { integer, isGiven, isObject, oneOf, type JsonObject } from "../value";

// The documents know 5_bgp only, but clients use both.
const ipType = oneOf("AS.1043", "ip_type", ["5_bgp", "5_mailbgp"]);
const anySize = integer("AS.1042", "size of the bandwidth", 1, 500);
const FINE_UP_TO = 300;
const COARSE_STEP = 50;
const shareType = oneOf("AS.1045", "share_type", ["PER"]);
const chargingMode = oneOf("AS.1044", "charging_mode", ["traffic"]);

/** Mbit/s; above 300 in steps of 50. */
function readSize(value: unknown): number {
  const size = anySize(value);
  if (size > FINE_UP_TO && size % COARSE_STEP !== 0) {
    throw refuse("AS.1042", `above ${FINE_UP_TO} Mbit/s bandwidth comes in steps of ${COARSE_STEP}`);
  }
  return size;
}

/** Reads `public_ip`. AS.1041 to AS.1046. */
export function readPublicIp(value: unknown): JsonObject {
  const eip = isObject(value) ? value["eip"] : undefined;
  if (!isObject(eip)) throw refuse("AS.1041", "public_ip needs eip");
  const bandwidth = isObject(eip["bandwidth"]) ? eip["bandwidth"] : {};
  if (!isGiven(bandwidth["size"])) throw refuse("AS.1046", "the size of the bandwidth must be given");
  return {
    eip: {
      ip_type: ipType(eip["ip_type"]),
      bandwidth: {
        size: readSize(bandwidth["size"]),
        share_type: shareType(bandwidth["share_type"]),
        charging_mode: chargingMode(bandwidth["charging_mode"]),
      },
    },
  };
}
