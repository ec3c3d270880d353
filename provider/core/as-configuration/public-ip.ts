/** The elastic IP address of every instance, as arguments. AS.1041 to AS.1046. */
import type { NestedNames } from "../check/names";
import { refine } from "../codec/decoder";
import { integer, oneOf } from "../codec/scalar";
import { defaulted, type Members, required, structure } from "../codec/structure";
import type { EipType, PublicIp } from "./model";

interface BandwidthArguments {
  readonly size: number;
  readonly shareType: "PER";
  readonly chargingMode: "traffic";
}

interface EipArguments {
  readonly ipType: EipType;
  readonly bandwidth: BandwidthArguments;
}

/** An address as programs write it. */
export interface PublicIpArguments extends PublicIp {
  readonly eip: EipArguments;
}

const MOST_MBITS = 500;
const FINE_UP_TO_MBITS = 300;
const COARSE_STEP_MBITS = 50;

const size = refine(
  integer(1, MOST_MBITS),
  (mbits) => mbits <= FINE_UP_TO_MBITS || mbits % COARSE_STEP_MBITS === 0,
  `an integer from 1 to ${FINE_UP_TO_MBITS}, or 350, 400, 450 or ${MOST_MBITS} (Mbit/s)`,
);

const bandwidth: Members<BandwidthArguments> = {
  size: required(size),
  shareType: defaulted(oneOf("PER"), "PER"),
  chargingMode: defaulted(oneOf("traffic"), "traffic"),
};

const eip: Members<EipArguments> = {
  ipType: required(oneOf("5_bgp", "5_mailbgp")),
  bandwidth: required(structure<BandwidthArguments>("an object with the size of the bandwidth", bandwidth)),
};

const members: Members<PublicIpArguments> = {
  eip: required(structure<EipArguments>("an object with ipType and bandwidth", eip)),
};

/** The names of the members. */
export const publicIpNames: NestedNames = {
  names: Object.keys(members),
  inner: { eip: { names: Object.keys(eip), inner: { bandwidth: Object.keys(bandwidth) } } },
};

export const publicIp = structure<PublicIpArguments>("an object with eip", members);
