import type { FlowNode, Mapping } from '../flow/descriptor.ts';
import { type ComponentManifest, inPortsOf } from '../flow/manifest.ts';
import { resolveMapping } from '../flow/mapping.ts';
import { inEnglish } from '../flow/messages/message.ts';
import { findModifier } from '../flow/modifiers/catalogue.ts';
import { resolveAwaiting } from '../flow/modifiers/replay.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { Delivery } from './delivery.ts';
import type { EngineSettings } from './settings.ts';
import { webhookUrl } from './webhook-url.ts';

/** Fills the fields of the in port that a message came to. Throws ModifierError. */
export async function stepInputs(
  settings: EngineSettings,
  run: ClaimedRun,
  node: FlowNode,
  delivery: Delivery,
): Promise<{ inputs: Record<string, unknown>; warnings: string[] }> {
  const { inPort, sender } = delivery;
  if (inPort === null || !sender) return { inputs: {}, warnings: [] };
  const mapping = node.config?.transform?.[inPort]?.[sender.componentId]?.[sender.port];
  if (!mapping) return { inputs: {}, warnings: [] };
  const manifest = settings.catalogue.component(node.type)?.manifest;
  const jsonFields = manifest ? jsonFieldsOf(manifest, inPort) : new Set<string>();
  const { customModifiers } = settings;
  if (usesOtherThanBuiltIn(mapping)) await customModifiers.refresh();
  const { inputs, warnings } = await resolveAwaiting(
    {
      now: settings.clock,
      uuid: settings.newUuid4,
      random: settings.random,
      flowId: run.flowId,
      flowName: run.flowName,
      userId: run.userId,
      webhookUrl: webhookUrl(settings.publicUrl, run.flowId, delivery.componentId),
      customFields: run.customFields,
      customModifier: customModifiers.find,
      pattern: settings.pattern,
    },
    (call) => settings.javascript.evaluate(call, run.userId),
    (environment) => resolveMapping({ mapping, scope: delivery.scope, jsonFields, environment }),
  );
  return { inputs, warnings: warnings.map(inEnglish) };
}

function usesOtherThanBuiltIn({ modifiers = {} }: Mapping): boolean {
  return Object.values(modifiers).some((references) =>
    Object.values(references).some(({ functions = [] }) => functions.some(({ name }) => !findModifier(name))),
  );
}

/** The fields whose text is a JSON template. */
function jsonFieldsOf(manifest: ComponentManifest, inPort: string): ReadonlySet<string> {
  const inputs = inPortsOf(manifest).find((port) => port.name === inPort)?.inspector?.inputs ?? {};
  return new Set(Object.keys(inputs).filter((name) => inputs[name]?.['encoding'] === 'json'));
}
