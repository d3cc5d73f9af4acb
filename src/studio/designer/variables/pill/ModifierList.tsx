import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FunctionCall, Reference } from '../../../../flow/descriptor.ts';
import { pillText as text } from '../../../text/english/pill.ts';
import { AddModifier } from './AddModifier.tsx';
import { modifiersOf, moved, withModifiers } from './function-calls.ts';
import { ModifierCard } from './ModifierCard.tsx';
import classes from './ModifierList.module.css';
import { type CardDrag, useCardDrag } from './use-card-drag.ts';
import { useStages } from './use-stages.ts';

const none: FunctionCall[] = [];

/** The modifiers of a reference, in the order they are applied, each with what it makes of the sample. */
export function ModifierList(props: {
  reference: Reference;
  sample: unknown;
  onChange: (reference: Reference) => void;
}) {
  const { reference, sample, onChange } = props;
  const list = useRef<HTMLElement>(null);
  const focusNext = useRef<{ at: number; argument: boolean; after: Reference }>(undefined);
  const calls = modifiersOf(reference);
  const makesValue = reference.variable === undefined;
  const hasSample = sample !== undefined || makesValue;
  const stages = useStages(sample, reference.functions ?? none, hasSample);
  const makers = makesValue ? 1 : 0;
  const before = stages.at(-1);
  const value =
    calls.length === 0 && !makesValue ? sample : before?.state === 'value' ? before.value : undefined;
  const set = (next: FunctionCall[]) => onChange(withModifiers(reference, next));
  const move = (from: number, to: number) => {
    if (to < 0 || to >= calls.length) return;
    focusNext.current = { at: to, argument: false, after: reference };
    set(moved(calls, from, to));
  };

  const { drag, gripOf } = useCardDrag(list, move);

  // A card that was moved keeps the focus: one goes on moving it by the same key. A new one has its first argument filled.
  useEffect(() => {
    const next = focusNext.current;
    // The list may be rendered once more as it was before the document gives the change back.
    if (!next || next.after === reference) return;
    focusNext.current = undefined;
    const card = list.current?.querySelectorAll<HTMLElement>('[data-modifier]')[next.at];
    if (next.argument)
      card?.querySelector<HTMLElement>('[data-argument] :is(input, select, textarea)')?.focus();
    else card?.focus();
  });

  return (
    <section ref={list} className={classes['section']} aria-label={text('title')}>
      {calls.map((call, index) => (
        <ModifierCard
          // Calls have no identity of their own; their place is what the author sees.
          key={`${index}-${call.name}`}
          call={call}
          stage={stages[index + makers]}
          onChange={(next) => set(calls.map((one, at) => (at === index ? next : one)))}
          onRemove={() => set(calls.filter((_, at) => at !== index))}
          onMoveUp={index > 0 ? () => move(index, index - 1) : undefined}
          onMoveDown={index < calls.length - 1 ? () => move(index, index + 1) : undefined}
          grip={calls.length > 1 ? gripOf(index) : undefined}
          mark={markOf(drag, index)}
        />
      ))}
      {!hasSample && calls.length > 0 && (
        <Text size="xs" c="dimmed">
          {text('noSample')}
        </Text>
      )}
      <AddModifier
        value={value}
        onAdd={(name) => {
          focusNext.current = { at: calls.length, argument: true, after: reference };
          set([...calls, { name }]);
        }}
      />
    </section>
  );
}

/** How the card at a place shows what is dragged: it itself, or the side on which that would come to stand. */
function markOf(drag: CardDrag | undefined, index: number): 'dragged' | 'before' | 'after' | undefined {
  if (!drag) return undefined;
  if (index === drag.from) return 'dragged';
  if (index !== drag.to) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
}
