import { NumberInput, Radio, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import type { FlowNode } from '../../../../flow/descriptor.ts';
import { type ErrorHandlingInForce, errorHandlingOf } from '../../../../flow/error-handling.ts';
import { setErrorHandling } from '../../../../flow/operations/set-error-handling.ts';
import { errorHandlingText as text } from '../../../text/english/error-handling.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { Foldable } from '../Foldable.tsx';
import classes from './ErrorHandling.module.css';
import { ErrorPortHint } from './ErrorPortHint.tsx';
import { errorHandlingSummary } from './summary.ts';

const ways = ['storeUnprocessed', 'errorPort', 'stopFlow'] as const;

/** More would only put off what somebody has to look at. */
const mostRetries = 100;

/** What becomes of a component's step that fails: how often it is tried again, and what then. */
export function ErrorHandlingSection({ componentId, node }: { componentId: string; node: FlowNode }) {
  const store = useDocumentStore();
  const handling = errorHandlingOf(node);
  const change = (part: Partial<ErrorHandlingInForce>, coalesce?: string) =>
    store.getState().apply(setErrorHandling({ componentId, change: part }), coalesce ? { coalesce } : {});
  return (
    <div className={classes['section']}>
      <Foldable label={text('title')} summary={errorHandlingSummary(handling)} closed>
        <Stack gap="md">
          <Switch
            size="sm"
            label={text('autoRetry')}
            description={text('autoRetryNote')}
            checked={handling.autoRetry}
            onChange={(event) => change({ autoRetry: event.currentTarget.checked })}
          />
          {handling.autoRetry && (
            <Retries
              value={handling.maxRetries}
              onChange={(maxRetries) => change({ maxRetries }, `retries ${componentId}`)}
            />
          )}
          <Radio.Group
            label={text('onError')}
            size="sm"
            styles={{ label: { fontWeight: 500 } }}
            value={handling.onError}
            onChange={(onError) => change({ onError })}
          >
            <Stack gap={10} mt={8}>
              {ways.map((way) => (
                <Radio
                  key={way}
                  value={way}
                  size="sm"
                  label={text(`choices.${way}.label`)}
                  description={text(`choices.${way}.note`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Stack>
      </Foldable>
      <ErrorPortHint componentId={componentId} onError={handling.onError} />
    </div>
  );
}

function Retries({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  // An emptied field is no number yet.
  const [emptied, setEmptied] = useState(false);
  return (
    <NumberInput
      size="sm"
      label={text('maxRetries')}
      styles={{ label: { fontWeight: 500 } }}
      w={160}
      min={0}
      max={mostRetries}
      clampBehavior="strict"
      allowDecimal={false}
      value={emptied ? '' : value}
      onBlur={() => setEmptied(false)}
      onChange={(typed) => {
        setEmptied(typed === '');
        if (typeof typed === 'number') onChange(typed);
      }}
    />
  );
}
