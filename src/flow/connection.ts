import type { Catalogue } from './definition.ts';
import type { Descriptor } from './descriptor.ts';
import { hasPath, incoming, nodeOf, sameLink, type Link } from './graph.ts';
import { componentLabel } from './label.ts';
import { inPortsOf, isTrigger, outPortsOf } from './manifest.ts';
import { message, type Message } from './messages/message.ts';

/** The out port every component has besides those it declares: it emits what made a step fail. */
export const errorPort = 'error';

export type ConnectionCheck = { ok: true } | { ok: false; reason: Message };

/** May this link be drawn? The reason is a sentence for the person who draws it. */
export function checkConnection(descriptor: Descriptor, catalogue: Catalogue, link: Link): ConnectionCheck {
  const reason = refusal(descriptor, catalogue, link);
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

function refusal(descriptor: Descriptor, catalogue: Catalogue, link: Link): Message | undefined {
  const sender = nodeOf(descriptor, link.from);
  const target = nodeOf(descriptor, link.to);
  if (!sender || !target) return message('connection.gone');
  if (link.from === link.to) return message('connection.toItself');

  const senderName = componentLabel(descriptor, catalogue, link.from);
  const component = componentLabel(descriptor, catalogue, link.to);
  const targetManifest = catalogue.component(target.type)?.manifest;
  if (!targetManifest) return message('connection.inputsUnknown', { component });
  if (isTrigger(targetManifest)) return message('connection.trigger', { component });
  const inPort = inPortsOf(targetManifest).find((port) => port.name === link.inPort);
  if (!inPort) return message('connection.noInput', { component, port: link.inPort });

  if (link.outPort !== errorPort) {
    const senderManifest = catalogue.component(sender.type)?.manifest;
    if (!senderManifest) return message('connection.outputsUnknown', { component: senderName });
    if (!outPortsOf(senderManifest).some((port) => port.name === link.outPort)) {
      return message('connection.noOutput', { component: senderName, port: link.outPort });
    }
  }

  const arriving = incoming(descriptor, link.to);
  if (arriving.some((existing) => sameLink(existing, link))) return message('connection.twice');
  if (hasPath(descriptor, link.to, link.from)) {
    return message('connection.loop', { sender: senderName, target: component });
  }
  const used = arriving.filter((existing) => existing.inPort === link.inPort).length;
  if (inPort.maxConnections !== undefined && used >= inPort.maxConnections) {
    return message('connection.full', { port: link.inPort, component, count: inPort.maxConnections });
  }
  return undefined;
}
