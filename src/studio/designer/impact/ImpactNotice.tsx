import { Button, Group, VisuallyHidden } from '@mantine/core';
import { Unplug } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { LostReference } from '../../../flow/impact/impact.ts';
import { type Proposal, remappingsOf } from '../../../flow/impact/propose.ts';
import { remapReferences } from '../../../flow/operations/remap-references.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useGoToPlace } from '../problems/use-go-to-place.ts';
import { type Choices, chosenFor } from './choices.ts';
import classes from './Impact.module.css';
import { impactsOf } from './impacts.ts';
import { LossList } from './LossList.tsx';
import { countInputs } from './count-inputs.ts';
import { useLosses } from './use-losses.ts';

/** Beside what one types into an example: the inputs that have lost their field by it, and where that may have gone. */
export function ImpactNotice({ componentId }: { componentId: string }) {
  const { proposals, isNewest, failure } = useLosses(componentId);
  const place = useRef<HTMLDivElement>(null);
  const count = countInputs(proposals);
  return (
    // Stays when the notice goes, to take the focus that was in it.
    <div ref={place} tabIndex={-1} data-impact>
      <VisuallyHidden role="status">{count > 0 && text('notice.title', { count })}</VisuallyHidden>
      {count > 0 && (
        <Notice
          componentId={componentId}
          proposals={proposals}
          isNewest={isNewest}
          count={count}
          onDone={() => place.current?.focus()}
        />
      )}
      {failure && (
        <p className={classes.about} role="alert">
          {text('notLookedAt', { reason: failure.message })}
        </p>
      )}
    </div>
  );
}

function Notice(props: {
  componentId: string;
  proposals: Proposal[];
  isNewest: boolean;
  count: number;
  onDone: () => void;
}) {
  const { componentId, proposals, isNewest, count, onDone } = props;
  const store = useDocumentStore();
  const goToPlace = useGoToPlace();
  const titleId = useId();
  const [choices, setChoices] = useState<Choices>({});
  const remappings = remappingsOf(proposals, (proposal) => chosenFor(choices, proposal));
  const remapped = new Set(remappings.map(({ from }) => from));

  const goTo = ({ componentId: id, link, field, cell }: LostReference) =>
    goToPlace({ componentId: id, place: { part: 'input', field, link, ...(cell ? { cell } : {}) } });
  const remap = () => {
    store.getState().apply(remapReferences({ remappings }));
    if (remapped.size === proposals.length) onDone();
  };
  const keep = () => {
    const node = store.getState().descriptor[componentId];
    if (node)
      impactsOf(store)
        .getState()
        .settle({ [componentId]: node });
    onDone();
  };
  return (
    <section className={classes.notice} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.title}>
        <Unplug size={16} aria-hidden />
        {text('notice.title', { count })}
      </h2>
      <p className={classes.about}>{text('notice.about', { count })}</p>
      <LossList
        proposals={proposals}
        choices={choices}
        onChoose={(variable, choice) => setChoices({ ...choices, [variable]: choice })}
        onGoTo={goTo}
      />
      <Group gap="xs" mt="sm">
        {remapped.size > 0 && (
          <Button size="compact-sm" disabled={!isNewest} onClick={remap}>
            {text('notice.remap', { count: remapped.size })}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={keep}>
          {text('notice.keep')}
        </Button>
      </Group>
    </section>
  );
}
