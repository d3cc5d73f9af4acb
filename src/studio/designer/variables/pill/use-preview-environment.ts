import { useMemo } from 'react';
import type { ModifierEnvironment } from '../../../../flow/modifiers/environment.ts';
import { useDocument } from '../../document/document-context.ts';
import { newReferenceId } from '../reference-id.ts';

/** What modifiers are given when they are tried on a sample: real time and chance, this flow's facts. */
export function usePreviewEnvironment(): ModifierEnvironment {
  const flowId = useDocument((state) => state.flowId);
  const flowName = useDocument((state) => state.name);
  return useMemo(
    () => ({
      now: () => new Date(),
      uuid: newReferenceId,
      random: Math.random,
      flowId,
      flowName,
      userId: '',
      webhookUrl: '',
      customFields: {},
    }),
    [flowId, flowName],
  );
}
