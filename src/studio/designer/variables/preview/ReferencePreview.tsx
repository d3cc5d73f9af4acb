import { useMemo } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import { placeholderOf } from '../placeholders.ts';
import type { VariableSource } from '../variable-source.ts';
import { PreviewLine } from './PreviewLine.tsx';
import { useInputPreview } from './use-input-preview.ts';

const id = 'reference';

/** What a reference gives before it stands in an input. */
export function ReferencePreview(props: { label: string; reference: Reference; source: VariableSource }) {
  const { label, source } = props;
  const spelled = JSON.stringify(props.reference);
  // It is made anew at every render; what it says changes seldom.
  const references = useMemo(() => ({ [id]: JSON.parse(spelled) as Reference }), [spelled]);
  const preview = useInputPreview({ value: placeholderOf(id), references, source });
  return preview ? <PreviewLine label={label} preview={preview} /> : null;
}
