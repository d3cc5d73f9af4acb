import type { Inspector, InspectorInput } from '../../../../flow/manifest.ts';
import { isRecord } from '../../../../flow/record.ts';
import { optionsOfReply } from './options-of-reply.ts';

/** An inspector in an answer: `{ inputs, groups? }`. */
export function inspectorOfReply(reply: unknown): Inspector | undefined {
  return isRecord(reply) && isRecord(reply['inputs']) ? reply : undefined;
}

/** What is declared, and over it what the component answered. */
export function mergeInspector(declared: Inspector, made: Inspector | undefined): Inspector {
  return made
    ? { inputs: { ...declared.inputs, ...made.inputs }, groups: { ...declared.groups, ...made.groups } }
    : declared;
}

/** An input with what a static call answered for it: its options, or (for one without a type) all of it. */
export function inputWithReply(name: string, input: InspectorInput, reply: unknown): InspectorInput {
  if (Array.isArray(reply)) return { ...input, options: optionsOfReply(reply) };
  const inputs = inspectorOfReply(reply)?.inputs;
  if (!inputs) return input;
  return { ...input, ...(inputs[name] ?? Object.values(inputs)[0]) };
}
