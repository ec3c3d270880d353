/** Looks up without any engine, and tells when what it takes was loaded. */
const { getAsGroups, getAsInstances } = require("pulumi-otc-autoscaling");

const loaded = () =>
  ["axios", "io-ts", "yaml"].filter((name) =>
    Object.keys(require.cache).some((path) => path.includes(`/node_modules/${name}/`)),
  );

(async () => {
  const atImport = loaded();
  const groups = await getAsGroups();
  const instances = await Promise.all(groups.map(({ scalingGroupId }) => getAsInstances({ scalingGroupId })));
  const failure = await getAsInstances({ scalingGroupId: process.argv[2] }).catch(({ message }) => message);
  console.log(JSON.stringify({ atImport, later: loaded(), members: instances.flat().length, failure }));
})();
