import { Button } from '@mantine/core';
import { Compass } from 'lucide-react';
import { Link } from 'wouter';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  return (
    <>
      <PageHeader title="Page not found" />
      <EmptyState
        icon={Compass}
        title="There is nothing at this address"
        actions={
          <Button component={Link} href="/flows">
            Go to Flows
          </Button>
        }
      >
        It may have been deleted, or the link is incomplete.
      </EmptyState>
    </>
  );
}
