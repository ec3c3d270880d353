/** What the examples ask of those who run them, under the same names in all of them. */

/** The values in the READMEs. They are good for the simulator, which knows foreign objects by their ids only. */
export const README_VALUES = {
  vpcId: "0cd3a1e4-7f0b-4b8d-9a70-6b1d5c2f3e01",
  subnetId: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01",
  securityGroupId: "9e1d3c5b-7a8f-4062-b1c4-d5e6f7a8b901",
  imageId: "2f6e4c1a-9b3d-4e58-8a70-d1c2b3a4f501",
  newImageId: "2f6e4c1a-9b3d-4e58-8a70-d1c2b3a4f502",
  keyName: "my-key",
  poolId: "3f6a9c2e-5b8d-4170-a3b6-c9d2e5f8a101",
  alarmOutId: "al1700000000001abcDEF12Z",
  alarmInId: "al1700000000002abcDEF12Z",
  topicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
  groupId: "6f1cb3b1-9d6e-4d1e-8f5a-4a1f5f0c2b7e",
  configurationId: "3b7cf3c2-5632-4b92-909d-3fb64afebede",
  // A default of the programs. No README says it, so none asks for it.
  flavorId: "s3.medium.1",
} as const;

export type Setting = keyof typeof README_VALUES;
export type Settings = Readonly<Partial<Record<Setting, string>>>;

const SETTINGS = Object.keys(README_VALUES) as Setting[];

/** The variable that gives a setting when an example runs against the cloud, such as `OTC_EXAMPLE_VPC_ID`. */
export const variableOf = (setting: Setting): string =>
  `OTC_EXAMPLE_${setting.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** The settings that an environment gives. */
export const settingsIn = (environment: NodeJS.ProcessEnv): Settings =>
  Object.fromEntries(
    SETTINGS.flatMap((setting) => {
      const value = environment[variableOf(setting)];
      return value === undefined ? [] : [[setting, value]];
    }),
  );

/** The settings whose values are in a text of a README. */
export const settingsOf = (text: string): readonly Setting[] =>
  SETTINGS.filter((setting) => text.includes(README_VALUES[setting]));

/** Commands of a README with other values. */
export const withSettings = (commands: string, settings: Settings): string =>
  SETTINGS.reduce(
    (text, setting) => text.replaceAll(README_VALUES[setting], settings[setting] ?? README_VALUES[setting]),
    commands,
  );
