/** The simulator knows foreign objects by id only: every VPC, subnet and security group exists. */
export const VPC = "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e01";
export const SUBNET = "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01";
export const OTHER_SUBNET = "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a02";
export const SECURITY_GROUP = "9e1d3c5b-7a8f-4062-b1c4-d5e6f7a8b901";
