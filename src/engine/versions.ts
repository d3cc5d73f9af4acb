import type { Descriptor } from '../flow/descriptor.ts';
import { readVersion } from '../store/versions.ts';
import { VersionUnreadable } from './errors.ts';
import type { EngineSettings } from './settings.ts';

export type Versions = {
  /** @throws VersionUnreadable */
  read(versionId: string): Promise<Descriptor>;
};

const kept = 500;

/** Versions never change, so the ones last used stay in memory. */
export function createVersions(settings: EngineSettings): Versions {
  const known = new Map<string, Promise<Descriptor>>();

  const load = async (versionId: string): Promise<Descriptor> => {
    const descriptor = await readVersion(settings.database.pool, versionId);
    if (!descriptor) throw new VersionUnreadable(versionId);
    return descriptor;
  };

  return {
    read(versionId) {
      let version = known.get(versionId);
      known.delete(versionId);
      version ??= load(versionId).catch((error: unknown) => {
        known.delete(versionId);
        throw error;
      });
      // A Map keeps its order: what was used last stands last.
      known.set(versionId, version);
      if (known.size > kept) known.delete(known.keys().next().value!);
      return version;
    },
  };
}
