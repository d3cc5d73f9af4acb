import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const studio = path.join(import.meta.dirname, 'src/studio');

/** Bytes; smaller files of libraries go into the one that is most like them. */
const leastLibraries = 80_000;

const firstScreen = 'flows/FlowsScreen.tsx';
const otherScreens = [
  'account/SignedOut.tsx',
  'events/EventScreen.tsx',
  'events/EventsScreen.tsx',
  'integrations/IntegrationsScreen.tsx',
  'runs/RunsScreen.tsx',
  'runs/RunScreen.tsx',
];

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/** A file of the Studio, and all of ours that it cannot do without. */
function ownModules(modules: Modules, file: string): Set<string> {
  const found = new Set([path.join(studio, file)]);
  for (const id of found) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) {
      if (!imported.includes('node_modules')) found.add(imported);
    }
  }
  return found;
}

/**
 * Ours that the Designer needs: a file of what it shares with the first screen, one of what it shares with others, and
 * one of the rest.
 */
function ofDesigner(id: string, modules: Modules): string | null {
  if (id.includes('lucide-react')) return 'common';
  const needs = (screen: string) => ownModules(modules, screen).has(id);
  if (!needs('designer/Designer.tsx')) return null;
  if (needs(firstScreen)) return 'common';
  return otherScreens.some(needs) ? 'shared' : 'designer';
}

/**
 * By itself the bundler makes a file of whatever the same screens share, down to single icons: some 120 for the Designer,
 * of which a browser asks for six at a time. Each group here needs nothing but itself and groups that do not need it, so
 * that no two files import each other.
 */
export const fewFiles: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'studio', tags: ['$initial'], priority: 1 },
    { name: 'canvas', test: /[\\/]node_modules[\\/](@xyflow|d3-[a-z]+)[\\/]/ },
    // What all editors are made of: shared out by size, parts of it came to need each other.
    {
      name: 'editor',
      test: /[\\/]node_modules[\\/](@codemirror[\\/](state|view|language|commands|lint)|@lezer[\\/](common|highlight|lr))[\\/]/,
    },
    // By size it was put to what the first screen needs, which has no form.
    { name: 'forms', test: /[\\/]node_modules[\\/](@mantine[\\/]form|klona|fast-deep-equal)[\\/]/ },
    { name: ofDesigner, test: /[\\/](src|lucide-react)[\\/]/, includeDependenciesRecursively: false },
    {
      name: 'libraries',
      test: /[\\/]node_modules[\\/]/,
      entriesAware: true,
      entriesAwareMergeThreshold: leastLibraries,
    },
  ],
};

/** Fails a build whose files import each other in a circle: which of them ran first would be left to chance. */
export function refuseCircles(): Plugin {
  return {
    name: 'refuse-circles',
    apply: 'build',
    generateBundle(_, bundle) {
      const done = new Set<string>();
      const visit = (file: string, way: string[]) => {
        if (way.includes(file)) this.error(`Files import each other: ${[...way, file].join(' → ')}`);
        const chunk = bundle[file];
        if (done.has(file) || chunk?.type !== 'chunk') return;
        for (const imported of chunk.imports) visit(imported, [...way, file]);
        done.add(file);
      };
      for (const file of Object.keys(bundle)) visit(file, []);
    },
  };
}
