import { Anchor, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { mostConcurrency, setConcurrency } from '../../../flow/operations/set-concurrency.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { inspectorText as text } from '../../text/english/inspector.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { useGoToPlace } from '../problems/use-go-to-place.ts';
import { keptOrders } from './kept-orders.ts';
import classes from './Inspector.module.css';

/** What holds for the flow as a whole: shown while nothing of it is selected. */
export function FlowInspector() {
  return (
    <>
      <header className={classes['flowHeader']}>
        <h2 className={classes['flowTitle']}>{text('flow.title')}</h2>
        <Text size="sm" c="dimmed">
          {text('flow.hint')}
        </Text>
      </header>
      <div className={classes['body']}>
        <RunsAtOnce />
        <Orders />
      </div>
    </>
  );
}

function RunsAtOnce() {
  const store = useDocumentStore();
  const concurrency = useDocument((state) => state.concurrency);
  /** What stands in the field while somebody types: it may be no number that can be. */
  const [draft, setDraft] = useState<string | number>();
  const isWrong = draft !== undefined && !isValid(draft);
  return (
    <NumberInput
      size="sm"
      label={text('flow.concurrency')}
      description={text('flow.concurrencyNote')}
      styles={{ label: { fontWeight: 500 } }}
      placeholder={text('flow.asManyAsCome')}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      min={1}
      max={mostConcurrency}
      value={isWrong ? draft : (concurrency ?? '')}
      error={isWrong && text('flow.concurrencyWrong', { most: mostConcurrency })}
      onBlur={() => setDraft(undefined)}
      onChange={(typed) => {
        setDraft(typed);
        if (!isValid(typed)) return;
        const operation = setConcurrency({ concurrency: typeof typed === 'number' ? typed : null });
        store.getState().apply(operation, { coalesce: 'concurrency' });
      }}
    />
  );
}

/** Which triggers keep an order, and by what; each leads to its field. */
function Orders() {
  const descriptor = useDocument((state) => state.descriptor);
  const goTo = useGoToPlace();
  const orders = keptOrders(descriptor);
  if (orders.length === 0) return null;
  return (
    <section aria-label={text('flow.order')}>
      <Text size="sm" fw={500}>
        {text('flow.order')}
      </Text>
      <Text size="xs" c="dimmed">
        {text('flow.orderNote')}
      </Text>
      <ul className={classes['orders']}>
        {orders.map(({ componentId, orderBy }) => (
          <li key={componentId}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              onClick={() => goTo({ componentId, place: { part: 'properties', field: 'orderBy' } })}
            >
              {componentLabel(descriptor, catalogue, componentId)}
            </Anchor>
            <Text size="sm" c="dimmed" className={classes['orderPath'] ?? ''}>
              {orderBy === '' ? text('flow.noOrder') : text('flow.orderedBy', { path: orderBy })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isValid(typed: string | number): boolean {
  return typed === '' || (typeof typed === 'number' && typed >= 1 && typed <= mostConcurrency);
}
