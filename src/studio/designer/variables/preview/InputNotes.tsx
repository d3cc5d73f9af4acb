import { Button } from '@mantine/core';
import { Plus, TriangleAlert } from 'lucide-react';
import type { Reference } from '../../../../flow/descriptor.ts';
import { findModifier } from '../../../modifiers.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import type { PillMisfit } from '../misfits.ts';
import { placeholderRanges, referenceOf } from '../placeholders.ts';
import type { VariableSource } from '../variable-source.ts';
import classes from './InputNotes.module.css';
import { PreviewLine } from './PreviewLine.tsx';
import { useInputPreview } from './use-input-preview.ts';

type Props = {
  label: string;
  value: string;
  references: Record<string, Reference>;
  source: VariableSource;
  json: boolean;
  misfits: ReadonlyMap<string, PillMisfit>;
  onChange: (text: string, added: Record<string, Reference>) => void;
};

/** Below an input with variables: which of them cannot serve it, and what it gives on the example. */
export function InputNotes(props: Props) {
  return placeholderRanges(props.value).length > 0 ? <Notes {...props} /> : null;
}

function Notes({ label, value, references, source, json, misfits, onChange }: Props) {
  const preview = useInputPreview({ value, references, source, json });
  // A pill in red says all there is to say.
  const broken = placeholderRanges(value).some(
    ({ id }) =>
      source.describe(referenceOf(id, references)).broken !== undefined ||
      source.refusal(referenceOf(id, references)),
  );
  return (
    <>
      {[...misfits].map(([id, misfit]) => {
        if (misfit.note === undefined) return null;
        const reference = referenceOf(id, references);
        const remedy = misfit.remedy === undefined ? undefined : findModifier(misfit.remedy);
        return (
          <div key={id} className={classes['misfit']} data-misfit>
            <TriangleAlert size={14} aria-hidden className={classes['sign']} />
            <span>{misfit.note}</span>
            {remedy && reference && (
              <Button
                className={classes['remedy']}
                variant="default"
                size="compact-xs"
                leftSection={<Plus size={12} aria-hidden />}
                onClick={() =>
                  onChange(value, {
                    [id]: {
                      ...reference,
                      functions: [...(reference.functions ?? []), { name: remedy.name }],
                    },
                  })
                }
              >
                {text('misfit.add', { modifier: remedy.label })}
              </Button>
            )}
          </div>
        );
      })}
      {preview && !broken && <PreviewLine label={text('preview.of', { field: label })} preview={preview} />}
    </>
  );
}
