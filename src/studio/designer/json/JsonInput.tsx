import { Button, Group } from '@mantine/core';
import { AlignLeft } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { parseJsonText } from '../../../flow/json-text.ts';
import { jsonText as text } from '../../text/english/json.ts';
import { formatJson } from './format-json.ts';
import classes from './JsonInput.module.css';
import { lazyPart } from '../../ui/lazy-part.ts';
import { JsonRemark } from './JsonRemark.tsx';

/** CodeMirror comes when the first such field shows. */
const JsonEditor = lazyPart(() => import('./JsonEditor.tsx'));

/** A field for a JSON text, with a button that lays it out. */
export function JsonInput(props: {
  labelId: string;
  describedBy: string | undefined;
  value: string;
  invalid: boolean;
  required: boolean;
  onChange: (text: string) => void;
}) {
  const { labelId, describedBy, value, invalid, required, onChange } = props;
  const [refused, setRefused] = useState<number>();
  const change = (next: string) => {
    setRefused(undefined);
    onChange(next);
  };
  const attributes = useMemo(
    () => ({
      'aria-labelledby': labelId,
      'aria-multiline': 'true',
      'aria-invalid': String(invalid),
      'aria-required': String(required),
      spellcheck: 'false',
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    }),
    [labelId, describedBy, invalid, required],
  );
  return (
    <div className={classes['box']} data-invalid={invalid || undefined}>
      <div className={classes['editor']}>
        <Suspense
          fallback={
            <pre className={classes['waiting']} data-waiting>
              {value.slice(0, 2000)}
            </pre>
          }
        >
          <JsonEditor value={value} attributes={attributes} onChange={change} onRefuse={setRefused} />
        </Suspense>
      </div>
      <JsonRemark value={value} refused={refused} onUse={change} />
      <Group className={classes['bar']} justify="flex-end">
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          data-whole
          leftSection={<AlignLeft size={12} aria-hidden />}
          disabled={invalid || value.trim() === ''}
          onClick={() => {
            if (parseJsonText(value).ok) change(formatJson(value));
          }}
        >
          {text('format')}
        </Button>
      </Group>
    </div>
  );
}
