import { useMemo, useState } from 'react';
import type { ModifierEnvironment } from '../../../../flow/modifiers/environment.ts';
import { linearPatterns } from '../../../../flow/modifiers/linear-pattern.ts';
import { findCustomModifier } from '../../../custom-modifiers.ts';
import { useDocument } from '../../document/document-context.ts';
import { newReferenceId } from '../reference-id.ts';

const pattern = linearPatterns(() => performance.now());

/**
 * What modifiers are given when they are tried on a sample: the time at which the list was opened, one id and one number
 * by chance, so that a preview stays as it is while one types, and this flow's facts.
 */
export function usePreviewEnvironment(javascript: ModifierEnvironment['javascript']): ModifierEnvironment {
  const flowId = useDocument((state) => state.flowId);
  const flowName = useDocument((state) => state.name);
  const [chance] = useState(() => ({ now: new Date(), id: newReferenceId(), random: Math.random() }));
  return useMemo(
    () => ({
      now: () => chance.now,
      uuid: () => chance.id,
      random: () => chance.random,
      flowId,
      flowName,
      userId: '',
      webhookUrl: '',
      customFields: {},
      customModifier: findCustomModifier,
      pattern,
      javascript,
    }),
    [chance, flowId, flowName, javascript],
  );
}
