import { Button } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import { messageOf } from '../api/call.ts';
import { uiText as text } from '../text/english/ui.ts';
import { EmptyState } from './EmptyState.tsx';

/** Says that something could not be loaded, why, and offers to try again. */
export function ErrorState(props: { title: string; error: unknown; retry?: () => unknown }) {
  return (
    <div role="alert">
      <EmptyState
        icon={CloudOff}
        title={props.title}
        actions={
          props.retry && (
            <Button variant="default" onClick={() => void props.retry?.()}>
              {text('tryAgain')}
            </Button>
          )
        }
      >
        {messageOf(props.error)}
      </EmptyState>
    </div>
  );
}
