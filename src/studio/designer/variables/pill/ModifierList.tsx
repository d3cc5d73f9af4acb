import type { Reference } from '../../../../flow/descriptor.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { AddModifier } from './AddModifier.tsx';
import { modifiersOf, moved, withModifiers } from './function-calls.ts';
import { ModifierCard } from './ModifierCard.tsx';
import classes from './ModifierList.module.css';
import { previewOf } from './preview.ts';
import { usePreviewEnvironment } from './use-preview-environment.ts';

/** The modifiers of a reference, in the order they are applied, and what they make of its sample. */
export function ModifierList(props: {
  reference: Reference;
  sample: unknown;
  onChange: (reference: Reference) => void;
}) {
  const { reference, sample, onChange } = props;
  const environment = usePreviewEnvironment();
  const calls = modifiersOf(reference);
  const set = (next: typeof calls) => onChange(withModifiers(reference, next));
  const previewable = calls.length > 0 && (sample !== undefined || reference.variable === undefined);
  const preview = previewable ? previewOf(sample, reference.functions ?? [], environment) : undefined;
  return (
    <section className={classes['section']} aria-label={text('modifiers.title')}>
      {calls.map((call, index) => (
        <ModifierCard
          // Calls have no identity of their own; their place is what the author sees.
          key={`${index}-${call.name}`}
          call={call}
          onChange={(next) => set(calls.map((one, at) => (at === index ? next : one)))}
          onRemove={() => set(calls.filter((_, at) => at !== index))}
          onMoveUp={index > 0 ? () => set(moved(calls, index, index - 1)) : undefined}
          onMoveDown={index < calls.length - 1 ? () => set(moved(calls, index, index + 1)) : undefined}
        />
      ))}
      {preview && (
        <p className={classes['preview']} data-failed={preview.failed || undefined} role="status">
          <span>{text(preview.failed ? 'modifiers.fails' : 'modifiers.gives')}</span> {preview.text}
        </p>
      )}
      <AddModifier onAdd={(name) => set([...calls, { name }])} />
    </section>
  );
}
