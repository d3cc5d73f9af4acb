import type { FlowNode } from '../../../flow/descriptor.ts';
import { type Link, sameLink } from '../../../flow/graph.ts';
import { type InPort, inPortsOf } from '../../../flow/manifest.ts';
import { mappingOf } from '../../../flow/operations/links.ts';
import { setInput } from '../../../flow/operations/set-input.ts';
import type { Problem } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useVariableSource } from '../variables/use-variable-source.ts';
import { VariableContext } from '../variables/variable-context.ts';
import { DynamicInspector } from './dynamic/DynamicInspector.tsx';
import { FieldList } from './FieldList.tsx';
import { inspectorOf, requiredFields } from './inspector-of.ts';

const none = {};

/** Where the port's inspector stands in the manifest. */
function pathOf(port: InPort, { type }: FlowNode): string {
  const manifest = catalogue.component(type)?.manifest;
  const index = manifest ? inPortsOf(manifest).findIndex(({ name }) => name === port.name) : -1;
  return `inPorts[${index}].inspector`;
}

/** What one link fills in. */
export function LinkFields(props: {
  link: Link;
  node: FlowNode;
  port: InPort;
  problems: readonly Problem[];
}) {
  const { link, node, port, problems } = props;
  const store = useDocumentStore();
  const source = useVariableSource(link.to);
  const mapping = mappingOf(node, link);
  return (
    <VariableContext value={source}>
      <DynamicInspector
        componentId={link.to}
        path={pathOf(port, node)}
        declared={inspectorOf(port)}
        source={port.source}
      >
        {(inspector, note) => (
          <>
            {note}
            <FieldList
              componentId={link.to}
              place={{ part: 'input', link }}
              idPrefix={`inputs-${link.to}-${link.inPort}-${link.from}-${link.outPort}`}
              inspector={inspector}
              required={requiredFields({ ...port, inspector })}
              values={mapping?.lambda ?? none}
              references={mapping?.modifiers ?? none}
              problems={problems.filter(
                ({ place }) => place.part === 'input' && (!place.link || sameLink(place.link, link)),
              )}
              onChange={({ name, title, value, added, coalesce }) =>
                store
                  .getState()
                  .apply(
                    setInput({ link, field: name, title, value, ...(added ? { references: added } : {}) }),
                    coalesce ? { coalesce } : {},
                  )
              }
            />
          </>
        )}
      </DynamicInspector>
    </VariableContext>
  );
}
