import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const designer = path.join(import.meta.dirname, 'src/studio/designer/Designer.tsx');

/**
 * Makes `flow.html` of `index.html`: the page at the address of a flow. It asks for the Designer's files by itself, while
 * the first script is still on its way, which would ask for them only once it has run.
 */
export function flowPage(): Plugin {
  return {
    name: 'flow-page',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('There is no index.html.');
        const chunks = needed(bundle);
        const scripts = chunks.map((chunk) => link('modulepreload', chunk.fileName));
        const styles = chunks.flatMap((chunk) =>
          [...(chunk.viteMetadata?.importedCss ?? [])].map((file) => link('stylesheet', file)),
        );
        const links = [...scripts, ...styles].filter((one) => !String(page.source).includes(one));
        const source = String(page.source).replace(/ *<\/head>/, `${links.join('')}  </head>`);
        this.emitFile({ type: 'asset', fileName: 'flow.html', source });
      },
    },
  };
}

/** The file of the Designer and all it cannot do without; not those that `index.html` has already. */
function needed(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const found = new Set(chunks.filter((chunk) => chunk.moduleIds.includes(designer)));
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName) && !chunk.isEntry) found.add(chunk);
  }
  return [...found];
}

function link(rel: string, file: string): string {
  return `    <link rel="${rel}" crossorigin href="/studio/${file}" />\n`;
}
