/** The look-ups, wired. They are loaded when the first one is asked for: a program that asks for none pays nothing. */
import { asConfigurationLookup, asConfigurationsLookup } from "../../service/lookup/as-configuration";
import { asGroupLookup, asGroupsLookup } from "../../service/lookup/as-group";
import { asInstancesLookup, suspendedInstancesLookup } from "../../service/lookup/as-instance";
import { asPoliciesLookup } from "../../service/lookup/as-policy";
import { asQuotasLookup } from "../../service/lookup/as-quota";
import { lifecycleHooksLookup } from "../../service/lookup/lifecycle-hook";
import { asPolicyExecutionsLookup, scalingActionsLookup } from "../../service/lookup/scaling-action";
import { answer } from "./answer";

export const asGroup = answer(asGroupLookup);
export const asGroups = answer(asGroupsLookup);
export const asConfiguration = answer(asConfigurationLookup);
export const asConfigurations = answer(asConfigurationsLookup);
export const asPolicies = answer(asPoliciesLookup);
export const asInstances = answer(asInstancesLookup);
export const suspendedInstances = answer(suspendedInstancesLookup);
export const lifecycleHooks = answer(lifecycleHooksLookup);
export const scalingActions = answer(scalingActionsLookup);
export const asPolicyExecutions = answer(asPolicyExecutionsLookup);
export const asQuotas = answer(asQuotasLookup);
