import type { z } from 'zod';
import type { flowErrorSchema } from '../../contract/flows.ts';
import { inEnglish } from '../../flow/messages/message.ts';
import type { Problem } from '../../flow/problems/problem.ts';

/** JSON Schema's word where there is one; else a keyword of our own. */
const keywords: Partial<Record<Problem['kind'], string>> = { 'missing-required': 'required' };

/** A problem as the details of a refusal tell it. */
export function presentHindrance(problem: Problem) {
  return { ...problem, message: inEnglish(problem.message), said: problem.message };
}

/** A problem in the shape of a JSON Schema error (INTERFACE §3.3). */
export function presentProblem({
  componentId,
  kind,
  message: said,
  place,
}: Problem): z.output<typeof flowErrorSchema> {
  const { part, field, link } = place;
  const inside =
    part === 'properties'
      ? ['config', 'properties']
      : link
        ? ['config', 'transform', link.inPort, link.from, link.outPort, 'lambda']
        : [];
  const dataPath = [componentId, ...inside, field]
    .filter((step) => step !== undefined && step !== '')
    .join('.');
  return {
    keyword: keywords[kind] ?? kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    message: inEnglish(said),
    said,
    componentId,
    dataPath,
    params: { kind, ...place },
  };
}
