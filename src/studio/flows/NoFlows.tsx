import { Button } from '@mantine/core';
import { SearchX, Workflow } from 'lucide-react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useNewFlow } from './NewFlowMenu.tsx';
import type { Group } from './use-flow-list-state.ts';

/** The Flows screen before the first flow, or when a search finds none. */
export function NoFlows(props: { group: Group; searching: boolean; onShowAll: () => void }) {
  const newFlow = useNewFlow();
  if (props.searching) {
    return (
      <EmptyState
        icon={SearchX}
        title="No flow matches"
        actions={
          <Button variant="default" onClick={props.onShowAll}>
            Show all flows
          </Button>
        }
      >
        Try fewer letters, or look among all kinds of flows.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Workflow}
      title={props.group === 'automations' ? 'No automations yet' : 'Draw your first flow'}
      actions={
        <>
          {props.group !== 'automations' && (
            <Button onClick={() => newFlow.open('integration-draft')} loading={newFlow.pending}>
              New integration
            </Button>
          )}
          {props.group !== 'integrations' && (
            <Button
              variant={props.group === 'automations' ? 'filled' : 'default'}
              onClick={() => newFlow.open('automation')}
              loading={newFlow.pending}
            >
              New automation
            </Button>
          )}
        </>
      }
    >
      A flow begins with an event of your product and does something with its data. An integration is
      published for your users to activate; an automation runs for your own account.
    </EmptyState>
  );
}
