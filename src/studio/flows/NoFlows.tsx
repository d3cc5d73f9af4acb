import { Button } from '@mantine/core';
import { SearchX, Workflow } from 'lucide-react';
import { flowsText as text } from '../text/english/flows.ts';
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
        title={text('none.noMatch')}
        actions={
          <Button variant="default" onClick={props.onShowAll}>
            {text('none.showAll')}
          </Button>
        }
      >
        {text('none.noMatchText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Workflow}
      title={props.group === 'automations' ? text('none.noAutomations') : text('none.title')}
      actions={
        <>
          {props.group !== 'automations' && (
            <Button onClick={() => newFlow.open('integration')} loading={newFlow.pending}>
              {text('none.newIntegration')}
            </Button>
          )}
          {props.group !== 'integrations' && (
            <Button
              variant={props.group === 'automations' ? 'filled' : 'default'}
              onClick={() => newFlow.open('automation')}
              loading={newFlow.pending}
            >
              {text('none.newAutomation')}
            </Button>
          )}
        </>
      }
    >
      {text('none.text')}
    </EmptyState>
  );
}
