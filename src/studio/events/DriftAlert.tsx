import { Alert, Anchor, Button, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { EventDrift, EventUse } from '../../contract/event-contracts.ts';
import { hangsOn } from '../../flow/event-contract/uses.ts';
import { messageOf } from '../api/call.ts';
import { useAcceptDrift } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { uiText } from '../text/english/ui.ts';
import { report } from '../ui/notify.tsx';
import { DriftChange } from './DriftChange.tsx';
import { isNews, onlyAgreed, sinceWhen } from './drift-words.ts';
import classes from './EventScreen.module.css';
import { componentOf, fieldOf } from './use-names.ts';

type Field = EventDrift['fields'][number];

/** Which fields differ from before, since when, and which mappings of which flows that hurts. */
export function DriftAlert(props: {
  event: string;
  drift: EventDrift;
  uses: EventUse[] | undefined;
  failure: Error | null;
}) {
  const { event, drift, uses, failure } = props;
  const accept = useAcceptDrift(event);
  return (
    <Alert
      color="yellow"
      variant="light"
      mt="lg"
      icon={<TriangleAlert color="var(--studio-warn)" />}
      title={text('drift.title')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm">{sinceWhen(drift)}</Text>
      <ul className={classes.drifts}>
        {drift.fields.filter(isNews).map((field) => (
          <li key={`${field.path} ${JSON.stringify(field.change)}`}>
            <DriftChange field={field} />
            {uses && <Hurt field={field} uses={uses} />}
          </li>
        ))}
      </ul>
      {failure && !uses && (
        <Text size="sm" role="alert">
          {text('drift.usesFailed', { reason: messageOf(failure) })}
        </Text>
      )}
      {/* What a contract asks for is changed in the contract. */}
      {!onlyAgreed(drift) && (
        <Button
          variant="default"
          size="compact-sm"
          h={32}
          mt="sm"
          loading={accept.isPending}
          onClick={() =>
            report(accept.mutateAsync(), { done: text('drift.accepted'), failed: text('drift.notAccepted') })
          }
        >
          {text('drift.accept')}
        </Button>
      )}
    </Alert>
  );
}

/** First what takes the very field, then what takes a value that holds it. */
function Hurt({ field, uses }: { field: Field; uses: EventUse[] }) {
  const hurt = (['field', 'whole'] as const).flatMap((how) =>
    uses.filter(({ steps }) => hangsOn(steps, field.steps) === how).map((use) => ({ use, how })),
  );
  if (hurt.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt={2}>
        {text('drift.hurtsNothing')}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" mt={4}>
        {text('drift.hurts')}
      </Text>
      <ul className={classes.list}>
        {hurt.map(({ use, how }) => (
          <li key={`${use.flowId} ${use.componentId} ${use.field} ${use.path}`}>
            <Anchor
              component={Link}
              href={`/flows/${use.flowId}?component=${encodeURIComponent(use.componentId)}`}
              size="sm"
              c="var(--mantine-color-text)"
              underline="always"
            >
              {text.nodes('drift.use', {
                flow: <span key="flow">{use.flowName || uiText('untitled')}</span>,
                field: <span key="field">{fieldOf(use)}</span>,
                component: <span key="component">{componentOf(use)}</span>,
              })}
            </Anchor>{' '}
            <span className={classes.quiet}>
              {text(`drift.kind.${use.flowType}`)}
              {how === 'whole' && (
                <>
                  {', '}
                  {text.nodes('drift.usesWhole', {
                    path: (
                      <code key="path" className={classes.path} translate="no">
                        {use.path.replace(/^\./, '') || 'data'}
                      </code>
                    ),
                  })}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
