import { useEffect, useMemo } from 'react';
import type { FunctionCall } from '../../../../flow/descriptor.ts';
import { type Stage, stagesOf } from './stages.ts';
import { useJavascriptAnswers } from './use-javascript-answers.ts';
import { usePreviewEnvironment } from './use-preview-environment.ts';

/** The stages of a chain on a sample; JavaScript in it is tried by the server when typing rests. */
export function useStages(sample: unknown, functions: FunctionCall[], enabled: boolean): Stage[] {
  const { javascript, ask } = useJavascriptAnswers();
  const environment = usePreviewEnvironment(javascript);
  const stages = useMemo(
    () => (enabled ? stagesOf(sample, functions, environment) : []),
    [sample, functions, environment, enabled],
  );
  const waiting = stages.find((stage) => stage.state === 'waiting');
  useEffect(() => ask(waiting?.call), [ask, waiting]);
  return stages;
}
