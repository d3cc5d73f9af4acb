import { Loader } from '@mantine/core';
import { useCallback, useId, useMemo, useState } from 'react';
import type { Field } from '../../../../flow/fields.ts';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { currentLanguage } from '../../../text/language.ts';
import { mostShown } from '../../json/shown-fields.ts';
import type { SampleState } from '../../json/use-sample.ts';
import { VariableTree } from '../../variables/picker/VariableTree.tsx';
import { fieldRows, openSingles } from '../../variables/variable-row.ts';
import classes from './Panel.module.css';

/** px */
const treeHeight = 300;

/** The fields of an example as the variables they become. */
export function FieldsFound(props: {
  componentId: string;
  port: string;
  example: string;
  sample: SampleState;
}) {
  const { componentId, port, example } = props;
  const { reading, pending, failure } = props.sample;
  const fields = reading?.ok ? reading.fields : undefined;
  const count = reading?.ok ? reading.count : 0;
  return (
    <section className={classes['section']} aria-label={text('event.fields')}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>{text('event.fields')}</h2>
        {pending && <Loader size={12} aria-label={text('event.reading')} />}
        {fields && <span className={classes['count']}>{inDigits(count)}</span>}
      </div>
      {failure && <p className={classes['note']}>{failure}</p>}
      {example.trim() === '' ? (
        <p className={classes['note']}>{text('event.noExample')}</p>
      ) : (
        reading && !reading.ok && <p className={classes['note']}>{text('event.noJson')}</p>
      )}
      {fields && fields.length === 0 && <p className={classes['note']}>{text('event.noFields')}</p>}
      {fields && fields.length > 0 && <Tree componentId={componentId} port={port} fields={fields} />}
      {count > mostShown && (
        <p className={classes['note']}>{text('event.firstFields', { shown: inDigits(mostShown) })}</p>
      )}
    </section>
  );
}

function Tree({ componentId, port, fields }: { componentId: string; port: string; fields: Field[] }) {
  const treeId = useId();
  const base = useMemo(() => ({ componentId, port, steps: [] }), [componentId, port]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => {
    // What is open at first follows the example; a click turns it over.
    const open = openSingles(fields, base, new Set());
    for (const key of toggled) if (!open.delete(key)) open.add(key);
    return fieldRows(fields, base, 1, open);
  }, [fields, base, toggled]);
  const toggle = useCallback(
    (key: string) =>
      setToggled((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return (
    <div className={classes['tree']}>
      <VariableTree
        id={treeId}
        label={text('event.fields')}
        rows={rows}
        maxHeight={treeHeight}
        onToggle={toggle}
      />
    </div>
  );
}

function inDigits(count: number): string {
  return count.toLocaleString(currentLanguage());
}
