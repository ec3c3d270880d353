/** Ids that exist in every simulator, because it knows no others, and arguments to begin with. */

/** Arguments as a program writes them; the type of the package is for programs, and tests also write nonsense. */
export type Args = Readonly<Record<string, unknown>>;

export const VPC = "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e01";
export const OTHER_VPC = "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e02";
export const SUBNET = "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01";
export const OTHER_SUBNET = "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a02";
export const SECURITY_GROUP = "9e1d3c5b-7a8f-4062-b1c4-d5e6f7a8b901";
export const OTHER_SECURITY_GROUP = "9e1d3c5b-7a8f-4062-b1c4-d5e6f7a8b902";
export const POOL = "3f6a9c2e-5b8d-4170-a3b6-c9d2e5f8a101";
export const OTHER_POOL = "3f6a9c2e-5b8d-4170-a3b6-c9d2e5f8a102";
export const LISTENER = "7d0b4f8a-2c6e-4a91-8b5d-f1a3c5e7d901";

/** A small group; one instance comes up. */
export const groupArgs = (scalingConfigurationId: string, more: Args = {}): Args => ({
  vpcId: VPC,
  networks: [{ id: SUBNET }],
  scalingConfigurationId,
  minInstanceNumber: 0,
  desireInstanceNumber: 1,
  maxInstanceNumber: 5,
  ...more,
});
