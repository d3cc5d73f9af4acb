import { errorPort } from '../connection.ts';
import type { FlowNode } from '../descriptor.ts';
import { incoming, nodeOf, type Link } from '../graph.ts';
import { inPortsOf, isTrigger, labelOf, outPortsOf, type ComponentManifest } from '../manifest.ts';
import { message } from '../messages/message.ts';
import { inputProblems } from './inputs.ts';
import type { Finding } from './problem.ts';
import type { Surroundings } from './references.ts';

/** What is wrong with the links into a component and with what they fill in. */
export function linkProblems(
  surroundings: Surroundings,
  { id, node, manifest }: { id: string; node: FlowNode; manifest: ComponentManifest },
): Finding[] {
  const links = incoming(surroundings.descriptor, id);
  const ports = new Map(inPortsOf(manifest).map((port) => [port.name, port]));
  const findings = strayPorts(node, ports).map((name): Finding => ({
    kind: 'malformed-mapping',
    message: message('problem.noInput', { port: name }),
    place: { part: 'component' },
  }));
  const found = links.flatMap((link) => {
    const port = ports.get(link.inPort);
    if (!port) return [];
    return [...missingOutPort(surroundings, link), ...inputProblems(surroundings, { node, link, port })];
  });
  if (links.length > 0 || isTrigger(manifest)) return [...findings, ...found];
  const unconnected: Finding = {
    kind: 'not-connected',
    message: message('problem.notConnected'),
    place: { part: 'component' },
  };
  return [...findings, unconnected];
}

/** In ports that the document names and the component does not have. */
function strayPorts(node: FlowNode, ports: Map<string, unknown>): string[] {
  const named = new Set([...Object.keys(node.source ?? {}), ...Object.keys(node.config?.transform ?? {})]);
  return [...named].filter((name) => !ports.has(name));
}

function missingOutPort({ descriptor, catalogue }: Surroundings, link: Link): Finding[] {
  const sender = catalogue.component(nodeOf(descriptor, link.from)?.type ?? '')?.manifest;
  if (!sender || link.outPort === errorPort) return [];
  if (outPortsOf(sender).some(({ name }) => name === link.outPort)) return [];
  return [
    {
      kind: 'malformed-mapping',
      message: message('connection.noOutput', { component: labelOf(sender), port: link.outPort }),
      place: { part: 'component', link },
    },
  ];
}
