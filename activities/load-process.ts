/** Activity `load`: the published version that a call activity names. */
import type { Version } from '../store/index.ts';
import type { Deps } from './deps.ts';
import type { Places } from './place.ts';
import type { Activities } from './types.ts';

export function loadProcess({ store }: Deps, places: Places): Activities['load'] {
  const { versions } = store;
  return async ({ instance, process, binding, tag, caller, decision }) => {
    const { org, hash: own } = await places.registration(instance);
    if (decision) {
      const [version] = await versions.offering(org, `decision:${process}`);
      const definition = version && (await versions.definition(version.hash));
      return definition ? { hash: version.hash, definition } : { missing: true };
    }
    const bound: Record<typeof binding, () => Promise<Version | undefined>> = {
      latest: () => versions.latest(org, process),
      tag: async () => (tag === undefined ? undefined : versions.tagged(org, process, tag)),
      pinned: async () => {
        const hash = (await versions.byHash(org, caller ?? own))?.pins[process];
        // What was not there yet is bound to its first version.
        return hash === undefined ? versions.get(org, process, 1) : versions.byHash(org, hash);
      },
    };
    const version = await bound[binding]();
    const definition = version && (await versions.definition(version.hash));
    return definition ? { hash: version.hash, definition } : { missing: true };
  };
}
