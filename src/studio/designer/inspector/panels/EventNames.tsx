import { Button, Group } from '@mantine/core';
import { inputLabel } from '../../../../flow/manifest.ts';
import { setProperty } from '../../../../flow/operations/set-property.ts';
import { useEventNames } from '../../../api/events.ts';
import { catalogue } from '../../../catalogue.ts';
import { eventExampleText as text } from '../../../text/english/event-example.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { usePanelsStore } from '../../panels/panels-context.ts';
import classes from './Panel.module.css';

const mostNames = 6;

/** While the event has no name: those that were sent of late, to take one. */
export function EventNames({ componentId, event }: { componentId: string; event: string }) {
  const store = useDocumentStore();
  const panels = usePanelsStore();
  const names = useEventNames({ enabled: event === '' });
  const offered = event === '' ? (names.data ?? []).slice(0, mostNames) : [];
  if (offered.length === 0) return null;
  const take = (name: string) => {
    const document = store.getState();
    const node = document.descriptor[componentId];
    const input = node && catalogue.component(node.type)?.manifest.properties?.inspector?.inputs?.['event'];
    document.apply(
      setProperty({ componentId, name: 'event', value: name, title: inputLabel('event', input) }),
    );
    // The button that was pressed goes.
    panels.getState().seek({ componentId, place: { part: 'properties', field: 'event' } });
  };
  return (
    <div role="group" aria-label={text('names')}>
      <p className={classes['note']}>{text('names')}</p>
      <Group gap={6} mt={6}>
        {offered.map(({ name }) => (
          <Button
            key={name}
            variant="light"
            size="compact-xs"
            maw="100%"
            translate="no"
            onClick={() => take(name)}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  );
}
