import type { Catalogue } from './definition.ts';
import type { Descriptor } from './descriptor.ts';
import { hasPath, incoming, nodeOf, sameLink, type Link } from './graph.ts';
import { componentLabel } from './label.ts';
import { inPortsOf, isTrigger, outPortsOf } from './manifest.ts';

/** The out port every component has besides those it declares: it emits what made a step fail. */
export const errorPort = 'error';

export type ConnectionCheck = { ok: true } | { ok: false; reason: string };

/** May this link be drawn? The reason is a sentence for the person who draws it. */
export function checkConnection(descriptor: Descriptor, catalogue: Catalogue, link: Link): ConnectionCheck {
  const reason = refusal(descriptor, catalogue, link);
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

function refusal(descriptor: Descriptor, catalogue: Catalogue, link: Link): string | undefined {
  const sender = nodeOf(descriptor, link.from);
  const target = nodeOf(descriptor, link.to);
  if (!sender || !target) return 'This component is no longer in the flow.';
  if (link.from === link.to) return 'A component cannot be connected to itself.';

  const senderLabel = componentLabel(descriptor, catalogue, link.from);
  const targetLabel = componentLabel(descriptor, catalogue, link.to);
  const targetManifest = catalogue.component(target.type)?.manifest;
  if (!targetManifest) return `${targetLabel} is not installed, so its inputs are unknown.`;
  if (isTrigger(targetManifest)) return `${targetLabel} starts the flow and takes no input.`;
  const inPort = inPortsOf(targetManifest).find((port) => port.name === link.inPort);
  if (!inPort) return `${targetLabel} has no input “${link.inPort}”.`;

  if (link.outPort !== errorPort) {
    const senderManifest = catalogue.component(sender.type)?.manifest;
    if (!senderManifest) return `${senderLabel} is not installed, so its outputs are unknown.`;
    if (!outPortsOf(senderManifest).some((port) => port.name === link.outPort)) {
      return `${senderLabel} has no output “${link.outPort}”.`;
    }
  }

  const arriving = incoming(descriptor, link.to);
  if (arriving.some((existing) => sameLink(existing, link))) return 'These two are already connected.';
  if (hasPath(descriptor, link.to, link.from)) {
    return `This would make a loop: ${senderLabel} comes after ${targetLabel}.`;
  }
  const used = arriving.filter((existing) => existing.inPort === link.inPort).length;
  if (inPort.maxConnections !== undefined && used >= inPort.maxConnections) {
    return inPort.maxConnections === 1
      ? `“${link.inPort}” of ${targetLabel} takes one connection only.`
      : `“${link.inPort}” of ${targetLabel} takes ${inPort.maxConnections} connections at most.`;
  }
  return undefined;
}
