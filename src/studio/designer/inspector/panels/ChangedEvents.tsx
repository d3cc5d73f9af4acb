import { Alert, Anchor, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { type EventUse, hangsOn, usesOfEvent } from '../../../../flow/event-contract/uses.ts';
import { incoming } from '../../../../flow/graph.ts';
import { stepsInWords } from '../../../../flow/variables.ts';
import { useEventDrift } from '../../../api/event-contracts.ts';
import { catalogue } from '../../../catalogue.ts';
import { isNews, sinceWhen } from '../../../events/drift-words.ts';
import { DriftChange } from '../../../events/DriftChange.tsx';
import { eventExampleText as text } from '../../../text/english/event-example.ts';
import { useDocument } from '../../document/document-context.ts';
import { placeWords } from '../../impact/variable-words.ts';
import { useGoToPlace } from '../../problems/use-go-to-place.ts';
import classes from './Panel.module.css';

/** That the events a trigger waits for have changed: how, since when, and which mappings of this flow that hurts. */
export function ChangedEvents({ event }: { event: string }) {
  const drift = useEventDrift(event);
  const descriptor = useDocument((state) => state.descriptor);
  const uses = useMemo(
    () => (drift ? usesOfEvent(descriptor, catalogue, event) : []),
    [drift, descriptor, event],
  );
  if (!drift) return null;
  const changed = drift.fields.filter(isNews);
  const hurt = uses.filter(({ steps }) => changed.some((field) => hangsOn(steps, field.steps) !== undefined));
  return (
    <Alert
      color="yellow"
      variant="light"
      p="sm"
      role="status"
      icon={<TriangleAlert color="var(--studio-warn)" />}
      title={text('drift.title', { event })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      data-changed-events
    >
      <Text size="sm">{sinceWhen(drift)}</Text>
      <ul className={classes['drifts']}>
        {changed.map((field) => (
          <li key={`${field.path} ${JSON.stringify(field.change)}`}>
            <DriftChange field={field} />
          </li>
        ))}
      </ul>
      <Text size="sm" mt="xs">
        {hurt.length === 0 ? text('drift.hurtsNothing') : text('drift.hurts')}
      </Text>
      {hurt.length > 0 && (
        <ul className={classes['drifts']}>
          {hurt.map((use) => (
            <li key={JSON.stringify([use.componentId, use.inPort, use.field, use.steps])}>
              <Hurt use={use} />
            </li>
          ))}
        </ul>
      )}
      <Anchor
        component={Link}
        href={`/events/${encodeURIComponent(event)}`}
        size="sm"
        c="var(--mantine-color-text)"
        underline="always"
      >
        {text('drift.look')}
      </Anchor>
    </Alert>
  );
}

/** Leads to an input of this flow that takes something of what changed. */
function Hurt({ use: { componentId, inPort, field, steps } }: { use: EventUse }) {
  const descriptor = useDocument((state) => state.descriptor);
  const goToPlace = useGoToPlace();
  const link = incoming(descriptor, componentId).find((one) => one.inPort === inPort);
  if (!link) return null;
  const words = text('drift.place', {
    place: placeWords(descriptor, { componentId, link, field }),
    variable: stepsInWords(steps) || 'data',
  });
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="var(--mantine-color-text)"
      ta="left"
      underline="always"
      onClick={() => goToPlace({ componentId, place: { part: 'input', field, link } })}
    >
      {words}
    </Anchor>
  );
}
