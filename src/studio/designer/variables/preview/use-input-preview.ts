import { useCallback, useEffect } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import { type Preview, previewInput } from '../../../../flow/preview.ts';
import { useJavascriptAnswers } from '../pill/use-javascript-answers.ts';
import { usePreviewEnvironment } from '../pill/use-preview-environment.ts';
import type { VariableSource } from '../variable-source.ts';
import { useWhenIdle } from './use-when-idle.ts';

/** What an input gives on the example; JavaScript in it is tried by the server. */
export function useInputPreview(input: {
  value: string;
  references: Record<string, Reference>;
  source: VariableSource;
  json?: boolean;
}): Preview | undefined {
  const { value, references, source, json = false } = input;
  const { javascript, ask } = useJavascriptAnswers();
  const environment = usePreviewEnvironment(javascript);
  const compute = useCallback(
    () => previewInput({ value, references, scope: source.scope(), environment, json }),
    [value, references, source, environment, json],
  );
  const preview = useWhenIdle(compute);
  useEffect(() => ask(preview?.state === 'waiting' ? preview.call : undefined), [ask, preview]);
  return preview;
}
