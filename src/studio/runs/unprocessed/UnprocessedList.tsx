import { Button, Skeleton, Stack, Table, VisuallyHidden } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useUnprocessed, useUnprocessedCount } from '../../api/unprocessed.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import classes from './Unprocessed.module.css';
import { UnprocessedRow } from './UnprocessedRow.tsx';
import { type Chosen, useUnprocessedActions } from './use-unprocessed-actions.tsx';

/** What failed runs left undone: each message, or those chosen, can be tried again or given up. */
export function UnprocessedList(props: { flowId: string | undefined; onShowAll: () => void }) {
  const { flowId, onShowAll } = props;
  const list = useUnprocessed(flowId);
  const messages = list.data?.pages.flat() ?? [];
  const number = useUnprocessedCount(flowId).data ?? messages.length;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // What was dealt with elsewhere is not chosen any more.
  const ids = messages.map((message) => message.messageId).filter((id) => picked.has(id));
  const all = ids.length > 0 && ids.length === messages.length;
  const actions = useUnprocessedActions(() => setPicked(new Set()));
  const chosen: Chosen = all
    ? { choice: flowId ? { flowId } : {}, count: Math.max(number, ids.length) }
    : { choice: { messageIds: ids }, count: ids.length };
  const pick = (messageId: string, isPicked: boolean) =>
    setPicked((before) => {
      const next = new Set(before);
      if (isPicked) next.add(messageId);
      else next.delete(messageId);
      return next;
    });

  if (list.isPending) return <Rows />;
  if (list.isError && messages.length === 0) {
    return (
      <Panel>
        <ErrorState title={text('notLoaded')} error={list.error} retry={list.refetch} />
      </Panel>
    );
  }
  if (messages.length === 0) return <None ofFlow={flowId !== undefined} onShowAll={onShowAll} />;
  return (
    <>
      <Panel>
        <ChosenBar
          chosen={ids.length > 0 ? chosen : undefined}
          all={all}
          isRetrying={actions.isRetrying}
          onChooseAll={(every) =>
            setPicked(new Set(every ? messages.map((message) => message.messageId) : []))
          }
          onRetry={(from) => actions.retry(chosen, from)}
          onDiscard={() => actions.discard(chosen)}
        />
        <ListTable
          columns={
            <>
              <Table.Th>
                <VisuallyHidden>{text('columns.choose')}</VisuallyHidden>
              </Table.Th>
              <Table.Th>{text('columns.message')}</Table.Th>
              <Table.Th>{text('columns.reason')}</Table.Th>
              <Table.Th className={classes.when}>{text('columns.when')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{text('columns.actions')}</VisuallyHidden>
              </Table.Th>
            </>
          }
        >
          {messages.map((message) => (
            <UnprocessedRow
              key={message.messageId}
              message={message}
              chosen={picked.has(message.messageId)}
              onChoose={(isPicked) => pick(message.messageId, isPicked)}
              onRetry={(from) => actions.retry(one(message.messageId), from)}
              onDiscard={() => actions.discard(one(message.messageId))}
            />
          ))}
        </ListTable>
      </Panel>
      <LoadMore list={list} label={text('loadMore')} />
    </>
  );
}

function one(messageId: string): Chosen {
  return { choice: { messageIds: [messageId] }, count: 1 };
}

function None({ ofFlow, onShowAll }: { ofFlow: boolean; onShowAll: () => void }) {
  return (
    <Panel>
      <EmptyState
        icon={CircleCheck}
        title={text('none.title')}
        {...(ofFlow
          ? {
              actions: (
                <Button variant="default" onClick={onShowAll}>
                  {text('none.showAll')}
                </Button>
              ),
            }
          : {})}
      >
        {text(ofFlow ? 'none.ofFlow' : 'none.text')}
      </EmptyState>
    </Panel>
  );
}

function Rows() {
  return (
    <Panel>
      <Stack gap="lg" p="lg" role="status" aria-label={text('loading')}>
        {[48, 40, 52].map((width) => (
          <Skeleton key={width} height={16} width={`${width}%`} />
        ))}
      </Stack>
    </Panel>
  );
}
