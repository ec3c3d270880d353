/** AS.2xxx: codes of AS groups. */
import { type AsCodes, REPORT_BUG, TRY_AGAIN } from "./entry";

const WAIT_FOR_ACTION = "wait until the scaling action has ended and run `pulumi up` again";
const OTHER_ZONES = "use other availableZones, or an AS configuration with another flavor or disk type";

export const groupCodes: AsCodes = {
  "AS.2002": { meaning: "the group has no name", next: "give scalingGroupName" },
  "AS.2003": {
    meaning: "the name of the group is too long",
    next: "use at most 64 characters in scalingGroupName",
  },
  "AS.2004": {
    meaning: "the minimum or the maximum number of instances is invalid",
    next: "use 0 to 300, with minInstanceNumber ≤ maxInstanceNumber",
  },
  "AS.2005": {
    meaning: "the desired number of instances is not between minimum and maximum",
    next: "use minInstanceNumber ≤ desireInstanceNumber ≤ maxInstanceNumber",
  },
  "AS.2006": { meaning: "the cooldown is invalid", next: "use 0 to 86400 seconds for coolDownTime" },
  "AS.2007": {
    meaning: "the group does not exist",
    next: "run `pulumi refresh` if somebody deleted it outside of Pulumi",
  },
  "AS.2008": { meaning: "the group was asked for something else than pause or resume", next: REPORT_BUG },
  "AS.2009": { meaning: "the request names no group", next: REPORT_BUG },
  "AS.2010": {
    meaning: "the desired number is lower than the number of protected instances",
    next: "take the protection off instances, or use a higher desireInstanceNumber",
  },
  "AS.2011": {
    meaning: "a zone of the group is invalid",
    next: "use zones of this region in availableZones, such as eu-de-01",
  },
  "AS.2012": {
    meaning: "the VPC does not exist",
    next: "check vpcId: the VPC must exist in this project and region",
  },
  "AS.2013": {
    meaning: "the networks of the group are invalid",
    next: "use network ids of subnets that exist in the VPC of the group",
  },
  "AS.2014": {
    meaning: "the security group does not exist",
    next: "check securityGroups: the security group must exist in this project and region",
  },
  "AS.2015": {
    meaning: "a load balancer listener is invalid",
    next: "check lbListenerId: the listeners must exist in this project and region",
  },
  "AS.2016": {
    meaning: "a load balancer listener belongs to another VPC",
    next: "use listeners of load balancers in the VPC of the group",
  },
  "AS.2017": { meaning: "no VPC is given", next: "give vpcId" },
  "AS.2018": { meaning: "the group has no AS configuration", next: "give scalingConfigurationId" },
  "AS.2019": { meaning: "force_delete is neither yes nor no", next: REPORT_BUG },
  "AS.2020": {
    meaning: "the status of the group does not allow this",
    next: "look at the group's status, repair its cause if it is ERROR, and run `pulumi up` again",
  },
  "AS.2021": {
    meaning: "the group still has instances",
    next: 'wait until they have left, or use deleteMode: "drain" or "force"',
  },
  "AS.2022": {
    meaning: "the name of the group has characters that are not allowed",
    next: "use A-Z a-z 0-9 _ - in scalingGroupName",
  },
  "AS.2023": {
    meaning: "the account has as many AS groups as its quota allows",
    next: "delete groups that are not needed, or ask for a higher quota",
  },
  "AS.2024": { meaning: "the group has too many networks", next: "use at most 5 networks" },
  "AS.2025": {
    meaning: "the group has more than one security group",
    next: "use one in securityGroups; more belong into the AS configuration",
  },
  "AS.2026": {
    meaning: "both kinds of load balancer listeners are given",
    next: "use either lbListenerId or lbaasListeners",
  },
  "AS.2027": {
    meaning: "a network does not belong to the VPC of the group",
    next: "use network ids of subnets in the VPC of the group",
  },
  "AS.2028": { meaning: "the desired number is what it already was", next: TRY_AGAIN },
  "AS.2029": {
    meaning: "the health check method is invalid",
    next: "use NOVA_AUDIT, or ELB_AUDIT with a load balancer",
  },
  "AS.2030": {
    meaning: "this field may change only while the group is empty, not in service and not scaling",
    next: 'empty and pause the group first, or use lockedChange: "replace"',
  },
  "AS.2031": {
    meaning: "the health check interval is invalid",
    next: "use 0, 1, 5, 15, 60 or 180 minutes for healthPeriodicAuditTime",
  },
  "AS.2032": {
    meaning: "the removal policy is invalid",
    next: "use a documented value for instanceTerminatePolicy",
  },
  "AS.2033": {
    meaning: "the group is in a status, or in a scaling action, in which this is not allowed",
    next: WAIT_FOR_ACTION,
  },
  "AS.2034": { meaning: "the notification mode is invalid", next: 'use ["EMAIL"] or [] for notifications' },
  "AS.2035": {
    meaning: "the group would have more instances than its maximum",
    next: "raise maxInstanceNumber",
  },
  "AS.2036": {
    meaning: "the group would have fewer instances than its minimum",
    next: "lower minInstanceNumber",
  },
  "AS.2037": { meaning: "the group has too many load balancer listeners", next: "use at most 6 listeners" },
  "AS.2038": { meaning: "the flavor is sold out in the zone", next: OTHER_ZONES },
  "AS.2039": {
    meaning: "the port of a backend server group is invalid",
    next: "use 1 to 65535 for protocolPort in lbaasListeners",
  },
  "AS.2040": { meaning: "the weight in a backend server group is invalid", next: "use 0 to 100 for weight" },
  "AS.2042": {
    meaning: "a backend server group is invalid",
    next: "check poolId in lbaasListeners: it must exist, with a load balancer in the VPC of the group",
  },
  "AS.2043": { meaning: "the disk type is sold out or not offered in the zone", next: OTHER_ZONES },
  "AS.2044": { meaning: "a zone of the group cannot be used", next: "use other availableZones" },
  "AS.2045": {
    meaning: "the minimum or the maximum is above the account's quota of instances in a group",
    next: "use a lower maxInstanceNumber, or ask for a higher quota",
  },
  "AS.2046": {
    meaning: "the grace period of the health check is invalid",
    next: "use 0 to 86400 seconds for healthPeriodicAuditGracePeriod",
  },
  "AS.2047": { meaning: "load balancers cannot change during a scaling action", next: WAIT_FOR_ACTION },
  "AS.2048": {
    meaning: "a network of the group has no IPv6",
    next: "enable IPv6 on the subnet, or leave ipv6Enable out",
  },
  "AS.2049": {
    meaning: "a zone of the group has no IPv6",
    next: "use other availableZones, or leave ipv6Enable out",
  },
  "AS.2050": {
    meaning: "an IPv6 bandwidth is given for a network without IPv6",
    next: "use ipv6Bandwidth only with ipv6Enable: true",
  },
  "AS.2053": {
    meaning: "the zone policy is invalid",
    next: "use EQUILIBRIUM_DISTRIBUTE or PICK_FIRST for multiAzPriorityPolicy",
  },
  "AS.2054": { meaning: "zones cannot change during a scaling action", next: WAIT_FOR_ACTION },
  "AS.2057": {
    meaning: "whether EIPs are released cannot change on this group",
    next: "leave deletePublicip as it is, or replace the group",
  },
};
