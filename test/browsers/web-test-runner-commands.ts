/** Stands in for `@web/test-runner-commands`, which @open-wc/testing imports for snapshots; under vitest it has no server to talk to. */
async function unavailable(): Promise<never> {
  throw new Error('Snapshot commands of @web/test-runner are not available under vitest');
}

export const getSnapshotConfig = async () => ({ updateSnapshots: false });
export const getSnapshot = unavailable;
export const getSnapshots = unavailable;
export const saveSnapshot = unavailable;
export const removeSnapshot = unavailable;
export const compareSnapshot = unavailable;
