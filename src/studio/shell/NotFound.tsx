import { Button } from '@mantine/core';
import { Compass } from 'lucide-react';
import { Link } from 'wouter';
import { shellText as text } from '../text/english/shell.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  return (
    <>
      <PageHeader title={text('notFound.title')} />
      <EmptyState
        icon={Compass}
        title={text('notFound.nothing')}
        actions={
          <Button component={Link} href="/flows">
            {text('notFound.goToFlows')}
          </Button>
        }
      >
        {text('notFound.text')}
      </EmptyState>
    </>
  );
}
