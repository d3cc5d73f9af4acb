import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ErrorHandlingInForce, errorLinks, errorsArrive } from '../../../../flow/error-handling.ts';
import { message } from '../../../../flow/messages/message.ts';
import { disconnect } from '../../../../flow/operations/disconnect.ts';
import { sequence } from '../../../../flow/operations/operation.ts';
import { setErrorHandling } from '../../../../flow/operations/set-error-handling.ts';
import { errorHandlingText as text } from '../../../text/english/error-handling.ts';
import { useDocument, useDocumentStore } from '../../document/document-context.ts';

/**
 * Says where the choice and the links of the `error` port do not fit: nobody gets what leaves it, or something still does although
 * failures go another way. Links are never cut by the choice alone.
 */
export function ErrorPortHint(props: { componentId: string; onError: ErrorHandlingInForce['onError'] }) {
  const { componentId, onError } = props;
  const store = useDocumentStore();
  const count = useDocument((state) => errorLinks(state.descriptor, componentId).length);
  const arrive = useDocument((state) => errorsArrive(state.descriptor, componentId));
  if (onError === 'errorPort') {
    return arrive ? null : <Hint>{text(count === 0 ? 'unconnected' : 'disabled')}</Hint>;
  }
  if (count === 0) return null;
  const removeLinks = () => {
    const state = store.getState();
    const operations = errorLinks(state.descriptor, componentId).map((link) => disconnect({ link }));
    state.apply(sequence({ name: message('operation.disconnect'), operations }));
  };
  return (
    <Hint>
      {text('leftOver', { count })}
      <Group gap={6} mt={8}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            store.getState().apply(setErrorHandling({ componentId, change: { onError: 'errorPort' } }))
          }
        >
          {text('useAgain')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={removeLinks}>
          {text('disconnect', { count })}
        </Button>
      </Group>
    </Hint>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return (
    <Alert color="yellow" variant="light" p="xs" mt={10} role="status">
      {children}
    </Alert>
  );
}
