import { checkDescriptor } from '../../../flow/descriptor.ts';
import { noteIds } from '../../../flow/notes.ts';
import type { FlowContent } from '../../../flow/operations/operation.ts';
import { isRecord } from '../../../flow/record.ts';
import { say } from '../../text/say.ts';
import { clipboardText } from '../../text/english/clipboard.ts';

/** Marks what the Designer puts into the clipboard; `version` is raised when an older release could not read it. */
export const clipType = 'application/vnd.tributary.components+json';
export const clipVersion = 1;

/** Bytes: half of what the server takes, so that what comes in has room to grow. */
export const largestText = 10 * 1024 * 1024;

export type FlowText = { ok: true; content: FlowContent } | { ok: false; reason: string };

/**
 * The components and notes in a text: copied ones, a flow document (its members `flow` and `notes`) or a bare
 * descriptor. The reason of a refusal is for people.
 */
export function readFlowText(text: string): FlowText {
  if (isTooLarge(text)) return tooLarge(new Blob([text]).size);
  if (text.trim() === '') return { ok: false, reason: clipboardText('refusal.empty') };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What the parser says names characters; here it only matters that this is something else.
    return { ok: false, reason: clipboardText('refusal.noJson') };
  }
  if (!isRecord(value)) return { ok: false, reason: clipboardText('refusal.noObject') };
  const held = heldIn(value);
  if (!held.ok) return held;
  const check = checkDescriptor(held.components);
  if (!check.ok) {
    const { path } = check;
    const reason = say(check.message);
    return {
      ok: false,
      reason:
        path === ''
          ? clipboardText('refusal.noFlow', { reason })
          : clipboardText('refusal.noFlowAt', { path, reason }),
    };
  }
  const notes = isRecord(held.notes) ? held.notes : {};
  if (Object.keys(check.descriptor).length + noteIds(notes).length === 0) {
    return { ok: false, reason: clipboardText('refusal.noComponents') };
  }
  return { ok: true, content: { descriptor: check.descriptor, notes } };
}

/** Refuses a size in bytes, in words. */
function tooLarge(bytes: number): { ok: false; reason: string } {
  return {
    ok: false,
    reason: clipboardText('refusal.tooLarge', { size: megabytes(bytes), most: megabytes(largestText) }),
  };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

/** Cheap for what is small: a character has three bytes at most in a text of UTF-16 units. */
function isTooLarge(text: string): boolean {
  return text.length * 3 > largestText && new Blob([text]).size > largestText;
}

function heldIn(
  value: Record<string, unknown>,
): { ok: true; components: unknown; notes: unknown } | { ok: false; reason: string } {
  if (value['type'] === clipType) {
    return value['version'] === clipVersion
      ? { ok: true, components: value['components'], notes: value['notes'] }
      : {
          ok: false,
          reason: clipboardText('refusal.newer'),
        };
  }
  const { flow } = value;
  // A bare descriptor may have a component called "flow", which has a type of its own.
  const isDocument = isRecord(flow) && typeof flow['type'] !== 'string';
  return isDocument
    ? { ok: true, components: flow, notes: value['notes'] }
    : { ok: true, components: value, notes: undefined };
}

/** The components and notes in a file; one that is too large is not even read. */
export async function readFlowFile(file: Blob): Promise<FlowText> {
  return file.size > largestText ? tooLarge(file.size) : readFlowText(await file.text());
}
