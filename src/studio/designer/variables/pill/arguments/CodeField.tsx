import { Input } from '@mantine/core';
import { Suspense, useId } from 'react';
import { lazyPart } from '../../../../ui/lazy-part.ts';
import type { ArgumentFieldProps } from './argument-field-props.ts';
import classes from './CodeField.module.css';

const CodeEditor = lazyPart(() => import('./CodeEditor.tsx'));

/** JavaScript. */
export function CodeField({ argument, value, onChange }: ArgumentFieldProps) {
  const labelId = useId();
  const text = typeof value === 'string' ? value : '';
  return (
    <div>
      <Input.Label id={labelId} size="xs" labelElement="div" required={argument.required === true}>
        {argument.label}
      </Input.Label>
      <div className={classes['box']}>
        <Suspense fallback={<pre className={classes['waiting']}>{text}</pre>}>
          <CodeEditor
            value={text}
            placeholder={argument.placeholder ?? ''}
            labelId={labelId}
            onChange={onChange}
          />
        </Suspense>
      </div>
    </div>
  );
}
